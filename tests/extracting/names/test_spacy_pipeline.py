"""Names as a spaCy pipeline finds them: a small one, saved here and loaded as any other."""

import sys

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread import NamesError, cli, extract, load, read_corpus
from crossread.extracting.names.spacy_pipeline import TYPES
from crossread.extracting.names.step import choose_names_step
from crossread.language.tokens import tokenize

spacy = pytest.importorskip("spacy", reason="the extra `spacy` is not installed")

PATTERNS = {
    "PERSON": ["General Qassem Soleimani", "Qassem Soleimani's", "Soleimani", "King"],
    "PER": ["Bashar al-Assad"],
    "ORG": ["the United Nations", "The United Nations", "General Assembly", "9 Badr Corps"],
    "GPE": ["Baghdad", "Tehran", "Iraq’s"],
    "LOC": ["Euphrates"],
    "FAC": ["the Mosul Dam"],
    "NORP": ["Iraqis"],
    "EVENT": ["Ramadan"],
    "MISC": ["Sunni"],
    "DATE": ["Monday"],
    "CARDINAL": ["12"],
}


def save(folder, patterns):
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": text} for label, texts in patterns.items() for text in texts])
    pipeline.meta["name"], pipeline.meta["version"] = "tiny", "1.2.3"
    pipeline.to_disk(folder)
    return f"spacy:{folder}"


@pytest.fixture(scope="module")
def choice(tmp_path_factory):
    return save(tmp_path_factory.mktemp("spacy") / "tiny", PATTERNS)


@pytest.fixture(scope="module")
def step(choice):
    return choose_names_step(choice)


NAMES = [
    ("General Qassem Soleimani came to Baghdad.", [("Qassem Soleimani", "PER"), ("Baghdad", "LOC")]),
    ("It is Qassem Soleimani's order.", [("Qassem Soleimani", "PER")]),
    ("Iraq’s army stood by the Euphrates.", [("Iraq", "LOC"), ("Euphrates", "LOC")]),
    (
        "The United Nations and the General Assembly met.",
        [("United Nations", "ORG"), ("General Assembly", "ORG")],
    ),
    ("The 9 Badr Corps fought.", [("9 Badr Corps", "ORG")]),
    ("Tehran-backed Iraqis, Sunni and not", [("Tehran", "LOC"), ("Iraqis", "MISC"), ("Sunni", "MISC")]),
    ("King spoke of Bashar al-Assad in Ramadan.", [("King", "PER"), ("Bashar al-Assad", "PER"), ("Ramadan", "MISC")]),
    ("On Monday 12 went to the Mosul Dam.", [("Mosul Dam", "LOC")]),
    ("On Monday nobody came.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text for text, _ in NAMES])
def test_names(step, text, expected):
    (mentions,) = step.find([tokenize(text)])
    assert [(mention.text, mention.type) for mention in mentions] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_names_of_several_articles_and_lines(step):
    texts = ["Baghdad\n\nIn Baghdad, Soleimani spoke.", "Nothing.", "Soleimani\nBaghdad"]
    found = step.find([tokenize(text) for text in texts])
    assert [[(mention.start, mention.text) for mention in mentions] for mentions in found] == [
        [(0, "Baghdad"), (12, "Baghdad"), (21, "Soleimani")],
        [],
        [(0, "Soleimani"), (10, "Baghdad")],
    ]


def test_no_name_goes_on_in_the_next_line(tmp_path):
    step = choose_names_step(save(tmp_path / "lines", {"ORG": ["Badr Corps"]}))
    assert step.find([tokenize("Badr Corps\nBadr\nCorps")]) == [step.find([tokenize("Badr Corps")])[0]]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text() | st.lists(st.sampled_from([t for ts in PATTERNS.values() for t in ts] + ["\n", "'s", "."])).map(" ".join)
)
def test_any_text(step, text):
    end = 0
    for mention in step.find([tokenize(text)])[0]:
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text == mention.text.strip()
        assert mention.type in TYPES.values()
        end = mention.end


def test_title_tells_the_pipeline_and_what_it_leaves_out(step):
    assert step.title == "the spaCy pipeline en_tiny 1.2.3 (without CARDINAL, DATE)"


def test_own_step():
    assert choose_names_step(None) == choose_names_step("crossread")


@pytest.mark.parametrize("choice", ["", "spacy", "spacy:", "spacy: ", "en_core_web_sm", "Spacy:x"])
def test_malformed(choice):
    with pytest.raises(NamesError, match=r"is no way to find names: write spacy:NAME") as error:
        choose_names_step(choice)
    assert repr(choice) in str(error.value)


def test_without_spacy(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(NamesError, match="'spacy:en_core_web_sm' needs spaCy, install it with `pip install spacy`"):
        choose_names_step("spacy:en_core_web_sm")


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "no/such/folder", "x" * 300, "a b"])
def test_no_such_pipeline(name):
    with pytest.raises(NamesError) as error:
        choose_names_step(f"spacy:{name}")
    assert repr(name) in str(error.value)
    if len(name) < 300:
        assert f"python -m spacy download {name}" in str(error.value)


def test_a_folder_that_is_no_pipeline(tmp_path):
    (tmp_path / "meta.json").write_text("{broken")
    with pytest.raises(NamesError, match="cannot be loaded: "):
        choose_names_step(f"spacy:{tmp_path}")


def test_a_pipeline_without_recogniser(tmp_path):
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.to_disk(tmp_path / "none")
    with pytest.raises(NamesError, match=r"no entity recogniser: its components are sentencizer"):
        choose_names_step(f"spacy:{tmp_path / 'none'}")


def test_a_pipeline_that_finds_other_things(tmp_path):
    with pytest.raises(NamesError, match="finds CHEMICAL, GENE, none of which is a kind of name known here"):
        choose_names_step(save(tmp_path / "genes", {"GENE": ["BRCA1"], "CHEMICAL": ["chlorine"]}))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "In Baghdad 12 Iraqis died near Samarra, the United Nations said.", encoding="utf-8"
    )
    return folder


def named(tables):
    return list(tables.mentions.text)


def test_manifest_and_flag(folder, choice):
    (folder / "corpus.toml").write_text(f"names = '{choice}'", encoding="utf-8")
    tables = load(folder)
    assert named(tables) == ["Baghdad", "Iraqis", "United Nations"]
    assert tables.names_step.startswith("the spaCy pipeline en_tiny")
    figure = tables.figures.iloc[0]
    assert (figure.place, figure.actor, figure.source_entity) == ("baghdad", "iraqis", "united-nations")
    assert "Samarra" in named(extract(read_corpus(folder), names_step="crossread"))


def test_command(folder, choice, tmp_path):
    out = tmp_path / "out"
    line = ["extract", str(folder), "--out", str(out), "--quiet", "--names"]
    assert CliRunner().invoke(cli.main, [*line, choice]).exit_code == 0
    tables = load(out)
    assert named(tables) == ["Baghdad", "Iraqis", "United Nations"]
    assert tables.names_step == "the spaCy pipeline en_tiny 1.2.3 (without CARDINAL, DATE)"
    failed = CliRunner().invoke(cli.main, [*line, "spacy:en_no_such_pipeline"])
    assert failed.exit_code == 2
    assert failed.stderr.startswith("crossread: no spaCy pipeline 'en_no_such_pipeline'")
    assert failed.stderr.count("\n") == 1
