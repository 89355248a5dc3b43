"""Words in clusters by what stands beside them."""

from itertools import chain, product

import pytest

from crossread.language.clusters import clusters, learn_clusters

pytestmark = pytest.mark.filterwarnings("ignore:Number of distinct clusters")  # of a corpus as small as this

NAMES, FRUITS = ("Ana", "Berta", "Carla"), ("plums", "pears", "figs")
CORPUS = [f"{name} said that she eats {fruit} .".split() for name, fruit in product(NAMES, FRUITS)] * 2
RARE = [["Zoe", "said", "so", "."]] * 4


def learned(corpus):
    rows = [line.split("\t") for line in learn_clusters(corpus).splitlines()]
    return [(int(coarse), words.split(" ")) for coarse, words in rows]


def test_words_in_like_places_share_a_cluster():
    fine = {word: number for number, (_, words) in enumerate(learned(CORPUS)) for word in words}
    assert len({fine[name] for name in NAMES}) == len({fine[fruit] for fruit in FRUITS}) == 1
    assert len({fine[word] for word in ("Ana", "plums", "said", "eats")}) == 4


def test_words_are_clustered_once_and_rare_ones_and_marks_are_not():
    words = list(chain.from_iterable(words for _, words in learned(CORPUS + RARE)))
    assert sorted(words) == sorted([*NAMES, *FRUITS, "said", "that", "she", "eats"])


def test_the_same_corpus_gives_the_same_clusters():
    assert learn_clusters(CORPUS) == learn_clusters(CORPUS)


def test_the_project_s_clusters_name_each_word_once():
    numbers = clusters().values()
    assert {fine for _, fine in numbers} == set(range(len({fine for _, fine in numbers})))
    assert len({(coarse, fine) for coarse, fine in numbers}) == len({fine for _, fine in numbers})
    assert {"Monday", "Tuesday"} <= clusters().keys()
    assert clusters()["Monday"][0] == clusters()["Tuesday"][0]
