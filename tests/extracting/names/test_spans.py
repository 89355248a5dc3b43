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
    # peoples
    ("Kurdish fighters", [("Kurdish", "MISC")]),
    ("Kurdish/B-LOC fighters", [("Kurdish", "MISC")]),
    ("Christian/B-PER Bale/I-PER", [("Christian Bale", "PER")]),
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
