"""A pile with broken files yields the rest, and names each of them with its reason."""

from pathlib import Path

import pytest
from tests.formats.breakages import breakages, write_pile
from tests.formats.pile import pieces

from crossread.reading.articles import CorpusError, read_corpus

PIECES = pieces()
BROKEN = breakages(PIECES[0])


@pytest.mark.parametrize("ending", BROKEN)
def test_each_way_of_being_broken_is_told(tmp_path: Path, ending: str) -> None:
    content, reason = BROKEN[ending]
    (tmp_path / f"x{ending}").write_bytes(content)
    (tmp_path / "good.txt").write_text(PIECES[0].text, encoding="utf-8")
    corpus = read_corpus(tmp_path)
    assert [article.path for article in corpus.articles] == ["good.txt"]
    assert corpus.problems
    assert all(problem.path.startswith(f"x{ending}") for problem in corpus.problems)
    assert any(reason in problem.reason for problem in corpus.problems)


def test_a_pile_with_broken_files(tmp_path: Path) -> None:
    written = dict(write_pile(tmp_path, PIECES, 60))
    seen: list[Path] = []
    corpus = read_corpus(tmp_path, lambda files: (seen.append(file) or file for file in files))
    whole = {name for name, reason in written.items() if reason is None}
    assert {(article.path or "").split("/")[0] for article in corpus.articles} == whole
    assert {problem.path.split("/")[0] for problem in corpus.problems} == set(written) - whole
    assert [file.name for file in seen] == sorted(written)


def test_there_are_twenty_ways() -> None:
    assert len(BROKEN) == 20


def test_a_file_alone_that_is_broken_stops_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(CorpusError, match=r"the first problem is x\.pdf: broken PDF"):
        read_corpus(tmp_path / "x.pdf")
