"""Folders that are written: what is replaced, what stays, and what a run that was killed leaves."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crossread import output
from crossread.marks import REPORT, TABLES, OutputError, check_replaceable, read_mark, write_mark
from crossread.output import replacing


def write(place: Path, text: str = "old", name: str = REPORT) -> None:
    with replacing(place, name) as draft:
        (draft.folder / "sub").mkdir()
        (draft.folder / "sub" / "page.html").write_text(text)
        write_mark(draft.folder, name, {})


def fail(place: Path) -> None:
    with replacing(place, REPORT) as draft:
        write_mark(draft.folder, REPORT, {})
        raise OSError(28, "the disk is full")


def text(place: Path) -> str:
    return (place / "sub" / "page.html").read_text()


def test_what_a_run_wrote_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    out = tmp_path / "reports" / "out"
    write(out, "old")
    (out / ".DS_Store").write_bytes(b"x")  # a desktop only looked in
    write(out, "new")
    assert text(out) == "new"
    assert [path.name for path in out.parent.iterdir()] == ["out"]
    assert [path.name for path in out.iterdir() if path.name != "sub"] == [REPORT]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    write(tmp_path, "new")
    assert text(tmp_path) == "new"


# What somebody else put there, each with a part of what is said of it.
FOREIGN = {
    "a note": (lambda out: (out / "notes.txt").write_text("x"), "'notes.txt' in it was not written by Crossread"),
    "a hidden note": (lambda out: (out / ".notes").write_text("x"), "'.notes' in it was not written by Crossread"),
    "a note in a subfolder": (lambda out: (out / "sub" / "n.txt").write_text("x"), "'sub/n.txt' in it was not"),
    "a link": (lambda out: (out / "articles").symlink_to(out.parent), "'articles' in it was not written"),
    "a changed page": (lambda out: (out / "sub" / "page.html").write_text("mine"), "'sub/page.html' in it was changed"),
    "an empty mark": (lambda out: (out / REPORT).write_text("{}"), "is not a report"),
    "another's mark": (lambda out: (out / REPORT).write_text('[{"crossread": "1"}]'), "is not a report"),
    "a nested mark": (lambda out: (out / REPORT).write_text("[" * 100_000), "is not a report"),
    "a mark without files": (
        lambda out: (out / REPORT).write_text('{"crossread": "1"}'),
        "does not tell what was written there",
    ),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_no_run_wrote_stays(tmp_path: Path, what: str) -> None:
    out = tmp_path / "out"
    write(out)
    change, message = FOREIGN[what]
    change(out)
    before = {path: path.is_dir() or path.read_bytes() for path in out.rglob("*")}
    with pytest.raises(OutputError) as refused:
        write(out, "new")
    assert message in str(refused.value)
    assert {path: path.is_dir() or path.read_bytes() for path in out.rglob("*")} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_is_added_while_a_run_writes_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out)

    def work() -> None:
        with replacing(out, REPORT) as draft:
            write_mark(draft.folder, REPORT, {})
            (out / "notes.txt").write_text("mine")

    with pytest.raises(OutputError, match=r"'notes\.txt' in it was not written"):
        work()
    assert (text(out), (out / "notes.txt").read_text()) == ("old", "mine")


def test_tables_and_reports_do_not_replace_each_other(tmp_path: Path) -> None:
    write(tmp_path / "out", name=TABLES)
    with pytest.raises(OutputError, match="is not a report"):
        write(tmp_path / "out")


@pytest.mark.parametrize(("place", "source"), [("a", "a"), ("a/b", "a"), ("a", "a/b"), ("link", "a"), ("a", "link/b")])
def test_what_is_read_and_what_is_written_do_not_hold_each_other(tmp_path: Path, place: str, source: str) -> None:
    write(tmp_path / "a")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with pytest.raises(OutputError, match="lie in each other"):
        check_replaceable(tmp_path / place, REPORT, tmp_path / source)


def test_folders_beside_each_other_are_no_matter(tmp_path: Path) -> None:
    check_replaceable(tmp_path / "news-report", REPORT, tmp_path / "news")


def test_a_draft_without_a_mark_is_given_up(tmp_path: Path) -> None:
    with replacing(tmp_path / "new" / "out", REPORT) as draft:
        (draft.folder / "page.html").write_text("half")
    assert list(tmp_path.iterdir()) == []


def test_an_error_leaves_the_old(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out)
    with pytest.raises(OSError, match="full"):
        fail(out)
    assert text(out) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk" / "out")
    for each in ("old", "new"):
        write(tmp_path / "out", each)
    assert (tmp_path / "out").is_symlink()
    assert text(tmp_path / "disk" / "out") == "new"
    assert [path.name for path in (tmp_path / "disk").iterdir()] == ["out"]


def test_where_the_system_cannot_swap_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_swap", lambda one, other: False)
    write(tmp_path / "out", "old")
    write(tmp_path / "out", "new")
    assert text(tmp_path / "out") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_rename_brings_the_old_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_swap", lambda one, other: False)
    write(tmp_path / "out", "old")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name.startswith(".") and target.name == "out" and text(path) == "new":
            raise OSError(5, "no")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="no"):
        write(tmp_path / "out", "new")
    assert text(tmp_path / "out") == "old"


KILLED = """
import os, signal, sys
from pathlib import Path
from crossread import marks, output
out, moment = Path(sys.argv[1]), sys.argv[2]
if moment == "between renames":
    output._swap = lambda *_: False
    rename = Path.rename
    def once(path, target):
        rename(path, target)
        os.kill(os.getpid(), signal.SIGKILL)
    Path.rename = once
if moment == "before the swap":
    output._put = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
if moment == "after the swap":
    output.shutil.rmtree = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
with output.replacing(out, marks.REPORT) as draft:
    (draft.folder / "sub").mkdir()
    (draft.folder / "sub" / "page.html").write_text("new")
    if moment == "in the middle":
        os.kill(os.getpid(), signal.SIGKILL)
    marks.write_mark(draft.folder, marks.REPORT, {})
"""
MOMENTS = {"in the middle": "old", "before the swap": "old", "after the swap": "new", "between renames": None}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_run_leaves_the_old_or_the_new_and_the_next_cleans_up(tmp_path: Path, moment: str) -> None:
    out = tmp_path / "out"
    write(out)
    assert subprocess.run([sys.executable, "-c", KILLED, str(out), moment]).returncode == -9
    assert (text(out) if out.exists() else None) == MOMENTS[moment]
    assert len(list(tmp_path.iterdir())) == 2
    with pytest.raises(OSError, match="full"):  # it cleans up even if it fails itself
        fail(out)
    assert text(out) in ("old", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    write(out, "newer")
    assert text(out) == "newer"


def test_two_runs_do_not_write_one_folder_at_once(tmp_path: Path) -> None:
    with replacing(tmp_path / "out", REPORT) as draft:
        with pytest.raises(OutputError, match="another run is writing it now"):
            write(tmp_path / "out", "second")
        write(tmp_path / "out2", "beside")
        (draft.folder / "sub").mkdir()
        (draft.folder / "sub" / "page.html").write_text("first")
        write_mark(draft.folder, REPORT, {})
    assert text(tmp_path / "out") == "first"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out2"]


def test_what_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot write"):
        write(tmp_path / "file" / "out")


def test_the_mark_lists_every_file_with_its_hash(tmp_path: Path) -> None:
    write(tmp_path / "out")
    mark = read_mark(tmp_path / "out", REPORT)
    assert mark == json.loads((tmp_path / "out" / REPORT).read_text())
    assert mark["files"] == {"sub/page.html": "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4"}
