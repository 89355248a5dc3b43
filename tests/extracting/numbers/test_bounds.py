"""Bounds before and behind numbers, and of which number each is."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article

BOUNDS = [
    ("Rain flooded 12 farms and under 20 mills.", ["= 12", "< 20"]),
    ("Rain flooded 12 farms or more.", [">= 12"]),
    ("Rain flooded some 12 farms or so.", ["~ 12"]),
    ("Rain flooded 12 and over 20 mills.", ["= 12", "> 20"]),
    ("Rain flooded 12 and more than 20 mills.", ["= 12", "> 20"]),
    ("Rain flooded no more than 12 mills and more than 194 farms.", ["<= 12", "> 194"]),
    ("Rain flooded 12 and above, 20 in all.", [">= 12", "= 20"]),
    ("Losses surpassed 3,000 cows.", ["> 3000"]),
    ("The count of cows has topped 80.", ["> 80"]),
    ("He topped 12 lists.", ["= 12"]),
    ("The council passed two laws.", ["= 2"]),
    ("Speeds must not exceed 30 in town.", ["<= 30"]),
    ("Queues are nearing 300 people.", ["~ 300"]),
    ("Fares are capped at 12 pounds.", ["<= 12"]),
    ("It hit >300 farms and <20 mills.", ["> 300", "< 20"]),
    ("Home > 300 farms flooded", ["= 300"]),
    ("The herd is estimated at 400 cows.", ["~ 400"]),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS, ids=[text for text, _ in BOUNDS])
def test_bounds(text, expected):
    figures = extract_articles([Article("a", text)]).figures
    assert [f"{f['bound']} {f['high'] if f['low'] is None else f['low']:g}" for f in figures] == expected


READINGS = [
    ("Rain fell over four nights of floods.", ["= 4 duration/night"]),
    ("Rain fell for over four nights.", ["> 4 duration/night"]),
    ("Over 20 years ago rain fell.", ["> 20 duration/year"]),
    ("Rain hit between 40 and more than 100 farms.", ["range 40 count"]),
    ("Rain hit between a few hundred and a thousand farms.", ["range 300 count"]),
    ("Rain hit dozens to hundreds of farms.", ["range 24 count"]),
    ("Rain hit dozens, perhaps hundreds, of farms.", ["vague 24 count"]),
    ("Rain hit dozens if not hundreds of farms.", ["vague 24 count"]),
    ("Hundreds, or even thousands, have moved.", ["vague 200 count"]),
    ("Rain hit hundreds, perhaps a thousand farms.", ["range 200 count"]),
    ("Rain hit dozens of farms and perhaps hundreds of mills.", ["vague 24 count", "vague 200 count"]),
    ("Rain hit hundreds and perhaps dozens of farms.", ["vague 200 count", "vague 24 count"]),
    ("Rain hit hundreds upon hundreds of farms.", ["vague 200 count"]),
    ("Rain hit dozens and dozens of farms.", ["vague 24 count"]),
    ("Rain hit dozens and hundreds of farms.", ["vague 24 count", "vague 200 count"]),
    ("Rain hit 10~15 farms.", ["range 10 count"]),
    ("Rain hit 10 or 12 farms.", ["range 10 count"]),
    ("Rain hit 10 or 20 farms.", ["= 10 count", "= 20 count"]),
    ("Rain hit 100s of farms; it was in the 100s.", ["vague 200 count"]),
    ("Rain hit nearly hundred and twenty farms.", ["~ 120 count"]),
    ("The first hundred farms are dry.", []),
    ("They own 3 hundred and 21 cows.", ["= 321 count"]),
    ("They own 1.234.567,89 euros.", ["= 1.23457e+06 money/EUR"]),
    ("They sold 589,2 tonnes.", ["= 589.2 measure/tonne"]),
    ("Some 40.000 people and 12.500 farmers came.", ["~ 40000 count", "= 12500 count"]),
    ("The rod is 1.000 m long, 2.500 units.", ["= 1 measure/metre", "= 2.5 count"]),
    ("Rents rose 3 pct, by 2pp.", ["= 3 share/percent", "= 2 share/percent"]),
    ("They paid ₹40Cr, 5 lac rupees and 5m USD.", ["= 4e+08 money/INR", "= 500000 money/INR", "= 5e+06 money/USD"]),
    ("They paid 5 million US$ and R500 million.", ["= 5e+06 money/USD", "= 5e+08 money/ZAR"]),
    ("The R22 landed.", []),
    ("They won 52-45 percent.", ["= 52 share/percent", "= 45 share/percent"]),
    ("Three-in-ten farms are dry.", ["= 30 share/percent"]),
    ("Nearly a third admitted it.", ["~ 33.3333 share/percent"]),
    ("A third were women.", ["= 33.3333 share/percent"]),
    ("A quarter said no.", ["= 25 share/percent"]),
    ("About half agreed, and more than a fifth refused.", ["~ 50 share/percent", "> 20 share/percent"]),
    ("Half would leave.", ["= 50 share/percent"]),
    ("A third said that he was ill.", []),
    ("Half built, the mill fell.", []),
    ("He was about half finished.", []),
    ("The half ended early; a third man left.", []),
    ("They spend $20 billion annually, or $5 monthly fees.", ["= 2e+10 money/USD per year", "= 5 money/USD"]),
    ("Some fifteen (15) farms and four (3) mills are dry.", ["~ 15 count", "= 4 count", "= 3 count"]),
    ("Twenty (20) are dry.", ["= 20 count"]),
    ("They count 1e400 cows.", []),
    ("There are 1956 active farms.", ["= 1956 count"]),
    ("Herds rose to 2015 in May.", ["= 2015 count"]),
    ("The 2015 attacks are past.", []),
    ("Of 12 farms only one of which is dry.", ["= 12 count", "= 1 count"]),
    ("Farms hit 60 - Bote", ["= 60 count"]),
    (
        "Rents rose by 6 points, with an error of plus or minus three points.",
        ["= 6 measure/point", "= 3 share/percent"],
    ),
    ("He leads by 6 points in the poll.", ["= 6 share/percent"]),
    ("Killed were Ali, 34; Omar, 6; and Sarah, 2.", ["= 34 age/year", "= 6 age/year", "= 2 age/year"]),
    ("Ohio, 34; Utah, 6.", ["= 34 count", "= 6 count"]),
    ("The teacher (34) and Peter Hill (51) left.", ["= 34 age/year", "= 51 age/year"]),
    ("Girls ages 18, 19 and 27 left with a 23-y/o man.", [f"= {age} age/year" for age in (18, 19, 27, 23)]),
    ("They put the number of dead at 71.", ["= 71 count"]),
    ("They raised the toll from 43 to 58.", ["= 43 count", "= 58 count"]),
    ("They cut the rate from 5 to 7 percent to 3 to 4 percent.", ["range 5 share/percent", "range 3 share/percent"]),
    ("The count was revised in May from 43 to 58.", ["= 43 count", "= 58 count"]),
    ("Herds range from 43 to 58 cows.", ["range 43 count"]),
    ("A quarter-million cows and a half-dozen mills are dry.", ["= 250000 count", "= 6 count"]),
    ("Call 0800 123 456 now.", []),
    ("Three Mi-8 helicopters and 31 M1A1 Abrams tanks left.", ["= 3 count", "= 31 count"]),
]


@pytest.mark.parametrize(("text", "expected"), READINGS, ids=[text for text, _ in READINGS])
def test_readings(text, expected):
    figures = extract_articles([Article("a", text)]).figures
    low = [f"{f['bound']} {f['low']:g} {f['kind']}{'/' * bool(f['unit'])}{f['unit']}" for f in figures]
    assert low == expected
