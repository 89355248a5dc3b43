"""Sentences of every kind of news, and all that is read of each of their numbers."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article

# text | for each figure: bound, number, unit or kind, #counted, @outcome, +part; what is left out is not asked
READINGS = """
Gales hurt 12 and up to 20 were missing. | = 12 @injured; <= 20 @missing
The fire killed 9 and nearly 30 were treated well. | = 9 @killed; ~ 30 @other
Close on 300 people died. | ~ 300 @killed
A good 300 people died. | >= 300 @killed
300-odd people died. | ~ 300 @killed
300-plus people died. | >= 300 @killed
Three two-man crews came. | = 3; = 2 @other
300 people at the outside died. | <= 300 @killed
The toll has climbed past 300. | > 300
Nights were between -5C and -10C. | range -10..-5 degree celsius
It was -20 to -30 degrees Celsius. | range -30..-20 degree celsius
Nights fell from -5°C to -12°C. | = -5; = -12
It took 0-to-60 runs. | range 0..60
Dozens to hundreds of people died. | range 24..999 @killed
Hundreds or thousands of people fled. | vague 200..9999 @displaced
The gale killed 2O people. | = 20 @killed
The gale killed l2 people and 1OO cows. | = 12; = 100
They spent TL500 million on it. | = 500000000 TRY
They spent N500 million on it, and flew R22 jets. | = 500000000 NGN
They sent 50 MUSD. | = 50000000 USD
Bread costs 3 dollars 50 cents. | = 3.5 USD #bread
Bread costs three pounds and 50 pence. | = 3.5 GBP #bread
The ship holds 885 000 t of grain. | = 885000 tonne #grain
They killed10 people. | = 10 @killed
There are some 11 to12 million of them. | range 11000000..12000000
A hundred-and-fifty people fled. | = 150 @displaced
Five thousand, six hundred soldiers came. | = 5600 #soldiers
A thousand, two of them children, fled. | = 1000; = 2 +part
The group had 12·000 fighters and 3·5 tonnes of rice. | = 12000 #fighters; = 3.5 tonne
The death toll is 1967. | = 1967 @killed #people
The toll in 2015 was 12. | = 12 @killed
Civilian deaths exceeded 1,500. | > 1500 #people @killed
Twice as many died; he came twice a week and scored twice as Lyon won. | = 2 times
12 died: 3 children, 4 women and 5 men. | = 12 @killed; = 3 @killed +part; = 4 @killed +part; = 5 @killed +part
They shot four people, killing one. | = 4 @injured; = 1 @killed +part
Loss is put at $201,000 ($200,000 structure and $1,000 contents). | = 201000 USD; = 200000 USD +part; = 1000 USD +part
Four people were hit by gunfire and three of those victims died. | = 4 @injured; = 3 @killed +part
Its lab read 900 slides, and 40 of those slides were bad. | = 900; = 40 +part
Ten ambulances responded. | = 10 @deployed
Some 300 people were unable to flee, and 12 were ready to die. | ~ 300 @other; = 12 @other
95 firefighters were able to control the fire. | = 95 @deployed
Ten came with injuries. | = 10 @injured
Ten suffered burns. | = 10 @injured
Ten were treated and released. | = 10 @injured
Ten were trapped and later rescued. | = 10 @rescued
Ten homes were lost. | = 10 @destroyed
Medics drove three others to Lyon Central with serious injuries. | = 3 @injured
The state will release 800 prisoners. | = 800 @other
Some 800 jailed people will be released. | ~ 800 @other
They released 12 hostages. | = 12 @rescued
The toll was revised from 8 to 10. | = 8 @killed; = 10 @killed
The toll, earlier put at 8, is now 10. | = 8 @killed; = 10 @killed
The toll, up from 8, is 10. | = 8 @killed; = 10 @killed
The toll hit 10. | = 10 @killed
The toll is in the hundreds. | vague 200..999 @killed
The dead number 10. | = 10 @killed
A strong quake with a magnitude of 6.1 hit Lyon. | = 6.1 magnitude #strong quake
A 5.6 magnitude earthquake hit it. | = 5.6 magnitude #earthquake
The survey put the magnitude at 6.1. | = 6.1 magnitude
She became the youngest mayor at 19, and he retired at 65. | = 19 year; = 65 year
At 19 she moved. At 12 they moved. | = 19 year; = 12
It burned a yard of 150' x 90'. | = 150 foot; = 90 foot
It is 10 blocks from the inn, in 3 blocks of flats. | = 10 block; = 3 #blocks
Police met a group of about 30, and a crowd of 400. | ~ 30 #people; = 400 #people
A third of the country's registered voters came. | = 33.33 percent #country's registered voters
Some 19 fouls proves that it was rough. | ~ 19 #fouls
Two St. Mary Parish deputies came. | = 2 #st. mary parish deputies
The index dropped to 89.1 from 96.9; three indexes rose. | = 89.1 measure #index; = 96.9 measure #index; = 3 #indexes
Prices rose at an annual rate of 10.7%, less than the 13.7% rise before. | = 10.7 #prices; = 13.7 #prices
Prices rose by 0.8% and Rome told of a rise of 0.4%. | = 0.8 #prices; = 0.4 #prices
There was a bump in the jobless rate to 8.2% from 8.1%. | = 8.2 #jobless rate; = 8.1 #jobless rate
Three-quarters of drivers came, with just 25 percent opposed. | = 75 #drivers; = 25 #drivers
Novak was at 27 percent support, followed by Cerny at 21 percent. | = 27 #support; = 21 #support
The rate was 11 percent, down from its record high of 18 percent. | = 11 #rate; = 18 #rate
They worry about jobless rates over 10 percent. | > 10 #jobless rates
It cut its forecast for growth to 1.5 percent from 2 percent. | = 1.5 #growth; = 2 #growth
Growth is seen at 2 percent. | = 2 #growth
Jobless rates among the young are 18 percent. | = 18 #jobless rates
Only 25 percent of members are ages 18 to 34. | = 25 #members; range 18..34 year #members
Novak leads the race with Cerny 6 points behind. | = 6 percent
The team is 6 points clear. | = 6 #points
Profit fell 12% to 340m euros, from 386m a year ago. | = 12 #profit; = 340000000 EUR #profit; = 386000000 EUR #profit
They forecast earnings of 45 cents a share on revenue of $2bn. | = 45 cent per share #earnings; = 2000000000 #revenue
The pound rose 0.4% against the dollar to $1.27. | = 0.4 #pound; = 1.27 #pound
It closed 45 points higher at 7,512. | = 45 #points; = 7512
The Nasdaq fell 4.7%, to end at 7,952. | = 4.7 percent #nasdaq; = 7952 measure #nasdaq
The FTSE 100 added 31 points, or 0.4%, to 7,800. | = 31 point #ftse 100; = 0.4 #ftse 100; = 7800 measure #ftse 100
The Dow closed 31 points lower, or 9%, at 21,200. | = 31 point #dow; = 9 percent #dow; = 21200 measure #dow
Inflation slowed to 3.2% in May, its lowest since 2021, from 3.9% in April. | = 3.2 #inflation; = 3.9 #inflation
There have been 3,400 confirmed cases. | = 3400 #confirmed cases
Average temperatures have risen by 1.1 degrees Celsius since 1900. | = 1.1 #average temperatures
The quake, which struck at a depth of 10 km, measured 6.8 on the Richter scale. | = 10 #depth; = 6.8 magnitude #quake
Labour has a 15-point lead over the Greens, 43% to 28%. | = 15 #lead; = 43; = 28
He signed a four-year contract worth £200,000 a week. | = 4 year #contract; = 200000 #contract
Two 12-year-old boys died. | = 2 #boys @killed; = 12 #boys
Gale kills 60 - Reuters | = 60 @killed
Dead – 12, wounded – 30. | = 12 @killed; = 30 @injured
Killed = 25; missing – 40. | = 25 @killed; = 40 @missing
Killed 12, wounded 30, missing 4. | = 12 @killed; = 30 @injured; = 4 @missing
Twelve people died, a quarter of them children. | = 12 @killed; = 25 percent #children @killed
It used 5 t of coal and 3 kt of ore. | = 5 tonne #coal; = 3 kilotonne #ore
Seven LAFD rescue ambulances came. | = 7 #lafd rescue ambulances
Two bakers and one urban search and rescue unit came. | = 2 #bakers; = 1 #urban search and rescue unit
They sent two vans and one hazardous materials squad. | = 2 #vans; = 1 #hazardous materials squad
Two weapons were found: a .40-caliber pistol and a rifle. | = 2 #weapons; = 0.4
"""


def told(figure):
    bound, low, high = figure["bound"], figure["low"], figure["high"]
    number = high if low is None else low
    interval = f"{number:.4g}" if number % 1 else f"{number:.0f}"
    return f"{bound} {interval}" + (f"..{high:.0f}" if bound in ("range", "vague") else "")


def fits(figure, wanted):
    asked = wanted.replace(" +part", "").partition(" @")[0].partition(" #")
    counted = asked[2] or (wanted.partition(" #")[2].partition(" @")[0].replace(" +part", ""))
    outcome = wanted.partition(" @")[2].partition(" ")[0]
    unit = asked[0].partition(told(figure))[2].strip()
    return (
        asked[0].startswith(told(figure))
        and unit in ("", figure["unit"], figure["kind"])
        and counted in ("", figure["counted"])
        and outcome in ("", figure["outcome"])
        and wanted.endswith("+part") == (figure["part_of"] is not None)
    )


LINES = [line.split(" | ") for line in READINGS.strip().splitlines()]


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[text for text, _ in LINES])
def test_readings(text, expected):
    figures = extract_articles([Article("a", text)]).figures
    wanted = expected.split("; ")
    assert len(figures) == len(wanted)
    assert [told(f) for f, w in zip(figures, wanted, strict=True) if not fits(f, w)] == []


NOTHING = [
    "Law 10 of 2018 still stands.",
    "Reactor 4 exploded, and camp 14 is closed.",
    "Year 9 pupils went home.",
    "Tier 1 cities were closed.",
    "They responded to a fire at 910 W. 23rd St. in the village.",
    "Call the line at (555) 555-0142.",
    "They saw a house (a four-plex on a hill).",
    "Officials of the Five Eyes met.",
    "The Big Four met Seal Team Six.",
    "One man is seen shouting at police.",
    "One protester carried a sign.",
    "They left, said one resident.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_figures(text):
    assert extract_articles([Article("a", text)]).figures == []
