"""The noun phrase behind a number, read off parts of speech, with closed classes of words where those err."""

from functools import cache

from crossread.extracting.figures.clauses import tells_outcome, word_class
from crossread.extracting.figures.readings import MARKS
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import (
    NOUNS,
    PERSONS,
    QUOTES,
    class_nouns,
    counted_class,
    function_words,
    is_plural,
    outcome_words,
    singular,
    word_list,
)
from crossread.lexicon import load_lexicon

LONGEST = 8  # words in a counted phrase; longer runs are headlines or lists that lost their commas
MODIFIERS = frozenset(["JJ", "VBN"])  # parts of speech
NEVER = frozenset(["IN", "TO", "WDT", "WP", "PRP", "MD", "CC", "DT", "WRB", "CD"])  # parts of speech


def phrase_after(sentence: Sentence, at: int, *, several: bool = False) -> tuple[int, int]:
    """Find the noun phrase that starts at a word.

    Args:
        sentence: The sentence.
        at: Where to begin; "of" and what follows it, "more" and the like, and opening quotation marks are stepped over.
        several: Whether the head is a plural, so that the phrase ends where no other plural follows.

    Returns:
        First index and the index behind the head noun; equal where there is none.
    """
    words, tags = sentence.folded, sentence.tags
    while at < len(words) and (words[at] in QUOTES or words[at] in _before_phrase() or _is_type(sentence, at)):
        if words[at] == "-" and not any(sentence.touching[at : at + 2]):
            return at, at  # "raid kills 60 - agency"
        if words[at] == "that" and tags[at] != "DT":
            return at, at  # "the $30 billion that he wants"
        at += 1
    last = head = at
    while last < len(words) and last - at < LONGEST and not _ends(sentence, at, last, several=several):
        last += 1
        if _is_head(words[last - 1], tags[last - 1]):
            head = last
            if several and _closes(sentence, last):
                break
        last += _inserted(sentence, last) or _coordinated(sentence, at, last, several=several)
    timed = head > at and words[head - 1] in word_class("time")  # "30 last week"
    return at, _joined(sentence, head, several=several) if head > at and not timed else at


def _is_type(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is a type's name before its noun: "10 T-72 tanks", "31 M1A1 Abrams tanks"."""
    word, behind = sentence.folded[at], sentence.tags[at + 1 : at + 2]
    return word[0].isalpha() and any(map(str.isdecimal, word)) and behind in (["NNS"], ["NNP"], ["NN"])


@cache
def _before_phrase() -> frozenset[str]:
    skipped = ("of", "more", "fewer", "other", "further", "additional", "extra", "-")
    return frozenset(skipped).union(word_list("determiners"))


@cache
def _stops() -> frozenset[str]:
    numbers = load_lexicon("numbers")
    return function_words().union(numbers["cardinals"], numbers["scales"], numbers["vague"])


def _is_head(word: str, tag: str) -> bool:
    return tag in NOUNS or not {word, singular(word)}.isdisjoint(_nouns())


@cache
def _nouns() -> frozenset[str]:
    """Nouns, whatever their tag: "a $5m fine and"."""
    measures = load_lexicon("measures")["nouns"]
    return frozenset([*class_nouns(), *word_list("peoples"), *measures["change"], *measures["amount"]])


def _closes(sentence: Sentence, end: int) -> bool:
    """Tell whether a plural before `end` is its phrase's head: no other follows, as one does in "women fighters"."""
    words, tags = sentence.folded, sentence.tags
    head, sayings = words[end - 1], word_class("say")
    if tags[end - 1] != "NNS" and (singular(head) == head or singular(head) not in class_nouns()):
        return False
    if (head in word_list("told") and tags[end : end + 1] in (["NNS"], ["NNP"])) or _turns(sentence, end):
        return True  # "six things drivers should know"
    persons = {counted_class(noun) for noun in words[end - 1 : end + 1]} <= PERSONS
    if persons and tags[end : end + 1] == ["NNS"] and head not in word_list("attributives"):
        # "kills 20 civilians activists say", but "kills 20 soldiers guards and staff"
        return words[end + 1 : end + 2] != ["and"] or not sayings.isdisjoint(words[end + 2 : end + 5])
    for last in range(end, min(end + 2, len(words))):
        if head == "others" or words[last] in sayings or _ends(sentence, end, last, several=True):
            return True
        named = tags[last] == "NNP" and singular(words[last]) in class_nouns()
        if singular(words[last]) != words[last] and (tags[last] == "NNS" or named):
            return last + 1 < len(words) and words[last + 1] in sayings  # "10 people activists said"
    return True


def _turns(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb stands there that could be a plural: "all four crops results in", "and hosts 90"."""
    word, behind = [*sentence.folded[at : at + 2], "", ""][:2]
    return word in word_list("turning") and behind in word_list("prepositions")


def _inserted(sentence: Sentence, at: int) -> int:
    """The length of what stands inside a phrase: "Daesh (ISIS) fighters", "low- and middle-income", "the world's"."""
    here, first, second, third = [*sentence.folded[at : at + 4], "", "", "", ""][:4]
    if here == "(" and second == ")" and third.isalpha() and third not in _stops():
        return 3
    model = here.isdecimal() and sentence.numerals[at : at + 1] == [""] and sentence.tags[at - 1] == "NNP"
    if model and sentence.tags[at + 1 : at + 2] == ["NNS"]:
        return 1  # "12 Leopard 2 tanks"
    if here in MARKS and sentence.tags[at - 1] in (*MODIFIERS, "VBG"):
        return int(sentence.tags[at + 1 : at + 2] in (["NN"], ["NNS"], ["JJ"]))  # "six “improvised” bombs"
    if here == "/" and singular(sentence.folded[at - 1]) == sentence.folded[at - 1]:
        return int(sentence.tags[at + 1 : at + 3] in (["NN", "NN"], ["NN", "NNS"]))  # "car/truck repair shops"
    if here == "-" and first in ("and", "or") and second[:1].isalpha():
        return 2
    if [sentence.folded[at - 1], here, first] in load_lexicon("words")["paired"] and second[:1].isalpha():
        return 2  # "one search and rescue unit"
    if here == "." and sentence.folded[at - 1] in word_list("shortened") and first[:1].isalpha():
        return 1  # "two St. Mary deputies"
    owner = here in ("'s", "’s") or sentence.tags[at : at + 1] == ["POS"]  # "respondents' votes"
    return int(owner and first[:1].isalpha() and first not in _stops())


def _coordinated(sentence: Sentence, first: int, at: int, *, several: bool) -> bool:
    """Tell whether words joined to what stands before share a plural: "new and old cars", "Ford and Kia cars"."""
    tags = sentence.tags
    may = at < len(tags) and (several or tags[at - 1] == "JJ")
    if not may or sentence.folded[at] not in (",", "and", "or") or "NNS" in tags[first:at]:
        return False
    described = tags[at - 1] in MODIFIERS
    listed = tags[at - 1 : at + 2] == ["NN", ",", "NN"] and not is_plural(sentence.folded[at - 1], "")
    if listed and sentence.folded[at + 2 : at + 3] in (["and"], ["or"]):
        return "NNS" in tags[at + 4 : at + 6]  # "city, county and state samples"
    for last in range(at + 1, min(at + LONGEST, len(tags))):
        if tags[last] == "NNS":
            return last > at + 1 and not _ends(sentence, at + 1, last, several=True)
        alike = _describes(sentence, last) or tags[last] in ("RB", "NN") if described else tags[last] == "NNP"
        alike = alike or (tags[last] in ("NN", "NNP") and last > at + 1)
        if not alike or _ends(sentence, at + 1, last, several=True):
            return False
    return False


def _joined(sentence: Sentence, end: int, *, several: bool) -> int:
    """Take in a second head of its kind: "25 soldiers and villagers", but not "soldiers and houses"."""
    words, tags = sentence.folded, sentence.tags
    modifies = several and not is_plural(words[end - 1], "")  # "12 rebel and allied fighters"
    if words[end : end + 1] != ["and"] or not (modifies or is_plural(words[end - 1], "")):
        return end
    for at in range(end + 1, min(end + LONGEST, len(words))):
        meaning = outcome_words().get(words[at])
        verb = meaning is not None and meaning.form in ("past", "active")
        if words[at] in _stops() or verb or tags[at] not in (*NOUNS, "JJ", "VBN", "VBD"):
            break
        if is_plural(words[at], "") and tags[at + 1 : at + 2] != ["NNS"]:
            with_clause = words[at + 1 : at + 2] == ["of"]  # "12 gunmen and members of their families"
            alike = modifies or _alike(words[end - 1], " ".join(words[end + 1 : at + 1]), tags[end + 1])
            return at + 1 if alike and not with_clause and not _is_number(sentence, at + 1) else end
    return end


def _alike(head: str, other: str, tag: str) -> bool:
    """Tell whether two phrases are both of those who fight or suffer, or of things of one class or of none."""
    times = load_lexicon("measures")["nouns"]["time"]
    if other in word_list("others") or (head in times) != (other in times):
        return False
    kinds = {counted_class(head), counted_class(other)}
    things = kinds.isdisjoint(PERSONS)
    if things and tag == "JJ" and kinds == {"other"} and not other.startswith("other "):
        return False  # "several crops and mineral rights"
    return kinds <= PERSONS - {"officials"} or len(kinds) == 1 or (things and len(kinds - {"other"}) == 1)


def _ends(sentence: Sentence, first: int, at: int, *, several: bool) -> bool:
    """Tell whether the phrase that began at `first` cannot go on with the word at `at`."""
    words, tags = sentence.folded, sentence.tags
    word, tag = words[at], tags[at]
    modifies = _comes_noun(sentence, at + 1)
    premodifies = at == first and modifies and word in word_list("premodifiers")
    if (word in _stops() and not premodifies) or not (word[0].isalpha() or (word == "-" and at > first)):
        return True
    sums = load_lexicon("measures")["nouns"]
    paid = at == first and words[at - 1 : at] in (["in"], ["of"])  # "$5bn in damage", "$5bn in spending"
    paid = paid and (word in outcome_words() or word in sums["amount"])
    if tag == "NN" and (paid or word in sums["change"]):
        return False  # "a 5% drop"
    flows = word in word_list("flowing") and not several and tags[at - 1] == "NN"
    if at > first and (flows or tells_outcome(sentence, at) or (not several and _begins_name(sentence, at))):
        return True  # "soldiers froze to death"
    joints = (joint for joint in range(first, at) if words[joint] in ("and", "or") or tags[joint] == "POS")
    begun = max((joint + 1 for joint in joints), default=first)
    fresh = NOUNS.isdisjoint(tags[begun:at]) and (at == first or singular(words[at - 1]) not in class_nouns())
    named = modifies and at > first and tags[at - 1 : at + 1] == ["NNP", "NNP"]  # "an 8-year-old Fort Worth girl"
    if word in word_list("verbs") and not named:
        compound = at > first and words[at - 1] == "-"  # "several army-backed groups"
        describes = tag in MODIFIERS or word in word_list("attested")  # "3,400 confirmed cases", taken for a verb
        return not (modifies and (compound or (fresh and describes)))  # "several targeted breaks"
    if singular(word) in class_nouns() or word in class_nouns():
        awaited = several and singular(words[at - 1]) == words[at - 1]  # "several barrel bombs", taken for a verb
        return tag[:2] == "VB" and not fresh and not awaited
    if tag in NEVER:
        return True
    meaning = outcome_words().get(word)
    if meaning is not None and tag == "NNS" and meaning.form in ("noun", "active"):
        return _is_number(sentence, at + 1)  # "kills 3 wounds 20"
    participle = at + 1 < len(words) and _describes(sentence, at + 1) and _comes_noun(sentence, at + 2)
    if tag == "RB" and fresh and word.endswith("ly") and participle:
        return False  # "badly damaged houses"
    gerund = tag in NOUNS and meaning is None and at > first  # "air bombing"
    described = tag == "NN" and tags[at + 1 : at + 2] == ["NNS"] and at > first  # "seven LAFD rescue ambulances"
    verb_like = (meaning is not None and not described) or tag[:2] in ("VB", "RB") or word.endswith(("ed", "ing", "ly"))
    return verb_like and not gerund and not (fresh and modifies)


def _begins_name(sentence: Sentence, at: int) -> bool:
    """Tell whether a name begins behind a common noun: "an 81-year-old woman Ana Ruiz", "the fee Leeds paid"."""
    common = sentence.tags[at - 1] == "NN" and sentence.words[at - 1].islower()
    return common and sentence.tags[at] == "NNP" and sentence.words[at][:1].isupper()


def _describes(sentence: Sentence, at: int) -> bool:
    tag = sentence.tags[at]
    return tag in MODIFIERS or (tag == "VBD" and sentence.folded[at].endswith("ed"))  # "used", taken for a verb


def _is_number(sentence: Sentence, at: int) -> bool:
    word = sentence.folded[at] if at < len(sentence) else "."
    return word[0].isdecimal() or word in load_lexicon("numbers")["cardinals"]


def _comes_noun(sentence: Sentence, at: int) -> bool:
    if at >= len(sentence):
        return False
    at += sentence.folded[at] in MARKS and at + 1 < len(sentence)
    word = sentence.folded[at]
    other = word in _stops() or word in word_list("verbs") or word in outcome_words()
    return word[0].isalpha() and not other and sentence.tags[at] in (*NOUNS, "JJ", "VBN", "")
