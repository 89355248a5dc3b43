"""Exports that are cut, changed or laid out otherwise: nothing of them is lost in silence, none is one article."""

import pytest
from tests.formats import pile
from tests.formats.pile import pieces

from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import File
from crossread.reading.formats import read_file

PIECES = pieces()
UNI = "\n".join(pile.nexis_uni(PIECES))
FACTIVA = "\n".join(pile.factiva_laid_out(PIECES))


def read(text: str) -> tuple[int, list[str]]:
    """How many articles, and the reasons of the problems."""
    found = list(read_file(File("x.txt", content=text.encode())))
    return sum(isinstance(each, Draft) for each in found), [each.reason for each in found if isinstance(each, Problem)]


@pytest.mark.parametrize(
    ("text", "database"),
    [
        (UNI.replace("End of Document", ""), "Nexis Uni"),
        (FACTIVA.replace(" words", " units"), "Factiva"),
        (pile.proquest(PIECES).replace("_" * 60, "---"), "ProQuest"),
        (pile.nexis_classic(PIECES, "Article {} / {}"), "LexisNexis"),
    ],
)
def test_what_cannot_be_split_is_a_problem(text: str, database: str) -> None:
    reason = (
        f"looks like an export of {database}, but its articles cannot be told apart: export them again, with all fields"
    )
    assert read(text) == (0, [reason])


def test_one_that_is_laid_out_otherwise_is_told() -> None:
    count, reasons = read(FACTIVA.replace("295 words", "", 1))
    assert count == 4
    assert reasons == ["an article of Factiva without its text ('News')"]


def test_articles_that_the_cover_lists_and_the_file_lacks() -> None:
    cut = UNI[: UNI.rindex("Body")]
    assert read(cut) == (4, ["its cover tells of 5 documents, but 4 were found"])


def test_one_article_of_an_export() -> None:
    assert read(pile.nexis_classic(PIECES[:1])) == (1, [])


def test_words_of_exports_in_an_article_make_no_export() -> None:
    text = "LENGTH: a short history\n\nThe document ends.\n\nBody\n\nFull text: none.\n\nTitle: none.\n\nIt rained."
    assert read(text) == (1, [])
