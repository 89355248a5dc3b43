"""Numbers that name rather than count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.numbers.non_quantities import find_non_quantities
from crossread.extracting.pipeline import extract_articles
from crossread.language.tokens import tokenize
from crossread.reading.articles import Article

NON_QUANTITIES = [
    ("On June 23 they met", ["23"]),
    ("On 23 June 2014 they met", ["23", "2014"]),
    ("on the 12 of May", ["12"]),
    ("On Feb. 5 they met", ["5"]),
    ("on 05.02.2015 they met", ["05.02.2015"]),
    ("on 2015-02-12 they met", ["2015", "02", "12"]),
    ("on 05/02/2015 they met", ["05", "02", "2015"]),
    ("updated on Jun 132016", ["132016"]),
    ("updated on June 2 132016 times", ["2"]),
    ("They read Great Expectations (1861)", ["1861"]),
    ("Lionel Messi (35 goals)", []),
    ("since 2003", ["2003"]),
    ("the war of 1980-1988", ["1980", "1988"]),
    ("the season of 2015/16", ["2015", "16"]),
    ("at 7 am", ["7"]),
    ("at 7:30", ["7", "30"]),
    ("at 1500 GMT", ["1500"]),
    ("LIMA, 31 OCT 89 (EFE)", ["31", "89"]),
    ("On 3 May 89 men came", ["3"]),
    ("from 0600 to 1400", ["0600", "1400"]),
    ("at 1800 on 4 April", ["1800", "4"]),
    ("between the hours of 1 and 7 am", ["1", "7"]),
    ("in their early 30's", ["30"]),
    ("3 of 20 photos", ["3", "20"]),
    ("into the top 30 in May", ["30"]),
    ("the top 12 men", []),
    ("Resolution 2254", ["2254"]),
    ("the Group of 20", ["20"]),
    ("about 2000 people", []),
    ("2000 km away", []),
    ("1,950 soldiers", []),
    ("35 of June's dead", []),
    ("7 amendments", []),
    ("23 tanks", []),
    ("They lined up 4-2-3-1", ["4", "2", "3", "1"]),
    ("5 x 10 x 20 metres", []),
    ("On June 23 500 people met", ["23"]),
    ("On 5 February 30 people died", ["5"]),
    ("On 23 September 28 bodies were found", ["23"]),
]


@pytest.mark.parametrize(("text", "expected"), NON_QUANTITIES, ids=[text for text, _ in NON_QUANTITIES])
def test_find_non_quantities(text, expected):
    (sentence,) = tokenize(text).sentences
    found = [sentence.words[at] for at in sorted(find_non_quantities(sentence))]
    assert [text for text in found if text[0].isdigit()] == expected


NO_FIGURE = [
    "On June 23 the council met.",
    "On 23 June 2014 the council met.",
    "The council met on July 19.",
    "The council met on 12/05/2016.",
    "The council met on 2016-05-12.",
    "The war began in 2011.",
    "He has led the group since 2003.",
    "In 2016 people were killed in the streets.",
    "Since 2011 civilians have fled.",
    "In May 2011 Syrian troops moved in.",
    "On February 27 2016 rebel groups met.",
    "The Iran-Iraq war (1980-1988) ended.",
    "The siege of 2015-16 was long.",
    "Between 2011 and 2015 the war raged.",
    "From 1980 to 1988 the war raged.",
    "The 2003 invasion changed Iraq.",
    "In the 1990s they fled.",
    "The talks began at 7 am.",
    "The talks began at 7:30 p.m. on Sunday.",
    "At 3 o'clock the siren rang.",
    "At 1500 GMT the siren rang.",
    "At 3pm the siren rang.",
    "The third attack came in the 20th century.",
    "The 9 Badr Corps was there.",
    "The 30th Division fought.",
    "The Council passed Resolution 2254.",
    "A Su-24 was shot down.",
    "A MiG-29 and an F-16 flew over the base.",
    "The T-72 and the AK-47 are old.",
    "The S-300 arrived.",
    "The Group of 20 met.",
    "The G7 and the G20 met.",
    "Flight MH17 was shot down.",
    "The P5+1 met in Vienna.",
    "A bunker of World War 2 was found.",
    "On Channel 4 he said so.",
    "He is No. 3 in the party.",
    "Article 51 of the charter applies.",
    "Page 3 of the paper says so.",
    "One of them was killed.",
    "No one was killed.",
    "One day the war will end.",
    "That was the one they wanted.",
    "Both attacks failed.",
    "Some of the fighters left, and many stayed.",
    "Call 555-0123 now.",
    "Call +1 202-555-0123 now.",
    "He called 0044 20 7946 0958 for help.",
    "See https://example.org/2016/05/12345 for more.",
    "Visit www.example.org/page5 today.",
    "Version 3.5.1 was released.",
    "Views 2494",
    "1. The first point",
    "2) The second point",
    "From June 23 to 25 the council met.",
    "The council met on 23-25 June.",
    "The council met on 5 and 6 May.",
    "The council met on May 5, 2016.",
    "The council met on 5.2.2016.",
    "The council met on 05/02/15.",
    "The report is dated 2019-09-01T10:38:07Z.",
    "The war of 1980 to 1988 was long.",
    "The season of 2015/16 was long.",
    "The models of 2014-15 sold well.",
    "By 2120 the sea will rise.",
    "In early 2016 the talks began.",
    "Since summer 2012 the road is closed.",
    "At 10.45pm the siren rang.",
    "At 5am the siren rang.",
    "The talks began at 11:30 a.m. EDT.",
    "The siren rang at 2 p.m. on Wednesday.",
    "The siren rang at 1500 hrs.",
    "The clock showed 12:01:30.",
    "The car ran a lap of 1:36.6 there.",
    "The time zone is UTC+3.",
    "It is the twenty-first century.",
    "It is the twenty first century.",
    "He came on the 31st.",
    "The 101st Airborne landed.",
    "In the '90s they fled.",
    "He is in his 20s.",
    "A thirty-something came.",
    "The team won 2-1.",
    "A 2-1 victory came late.",
    "It ended 0-0.",
    "They lost 3-1 on Sunday.",
    "The vote was tied 50-50.",
    "They drew 1-2 on aggregate.",
    "They played 4-4-2.",
    "The FTSE 100 fell.",
    "The S&P 500 rose.",
    "The Nikkei 225 fell.",
    "The Dow Jones and the Stoxx 50 fell.",
    "The Fortune 500 met.",
    "See Section 427 of the law.",
    "See pages 3 and 4.",
    "See Fig. 2 for more.",
    "See Vol. 3 for more.",
    "He read Chapter 7 aloud.",
    "He sat in Row 21.",
    "They met in Room 101.",
    "Unit 3 burned.",
    "It is a category 4 storm.",
    "The iPhone 14 is out.",
    "Windows 10 is old.",
    "The Boeing 737 crashed.",
    "Apollo 11 landed.",
    "Highway 5 is closed.",
    "Route 66 is closed.",
    "Flight 370 vanished.",
    "Article 5 was invoked.",
    "Resolution 1701 was passed.",
    "The Group of 77 met.",
    "The 5G network is out.",
    "The attacks of 9/11 changed that.",
    "The shop is open 24/7.",
    "The house at 575 Elm Road burned.",
    "The house at 16-18 Elm Road burned.",
    "The house at 9 E 71st St burned.",
    "The house at 22 Rue Royale burned.",
    "Call 1-800-555-0199 now.",
    "Call 202-555-0123 today.",
    "The postcode is M21 9AB.",
    "The code is 9AB8.",
    "The shop sells the PS5 console.",
    "The MH370 search ended.",
    "A baker's dozen is more.",
    "The handful of them came.",
    "One of the men was killed.",
    "One of the best speakers was sold.",
    "One by one they left.",
    "One another they blamed.",
    "It was a one-off.",
    "This one is new.",
    "The big one came.",
    "He was one.",
    "On day one it failed.",
    "The hundred was lost.",
    "The couple left.",
    "The first half was slow.",
    "The other half left.",
    "Half asleep he spoke.",
    "A third man came.",
    "The second quarter was slow.",
    "The town was struck twice.",
    "Prices doubled.",
    "Many men came, and few left.",
    "A number of men came.",
    "1,234 views",
    "(1) The first point",
    "3. The third point",
    "See pic.example.com/5x9 now.",
    "It flies its own 787 Dreamliner.",
    "The 737 MAX landed.",
    "A 30-something came.",
    "It is a 50/50 chance.",
    "The 4K TV is out.",
    "It rose a third time.",
    "A 747 jumbo landed.",
    "He was ranked No 5.",
    "She is the world No 2.",
    "The No 1 seed lost.",
    "The Group of 20 met.",
]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_no_figure(text):
    figures = extract_articles([Article("a", text)]).figures
    assert [figure["phrase"] for figure in figures] == []


BEHIND_DATES = [
    ("On 5 February 30 people died in Homs.", ["30 people"]),
    ("In May 12 people were killed in Homs.", ["12 people"]),
    ("In May 12 armed men were killed in Homs.", ["12 armed men"]),
    ("During June 20 rebels were killed.", ["20 rebels"]),
    ("On May 12 people met in Homs.", []),
    ("They met in May 2012.", []),
]


@pytest.mark.parametrize(("text", "expected"), BEHIND_DATES, ids=[text for text, _ in BEHIND_DATES])
def test_dates_compete_with_counts(text, expected):
    assert [figure["phrase"] for figure in extract_articles([Article("a", text)]).figures] == expected


def test_count_right_behind_a_date():
    figures = extract_articles([Article("a", "17-06-2016 7 civilians were hurt.")]).figures
    assert [figure["phrase"] for figure in figures] == ["7 civilians"]


WORDS = [
    "5",
    "2016",
    "31",
    "June",
    "may",
    "of",
    "-",
    "/",
    ":",
    "am",
    ".",
    "no",
    "resolution",
    "group",
    "²",
    "00",
    "1990s",
]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_text(text):
    for sentence in tokenize(text).sentences:
        assert find_non_quantities(sentence) <= set(range(len(sentence)))


@pytest.mark.parametrize("text", ["² of them", "① point", "9" * 5_000], ids=["²", "①", "5000 digits"])
def test_strange_digits(text):
    (sentence,) = tokenize(text).sentences
    assert find_non_quantities(sentence) == set()
