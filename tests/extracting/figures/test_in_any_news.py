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
In Homs 12 were killed. | = 12 @killed #people
Will Smith 55 said so. | = 55 age
In the Camp 12 people died. | = 12 @killed #people
In Oslo 12 did so. | = 12
Visits to Oslo 12 times a year are rare. | = 12 #times
Syria Strike Kills 12 | = 12 @killed
Blast in Homs Kills 12 | = 12 @killed
The firm sold in Japan 30. | = 30
The poll gave Clinton 45 and Trump 42. | = 45; = 42
They sold to China 40 planes. | = 40 #planes
The court ruled for Pfizer 5 to 4. | = 5; = 4
They held Ann Hayes 41, of Dover. | = 41 age
Dana Cole 19, and Ruth Ames 23, were charged. | = 19 age; = 23 age
He spoke of “13 Angry Hens”. | = 13
Adrianna Knight 12 points. | = 12 #points
Helen Clark 55 has said so. | = 55 age
The French sent to Mali 300. | = 300
Votes for Smith 45 and for Jones 30 were void. | = 45; = 30
The worst hit was Oslo with Bergen 3 and Moss 2. | = 3; = 2
Storms destroyed in all of Homs 12. | = 12
The vote count was 12-3. The council voted unanimously, 7-0, to end it. | = 12; = 3; = 7; = 0
The motion carried 7-2, but the bill failed in the Senate 45-55. | = 7; = 2; = 45; = 55
Tickets are limited to max. 6 per buyer, and bids to min. 25 dollars. | <= 6; >= 25 USD
Bake it for 15 min. 20 people can eat it. | = 15 minute; = 20 #people
He met Max. 12 others came. | = 12
Babies under age 9 months are at risk. | < 9 month
It is for people above age 6 months. | > 6 month
Children under the age of 5 and men over the age of 50 left. | < 5 age; > 50 age
At least 15 children under the age of 16 have been murdered. | >= 15 #children @killed; < 16 age
He died at age 70. | = 70 age
Mortgage rates fell by half a point to 3.5 percent. | = 0.5 percent #mortgage rates; = 3.5 percent
The Galaxy Note 10 costs $950. | = 950 USD
They are men (5) and women (3). | = 5; = 3
Police Find Two Boys in Homs | = 2 #boys
Two of the 777 people took off. | = 2 +part; = 777 #people
The house has only one shower. | = 1 #shower
There was only one survivor. | = 1 #survivor
At least one question is open. | >= 1 #question
Only one problem is left. | = 1 #problem
One poster was torn. | = 1 #poster
In one village they drowned. | = 1 #village
It lies a few hundred metres away. | vague 300..999 metre
It was worth 2.5 million; some 16.6 million voted, and 8.2 million did not. | = 2500000; ~ 16600000; = 8200000
It costs a few hundred billion dollars. | vague 300000000000..999999999999 USD
They owe hundreds of millions of pounds. | vague 200000000..999999999 GBP
They lifted thousands of pounds of flour. | vague 2000..9999 pound
He owes 200-odd euros, 400-some dollars and 20 or so yen. | ~ 200 EUR; ~ 400 USD; ~ 20 JPY
They spent billions and billions of dollars. | vague 2000000000..9999999999 USD
He spent Rs 12 lakh in four years and raised Rs 3 crore. | = 1200000 INR; = 4 year; = 30000000 INR
It earned $2.5 per diluted share and $9 per adult guest. | = 2.5 USD per share; = 9 USD per guest
The same flight six hours later was late. | = 6 hour
They met in the same room two days later. | = 2 day
The bus left the highway three miles off. | = 3 mile
He missed the flight three times. | = 3 #times
A picture of a Boeing 747-400 seconds before it crashed is lost. He spent 2 days. | = 2 day
The 1.5 GW Oslo wind farm is shut. | = 1.5 gigawatt
The trial took 14 court days and 11 unpaid days. | = 14 day; = 11 day
It came after two bumper months of growth. | = 2 month #growth
Growth came in 11 straight quarters. | = 11 quarter
Three quarters of the town is dry. | = 75 percent
The office hums at 41 dBA. | = 41 decibel
They counted 1998 votes. | = 1998 #votes
It had a score of 2072, then a 2182 score. | = 2072 measure; = 2182 measure
The hike takes 2-1/2 hours, the way 1-3/4 miles. | = 2.5 hour; = 1.75 mile
He cut 2 - 1/2 of it. | = 2; = 50
It needs a quarter cup of salt. | = 0.25 #cup
Rates fell by a quarter-point, then by a half point. | = 0.25 percent; = 0.5 percent
Within a half-hour they left the half-mile road. | <= 0.5 hour; = 0.5 mile #road
She is a 6-foot-2 guard. | = 6 foot
They flew a Mi-8 and 12 jets. | = 12 #jets
The bill may be more like 70 million euros. | ~ 70000000 EUR
The dam would hold between 4x and 9x as much, or between ~3x and ~5x. | range 4..9 times; range 3..5 times
It grew 3x. | = 3 times
The walk lasts a week or two; he has a brother or two. | range 1..2 week; range 1..2 #brother
He saw a man or two women. | = 2 #women
The film is about three sisters. | = 3 #sisters
They quarrelled over six cows. | = 6 #cows
The dispute over two islands is old. | = 2 #islands
The film is about three hours long. | ~ 3 hour
Concerns about 300 missing people grow. | ~ 300
The talks took over 20 hours. | > 20 hour
The Senate confirmed her in a 51-49 vote. | = 51; = 49
The bill failed in a 48-52 vote. | = 48; = 52
It fell by a 7-to-2 vote. | = 7; = 2
They ruled in a 5-4 decision. | = 5; = 4
The House passed the bill, 318-109. | = 318; = 109
It passed by a vote of 40 to 59. | = 40; = 59
The House passed 12-13 bills. | range 12..13 #bills
The DAX 40 ended the day up 84 points at 15,302. | = 84; = 15302 measure
The index hit readings of 340. | = 340 measure
Sales rose 3.1% to 27,934. | = 3.1 percent; = 27934 count
They kept a score of 12 men. | = 12 #men
The club raised the age limit to 18. They raised the voting age from 16 to 21. | = 18 age; = 16 age; = 21 age
The suspect is thought to be between 25 and 30. | range 25..30 age
The dead are thought to be between 25 and 30. | range 25..30 count
I'm 68 and teach. | = 68 age
The pound weakened to 1.5 per dollar, the yen to 108 per dollar. | = 1.5 GBP per dollar; = 108 JPY per dollar
He won over 2000 votes and has over 2000 staff. | > 2000 #votes; > 2000 #staff
It rained in 1200 towns. | = 1200 #towns
One banker bled to death. | = 1 @killed
One letter bomb exploded. | = 1 @attacks
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
    "The league moved the Bears' Week 9 trip to Denver.",
    "Volunteers were asked not to lift boxes on Day 2.",
    "The studio said only Halo 5 would ship with the console.",
    "The router supports Wi-Fi 6 and Bluetooth 5.",
    "Lunar Base 4 is out.",
    "Apple launched only AirPlay 2 for the speaker.",
    "It is in Sector 7 of the city.",
    "A Cessna 172 crashed near the town.",
    "HR 676 failed.",
    "The 7-Eleven near Three Mile Island burned.",
    "The bank listed its bonds on the FIVE Nordic Exchange in Oslo.",
    "Sales were helped by our One Bright Future programme.",
    "She was named to the 30 Under 30 list.",
    "The soundbar supports 7.1 surround sound.",
    "The panel is limited to 1080p at launch.",
    "The laptop ships with a GeForce 940M chip, not with a Radeon Pro 5300M or 5500M.",
    "The 2B Mindset plan is popular.",
    "He told “48 Hours” that he was innocent.",
    'She told "60 Minutes" so, and a 60 Minutes host asked.',
    "Former Philadelphia 76ers guard Tom Hale opened the bar.",
    "The law known as Senate Bill 12 bans the practice.",
    "The Boeing 777 was full. The 777 took off at noon.",
    "Update 1330: He speaks",
    "They ask for (1) a law, (2) a tax cut and (3) more police.",
    'He spoke to "20/20" with 20/20 hindsight.',
    "He wrote The 7 Habits of Happy Hens.",
    "Russia 24 said so.",
    "In one case, the fence had been cut.",
    "There is one drawback to the plan.",
    "One key reason for the delay is the weather.",
    "One possible route would avoid the city.",
    "One wonders what he knew if one steps back.",
    "One campaign video featured a dog.",
    "One CEO told reporters so.",
    "One image of the dead shows the trucks.",
    "One study of patients found flu.",
    "Congress bickers over 2014 budget.",
    "It will be no sooner than 2020.",
    "Construction began in 1163 and goes on.",
    "They say so, according to one person familiar with it.",
    "She moved from one room to another.",
    "A few lawmakers objected, and the plane was delayed a few minutes.",
    "Statins help (8).",
    "For tickets call +44 (0)20 7946 0018.",
    "Write to P.O. Box 1180, Dayton, OH 45402.",
    "Slideshow (14 Images)",
    "Hide Caption 9 of 9",
    "9 Photos",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_figures(text):
    assert extract_articles([Article("a", text)]).figures == []
