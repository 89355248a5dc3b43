"""Labels to the spans of names. Each case marks words with their label behind a stroke, as the tagger may give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.extracting.names.spans import name_spans
from crossread.language.tokens import Sentence

CASES = [
    ("in Mosul/B-LOC .", [("Mosul", "LOC")]),
    ("Iran/B-LOC Iraq/B-LOC", [("Iran", "LOC"), ("Iraq", "LOC")]),
    # honorifics
    ("President/B-PER Hassan/I-PER Rouhani/I-PER spoke", [("Hassan Rouhani", "PER")]),
    ("Brig./B-PER Gen./I-PER Hamid/I-PER", [("Hamid", "PER")]),
    ("Secretary of State/B-ORG John/I-ORG Kerry/I-ORG", [("John Kerry", "PER")]),
    ("Queen/B-ORG Mary/I-ORG Jones/I-ORG", [("Mary Jones", "PER")]),
    ("Queen/B-ORG Mary/I-ORG Hospital/I-ORG", [("Queen Mary Hospital", "ORG")]),
    ("Mr . Abadi spoke", [("Abadi", "PER")]),
    ("Qassem Soleimani/B-PER came", [("Qassem Soleimani", "PER")]),
    ("General/B-ORG Assembly/I-ORG", [("General Assembly", "ORG")]),
    ("Mr./B-PER came", []),
    # what goes on too long
    ("Aleppo/B-LOC Thirteen/I-LOC civilians/I-LOC", [("Aleppo", "LOC")]),
    ("Syrian/B-ORG Democratic/I-ORG Forces/I-ORG alliance/I-ORG broke/I-ORG", [("Syrian Democratic Forces", "ORG")]),
    ("Ahrar/B-ORG al-Sham/I-ORG", [("Ahrar al-Sham", "ORG")]),
    ("( Reuters/B-ORG )/I-ORG", [("Reuters", "ORG")]),
    ("Rockets/B-MISC Kill/I-MISC 3/I-MISC Civilians/I-MISC", [("Rockets Kill", "MISC")]),
    ("on Channel/B-ORG 4/I-ORG News/I-ORG", [("Channel 4 News", "ORG")]),
    ("the 1996/B-MISC Olympics/I-MISC", [("Olympics", "MISC")]),
    # what was taken apart
    ("Mohammed/B-PER bin Salman/B-PER", [("Mohammed bin Salman", "PER")]),
    ("the Syrian/B-MISC Coalition/B-ORG said", [("Syrian Coalition", "ORG")]),
    ("the Syrian/B-MISC Hezbollah/B-ORG said", [("Syrian", "MISC"), ("Hezbollah", "ORG")]),
    ("of Jarablus/B-LOC al Rai/B-LOC", [("Jarablus", "LOC"), ("al Rai", "LOC")]),
    # what was taken together
    ("in Damascus/B-LOC Syria/I-LOC", [("Damascus", "LOC"), ("Syria", "LOC")]),
    ("in Daraa/B-LOC Hama/I-LOC Idlib/I-LOC", [("Daraa", "LOC"), ("Hama", "LOC"), ("Idlib", "LOC")]),
    ("in New/B-LOC York/I-LOC", [("New York", "LOC")]),
    ("in Damascus/B-LOC Gate/I-LOC", [("Damascus Gate", "LOC")]),
    ("the Kurdish/B-MISC YPG/I-MISC militia", [("Kurdish", "MISC"), ("YPG", "ORG")]),
    # what a noun beside it tells
    ("the village of Taduf/B-ORG was hit", [("Taduf", "LOC")]),
    ("in Incirlik/B-ORG district", [("Incirlik", "LOC")]),
    ("at Camp/B-ORG Ashraf/I-ORG", [("Camp Ashraf", "LOC")]),
    (
        "in Najaf/B-LOC , Jaloula/B-PER and Karbala/B-LOC",
        [("Najaf", "LOC"), ("Jaloula", "LOC"), ("Karbala", "LOC")],
    ),
    ("the provinces of Diyala/B-LOC and Salah/B-PER", [("Diyala", "LOC"), ("Salah", "LOC")]),
    ("the Iraqi/B-MISC News/I-MISC site", [("Iraqi News", "ORG")]),
    ("the camp of Obama/B-PER said", [("Obama", "PER")]),
    ("National/B-ORG Council/I-ORG of Iran/B-LOC", [("National Council of Iran", "ORG")]),
    # wars and units
    ("the Iran/B-LOC - Iraq/B-LOC war", [("Iran - Iraq war", "MISC")]),
    ("the Iran/B-LOC - Iraq/B-LOC border", [("Iran", "LOC"), ("Iraq", "LOC")]),
    ("the 9 Badr/B-ORG Corps/I-ORG", [("9 Badr Corps", "ORG")]),
    ("kill 9 Badr/B-ORG men", [("Badr", "ORG")]),
    # storms, operations, and what a noun of events ends
    ("when Hurricane Zelda hit Perth/B-LOC", [("Hurricane Zelda", "MISC"), ("Perth", "LOC")]),
    ("as Tropical Storm Odo/B-PER passed", [("Tropical Storm Odo", "MISC")]),
    ("Cyclone Mara Thursday/B-MISC left", [("Cyclone Mara", "MISC"), ("Thursday", "MISC")]),
    ("a hurricane Bob/B-PER saw", [("Bob", "PER")]),
    ("Hurricane The/B-ORG Band/I-ORG", [("The Band", "ORG")]),
    ("in Operation Silver/B-ORG Otter/I-ORG", [("Operation Silver Otter", "MISC")]),
    ("the Lisbon/B-ORG Jazz Festival opens", [("Lisbon Jazz Festival", "MISC")]),
    ("the Lisbon/B-ORG Festival/I-ORG Committee/I-ORG", [("Lisbon Festival Committee", "ORG")]),
    ("after World War II ended", [("World War II", "MISC")]),
    ("In War/B-MISC and peace", [("War", "MISC")]),
    ("the Harbour/B-ORG Plan/I-ORG", [("Harbour Plan", "ORG")]),
    ("the Harbour/B-LOC Plan/I-LOC", [("Harbour Plan", "MISC")]),
    ("the STOP/B-ORG ACT/I-ORG", [("STOP ACT", "ORG")]),
    ("in the May 2011 Kenyan/B-MISC general election", [("May 2011 Kenyan general election", "MISC")]),
    ("in the 2011 election", []),
    ("the Kenyan/B-MISC general election", [("Kenyan", "MISC")]),
    # bodies
    ("the Council/B-ORG on Foreign/B-ORG Trade/I-ORG met", [("Council on Foreign Trade", "ORG")]),
    ("the Institute for Peace and Justice met", [("Institute for Peace and Justice", "ORG")]),
    ("a union of Kenya/B-LOC", [("Kenya", "LOC")]),
    ("the Party of Kenya/B-LOC and Uganda/B-LOC", [("Party of Kenya", "ORG"), ("Uganda", "LOC")]),
    ("the Council on Monday", []),
    ("the Council against Ana/B-PER Ruiz/I-PER", [("Ana Ruiz", "PER")]),
    ("the Italian/B-MISC Rural/B-ORG Party/I-ORG", [("Italian Rural Party", "ORG")]),
    # offices
    ("New/B-LOC Delhi/I-LOC Mayor/I-LOC Ana/I-LOC Ruiz/I-LOC", [("New Delhi", "LOC"), ("Ana Ruiz", "PER")]),
    ("Front/B-ORG of/I-ORG Hope/I-ORG Chairman/I-ORG spoke", [("Front of Hope", "ORG")]),
    ("Otter/B-ORG Foods/I-ORG Chief/I-ORG Executive/I-ORG Ana/I-ORG", [("Otter Foods", "ORG"), ("Ana", "PER")]),
    ("Office/B-ORG of/I-ORG the/I-ORG Mayor/I-ORG", [("Office of the Mayor", "ORG")]),
    ("Minister of Defense/B-ORG Ana/I-ORG Ruiz/I-ORG spoke", [("Ana Ruiz", "PER")]),
    ("Minister for Trade/B-ORG and/I-ORG Industry/I-ORG Ana/I-ORG", [("Ana", "PER")]),
    ("a friend of Defense/B-ORG Ana/I-ORG", [("Defense Ana", "ORG")]),
    ("Minister of Defense/B-ORG said", [("Defense", "ORG")]),
    ("as Bishop/B-PER said", [("Bishop", "PER")]),
    # words that begin a sentence, not a name
    ("With Otter/B-ORG Foods/I-ORG gone", [("Otter Foods", "ORG")]),
    ("Until/B-ORG Otter/I-ORG Foods/I-ORG came", [("Otter Foods", "ORG")]),
    ("Then/B-PER Ruiz/I-PER came", [("Ruiz", "PER")]),
    ("Far/B-LOC East/I-LOC trade grew", [("Far East", "LOC")]),
    ("came until/B-ORG Ruiz/I-ORG came", [("Ruiz", "ORG")]),
    ("said bin/B-PER Saleh/I-PER came", [("bin Saleh", "PER")]),
    ("in new/B-LOC delhi/I-LOC", []),
    # nouns that call nothing but bodies
    ("the John/B-PER Otter/I-PER Foundation/I-PER", [("John Otter Foundation", "ORG")]),
    ("the Otter/B-LOC Party/I-LOC of/I-LOC Kenya/I-LOC", [("Otter Party of Kenya", "ORG")]),
    ("the Champions/B-MISC League/I-MISC", [("Champions League", "MISC")]),
    ("the West/B-LOC Bank/I-LOC", [("West Bank", "LOC")]),
    ("Otter/B-ORG Green/I-ORG Party/I-ORG John/I-ORG Ruiz/I-ORG", [("Otter Green Party", "ORG"), ("John Ruiz", "PER")]),
    ("Otter/B-ORG University/I-ORG John/I-ORG Ruiz/I-ORG School/I-ORG", [("Otter University John Ruiz School", "ORG")]),
    ("the Parliament of Norway/B-LOC met", [("Parliament of Norway", "ORG")]),
    # firms, and wars of places
    ("Ruiz/B-PER & Lomas/B-PER fell", [("Ruiz & Lomas", "ORG")]),
    ("Otter/B-ORG & Lomas/B-LOC fell", [("Otter & Lomas", "ORG")]),
    ("the Gulf/B-LOC War/I-LOC ended", [("Gulf War", "MISC")]),
    # articles
    ("The/B-MISC Tehran/I-MISC - backed men", [("Tehran", "LOC")]),
    ("The/B-ORG Otter/I-ORG Council/I-ORG met", [("Otter Council", "ORG")]),
    ("The/B-LOC Hague/I-LOC is small", [("The Hague", "LOC")]),
    ("The/B-ORG Beatles/I-ORG sang", [("The Beatles", "ORG")]),
    # streets
    ("on Alma/B-PER St/I-PER today", [("Alma St", "LOC")]),
    ("the Fleet/B-ORG Street/I-ORG traders", [("Fleet Street", "ORG")]),
    ("Picabo/B-PER Jones/I-PER won", [("Picabo Jones", "PER")]),
    # verbs
    ("Otter/B-ORG recalled/I-ORG Golf/I-ORG", [("Otter", "ORG"), ("Golf", "ORG")]),
    ("the Norwegian/B-MISC Refugee/B-ORG Council/I-ORG", [("Norwegian Refugee Council", "ORG")]),
    # pairs of nouns
    ("the Ways and Means/B-ORG Committee/I-ORG met", [("Ways and Means Committee", "ORG")]),
    ("House/B-ORG Ways/I-ORG and Means/B-ORG Committee/I-ORG", [("House Ways and Means Committee", "ORG")]),
    ("Kenya/B-LOC and Trade/B-ORG Committee/I-ORG", [("Kenya", "LOC"), ("Trade Committee", "ORG")]),
    ("he and Trade/B-ORG Committee/I-ORG men", [("Trade Committee", "ORG")]),
    # companies, programmes, leaders
    ("Hargrove/B-PER Foods/I-PER grew", [("Hargrove Foods", "ORG")]),
    ("as Hargrove/B-PER shares fell", [("Hargrove", "ORG")]),
    ("the Erasmus/B-PER programme pays", [("Erasmus", "MISC")]),
    ("the Kenya/B-LOC programme pays", [("Kenya", "LOC")]),
    ("the Ruiz/B-ORG administration", [("Ruiz", "PER")]),
    ("rural/B-LOC Kenya/I-LOC", [("Kenya", "LOC")]),
    # peoples
    ("Kurdish fighters", [("Kurdish", "MISC")]),
    ("Kurdish/B-LOC fighters", [("Kurdish", "MISC")]),
    ("Christian/B-PER Bale/I-PER", [("Christian Bale", "PER")]),
    ("Kurdish/B-MISC News said", [("Kurdish News", "ORG")]),
    ("a Kurdish/B-MISC News Agency/B-ORG reporter", [("Kurdish News Agency", "ORG")]),
    # beginnings of sentences
    ("Some/B-MISC 150/I-MISC rebels left", []),
    ("Is/B-MISC it/I-MISC 12/I-MISC ?/I-MISC", []),
    ("The study of/B-MISC 900/I-MISC bakers", []),
    ("All/B-MISC Alone/I-MISC ran", [("All Alone", "MISC")]),
    ("", []),
]


def read(text):
    words, labels = [], []
    for piece in text.split():
        word, _, label = piece.partition("/") if piece != "/" else (piece, "", "")
        words.append(word)
        labels.append(label or "O")
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    return Sentence(words, starts, [start + len(word) for start, word in zip(starts, words, strict=True)]), labels


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_spans(text, expected):
    sentence, labels = read(text)
    found = [(" ".join(sentence.words[a:b]), kind) for a, b, kind in name_spans(sentence, labels)]
    assert found == expected


WORDS = st.sampled_from(
    ["Mr.", "al", "Aleppo", "Syria", "Kurdish", "YPG", "bin", "Salman", "-", "war", "9", "Corps", "six"]
)
LABELS = st.sampled_from(["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"])


@given(st.lists(st.tuples(WORDS, LABELS), max_size=12))
def test_spans_are_in_order_and_apart(pairs):
    sentence, _ = read(" ".join(word for word, _ in pairs))
    ends = 0
    for first, last, kind in name_spans(sentence, [label for _, label in pairs]):
        assert ends <= first < last <= len(sentence)
        assert kind in ("PER", "ORG", "LOC", "MISC")
        ends = last
