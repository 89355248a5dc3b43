"""The user's word on names: read, checked against itself, applied."""

import random
from pathlib import Path

import pandas as pd
import pytest

from crossread.linking.correcting import apply_corrections
from crossread.linking.corrections import ACTIONS, MAX_ENTRIES, fold, read_corrections
from crossread.reading.articles import CorpusError
from crossread.tables import COLUMNS, make_table

Folder = Path


def read(folder: Folder, text: str):
    (folder / "corrections.toml").write_text(text, encoding="utf-8")
    return read_corrections(folder)


def entry(action, **values):
    lines = [f"{key} = {value!r}" for key, value in values.items()]
    return "\n".join([f"[[{action}]]", *lines, ""])


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Sa’adiyah", "Sa'adiyah"),
        ("Saʿadiyah", "Saʿadiyah"),
        ("Médecins  Sans\tFrontières", "Medecins Sans Frontieres"),
        ("US", "US"),
        ("us", "us"),
        (" ", ""),
    ],
)
def test_fold(name, folded):
    assert fold(name) == folded


def test_no_file_no_corrections(tmp_path):
    assert read_corrections(tmp_path) == ()


ALL = """
[[retype]]
name = "Peshmerga"
type = "ORG"
[[rename]]
name = "Suleimani"
to = "Qassem Soleimani"
[[merge]]
names = ["Jalawla", "Jaloula"]
to = "Jalula"
[[drop]]
name = "Share This"
articles = ["a", 7]
[[split]]
name = "Bashar al-Assad"
out = ["Maher al-Assad", "Maher"]
"""


def test_corrections_are_read_in_the_order_in_which_they_are_applied(tmp_path):
    assert [str(correction) for correction in read(tmp_path, ALL)] == [
        "[[split]] number 1 (Maher al-Assad, Maher out of Bashar al-Assad)",
        "[[drop]] number 1 (Share This in a, 7)",
        "[[merge]] number 1 (Jalawla, Jaloula to Jalula)",
        "[[rename]] number 1 (Suleimani to Qassem Soleimani)",
        "[[retype]] number 1 (Peshmerga to ORG)",
    ]


WRONG = [
    ("[[merge", "cannot be read"),
    ('[[join]]\nname = "a"', "unknown key 'join' at the top; known are [[split]], [[drop]]"),
    ('[drop]\nname = "a"', "drop is written as [[drop]], with two brackets"),
    ("drop = [3]", "[[drop]] number 1: 3 is not a table"),
    ('[[drop]]\nnames = ["a"]', "[[drop]] number 1: unknown key 'names'; known keys are name, articles"),
    ('[[drop]]\nname = "a"\n[[drop]]\narticles = ["a"]', "[[drop]] number 2: name is missing"),
    ('[[rename]]\nname = "a"', "[[rename]] number 1: to is missing"),
    ("[[drop]]\nname = true", "[[drop]] number 1: name: True is not a text"),
    ('[[drop]]\nname = " "', "[[drop]] number 1: name is empty"),
    ('[[drop]]\nname = "a"\narticles = "b"', "articles = 'b' is not a list of texts"),
    ("[[merge]]\nnames = []", "names = [] is not a list of texts"),
    ("[[merge]]\nnames = [[]]", "names: [] is not a text"),
    ('[[retype]]\nname = "a"\ntype = "GPE"', "type = 'GPE' is none of PER, ORG, LOC, MISC"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[message for _, message in WRONG])
def test_what_is_not_understood_is_an_error(tmp_path, text, message):
    with pytest.raises(CorpusError) as error:
        read(tmp_path, text)
    assert message in str(error.value)
    assert "corrections.toml" in str(error.value)


def test_a_file_that_is_no_utf_8(tmp_path):
    (tmp_path / "corrections.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(CorpusError, match=r"corrections\.toml' cannot be read"):
        read_corrections(tmp_path)


CONTRADICTIONS = [
    (entry("rename", name="A", to="B"), entry("rename", name="A", to="C")),
    (entry("rename", name="A", to="B"), entry("rename", name="B", to="C")),
    (entry("retype", name="A", type="PER"), entry("retype", name="A", type="ORG")),
    (entry("retype", name="A", type="PER"), entry("retype", name="A", type="ORG", articles=["x"])),
    (entry("split", name="A", out=["B"]), entry("split", name="A", out=["B"], to="C")),
    (entry("merge", names=["A", "B"], to="X"), entry("merge", names=["B", "C"], to="Y")),
    (entry("merge", names=["A", "B"], to="X"), entry("rename", name="A", to="Y")),
    (entry("merge", names=["A", "B"], to="X"), entry("rename", name="X", to="Y")),
    (entry("merge", names=["A", "B"]), entry("split", name="A", out=["B"])),
    (entry("merge", names=["A", "C"]), entry("split", name="A", out=["B"], to="C", articles=["x"])),
    (entry("drop", name="A"), entry("merge", names=["A", "B"])),
    (entry("drop", name="A"), entry("rename", name="A", to="B")),
    (entry("drop", name="A"), entry("retype", name="A", type="PER", articles=["x"])),
    (entry("drop", name="A", articles=["x", "y"]), entry("retype", name="A", type="PER", articles=["x"])),
    (entry("drop", name="B"), entry("split", name="A", out=["B"])),
    (entry("drop", name="Sa’ad"), entry("rename", name="Sa'ad", to="B")),
]


@pytest.mark.parametrize("pair", CONTRADICTIONS)
def test_a_contradiction_names_both(tmp_path, pair):
    for text in ("".join(pair), "".join(reversed(pair))):
        with pytest.raises(CorpusError, match="contradict each other") as error:
            read(tmp_path, text)
        actions = [part.split("]]")[0].lstrip("[") for part in pair]
        numbers = [1, 2] if actions[0] == actions[1] else [1, 1]
        for action, number in zip(actions, numbers, strict=True):
            assert f"[[{action}]] number {number} (" in str(error.value)


COMPATIBLE = [
    (entry("rename", name="A", to="B"), entry("rename", name="a", to="C")),
    (entry("rename", name="A", to="B"), entry("rename", name="C", to="B")),
    (entry("retype", name="A", type="PER", articles=["x"]), entry("retype", name="A", type="ORG", articles=["y"])),
    (entry("merge", names=["A", "B"], to="X"), entry("merge", names=["B", "C"])),
    (entry("merge", names=["A", "B"]), entry("rename", name="B", to="C")),
    (entry("merge", names=["A", "B"]), entry("split", name="A", out=["B"], articles=["x"])),
    (entry("drop", name="A", articles=["x"]), entry("retype", name="A", type="PER")),
    (entry("drop", name="A"), entry("split", name="A", out=["B"])),
]


@pytest.mark.parametrize("pair", COMPATIBLE)
def test_no_contradiction(tmp_path, pair):
    assert len(read(tmp_path, "".join(pair))) == 2


# (article, spelling, type, entity), as linking might have left them.
NAMES = [
    ("hama", "Bashar al-Assad", "PER", "assad"),
    ("hama", "Assad", "PER", "assad"),
    ("hama", "Maher al-Assad", "PER", "assad"),
    ("hama", "Jalawla", "LOC", "jalawla"),
    ("homs", "Bashar al-Assad", "PER", "assad"),
    ("homs", "Assad", "PER", "assad"),
    ("homs", "Hafez al-Assad", "PER", "hafez"),
    ("homs", "Jaloula", "LOC", "jaloula"),
    ("homs", "Jaloula", "LOC", "jaloula"),
    ("idlib", "Share", "ORG", "share"),
    ("idlib", "Assad", "LOC", "assad"),
]
SHOWN = {
    "assad": ("Bashar al-Assad", "PER"),
    "hafez": ("Hafez al-Assad", "PER"),
    "jalawla": ("Jalawla", "LOC"),
    "jaloula": ("Jaloula", "LOC"),
    "share": ("Share", "ORG"),
}


def linked(names=NAMES, shown=SHOWN):
    rows = [
        {"article_id": article, "start": at, "end": at, "text": text, "type": kind, "entity_id": entity}
        for at, (article, text, kind, entity) in enumerate(names)
    ]
    entities = [{"entity_id": entity, "name": name, "type": kind} for entity, (name, kind) in shown.items()]
    return make_table("mentions", rows), make_table("entities", entities)


def correct(folder, text, names=NAMES, shown=SHOWN):
    return apply_corrections(*linked(names, shown), read(folder, text))


BASHAR = ("Bashar al-Assad", "PER", ["Assad", "Bashar al-Assad", "Maher al-Assad"], 6, 3)
HAFEZ = ("Hafez al-Assad", "PER", ["Hafez al-Assad"], 1, 1)
JALAWLA = ("Jalawla", "LOC", ["Jalawla"], 1, 1)
JALOULA = ("Jaloula", "LOC", ["Jaloula"], 2, 1)
SHARE = ("Share", "ORG", ["Share"], 1, 1)
EVERYTHING = [BASHAR, JALOULA, HAFEZ, JALAWLA, SHARE]


def without(*gone):
    return [row for row in EVERYTHING if row not in gone]


ACTED = {
    "drop": (entry("drop", name="Share"), without(SHARE), 1),
    "drop a whole entity": (entry("drop", name="Bashar al-Assad"), without(BASHAR), 6),
    "drop a spelling": (
        entry("drop", name="Maher al-Assad"),
        [("Bashar al-Assad", "PER", ["Assad", "Bashar al-Assad"], 5, 3), *without(BASHAR)],
        1,
    ),
    "drop in an article": (
        entry("drop", name="Assad", articles=["idlib"]),
        [("Bashar al-Assad", "PER", ["Assad", "Bashar al-Assad", "Maher al-Assad"], 5, 2), *without(BASHAR)],
        1,
    ),
    "merge": (
        entry("merge", names=["Jalawla", "Jaloula"]),
        [("Jalawla", "LOC", ["Jaloula", "Jalawla"], 3, 2), *without(JALAWLA, JALOULA)],
        3,
    ),
    "merge under another name": (
        entry("merge", names=["Jalawla", "Jaloula"], to="Jalula"),
        [("Jalula", "LOC", ["Jaloula", "Jalawla"], 3, 2), *without(JALAWLA, JALOULA)],
        3,
    ),
    "rename": (
        entry("rename", name="Jaloula", to="Jalula"),
        [("Jalula", "LOC", ["Jaloula"], 2, 1), *without(JALOULA)],
        2,
    ),
    "rename by a spelling": (
        entry("rename", name="Maher al-Assad", to="The Assads"),
        [("The Assads", *BASHAR[1:]), *without(BASHAR)],
        6,
    ),
    "retype": (entry("retype", name="Share", type="MISC"), [("Share", "MISC", *SHARE[2:]), *without(SHARE)], 1),
    "retype a whole entity": (
        entry("retype", name="Bashar al-Assad", type="LOC"),
        [("Bashar al-Assad", "LOC", *BASHAR[2:]), *without(BASHAR)],
        6,
    ),
    "retype a spelling": (entry("retype", name="Maher al-Assad", type="ORG"), EVERYTHING, 1),
    "split": (
        entry("split", name="Bashar al-Assad", out=["Maher al-Assad"]),
        [
            ("Bashar al-Assad", "PER", ["Assad", "Bashar al-Assad"], 5, 3),
            ("Maher al-Assad", "PER", ["Maher al-Assad"], 1, 1),
            *without(BASHAR),
        ],
        1,
    ),
    "split to one that there is": (
        entry("split", name="Bashar al-Assad", out=["Assad"], to="Hafez al-Assad", articles=["homs"]),
        [
            ("Bashar al-Assad", "PER", ["Assad", "Bashar al-Assad", "Maher al-Assad"], 5, 3),
            ("Hafez al-Assad", "PER", ["Assad", "Hafez al-Assad"], 2, 1),
            *without(BASHAR, HAFEZ),
        ],
        1,
    ),
    "split off what it is displayed as": (
        entry("split", name="Bashar al-Assad", out=["Bashar al-Assad"]),
        [
            ("Assad", "PER", ["Assad", "Maher al-Assad"], 4, 3),
            ("Bashar al-Assad", "PER", ["Bashar al-Assad"], 2, 2),
            *without(BASHAR),
        ],
        2,
    ),
    "split has the type of its mentions": (
        entry("split", name="Bashar al-Assad", out=["Assad"], to="Lake Assad", articles=["idlib"]),
        [
            ("Bashar al-Assad", "PER", ["Assad", "Bashar al-Assad", "Maher al-Assad"], 5, 2),
            ("Lake Assad", "LOC", ["Assad"], 1, 1),
            *without(BASHAR),
        ],
        1,
    ),
}


@pytest.mark.parametrize(("text", "expected", "touched"), ACTED.values(), ids=ACTED)
def test_actions(tmp_path, text, expected, touched):
    mentions, entities, corrections = correct(tmp_path, text)
    columns = ["name", "type", "aliases", "mentions", "articles"]
    assert sorted(map(tuple, entities[columns].itertuples(index=False))) == sorted(expected)
    assert list(entities.mentions) == sorted(entities.mentions, reverse=True)
    assert set(mentions.entity_id) == set(entities.entity_id)
    assert entities.entity_id.is_unique
    assert list(corrections.mentions) == [touched]
    assert corrections.note.isna().all()
    for name, table in (("mentions", mentions), ("entities", entities), ("corrections", corrections)):
        assert {column: str(kind) for column, kind in table.dtypes.items()} == COLUMNS[name]


def test_what_is_not_corrected_keeps_its_id(tmp_path):
    text = entry("rename", name="Jaloula", to="Jalula") + entry("split", name="Assad", out=["Maher al-Assad"])
    _, entities, _ = correct(tmp_path, text + entry("drop", name="Share"))
    ids = dict(zip(entities.name, entities.entity_id, strict=True))
    assert ids == {
        "Bashar al-Assad": "assad",
        "Hafez al-Assad": "hafez",
        "Jalawla": "jalawla",
        "Jalula": "jalula",
        "Maher al-Assad": "maher-al-assad",
    }


def test_what_is_displayed_otherwise_has_another_id(tmp_path):
    shown = {"bashar-al-assad": ("Bashar al-Assad", "PER")}
    names = [("a", text, "PER", "bashar-al-assad") for text in ("Bashar al-Assad", "Assad")]
    _, entities, _ = correct(tmp_path, entry("split", name="Assad", out=["Bashar al-Assad"]), names, shown)
    assert dict(zip(entities.entity_id, entities.name, strict=True)) == {
        "assad": "Assad",
        "bashar-al-assad": "Bashar al-Assad",
    }


def test_retyped_mentions_have_their_type(tmp_path):
    mentions, _, _ = correct(tmp_path, entry("retype", name="Maher al-Assad", type="ORG"))
    assert list(mentions.type[mentions.text == "Maher al-Assad"]) == ["ORG"]
    assert (mentions.type == "ORG").sum() == 2


NOTES = [
    (entry("drop", name="SHARE"), 0, "matches nothing"),
    (entry("drop", name="Share", articles=["hama"]), 0, "matches nothing"),
    (entry("drop", name="Share", articles=["hama", "idlib"]), 1, "matches nothing in: hama"),
    (entry("merge", names=["Jalawla", "Jalula"]), 0, "matches nothing: Jalula"),
    (entry("merge", names=["Jalawla", "Jalula"], to="Jalula"), 1, "matches nothing: Jalula"),
    (entry("merge", names=["X", "Y"], to="Z"), 0, "matches nothing"),
    (entry("merge", names=["Assad", "Maher al-Assad"]), 0, "is one already"),
    (entry("merge", names=["Share"]), 0, "is one already"),
    (entry("split", name="Share", out=["Assad"]), 0, "matches nothing"),
    (entry("split", name="Assad", out=["Assad", "Asad"], articles=["homs"]), 1, "matches nothing: Asad"),
    (entry("rename", name="Jaloula", to="Jalawla"), 2, "more than one is displayed so: merge them if they are one"),
]


@pytest.mark.parametrize(("text", "touched", "note"), NOTES)
def test_what_matches_nothing_is_said(tmp_path, text, touched, note):
    _, _, corrections = correct(tmp_path, text)
    assert list(corrections.mentions) == [touched]
    assert list(corrections.note) == [note]


def test_one_name_merges_all_that_are_displayed_so(tmp_path):
    names = [("a", "Jordan", "LOC", "jordan"), ("b", "Jordan", "PER", "jordan-2"), ("b", "Jordan", "LOC", "jordan")]
    shown = {"jordan": ("Jordan", "LOC"), "jordan-2": ("Jordan", "PER")}
    _, entities, corrections = correct(tmp_path, entry("merge", names=["Jordan"]), names, shown)
    assert [(row.name, row.type, row.mentions) for row in entities.itertuples(index=False, name="Row")] == [
        ("Jordan", "LOC", 3)
    ]
    assert list(corrections.mentions) == [3]


def test_a_spelling_of_two_is_merged_with_that_which_has_most_of_it(tmp_path):
    text = entry("split", name="Bashar al-Assad", out=["Assad"], to="Hafez al-Assad", articles=["homs"])
    _, entities, _ = correct(tmp_path, text + entry("merge", names=["Assad", "Share"]))
    assert set(entities.name) == {"Bashar al-Assad", "Hafez al-Assad", "Jalawla", "Jaloula"}


def test_merges_that_share_a_name_are_one(tmp_path):
    text = entry("merge", names=["Jalawla", "Jaloula"]) + entry("merge", names=["Share", "Jalawla"])
    _, entities, _ = correct(tmp_path, text)
    assert {tuple(aliases) for aliases in entities.aliases} >= {("Jaloula", "Jalawla", "Share")}


def test_later_actions_see_the_names_that_earlier_ones_gave(tmp_path):
    text = (
        entry("retype", name="Jalula", type="ORG")
        + entry("rename", name="Maher al-Assad", to="Maher Assad")
        + entry("merge", names=["Jalawla", "Jaloula"], to="Jalula")
        + entry("split", name="Bashar al-Assad", out=["Maher al-Assad"])
    )
    _, entities, corrections = correct(tmp_path, text)
    assert list(corrections.mentions) == [1, 3, 1, 3]
    assert {("Jalula", "ORG"), ("Maher Assad", "PER")} <= set(zip(entities.name, entities.type, strict=True))


FOUND_LATE = [
    entry("rename", name="Assad", to="A") + entry("rename", name="Maher al-Assad", to="B"),
    entry("retype", name="Assad", type="ORG") + entry("retype", name="Bashar al-Assad", type="LOC"),
    entry("split", name="Assad", out=["Assad"], to="A") + entry("split", name="Bashar al-Assad", out=["Assad"], to="B"),
    entry("merge", names=["Assad", "Share"], to="A") + entry("merge", names=["Maher al-Assad", "Jalawla"], to="B"),
]


@pytest.mark.parametrize("text", FOUND_LATE)
def test_a_contradiction_by_what_the_names_stand_for(tmp_path, text):
    with pytest.raises(CorpusError, match=r"number 1 .* and .* number 2 .* contradict each other"):
        correct(tmp_path, text)


def test_the_order_in_the_file_does_not_matter(tmp_path):
    parts = [
        entry("split", name="Bashar al-Assad", out=["Maher al-Assad"]),
        entry("split", name="Bashar al-Assad", out=["Assad"], to="Hafez al-Assad", articles=["homs"]),
        entry("drop", name="Share"),
        entry("drop", name="Assad", articles=["idlib"]),
        entry("merge", names=["Jalawla", "Jaloula"]),
        entry("merge", names=["Jaloula", "Maher al-Assad"]),
        entry("rename", name="Hafez al-Assad", to="Hafez Assad"),
        entry("retype", name="Bashar al-Assad", type="MISC", articles=["hama"]),
    ]
    mentions, entities, corrections = correct(tmp_path, "".join(parts))
    for seed in range(10):
        random.Random(seed).shuffle(parts)
        again = correct(tmp_path, "".join(parts))
        pd.testing.assert_frame_equal(again[0], mentions)
        pd.testing.assert_frame_equal(again[1], entities)
        assert set(again[2].what) == set(corrections.what)


def test_without_corrections_all_stays(tmp_path):
    mentions, entities = linked()
    same = apply_corrections(mentions, entities, ())
    assert same[0] is mentions
    assert same[1] is entities
    assert same[2].empty


def test_corrections_of_no_names(tmp_path):
    mentions, entities, corrections = correct(tmp_path, ALL, [], {})
    assert mentions.empty
    assert entities.empty
    assert list(corrections.mentions) == [0] * len(ACTIONS)


def test_very_many_about_one_name_are_refused(tmp_path):
    each = [entry("merge", names=["Assad", f"B{number}"]) for number in range(MAX_ENTRIES + 1)]
    with pytest.raises(CorpusError, match=r"more than 1,000 entries \[\[merge\]\] about 'Assad'"):
        read(tmp_path, "".join(each))
    dropped = [entry("drop", name="Assad", articles=[f"a{number}"]) for number in range(2 * MAX_ENTRIES)]
    assert len(read(tmp_path, "".join(dropped))) == 2 * MAX_ENTRIES  # none of them can contradict another
