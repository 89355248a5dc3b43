"""Sentences spelled as one letter a word, which the patterns of cues run over."""

import re
from functools import cache

from crossread.extracting.attribution.cues import completed_forms, cue_forms, past_forms, phrase_at, surveys
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon

QUOTATION_MARKS = frozenset('"“”„«»')
PASSIVE = "V"
JOINT = "'"  # within a noun phrase: a possessive, a hyphen
SURVEY = "k"  # "in", before a survey
LONE_ADJECTIVE = re.compile(r"(D[JC']*)J(?![JCNPe'&R])")  # "the wounded": it stands for a noun
NAMED_LAST = re.compile(r",D?P+$")  # "…, the Guardian" at a sentence's end, but for the cue
IN_SURVEY = re.compile(r"I(?:D[JCe]*|[JC]*)[NPJ'.&]*[NP]")
CUES = frozenset("SLQZTUOslqztuoVk:")  # but for phrases before a speaker
BEFORE = "K"  # a phrase that stands before the speaker
MARKS = {";": ";", ":": ":", ",": ",", "(": "(", "[": "(", ")": ")", "]": ")", "—": "-", "–": "-", "-": "-", "--": "-"}
MARKS |= dict.fromkeys(QUOTATION_MARKS, '"') | dict.fromkeys([".", "!", "?"], ".")
TAGS = {
    "NN": "N", "NNS": "N", "NNP": "P", "CD": "C", "DT": "D", "PRP$": "D", "JJ": "J", "IN": "I", "TO": "2", "CC": "&",
    "MD": "a", "RB": "R", "RP": "R", "WRB": "R", "WP": "w", "WDT": "w", "PRP": "x", "POS": "'", "$": "C", '"': '"',
    "VBD": "v", "VBZ": "v", "VBP": "v", "VBG": "g", "VBN": "e", "VB": "i",
}  # fmt: skip


def spell(sentence: Sentence) -> str:
    """Spell a sentence as one letter a word, as `lexicon/cues.toml` lists them.

    Args:
        sentence: A sentence whose parts of speech are tagged.

    Returns:
        As many letters as the sentence has tokens.
    """
    words = tuple(token.text.lower() for token in sentence.tokens)
    letters: list[str] = []
    while len(letters) < len(words):
        at = len(letters)
        phrase = phrase_at(words, at)
        if phrase is not None:
            letters.extend(BEFORE * len(phrase))
        else:
            joined = _joins(sentence, at)
            before = "".join(letters[max(0, at - 6) :])
            doubled = words[at] == "'" and "'" in (*words[at + 1 : at + 2], *words[max(0, at - 1) : at])
            letter = JOINT if joined else '"' if doubled else _letter(words, at, sentence.speech[at], before)
            if _is_period(words, at):
                letters[-1:] = "mm"
            else:
                letters.append(letter)
    spelled = LONE_ADJECTIVE.sub(r"\1N", "".join(letters))
    return IN_SURVEY.sub(lambda match: _in_survey(words, match), spelled)


def _is_period(words: tuple[str, ...], at: int) -> bool:
    """The second word of "last week", "this year" and their like."""
    closed = load_lexicon("cues")["closed"]
    return at > 0 and words[at] in closed["periods"] and words[at - 1] in closed["pointers"]


def _in_survey(words: tuple[str, ...], match: re.Match[str]) -> str:
    """Mark "in" as a cue before a survey: "in the latest poll, 30 per cent said so"."""
    noun = words[match.end() - 1]
    told = words[match.start()] == "in" and (noun in surveys() or singular(noun) in surveys())
    return f"{SURVEY}{match.group()[1:]}" if told else match.group()


def _joins(sentence: Sentence, at: int) -> bool:
    """A hyphen or stroke with a word on either side and no space: "48-hour", "CNN/ORC"."""
    tokens = sentence.tokens
    inside = 0 < at < len(tokens) - 1 and tokens[at].text in ("-", "/", "–")
    return inside and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _letter(words: tuple[str, ...], at: int, tag: str, before: str) -> str:
    word = words[at]
    if word in MARKS:
        return MARKS[word]
    if (closed := _closed_class(word, tag)) is not None:
        return closed
    if tag == "NN" and word in past_forms() and words[at + 1 : at + 2] == ("that",):
        tag = "VBD"  # a rare verb, which the tagger takes for a noun: "the ministry understood that"
    if tag == "NNS" and words[at + 1 : at + 2] in ((), (".",)) and NAMED_LAST.search(before):
        tag = "VBZ"  # "12 people died, the Guardian reports."
    if tag == "VB" and before.endswith(BEFORE):
        tag = "NN"  # "according to exit polls"
    if not tag.startswith("VB"):
        return TAGS.get(tag, "x")
    if word in cue_forms() and (letter := _cue_letter(words, at, tag, before)) is not None:
        return letter
    return TAGS[tag]


@cache
def _closed_class(word: str, tag: str) -> str | None:
    """The letter of words that are told by themselves rather than by their tag."""
    words, closed = load_lexicon("words"), load_lexicon("cues")["closed"]
    if word in words["weekdays"] or word in closed["days"] or (word in words["months"] and tag == "NNP"):
        return "m"
    if word in closed["subjects"]:
        return "y"
    if word == "that" and tag != "DT":
        return "h"
    if word in ("of", "for"):
        return "f"
    if word == "by":
        return "B"
    if word in closed["contrasts"]:
        return "/"
    if tag.startswith("VB") and word in closed["be"]:
        return "b"
    return "a" if word in words["auxiliaries"] and tag != "RB" else None


def _cue_letter(words: tuple[str, ...], at: int, tag: str, before: str) -> str | None:
    """The letter of a verb that can be a cue, None where it does something else."""
    letter = cue_forms()[words[at]]
    auxiliary = before.rstrip("R")[-1:]
    following = words[at + 1 : at + 8]
    completing = completed_forms().get(words[at])
    if completing is not None and completing.isdisjoint(following):
        return None
    if not set(load_lexicon("cues")["not_said"]).isdisjoint(following):
        return None
    if tag == "VBG":
        return letter if auxiliary == "b" else letter.lower()
    if tag == "VB":
        return letter if auxiliary == "a" or before[-1:] in tuple("NP") else None
    if tag == "VBN":
        if auxiliary == "a":
            return letter
        if auxiliary == "b" or following[:1] == ("by",):
            return PASSIVE
        active = bool(following) and (following[0] in ("that", "“", '"') or following[0][0].isdecimal())
        return letter if active and before[-1:] in tuple("NPy") else None
    return letter
