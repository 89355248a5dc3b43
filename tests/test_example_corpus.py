"""The example corpus: every figure, name and comparison in it, as a careful reader finds them."""

from pathlib import Path

import pandas as pd
import pytest

from crossread import load
from crossread.linking.compare import list_claims

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
COLUMNS = ["article_id", "phrase", "bound", "low", "high", "kind", "unit", "counted", "outcome", "source"]

ARMOUR, SIGNS, ADVISERS = "armour-at-khanaqin", "iran-involvement", "military-advisers"
RULE, SOLDIERS = "militia-rule", "thirty-thousand-soldiers"
NCRI = "the National Council of Resistance of Iran"

FIGURES = [
    (ARMOUR, "two countries", "=", 2, 2, "count", "", "countries", "other", "The source"),
    (SIGNS, "several hundred elite fighters", "vague", 300, 999, "count", "", "elite fighters", "deployed", "Fox News"),
    (
        SIGNS,
        "several Quds Force battalions",
        "vague",
        3,
        9,
        "count",
        "",
        "quds force battalions",
        "deployed",
        "The Wall Street Journal",
    ),
    (SIGNS, "two U.S. officials", "=", 2, 2, "count", "", "u.s. officials", "other", None),
    (SIGNS, "an estimated $550 million", "~", 550e6, 550e6, "money", "USD", "property", "other", None),
    (
        ADVISERS,
        "Over 1000 Iranian military advisors",
        ">",
        1_000,
        None,
        "count",
        "",
        "iranian military advisors",
        "deployed",
        "cleric",
    ),
    (
        ADVISERS,
        "more than 1,000 military advisers",
        ">",
        1_000,
        None,
        "count",
        "",
        "military advisers",
        "deployed",
        "A senior Iranian cleric",
    ),
    (
        ADVISERS,
        "more than $1 billion on military aid",
        ">",
        1e9,
        None,
        "money",
        "USD",
        "military aid",
        "other",
        "the cleric",
    ),
    (
        ADVISERS,
        "thousands of Iranian Revolutionary Guards",
        "vague",
        2_000,
        9_999,
        "count",
        "",
        "iranian revolutionary guards",
        "deployed",
        NCRI,
    ),
    (ADVISERS, "over 7000", ">", 7_000, None, "count", "", "guards", "deployed", NCRI),
    (
        RULE,
        "Nineteen years of Tehran-backed militias",
        "=",
        19,
        19,
        "duration",
        "year",
        "tehran-backed militias",
        "other",
        None,
    ),
    (RULE, "Nineteen Years of Militia Power", "=", 19, 19, "duration", "year", "militia power", "other", None),
    (RULE, "around two decades", "~", 2, 2, "duration", "decade", "", "other", "the outlet"),
    (RULE, "a hundred times", "=", 100, 100, "multiple", "times", "", "other", "Maryam Rajavi"),
    (RULE, "several deadly attacks", "vague", 3, 9, "count", "", "deadly attacks", "attacks", "the outlet"),
    (RULE, "dozens of dissidents", "vague", 24, 99, "count", "", "dissidents", "killed", "the outlet"),
    (
        SOLDIERS,
        "30,000 Iranian soldiers",
        "=",
        30_000,
        30_000,
        "count",
        "",
        "iranian soldiers",
        "deployed",
        "Kurdish authorities",
    ),
    (
        SOLDIERS,
        "around 30,000 soldiers",
        "~",
        30_000,
        30_000,
        "count",
        "",
        "soldiers",
        "deployed",
        "Kurdish authorities in Iraq",
    ),
    (SOLDIERS, "approximately 100,000 fighters", "~", 100_000, 100_000, "count", "", "fighters", "other", None),
    (SOLDIERS, "several human rights groups", "vague", 3, 9, "count", "", "human rights groups", "other", None),
]


@pytest.fixture(scope="module")
def tables():
    return load(SEEDS)


@pytest.fixture(scope="module")
def found(tables):
    """Every figure's row, nulls as None, by article and phrase."""
    rows = tables.figures[COLUMNS].itertuples(index=False)
    return {(row[0], row[1].lower()): tuple(None if pd.isna(cell) else cell for cell in row) for row in rows}


@pytest.mark.parametrize("expected", FIGURES, ids=[f"{row[0]}: {row[1]}" for row in FIGURES])
def test_figure(found, expected):
    phrase = (expected[0], expected[1].lower())
    assert found.get(phrase) == expected


def test_there_is_no_other_figure(tables):
    counts = tables.figures.article_id.value_counts().to_dict()
    assert counts == {ARMOUR: 1, SIGNS: 4, ADVISERS: 5, RULE: 6, SOLDIERS: 4}


def test_figures_of_titles(tables):
    titles = tables.figures[tables.figures.in_title]
    assert list(titles.article_id) == [ADVISERS, RULE, SOLDIERS]


def test_no_figure_is_part_of_another(tables):
    assert tables.figures.part_of.isna().all()


def test_offsets(tables):
    texts = dict(zip(tables.articles.article_id, tables.articles.text, strict=True))
    for row in tables.figures.itertuples():
        text = texts[row.article_id]
        assert text[row.start : row.end] == row.phrase
        assert row.sentence_start <= row.start < row.end <= row.sentence_end
        if not pd.isna(row.source):
            resolved = not pd.isna(row.antecedent_start)
            start, end = ("antecedent_start", "antecedent_end") if resolved else ("source_start", "source_end")
            assert text[getattr(row, start) : getattr(row, end)] == row.source
            assert not resolved or text[row.source_start : row.source_end].lower() in ("he", "she", "it", "they")
    for row in tables.mentions.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.text


def test_furniture_is_kept_apart(tables):
    removed = " ".join(tables.furniture.text)
    kept = " ".join(tables.articles.text)
    for words in ("45%", "5 Million Units", "$118 Oil", "One-Third", "2 years", "Latest news", "Must read", "Source »"):
        assert words in removed
        assert words not in kept


def test_everything_was_read(tables):
    assert len(tables.problems) == 0
    assert set(tables.articles.article_id) == {ARMOUR, SIGNS, ADVISERS, RULE, SOLDIERS}
    assert set(tables.articles.story) == {"iran-in-iraq"}
    assert tables.articles.duplicate_of.isna().all()


VARIANTS = [
    ("PER", "Qassem Soleimani", "Qassem Suleimani", "Soleimani", "Suleimani"),
    ("PER", "Haider al-Abadi", "Haidar al-Abadi", "al-Abadi"),
    ("PER", "Nouri al-Maliki", "al-Maliki", "Al-Maliki", "Maliki"),
    ("PER", "Hadi Ameri", "Hadi al-Ameri", "al-Ameri"),
    ("PER", "Ali Khamenei", "Khamenei"),
    ("ORG", "Quds Force", "Qods Force", "IRGC-Quds", "IRGC-Quds Force"),
    (
        "ORG",
        "IRGC",
        "Islamic Revolutionary Guard Corps",
        "Islamic Revolutionary Guards Corps",
        "Iranian Revolutionary Guards",
        "Revolutionary Guards",
    ),
    ("ORG", "ISIS", "ISIL", "Islamic State", "Islamic State in Iraq and the Levant"),
    ("ORG", "NCRI", "National Council of Resistance of Iran"),
    ("ORG", "PMF", "Popular Mobilization Forces"),
    ("ORG", "MEK", "PMOI", "People’s Mojahedin Organization of Iran"),
    ("ORG", "9 Badr Corps", "9 Badr", "Ninth Badr Organization"),
    ("LOC", "U.S.", "US", "America"),
    ("LOC", "Khanaqin", "Khaneqain"),
    ("LOC", "Jalawla", "Jaloula"),
    ("LOC", "Camp Ashraf", "Ashraf"),
    ("LOC", "Middle East", "Middle-East"),
    ("MISC", "Shiite", "Shi’ite", "Shia"),
    ("MISC", "Iraqi", "Iraqis"),
    ("MISC", "Sunni", "Sunnis"),
]


@pytest.mark.parametrize(
    ("kind", "forms"), [(kind, forms) for kind, *forms in VARIANTS], ids=[row[1] for row in VARIANTS]
)
def test_variants_are_one_entity(tables, kind, forms):
    ids = {form: set(tables.mentions.entity_id[tables.mentions.text == form]) for form in forms}
    assert all(ids.values()), "a form that no mention has"
    (entity,) = set().union(*ids.values())
    assert list(tables.entities.type[tables.entities.entity_id == entity]) == [kind]


PEOPLE = [
    "Ali Khamenei",
    "Bashar al-Assad",
    "Esmail Daghayeghi",
    "Hadi al-Ameri",
    "Haider al-Abadi",
    "John Kirby",
    "Maryam Rajavi",
    "Moqtada al-Sadr",
    "Mustafa al-Kadhimi",
    "Nouri al-Maliki",
    "Qassem Soleimani",
    "Ruhollah Khomeini",
    "Saddam Hussein",
    "Shahkhawan Abdullah",
]


def test_people(tables):
    assert sorted(tables.entities.name[tables.entities.type == "PER"]) == PEOPLE


def test_no_two_of_the_people_are_one_entity(tables):
    ids = [set(tables.mentions.entity_id[tables.mentions.text == name]) for name in PEOPLE]
    assert [len(found) for found in ids] == [1] * len(PEOPLE)
    assert len(set().union(*ids)) == len(PEOPLE)


def test_different_things_stay_apart(tables):
    entity = dict(zip(tables.mentions.text, tables.mentions.entity_id, strict=True))
    for first, second in [
        ("Iran", "Iraq"),
        ("IRGC", "Quds Force"),
        ("Iranian Resistance", "NCRI"),
        ("U.S.", "U.N."),
        ("Iran", "Iranian"),
    ]:
        assert entity[first] != entity[second]


PLACES = [
    "Baghdad",
    "Diyala",
    "Iran",
    "Iraq",
    "Jerusalem",
    "Karbala",
    "Lebanon",
    "Najaf",
    "Russia",
    "Salah ad-Din",
    "Samarra",
]
PLACES += ["Sa’adiyah", "Serpil Zahab", "Syria", "Tehran", "Vienna", "Horn of Africa", "Britain"]


@pytest.mark.parametrize("name", PLACES)
def test_places(tables, name):
    assert set(tables.mentions.type[tables.mentions.text == name]) == {"LOC"}


BODIES = [
    "Reuters",
    "Fox News",
    "Wall Street Journal",
    "Washington Post",
    "Al-Tagheer",
    "Al-Hurra",
    "Iraqi News",
    "U.N.",
]
BODIES += ["State of Law Coalition", "Al-Fath", "Pentagon"]


@pytest.mark.parametrize("name", BODIES)
def test_organisations(tables, name):
    assert set(tables.mentions.type[tables.mentions.text == name]) == {"ORG"}


def test_name_with_a_small_word_is_whole(tables):
    assert "Velayat-e" not in set(tables.mentions.text)


@pytest.fixture(scope="module")
def claims(tables):
    return list_claims(tables.figures, tables.articles)


def test_personnel_figures_are_compared(claims):
    group = claims[claims.group == "forces, deployed"]
    rows = {
        tuple(None if pd.isna(cell) else cell for cell in row)
        for row in group[["article_id", "phrase", "bound", "low", "high", "source"]].itertuples(index=False)
    }
    assert rows == {
        (SIGNS, "several hundred elite fighters", "vague", 300, 999, "Fox News"),
        (ADVISERS, "more than 1,000 military advisers", ">", 1_000, None, "A senior Iranian cleric"),
        (ADVISERS, "thousands of Iranian Revolutionary Guards", "vague", 2_000, 9_999, NCRI),
        (ADVISERS, "over 7000", ">", 7_000, None, NCRI),
        (SOLDIERS, "around 30,000 soldiers", "~", 30_000, 30_000, "Kurdish authorities in Iraq"),
        (SOLDIERS, "30,000 Iranian soldiers", "=", 30_000, 30_000, "Kurdish authorities"),
    }
    assert len(group) == 6


def test_what_is_restated_in_a_title_is_one_claim(claims):
    stated = claims.set_index("phrase").stated
    assert stated["more than 1,000 military advisers"] == 2
    assert stated["over 7000"] == 1


def test_a_headline_that_drops_the_bound_is_a_claim_of_its_own(claims):
    stated = claims.set_index("phrase").stated
    assert stated["around 30,000 soldiers"] == stated["30,000 Iranian soldiers"] == 1


def test_strength_of_the_pmf_is_no_deployment(claims):
    fighters = claims[claims.phrase == "approximately 100,000 fighters"]
    assert list(fighters.group) == ["forces, no outcome told, 100,000"]


def test_a_source_has_its_entity(tables):
    figures = tables.figures.set_index("phrase")
    names = tables.entities.set_index("entity_id").name
    expected = {
        "several hundred elite fighters": "Fox News",
        "several Quds Force battalions": "Wall Street Journal",
        "over 7000": "National Council of Resistance of Iran",
        "thousands of Iranian Revolutionary Guards": "National Council of Resistance of Iran",
    }
    assert {phrase: names[figures.source_entity[phrase]] for phrase in expected} == expected
