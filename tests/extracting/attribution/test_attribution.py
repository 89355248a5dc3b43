"""Who is said to have said a figure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article


def figures_of(text, title=None):
    return extract_articles([Article("a", text, title=title)]).figures


SOURCES = [
    ("The Observatory said 12 people were killed.", "The Observatory"),
    ("12 people were killed, the Observatory said.", "the Observatory"),
    ("12 people were killed, according to the Observatory.", "the Observatory"),
    ("According to the Observatory, 12 people were killed.", "the Observatory"),
    ("According to the United Nations, more than 250,000 people have died.", "the United Nations"),
    ("“12 people were killed,” said a doctor in the town.", "a doctor in the town"),
    ("A doctor told reporters that 12 people were killed.", "A doctor"),
    ("Rebels said on Monday that 12 soldiers were killed.", "Rebels"),
    ("A spokesman for the army said 12 rebels were killed.", "A spokesman for the army"),
    ("The Observatory, which is based in Britain, said 12 people died.", "The Observatory"),
    ("The doctor, who works in the town, said that 12 people died.", "The doctor"),
    ("The National Council (NCR) said 12 people died.", "The National Council"),
    ("In a statement, the army said that it had killed 50 rebels.", "the army"),
    ("The army said in a statement that it had killed 50 rebels.", "The army"),
    ("State media, citing a military source, said 12 soldiers died.", "a military source"),
    ("The agency said 12 people died, quoting a doctor.", "a doctor"),
    ("The New York Times reported more than 300 strikes.", "The New York Times"),
    ("The United Nations estimates that 500,000 people are besieged.", "The United Nations"),
    ("UN says 500,000 people besieged", "UN"),
    ("Police recorded 45 deaths.", "Police"),
    ("Kurdish authorities have accused Iran of sending 30,000 soldiers.", "Kurdish authorities"),
    ("The report says 12 people were killed.", "The report"),
    ("The news report said 12 people were killed.", "The news report"),
    ("A report by the bank said 12 people died.", "A report by the bank"),
    ("Local reports say 12 people were killed.", "Local reports"),
    ("Unconfirmed reports say 12 people were killed.", "Unconfirmed reports"),
    ("Divers claimed to have found 12 wrecks.", "Divers"),
    ("The guides boasted of leading 12 tours.", "The guides"),
    ("The clinic's latest count is 12.", "The clinic"),
    ("Norway's count is 12.", None),
    ("Twelve sheep died, per the vet’s office.", "the vet’s office"),
    ("Twelve barns burned (source: Office of Forests).", "Office of Forests"),
    ("The fair opened, with the mayor saying 12 guests were ill.", "the mayor"),
    ("The mayor misled the council in saying that 12 trees fell.", "The mayor"),
    ("The mayor repeated the claim that 12 trees fell.", "The mayor"),
    ("The ministry corrected the toll to 12.", "The ministry"),
    ("The paper cites an estimate of 12 deaths.", "The paper"),
    ("Rents stayed below the 12 euros suggested last week by a research group.", "a research group"),
    ("The Herald notes that 12 sheep died.", "The Herald"),
    ("Deputy Ann R. Gray Jr. said 12 sheep died.", "Deputy Ann R. Gray Jr."),
    ("The mayor on Friday evening said 12 sheep died.", "The mayor"),
    ("“Is it 12?” said Gray, a vet.", "Gray"),
    ('"We lost 12,” the vet said.', "the vet"),
    ("Bakers added 12 shops.", None),
    ("Twelve engines responded.", None),
    ("Figures from the ministry show 12 deaths.", "Figures from the ministry"),
    ("By the ministry's count, 12 sheep died.", "the ministry"),
    ("It is a bold - some say rash - plan to cut 12 trees.", None),
    ("It is worth noting that 12 trees fell, a tree guide.", None),
    ("The song of 12 trees was written by Ruiz.", None),
    ("They cited the figure of 12 trees.", None),
    ("The mayor warned the towns to close 12 roads.", None),
    ("The mayor told the bakers that 12 roads are closed.", "The mayor"),
    ("Prosecutors allege he stole 12 sheep.", "Prosecutors"),
    ("Data from the ministry show that 12 sheep died.", "Data from the ministry"),
    ("Republicans argue the plan would cost 12 sheep.", "Republicans"),
    ("Vets at the college expect losses of 12 percent.", "Vets at the college"),
    ("Wilson, aka “Ace”, of Detroit pleaded guilty to 12 counts of theft.", None),
    ("“Forty sheep died.” -Ana Ruiz, a vet", "Ana Ruiz"),
    ('"Forty sheep died." — Sen. Ana Ruiz', "Sen. Ana Ruiz"),
    ('"Forty sheep died" - the vet said so.', "the vet"),
    ("“Forty sheep died,” sighed Ruiz.", "Ruiz"),
    ("“Forty sheep died,” tweeted DeSantis’ communications director.", "DeSantis’ communications director"),
    ('"The keynote speaker, Mayor Julian Novak, also said there are 40 sheep."', "The keynote speaker"),
    ("Florida on Sunday reported 40 cases.", "Florida"),
    ("Victoria recorded 40 cases.", None),
    ("A college survey taken in late June had Texas Gov. Ana Ruiz in the lead at 18 percent.", "A college survey"),
    ("The king declared war on 12 towns.", None),
    ("The firm agreed to pay $12.", None),
    ("Norway recorded 12 floods.", None),
    ("Ann Gray: 1,204.", None),
    ("And from the mayor: “We lost 12 trees.”", "the mayor"),
    # Direct speech.
    ("“12 people were killed,” the doctor said.", "the doctor"),
    ('"12 people were killed," the doctor said.', "the doctor"),
    ("''12 people were killed,'' the doctor said.", "the doctor"),
    ("“12 people came,” said Angela Merkel.", "Angela Merkel"),
    ("“12 people came,” Angela Merkel told reporters.", "Angela Merkel"),
    ("The doctor said: “12 people were killed.”", "The doctor"),
    ("The doctor said, “12 people were killed.”", "The doctor"),
    ("“We saw it all,” said the doctor. “12 people were killed.”", "the doctor"),
    ("“We saw it all,” said the doctor, who works there. “12 people were killed.”", "the doctor"),
    ("“We saw it all. 12 people were killed. They were brought here,” said the doctor.", "the doctor"),
    ("“How could 12 people be killed?” the doctor asked.", None),
    ("“Do you know that 12 people were killed?” the doctor said.", "the doctor"),
    ("The doctor spoke slowly. “We saw it all,” she said. “12 people were killed.”", "The doctor"),
    ("“We saw it all,” said the doctor.\n\n“12 people were killed.”", "the doctor"),
    ("“We saw it all,” said the doctor.\n\n“We ran there.\n\n“12 people were killed.”", "the doctor"),
    ("The doctor wrote:\n\n“12 people were killed.”", "The doctor"),
    ("The doctor wrote:\n\n12 people were killed in the town.", "The doctor"),
    ("The doctor gave a long account:\n\n“12 people were killed.”", "The doctor"),
    ("More from the Observatory: “12 people were killed.”", "the Observatory"),
    ("“He told us that 12 people were killed,” said the doctor.", "the doctor"),
    # Indirect speech.
    ("The army says it has killed 50 rebels.", "The army"),
    ("The ministry has said that 12 people were killed.", "The ministry"),
    ("The ministry also said 12 people were killed.", "The ministry"),
    ("The ministry had earlier said that 12 people were killed.", "The ministry"),
    ("The ministry on Monday said 12 people were killed.", "The ministry"),
    ("The ministry said late on Monday that 12 people were killed.", "The ministry"),
    ("The ministry announced that 12 people were killed.", "The ministry"),
    ("The ministry put the toll at 12 people.", "The ministry"),
    ("The Observatory puts the number of dead at 12 people.", "The Observatory"),
    ("The ministry confirmed 12 deaths.", "The ministry"),
    ("The ministry warned that 12,000 people could flee.", "The ministry"),
    ("The ministry believes that 500 fighters are in the town.", "The ministry"),
    ("A survey found that 51 percent were hungry.", "A survey"),
    ("A survey released on Monday showed that 51 percent were hungry.", "A survey"),
    ("The data show 12 deaths.", "The data"),
    ("In the latest survey, 51 percent were hungry.", "the latest survey"),
    ("Tea made up 12% in a survey of nurses.", "a survey of nurses"),
    ("She leads by 12 points in polls.", None),
    ("Just 12% of tenants in the survey agreed.", "the survey"),
    ("She slept in 12 rooms in the study.", None),
    ("Some 12 nurses took part in the survey.", None),
    ("The guild's poll of bakers has the mayor at 12%.", "The guild's poll of bakers"),
    ("She was liked by 12% of bakers.", None),
    # What no speaker stands before or behind.
    ("“It was bad,” said Ann Gray, a baker who stood in a “very long line” for 12 hours.", None),
    ("“We come back,” Mrs. Gray told a crowd of 12 before she took to the “Eye.”", None),
    ("Almost half said they wanted 12 loaves.", None),
    ("Six in 12 Virginia voters said no.", None),
    ("Wow: 12 bakers left.", None),
    ("Update: 12 bakers died.", None),
    ("She won, claiming 12 percent of the vote.", None),
    ("A goal established by the council would limit it to 12 degrees.", None),
    ("The loaves, which were praised by the council, weigh 12 ounces.", None),
    ("The cap is $12 per resident.", None),
    ("Residents reported killed: 12", None),
    ("Injuries reported: 12", None),
    ("Victims: 12 bakers died.", None),
    ("According to all indications, 12 sheep died.", None),
    ("A majority of voters say 12 trees should go.", None),
    ("It was a set of Water Act rules that could close 12 plants.", None),
    ("The toll is 12, per police.", "police"),
    ("The group that printed that number told us 12 trees fell.", "The group"),
    # Cues whose part of speech is taken for another, and sources with years.
    ("As reported by the Herald, 12 bakers left.", "the Herald"),
    ("As another study from 2011 noted, 12 trees fell.", "another study from 2011"),
    ("It will end in 12 days, the council reported on Tuesday -- a help for many.", "the council"),
    ("In May, when it was announced, they got $12; others got less, according to records.", "records"),
    ("The blast hit 12 villages half of them empty the monitor said.", "the monitor"),
    ("The minister told the agency that 12 people were killed.", "The minister"),
    ("The minister told parliament on Monday 12 people were killed.", "The minister"),
    ("In Aleppo, doctors said 12 people were killed.", "doctors"),
    ("After the blast, the army said 12 people were killed.", "the army"),
    ("Officials in Baghdad said 12 people were killed.", "Officials in Baghdad"),
    ("Officials from the ministry of health said 12 people were killed.", "Officials from the ministry of health"),
    ("The army and the police said 12 people were killed.", "The army and the police"),
    ("Prime Minister Haider al-Abadi said 12 people were killed.", "Prime Minister Haider al-Abadi"),
    ("Iran’s foreign ministry said 12 people were killed.", "Iran’s foreign ministry"),
    ("12 people were killed, the Observatory said on Monday.", "the Observatory"),
    ("12 people were killed, the Observatory said in a statement.", "the Observatory"),
    ("12 people, the Observatory said, were killed.", "the Observatory"),
    ("The blast, the Observatory said, killed 12 people.", "the Observatory"),
    ("12 people were killed, the army told the agency.", "the army"),
    ("12 people were killed, officials say.", "officials"),
    # According to.
    ("12 people were killed, according to doctors.", "doctors"),
    ("12 people were killed, according to a doctor in the town.", "a doctor in the town"),
    ("According to a report by the bank, 12 people were killed.", "a report by the bank"),
    ("The blast, according to the Observatory, killed 12 people.", "the Observatory"),
    ("12 people were killed in the blast according to the Observatory which tracks the war.", "the Observatory"),
    ("According to Reuters 12 people were killed.", "Reuters"),
    ("According to a source at the police two people were killed.", "a source at the police"),
    # Passives.
    ("It was reported by the agency that 12 people were killed.", "the agency"),
    ("A doctor was quoted by the agency as saying 12 people were killed.", "A doctor"),
    ("A doctor was quoted as saying that 12 people were killed.", "A doctor"),
    # Insertions.
    ("The doctor, speaking by telephone, said 12 people were killed.", "The doctor"),
    ("The doctor, a surgeon in the town, said 12 people were killed.", "The doctor"),
    ("Angela Merkel, the German chancellor, said 12 people came.", "Angela Merkel"),
    ("An official, who spoke on condition of anonymity, said 12 people were killed.", "An official"),
    ("An official who asked not to be named said 12 people were killed.", "An official"),
    ("A statement published on Monday said 12 people were killed.", "A statement"),
    ("The Observatory - which is based in Britain - says 12 people were killed.", "The Observatory"),
    ("Amnesty International (AI) said 12 people were killed.", "Amnesty International"),
    ("They met a doctor who said that 12 people were killed.", "a doctor"),
    ("The Observatory, which said that 12 people were killed, is based in Britain.", "The Observatory"),
    # Lost commas.
    ("12 people were killed in the town the Observatory said.", "the Observatory"),
    ("The blast killed 12 people the Observatory said on Monday.", "the Observatory"),
    ("The blast killed 12 people activists said.", "activists"),
    ("12 people were killed in an airstrike according to activists.", "activists"),
    ("12 people were killed said the Observatory.", "the Observatory"),
    ("The blast killed 12 civilians in the town said activists.", "activists"),
    ("A blast killed 12 people in the town on Friday the UK-based monitor said.", "the UK-based monitor"),
    ("“12 people came” said Angela Merkel chancellor of Germany.", "Angela Merkel chancellor of Germany"),
    ("The Observatory which tracks the war said 12 people were killed.", "The Observatory"),
    ("12 people were killed in the town the Observatory said adding that the raid went on.", "the Observatory"),
    ("The war has killed 12 people since March 2011 Reuters reported.", "Reuters"),
    ("12 people were killed the Observatory said The town is held by rebels.", "the Observatory"),
    # Appositions without commas.
    ("The Observatory a group based in Britain said 12 people were killed.", "The Observatory"),
    ("Amnesty International a rights group based in London gave a toll of 12 people.", "Amnesty International"),
    ("The raids killed 12 people said the Observatory a British-based monitoring group.", "the Observatory"),
    ("The strikes killed 12 people near the border an organisation monitoring the war said.", "an organisation"),
    ("The Observatory which has sources in the town gave a toll of 12 people.", "The Observatory"),
    ("“The blast killed 12 people” Angela Merkel a German politician told reporters.", "Angela Merkel"),
    ("According to exit polls, 12 people stayed at home.", "exit polls"),
    ("12 people were killed in the village, the Washington Post reports.", "the Washington Post"),
    # Behind what a preposition governs.
    ("12 people were killed in the northern province Observatory chief Rami said.", "Observatory chief Rami"),
    ("12 people were killed in the village residents said.", "residents"),
    ("12 people were killed near Homs state media said.", "state media"),
    ("12 people were killed near Homs SANA reported.", "SANA"),
    ("12 people were killed in Homs activists and doctors said.", "activists and doctors"),
    ("12 people were killed near Homs Syria's army said.", "Syria's army"),
    ("12 people were killed in clashes with rebels Turkish officials said.", "Turkish officials"),
    ("12 people were killed over the past two days Russian officials said.", "Russian officials"),
    ("In the evening SANA reported that 12 people were killed.", "SANA"),
    ("12 people were killed in Homs US officials said.", "US officials"),
    ("A spokesman for the city police said 12 people were killed.", "A spokesman for the city police"),
    ("The town was quiet and 12 people were injured local media reported.", "local media"),
    # What goes on behind a source.
    ("A doctor in the town for fear of arrest said 12 people were killed.", "A doctor in the town"),
    ("It was reported by the rescuers after shells fell that 12 people were killed.", "the rescuers"),
    ("According to Reuters over 12 people were killed.", "Reuters"),
    ("According to independent monitors hundreds of people were killed.", "independent monitors"),
    ("According to the 2014 report 12 people were killed.", "the 2014 report"),
    # Several verbs.
    ("The monitor spoke of raids, adding that 12 people were killed.", "The monitor"),
    ("The monitor said the raids went on and added that 12 people were killed.", "The monitor"),
    ("The army said that it had struck the town, killing 12 people.", "The army"),
    ("The ministry denounced the raid, saying 12 people were killed.", "The ministry"),
    ("The raid went on, the monitor said, adding that 12 people were killed.", "the monitor"),
    ("The army has denounced the rebels and said that 12 people were killed.", "The army"),
    # Reports and statements.
    ("A statement said 12 people were killed.", "A statement"),
    ("The army’s statement said 12 people were killed.", "The army’s statement"),
    ("State television said 12 people were killed.", "State television"),
    ("Reports suggest that 12 people were killed.", "Reports"),
    ("Media reports say 12 people were killed.", "Media reports"),
    ("The official figures show 12 deaths.", "The official figures"),
    ("The video showed several tanks in the town.", "The video"),
    # Pronouns.
    ("Angela Merkel spoke on Monday. She said 12 people came.", "Angela Merkel"),
    ("The doctor said the raid went on. She said 12 people were killed.", "The doctor"),
    ("The Observatory said the raid went on. It also reported 12 deaths.", "The Observatory"),
    ("Activists said the raid went on. They said 12 people were killed.", "Activists"),
    ("Angela Merkel said the talks went on. “12 people came,” she said.", "Angela Merkel"),
    ("The Observatory said the raid went on. 12 people were killed, it said.", "The Observatory"),
    ("Reuters said the raid went on. The town is large. It said 12 people were killed.", "Reuters"),
    ("Reuters quoted Angela Merkel. The army said the talks went on. She said 12 people came.", "Angela Merkel"),
    ("The monitor said the raid went on. The group also listed 12 deaths.", "The group"),
    # Accusations.
    (
        "Kurdish authorities have pointed out the raids, accusing Iran of sending 30,000 soldiers.",
        "Kurdish authorities",
    ),
    ("Rebels accused the army of killing 12 people.", "Rebels"),
    ("The minister blamed the rebels for 12 deaths.", "The minister"),
    # Verbs that are no speech, or only of somebody who is supposed to speak.
    ("The stock added more than 12% after the brewer took a stake.", None),
    ("The Nasdaq Composite added 12 points, or 12%, after it had lost so much.", None),
    ("Crude futures added 12 dollars as traders bought what they could.", None),
    ("The stock exchange added that 12 firms had left.", "The stock exchange"),
    ("The hotels added at least 12 rooms, and the town was glad.", None),
    ("If the court agrees with the tenants, 12 families would leave.", None),
    ("Doctors agree that 12 sheep died.", "Doctors"),
    ("Bakers, millers agree on a deal to end the strike by 12 shops", None),
    ("If the mayor says 12 trees fell, nobody will believe it.", None),
    ("If anything, experts say her plans to cut 12 trees are timid.", "experts"),
    ("Police have not said how they found the 12 sheep.", None),
    ("Police have not said that 12 sheep died.", "Police"),
    ("The team knew the 12 sheep were in the barn.", None),
    ("The team knew that 12 sheep were in the barn.", "The team"),
    ("While we all know that, there are 12 songs on the disc.", None),
    ("When 12 floods had come, Norway said enough.", None),
    ("He left after the council rejected his demand for 12 sheep.", None),
    ("The judge dismissed the appeal of 12 bakers.", None),
    ("The army rejected the toll of 12 dead.", "The army"),
    ("The mayor said that the baker had claimed a loss of 12 loaves.", "The mayor"),
    ("Some 12 judges signed the letter, which was first published by the Tribune.", None),
    ("The town got a loan of 12 pounds promised by Norway.", None),
    ("Figures published by the bank show 12 deaths.", "Figures published by the bank"),
    ("In data published by the ministry, 12 sheep had died.", "the ministry"),
    ("The letter has 12 footnotes, mostly citing news reports about the raid.", None),
    # Subjects with lists, tags, and participles.
    ("Data on births, deaths and weddings have suggested that 12 left.", "Data on births, deaths and weddings"),
    ("Police in Hull, York and Leeds said 12 left.", "Police in Hull, York and Leeds"),
    ("Rep. Ann Gray, R-Texas, who was read the tweet on air, said 12 left.", "Ann Gray"),
    ("Gray, D-S.C., who leads the group, said 12 left.", "Gray"),
    ("Gray, D-Calif., said 12 left.", "Gray"),
    ("Bakers surveyed by the Herald were expecting 12 cents.", "Bakers surveyed by the Herald"),
    ("Economists polled by Reuters had forecast 12%.", "Economists polled by Reuters"),
    # Where an adverb, a month or a colon stands beside the cue.
    ("The Associated Press recently estimated that Georgia will lose $12.", "The Associated Press"),
    ("It lost 12%, the agency said in a June report, and then more.", "the agency"),
    ("A document on the guild's website states that bakers get 12 loaves.", "A document on the guild's website"),
    ("The New York Times reports:\n\n“Just 12 bakers stayed.”", "The New York Times"),
    ("Instead, the study -- which notes that 12 bakers left -- was read.", "the study"),
    ("The center says sales would fall at first, but would then rise by $12.", "The center"),
    ("The center says Gray owns 12 shops; Orr owns 12 barns; Ruiz none, and the paper says so.", "The center"),
    # Papers, reckonings and laws that speak.
    ("The town has lost 12 sheep, by some official estimates.", "some official estimates"),
    ("The bill fell by an estimated 12 pounds.", None),
    ("The barn was worth 12 pounds, by the reckoning of the guild.", "the guild"),
    ("He leads by 12 points in an average of polls kept by the guild.", "an average of polls"),
    ("It fell by 12 points in the wake of polls.", None),
    ("The photo that police examined shows 12 guns.", "The photo"),
    ("The video she posted on Friday shows 12 guns.", "The video"),
    ("The man who watched shows saw 12 guns.", None),
    ("According to Danish law, 12 ships may land.", "Danish law"),
    ("According to EU rules, 12 ships may land.", "EU rules"),
    ("“We sold 12 goats,” the farmer described.", "the farmer"),
    ("Analysts reckon this will cost $12.", "Analysts"),
    ("The airports authority attributed 12 delays to fog.", "The airports authority"),
    ("The mayor attributed 12 works of the painter.", None),
    ("Growth came in below economists' forecasts for 12 percent.", "economists"),
    ("Growth came in below forecasts for 12 percent.", None),
    # Names before a colon that say nothing.
    ("Ann Gray: Possession of pills, held in lieu of $12 bond.", None),
    ("Ann Gray: 12 sheep killed by gang", "Ann Gray"),
    ("Ann Gray: In 12 years, we built it.", "Ann Gray"),
    ("“We lost 12.” ― Ann Gray.", "Ann Gray"),
    ("“We lost 12.” ― Ann Gray Jr.", "Ann Gray Jr."),
    ("The Gazette is sold without many of its promised features, and just 12 pages.", None),
    ("NEW DELHI: Nearly 12 miners came home.", None),
    ("PARIS: Some 12 miners came home.", None),
    ("POLICE: Some 12 miners came home.", "POLICE"),
    ("Paris: Some 12 miners came home.", "Paris"),
    ("The doctor they called said 12 miners came home.", "The doctor"),
    ("The town they left said 12 miners came home.", None),
    ("It is shown by this finding: “Some 12 firms pay no tax.”", "this finding"),
    ("The guild rated 12 percent of the loaves as stale.", "The guild"),
    ("Some 12 percent of the loaves were rated as stale.", None),
    ("The town is rated at 12 points.", None),
    ("At a hearing before Judge Ann Gray, prosecutors and police said 12 left.", "prosecutors and police"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES, ids=[text for text, _ in SOURCES])
def test_source(text, source):
    assert {figure["source"] for figure in figures_of(text)} == {source}


HEADLINES = [
    ("Blast kills 12 people: state TV", "state TV"),
    ("State TV: Blast kills 12 people", "State TV"),
    ("Blast kills 12 people, activists say", "activists"),
    ("Observatory says 12 people killed", "Observatory"),
    ("12 people killed in blast according to Observatory", "Observatory"),
    ("Aleppo blast kills 12 Syrian state TV", "Syrian state TV"),
    ("Blast kills 12 people in Aleppo Monitor", "Monitor"),
    ("Blast kills 12 people near hospital activists", "activists"),
    ("12 dead in clashes near Aleppo Monitor", "Monitor"),
    ("Raids kill 12 in Syrian town Medical source", "Medical source"),
    ("Blast kills 12 civilians activists", "activists"),
    ("Blast kills 12 State media", "State media"),
    ("Blast kills 12 rights activists", None),
    ("12 people killed by activists", None),
    ("12 people killed in raid on rebel group", None),
    ("Blast kills 12 activists", None),
    ("Blast kills 12 people near ministry", None),
    ("12 people were killed near the Syrian state TV", None),
]


@pytest.mark.parametrize(("title", "source"), HEADLINES, ids=[title for title, _ in HEADLINES])
def test_headline(title, source):
    text = f"{title}\n\nThe war goes on."
    assert [figure["source"] for figure in figures_of(text, title)] == [source]


@pytest.mark.parametrize("source", ["Monitor", None])
def test_a_title_that_the_text_repeats_says_what_the_title_says(source):
    title = f"Blast kills 12 people in Aleppo {source or ''}".strip()
    text = f"{title}\n\nFriday {title} Reuters A blast killed 14 people the army said."
    assert [figure["source"] for figure in figures_of(text, title)] == [source, source, "the army"]


def test_a_repeated_title_says_nothing_of_the_sentence_that_it_ran_into():
    title = "Army says 12 people were killed"
    text = f"{title}\n\n{title} More than 14 people were killed on Monday the monitor said."
    assert [figure["source"] for figure in figures_of(text, title)] == ["Army", "Army", "the monitor"]


def test_what_a_source_has_not_confirmed_is_no_claim_of_its_own():
    (figure,) = figures_of("The raid killed 12 according to the Observatory a toll the army has not confirmed.")
    assert (figure["source"], figure["via"]) == ("the Observatory", None)


NO_SOURCE = [
    "As the war near the town continues 12 people were killed.",
    "12 people were killed.",
    "The blast killed 12 people.",
    "Nobody said why, and nobody asked. 12 people were killed.",
    "According to the plan, 12 people will leave.",
    "He said 12 people were killed.",
    "It is reported that 12 people were killed.",
    "The guards, estimated to be over 7,000, are in the city.",
    "The estimated 5,000 fighters left.",
    "An estimated 5,000 people came.",
    "The estimated cost is $5 million.",
    "The claims that 12 people died are false.",
    "What he said was that 12 people died.",
    "The alleged attack killed 30.",
    "The army killed 12 people, and the town said nothing.",
    "The doctors saw 12 people in the town.",
    "The raid claimed 12 lives.",
    "The plan is expected to bring 12 people here.",
    "In the report there is a list. The town has 12 schools.",
    "The party supports 12 candidates.",
    "The blast killed 12 people. The army said nothing.",
    "“A long war,” said the doctor, 45, who has worked there for 12 years.",
    "The doctor told 12 people that the raid went on.",
    "51 percent of the voters said they were hungry, and 12 percent said they were not.",
    "The report was read by 12 people.",
    "The plan, estimated to cost $5 million, was left.",
    "The law says little. It was passed after 12 days.",
    "The result: 12 people came.",
    "“12 people came.”",
    "I said 12 people came.",
    "We believe that 12 people came.",
    "According to the agreement, 12 people will leave.",
    "After the sector added 160 posts in April, the town was glad.",
    "The shop added about 30 staff as sales grew.",
    "It was known that businesses have added 4,000 jobs.",
]


@pytest.mark.parametrize("text", NO_SOURCE)
def test_no_source(text):
    assert {figure["source"] for figure in figures_of(text)} == {None}


SEVERAL = [
    ("The army said 3 people died, while the rebels said 12 people died.", ["The army", "the rebels"]),
    ("The army said 3 people died; according to the rebels, 12 people died.", ["The army", "the rebels"]),
    ("Some 500 people came, organisers said; police counted 200.", ["organisers", "police"]),
    ("Doctors said 12 people died. The army said 3 people died.", ["Doctors", "The army"]),
    ("Doctors said 12 people died. The war has killed 5,000 people.", ["Doctors", None]),
    ("12 people were killed, but the army said only 3 were.", [None, "the army"]),
    ("While the mayor said the trip was dull, he has not left in 2 years.", [None]),
    ("Although the firm claims that sales are strong, it closed 12 shops.", [None]),
    ("Though police said on Friday that, by then, 12 had died, the toll is 30.", ["police", None]),
    ("While the mayor left, police said 12 people died, and 3 were hurt.", ["police", "police"]),
    ("The police said that while the mayor slept, 12 people died.", ["The police"]),
    ("But the mayor said all was well, he had 12 days.", ["the mayor"]),
    ("Two people briefed on the talks said 12 sheep died.", [None, "Two people"]),
    ("Three officials with knowledge of the talks said 12 sheep died.", [None, "Three officials"]),
    ("One person involved in the deal said 12 sheep died.", [None, "One person"]),
    # Posts that are signed with a handle, on their line or below it.
    ("Some 40 trucks were burned. — Ann Gray (@anngray) May 2, 2018", ["Ann Gray"]),
    ("Why don’t the 22 bakers pay? — Mayor Ann Gray (@anngray) June 3, 2019", ["Mayor Ann Gray"]),
    (
        "Some 9 came.\n\nWe lost 40 homes. — Dade Fire (@DadeFire) May 2, 2018\n\nOf 9, 3 left.",
        [None, "Dade Fire", None, None],
    ),
    ("Some 9 came.\n\nThey lost 40 homes.\n\n-- Ann Gray (@anngray) May 2, 2018", [None, "Ann Gray"]),
    ("Crews cleared 9 roads\n\n*min. 25 yards\n\n― Dade Fire (@DadeFire) May 2, 2018", ["Dade Fire"] * 2),
    (f"We have cleared 9 roads.\n\n{'It was late. ' * 24}We lost 40.\n\n— Ann Gray (@anngray)", [None, "Ann Gray"]),
    ("The police said we had 9 roads.\n\nThey lost 40 homes.\n\n— Ann Gray (@anngray)", ["The police", "Ann Gray"]),
    ("We lost 9 homes. — Ann Gray (@anngray)\n\nWe lost 40. — Ann Orr (@annorr)", ["Ann Gray", "Ann Orr"]),
    ("Some 40 trucks were burned, Ann Gray (@anngray) knew.", [None]),
    # Clauses without commas that tell of a number.
    ("The club lost 9 men, well below the 12 that analysts had been expecting.", [None, "analysts"]),
    ("It was below the 12 that scorers had predicted, and 9 left.", ["scorers", None]),
    ("The club found the more than 12 million pounds it says it must save.", ["The club"]),
    ("They wrote of the 12 rebels the army said it had killed.", ["the army"]),
    ("The raid killed 9 over the past 12 hours the monitor said on Friday.", ["the monitor", "the monitor"]),
    ("The raid killed the 12 rebels the monitor said.", ["the monitor"]),
    # Whom "it" stands for.
    ("The firm lost 9 men, a person at the firm said. It said that 12 left.", ["a person at the firm", "The firm"]),
    ("The report lists what it claims are 12 flaws.", ["The report"]),
    ("It rained. It claims there are 12 flaws.", [None]),
    ("The state declared an emergency in 12 towns.", [None]),
    ("Ten of the 18 staffers who reported for duty were ill, according to records.", ["records", "records"]),
    ("It will sell cars during the next 2 years that analysts say will boost sales.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_several_sources(text, expected):
    assert [figure["source"] for figure in figures_of(text)] == expected


def test_sentence_between_two_of_one_source():
    text = "The NCRI said that guards had come. The guards number about 7,000. Experts are among them, the NCRI said."
    assert [figure["source"] for figure in figures_of(text)] == ["The NCRI"]


def test_sentence_between_two_sources():
    text = "The NCRI said that guards had come. The town holds 7,000 guards. Experts are among them, Reuters said."
    assert [figure["source"] for figure in figures_of(text)] == [None]


def test_title_without_a_source_is_the_outlets_own_voice():
    title = "12 killed in market blast"
    text = f"{title}\n\nThe Observatory said 12 people were killed."
    assert [figure["source"] for figure in figures_of(text, title)] == [None, "The Observatory"]


def test_title_keeps_its_own_source():
    title = "12 killed, doctors say"
    text = f"{title}\n\nThe Observatory said 12 people were killed."
    assert [figure["source"] for figure in figures_of(text, title)] == ["doctors", "The Observatory"]


def test_figure_that_counts_its_source_has_none():
    (figure,) = figures_of("Two officials said that drones were sent.")
    assert (figure["phrase"], figure["source"], figure["outcome"]) == ("Two officials", None, "other")


CHAINS = [
    ("State TV, citing the ministry, said 12 people were killed.", "the ministry", "State TV"),
    ("The agency said 12 people were killed, quoting a doctor.", "a doctor", "The agency"),
    ("Reuters reported, citing SANA, that 12 people were killed.", "SANA", "Reuters"),
    ("The agency quoted a doctor as saying that 12 people were killed.", "a doctor", None),
    ("State TV said the ministry reported that 12 people were killed.", "the ministry", "State TV"),
    ("State TV said that according to the ministry 12 people were killed.", "the ministry", "State TV"),
    ("The ministry said 12 people were killed.", "the ministry", None),
    ("The ministry accused the army of killing 12 people, according to the BBC.", "the ministry", "the BBC"),
    ("The ministry blamed the army for 12 deaths, according to a report.", "the ministry", "a report"),
    ("The ministry accused the army, and 12 people died, according to the BBC.", "the BBC", "The ministry"),
    ("“We ran,” the ministry said, according to the BBC. “There were 12 people.”", "the ministry", None),
]


@pytest.mark.parametrize(("text", "source", "via"), CHAINS, ids=[text for text, *_ in CHAINS])
def test_chain(text, source, via):
    (figure,) = figures_of(text)
    assert (figure["source"].lower(), figure["via"]) == (source.lower(), via)


STANCES = [
    ("The army denied that 40 people were killed.", "denied"),
    ("The army has denied killing 40 people.", "denied"),
    ("The ministry dismissed reports that 40 people were killed.", "denied"),
    ("The army disputed the toll of 40 people.", "denied"),
    ("The army said that 40 people were killed.", None),
    ("40 people were killed.", None),
]


@pytest.mark.parametrize(("text", "stance"), STANCES, ids=[text for text, _ in STANCES])
def test_stance(text, stance):
    assert [figure["stance"] for figure in figures_of(text)] == [stance]


def test_a_pronoun_is_where_it_is_said_and_its_antecedent_who_says_it():
    text = "The Observatory said that raids went on. It also reported 12 deaths."
    (figure,) = figures_of(text)
    assert (figure["source"], figure["source_start"], figure["source_end"]) == ("The Observatory", 41, 43)
    assert (figure["antecedent_start"], figure["antecedent_end"]) == (0, 15)


SOURCE_SPAN, ANTECEDENT_SPAN = ("source_start", "source_end"), ("antecedent_start", "antecedent_end")
PRONOUNS = {"he", "she", "it", "they", "who", "which"}

WORDS = [
    '"',
    ":",
    "''",
    "saying",
    "quoted",
    "told",
    "denied",
    "denies",
    "poll",
    "showed",
    "51%",
    "she",
    "they",
    "-",
    "said",
    "says",
    "reported",
    "according",
    "to",
    "citing",
    "quoting",
    "he",
    "she",
    "who",
    ",",
    "which",
    "that",
    "(",
    ")",
    "“",
    "”",
    ".",
    ";",
    "and",
    "but",
    "12",
    "people",
    "killed",
    "the\narmy",
    "NCRI",
    "Reuters",
    "of",
    "in",
    "a",
    "statement",
    "late",
    "\n",
    "report",
    "estimated",
    "been",
]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text(text):
    for figure in figures_of(text):
        if figure["source"] is None:
            assert {figure[name] for name in (*SOURCE_SPAN, *ANTECEDENT_SPAN, "stance", "via")} == {None}
        else:
            resolved = figure["antecedent_start"] is not None
            start, end = (figure[name] for name in (ANTECEDENT_SPAN if resolved else SOURCE_SPAN))
            assert text[start:end] == figure["source"]
            assert figure["source"].strip()
            assert not resolved or text[slice(*(figure[name] for name in SOURCE_SPAN))].lower() in PRONOUNS


SEVERAL = [
    ("The council put the crowd at 12 and the organisers at 40.", ["The council", "the organisers"]),
    ("Vets counted 12 dead sheep, the police 40.", ["Vets", "the police"]),
    ("The bill was 12, according to police, or 40, according to medics.", ["police", "medics"]),
    ("A survey found 12% would leave. Some 40% would stay.", ["A survey", "A survey"]),
    ("A survey found 12% would leave. It rained. Some 40% would stay.", ["A survey", None]),
    ("A survey found 12% would leave. The last poll had 40%.", ["A survey", None]),
    ("A survey found 12% would leave. The margin of error was 3 points.", ["A survey", None]),
    ("A survey found 12% would leave. “Ours are 40%,” said Ann Gray. Some 3% rust.", ["A survey", "Ann Gray", None]),
    ("Bakers have 12%, while he has backing from 40%, the poll found.", ["the poll", "the poll"]),
    ("Some 12% say they would leave, but 40% stay, according to the survey.", ["the survey", "the survey"]),
    ("A survey found 12% would leave, and the mayor won 40% of seats.", ["A survey", "A survey"]),
    ("A poll has Gray at 12%. Among bakers, 40% said they liked her.", ["A poll", "A poll"]),
    ("In the poll, 12% of bakers nationwide said they slept, while 40% did not.", ["the poll", "the poll"]),
    ("The survey said that, while 12% of bakers sleep, 40% do not.", ["The survey", "The survey"]),
    ("She is low in other polls, but a survey released Friday had her at 12%.", ["a survey"]),
    (
        "A new Gazette poll has bad news for Ruiz. Cerny beats her by 10 percentage points, 49 percent to 39.",
        ["A new Gazette poll"] * 3,
    ),
    (
        "Ruiz was at 27 percent, a college poll said. “Anything can happen. It is early,” said Ana Orr, director of "
        "the college poll. Cerny was at 6 percent.",
        ["a college poll", "a college poll"],
    ),
    (
        "The Guild’s Outlook Survey was gloomy. Sales fell. Mr. Orr left. Over time 75 percent of bakers expect a "
        "rise, down 6 percent from the previous survey.",
        ["The Guild’s Outlook Survey", "The Guild’s Outlook Survey"],
    ),
    ("The survey was bad. Some 75 percent of bakers slept.", [None]),
    (
        "On the one hand, a new Gazette poll has bad news for Ruiz. Cerny beats her, 49 percent to 39.",
        ["a new Gazette poll"] * 2,
    ),
    ("The survey was criticised. Unemployment rose to 8 percent.", [None]),
    ("The mayor said 12% would leave. Some 40% would stay.", ["The mayor", None]),
    ("A poll found 12% would leave. Among bakers, he led by 4 points.", ["A poll", "A poll"]),
    ("A poll found 12% would leave. Bakers favoured her, 51 to 37.", ["A poll", "A poll", "A poll"]),
    ("A poll found 12% would leave. Some 40 bakers stayed.", ["A poll", None]),
    ("The survey, taken in May, asked 900 bakers. One in ten had left.", [None, "The survey"]),
    ("The study of 900 bakers was published. Some 12% sleep badly.", [None, "The study"]),
    ("The survey followed bakers, of whom 12% had left.", ["The survey"]),
    ("The survey room was full. Some 12% of bakers left.", [None]),
    ("A poll worker was asked to go. Some 12% of bakers left.", [None]),
    ("Those in the poll were asked. Some 12% of bakers left.", [None]),
    ("When the survey followed 900 bakers, 12% of bakers left.", [None, None]),
    ("The survey asked 900 bakers. It rained. Some 12% of bakers left.", [None, None]),
    ("The survey asked 900 bakers. The police said 12% of bakers left.", [None, "The police"]),
    ("The survey asked 900 bakers. He won with 12% of votes.", [None, None]),
]


@pytest.mark.parametrize(("text", "sources"), SEVERAL)
def test_who_says_each_of_several(text, sources):
    assert [figure["source"] for figure in figures_of(text)] == sources


DENIED = [
    ("“There are not 12 dead,” the mayor said.", "denied"),
    ("The mayor said they didn't lose 12 trees.", "denied"),
    ("“Why aren’t the 12 men here?” the mayor said.", None),
    ("The mayor said not only 12 trees fell.", None),
    ("The mayor said 12 trees fell.", None),
]


@pytest.mark.parametrize(("text", "stance"), DENIED)
def test_a_number_that_is_spoken_of_as_wrong_is_denied(text, stance):
    (figure,) = figures_of(text)
    assert (figure["source"], figure["stance"]) == ("the mayor" if "“" in text else "The mayor", stance)


@pytest.mark.parametrize(
    "title",
    [
        "12 dead, 40 hurt: Red Cross",
        "At least 12 dead in blast, 40 hurt: Red Cross",
        "Blast kills 12, hurts 40: Red Cross",
        "Live: Medics: 12 of 40 were hurt",
    ],
)
def test_a_headline_names_its_source(title):
    sources = {figure["source"] for figure in figures_of(f"{title}\n\nIt rained.", title)}
    assert sources == {"Red Cross"} or sources == {"Medics"}
