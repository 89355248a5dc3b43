"""Reading annotated data."""

import gzip

import pytest

from crossread.language.annotated import Word, read_annotated


def write(folder, name, text):
    with gzip.open(folder / name, "wt") as file:
        file.write(text)
    return folder / name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.gz", "-DOCSTART- -X- O O\n\nIraq NNP I-NP I-LOC\nmet VBD O O\nUnited NNP O I-ORG\nNations NNP O I-ORG\n"),
        ("a.conll.gz", "Iraq B-LOC\nmet O\nUnited B-ORG\nNations I-ORG\n"),
        (
            "a.iob2.gz",
            "# text = x\n1\tIraq\tB-LOC\t-\t-\n2\tmet\tO\t-\t-\n3\tUnited\tB-ORG\t-\t-\n4\tNations\tI-ORG\t-\t-\n",
        ),
        (
            "a.tsv.gz",
            "# doc one\nIraq\tNNP\tLOCATION\nmet\tVBD\tDATE\nUnited\tNNP\tORGANIZATION\nNations\tNNP\tORGANIZATION\n",
        ),
    ],
)
def test_every_form_reads_alike(tmp_path, name, text):
    expected = [Word("Iraq", "B-LOC"), Word("met", "O"), Word("United", "B-ORG"), Word("Nations", "I-ORG")]
    ((words,),) = read_annotated(write(tmp_path, name, text))
    assert [Word(word.form, word.tag) for word in words] == expected
    assert {"".join(word.speech for word in words)} <= {"", "NNPVBDNNPNNP"}


def test_parts_of_speech_that_nobody_tells_apart_are_one(tmp_path):
    path = write(tmp_path, "a.gz", "Guards NNPS O O\nmost RBS O O\n-LRB- -LRB- O O\nsaid VBD O O\n")
    assert [word.speech for word in read_annotated(path)[0][0]] == ["NNP", "RB", "(", "VBD"]


def test_articles_are_kept_apart(tmp_path):
    text = "-DOCSTART- -X- O O\n\na O O O\n\nb O O O\n\n-DOCSTART- -X- O O\n\nc O O O\n"
    assert [len(article) for article in read_annotated(write(tmp_path, "a.gz", text))] == [2, 1]


def test_sentences_without_articles_come_in_blocks(tmp_path):
    path = write(tmp_path, "a.gz", "a O\n\n" * 45)
    assert [len(article) for article in read_annotated(path)] == [20, 20, 5]


def test_neighbours_of_one_type_are_two_names_where_marked(tmp_path):
    path = write(tmp_path, "a.gz", "Iraq I-LOC\nIran B-LOC\nSyria I-LOC\n")
    assert [word.tag for word in read_annotated(path)[0][0]] == ["B-LOC", "B-LOC", "I-LOC"]
