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
"""


@pytest.mark.parametrize("text", LIVING.strip().splitlines())
def test_nobody_counted_died(text):
    figures = extract_articles([Article("a", text)]).figures
    assert figures
    assert [figure["outcome"] for figure in figures if figure["outcome"] == "killed"] == []
