"""What is counted left of its number, and the role of a number."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.figures.measures import reduce_measures
from crossread.extracting.figures.numbers import read_numbers
from crossread.extracting.numbers.restated import take_over
from crossread.extracting.pipeline import extract_articles
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize
from crossread.lexicon import load_lexicon
from crossread.patterns import load_grammar
from crossread.reading.articles import Article


def measures_of(text):
    """The row of symbols of each sentence."""
    document = tokenize(text)
    tag_speech([document])
    for sentence in document.sentences:
        readings = read_numbers(sentence)
        take_over(sentence, readings)
        yield reduce_measures(sentence, readings)


def name_symbol(measures, symbol):
    """A figure by its number, anything else by its last word."""
    sentence = measures.sentence
    if symbol.of < 0:
        return sentence.words[symbol.last - 1]
    number = measures.readings[symbol.of].number
    text = "".join(sentence.words[number.first : number.last])
    return re.sub(r"^[$]|(percent|euros|pounds|cents|to55)$", "", text)


def found_by(rule, table, text):
    """What a rule finds in a text, by the names in its pattern."""
    for measures in measures_of(text):
        for match, symbols in measures.find(table):
            if match.rule is rule:
                yield {name: name_symbol(measures, symbols[match.at(name)]) for name in match.spans}


TIES = [(table, rule) for table in ("counted", "carried", "resumed") for rule in load_grammar("measures", table).rules]


@pytest.mark.parametrize(("table", "rule"), TIES, ids=[rule.name for _, rule in TIES])
def test_rules(table, rule):
    found = [
        [match[name] for name in ("figure", "to") if name in match] for match in found_by(rule, table, rule.example)
    ]
    assert list(rule.yields) in found


@pytest.mark.parametrize("rule", load_grammar("measures", "role").rules, ids=lambda rule: rule.name)
def test_rules_of_roles(rule):
    found = {f"{role}: {number}" for match in found_by(rule, "role", rule.example) for role, number in match.items()}
    assert found == set(rule.yields)


@pytest.mark.parametrize("rule", load_grammar("measures", "noun_phrase").rules, ids=lambda rule: rule.name)
def test_noun_phrases(rule):
    heads = {name_symbol(measures, symbol) for measures in measures_of(rule.example) for symbol in measures.timed}
    assert set(rule.yields) <= heads


def test_classes_are_symbols_and_parts_are_used():
    lexicon = load_lexicon("measures")
    names = {name for table in ("words", "verbs", "nouns", "tags") for name in lexicon[table]}
    patterns = " ".join(rule["pattern"] for table in lexicon.values() if isinstance(table, list) for rule in table)
    patterns += " ".join(lexicon["parts"].values())
    assert names <= set(lexicon["names"]["row"])
    assert [part for part in lexicon["parts"] if f"@{part}" not in patterns] == []


COUNTED = [
    (
        "Operating profit at the ferry line was 12m euros, against 9m euros a year earlier.",
        "operating profit level; operating profit previous",
    ),
    ("Bonds slipped 1.4% to 98.20 dollars.", "bonds change; bonds level"),
    ("The vacancy rate climbed to 4.3 percent from 4.1 percent in May.", "vacancy rate level; vacancy rate previous"),
    ("Inflation stands at 3%.", "inflation level"),
    ("The yard won an order worth 40m euros ($44m).", "order level; order level"),
    ("They reached a $3m (2.7m euros; £2.3m) settlement.", "settlement level; settlement level; settlement level"),
    ("The council raised its estimate of homes from 40 to 55.", "homes previous; homes level"),
    ("The bridge cost $90m.", "bridge level"),
    ("It cut travel costs by 20 percent.", "travel costs change"),
    ("They sold the mill to a rival for $8m.", "mill level"),
    ("Bread prices rose 10%, more than the 7% rise in March.", "bread prices change; bread prices change"),
    ("They saw a 6% fall in visits.", "visits change"),
    ("A 6% fall was seen.", " change"),
    ("Analysts expect growth of 2 percent.", "growth forecast"),
    ("Rents will reach $900.", "rents forecast"),
    ("A wall 9 metres high fell.", "wall level"),
    ("Some 60% of drivers paid. Another 20% refused.", "drivers level; drivers level"),
    ("Among nurses, 40% in Leeds and 30% in York agreed.", "nurses level; nurses level"),
    ("Rents were up 5% year-on-year.", "rents change"),
    ("The flu could reach millions of us.", "people level"),
    ("Sales of used vans down 6 percent in May.", "sales change"),
    ("Rents across the county were down 2%.", "rents change"),
    ("Zinc stocks were off 3% and ore prices down 2%.", "zinc stocks change; ore prices change"),
    ("Fares nudged up 2% to an average of $12.", "fares change; fares level"),
    ("The median rent, $1,400, was steady.", "median rent level"),
    ("Most tenants (70 percent) agree.", "most tenants level"),
    ("Inflation -- a mere 2 percent in 1999 -- rose.", "inflation level"),
    ("The council signed leases worth 4m euros.", "leases level"),
    ("Two vases, worth $90 (£100), broke.", "vases level; vases level; vases level"),
    ("The number of beds lost would be 400.", "beds level"),
    ("The odds of a May cut sank to 20%.", "odds level"),
    ("The birth rate held steady at 1.4%.", "birth rate level"),
    ("Of the 90 mills asked, 40 percent had shut.", "mills level; mills level"),
    ("The bond rose $2, or 4%, to an all-time high of $52.", "bond change; bond change; bond level"),
    ("A ton of the ore is going for $80.", "ton level"),
    ("Growth was a modest 2 percent.", "growth level"),
    ("It brought to 30 the number of barns that burned.", "barns level"),
    ("Wool output was 90 tonnes, 5% lower than in May.", "wool output level; wool output change"),
    ("It lies 14 km (nine miles) north of the town.", " level; level"),
    ("The lira lost 4% of late.", "lira change"),
    ("The index rose 20 points, or 2%.", "index change; index change"),
    ("There was a dip in the dropout rate, to 4 percent.", "dropout rate level"),
    ("The quake did $3 billion in damage.", "damage level"),
    ("Six in 10 Leeds tenants say so.", "leeds tenants level"),
    ("The baker has a net worth of $9 million.", "net worth level"),
    ("Her net worth is $9 million.", "net worth level"),
    ("It won a contract from the city worth $3 million.", "contract level"),
    ("It won a contract with Acme worth $3 million.", "contract level"),
    ("They bought a flat in a house worth $3 million.", "house level"),
    ("It uses three times more water than rice.", "water level"),
    ("It is three times more costly than rice.", " change"),
    ("The diet reduced the number of calories consumed by 13%.", "calories level"),
    ("Callers faced delays that exceeded two hours.", "delays level"),
    ("They met men who stayed two hours.", " level"),
    ("The gale dumped 3 inches (76 millimetres) of snow on it.", "snow level; snow level"),
    ("The men were kept on 72 hour holds.", "holds level"),
    ("The van has a 140 horsepower diesel engine.", "diesel engine level"),
    ("A 65W charger and the first 10 km race failed.", "charger level; race level"),
    ("An 82 kWh battery powers it.", "battery level"),
    ("It has 140 horsepower left.", " level"),
    ("They walked 10 km north.", " level"),
    ("They saw it for 72 hours Monday.", " level"),
    ("Charges come within 10 days of the end of the talks.", " level"),
    ("They came within 100 yards of the camp.", " level"),
    ("They came within just 20 km (12 miles) of the camp.", " level; level"),
    ("The S&P 500 is up 12 percent.", "s&p 500 change"),
    ("The FTSE 250 closed 3.1% lower at 18,450.75.", "ftse 250 change; ftse 250 level"),
    ("The DAX 40 ended up 84 points at 15,302.44.", "dax 40 change; dax 40 level"),
    (
        "The Nasdaq Composite added 31.4 points, or 0.4%, to 7,800.12.",
        "nasdaq composite change; nasdaq composite change; nasdaq composite level",
    ),
    ("The Dow closed 31 points lower at 21,200.", "dow change; dow level"),
    ("The S&P 500 .SPX fell 3%. Gold XAU= lost 2%.", "s&p 500 change; gold xau change"),
    ("Acme fell 3%, closing at 90.", "acme change; level"),
    ("The Nasdaq fell 4.7%, to end at 7,952.05.", "nasdaq change; nasdaq level"),
    ("Novak added that 5% had left.", " level"),
    ("Acme shares are up 39 percent year-to-date.", "acme shares change"),
    ("Delta and United fell 3% and 5%, respectively.", "delta change; united change"),
    ("They refused the $12 million the mayor wants for a new bus depot.", "new bus depot level"),
    ("They refused the $2 billion Congress approved for new vans.", "new vans level"),
    ("They refused the $5 million he had long sought for a wall.", "wall level"),
    ("They refused the $5 million Novak wants for a U.S.-Mexico border wall.", "mexico border wall level"),
    ("A $5 million Picasso sold for lack of room.", "picasso level"),
    ("The $5 million Acme scheme failed for lack of rain.", "acme scheme level"),
    ("The film made $4 million on a budget of $60 million.", " level; budget level"),
    ("Acme posted a loss of $12 million on revenue of $300 million.", "loss level; revenue level"),
    ("The raid found $2 million in cash.", "cash level"),
    ("They bought Acme for about $2 million in cash.", "acme level"),
    ("The state cut $12 million in spending on roads.", "spending change"),
    ("The bank wrote off $9 million in lending.", "lending level"),
    ("A slump is a fall of more than 10%.", "fall change"),
    ("There was a 10% fall.", " change"),
    ("She awaits two hikes next year.", "hikes level"),
    ("You can get a visa for less than $40.", "visa level"),
    ("They raised the fare 5% to $3 an hour.", "fare change; fare level"),
    ("Guests there were three of the four former mayors.", "former mayors level; former mayors level"),
    ("Judges of two of the five courts quit.", "courts level; courts level"),
    ("They raised $14 million on his birthday.", " level"),
    (
        "The baker has a net worth of $5 million (or $6 million or $7 million).",
        "net worth level; net worth level; net worth level",
    ),
    ("Sterling was last trading at $1.29.", " level"),
    ("A gauge of inflation that leaves out food and fuel rose 5%.", "gauge change"),
    ("Officials in a town that saw crime fall to 3 percent left.", "crime level"),
    ("The number of young people who have reported using drugs was 3%.", "young people level"),
    ("Turnout, which the mayor had feared would sink because of rain at the hall, rose to 61%.", "turnout level"),
    ("The take-up rate, or the share of adults at work, fell 2%.", "take-up rate change"),
    ("The jobless rate, the share of adults at home or who seek a job, stood at 5%.", "jobless rate level"),
    ("It comes with the price of such plans rising an average of 2 percent.", "price change"),
    ("Rents were 900 euros in May. They rose to 950 euros in June.", "rents level; rents level"),
    ("The rate was 5%. It has fallen from 9% to 4%.", "rate level; rate previous; rate level"),
    ("The rate was 5%. She has fallen 9%.", "rate level; change"),
    ("The rate was 5%. It cost $9.", "rate level; level"),
    ("The rate was 5%. All was well. It rose to 6%.", "rate level; level"),
    ("The rate is 9 percent, up from the March high of 21.8 percent.", "rate level; rate level"),
    # Nothing, or nothing but what stands beside the number.
    ("They agreed to pay $2bn to leave.", " level"),
    ("They want the $3 billion that Novak has.", " level"),
    ("They earn $2 in the fourth quarter.", " level"),
    ("A poll had 30% backing it, 20% calling it bad.", " level; level"),
    ("Novak leads in Ohio 51%-45%.", " level; level"),
    ("It costs $12 in rich countries.", " level"),
    ("The hut is 12 km from the lake.", " level"),
    ("Officials put the toll at 55.", "people level"),
    ("It takes from 5 to 10 minutes.", " level"),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_counted_and_role(text, expected):
    figures = extract_articles([Article("a", text)]).figures
    told = [f"{figure['counted']} {figure['role']}".strip() for figure in figures]
    assert told == [part.strip() for part in expected.split(";")]


FROM = [
    ("The ministry raised its toll from 43 to 58.", [("=", 43, "previous", "killed"), ("=", 58, "level", "killed")]),
    ("The toll has risen to 58, up from 43.", [("=", 58, "level", "killed"), ("=", 43, "previous", "killed")]),
    ("The fire killed 43 to 58 people.", [("range", 43, "level", "killed")]),
    ("Fines range from 43 to 58 dollars.", [("range", 43, "level", "other")]),
]


@pytest.mark.parametrize(("text", "expected"), FROM, ids=[text for text, _ in FROM])
def test_from_and_to(text, expected):
    figures = extract_articles([Article("a", text)]).figures
    assert [tuple(figure[name] for name in ("bound", "low", "role", "outcome")) for figure in figures] == expected


WORDS = [
    "12",
    "%",
    "$5",
    "sales",
    "the",
    "rose",
    "to",
    "from",
    "by",
    "(",
    ")",
    ",",
    "of",
    "was",
    "a",
    "year",
    "earlier",
    "and",
    "drop",
]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text(text):
    for figure in extract_articles([Article("a", text)]).figures:
        assert figure["role"] in ("level", "change", "previous", "forecast")
        assert figure["counted"] == figure["counted"].strip()
    for measures in measures_of(text):
        ends = [0, *(symbol.last for symbol in measures.timed)]
        assert all(end <= symbol.first < symbol.last for end, symbol in zip(ends, measures.timed, strict=False))
