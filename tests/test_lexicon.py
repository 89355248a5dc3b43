"""The lexicons: they parse, nothing stands twice, every entry does what its example shows, every table is used."""

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pandas as pd
import pytest

import crossread
from crossread.extracting.attribution.cues import cue_forms, regular_forms
from crossread.extracting.context.causes import cause_patterns, name_cause
from crossread.extracting.context.places import find_movement, read_preposition
from crossread.extracting.context.reach import modifier_patterns, time_patterns
from crossread.extracting.context.spans import Place
from crossread.extracting.context.speakers import credit_patterns, find_agency
from crossread.extracting.figures.figures import read_numbers
from crossread.extracting.figures.patterns import find_ties, load_patterns
from crossread.extracting.figures.sketch import SYMBOLS, draw_sketch
from crossread.extracting.names.mentions import find_mentions
from crossread.extracting.phrases import OUTCOME_FORMS, counted_class, outcome_words
from crossread.extracting.pipeline import extract_articles
from crossread.extracting.word_patterns import compile_patterns
from crossread.language.gazetteers import is_demonym
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize
from crossread.lexicon import load_lexicon
from crossread.linking.aliases import link_entities
from crossread.linking.compare.groups import name_counted, name_side
from crossread.linking.entities.names import read_names
from crossread.linking.entities.sounds import same_word, sounds_of
from crossread.linking.entities.spelling import fold, same_given, words_of
from crossread.linking.sources.classes import classify_source
from crossread.linking.sources.origins import is_one_body
from crossread.loading import extract
from crossread.reading.articles import Article, Corpus
from crossread.tables import make_table

NAMES = sorted(
    path.name.removesuffix(".toml") for path in files("crossread.lexicon").iterdir() if path.name.endswith(".toml")
)


def figures_of(text):
    return extract_articles([Article("a", text)]).figures


def values(text, *columns):
    return [tuple(figure[column] for column in columns) for figure in figures_of(text)]


def names_of(text):
    return [(mention.text, mention.type) for mention in find_mentions(tokenize(text))]


@pytest.mark.parametrize("name", NAMES)
def test_parses(name):
    assert load_lexicon(name)


def repeated(items):
    return [item for item, times in Counter(items).items() if times > 1]


def lists_within(table):
    """Every list of texts in a lexicon, at any depth."""
    if isinstance(table, dict):
        for value in table.values():
            yield from lists_within(value)
    elif isinstance(table, list):
        texts = [item for item in table if isinstance(item, str)]
        if texts:
            yield texts
        for item in table:
            if isinstance(item, dict):
                yield from lists_within(item)


@pytest.mark.parametrize("name", NAMES)
def test_no_list_repeats_an_entry(name):
    assert [repeated(texts) for texts in lists_within(load_lexicon(name)) if repeated(texts)] == []


UNIQUE = {
    "abbreviations": [entry["word"] for entry in load_lexicon("abbreviations")["abbreviation"]],
    "nouns apart": [noun for nouns in load_lexicon("alike")["apart"].values() for noun in nouns],
    "sides": [noun for nouns in load_lexicon("alike")["sides"].values() for noun in nouns],
    "aliases": [form for entry in load_lexicon("aliases")["same"] for form in entry["forms"] + entry.get("also", [])],
    "given names": [form for forms in load_lexicon("given_names")["names"] for form in forms],
    "spelled words": [form for word, forms in load_lexicon("spelling")["words"].items() for form in (word, *forms)],
    "spelled vowels": [run for runs in load_lexicon("spelling")["vowels"].values() for run in runs],
    "swapped sounds": [frozenset(entry["sounds"].split()) for entry in load_lexicon("spelling")["swap"]],
    "bounds before": [phrase for entry in load_lexicon("bounds")["before"] for phrase in entry["phrases"]],
    "bounds after": [phrase for entry in load_lexicon("bounds")["after"] for phrase in entry["phrases"]],
    "trends": [verb for entry in load_lexicon("bounds")["trend"] for verb in entry["verbs"]],
    "classes": [noun for entry in load_lexicon("classes").values() for noun in entry["nouns"]],
    "cues": [entry["phrase"] for entry in load_lexicon("cues")["before"]],
    "designations": [
        entry["pattern"] for table in ("pattern", "pronoun") for entry in load_lexicon("designations")[table]
    ],
    "hedges": [entry["word"] for entry in load_lexicon("hedges")["hedge"]],
    "outcomes": [
        word for entry in load_lexicon("outcomes").values() for form in OUTCOME_FORMS for word in entry.get(form, ())
    ],
    "patterns": [word for words in load_lexicon("patterns")["words"].values() for word in words],
    "places and organisations": [*load_lexicon("names")["places"], *load_lexicon("names")["organisations"]],
    "sources": [noun for entry in load_lexicon("sources").values() for noun in entry["nouns"]],
    "names of sources": [name for entry in load_lexicon("sources").values() for name in entry["names"]],
    "names of agencies": [form for forms in load_lexicon("origins")["agencies"].values() for form in forms],
    "units": [
        form
        for table in ("duration", "measure", "share")
        for forms in load_lexicon("units")[table].values()
        for form in forms
    ],
    "currencies before": [form for forms in load_lexicon("currencies")["before"].values() for form in forms],
    "currencies after": [form for forms in load_lexicon("currencies")["after"].values() for form in forms],
}


@pytest.mark.parametrize("what", UNIQUE)
def test_nothing_stands_in_two_entries(what):
    assert repeated(UNIQUE[what]) == []


# These are gone through whole: each of their tables is an entry of its own.
WHOLE = {"classes", "outcomes", "patterns", "sources"}
ALIKE = load_lexicon("alike")
CONTEXT = load_lexicon("context")
ORIGINS = load_lexicon("origins")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(crossread.__file__).parent.rglob("*.py"))
TABLES = [(name, table) for name in NAMES if name not in WHOLE for table in load_lexicon(name)]


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_is_used(name):
    assert re.search(rf"""["']{name}["']""", CODE)


@pytest.mark.parametrize(("name", "table"), TABLES, ids=[f"{name} {table}" for name, table in TABLES])
def test_every_table_is_used(name, table):
    assert re.search(rf"""["']{table}["']""", CODE)


@pytest.mark.parametrize("entry", load_lexicon("abbreviations")["abbreviation"], ids=lambda entry: entry["word"])
def test_abbreviation(entry):
    assert f"{entry['word']}." in entry["example"].lower()
    assert len(tokenize(entry["example"]).sentences) == 1


BEFORE = [(phrase, entry["bound"]) for entry in load_lexicon("bounds")["before"] for phrase in entry["phrases"]]
AFTER = [(phrase, entry["bound"]) for entry in load_lexicon("bounds")["after"] for phrase in entry["phrases"]]


@pytest.mark.parametrize(("phrase", "bound"), BEFORE, ids=[phrase for phrase, _ in BEFORE])
def test_bound_before(phrase, bound):
    assert values(f"They saw {phrase} 25 people.", "phrase", "bound") == [(f"{phrase} 25 people", bound)]


@pytest.mark.parametrize(("phrase", "bound"), AFTER, ids=[phrase for phrase, _ in AFTER])
def test_bound_after(phrase, bound):
    assert values(f"They saw 25 {phrase} people.", "phrase", "bound") == [(f"25 {phrase} people", bound)]


@pytest.mark.parametrize("side", ["before", "after"])
def test_bound_examples(side):
    for entry in load_lexicon("bounds")[side]:
        assert [(figure["phrase"], figure["bound"]) for figure in figures_of(entry["example"])] == [
            (entry["example"], entry["bound"])
        ]


TRENDS = [(verb, entry["trend"]) for entry in load_lexicon("bounds")["trend"] for verb in entry["verbs"]]


@pytest.mark.parametrize(("verb", "trend"), TRENDS, ids=[verb for verb, _ in TRENDS])
def test_trend(verb, trend):
    assert values(f"sales {verb} by 5%", "trend") == [(trend,)]


@pytest.mark.parametrize("entry", load_lexicon("bounds")["trend"], ids=lambda entry: entry["trend"])
def test_trend_example(entry):
    assert values(entry["example"], "trend") == [(entry["trend"],)]


VAGUE = load_lexicon("numbers")["vague"]


@pytest.mark.parametrize("word", VAGUE)
def test_vague_word(word):
    entry = VAGUE[word]
    (figure,) = figures_of(entry["example"])
    assert (figure["bound"], figure["low"], figure["high"]) == ("vague", entry["low"], entry["high"])
    number = entry["example"][figure["number_start"] : figure["number_end"]]
    assert number.removeprefix("a ").startswith(word.removeprefix("a "))
    assert entry["low"] < entry["high"]


NUMBERS = load_lexicon("numbers")
READINGS = [
    *((f"They saw {word} tanks.", value) for word, value in NUMBERS["cardinals"].items()),
    *((f"They saw two {word} tanks.", 2 * value) for word, value in NUMBERS["scales"].items()),
    *((f"They saw a {word} tanks.", value) for word, value in NUMBERS["scales"].items()),
    *(
        (f"They saw $2{letter} there.", 2 * value)
        for letters in NUMBERS["scale_letters"].values()
        for letter, value in letters.items()
    ),
    *((f"They saw a {word} of the city.", 100 * value) for word, value in NUMBERS["fractions"].items()),
]


@pytest.mark.parametrize(("text", "value"), READINGS, ids=[text for text, _ in READINGS])
def test_number_word(text, value):
    assert values(text, "low", "high") == [(value, value)]


UNITS = load_lexicon("units")
FORMS = [
    *(
        (kind, unit, form)
        for kind in ("duration", "measure", "share")
        for unit in UNITS[kind]
        for form in UNITS[kind][unit]
    ),
    *(
        ("measure", unit, form)
        for unit, entry in UNITS["metric"].items()
        for form in (*entry["words"], *entry["alone"])
    ),
    *(
        ("measure", prefix + unit, form)
        for unit, entry in UNITS["metric"].items()
        for prefix in entry["prefixes"]
        for form in (UNITS["prefixes"][prefix] + entry["symbol"], *(prefix + word for word in entry["words"]))
    ),
]


@pytest.mark.parametrize(("kind", "unit", "form"), FORMS, ids=[f"{unit}: {form}" for _, unit, form in FORMS])
def test_unit(kind, unit, form):
    blank = "" if form in UNITS["touching"]["forms"] else " "
    assert values(f"It was 5{blank}{form} then.", "kind", "unit", "low") == [(kind, unit, 5)]


@pytest.mark.parametrize("form", UNITS["touching"]["forms"])
def test_unit_that_must_touch(form):
    assert [kind for (kind,) in values(f"It was 5 {form} then.", "kind")] == ["count"]


CURRENCIES = load_lexicon("currencies")
BEFORE_NUMBER = [(code, form) for code, forms in CURRENCIES["before"].items() for form in forms]
BEFORE_NUMBER += [(code, code) for code in CURRENCIES["codes"]["iso"]]
AFTER_NUMBER = [(code, form) for code, forms in CURRENCIES["after"].items() for form in forms]
AFTER_NUMBER += [(part, form) for part, forms in CURRENCIES["parts"].items() for form in forms]


@pytest.mark.parametrize(("code", "form"), BEFORE_NUMBER, ids=[form for _, form in BEFORE_NUMBER])
def test_currency_before(code, form):
    assert values(f"It was {form} 5.25 then.", "kind", "unit", "low") == [("money", code, 5.25)]
    assert values(f"It was {form}5.25 then.", "kind", "unit", "low") == [("money", code, 5.25)]


@pytest.mark.parametrize(("code", "form"), AFTER_NUMBER, ids=[form for _, form in AFTER_NUMBER])
def test_currency_after(code, form):
    blank = "" if len(form) == 1 else " "
    assert values(f"It was 5{blank}{form} then.", "kind", "unit", "low") == [("money", code, 5)]


TOLD_APART = [(code, form) for code, forms in CURRENCIES["told_apart"].items() for form in forms]


@pytest.mark.parametrize(("code", "form"), TOLD_APART, ids=[form for _, form in TOLD_APART])
def test_currency_told_apart(code, form):
    assert values(f"It cost $5 {form} a barrel.", "unit") == [(f"{code} per barrel",)]


@pytest.mark.parametrize("noun", UNITS["priced"]["nouns"])
def test_priced(noun):
    assert values(f"It cost $5 a {noun}.", "unit") == [(f"USD per {noun}",)]


@pytest.mark.parametrize("entry", UNITS["age"], ids=lambda entry: entry["pattern"])
def test_age(entry):
    assert {kind for (kind,) in values(entry["example"], "kind")} == {"age"}


POWERS = [(power, form) for power, forms in UNITS["powers"].items() for form in forms]


@pytest.mark.parametrize(("power", "form"), POWERS, ids=[form for _, form in POWERS])
def test_power(power, form):
    assert values(f"It was 5 {form} metres.", "kind", "unit") == [("measure", f"{power} metre")]


CLASSES = load_lexicon("classes")
NOUNS = [(noun, name) for name, entry in CLASSES.items() for noun in entry["nouns"]]


@pytest.mark.parametrize("name", CLASSES)
def test_class_example(name):
    (figure,) = figures_of(f"They saw {with_number(CLASSES[name]['example'])}.")
    assert figure["counted_class"] == name


def with_number(phrase):
    return phrase if re.match(r"\d|two|three|several", phrase) else f"20 {phrase}"


@pytest.mark.parametrize(("noun", "name"), NOUNS, ids=[noun for noun, _ in NOUNS])
def test_class_noun(noun, name):
    assert counted_class(noun) == name
    assert counted_class(f"big {noun}") == name


OUTCOMES = load_lexicon("outcomes")


@pytest.mark.parametrize("name", OUTCOMES)
def test_outcome_example(name):
    assert values(OUTCOMES[name]["example"], "outcome") == [(OUTCOMES[name].get("outcome", name),)]


@pytest.mark.parametrize("name", OUTCOMES)
def test_outcome_senses_name_outcomes(name):
    assert OUTCOMES[name].get("outcome", name) in OUTCOMES


@pytest.mark.parametrize("name", OUTCOMES)
def test_outcome_can_befall_known_classes(name):
    assert set(OUTCOMES[name]["of"]) <= {*CLASSES, "other", ""}


FRAMES = {
    "past": "The 20 {} were {} .",
    "active": "They {1} 20 {0} .",
    "state": "The 20 {} {} .",
    "noun": "the {1} of 20 {0}",
}


@pytest.mark.parametrize(("word", "told"), outcome_words().items(), ids=list(outcome_words()))
def test_outcome_word(word, told):
    noun = next(noun for noun, of in NOUNS if of in told.of)
    assert values(FRAMES[told.form].format(noun, word), "outcome") == [(told.outcome,)]


TIES = {table: entries for table, entries in load_lexicon("patterns").items() if isinstance(entries, list)}
PATTERNS = [(table, at) for table, entries in TIES.items() for at in range(len(entries))]


@pytest.mark.parametrize(("table", "at"), PATTERNS, ids=[TIES[table][at]["says"] for table, at in PATTERNS])
def test_pattern(table, at):
    entry = TIES[table][at]
    (document,) = tag_speech([tokenize(entry["example"])])
    (sentence,) = document.sentences
    words = [token.text.lower() for token in sentence.tokens]
    readings = read_numbers(sentence)
    sketch = draw_sketch(words, sentence.speech, readings)
    pattern = load_patterns(table)[at]
    ties = [tie for tie in find_ties(table, sketch) if tie.pattern is pattern]
    assert [[name_symbol(sentence, readings, sketch.symbols[end]) for end in (tie.figure, tie.to)] for tie in ties] == [
        entry["ties"]
    ]


def name_symbol(sentence, readings, symbol):
    """A figure by its number's first word, anything else by its head."""
    return sentence.tokens[symbol.last - 1 if symbol.of < 0 else readings[symbol.of].number.first].text


SETS = load_lexicon("patterns")["sets"]


@pytest.mark.parametrize("name", SETS)
def test_set_of_symbols_is_used(name):
    sources = [entry["pattern"] for entries in TIES.values() for entry in entries]
    assert re.search(rf"\b{name}\b", " ".join([*sources, *(source for other, source in SETS.items() if other != name)]))


@pytest.mark.parametrize("name", load_lexicon("patterns")["words"])
def test_class_of_words_is_a_symbol(name):
    assert name in ("time", "skip") or name in SYMBOLS


@pytest.mark.parametrize(("noun", "name"), [(n, k) for k, nouns in ALIKE["apart"].items() for n in nouns])
def test_noun_apart(noun, name):
    assert name_counted("count", noun, counted_class(noun)) == name.replace("_", " ")


@pytest.mark.parametrize(("word", "side"), [(w, side) for side, words in ALIKE["sides"].items() for w in words])
def test_side(word, side):
    assert name_side(f"{word} fighters", None) == side


def test_classes_that_are_compared_are_known():
    assert set(ALIKE["wide"]) <= set(load_lexicon("classes"))
    assert set(ALIKE["telling"]["names"]) <= set(ALIKE["apart"])


@pytest.mark.parametrize("noun", ALIKE["general"])
def test_general_noun_stands_for_its_class(noun):
    assert name_counted("count", noun, counted_class(noun)) == counted_class(noun) != "other"


@pytest.mark.parametrize("name", CONTEXT["cause"])
def test_cause(name):
    entry = CONTEXT["cause"][name]
    assert cause_patterns()[name].search(entry["example"].lower())
    assert not cause_patterns()[name].search(entry["not"].lower())


@pytest.mark.parametrize("name", CONTEXT["time"])
def test_time(name):
    entry = CONTEXT["time"][name]
    first = next(found for found, pattern in time_patterns().items() if pattern.search(entry["example"].lower()))
    assert first == name
    assert not time_patterns()[name].search(entry["not"].lower())


@pytest.mark.parametrize("name", CONTEXT["modifier"])
def test_modifier(name):
    entry = CONTEXT["modifier"][name]

    def matches(text):
        if entry["where"] == "at":
            return modifier_patterns()[name].match(text.lower(), text.index("one "))
        before, behind = text.lower().split("30", 1)
        return modifier_patterns()[name].search(behind if entry["where"] == "behind" else before.rstrip())

    assert matches(entry["example"])
    assert not matches(entry["not"])


def test_joint():
    joint = CONTEXT["joint"]
    places = (Place(joint[text].lower(), joint[text].index("30"), 0) for text in ("example", "not"))
    causes = [name_cause(place, frozenset()) for place in places]
    assert causes == ["from the air", "from the air and by shelling"]


def test_preposition():
    told = [read_preposition(CONTEXT["place"][text].rpartition(" ")[0]) for text in ("example", "not")]
    assert told == ["in", ""]


def test_movement():
    behind = CONTEXT["movement"]["example"].partition("30")[2]
    assert find_movement(behind, "evacuated") == "Foua and Kefraya"


@pytest.mark.parametrize("name", ORIGINS["credit"])
def test_credit(name):
    entry = ORIGINS["credit"][name]
    assert credit_patterns()[name].search(entry["example"])
    assert not credit_patterns()[name].search(entry["not"])


@pytest.mark.parametrize("form", [form for forms in ORIGINS["agencies"].values() for form in forms])
def test_agency(form):
    assert form in ORIGINS["agencies"][find_agency(f"Police closed the road.--{form}")]


def test_bodies():
    assert is_one_body(ORIGINS["bodies"]["example"])
    assert not is_one_body(ORIGINS["bodies"]["not"])


@pytest.mark.parametrize(("text", "told"), [("example", True), ("not", False)])
def test_posts(text, told):
    (figure,) = extract(Corpus("c", (Article("a", ORIGINS["posts"][text]),), ())).figures.itertuples()
    assert (figure.source_entity, pd.notna(figure.source_body)) == ("kate-allen", told)


@pytest.mark.parametrize("entry", load_lexicon("hedges")["hedge"], ids=lambda entry: entry["word"])
def test_hedge(entry):
    assert values(entry["example"], "hedge", "low") == [(entry["word"], 30)]


PATTERNS = [(table, entry) for table in ("pattern", "pronoun") for entry in load_lexicon("designations")[table]]


@pytest.mark.parametrize(("table", "entry"), PATTERNS, ids=[entry["pattern"] for _, entry in PATTERNS])
def test_designation(table, entry):
    """Each pattern reads its example, and the example holds no figure."""
    pattern = compile_patterns([entry], load_lexicon("designations")["classes"])
    assert any(
        marked for sentence in tokenize(entry["example"]).sentences for _, marked in pattern.find(sentence.tokens)
    )
    assert figures_of(entry["example"]) == []


@pytest.mark.parametrize("word", load_lexicon("designations")["classes"]["designator"])
def test_designator(word):
    assert figures_of(f"They spoke of {word} 12 there.") == []


@pytest.mark.parametrize("word", load_lexicon("designations")["classes"]["clock"])
def test_clock(word):
    assert figures_of(f"They met at 7 {word} there.") == []


CUES = load_lexicon("cues")
OBJECTS = {"tell": "reporters that 30 people had died", "judge": "the raid that killed 30 people"}
COMPLETED = {
    "put": "the toll at 30 people",
    "peg": "the toll at 30 people",
    "point": "out that 30 people had died",
    "give": "a toll of 30 people",
    "continue": "“30 people died”",
}
PAST = [
    (
        CUES["irregular"].get(verb, regular_forms(verb))[2],
        COMPLETED.get(verb, OBJECTS.get(kind, "that 30 people had died")),
    )
    for kind, verbs in CUES["verbs"].items()
    for verb in verbs
    if verb != "put"
]


@pytest.mark.parametrize("entry", CUES["before"], ids=lambda entry: entry["phrase"])
def test_cue_before(entry):
    assert values(entry["example"], "source") == [(entry["source"],)]


@pytest.mark.parametrize(("form", "content"), PAST, ids=[form for form, _ in PAST])
def test_cue_verb(form, content):
    assert form in cue_forms()
    (quote,) = extract_articles([Article("a", f"The ministry {form} {content}.")]).quotes
    assert (quote["source"], quote["cue"]) == ("The ministry", form)


@pytest.mark.parametrize("verb", CUES["completed"])
def test_verb_that_needs_a_word_is_no_cue_without_it(verb):
    assert any(verb in verbs for verbs in CUES["verbs"].values())
    assert extract_articles([Article("a", f"The ministry {verb}s 30 people there.")]).quotes == []


@pytest.mark.parametrize("verb", CUES["quoting"])
def test_verb_that_needs_direct_speech_is_no_cue_without_it(verb):
    assert any(verb in verbs for verbs in CUES["verbs"].values())
    assert extract_articles([Article("a", f"The ministry {verb}s that 30 people died.")]).quotes == []


def test_no_verb_has_two_frames():
    assert repeated([verb for verbs in CUES["verbs"].values() for verb in verbs]) == []


@pytest.mark.parametrize("verb", CUES["irregular"])
def test_irregular_verb_is_a_cue(verb):
    assert any(verb in verbs for verbs in CUES["verbs"].values())
    assert list(regular_forms(verb)) != CUES["irregular"][verb]


@pytest.mark.parametrize("entry", CUES["pattern"], ids=lambda entry: entry["name"])
def test_cue_pattern(entry):
    assert values(entry["example"], "source") == [(entry["source"],)]


@pytest.mark.parametrize("name", [*CUES["closed"], *CUES["macros"]])
def test_closed_class_of_cues_is_used(name):
    assert re.search(rf"""["']{name}["']""", CODE) or any(f"<{name}>" in str(entry) for entry in CUES["pattern"])


SOURCES = load_lexicon("sources")


@pytest.mark.parametrize("name", SOURCES)
def test_source_example(name):
    assert classify_source(SOURCES[name]["example"]) == name


SOURCE_NAMES = [(form, name) for name, entry in SOURCES.items() for form in entry["names"]]


@pytest.mark.parametrize(("form", "name"), SOURCE_NAMES, ids=[form for form, _ in SOURCE_NAMES])
def test_source_name(form, name):
    assert classify_source(f"the {form}") == name


@pytest.mark.parametrize("word", CUES["not_sources"])
def test_no_source(word):
    assert values(f"According to the {word}, 30 people came.", "source") == [(None,)]


@pytest.mark.parametrize("entry", load_lexicon("aliases")["same"], ids=lambda entry: entry["forms"][0])
def test_aliases(entry):
    text = " | ".join(entry["forms"])
    rows = [
        {
            "article_id": str(number),
            "start": text.index(form),
            "end": text.index(form) + len(form),
            "text": form,
            "type": entry["type"],
        }
        for number, form in enumerate(entry["forms"])
    ]
    articles = make_table("articles", [{"article_id": str(number), "text": text} for number in range(len(rows))])
    _, entities, _ = link_entities(make_table("mentions", rows), articles)
    assert list(entities.name) == [entry["forms"][0]]


@pytest.mark.parametrize("entry", load_lexicon("aliases")["same"], ids=lambda entry: entry["forms"][0])
def test_alias_example(entry):
    found = [name for name in names_of(entry["example"]) if name[0] in entry["forms"]]
    assert len(found) == 2
    assert {kind for _, kind in found} == {entry["type"]}


SPELLING = load_lexicon("spelling")


@pytest.mark.parametrize("entry", SPELLING["swap"], ids=lambda entry: entry["sounds"])
def test_swapped_sounds(entry):
    first, second = (fold(word) for word in entry["example"])
    swapped = {frozenset(pair) for pair in zip(sounds_of(first), sounds_of(second), strict=True) if len(set(pair)) > 1}
    assert swapped == {frozenset(entry["sounds"].split())}
    assert same_word(first, second)


@pytest.mark.parametrize(("word", "forms"), SPELLING["words"].items(), ids=list(SPELLING["words"]))
def test_spelled_words(word, forms):
    assert {words_of(form) for form in forms} == {(word,)}


@pytest.mark.parametrize("forms", load_lexicon("given_names")["names"], ids=lambda forms: forms[0])
def test_given_names(forms):
    assert all(fold(form) == form and same_given(form, forms[0]) for form in forms)


@pytest.mark.parametrize("noun", load_lexicon("aliases")["loan_nouns"])
def test_loan_noun(noun):
    text = f"They met {noun.capitalize()} al-Sham today."
    mentions = make_table("mentions", [{"article_id": "a", "start": 9, "end": text.index(" today"), "type": "PER"}])
    names = read_names(mentions.assign(text=text[9 : text.index(" today")]), {"a": text})
    assert [name.type for name in names] == ["ORG"]


LEXICON = load_lexicon("names")


@pytest.mark.parametrize("honorific", LEXICON["honorifics"])
def test_honorific(honorific):
    assert names_of(f"They met {honorific.title().replace(' Of ', ' of ')} Qassem Soleimani today.") == [
        ("Qassem Soleimani", "PER")
    ]


@pytest.mark.parametrize("word", LEXICON["demonyms"])
def test_demonym(word):
    assert is_demonym(word)
    assert names_of(f"They met {word} delegates today.") == [(word, "MISC")]


@pytest.mark.parametrize("name", LEXICON["places"])
def test_place(name):
    assert names_of(f"They spoke of {name} today.") == [(name, "LOC")]


@pytest.mark.parametrize("name", LEXICON["organisations"])
def test_organisation(name):
    assert names_of(f"They spoke of {name} today.") == [(name, "ORG")]
