"""Any bytes give rows or a problem, and whatever is found in any text fits it; more examples with `make fuzz`."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.checks import check_file, check_texts
from tests.fuzz.inputs import GLUE, NUMBERS, compose_text, files, mutate, words

# Few, for each makes all tables: three in the suite, hundreds with `--hypothesis-profile=many`.
few = settings(max_examples=max(3, settings().max_examples // 20), suppress_health_check=list(HealthCheck))
pieces = st.one_of(st.sampled_from(words()[1]), st.sampled_from(NUMBERS), st.sampled_from(GLUE), st.text(max_size=9))
composed = st.lists(pieces, max_size=20).map(" ".join)


@few
@given(st.lists(st.one_of(composed, st.text(max_size=300)), min_size=1, max_size=10))
def test_whatever_is_found_in_any_text_fits_it(texts: list[str]) -> None:
    check_texts([text.encode("utf-8", "replace").decode() for text in texts])


@pytest.mark.parametrize("ending", files())
def test_any_bytes_give_rows_or_a_problem(ending: str) -> None:
    assert check_file(f"any{ending}", files()[ending]) is not None
    for seed in range(8):
        check_file(f"any{ending}", mutate(files()[ending], Random(f"{ending}{seed}")))


def test_whatever_is_found_in_composed_texts_and_broken_files_fits_them() -> None:
    texts = [compose_text(Random(seed)) for seed in range(20)]
    for ending, whole in files().items():
        if corpus := check_file(f"any{ending}", mutate(whole, Random(ending))):
            texts.append(corpus.articles[0].text)
    assert len(texts) > 30  # else little would be tested
    tables = check_texts(texts)
    found = [tables.figures, tables.figures.part_of.dropna(), tables.mentions, tables.quotes, tables.incidents]
    assert all(map(len, found))


# What `make fuzz` found, as short as it broke.
FOUND_TEXTS = ["3w+-", "5 -3", "2 to -5 degrees", "It was 2 to -5 degrees."]


def test_texts_that_once_broke_what_is_found() -> None:
    check_texts(FOUND_TEXTS)


FOUND_FILES = [(".rtf", rb"9\u-9999"), (".warc", b"WARC/1.0\nWARC-Type:response")]


@pytest.mark.parametrize(("ending", "raw"), FOUND_FILES)
def test_files_that_once_broke_the_reading(ending: str, raw: bytes) -> None:
    check_file(f"any{ending}", raw)
