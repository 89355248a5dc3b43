"""Texts as they come, the form in which they are read, and the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.language.normal import normalize
from crossread.language.tokens import tokenize

NORMAL = [
    ("The min\u00adis\u00adter met 1\u00ad2 men.", "The minister met 12 men."),
    ("\u200fNearly 4\u200b0\u200e farms", "Nearly 40 farms"),
    ("Some ４５０ ｆａｒｍｓ", "Some 450 farms"),
    ("a 20\u201130 point lead", "a 20-30 point lead"),
    ("the Ba`ath party", "the Ba'ath party"),
    ("Ma\u02bcale, Ma\u02bbale, Ma\u02beale, Ma\u02bfale, Ma\u2032ale, Ma´ale", ", ".join(["Ma'ale"] * 6)),
    ("a ` mark", "a ` mark"),
    ("2O farms, 5O,000 mills, l2 cows", "20 farms, 50,000 mills, 12 cows"),
    ("H2O, 3.2Ol, O2, OX14", "H2O, 3.2Ol, O2, OX14"),
    ("Lost – 12, found – 30; dry = 4\nOrr – 30 – left", "Lost: 12, found: 30; dry: 4\nOrr: 30 – left"),
    ("12·000 farms of 3·5 acres", "12,000 farms of 3.5 acres"),
    ("5\u2032 long, 3\u02bc", "5\u2032 long, 3\u02bc"),
    ("Farmers lost â‚¬3m, itâ€™s said.", "Farmers lost €3m, it’s said."),
    ("It cost Â£3.", "It cost £3."),
    ("The dam held².", "The dam held."),
    ("an area of 40 km²", "an area of 40 km²"),
    ("It rained.¹² It snowed.", "It rained. It snowed."),
    ("Ten farms burned.[3] It rained[a].", "Ten farms burned. It rained."),
    ("the [3] farms", "the [3] farms"),
    ("Ten farms<sup>2</sup> burned.", "Ten farms burned."),
    ("It cost &euro;5&nbsp;million &amp; more.", "It cost €5\u00a0million & more."),
    ("It cost &amp;pound;5, said AT&T; it did.", "It cost £5, said AT&T; it did."),
    ("Some 5&#8211;6&#x2014;7 farms&#8203;", "Some 5–6—7 farms"),
    ("<p>Ten <b>farms</b><br/>burned</p>", "\nTen farms\nburned\n"),
    ('<a href="https://example.org/5">Ten</a> if 3 <4 and 5> 2<!-- 7 -->', "Ten if 3 <4 and 5> 2"),
    ("see [ten farms](https://example.org/7) burn", "see ten farms burn"),
    ("![7 farms](7.png)It rained", "7 farmsIt rained"),
    ("**Ten** farms and _two_ mills ~~burned~~", "Ten farms and two mills burned"),
    ("***Ten*** farms", "Ten farms"),
    ("5*3 and a_name_here and 2 * 3 * 4", "5*3 and a_name_here and 2 * 3 * 4"),
    ("## Ten farms\n> It rained\n* It snowed", "Ten farms\nIt rained\nIt snowed"),
    ("It cost \\$5.", "It cost $5."),
    ("| Burned | 1,200 |\n|---|---|\n| Lost | ~40% |", "Burned: 1,200\n|---|---|\nLost: ~40%"),
    ("Burned\t1,200\nLost\t40", "Burned: 1,200\nLost: 40"),
    ("It hurt 12.30 others fled.", "It hurt 12.\n30 others fled."),
    ("The fire burned\nten farms.", "The fire burned ten farms."),
    ("The fire burned ten sta-\nbles.", "The fire burned ten stables."),
    ("The fire burned a five-\nyear-old barn.", "The fire burned a five-year-old barn."),
    ("The fire burned at least  \n  10 farms.", "The fire burned at least 10 farms."),
    ("The fire burned.\nten farms are left", "The fire burned.\nten farms are left"),
    ("Fire burns farms\n10 hurt", "Fire burns farms\n10 hurt"),
    ("Fire burns farms\n\nten hurt", "Fire burns farms\n\nten hurt"),
    ("Burned: 25\nlost: 3", "Burned: 25\nlost: 3"),
    ("Burned: 25\nThe rest", "Burned: 25\nThe rest"),
    ("The mills, the\n- 25 farms", "The mills, the\n- 25 farms"),
    (
        "Fires in the hills of the north burned\nfarms and mills on Monday. Officials\nsaid that more than a hundred "
        "were in\nthe area. Farmers were told to leave.\nThey all left.\nMore rain fell.",
        "Fires in the hills of the north burned farms and mills on Monday. Officials said that more than a hundred "
        "were in the area. Farmers were told to leave. They all left.\nMore rain fell.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NORMAL, ids=[text for text, _ in NORMAL])
def test_normal_form(text, expected):
    assert normalize(text).text == expected


def test_a_title_goes_on_in_no_other_line():
    title = "Fire burns farms in the"
    assert normalize(f"{title}\nhills. A mill\nburned.", len(title) + 1).text == f"{title}\nhills. A mill burned."


SPANS = [
    ("min\u00adister of 1\u00ad2", ["min\u00adister", "of", "1\u00ad2"]),
    ("**Ten** farms", ["Ten", "farms"]),
    ("&pound;5 ４５%", ["&pound;", "5", "４５", "%"]),
    ("itâ€™s 10&ndash;15", ["it", "â€™s", "10", "&ndash;", "15"]),
    ("| Lost | 40 |", ["Lost", " | ", "40"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANS, ids=[text for text, _ in SPANS])
def test_offsets_lead_back(text, expected):
    tokens = [token for s in tokenize(text).sentences for token in zip(s.starts, s.ends, strict=True)]
    assert [text[start:end] for start, end in tokens] == expected


MESS = st.lists(
    st.sampled_from(
        [
            *(
                "\u00ad",
                "\u200b",
                "&amp;",
                "&#8211;",
                "&",
                "<p>",
                "</b>",
                "<",
                "[",
                "](x)",
                "[1]",
                "**",
                "_",
                "a",
                "５",
            ),
            *(
                "â€™",
                "Â£",
                "\n",
                " ",
                "the",
                "Abc",
                "12",
                ".",
                "-",
                "|",
                "\t",
                "¹",
                "`",
                "\\$",
                "# ",
                "others",
                "\u2011",
            ),
        ]
    )
).map("".join)


@settings(deadline=None)
@given(st.text() | MESS)
def test_every_character_leads_back(text):
    normal = normalize(text)
    ends = 0
    changed = {
        at for edit, place in zip(normal.edits, normal.places, strict=True) for at in range(place, place + len(edit.by))
    }
    for at, character in enumerate(normal.text):
        start, end = normal.span(at)
        assert 0 <= start < end <= len(text)
        assert start >= ends or at in changed
        assert at in changed or text[start:end] == character
        ends = end
    for edit in normal.edits:
        assert text[edit.start : edit.end] != edit.by


@given(
    st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Zs"], max_codepoint=0x17F, exclude_characters="ÂÃ"))
)
def test_plain_text_stays(text):
    assert normalize(text).text == text
    assert normalize(text).edits == ()
