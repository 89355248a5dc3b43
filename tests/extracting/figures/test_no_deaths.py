"""Sentences that tell of a death, or use its words, and of a number that did not die."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article

# Each holds at least one figure, and none was killed.
LIVING = """
Three friends of a woman who died told police about it.
Two sons of a man who was killed in the raid came home.
Several colleagues of a 30-year-old nurse who died wept.
Five men met the mayor, who said her father, Leo Ruiz, died.
Twelve relatives of the dead sued the mill.
Some 300 people mourned the dead.
About 40 families lost a home in the fire that killed the mayor.
Nine witnesses saw the guard die.
Forty people heard the shots that killed the mayor.
Two officers found the body.
Six detectives work on the murder.
He was charged with three counts of murder.
He faces 12 charges of attempted murder.
The jury of 12 found him guilty of murder.
A panel of three judges upheld the death sentence.
Seven men were sentenced to death.
Four men await execution.
Two suspects in the killing were arrested.
Three men are wanted over the murder.
The 14 survivors of the crash that killed the pilot went home.
Five people survived the crash that killed the pilot.
All 40 passengers escaped death.
Two guards nearly died.
Police said 20 people were not killed.
None of the 12 people aboard was killed.
Two men came to the mine and dead bodies were found.
Twelve doctors left the hospital and fatal errors followed.
No deaths were reported among the 300 guests.
It would have killed 12 people.
He threatened 20 people with death.
The gang planned the murder for two months.
A widow and her four children fled after the murder.
The dead man leaves a wife and two children.
She is survived by three daughters.
He was the father of five.
A mother of three was killed.
The 34 jurors heard how the guard died.
Thousands marched to protest the killing.
Hundreds attended the funeral of the mayor.
Around 2,000 soldiers searched for the killer.
Sixty firefighters fought the deadly blaze.
The 40 homes stood near the deadly blaze.
Two cars were at the scene of the fatal crash.
Nearly 40 people almost died.
The man fired 212 rounds before he died.
The police killed a man who had held 12 hostages.
The army killed the leader of 300 rebels.
A guard shot the man who had stabbed four people.
He died at 71.
The mayor, 71, died on Friday.
The poll of 1,000 people put the death penalty first.
Support for the death penalty fell to 40 percent.
The bill would kill 300 jobs.
Rain killed hopes for 20 growers.
They scored twice to kill off the match before 20,000 fans.
Eight lawyers said the bill was dead.
Three phones were dead.
Some 12 wells died out.
Two lines went dead.
A total of 40 deadlines passed.
The court sentenced 12 men to death.
He shot 12 photographs of the corpse.
The firm laid off 200 workers at the plant where the man died.
Of the 16 members of the board, the eldest died.
Five of those who found the bodies spoke.
The police officer who feared two dogs was fined.
Two doctors declared the man dead.
Three neighbours found the couple dead.
About 30 mourners carried the body of the murdered mayor.
Four boys watched as the bull was killed.
The 12 jurors convicted him of killing his wife.
Nine people testified that the guard was killed.
Dozens of protesters demanded that the killers be caught.
Six nurses treated the man before he died.
A team of eight divers searched for the drowned boy.
Some 500 officers hunted the man who killed the judge.
Five members of the crew saw the captain drown.
The strike killed the commander of a unit of 200 men.
The blast, heard 20 miles away, killed the driver.
They offered 10,000 dollars for the killer.
Two men accused of the murder denied it.
Two teenagers charged with the murder of a guard appeared in court.
Three brothers of a man shot dead by police spoke.
Seven inmates on death row appealed.
Eleven countries abolished the death penalty.
Forty percent of voters back the death penalty.
He has written 12 books about the dead.
The 20 graves are those of men killed in the war.
Nearly 200 soldiers guarded the town where the priest was murdered.
The two women, whose mother died in May, came.
The three children, whose father was killed, were found.
Four firms went bust and one died out.
A crowd of 300 stoned a man to death.
The mob of 50 beat the driver to death.
Thirty rebels killed a guard.
Six gunmen shot dead a farmer.
A drone killed the driver of a van with 12 sheep.
Police fear for the lives of 12 men.
He risked the lives of 40 men.
The doctors saved the lives of three girls.
Two lawyers for the dead man spoke.
More than 100 friends of the slain nurse met.
Nine of those who saw the man die wept.
A law against the killing of 12 kinds of birds passed.
Eight guards who killed a prisoner were fined.
Ten of the killers were caught.
Four of the bombers were shown.
Two killers fled.
"""


@pytest.mark.parametrize("text", LIVING.strip().splitlines())
def test_nobody_counted_died(text):
    figures = extract_articles([Article("a", text)]).figures
    assert figures
    assert [figure["outcome"] for figure in figures if figure["outcome"] == "killed"] == []
