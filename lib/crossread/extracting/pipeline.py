"""Articles to rows: everything that one article says, found without knowing the others."""

import gc
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any

from crossread.extracting.attribution.attribution import attribute
from crossread.extracting.attribution.quote import Quote
from crossread.extracting.attribution.quotes import find_quotes
from crossread.extracting.attribution.running_on import run_on
from crossread.extracting.attribution.signatures import with_signed
from crossread.extracting.attribution.speakers import resolve_speakers
from crossread.extracting.context.context import add_context
from crossread.extracting.context.places import find_places
from crossread.extracting.context.speakers import find_bodies
from crossread.extracting.figures.figures import Figure, find_figures
from crossread.extracting.figures.victims import tell_victims
from crossread.extracting.names.mentions import Mention, find_names
from crossread.extracting.names.step import FindNames
from crossread.extracting.names.victims import find_victims
from crossread.language.speech import tag_speech
from crossread.language.tokens import Document, tokenize
from crossread.language.vocabulary import singular
from crossread.reading.articles import Article
from crossread.reading.conventions import LEXICON, Conventions

BATCH = 64  # articles whose names are found at once
FIGURE_FIELDS = tuple(field.name for field in fields(Figure))
MENTION_FIELDS = tuple(field.name for field in fields(Mention))

Row = dict[str, Any]
Named = tuple[Article, Document, list[Mention]]
Progress = Callable[[Iterable[Article]], Iterable[Article]]


@dataclass(frozen=True, slots=True)
class Extract:
    """Rows of the tables of figures, mentions and quotes, without what only the whole corpus can tell."""

    figures: list[Row]
    mentions: list[Row]
    quotes: list[Row]


def extract_articles(
    articles: Sequence[Article],
    progress: Progress = iter,
    find: FindNames = find_names,
    conventions: Conventions = LEXICON,
) -> Extract:
    """Find the figures and names of articles, in their order.

    Articles that are not English are left out; their rows in the articles table say so.

    Args:
        articles: What to read.
        progress: Wrapped around the articles, for instance `tqdm`.
        find: Finds the names of many articles at once.
        conventions: What this corpus counts otherwise than the lexicon.

    Returns:
        The rows of all articles.
    """
    found = Extract([], [], [])
    with _uncollected():
        _extract_into(found, _named(progress(articles), find), conventions)
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from going through all records again and again: they hold no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _extract_into(found: Extract, named: Iterable[Named], conventions: Conventions) -> None:
    own = {singular(noun): name for noun, name in conventions.classes.items()}
    for article, document, mentions in named:
        names = [(mention.start, mention.end) for mention in mentions]
        figures = tell_victims(document, find_figures(document, names, conventions.vague))
        quotes = with_signed(document, find_quotes(document))
        quotes = run_on(document, resolve_speakers(document, quotes, mentions))
        places = find_places(document.text, mentions)
        figures = add_context(document, attribute(document, figures, quotes), places, article.published)
        found.figures.extend(_figure_row(article.article_id, document, figure, own) for figure in figures)
        found.quotes.extend(row for quote in quotes for row in _quote_rows(article.article_id, document, quote))
        found.mentions.extend(_mention_rows(article.article_id, document, mentions, places))


def _named(articles: Iterable[Article], find: FindNames) -> Iterator[Named]:
    """English articles in sentences, with their names, in batches, for tagging many at once is many times faster."""
    english = (article for article in articles if article.language == "en")
    while batch := list(islice(english, BATCH)):
        documents = [tokenize(article.text, article.title_end) for article in batch]
        numbered = tag_speech(documents)
        yield from zip(batch, documents, find(documents, numbered), strict=True)


def _mention_rows(
    article_id: str, document: Document, mentions: Sequence[Mention], places: Mapping[int, str]
) -> Iterator[Row]:
    starts, bodies = [sentence.start for sentence in document.sentences], find_bodies(document.text, mentions)
    victims = find_victims(document, mentions)
    for mention in mentions:
        sentence = document.sentences[max(bisect_right(starts, mention.start) - 1, 0)]
        yield {
            **{name: getattr(mention, name) for name in MENTION_FIELDS},
            "article_id": article_id,
            "sentence_start": sentence.start,
            "sentence_end": sentence.end,
            "preposition": places.get(mention.start),
            "speaks_for": bodies.get(mention.start),
            "dead": mention.start in victims,
            "age": victim.age if (victim := victims.get(mention.start)) else None,
            "sex": victim.sex if victim else "",
        }


def _quote_rows(article_id: str, document: Document, quote: Quote) -> Iterator[Row]:
    """A row for each stretch that is said; what is quoted within another's direct speech is part of that."""
    speaker = quote.speaker or quote.source
    resolved = speaker != quote.source
    for part in () if quote.nested else quote.content:
        yield {
            "quote_id": f"{article_id}:{quote.cue.start}",
            "article_id": article_id,
            "source": document.text[speaker.start : speaker.end],
            "source_start": quote.source.start,
            "source_end": quote.source.end,
            "antecedent_start": speaker.start if resolved else None,
            "antecedent_end": speaker.end if resolved else None,
            "cue": document.text[quote.cue.start : quote.cue.end],
            "cue_start": quote.cue.start,
            "cue_end": quote.cue.end,
            "stance": quote.stance,
            "content_start": part.start,
            "content_end": part.end,
        }


def _figure_row(article_id: str, document: Document, figure: Figure, classes: Mapping[str, str]) -> Row:
    part_of = None if figure.part_of is None else f"{article_id}:{figure.part_of}"
    head = singular(figure.counted.rpartition(" ")[2])
    return {name: getattr(figure, name) for name in FIGURE_FIELDS} | {
        "counted_class": classes.get(head, figure.counted_class) if figure.kind != "money" else figure.counted_class,
        "article_id": article_id,
        "figure_id": f"{article_id}:{figure.number_start}",
        "phrase": document.text[figure.start : figure.end],
        "part_of": part_of,
    }
