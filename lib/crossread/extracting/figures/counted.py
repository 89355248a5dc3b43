"""What a figure counts: the noun phrase behind its number, or the one that it stands for."""

from collections.abc import Sequence
from itertools import pairwise

from crossread.extracting.figures.clauses import Clauses, Tie, word_class
from crossread.extracting.figures.noun_phrases import phrase_after
from crossread.extracting.figures.readings import Reading, text_of
from crossread.extracting.numbers.quantities import Number
from crossread.extracting.numbers.units import is_hyphened
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import (
    class_nouns,
    is_plural,
    outcome_words,
    singular,
    word_list,
)
from crossread.lexicon import load_lexicon

MOST_BEFORE = 4  # words between a determiner and a number
MOST_SYMBOL = 3  # letters of a unit's symbol: "km", "kWh"
OF_THEM = "what those of them are"  # the rule that names them for shares, too: "a quarter of them children"


def counted_span(sentence: Sentence, number: Number, kind: str, at: int) -> tuple[int, int]:
    """Find the noun phrase behind a number and its unit.

    A count above one wants a plural: "kills 10 monitoring group says" has lost a comma, and "30 last year" a noun. What
    is not counted has a phrase behind "of" or a hyphen, money also behind "on", "in" or "worth".

    Args:
        sentence: The sentence.
        number: The number.
        kind: Its kind.
        at: Where the phrase may begin.

    Returns:
        First token and the one behind the head, equal where there is none.
    """
    words, hyphened = sentence.folded, is_hyphened(sentence, number)
    following, behind = [*words[at : at + 2], "", ""][:2]
    if kind == "count" and hyphened and behind == "strong":
        return phrase_after(sentence, at + 2)  # "a 10,000-strong force"
    if kind == "count" and hyphened and behind:
        tied = sentence.tags[at + 1] in ("NN", "JJ") or behind in word_list("parts")  # "a three-judge panel"
        return (at + 1, at + 2) if tied else phrase_after(sentence, at)
    if kind == "count":
        phrase = _bare(sentence, at, several=number.low > 1)
        part = number.low > 1 and following in word_list("parts") and sentence.tags[at + 1][:1] in ("N", "J")
        return (at, at + 1) if part or (phrase[0] == phrase[1] and _sizes(sentence, number, at)) else phrase
    if kind in ("money", "share"):
        return _sum_span(sentence, number, kind, at)
    if kind == "multiple" and following in ("more", "less", "fewer"):
        return phrase_after(sentence, at + 1)  # "5 times more salt"
    if following == "of":
        within = "within" in words[max(0, number.first - 2) : number.first]  # "within 10 days of the end"
        return (at, at) if within else phrase_after(sentence, at)
    if hyphened or words[at - 1] == "magnitude":  # "a 5.6 magnitude earthquake"
        return phrase_after(sentence, at)
    return _sized(sentence, number, at) if _is_size(sentence, number, at) else (at, at)


def _sum_span(sentence: Sentence, number: Number, kind: str, at: int) -> tuple[int, int]:
    """The phrase behind money or a share."""
    words, following = sentence.folded, [*sentence.folded[at : at + 1], ""][0]
    rated = kind == "money" and at > number.last + 1  # "$48 a barrel"
    if rated and following == "on":
        return at, at  # "45 cents a share on revenue of $2bn"
    if kind == "money" and following in ("on", "in", "worth"):
        return _spent(sentence, number, at)
    if kind == "money" and following in word_list("determiners"):
        return at, at  # "the $12 million the mayor wants"
    hyphened = is_hyphened(sentence, number)
    if kind == "share" and following != "of" and not hyphened and _is_clause(sentence, at):
        return at, at
    first, last = phrase_after(sentence, at)
    # "the $20 million experts say it costs"
    of_ten = kind == "share" and "in" in words[number.first : number.last]  # "six in ten Turks say"
    says = following != "of" and not of_ten and words[last : last + 1] in (["say"], ["says"], ["said"])
    # "the $2 billion Congress approved for helicopters"
    gives = sentence.tags[last - 1 : last + 1] in (["NNP", "VBD"], ["NNP", "VBZ"]) and words[number.first - 1] == "the"
    says = says or (kind == "money" and gives and words[last + 1 : last + 2] == ["for"])
    return (at, at) if says else (first, last)


def _spent(sentence: Sentence, number: Number, at: int) -> tuple[int, int]:
    """The phrase behind "on", "in" or "worth" that money is spent on, not "in a year", "in rich countries"."""
    words = sentence.folded
    first, last = phrase_after(sentence, at + 1)
    head = words[last - 1]
    placed = words[at + 1 : at + 2] in (["a"], ["an"]) or head in word_list("spent_in")
    placed = placed or (words[at] == "in" and sentence.tags[last - 1] == "NNP")
    paid = head == "cash" and "for" in words[max(0, number.first - 4) : number.first]  # "Acme for about $2bn in cash"
    sized = words[last : last + 1] == ["of"] and sentence.tags[last + 1 : last + 2] in (["$"], ["CD"])
    return (at, at) if placed or paid or sized else (first, last)  # not "on a budget of $60 million"


def _is_size(sentence: Sentence, number: Number, at: int) -> bool:
    """Tell whether a number and its unit describe a noun without their hyphen: "72 hour holds", "a 65W charger"."""
    words, tags = sentence.folded, sentence.tags
    if tags[at : at + 1] not in (["NN"], ["NNS"], ["JJ"]) or at == number.last or words[at] in word_list("sizes"):
        return False
    several = number.low > 1 and len(words[at - 1]) > MOST_SYMBOL and words[at - 1] not in word_list("unit_plurals")
    return (several or _is_determined(sentence, number)) and singular(words[at - 1]) == words[at - 1]


def _sized(sentence: Sentence, number: Number, at: int) -> tuple[int, int]:
    """The phrase of one thing of a size, which ends before a plural: "an 82 kWh battery powers it"."""
    first, last = phrase_after(sentence, at)
    one = sentence.folded[number.first - 1] in ("a", "an") and last > first + 1
    return first, last - (one and sentence.tags[last - 2 : last] == ["NN", "NNS"])


def _is_determined(sentence: Sentence, number: Number) -> bool:
    """Tell whether a determiner stands before a number, or before what describes what it counts."""
    before = number.first
    while before and number.first - before < MOST_BEFORE and sentence.tags[before - 1] in ("JJ", "CD", "NN", "VBN"):
        before -= 1
    return before > 0 and sentence.folded[before - 1] in word_list("determiners")


def _is_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether what stands behind a share is no noun phrase: "20% used buses", "rose 5% year-on-year"."""
    return sentence.tags[at : at + 1] in (["VBD"], ["VBN"], ["VBP"], ["VBZ"], ["VBG"]) or (
        at < len(sentence) and sentence.folded[at] in word_list("comparing")
    )


def _bare(sentence: Sentence, at: int, *, several: bool) -> tuple[int, int]:
    """The phrase of a count, which no article opens ("kills 12 the army says"), and which agrees with it."""
    words = sentence.folded
    if at < len(words) and words[at] in word_list("determiners") and not (several and words[at] == "such"):
        return at, at
    first, last = phrase_after(sentence, at, several=several)
    those = first == last and words[at : at + 2] in (["of", "those"], ["of", "these"])
    if those and at + 2 < len(words) and singular(words[at + 2]) != words[at + 2]:
        return at + 2, at + 3  # "five of those hits", taken for a verb
    last += several and last > first and _is_plural_behind_name(sentence, last)
    if last == first or not several:
        more = last > first and sentence.tags[last - 1] == "NNS" and words[last : last + 1] != words[last - 1 : last]
        more = more and words[last] in class_nouns() if last < len(words) else False
        return first, last + more  # "one hazardous materials squad"
    head, tag = words[last - 1], sentence.tags[last - 1]
    if head in word_list("uncounted"):
        return at, at  # "kills 10 monitor"
    agrees = is_plural(head, tag) or not tag or "of" in words[at:first]
    misspelt = last - first == 1 and singular(head) in class_nouns()  # "19 civilian"
    return (first, last) if agrees or misspelt else (at, at)


def _is_plural_behind_name(sentence: Sentence, at: int) -> bool:
    """Tell whether a plural behind a name was taken for a verb, which would have an object: "four World Cup finals"."""
    if sentence.tags[at - 1 : at + 1] != ["NNP", "VBZ"] or singular(sentence.folded[at]) == sentence.folded[at]:
        return False
    known = sentence.folded[at] in outcome_words() or sentence.folded[at] in word_class("say")
    return not known and sentence.tags[at + 1 : at + 2] in (["IN"], ["."], [","], ["CC"], ["("])


def _sizes(sentence: Sentence, number: Number, at: int) -> bool:
    """Tell whether a singular noun and its number describe the next, without their hyphen: "a 12 page document"."""
    return _is_determined(sentence, number) and sentence.tags[at : at + 2] in (
        ["NN", "NN"],
        ["NN", "JJ"],
        ["NN", "NNS"],
    )


def noun_before(sentence: Sentence, first: int) -> tuple[int, int]:
    """Find the noun in front of a bare number that it counts: "a point or two", "a quake of magnitude 6".

    Args:
        sentence: The sentence.
        first: Where the number begins.

    Returns:
        First token and the one behind, equal where there is none.
    """
    words = sentence.folded
    if words[max(0, first - 1) : first + 1] == ["or", "two"] and sentence.tags[max(0, first - 2)] in ("NN", ""):
        return max(0, first - 2), first - 1
    last = first - (words[max(0, first - 1) : first] == ["-"])
    last -= words[max(0, last - 2) : last] == ["magnitude", "of"]
    return last - (words[max(0, last - 1) : last] == ["magnitude"]), last


def lend_nouns(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Give a figure the noun of the next, of which it tells the size or a share.

    "Eight million 250ml bottles", "half of the 80 students", "40% of the country's 12 million voters".

    Args:
        sentence: The sentence.
        readings: Its figures, in order, which get their `noun`.
    """
    for size, conversion in pairwise(readings):
        at = conversion.last + 1
        near = "within" in sentence.folded[max(0, size.first - 2) : size.number.first]
        bracketed = sentence.folded[size.last : size.last + 1] == ["("] and not near
        if bracketed and sentence.folded[at - 1 : at + 1] == [")", "of"]:
            size.noun = conversion.noun = text_of(sentence, *phrase_after(sentence, at))  # "3 inches (8 cm) of snow"
            size.rules["counted"] = conversion.rules["counted"] = "the noun behind"
    for share, count in pairwise(readings):
        if share.kind == "share" and count.kind == "count" and count.noun and _is_share_of(sentence, share, count):
            share.noun = count.noun
            share.rules["counted"] = "the whole behind"
    for reading, size in pairwise(readings):
        if reading.bare_count and reading.number.low > 1 and reading.last == size.first:
            if size.kind in ("count", "share"):
                continue
            begin = size.number.last if size.noun else size.last
            noun = size.noun or text_of(sentence, *_bare(sentence, begin, several=True))
            reading.noun = noun if is_plural(noun.split(" ")[-1], "") else ""


def _is_share_of(sentence: Sentence, share: Reading, count: Reading) -> bool:
    """Tell whether nothing but "of" and what opens a noun phrase stands between a share and a count."""
    between, tags = sentence.folded[share.last : count.first], sentence.tags[share.last : count.first]
    if share.noun:
        return tags == ["POS"]
    return between[:1] == ["of"] and all(tag in ("DT", "PRP$", "JJ", "VBN", "RB") for tag in tags[1:])


def tie_nouns(clauses: Clauses) -> None:
    """Give figures without a noun beside them the one that a rule ties them to: "the guards number 7,000".

    Args:
        clauses: The sentence, whose figures get their `noun`.
    """
    nouns: dict[Reading, tuple[str, Tie]] = {}
    for tie in clauses.ties("counted"):
        symbol, reading = clauses.symbols[tie.to], clauses.reading(tie.figure)
        noun = text_of(clauses.sentence, symbol.first, symbol.last) if symbol.of < 0 else clauses.reading(tie.to).noun
        if (
            not noun
            or noun in load_lexicon("measures")["nouns"]["change"]
            or (reading.kind == "count" and noun in word_list("deeds"))
            or (reading.kind == "count" and clauses.sentence.folded[max(0, reading.first - 1)] == "worth")
        ):
            continue  # money, its currency left out
        nouns.setdefault(reading, (load_lexicon("words")["kin"].get(noun.split()[-1], noun), tie))
    for reading, (noun, tie) in nouns.items():
        of_them = reading.kind == "share" and tie.rule.name == OF_THEM
        if not reading.noun and (reading.kind in ("count", "money") or of_them):
            reading.noun = noun
            reading.rules["counted"] = tie.decides()
