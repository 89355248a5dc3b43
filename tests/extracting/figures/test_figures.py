"""Figures: what is counted, how firmly, in what unit, and what happened to it."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.figures.figures import find_figures
from crossread.extracting.pipeline import extract_articles
from crossread.language.tokens import tokenize
from crossread.reading.articles import Article


def figures_of(text, title=None):
    return extract_articles([Article("a", text, title=title)]).figures


def values(text, *columns):
    return [tuple(figure[column] for column in columns) for figure in figures_of(text)]


COUNTS = [
    ("At least 25 people were killed.", "At least 25 people", ">=", 25, None, "people", "killed"),
    ("No fewer than 30 shells were fired.", "No fewer than 30 shells", ">=", 30, None, "shells", "attacks"),
    ("50 or more people were hurt.", "50 or more people", ">=", 50, None, "people", "injured"),
    ("50+ people were hurt.", "50+ people", ">=", 50, None, "people", "injured"),
    ("As few as 40 people remain.", "As few as 40 people", ">=", 40, None, "people", "other"),
    (
        "More than 1,000 military advisers came.",
        "More than 1,000 military advisers",
        ">",
        1_000,
        None,
        "military advisers",
        "other",
    ),
    ("Over 7000 guards came.", "Over 7000 guards", ">", 7_000, None, "guards", "other"),
    ("More than a dozen people died.", "More than a dozen people", ">", 12, None, "people", "killed"),
    ("As many as 40 people were killed.", "As many as 40 people", "<=", None, 40, "people", "killed"),
    ("Up to 40 people are missing.", "Up to 40 people", "<=", None, 40, "people", "missing"),
    ("No more than 30 people remain.", "No more than 30 people", "<=", None, 30, "people", "other"),
    ("Fewer than 20 people remain.", "Fewer than 20 people", "<", None, 20, "people", "other"),
    ("Around 30,000 soldiers were sent.", "Around 30,000 soldiers", "~", 30_000, 30_000, "soldiers", "deployed"),
    ("An estimated 5,000 people fled.", "An estimated 5,000 people", "~", 5_000, 5_000, "people", "displaced"),
    ("50 or so people were hurt.", "50 or so people", "~", 50, 50, "people", "injured"),
    ("~50 people were hurt.", "~50 people", "~", 50, 50, "people", "injured"),
    ("18 to 25 tanks were destroyed.", "18 to 25 tanks", "range", 18, 25, "tanks", "destroyed"),
    ("Between 30 and 40 fighters were killed.", "Between 30 and 40 fighters", "range", 30, 40, "fighters", "killed"),
    ("An estimated 5,000 people were killed.", "An estimated 5,000 people", "~", 5_000, 5_000, "people", "killed"),
    ("Dozens of civilians were killed.", "Dozens of civilians", "vague", 24, 99, "civilians", "killed"),
    ("A handful of guards remained.", "A handful of guards", "vague", 3, 9, "guards", "other"),
    (
        "Tens of thousands of people fled.",
        "Tens of thousands of people",
        "vague",
        20_000,
        99_999,
        "people",
        "displaced",
    ),
    (
        "Several hundred elite fighters came.",
        "Several hundred elite fighters",
        "vague",
        300,
        999,
        "elite fighters",
        "other",
    ),
    ("Twenty-five people were arrested.", "Twenty-five people", "=", 25, 25, "people", "detained"),
    ("A dozen fighters were captured.", "A dozen fighters", "=", 12, 12, "fighters", "captured"),
    ("Half a million people fled.", "Half a million people", "=", 500_000, 500_000, "people", "displaced"),
    (
        "Two and a half million people fled.",
        "Two and a half million people",
        "=",
        2_500_000,
        2_500_000,
        "people",
        "displaced",
    ),
    ("One soldier was killed.", "One soldier", "=", 1, 1, "soldier", "killed"),
    ("Exactly 20 people remain.", "20 people", "=", 20, 20, "people", "other"),
    ("The army captured three villages.", "three villages", "=", 3, 3, "villages", "captured"),
    ("Warplanes carried out 150 airstrikes.", "150 airstrikes", "=", 150, 150, "airstrikes", "attacks"),
    ("200,000 people are trapped there.", "200,000 people", "=", 200_000, 200_000, "people", "besieged"),
    ("3,000 people were evacuated.", "3,000 people", "=", 3_000, 3_000, "people", "evacuated"),
    ("Rescuers saved 12 people.", "12 people", "=", 12, 12, "people", "rescued"),
    ("The army sent 2000 soldiers to the border.", "2000 soldiers", "=", 2_000, 2_000, "soldiers", "deployed"),
    ("The town was struck three times.", "three times", "=", 3, 3, "times", "other"),
    ("Around 20 of the fighters left.", "Around 20 of the fighters", "~", 20, 20, "fighters", "other"),
    ("The toll includes 15 fighters.", "15 fighters", "=", 15, 15, "fighters", "killed"),
]


@pytest.mark.parametrize(
    ("text", "phrase", "bound", "low", "high", "counted", "outcome"), COUNTS, ids=[text for text, *_ in COUNTS]
)
def test_counts(text, phrase, bound, low, high, counted, outcome):
    columns = ("phrase", "bound", "low", "high", "kind", "unit", "counted", "outcome")
    assert values(text, *columns) == [(phrase, bound, low, high, "count", "", counted, outcome)]


BESIDE_NAMES = [
    ("Two Iraqi soldiers were killed.", "Two Iraqi soldiers", 2, "iraqi soldiers"),
    ("Two U.S. officials confirmed it.", "Two U.S. officials", 2, "u.s. officials"),
    ("Twelve Hezbollah fighters were killed.", "Twelve Hezbollah fighters", 12, "hezbollah fighters"),
    ("Seven Syrian Army soldiers were killed.", "Seven Syrian Army soldiers", 7, "syrian army soldiers"),
    ("Forty Islamic State fighters were killed.", "Forty Islamic State fighters", 40, "islamic state fighters"),
    ("Several Quds Force battalions came.", "Several Quds Force battalions", 3, "quds force battalions"),
    ("They saw several Quds Force battalions.", "several Quds Force battalions", 3, "quds force battalions"),
    ("Hundreds of Syrians fled.", "Hundreds of Syrians", 200, "syrians"),
    ("About 50 Iraqis were killed.", "About 50 Iraqis", 50, "iraqis"),
]


@pytest.mark.parametrize(("text", "phrase", "low", "counted"), BESIDE_NAMES, ids=[text for text, *_ in BESIDE_NAMES])
def test_counted_names(text, phrase, low, counted):
    assert values(text, "phrase", "low", "counted") == [(phrase, low, counted)]


KINDS = [
    ("The siege lasted five years.", "five years", 5, "duration", "year", ""),
    ("They ruled for two decades.", "two decades", 2, "duration", "decade", ""),
    ("The two-month-long siege ended.", "two-month-long siege", 2, "duration", "month", "siege"),
    ("A 48-hour truce began.", "48-hour truce", 48, "duration", "hour", "truce"),
    ("A boy aged 12 was hurt.", "12", 12, "age", "year", "boy"),
    ("A 12-year-old girl was hurt.", "12-year-old girl", 12, "age", "year", "girl"),
    ("He was 70 years old.", "70 years old", 70, "age", "year", ""),
    ("It lies 10 kilometres north of here.", "10 kilometres", 10, "measure", "kilometre", ""),
    ("It lies 12km away.", "12km", 12, "measure", "kilometre", ""),
    ("They took 500 square kilometres.", "500 square kilometres", 500, "measure", "square kilometre", ""),
    ("They took 500 km² there.", "500 km²", 500, "measure", "square kilometre", ""),
    ("They drove at 75 mph all day.", "75 mph", 75, "measure", "mile per hour", ""),
    ("Winds of 120 kilometres per hour blew.", "120 kilometres per hour", 120, "measure", "kilometre per hour", ""),
    ("It was 5°C at noon.", "5°C", 5, "measure", "degree celsius", ""),
    ("They sent 300 tonnes of flour.", "300 tonnes of flour", 300, "measure", "tonne", "flour"),
    ("It was three times as big.", "three times", 3, "multiple", "times", ""),
    ("60% of the houses burned.", "60% of the houses", 60, "share", "percent", "houses"),
    ("A third of the city burned.", "A third of the city", 33.33, "share", "percent", "city"),
    ("Half the city burned.", "Half the city", 50, "share", "percent", "city"),
    ("One in five children is out of school.", "One in five children", 20, "share", "percent", "children"),
    ("They spent $1 billion on military aid.", "$1 billion on military aid", 1e9, "money", "USD", "military aid"),
    ("It cost €300 million.", "€300 million", 3e8, "money", "EUR", ""),
    ("It cost 300 Euros.", "300 Euros", 300, "money", "EUR", ""),
    ("It cost 50 US dollars.", "50 US dollars", 50, "money", "USD", ""),
    ("It cost 300 Syrian pounds.", "300 Syrian pounds", 300, "money", "SYP", ""),
    ("It cost 5 million USD.", "5 million USD", 5e6, "money", "USD", ""),
    ("It cost 20 Iraqi dinars.", "20 Iraqi dinars", 20, "money", "IQD", ""),
    ("It cost US$5 million.", "US$5 million", 5e6, "money", "USD", ""),
    ("Oil costs $48 per barrel.", "$48 per barrel", 48, "money", "USD per barrel", "oil"),
    ("Oil costs $48 a barrel.", "$48 a barrel", 48, "money", "USD per barrel", "oil"),
]


@pytest.mark.parametrize(
    ("text", "phrase", "value", "kind", "unit", "counted"), KINDS, ids=[text for text, *_ in KINDS]
)
def test_kinds(text, phrase, value, kind, unit, counted):
    columns = ("phrase", "low", "high", "kind", "unit", "counted")
    found = [(p, round(low, 2), round(high, 2), *rest) for p, low, high, *rest in values(text, *columns)]
    assert found == [(phrase, value, value, kind, unit, counted)]


RATES_BEHIND = [
    ("It pumps a million barrels of oil a day.", "a million barrels of oil a day", "barrel per day", "oil"),
    ("It emits 3 million tonnes of carbon a year.", "3 million tonnes of carbon a year", "tonne per year", "carbon"),
    ("They got 5 litres of water per person.", "5 litres of water per person", "litre per person", "water"),
    ("They took 20 hours of lessons a week.", "20 hours of lessons a week", "hour per week", "lessons"),
    ("They got 20 litres of fuel a day later.", "20 litres of fuel", "litre", "fuel"),
]


@pytest.mark.parametrize(("text", "phrase", "unit", "counted"), RATES_BEHIND, ids=[text for text, *_ in RATES_BEHIND])
def test_rates_behind_what_is_measured(text, phrase, unit, counted):
    assert values(text, "phrase", "unit", "counted") == [(phrase, unit, counted)]


def test_age_between_commas():
    assert values("The man, 35, was killed.", "low", "kind", "unit") == [(35, "age", "year")]


def test_vague_money():
    assert values("It cost billions of dollars.", "bound", "low", "high", "kind", "unit") == [
        ("vague", 2e9, 9_999_999_999, "money", "USD")
    ]


def test_a_couple():
    assert values("A couple of tanks burned.", "low", "counted", "kind") == [(2, "tanks", "count")]


def test_parts_of_ten_are_no_counts():
    assert {kind for (kind,) in values("Nine out of ten homes were damaged.", "kind")} == {"share"}


def test_change_from_one_number_to_another_is_no_range():
    assert values("Output rose from 3 million to 4 million barrels.", "bound", "low", "high") == [
        ("=", 3e6, 3e6),
        ("=", 4e6, 4e6),
    ]


def test_numbers_of_two_kinds_are_no_range():
    found = values("Exports dropped 7% to $2.3 billion.", "bound", "low", "kind", "trend")
    assert found == [("=", 7, "share", "down"), ("=", 2.3e9, "money", None)]


def test_sign_is_kept():
    assert values("It was -5 degrees celsius at night.", "low", "high") == [(-5, -5)]


ELLIPSES = [
    ("Killing 32 people and wounding 20, it ended.", [("32 people", "people", "killed"), ("20", "people", "injured")]),
    ("The blast left 12 dead and 30 injured.", [("12", "people", "killed"), ("30", "people", "injured")]),
    ("Five rebels were killed and six wounded.", [("Five rebels", "rebels", "killed"), ("six", "rebels", "injured")]),
    (
        "12 rebels were killed and 4 soldiers captured.",
        [("12 rebels", "rebels", "killed"), ("4 soldiers", "soldiers", "captured")],
    ),
    (
        "They killed 12 rebels and 2 civilians.",
        [("12 rebels", "rebels", "killed"), ("2 civilians", "civilians", "killed")],
    ),
    ("Hundreds died.", [("Hundreds", "people", "killed")]),
    ("The guards, who are estimated to be over 7000, came.", [("over 7000", "guards", "other")]),
    ("A 10,000-strong force came.", [("10,000-strong force", "force", "other")]),
    ("20 a day arrive.", [("20", "", "other")]),
    ("A 12-member council met.", [("12-member", "member", "other")]),
    ("The guards number 7,000.", [("7,000", "guards", "other")]),
    ("The guards number about 7,000.", [("about 7,000", "guards", "other")]),
]


@pytest.mark.parametrize(("text", "expected"), ELLIPSES, ids=[text for text, _ in ELLIPSES])
def test_left_out_nouns(text, expected):
    assert values(text, "phrase", "counted", "outcome") == expected


def test_dozens_more():
    assert values("Dozens more were wounded.", "counted", "outcome") == [("people", "injured")]


def test_two_more_people():
    assert values("Two more people were wounded.", "counted", "outcome") == [("people", "injured")]


PARTS = [
    ("26 people, including 11 children, were killed.", [None, "a:0"]),
    ("26 people died, among them 6 women and 4 children.", [None, "a:0", "a:0"]),
    ("At least 12 people – including three children – died.", [None, "a:9"]),
    ("26 people died, 11 of them children.", [None, "a:0"]),
    ("12 rebels and 4 soldiers died.", [None, None]),
    ("Including the dead, 26 people were hit.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[text for text, _ in PARTS])
def test_parts(text, expected):
    assert [figure["part_of"] for figure in figures_of(text)] == expected


def test_part_of_names_a_figure():
    whole, part = figures_of("26 people, including 11 children, were killed.")
    assert part["part_of"] == whole["figure_id"]


TRENDS = [
    ("Sales rose 2.1%.", "up"),
    ("Sales rose by 5%.", "up"),
    ("Sales fell by 5%.", "down"),
    ("A 60% decline followed.", "down"),
    ("The force was cut by 300.", "down"),
    ("60% of sales came later.", None),
    ("The army has 300 men.", None),
    ("Sales rose to 300.", None),
    ("Shares slid as much as 5 percent.", "down"),
    ("Shares jumped a further $2.", "up"),
    ("Sea levels will rise 11 feet.", "up"),
    ("They cut interest rates by 0.5 percentage points.", "down"),
    ("The index shed 190 points.", "down"),
    ("The index stood at -1.3%.", "down"),
    ("The army lost 20 men.", None),
    ("He lost 5 kg.", "down"),
    ("Rates were raised 0.5 percent.", "up"),
    ("The company raised $5 million.", None),
    ("Jets dropped 20 bombs.", None),
    ("A helicopter was shot down by two jets.", None),
    ("A 10-fold increase followed.", "up"),
    ("Prices are up threefold.", "up"),
    ("Sales jumped fivefold.", "up"),
    ("A $5 drop followed.", "down"),
    ("A 3-degree rise is feared.", "up"),
    ("A $2 million growth fund opened.", None),
    ("A two-year rise ended.", None),
]


@pytest.mark.parametrize(("text", "expected"), TRENDS, ids=[text for text, _ in TRENDS])
def test_trends(text, expected):
    assert values(text, "trend") == [(expected,)]


def test_name_ends_before_a_bracket():
    text = "Alex Reyes (5 saves) came."
    assert [figure.value for figure in find_figures(tokenize(text), [(0, 13)])] == [5]


HOME_DOLLARS = [
    ("It cost $5 there.", ["USD"]),
    ("It cost $5 in Canada, or 7 Canadian dollars.", ["USD", "CAD"]),
    ("It cost $5 a barrel. All figures are in Canadian dollars.", ["CAD per barrel"]),
    ("It cost $5, or US$4, or $4 US. Prices in Australian dollars.", ["AUD", "USD", "USD"]),
    ("It cost billions of dollars and €5. All amounts are in Hong Kong dollars unless noted.", ["USD", "EUR"]),
]


@pytest.mark.parametrize(("text", "expected"), HOME_DOLLARS, ids=[text for text, _ in HOME_DOLLARS])
def test_home_dollars(text, expected):
    assert values(text, "unit") == [(unit,) for unit in expected]


HEDGES = [
    ("The attack reportedly killed 30.", "reportedly"),
    ("Unconfirmed reports speak of 30 dead.", "unconfirmed"),
    ("The attack killed 30.", None),
]


@pytest.mark.parametrize(("text", "expected"), HEDGES, ids=[text for text, _ in HEDGES])
def test_hedges(text, expected):
    assert values(text, "hedge") == [(expected,)]


def test_title_takes_the_outcome_of_the_body():
    title = "30,000 soldiers in Iraq"
    text = f"{title}\n\nIran sent 30,000 soldiers to Iraq."
    found = [(figure["in_title"], figure["outcome"]) for figure in figures_of(text, title)]
    assert found == [(True, "deployed"), (False, "deployed")]


def test_number_inside_a_name_is_no_figure():
    document = tokenize("The 9 Wells came.")
    assert find_figures(document, [(4, 11)]) == []
    assert len(find_figures(tokenize("The 9 Wells came."))) == 1


def test_measure_inside_a_name_is_kept():
    (figure,) = find_figures(tokenize("The 550 megawatt Topaz plant opened."), [(4, 28)])
    assert (figure.low, figure.unit) == (550, "megawatt")
    assert find_figures(tokenize("The 8 Mile road opened."), [(4, 10)]) == []


def test_a_number_alone_is_no_name():
    (figure,) = find_figures(tokenize("It sold for $US12,380,209 in May."), [(15, 25)])
    assert (figure.low, figure.unit) == (12_380_209, "USD")


def test_unit_beside_a_name_is_kept():
    (figure,) = find_figures(tokenize("It cost 300 Euros."), [(12, 17)])
    assert (figure.low, figure.unit) == (300, "EUR")


def test_the_nearest_outcome_speaks():
    text = "Rebels killed 12 soldiers, while the army says that it arrested 40 men."
    assert values(text, "counted", "outcome") == [("soldiers", "killed"), ("men", "detained")]


def test_verb_behind_the_noun_is_not_counted():
    assert values("Each of the 45 people got a tent.", "counted") == [("people",)]


WORDS = [
    "At",
    "least",
    "more",
    "than",
    "up",
    "to",
    "about",
    "some",
    "between",
    "5",
    "and",
    "1,000",
    "2016",
    "-",
    "–",
    "to",
    "$",
    "US$",
    "%",
    "per",
    "cent",
    "million",
    "a",
    "half",
    "third",
    "of",
    "them\nseveral",
    "dozen",
    "thousands",
    "people",
    "soldiers",
    "tanks",
    "were",
    "killed",
    "wounded",
    "including",
    "among",
    "one",
    "no",
    "the",
    "said",
    "according",
    ",",
    ".",
    ";",
    "\n",
    "“",
    "”",
    "²",
    "km",
    "year-old",
    "years\ntimes",
    "aged",
    "rose",
    "by",
    "Iran",
    "Reuters",
    "he",
    "who",
    "which",
]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text(text):
    figures = figures_of(text)
    end = 0
    for figure in figures:
        assert figure["start"] <= figure["number_start"] < figure["number_end"] <= figure["end"]
        assert figure["sentence_start"] <= figure["start"]
        assert figure["end"] <= figure["sentence_end"]
        assert figure["number_start"] >= end
        assert text[figure["start"] : figure["end"]] == figure["phrase"]
        assert_interval(figure)
        end = figure["number_end"]
    starts = {figure["figure_id"] for figure in figures}
    assert len(starts) == len(figures)
    assert {figure["part_of"] for figure in figures} <= starts | {None}


def assert_interval(figure):
    bound, low, high, value = (figure[column] for column in ("bound", "low", "high", "value"))
    assert bound in ("=", "~", ">", ">=", "<", "<=", "range", "vague")
    assert (high is None) == (bound in (">", ">="))
    assert (low is None) == (bound in ("<", "<="))
    if bound in ("=", "~"):
        assert low == high == value
    least, most = (-math.inf if low is None else low), (math.inf if high is None else high)
    assert least <= value <= most


LETTERS = [
    ("An estimated 1.5m people fled.", 1.5e6, "people"),
    ("About 300k people fled.", 3e5, "people"),
    ("Some 10mn people fled.", 1e7, "people"),
    ("He ran the 100m race.", 100, "race"),
]


@pytest.mark.parametrize(("text", "low", "counted"), LETTERS, ids=[text for text, *_ in LETTERS])
def test_scale_letters_of_counts(text, low, counted):
    assert values(text, "low", "counted") == [(low, counted)]


def test_the_age_of_is_an_age():
    assert values("11 children under the age of eight died.", "value", "kind") == [(11, "count"), (8, "age")]


def test_a_year_before_one_event_counts_nothing():
    assert values("The 2013 attack killed 1,400 people.", "low") == [(1400,)]


def test_a_denial_is_marked():
    assert values("The army denied that 30 people were killed.", "low", "hedge") == [(30, "denied")]


def test_a_hedge_behind_is_of_something_else():
    text = "They moved around 30,000 soldiers into the country, apparently for the war."
    assert values(text, "low", "hedge") == [(30_000, None)]


# Several words, joined or described, before what is counted; a size without its hyphen; a size in between.
PHRASES = [
    ("They sold 30 new and repaired cars.", ["new and repaired cars"]),
    ("They sold about 30 Ford and Toyota cars.", ["ford and toyota cars"]),
    ("They sold 30 badly damaged cars.", ["badly damaged cars"]),
    ("They sold 30 cars and 20 houses.", ["cars", "houses"]),
    ("They wrote a 40 page report.", ["page"]),
    ("The army killed 10 monitoring group says.", ["people"]),
    ("They sold 300 two litre bottles.", ["bottles", "bottles"]),
    ("They sold 20 $100 bills.", ["bills", "bills"]),
    ("About 20 US soldiers came.", ["us soldiers"]),
    ("About 20 gave us food.", [""]),
    ("They had a drink or two.", ["drink"]),
    ("A quake of magnitude 6 struck.", ["quake"]),
    ("A magnitude-6 quake struck.", ["quake"]),
    ("They won four World Cup finals in Rome.", ["world cup finals"]),
    ("It is a market worth over 2 billion.", [""]),
    ("Half of the 80 pupils failed.", ["pupils", "pupils"]),
    ("Nearly 40% of its 12,000 members left.", ["members", "members"]),
    ("Some 40% of the country's 12 million voters stayed at home.", ["voters", "voters"]),
    ("Half of those in the 80 rooms slept.", ["", "rooms"]),
    ("It owns 5% of the 300 million euros.", ["", ""]),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[text for text, _ in PHRASES])
def test_phrases_of_several_words(text, expected):
    assert [counted for (counted,) in values(text, "counted")] == expected


UNITS_APART = [
    ("It lasted five consecutive years.", [("five consecutive years", "duration", "year")]),
    ("It lasted two more weeks.", [("two more weeks", "duration", "week")]),
    ("It lasted five long meetings.", [("five long meetings", "count", "")]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS_APART, ids=[text for text, _ in UNITS_APART])
def test_words_between_number_and_unit(text, expected):
    assert values(text, "phrase", "kind", "unit") == expected


CONVERSIONS = [
    ("It is more than 100 miles (160 km) away.", [(">", 100, None, None), (">", 160, None, None)]),
    ("It is some 10 km (6 miles) away.", [("~", 10, 10, None), ("=", 6, 6, None)]),
    ("It rose by $10 (£8).", [("=", 10, 10, "up"), ("=", 8, 8, "up")]),
    ("It has more than 30 tanks (20 planes).", [(">", 30, None, None), ("=", 20, 20, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CONVERSIONS, ids=[text for text, _ in CONVERSIONS])
def test_conversions_in_brackets(text, expected):
    found = values(text, "bound", "low", "high", "trend")
    assert found == expected
