"""What figures count, what happened to it, and which are parts of others, in sentences of every build."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article


def read(text, title=None):
    """The figures of a text: number, counted, outcome, and the number of the whole."""
    figures = extract_articles([Article("a", text, title=title)]).figures
    numbers = {figure["figure_id"]: text[figure["number_start"] : figure["number_end"]] for figure in figures}
    return [
        (
            numbers[figure["figure_id"]],
            figure["counted"],
            figure["outcome"],
            *filter(None, [numbers.get(figure["part_of"])]),
        )
        for figure in figures
    ]


def cases(table):
    """One case a line: text | number/counted/outcome[/number of the whole]; ..., with "-" for nothing."""
    lines = [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]
    return [pytest.param(text, expected, id=text) for text, expected in lines]


def parse(expected):
    figures = []
    for figure in filter(None, expected.split(";")):
        number, counted, outcome, *whole = (part.strip() for part in figure.split("/"))
        figures.append((number, "" if counted == "-" else counted, outcome, *whole))
    return figures


OBJECTS = """
A blast in Homs killed 12 people. | 12/people/killed
A blast in Homs killed at least 12 people on Monday. | 12/people/killed
A hospital in Homs received 12 victims of the blast. | 12/victims/injured
There were 12 victims of the blast. | 12/victims/other
A hospital in Homs received 12 bodies. | 12/bodies/killed
Raids on market kill 21 hundreds flee the city | 21/people/killed; hundreds/people/displaced
Raids on market kill 21 Observatory | 21/people/killed
Raids on market kill 21 State media | 21/people/killed
The strikes killed 20 civilians activists said. | 20/civilians/killed
The strikes killed 20 civilians activists and residents said. | 20/civilians/killed
The raid killed 270 soldiers guards and staff when it hit the field. | 270/soldiers guards and staff/killed
The shelling kills 12 people each day. | 12/people/killed
The raid was meant to kill 12 men. | 12/men/killed
The gunmen shot at a bus, killing 12 passengers. | 12/passengers/killed
The raid wounded dozens of residents. | dozens/residents/injured
Mines have killed and wounded hundreds of farmers. | hundreds/farmers/killed
It hit a clinic, killing or injuring 40 people. | 40/people/killed
Police arrested 40 men overnight. | 40/men/detained
The militia abducted 12 aid workers. | 12/aid workers/detained
The fire destroyed 300 homes. | 300/homes/destroyed
The storm damaged several school buildings. | several/school buildings/destroyed
The army captured three villages near the border. | three/villages/captured
Rebels seized 12 tanks. | 12/tanks/captured
The ministry deployed 5,000 troops along the coast. | 5,000/troops/deployed
Britain is sending 200 military trainers. | 200/military trainers/other
Firefighters rescued 12 miners. | 12/miners/rescued
Helicopters evacuated 90 tourists. | 90/tourists/evacuated
The fighting displaced 80,000 people. | 80,000/people/displaced
The avalanche trapped 14 climbers. | 14/climbers/besieged
The army fired 30 rockets. | 30/rockets/attacks
Jets dropped several cluster bombs. | several/cluster bombs/attacks
The party lost 40 seats. | 40/seats/other
The army lost 40 soldiers in the ambush. | 40/soldiers/killed
The flood claimed 30 lives. | 30/lives/killed
A bomb took the lives of 12 policemen. | 12/policemen/killed
Two bombs killed 30 people. | Two/bombs/other; 30/people/killed
Three gunmen killed a guard. | Three/gunmen/other
The blast killed the mayor and two bodyguards. | two/bodyguards/killed
Accused of having killed, in Aleppo, 12 traders, he fled. | 12/traders/killed
"""

SUBJECTS = """
Twelve people were killed in Homs. | Twelve/people/killed
Twelve people have been killed. | Twelve/people/killed
Twelve people were reported killed. | Twelve/people/killed
Twelve people were later found dead. | Twelve/people/killed
Twelve people are believed to have been injured. | Twelve/people/injured
Twelve people in the town of Idlib were killed. | Twelve/people/killed
Twelve people, most of them women, were killed. | Twelve/people/killed
Twelve people who were in the building were killed. | Twelve/people/killed
Twelve members of the group that held the town were killed. | Twelve/members/killed
Twelve soldiers and a civilian were killed. | Twelve/soldiers/killed
Twelve people died when a bus overturned. | Twelve/people/killed
Twelve people who died in the crash were from Lyon. | Twelve/people/killed
Twelve sailors are missing. | Twelve/sailors/missing
Twelve sailors remain unaccounted for. | Twelve/sailors/missing
Twelve sailors lost their lives. | Twelve/sailors/killed
Some 3,000 families fled the valley. | 3,000/families/displaced
More than 3,000 people had been forced to flee. | 3,000/people/displaced
About 40 journalists are behind bars. | 40/journalists/detained
Some 200,000 residents are trapped in the enclave. | 200,000/residents/besieged
Seventy buildings were reduced to rubble. | Seventy/buildings/destroyed
Twelve people were taken hostage. | Twelve/people/detained
Dozens of shells fell on the port. | Dozens/shells/attacks
A dozen rockets landed in fields. | A dozen/rockets/attacks
The port was hit with 30 missiles. | 30/missiles/attacks
The 12 people killed in Homs were traders. | 12/people/killed
Of the passengers, 12 died. | 12/people/killed
Several people sustained injuries. | Several/people/injured
Around 500 soldiers are stationed there. | 500/soldiers/deployed
The mayor was killed along with six aides. | six/aides/killed
About 80 houses have burned down. | 80/houses/destroyed
"""

NOUNS = """
The death toll of 15 shocked the town. | 15/people/killed
Officials put the death toll at 15. | 15/people/killed
The death toll rose to 15 on Friday. | 15/people/killed
The death toll from the quake has climbed to 1,500. | 1,500/people/killed
The toll stands at 15. | 15/people/killed
Death toll: 15. | 15/people/killed
Friday saw the deaths of 12 people. | 12/people/killed
They mourned the killing of 12 people. | 12/people/killed
The arrest of 12 students caused anger. | 12/students/detained
The capture of three villages came first. | three/villages/captured
That brought the number of people killed to 70. | 70/people/killed
The number of dead has risen to 70. | 70/people/killed
There were 15 deaths last week. | 15/deaths/killed
That brought to 70 the number killed. | 70/people/killed
The toll may be as high as 70. | 70/people/killed
There were 40 arrests. | 40/arrests/detained
Rescuers found 12 bodies in the rubble. | 12/bodies/killed
Among the dead were two girls. | two/girls/killed
The dead include three nurses. | three/nurses/killed
Four of the dead were women. | Four/people/killed
Twelve of those killed were children. | Twelve/people/killed
Four children were among the dead. | Four/children/killed
We saw several damaged houses. | several/damaged houses/destroyed
We saw several wounded soldiers. | several/wounded soldiers/injured
They left 12 dead. | 12/people/killed
It left 12 villagers dead and 30 homeless. | 12/villagers/killed; 30/villagers/displaced
There were six dead. | six/people/killed
"""

HEADLINES = """
Blast kills six | six/people/killed
Blast Kills Six in Homs | Six/people/killed
Bus crash kills 12, injures 30 | 12/people/killed; 30/people/injured
Bomb kills 10 monitoring group says | 10/people/killed
Bomb kills 10, says monitoring group | 10/people/killed
12 dead, 30 hurt in bus crash | 12/people/killed; 30/people/injured
12 killed 30 wounded in blast | 12/people/killed; 30/people/injured
12 soldiers killed in clashes | 12/soldiers/killed
At least 12 dead as ferry sinks | 12/people/killed
Thousands flee as fires spread | Thousands/people/displaced
Police arrest 40 in Lyon | 40/people/detained
Quake toll hits 300 | 300/people/killed
Army retakes three villages | three/villages/captured
Army eliminates 40 militants | 40/militants/killed
Hundreds missing after flood | Hundreds/people/missing
Six rebels, two soldiers killed | Six/rebels/killed; two/soldiers/killed
"""

ATTACKS = """
Warships pounded the harbour of Odesa with 40 missiles. | 40/missiles/attacks
Warships hit the harbour with 40 missiles and one torpedo. | 40/missiles/attacks; one/torpedo/attacks
They targeted a school in Sumy with four rockets. | four/rockets/attacks
The militia detonated two car bombs near the market. | two/car bombs/attacks
Two car bombs detonated near the market. | Two/car bombs/attacks
Protesters hurled dozens of petrol bombs. | dozens/petrol bombs/attacks
The battery fired dozens of mortar rounds at the port. | dozens/mortar rounds/attacks
They held three rounds of talks. | three/rounds/other
Several overnight raids hit Sloviansk. | Several/overnight raids/attacks
The panel listed three earlier suspected attacks. | three/earlier suspected attacks/attacks
The battery fired 28 rocket and mortar shells. | 28/rocket and mortar shells/attacks
The battery fired 28 rockets and mortar rounds. | 28/rockets and mortar rounds/attacks
The police seized 40 grenades. | 40/grenades/captured
"""

FATES = """
Two men were stoned to death. | Two/men/killed
Twelve captives were beheaded. | Twelve/captives/killed
They killed and crucified five men. | five/men/killed
Two bombers blew themselves up. | Two/bombers/killed
Nine climbers froze to death. | Nine/climbers/killed
The dead included 51 children and six nurses. | 51/children/killed; six/nurses/killed
The dead were farmers, but also included several soldiers. | several/soldiers/killed
A nurse and two guards are reportedly among the deceased. | two/guards/killed
Two of the victims were tourists. | Two/victims/other
It led to the killing or wounding of 12 men. | 12/men/killed
It not only killed 12 men but burned a bridge. | 12/men/killed
Three rebels were said to be killed in Homs. | Three/rebels/killed
The raid wiped out two command posts. | two/command posts/destroyed
The army destroyed 60 militants. | 60/militants/killed
Gunners smashed several of their vehicles. | several/vehicles/destroyed
Gunners shot down three drones. | three/drones/destroyed
Twelve houses were levelled. | Twelve/houses/destroyed
Several trucks were put out of action. | Several/trucks/destroyed
Some 150 rebels were bused out of the suburb. | 150/rebels/evacuated
Some 150 families were transferred to Idlib. | 150/families/evacuated
Two houses collapsed. | Two/houses/destroyed
Talks of the two sides collapsed. | two/sides/other
They released 20 captives. | 20/captives/rescued
They released three albums. | three/albums/other
The army liberated three villages. | three/villages/captured
Thousands of families sought refuge in the church. | Thousands/families/displaced
The fate of 250 others was unknown. | 250/people/missing
About 1,500 soldiers have massed near the river. | 1,500/soldiers/deployed
The gas caused suffocation to 35 people. | 35/people/injured
The guards were held up in two towns. | two/towns/other
"""

COORDINATION = """
The blast left 12 people dead and 30 wounded, mostly women. | 12/people/killed; 30/people/injured
The raid hurt three nurses in addition to five patients. | three/nurses/injured; five/patients/injured
It killed 12 civilians as well as three fighters. | 12/civilians/killed; three/fighters/killed
It killed 12 and wounded 30. | 12/people/killed; 30/people/injured
It killed 12 soldiers and wounded 30 others. | 12/soldiers/killed; 30/soldiers/injured
It left 10 dead and 30 others injured. | 10/people/killed; 30/people/injured
12 killed, 30 wounded. | 12/people/killed; 30/people/injured
Six people were killed and 34 others were hurt. | Six/people/killed; 34/people/injured
Six people were killed while four others were hurt. | Six/people/killed; four/people/injured
They killed 12 rebels and two civilians. | 12/rebels/killed; two/civilians/killed
They killed 12 rebels in Homs and seven in Hama. | 12/rebels/killed; seven/rebels/killed
There were 15 dead in Homs and seven in Hama. | 15/people/killed; seven/people/killed
Twelve rebels and four soldiers died. | Twelve/rebels/killed; four/soldiers/killed
Three posts, six tanks and two trucks were destroyed. | Three/posts/destroyed; six/tanks/destroyed; two/trucks/destroyed
The raid destroyed a tank, two trucks and three guns. | two/trucks/destroyed; three/guns/destroyed
Gunmen killed a judge and his two guards. | two/guards/killed
Rebels killed 12 soldiers, while police arrested 40 men. | 12/soldiers/killed; 40/men/detained
It killed 12 people, wounded 30 and destroyed five homes. | 12/people/killed; 30/people/injured; five/homes/destroyed
Clashes left 23 civilians and 16 fighters dead. | 23/civilians/killed; 16/fighters/killed
The quake killed 40 people and left 3,000 homeless. | 40/people/killed; 3,000/people/displaced
The blast claimed 21 lives and wounded dozens of others. | 21/lives/killed; dozens/people/injured
"""

NO_COMMAS = """
The war killed 220,000 people wounded a million and displaced many. | 220,000/people/killed; a million/people/injured
The raid killed 12 people activists said. | 12/people/killed
The raid killed 12 and injured dozens a monitor said. | 12/people/killed; dozens/people/injured
Mines killed wounded dozens in the town. | dozens/people/killed
12 people were killed 30 others wounded in Homs. | 12/people/killed; 30/people/injured
The army killed 62 rebels east of the capital. | 62/rebels/killed
It killed 12 civilians among them three children. | 12/civilians/killed; three/children/killed/12
Twelve civilians among them three children were killed. | Twelve/civilians/killed; three/children/killed/Twelve
"""

OTHER = """
One official told reporters that four people were killed. | four/people/killed
Two witnesses said that the blast killed 12. | Two/witnesses/other; 12/people/killed
Twelve officials attended the funeral. | Twelve/officials/other
Food for 40,000 people arrived. | 40,000/people/other
The party won 12 seats. | 12/seats/other
Three debates were held. | Three/debates/other
The death of the judge left a court with four liberals. | four/liberals/other
Five people watched the rescue. | Five/people/other
Twelve passengers were not injured. | Twelve/passengers/other
The raid did not kill 12 people. | 12/people/other
The raid has never wounded 12 people. | 12/people/other
The cuts eliminated 300 jobs. | 300/jobs/other
It took two days. | two/-/other
Two ambulances reached the wounded. | Two/ambulances/other
Families can save $500 a month. | $500/-/other
Six teams played on after the fire. | Six/teams/other
The fighting lasted three days. | three/-/other
Thousands of troops launched a drive to capture the dam. | Thousands/troops/other
The firm has 40 shops in six towns. | 40/shops/other; six/towns/other
"""

COUNTED = """
The guards, estimated at over 7,000, are stationed there. | 7,000/guards/deployed
They spoke of the guarding of the firm's property, valued at $5 million. | $5 million/firm's property/other
The property of the firms, worth $5 million, burned. | $5 million/property/other
The guards number 7,000. | 7,000/guards/other
The prison population stood at 200,000. | 200,000/prison population/other
It is a town with a population of 165,000. | 165,000/population/other
She is a mother of four. | four/children/other
A three-judge panel heard the case. | three/judge/other
A 10,000-strong force crossed the river. | 10,000/force/other
Police killed 30 last year. | 30/people/killed
Half of the population of 22 million fled. | Half/population/displaced; 22 million/population/other
They hold 25 percent of the world's inmates. | 25 percent/world's inmates/other
It emits gas from 1,500 coal- and gas-fired plants. | 1,500/coal-and gas-fired plants/other
Seven Daesh (ISIS) commanders came. | Seven/daesh (isis) commanders/other
It took several targeted measures. | several/targeted measures/other
Around 25 soldiers and fighters came. | 25/soldiers and fighters/other
Around 25 soldiers and houses were seen. | 25/soldiers/other
The town houses hundreds of families and fighters. | hundreds/families and fighters/other
Dozens of homes and businesses were hit. | Dozens/homes and businesses/other
About 30 regime and allied fighters came. | 30/regime and allied fighters/other
They met 40 gunmen and members of their clans. | 40/gunmen/other
The raid killed dozens of people and injured others. | dozens/people/killed
The raid kills 20 civilians activists say. | 20/civilians/killed
Several army-backed groups came. | Several/army-backed groups/other
Two previously unknown groups came. | Two/previously unknown groups/other
They met the residents, 275 of whom had fled. | 275/residents/displaced
Hundreds facing hunger came. | Hundreds/-/other
Several women fighters came. | Several/women fighters/other
Five Chinese were killed. | Five/chinese/killed
It lost $916 million in a single year. | $916 million/-/other
It gave $4 trillion in tax cuts. | $4 trillion/tax cuts/other
She earned a salary of $98,000. | $98,000/salary/other
Two more people came, then three others. | Two/people/other; three/people/other
Dozens of heavily armed men came. | Dozens/heavily armed men/other
Ten judges rather than 11 heard it. | Ten/judges/other; 11/judges/other
Here are six things drivers should know. | six/things/other
Here are four things Americans should know. | four/things/other
Some 45 percent of Americans blamed local Democrats. | 45 percent/americans/other
He asked for six years of Ruiz's personal and business tax returns. | six/ruiz's personal and business tax returns/other
Some 700 years of history feel like nothing. | 700/history/other
They met six arms dealers. | six/arms dealers/other
The mix of all four crops results in good yields. | four/crops/other
They saw the four test results in May. | four/test results/other
The school teaches in six languages and hosts 90 boarders. | six/languages/other; 90/boarders/other
Trade grew for 11 straight quarters and firms have added staff. | 11//other
The 13 angry and heavily conflicted lawyers left. | 13/angry and heavily conflicted lawyers/other
They lost several major ports and significant mineral rights. | several/major ports/other
They met 30 Uighurs and other minorities. | 30/uighurs and other minorities/other
They lost several ports and airfields. | several/ports and airfields/other
They tested thousands of city, county and state water samples. | thousands/city, county and state water samples/other
They met 12 staff, crew and student guests. | 12/staff/other
A lost 8-year-old Fort Worth girl was found. | 8/fort worth girl/other
She wrote two Star Wars novels (both sold out). | two/star wars novels/other
Guards found six “improvised” bombs. | six/improvised bombs/other
Six "temporary" staff left. | Six/temporary staff/other
Three so-called “safe” rooms were opened. | Three/so-called safe rooms/other
The blast killed 12 “terrorists” officials said. | 12/terrorists/killed
The 350 seat House met. | 350/seat/other
It has a turbo 3 cylinder engine. | 3/cylinder/other
It is sold in two-pill generic versions. | two/pill/other
Five of those hits were doubles. | Five/hits/other
Five of those came. | Five/-/other
They asked for three years of internal and external audit reports. | three/internal and external audit reports/other
The fires hit 18 northern and central California counties. | 18/northern and central california counties/other
One billionaire onstage laughed. | One/billionaire/other
Some 40 percent of the world's traded oil passes. | 40 percent/world's traded oil/other
They sold 40 boarding passes. | 40/boarding passes/other
3 New Flu Cases Confirmed in Leeds | 3/new flu cases/other
The city saw six consecutive years of declines in robberies. | six/robberies/other
One such measure is a fee. |
There were 40 such meetings. | 40/meetings/other
The school has 40 fewer pupils. | 40/pupils/other
Breaches of the truce included 20 by rebels and 13 by troops. | 20/breaches/other; 13/breaches/other
"""

PARTS = """
It killed 26 people, including 11 children. | 26/people/killed; 11/children/killed/26
26 people, including 11 children, were killed. | 26/people/killed; 11/children/killed/26
26 people died on Monday, including 11 boys and a man. | 26/people/killed; 11/boys/killed/26
It killed 26, including 11 boys and four men. | 26/people/killed; 11/boys/killed/26; four/men/killed/26
It killed 26 people, among them 11 children. | 26/people/killed; 11/children/killed/26
It killed 26 people, of whom 11 were children. | 26/people/killed; 11/people/killed/26
It killed 26 people, 11 of them children. | 26/people/killed; 11/children/killed/26
It hurt 26 people, two of them critically. | 26/people/injured; two/people/injured/26
26 people were killed, but 11 of them have no name yet. | 26/people/killed; 11/people/killed/26
Eleven children were among 26 people killed. | Eleven/children/killed/26; 26/people/killed
Of the 26 people killed, 11 were children. | 26/people/killed; 11/people/killed/26
Two of the 12 soldiers were captured. | Two/soldiers/captured/12; 12/soldiers/other
Three of 12 suspects were arrested. | Three/suspects/detained/12; 12/suspects/other
It killed six civilians including a woman and her four children. | six/civilians/killed; four/children/killed/six
There were 56 dead, including 11 boys, and dozens hurt. | 56/people/killed; 11/boys/killed/56; dozens/people/injured
It killed 21 men, 15 in the north and six in the south. | 21/men/killed; 15/men/killed/21; six/men/killed/21
Six people were killed and four hurt as bombs hit two homes. | Six/people/killed; four/people/injured; two/homes/other
It killed 12 rebels and 4 soldiers. | 12/rebels/killed; 4/soldiers/killed
It killed 44, including 11 boys nine girls. | 44/people/killed; 11/boys/killed/44; nine/girls/killed/44
It killed 14 people, including three boys fleeing the town. | 14/people/killed; three/boys/killed/14
It killed 10 people, including a family of four. | 10/people/killed; four/people/killed/10
It killed 15 civilians, including women, as well as three guards. | 15/civilians/killed; three/guards/killed
"""

LONG_WAYS = """
Twelve pupils, many of them girls who had come with their teachers from the hills, were killed. | Twelve/pupils/killed
Nine cooks - who range from 19 to 34 years - were shot. | Nine/cooks/injured; 19 to 34/-/other
Six men and six women, all in their 20s, were hurt. | Six/men/injured; six/women/injured
Three of Ruiz's sons, Ivo Ruiz, 35, and Leo Ruiz, 27, were killed. | Three/ruiz's sons/killed; 35/-/other; 27/-/other
The other three guards, a man, and two women, died. | three/guards/killed; two/women/killed
Three cooks and an infant killed in the fire were buried. | Three/cooks/killed
Twelve people, police said, were killed. | Twelve/people/killed
Nearly 400 members of a banned club were arrested. | 400/members/detained
The two were shot several times on Friday and died at the scene. | two/people/killed; several/times/other
Nine miners trapped in the shaft died. | Nine/miners/killed
The agency raises the death toll from the flood to 267. | 267/people/killed
The toll was later updated to three. | three/people/killed
The number of those killed in the collapse reached 90. | 90/people/killed
Hikers reported killed: 8 | 8/people/killed
THE MAYOR WAS KILLED ALONG WITH 12 GUARDS, AMONG THEM 3 BOYS. | 12/guards/killed; 3/boys/killed/12
The bomb killed seven -- a nurse and her sister, four pupils and a boy. | seven/people/killed; four/pupils/killed
One was killed and two hurt. | One/people/killed; two/people/injured
A shooting that killed one, injured 4 others. | one/people/killed; 4/people/injured
The raid left 12 dead and one missing. | 12/people/killed; one/people/missing
One died, one survived. | One/people/killed
He fired 90 rounds, leaving two dead. | 90/rounds/other; two/people/killed
Rebels killed two men and took three hostage. | two/men/killed; three/men/detained
3 dead, 1 critical after a raid | 3/people/killed; 1/people/injured
About 400 striking miners returned. | 400/striking miners/other
Twelve girls were among the dead. | Twelve/girls/killed
Two of the dead were girls. | Two/people/killed
Only 200 nurses have been admitted in the past year. | 200/nurses/other
A struggle began between the two men and Novak was shot. | two/men/other
Of the 130 guests, 12 were hurt and 30 fled. | 130/guests/other; 12/guests/injured/130; 30/guests/displaced/130
An 81-year-old nurse Ana Ruiz was hurt. | 81/nurse/other
"""

TABLE = [
    *cases(LONG_WAYS),
    *cases(OBJECTS),
    *cases(SUBJECTS),
    *cases(NOUNS),
    *cases(HEADLINES),
    *cases(ATTACKS),
    *cases(FATES),
    *cases(COORDINATION),
    *cases(NO_COMMAS),
    *cases(OTHER),
    *cases(COUNTED),
    *cases(PARTS),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_figures(text, expected):
    assert read(text) == parse(expected)
