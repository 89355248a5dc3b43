"""Patterns over the words of a sentence, declared in lexicons: "<month> #<day>", "game|row|unit #<n>".

A pattern is a row of elements parted by blanks. An element is a word, alternatives ("game|row"), or a class ("<day>");
a `?` behind it makes it optional, a `#` before it marks the word that the pattern is about, and a `~` before that says
that it touches the word before it; `^` and `$` are the ends of the sentence. Words match in any case.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

# What parts two words in the text that is searched: no token holds either.
BLANK, TOUCH = "\n", "\x1f"


@dataclass(frozen=True, slots=True)
class PatternSet:
    """Patterns of one list, ready to be matched: all in one to find where any begins, then each alone."""

    any: re.Pattern[str]
    each: tuple[tuple[str, re.Pattern[str]], ...]

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[str, list[int]]]:
        """Find every match of every pattern.

        Args:
            tokens: The sentence.

        Yields:
            The name of the pattern (its `reads`, "" without one) and the indices of the words that it marks.
        """
        starts, text = {}, BLANK
        for at, token in enumerate(tokens):
            starts[len(text)] = at
            touches = at + 1 < len(tokens) and token.end == tokens[at + 1].start
            text += token.text + (TOUCH if touches else BLANK)
        for begin in self.any.finditer(text):
            for name, pattern in self.each:
                match = pattern.match(text, begin.start())
                if match is not None:
                    yield name, [starts[start] for start, _ in match.regs[1:] if start >= 0]


@cache
def load_patterns(lexicon: str, table: str) -> PatternSet:
    """Read the patterns in a table of a lexicon, with the classes in its table `classes`."""
    return compile_patterns(load_lexicon(lexicon)[table], load_lexicon(lexicon)["classes"])


def compile_patterns(entries: Sequence[Mapping[str, str]], classes: Mapping[str, list[str] | str]) -> PatternSet:
    """Make patterns ready to be matched.

    Args:
        entries: Patterns, each with its `pattern` and, where they differ in what they tell, `reads`.
        classes: Names of classes to a list of words, the name of a list in `lexicon/words.toml`, or a regular
            expression between slashes.

    Returns:
        The patterns.
    """
    sources = [(entry.get("reads", ""), _source(entry["pattern"], classes)) for entry in entries]
    anywhere = "|".join(source for _, source in sources)
    return PatternSet(
        re.compile(rf"(?<=[{BLANK}{TOUCH}])(?={_unmarked(anywhere)})", re.IGNORECASE),
        tuple((name, re.compile(source, re.IGNORECASE)) for name, source in sources),
    )


def _unmarked(source: str) -> str:
    """The same expression without its marks."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", source)


def _source(pattern: str, classes: Mapping[str, list[str] | str]) -> str:
    return "".join(_element(element, classes) for element in pattern.split(" "))


def _element(element: str, classes: Mapping[str, list[str] | str]) -> str:
    if element in ("^", "$"):
        return rf"(?<=\A{BLANK})" if element == "^" else r"\Z"
    touching = element.startswith("~") and len(element) > 1
    element = element.removeprefix("~" if touching else "")
    marked = element.startswith("#") and len(element) > 1
    optional = element.endswith("?") and len(element) > 1
    body = element.removeprefix("#" if marked else "").removesuffix("?" if optional else "")
    words = "|".join(_alternative(word, classes) for word in body.split("|"))
    before = f"(?<={TOUCH})" if touching else ""
    return f"(?:{before}{'(' if marked else '(?:'}{words})[{BLANK}{TOUCH}]){'?' if optional else ''}"


def _alternative(word: str, classes: Mapping[str, list[str] | str]) -> str:
    if not (word.startswith("<") and word.endswith(">")):
        return re.escape(word)
    meaning = classes[word[1:-1]]
    if isinstance(meaning, str):
        if meaning.startswith("/"):
            return f"(?:{meaning.strip('/')})"
        meaning = load_lexicon("words")[meaning]
    return "|".join(map(re.escape, meaning))
