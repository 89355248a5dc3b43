"""What cleaning takes out of a page, and above all what it leaves."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.lexicon import load_lexicon
from crossread.reading.articles import read_corpus
from crossread.reading.cleaning import clean
from crossread.reading.furniture import find_furniture, load_furniture
from crossread.reading.headlines import ends_sentence, is_glued, is_headline, same_words

SHARED_SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

TITLE = "Ferry runs aground off Northport"
LEAD = "A ferry with 140 people on board ran aground off Northport on Monday, the coast guard said."
BODY = "Two boats took the passengers ashore within an hour, and nobody was hurt."
END = "The harbour will stay closed until divers have looked at the hull."

# (paragraphs, the indices of those that go)
CASES = {
    "repeated lead": ([TITLE, LEAD, LEAD, BODY], [2]),
    "repeat in another case and spacing": ([TITLE, LEAD, BODY, f"  {LEAD.upper().replace(' ', '  ')}"], [3]),
    "short repeat side by side": (["Stop now", "Stop now", BODY], [1]),
    "category glued to the title": ([f"World NewsFerry{TITLE[5:]}", TITLE, LEAD], [0]),
    "category, then title, then title": ([f"Coast{TITLE}", TITLE, TITLE, LEAD], [0, 2]),
    "separators": ([TITLE, "-", LEAD, "* * *", BODY, "•"], [1, 3, 5]),
    "block at the end": ([TITLE, LEAD, BODY, "Latest news", "Bakery wins a prize", "The bakery on..."], [3, 4, 5]),
    "two blocks": ([LEAD, BODY, "Must read", "Bridge opens", "Most read:", "Bus fares up 5%"], [2, 3, 4, 5]),
    "block in the middle": ([TITLE, LEAD, "Related articles", "Storm closes 40 schools", BODY, END], [2, 3]),
    "block without items": ([TITLE, LEAD, "You might also likeRELATED", "Recommended to you", BODY], [2, 3]),
    "a question among the items": ([LEAD, "Read next", "Will the bridge hold?", "Bus fares up 5%"], [1, 2, 3]),
    "a subheading after items with teasers": (
        [LEAD, "Latest news", "Bridge opens", "The bridge over the…", "Bus fares up", "From May on…", "Rescue", BODY],
        [1, 2, 3, 4, 5],
    ),
    "teasers that are whole sentences": (
        [LEAD, "Top stories", "Bridge opens", "It cost 3 million.", "Fares up", "By 5%.", "Fair ends", "It rained."],
        [1, 2, 3, 4, 5, 6, 7],
    ),
    "a block above the title": (["Trending", "Bridge opens", "Bus fares up 5%", TITLE, LEAD, BODY], [0, 1, 2]),
    "furniture inside a block": ([LEAD, "Latest", "Bridge opens", "Share this", "Bus fares up"], [1, 2, 3, 4]),
    "an open heading with items": ([LEAD, BODY, "More from The Harbour", "Bus fares up 5%"], [2, 3]),
    "an open heading at the end": ([LEAD, BODY, "Trending on Harbour Videos"], [2]),
    "credit and sharing lines": (
        [TITLE, "Photo: AFP", LEAD, BODY, "Source: Harbour Wire", "Tweet", "Views 2494", "Exit mobile version"],
        [1, 4, 5, 6, 7],
    ),
    "the second repeat comes to light": (["Stop now", "***", "Stop now", BODY], [1, 2]),
}

UNTOUCHED = {
    "plain": [TITLE, LEAD, BODY, END],
    "a refrain": ["Never again", LEAD, "Never again", BODY],
    "subheadings": [TITLE, LEAD, "Two boats at sea", BODY, "A closed harbour", END],
    "an open heading over prose": [TITLE, LEAD, "More from the harbour", BODY, END],
    "an open heading as the title": ["More on the ferry: 140 ashore", "All are safe, says coast guard", LEAD],
    "words of furniture in prose": [
        "Share prices fell by 3 per cent.",
        "Source close to the talks said that 12 ships had left.",
        "Photo editors at three papers resigned.",
        "Comments by the minister were met with silence.",
        "Click here, the fake mail said, and 400 people did.",
        "The latest news from the front is bad.",
        "Copyright law changes in May.",
        "Print runs fell to 2,000 copies.",
        "Follow us, the guide called.",
        "Advertisement spending rose by 8 per cent.",
        "He made no comments.",
    ],
    "a short closing quotation": [TITLE, LEAD, "“Where is the captain?”", "“We do not know”", BODY],
    "a list": [LEAD, "- 12 in the north", "- 30 in the south", END],
    "a repeated title is too short to be glued": ["The storm", "storm", LEAD],
    "cut prose": [LEAD, "And then the lights went out...", BODY],
    "other scripts": ["Паром сел на мель у берега", "船在港口外搁浅。", LEAD],
}


@pytest.mark.parametrize(("paragraphs", "gone"), CASES.values(), ids=CASES.keys())
def test_clean_takes_out_furniture(paragraphs, gone):
    kept, removed = clean(paragraphs)
    assert [item.paragraph for item in removed] == gone
    assert kept == [text for index, text in enumerate(paragraphs) if index not in gone]
    assert all(item.reason for item in removed)


@pytest.mark.parametrize("paragraphs", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_clean_leaves_articles_alone(paragraphs):
    assert clean(paragraphs) == (paragraphs, [])


def test_clean_tells_why():
    _, removed = clean([f"Coast{TITLE}", TITLE, "-", LEAD, LEAD, "Read next", "Bridge opens", "Photo: AFP"])
    assert [item.reason for item in removed] == [
        "title with a category in front",
        "separator",
        "repeated paragraph",
        "block heading",
        "under “Read next”",
        "credit line",
    ]


def test_body_text_ends_a_block():
    long_body = " ".join(["The harbour master told reporters"] * 6) + "."
    for body in (long_body, BODY, "“We were lucky,” she said.", "He named three reasons:"):
        kept, removed = clean([LEAD, "Latest news", "Bridge opens", body, END])
        assert kept == [LEAD, body, END]
        assert [item.paragraph for item in removed] == [1, 2]


@pytest.mark.parametrize("entry", load_furniture(), ids=lambda entry: entry.example)
def test_every_entry_of_the_lexicon_is_used(entry):
    assert find_furniture(entry.example) is entry


def test_lexicon_has_no_entry_twice_and_no_unknown_key():
    entries = [entry for kind in load_lexicon("furniture").values() for entry in kind]
    assert set(load_lexicon("furniture")) == {"heading", "line"}
    assert len({entry["pattern"] for entry in entries}) == len(entries)
    assert {key for entry in entries for key in entry} <= {"pattern", "example", "reason", "words", "open"}
    assert all("reason" in entry for entry in load_lexicon("furniture")["line"])
    assert all("reason" not in entry for entry in load_lexicon("furniture")["heading"])


PIECES = [
    TITLE,
    LEAD,
    BODY,
    END,
    "Latest news",
    "More from The Harbour",
    "Bridge opens",
    "It cost 3 million.",
    "By 5%…",
]
PIECES += ["Share this", "***", "Never again", f"World{TITLE}", "Stop", "Fares up", "  ", "Must read", "Is it safe?"]


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=25))
def test_clean_loses_nothing_and_is_done_after_once(paragraphs):
    kept, removed = clean(paragraphs)
    gone = {item.paragraph: item.text for item in removed}
    assert len(gone) == len(removed)
    squeezed = {index: " ".join(text.split()) for index, text in enumerate(paragraphs) if text.strip()}
    assert kept == [text for index, text in squeezed.items() if index not in gone]
    assert all(squeezed[index] == text for index, text in gone.items())
    assert clean(kept) == (kept, [])


# Patterns that go back and forth over what is repeated would not come to an end of these.
LONG = ["a " * 500_000, "facebook " * 100_000, "source " + ": " * 400_000, "U." * 500_000]
LONG += [
    "copyright " + "(c" * 90,
    "get the " + "newsletter " * 17,
    "facebook " * 21 + "!",
    "sign up for " + "newsletter" * 18,
]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_clean_keeps_what_only_looks_like_furniture_once(text):
    kept, removed = clean([text] * 3)
    assert kept == [" ".join(text.split())]
    assert [(item.reason, item.paragraph) for item in removed] == [("repeated paragraph", 1), ("repeated paragraph", 2)]


def test_clean_drops_a_line_of_dashes_however_long():
    assert [item.reason for item in clean(["-" * 1_000_000])[1]] == ["separator"]


def test_clean_drops_any_number_of_teasers():
    paragraphs = [f"Bridge {number} opens" if number % 2 == 0 else "It cost 3 million." for number in range(2_000)]
    kept, _ = clean([LEAD, "Latest news", *paragraphs])
    assert kept == [LEAD]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.", True),
        ("“It rained.”", True),
        ("Did it rain?", True),
        ("(It rained!)", True),
        ("Rain in the north", False),
        ("The rain in…", False),
        ("The rain in the [...]", False),
        ("Talks resume at the U.N.", False),
        ("Delegates from thirty states met again on Monday for two hours at the seat of the U.N.", True),
    ],
)
def test_ends_sentence(text, expected):
    assert ends_sentence(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TITLE, True),
        ("Will the bridge hold?", True),
        ("Talks resume at the U.N.", True),
        ("“Will it hold?”", False),
        ("It rained.", False),
        ("He said:", False),
        ("The bridge over the...", False),
        ("word " * 25 + "word", False),
    ],
)
def test_is_headline(text, expected):
    assert is_headline(text) is expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("World newsFerry runs aground", "Ferry runs aground", True),
        ("Coast | Ferry Runs Aground", "Ferry runs aground", True),
        ("Ferry runs aground", "Ferry runs aground", False),
        ("The old storm", "storm", False),
        ("One two three four five six seven: ferry runs aground", "Ferry runs aground", False),
    ],
)
def test_is_glued(text, title, expected):
    assert is_glued(text, title) is expected


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("“Out, out”: a town’s protest", 'OUT out - "A town\'s  protest"', True),
        ("1,000 boats", "1000 boats", False),
        ("--", "**", False),
    ],
)
def test_same_words(text, other, expected):
    assert same_words(text, other) is expected


@pytest.mark.skipif(not SHARED_SEEDS.is_dir(), reason="../shared/seeds is not there")
def test_five_saved_pages():
    corpus = read_corpus(SHARED_SEEDS)
    assert len(corpus.articles) == 5
    assert corpus.problems == ()
    text = "\n\n".join(article.text for article in corpus.articles)
    for phrase in ("Latest news", "Must read", "RELATED", "Exit mobile", "VIP", "Trending", "Source »", "60%", "$121"):
        assert phrase not in text
    for article in corpus.articles:
        raw = (SHARED_SEEDS / str(article.path)).read_text(encoding="utf-8")
        # Body text is what ends with a sentence; in these pages no furniture does.
        body = [" ".join(line.split()) for line in raw.splitlines() if re.search(r"[^.][.!?]”?\s*$", line)]
        kept = article.text.split("\n\n")
        assert body
        assert set(body) <= set(kept)
        assert len(kept) == len(set(kept))
    titles = [article.title for article in corpus.articles]
    assert [title is None for title in titles] == [True, False, False, True, False]
    assert [len(article.text.split("\n\n")) for article in corpus.articles] == [12, 9, 11, 18, 12]
