"""The notation of rules, and how they match and are decided between."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.patterns import Grammar, GrammarError, Match, Rule, decide, read_rules, rules, to_words

CLASSES = {"month": "months", "day": r"/0?[1-9]|[12]\d|3[01]/", "dash": ["-", "–"], "hurt": ["wounded", "hurt"]}
NAMES = ("past", "figure", "noun")
PARTS = {"range": "<day> ( <dash> <day> )?", "again": "@again"}


def rule(pattern, name="rule", preference=0):
    return Rule(name, pattern, {}, "", (), (), preference, frozenset())


def grammar(*patterns):
    return Grammar("test", [rule(pattern, f"rule {at}") for at, pattern in enumerate(patterns)], CLASSES, PARTS, NAMES)


def find(pattern, text, tags=""):
    """Start, end and named words of each match; a "+" before a word says that it touches the one before."""
    written = text.split()
    words = [word.removeprefix("+") for word in written]
    touching = [word.startswith("+") for word in written]
    one = grammar(pattern)
    matches = one.find(one.spell(to_words(words, tags.split() or [""] * len(words), touching)))
    return [(m.start, m.end, [words[a:b] for spans in m.spans.values() for a, b in spans]) for m in matches]


MATCHES = [
    ("kills", "A blast Kills two", [(2, 3, [])]),
    ("n=<day>", "on 5 or 41", [(1, 2, [["5"]])]),
    ("<month> .? n=<day>", "May 5 June . 6", [(0, 2, [["5"]]), (2, 5, [["6"]])]),
    ("killed|<hurt>", "killed and wounded", [(0, 1, []), (2, 3, [])]),
    ("n=<day> ~<dash> n=~<day>", "5 +- +6 7 - 8", [(0, 3, [["5"], ["6"]])]),
    ("~<dash>|/ <day>", "5 +/ 6 / 7", [(1, 3, [])]),
    ("a ( b | c )* d", "a b c d", [(0, 4, [])]),
    ("a b{0,1} c", "a b b c a c", [(4, 6, [])]),
    ("a ( b|c {0,2} ) d", "a d a c d", [(0, 2, []), (2, 5, [])]),
    ("(?<! not ) killed", "killed not killed", [(0, 1, [])]),
    ("killed (?! by )", "killed by killed", [(2, 3, [])]),
    ("(?<= be ) hurt (?= in )", "be hurt in hurt in", [(1, 2, [])]),
    ("^ n=<day>", "5 6", [(0, 1, [["5"]])]),
    ("n=<day> $", "5 6", [(1, 2, [["6"]])]),
    ("in n=@range", "in 5 - 6", [(0, 4, [["5", "-", "6"]])]),
    ("in n=( ( <day> or )+ ) <day>", "in 5 or 6 or 7", [(0, 6, [["5", "or", "6", "or"]])]),
    ('"(" n=<day> ")"', "( 5 )", [(0, 3, [["5"]])]),
    ("_ killed", "he killed", [(0, 2, [])]),
    ("<day>!5 killed", "5 killed 6 killed", [(2, 4, [])]),
    ("killed", "nothing", []),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), MATCHES, ids=[pattern for pattern, *_ in MATCHES])
def test_matches(pattern, text, expected):
    assert find(pattern, text) == expected


TAGS = [
    ("may{MD}", "May may", "NNP MD", [(1, 2, [])]),
    ("{VB*}", "kill people killed", "VB NNS VBD", [(0, 1, []), (2, 3, [])]),
    ("<month>!{MD}", "May may", "NNP MD", [(0, 1, [])]),
]


@pytest.mark.parametrize(("pattern", "text", "tags", "expected"), TAGS, ids=[pattern for pattern, *_ in TAGS])
def test_parts_of_speech(pattern, text, tags, expected):
    assert find(pattern, text, tags) == expected


def test_rows_of_names():
    one = grammar("to=<past> figure=[figure]", "figure=[figure] to=[figure]")
    matches = one.find(one.spell_names(["noun", "past", "figure", "figure"]))
    assert [(m.rule.name, m.spans) for m in matches] == [
        ("rule 0", {"to": [(1, 2)], "figure": [(2, 3)]}),
        ("rule 1", {"figure": [(2, 3)], "to": [(3, 4)]}),
    ]


def test_words_that_come_up_later_are_told_apart_too():
    one = grammar("<day> <dash>", "!<day> <dash>")
    for word in ("5", "05", "fünf", "5-6", "Ⅴ", "٣"):
        starts = [match.rule.name for match in one.find(one.spell(to_words([word, "-"], ["", ""], [False, False])))]
        assert starts == (["rule 0"] if word in ("5", "05") else ["rule 1"]), word


BRACKETS = {"killed)": "a bracket is closed that is not open", "( killed": "a bracket is not closed"}
WRONG = [*BRACKETS, "@nothing", "@again", "a | b", "<day", "killed {", "(?<! a* ) b", "x= killed"]
REPEATED = ["n=<day>+", "n=( <day> or )* 5", "n=@range{2,3}"]  # only the last time would be found


@pytest.mark.parametrize("pattern", WRONG + REPEATED)
def test_what_is_not_in_the_notation_is_named(pattern):
    with pytest.raises(GrammarError, match="rule 0"):
        grammar(pattern)


@pytest.mark.parametrize(("pattern", "fault"), BRACKETS.items())
def test_what_is_wrong_with_brackets_is_told(pattern, fault):
    with pytest.raises(GrammarError, match=f"rule 0.*{fault}"):
        grammar(pattern)


@pytest.mark.parametrize("pattern", ["<nothing>", "[town]", "killed <hurts>"])
def test_classes_and_phrases_that_there_are_not_are_named(pattern):
    with pytest.raises(GrammarError, match=r"rule 0.*no class or phrase [<\[](?:nothing|town|hurts)"):
        grammar(pattern)


@pytest.mark.parametrize("key", ["name", "pattern", "example"])
def test_what_a_rule_lacks_is_named(monkeypatch, key):
    entry = {"name": "r", "pattern": "killed", "example": "They were killed."}
    del entry[key]
    monkeypatch.setattr(rules, "load_lexicon", lambda _: {"table": [entry]})
    with pytest.raises(GrammarError, match=f"has no {key}"):
        read_rules("lexicon", "table")


def match(name, *spans, end=5, preference=0):
    named = {str(at): [span] for at, span in enumerate(spans)}
    return Match(rule("", name, preference), 0, end, named)


DECISIONS = [
    ([match("far", (0, 1), (4, 5)), match("near", (0, 1), (1, 2))], ["near", "far"]),
    ([match("short", (0, 1), end=2), match("long", (0, 1))], ["long", "short"]),
    ([match("near", (0, 1), (1, 2)), match("preferred", (0, 1), (4, 5), preference=1)], ["preferred", "near"]),
    ([match("first", (0, 1)), match("second", (0, 1))], ["first", "second"]),
]


@pytest.mark.parametrize(("matches", "expected"), DECISIONS)
def test_decide(matches, expected):
    assert [found.rule.name for found in decide(matches)] == expected


@settings(deadline=None)
@given(st.lists(st.text(min_size=1, max_size=4) | st.sampled_from(["5", "May", "-", "("]), max_size=20))
def test_any_words(words):
    one = grammar("<month> .? n=<day>", "n=<day> ~<dash> <day>", "_{0,3} killed")
    row = one.spell(to_words(words, [""] * len(words), [False] * len(words)))
    assert len(row) == len(words)
    assert all(0 <= found.start <= found.end <= len(words) for found in one.find(row))
