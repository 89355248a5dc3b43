"""The rows that differ between two tables."""

import pandas as pd
from tests.golden.changes import compare_folders, compare_tables
from tests.golden.sets import COLUMNS, digest_articles, plain

FIGURES = pd.DataFrame(
    {"figure_id": ["a:1", "a:9"], "article_id": ["a", "a"], "phrase": ["30 men", "five"], "low": [30.0, 5.0]}
)


def lines(old, new):
    return list(compare_tables("figures", old, new))


def test_equal_rows_show_nothing_in_whatever_order():
    assert lines(FIGURES, FIGURES.iloc[::-1].assign(low=FIGURES.low + 1e-13)) == []


def test_changed_cells_gone_rows_and_new_rows():
    new = FIGURES.assign(low=[31.0, 5.0], figure_id=["a:1", "a:8"])
    assert lines(FIGURES, new) == [
        ("~ figures a:1  [30 men]  low: 30.0 -> 31.0", ("low",)),
        ("- figures a:9  figure_id='a:9', article_id='a', phrase='five', low=5.0", ("row gone",)),
        ("+ figures a:8  figure_id='a:8', article_id='a', phrase='five', low=5.0", ("row new",)),
    ]


def test_rows_with_one_key_are_told_apart_by_their_order():
    mentions = pd.DataFrame({"article_id": ["a", "a"], "start": [1, 1], "end": [4, 4], "type": ["PER", "ORG"]})
    (line,) = compare_tables("mentions", mentions, mentions.assign(type=["PER", "LOC"]))
    assert line == ("~ mentions a:1:4  []  type: 'ORG' -> 'LOC'", ("type",))


def test_tables_and_columns_of_one_side_are_named(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, columns in ((old, ["low"]), (new, ["phrase"])):
        folder.mkdir()
        FIGURES.drop(columns=columns).to_parquet(folder / "figures.parquet")
    FIGURES.to_parquet(new / "incidents.parquet")
    found = [line for line, _ in compare_folders(old, new)]
    assert found == ["- column figures.phrase", "+ column figures.low", "+ table incidents"]


class Known:
    article_id = "a"


def frames(**changed):
    columns = {"title": "T", "text": "30 men died.", "language": "en", "words": 3}
    empty = {table: pd.DataFrame(columns=["article_id", *names]) for table, names in COLUMNS.items()}
    return empty | {"articles": pd.DataFrame([{"article_id": "a"} | columns | changed])}


def test_digest_is_of_the_named_columns():
    assert digest_articles([Known], frames()) == digest_articles([Known], frames(later="new"))
    assert digest_articles([Known], frames()) != digest_articles([Known], frames(words=4))


def test_cells_are_plain():
    cells = [pd.NA, None, float("nan"), 0.1 + 0.2, 3, True, pd.Timestamp("2015-01-02"), ["a", pd.NA]]
    assert [plain(cell) for cell in cells] == [None, None, None, 0.3, 3, True, "2015-01-02 00:00:00", ["a", None]]
