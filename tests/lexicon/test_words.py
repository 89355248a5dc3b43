"""What each word of the lexicon does in a sentence, held against tables that stand beside this module.

A table has a line that names what is asked (`figures: outcome`), and frames (`The 20 men were {}.`). Under a frame
stand the words that fill it, by what is read then: `killed: slain | murdered`; longer lists go on in lines that are
indented more, and "=" stands between names of one thing. "-" is nothing. A word that goes from the lexicon, or comes to
mean something else, fails its table; a new word is added to its row.
"""

from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest

from crossread import extract
from crossread.extracting.pipeline import extract_articles
from crossread.language.tokens import tokenize
from crossread.linking.aliases import link_entities
from crossread.linking.compare import list_claims
from crossread.linking.entities.spelling import same_given
from crossread.reading.articles import Article, Corpus
from crossread.tables import make_table

TABLES = {path.stem: path for path in sorted(Path(__file__).parent.glob("*.txt"))}


def read_table(path):
    """What is asked, and (text, what is to be read) for each word."""
    asked, frame, expected, cells = "", "", "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        indent = len(line) - len(line.lstrip())
        if line.startswith("#") or not line:
            continue
        if not indent and "{}" not in line:
            if asked:
                raise ValueError(f"{path.name}: neither a frame with {{}} nor words, which stand behind blanks: {line}")
            asked = line
        elif not indent:
            frame = line
        else:
            if indent == 2 and ": " not in line:
                raise ValueError(f"{path.name}: no reading stands before the words: {line.strip()}")
            if indent == 2:
                expected, line = line.strip().split(": ", 1)
            words = line.strip().split(" | ")
            if words[0].startswith("= "):
                cells[-1] = (f"{cells[-1][0]} {words.pop(0)}", expected)
            cells += [(frame.replace("{}", word), expected) for word in words]
    return asked, cells


def read_texts(asked, texts):
    """What is read in each text, as a table writes it."""
    what, _, columns = asked.partition(": ")
    articles = [Article(str(number), text, story="s") for number, text in enumerate(texts)]
    if what == "sentences":
        return [str(len(tokenize(text).sentences)) for text in texts]
    if what == "entities":
        return [str(len(link_names(text.split(" = "), "ORG"))) for text in texts]
    if what == "types":
        return [kind for text in texts for kind in link_names([text], "PER").type]
    if what == "given names":
        names = [text.split(" = ") for text in texts]
        return [str(all(same_given(*pair) for pair in combinations(forms, 2))) for forms in names]
    if what in ("linked", "claims"):
        tables = extract(Corpus("words", tuple(articles), ()))
        found = tables.figures if what == "linked" else list_claims(tables.figures, tables.articles)
        rows = found.to_dict("records")
    else:
        rows = getattr(extract_articles(articles), what)
    read = defaultdict(list)
    for row in rows:
        cells = [row[column] for column in columns.split()]
        read[row["article_id"]].append(" ".join("-" if pd.isna(cell) or cell == "" else str(cell) for cell in cells))
    return ["; ".join(read[article.article_id]) or "-" for article in articles]


def link_names(names, kind):
    """The entities of names, each of which stands in an article of its own and may be another's spelling."""
    rows = [{"article_id": f"{at}", "start": 0, "end": len(name), "text": name} for at, name in enumerate(names)]
    articles = make_table("articles", [{"article_id": row["article_id"], "text": row["text"]} for row in rows])
    return link_entities(make_table("mentions", [row | {"type": kind} for row in rows]), articles)[1]


@pytest.mark.parametrize("name", TABLES)
def test_words_are_read_as_their_table_says(name):
    asked, cells = read_table(TABLES[name])
    read = read_texts(asked, [text for text, _ in cells])
    other = [
        f"{text!r} is read as {got!r}, not {wanted!r}"
        for (text, wanted), got in zip(cells, read, strict=True)
        if got != wanted
    ]
    assert cells
    assert other == []


@pytest.mark.parametrize("line", ["12 miners met their end.", "  miners | sailors"])
def test_a_line_that_is_no_row_is_named(tmp_path, line):
    table = tmp_path / "outcomes.txt"
    table.write_text(f"figures: outcome\n\nThe 20 {{}} died.\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"outcomes.txt: .*{line.strip().split()[0]}"):
        read_table(table)


@pytest.mark.parametrize("name", TABLES)
def test_no_frame_stands_twice(name):
    frames = [line for line in TABLES[name].read_text(encoding="utf-8").splitlines() if line[:1] not in ("", " ", "#")]
    assert [frame for frame, times in Counter(frames).items() if times > 1] == []
