"""What befell the counted, in news of every kind."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article

# text | the outcome of each of its figures
OUTCOMES = """
Four people were shot. | injured
Four people were taken to a local hospital with non-life-threatening injuries. | injured
Four people were shot and two were killed. | injured killed
Ambulances took four people to a local hospital. | injured
Four men were hit by gunfire outside a bar. | injured
Officers found three men with gunshot wounds. | injured
Three women were fatally shot in a car. | killed
He is accused of fatally shooting three men. | killed
A gunman shot and killed three people. | killed
Two women and a child were shot to death. | killed
Two men were found dead in a flat. | killed
Two men suffered gunshot wounds. | injured
Both of the five victims were pronounced dead at the scene. | killed
Five workers were pronounced dead at the scene. | killed
Two of them are in critical condition. | injured
Six passengers were left with minor injuries. | injured
Nine residents were treated for smoke inhalation. | injured
Twelve engines responded to the blaze. | deployed
About 60 firefighters were dispatched to the scene. | deployed
Some 300 families were forced from their houses. | displaced
The fire forced 40 families from their homes. | displaced
The state reported 63 new cases and five deaths. | other killed
He faces four counts of murder. | other
He was charged with four counts of murder and two counts of assault. | other other
He was charged with killing three. | killed
Police released video of the man who shot three. | injured
Some 400 workers lost their jobs. | other
More than 300 pupils dropped out. | other
About 5 million people are stuck in part-time jobs. | other
The firm cut 400 jobs. | other
There were four victims. | other
Fourteen casualties were counted. | other
20 members of the family, including eight women, two of whom were pregnant, were killed. | killed killed killed
At first four people were reported dead, though that number later rose to six. | killed killed
Two more died on Friday, bringing the death toll to 7. | killed killed
The ministry put the toll at 12. | killed
One man was killed and two others were injured. | killed injured
Two died at the scene and the third died in hospital. | killed
Four of the 12 people aboard were unhurt. | other other
None of the 12 people aboard was injured. | other
The blast tore through a market, hitting 12 people. | injured
A lorry ploughed into a crowd, injuring 24 others. | injured
FOUR SOLDIERS WERE WOUNDED WHEN A BOMB EXPLODED. | injured
Four soldiers and two rebels were shot dead. | killed killed
Three people, a man and two women, were shot. | injured injured
The man who shot two officers was killed. | injured
Police shot at several people. | other
7 Shot, 3 Dead After Drive-By | injured killed
Five people are dead, six more shot, and nearly 40 injured. | killed injured injured
All four victims were transported to area hospitals. | injured
The three others were flown to a trauma center. | injured
Two deputies were shot, one fatally. | injured killed
Two cyclists were struck by a van on Monday and taken to St Luke's Hospital. | injured
Paramedics treated 14 people at the scene and rushed six to hospital. | injured injured
Eleven pupils were hospitalised after inhaling chlorine. | injured
Deputies found two brothers dead of gunshot wounds in a barn. | killed
A 30-year-old driver and her two passengers were killed. | other killed
A father of three was killed in the crash. | other
Three of the wounded later died. | killed
The crash sent 12 people to hospital, two of them with serious burns. | injured injured
Sheriff's officers said the gunman killed his wife, two neighbours and then himself. | killed
Six people were arrested after a protest in which three officers were hurt. | detained injured
He pleaded guilty to three counts of manslaughter. | other
She was sentenced to 12 years for killing two tenants. | other killed
The jury convicted him on five charges of attempted murder. | other
Two men were charged with murdering three shopkeepers. | other killed
Three men were charged over the deaths of two children. | other killed
The suspect, who shot two guards, remains at large. | injured
A suspect in the shooting of three teenagers was arrested. | injured
Police are looking for two men who stabbed a clerk. | other
Police said two suspects fled on foot. | displaced
The outbreak has infected 340 people and killed 17. | other killed
Another 58 patients died of the virus. | killed
Officials reported 1,204 new infections and 31 deaths on Tuesday. | other killed
The province recorded 12 fatalities and 900 cases. | killed other
More than 40 people tested positive. | other
The quake flattened 600 houses and left 4,000 people without shelter. | destroyed displaced
Landslides buried three villages, leaving 19 people missing. | other missing
Crews pulled nine survivors from the rubble. | rescued
Nine miners were brought to the surface alive. | rescued
A boat carrying 60 migrants capsized, drowning at least 22. | other killed
At least 22 migrants drowned when a boat with 60 people aboard capsized. | killed other
Of the 130 passengers, 12 were injured. | other injured
None of the 130 passengers were hurt. | other
No one was hurt when two trains collided. | other
The carmaker will lay off 900 workers. | other
The bank shed 1,200 jobs and closed 40 branches. | other other
Some 30,000 people lost power. | other
The storm knocked out power to 30,000 homes. | other
The company lost 300 customers last year. | other
The team lost two players to injury. | other
Voters elected 12 women. | other
Shares of two firms fell. | other
The party lost 12 seats and its leader. | other
The bus was carrying 45 pupils when it overturned, killing the driver. | other
Hundreds gathered to mourn the four victims. | other other
The attack claimed 13 lives. | killed
The agency says vaccines saved 3,000 lives. | rescued
The toll rose to 24 after three more bodies were found. | killed killed
Rescuers recovered five bodies from the lake. | killed
Fourteen companies of firefighters battled the flames. | deployed
Around 80 firefighters and 12 engines were sent to the warehouse. | deployed deployed
The governor activated 500 members of the National Guard. | deployed
Officers recovered three handguns and 40 shell casings. | captured captured
Police seized 12 kg of cocaine and two rifles. | other captured
Investigators collected 18 shell casings. | other
Someone fired 12 shots at the house. | attacks
A gunman opened fire on two officers, wounding one. | other injured
The gunman shot dead three worshippers. | killed
The gunman shot three worshippers dead. | killed
The gunman stabbed two guards to death. | killed
Five were killed, among them two soldiers. | killed killed
There were no injuries, although 40 people were inside. | other
Six people escaped unharmed. | other
All 12 crew members survived. | other
Two firefighters suffered minor burns. | injured
One of the four people shot has died. | injured
Four people have been shot, two of them critically. | injured injured
Three people are fighting for their lives. | injured
The blast reportedly killed 12 people. | killed
The friars, five Poles and two Czechs, were murdered. | killed killed
Two guards watching the bank in Quito were killed on Friday. | killed
Three people suspected of taking part in the raid were released. | rescued
At least five members of the family, including three children and a young man, were killed. | killed killed
At least four people, including a boy with asthma, were hurt. | injured
She was killed with her six children. | killed
She was killed along with her husband, Juan, and their three children. | killed
Workers said that 35 people in total had died. | killed
The six monks, who were murdered in May, were buried. | killed
A shooting by two gunmen in Lyon left a man dead. | other
The two guards escaped injury. | other
The war has killed many hundreds of thousands. | killed
Nine people fleeing the fighting were shot. | injured
Police shot two men who attacked three shops. | injured other
It raised the number of wounded to 45. | injured
The quake's death toll stood at 1,200 with 300 missing. | killed missing
Some 1,200 died and 300 are still missing. | killed missing
Killed: 12-14 | killed
Injured: 5 | injured
Civilian deaths: 8 - 12 | killed
Civilian injuries: 3 | injured
Between 4 and 7 civilians were reported killed and up to 10 injured. | killed injured
The number of injured civilians was put at 12. | injured
With two people sustaining injuries, the road was closed. | injured
Thousands of fans watched as two players were injured. | other injured
In 2015, 12 officers were killed in the line of duty. | killed
Two officers were shot at by a gang. | other
Four people were shot at a car wash. | injured
Two men shot at three officers. | other other
The similarities between the two teams are striking. | other
Half of the shortfall reflected losses from the tax cuts. | other
A poll of 1,200 voters released on Friday was close. | other
There are two books about a broker, who was arrested. | other
The head of the five-judge panel died. | other
A 12-man crew was rescued. | other
The surgeon, who treated two boys, was honoured. | other
Two girls, who were walking home, were struck by a car. | injured
Six pupils, who had been on a school trip, died. | killed
The crash left a driver with two broken legs. | other
Falling rocks hit three hikers near the summit. | injured
A tornado tore through two villages. | other
Strong winds damaged 40 roofs and toppled 300 trees. | destroyed other
Three trains were cancelled. | other
Customs officers found 12 migrants dead in a lorry. | killed
Two of the three suspects were killed. | killed other
The army said it killed 12 rebels and captured four others. | killed captured
Rebels claimed to have downed two helicopters. | destroyed
Hundreds of villagers took shelter in a school. | displaced
Some 1,400 people are staying in shelters. | displaced
The epidemic has sickened 4,000 people in 12 states. | injured other
More than 900 patients are being treated in 12 hospitals. | other other
The hospital admitted 30 patients with cholera. | other
Three more were in a serious condition on Tuesday. | injured
Nobody died, but 13 needed treatment. | other
A stampede at a temple killed 31 and hurt scores. | killed injured
Six bridges and 15 km of road have been damaged. | destroyed other
Five people watched and four were injured. | other injured
Two towns were hit and 12 people died. | other killed
Two others who were shot were taken to St. Mary's Medical Center. | injured
Two women who worked with them were murdered. | killed
Six monks -- five Poles and one Czech -- and two women were murdered. | killed killed killed killed
Ramos was shot to death along with two other party members. | killed
Three other victims were taken to Metro Med with life-threatening injuries. | injured
Two of those victims have since been pronounced dead. | killed
Four other victims who were shot survived. | injured
Nurses began a 12-day strike. | other
A 48-hour rail strike began. | other
The army launched 12 strikes after a three-day raid. | attacks other
Drivers called 12 rail strikes. | other
They won the release of three sailors. | other
The rebels agreed to release 12 hostages. | rescued
The police released 12 suspects. | other
Six citizens were held by the regime. | detained
Six citizens have been held since May. | detained
Rebels have held four reporters since March. | detained
Several villages held by rebels have been captured. | captured
They have held 12 meetings. | other
Some 12 seats are held by the party. | other
Some 4,000 voters will be struck off. | other
Shoppers can save hundreds on a phone. | other
Shoppers can save hundreds at the outlet. | other
Lifeboats save hundreds at sea. | rescued
They laid siege to a school, pinning 800 pupils inside. | besieged
Two men were pinned under a lorry. | besieged
He was pinning 12 medals on them. | other
Nine people died in a fire. Four of the victims were children. | killed killed
Nine people died in a fire. Four victims were children. | killed other
Nine people were hurt. Four of the victims were children. | injured other
Nine people died in a fire. Twelve of the victims were children. | killed other
Nine people died and 30 were hurt. Four of the victims were children. | killed injured other
Nine died. It rained. It snowed. It froze. Four of the victims were children. | killed other
Nine people died in a fire. Four of the guests were children. | killed other
"""


@pytest.mark.parametrize("line", OUTCOMES.strip().splitlines())
def test_outcomes(line):
    text, expected = line.split(" | ")
    figures = extract_articles([Article("a", text)]).figures
    assert [figure["outcome"] for figure in figures] == expected.split()
