"""Page furniture: what a saved page carries beside its article, and how it is taken out.

Only whole paragraphs go, and each is kept with its reason. In doubt a paragraph stays: a lost sentence costs more than
a headline too many.
"""

from collections.abc import Sequence

from crossread.reading.drafts import Removed
from crossread.reading.furniture import find_furniture
from crossread.reading.headlines import HEADLINE_WORDS, ends_sentence, is_cut, is_glued, is_headline

# WordPress cuts teasers after 55 words.
TEASER_WORDS = 60
# A shorter paragraph that comes again ("Never again") may be meant.
REPEAT_WORDS = 4
# Short sentences between headlines are teasers only where this many pairs follow one another: prose never does that.
TEASER_PAIRS = 3

_Paragraph = tuple[int, str]
_Split = tuple[list[_Paragraph], list[Removed]]


def clean(paragraphs: Sequence[str]) -> tuple[list[str], list[Removed]]:
    """Take page furniture out of an article.

    Args:
        paragraphs: The raw paragraphs of a page, in order, the title perhaps first.

    Returns:
        The paragraphs that stay, with white space squeezed, and those that went, by their index. Paragraphs of white
        space alone are in neither.
    """
    kept = [(index, " ".join(text.split())) for index, text in enumerate(paragraphs) if text.strip()]
    removed: list[Removed] = []
    while True:  # what one step takes out can bring together what another step looks for
        before = len(removed)
        for step in (_drop_lines, _drop_blocks, _drop_glued, _drop_repeats):
            kept, gone = step(kept)
            removed.extend(gone)
        if len(removed) == before:
            break
    return [text for _, text in kept], sorted(removed, key=lambda item: item.paragraph)


def _drop_lines(paragraphs: list[_Paragraph]) -> _Split:
    """Separators, and the lexicon's lines."""
    kept: list[_Paragraph] = []
    removed = []
    for index, text in paragraphs:
        if not any(map(str.isalnum, text)):
            removed.append(Removed("separator", text, index))
        elif (entry := find_furniture(text)) and entry.reason is not None:
            removed.append(Removed(entry.reason, text, index))
        else:
            kept.append((index, text))
    return kept, removed


def _drop_glued(paragraphs: list[_Paragraph]) -> _Split:
    """A first paragraph that is the second with a category in front."""
    start = 0
    while start + 1 < len(paragraphs) and is_glued(paragraphs[start][1], paragraphs[start + 1][1]):
        start += 1
    return paragraphs[start:], [Removed("title with a category in front", text, at) for at, text in paragraphs[:start]]


def _drop_repeats(paragraphs: list[_Paragraph]) -> _Split:
    """Paragraphs that stood earlier already, whatever their case."""
    kept: list[_Paragraph] = []
    removed = []
    seen: set[str] = set()
    previous = None
    for index, text in paragraphs:
        key = text.casefold()
        if key == previous or (key in seen and text.count(" ") >= REPEAT_WORDS - 1):
            removed.append(Removed("repeated paragraph", text, index))
            continue
        kept.append((index, text))
        seen.add(key)
        previous = key
    return kept, removed


def _drop_blocks(paragraphs: list[_Paragraph]) -> _Split:
    """Headings such as "Latest news" with the headlines and teasers under them."""
    texts = [text for _, text in paragraphs]
    kept: list[_Paragraph] = []
    removed = []
    position = 0
    while position < len(paragraphs):
        if not _is_heading(texts, position):
            kept.append(paragraphs[position])
            position += 1
            continue
        end = _find_block_end(texts, position + 1, at_top=not kept)
        heading = texts[position]
        removed.append(Removed("block heading", heading, paragraphs[position][0]))
        removed.extend(Removed(f"under “{heading}”", text, index) for index, text in paragraphs[position + 1 : end])
        position = end
    return kept, removed


def _is_heading(texts: list[str], position: int) -> bool:
    entry = find_furniture(texts[position])
    if entry is None or entry.reason is not None:
        return False
    if not entry.open:
        return True
    return position > 0 and (position + 1 == len(texts) or _is_item(texts[position + 1]))


def _find_block_end(texts: list[str], start: int, *, at_top: bool) -> int:
    """Where the block whose items start here ends: at the next heading or at body text."""
    position = start
    teasers = False
    while position < len(texts) and not _is_heading(texts, position):
        pairs = _count_pairs(texts, position)
        if pairs >= TEASER_PAIRS:
            position += 2 * pairs
            teasers = True
        elif _is_item(texts[position]):
            teasers = teasers or not is_headline(texts[position])
            position += 1
        else:
            # Body text. A headline right before it is the article's own where no article came yet, and a subheading
            # where the block's items have teasers and this one has none.
            if position > start and (at_top or teasers) and is_headline(texts[position - 1]):
                position -= 1
            break
    return position


def _is_item(text: str) -> bool:
    return is_headline(text) or (is_cut(text) and text.count(" ") < TEASER_WORDS)


def _count_pairs(texts: list[str], position: int) -> int:
    """How many times a headline with one short sentence under it follows from here on."""
    pairs = 0
    while position + 1 < len(texts) and is_headline(texts[position]) and not _is_heading(texts, position):
        sentence = texts[position + 1]
        if not ends_sentence(sentence) or is_headline(sentence) or sentence.count(" ") >= HEADLINE_WORDS:
            break
        pairs += 1
        position += 2
    return pairs
