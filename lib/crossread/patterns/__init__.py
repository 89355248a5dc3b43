r"""One notation and one engine for rules over the words of a sentence.

A grammar is a TOML file of `lexicon/`. Its rules are patterns in the manner of FASTUS (Hobbs et al. 1997) and NLTK's
`RegexpParser`: regular expressions whose letters are words, classes of words, and phrases that an earlier step found.

    kills               the word, in any case; "(" in quotation marks where it would be notation
    <month>             a word of the class: a list of the grammar, of `words.toml`, or a regular expression (`/\d+/`)
    {NN} {VB*}          a word of this part of speech, or of one that begins so
    [figure]            a phrase that an earlier step found
    <day>{CD} !<month>  both hold; does not hold
    and|or|<dash>       one of these, written without blanks
    ~-                  touches what stands before it
    _                   any word
    ( a b | c )  ? * +  {0,3}      groups, alternatives and how often, as in regular expressions
    source=<noun>  source=( ... )  what the rule finds, by name; a name can stand several times
    (?= ) (?! ) (?<= ) (?<! )      what must, and must not, stand behind or before
    ^ $                 the ends of the sentence
    @phrase             a part that the grammar defines under `parts`

A rule has a `name`, a `pattern`, what it `sets`, an `example` with what it `yields` there, and `leaves`: texts that it
leaves alone. Of rules that speak of the same word one decides (`decide`): the one of the higher `preference`, then the
one that goes the shortest way to what it finds, then the longer match, then the earlier rule.
"""

from crossread.patterns.grammar import Grammar, load_grammar
from crossread.patterns.rules import GrammarError, Match, Rule, decide, read_rules, rules_used
from crossread.patterns.words import Word, to_words

__all__ = [
    "Grammar",
    "GrammarError",
    "Match",
    "Rule",
    "Word",
    "decide",
    "load_grammar",
    "read_rules",
    "rules_used",
    "to_words",
]
