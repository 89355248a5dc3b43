"""Parts of speech of a text's words."""

from collections.abc import Sequence

from crossread.language.features import is_common_word
from crossread.language.gazetteers import places
from crossread.language.tagger import Batch, load_tagger, number_words
from crossread.language.tokens import Document
from crossread.language.vocabulary import function_words, word_list

CLOSED = frozenset(["IN", "DT", "CC", "PRP", "WDT", "WP"])  # parts of speech whose words can be listed


def tag_speech(documents: Sequence[Document]) -> Batch:
    """Fill in the part of speech of every word.

    Args:
        documents: Texts in sentences, whose columns `tags` and `folded` are filled; many at once are tagged many times
            faster than one by one. A tag is Penn Treebank's, of which `MODEL.md` says what is taken together.

    Returns:
        Their words in numbers, for another tagger.
    """
    batch = number_words([[sentence.words for sentence in document.sentences] for document in documents])
    tagged = load_tagger("speech").tag(batch)
    for document, article in zip(documents, tagged, strict=True):
        for sentence, tags in zip(document.sentences, article, strict=True):
            tags = [mended_tag(word, tag) for word, tag in zip(sentence.words, tags, strict=True)]
            _mend_verbs(sentence.lower, tags)
            sentence.tags = tags
            capitals = {"us"} if not any(map(str.islower, sentence.words)) else function_words()
            sentence.folded = [
                word if tag == "NNP" and len(word) > 1 and word.isupper() and lower in capitals else lower
                for word, lower, tag in zip(sentence.words, sentence.lower, tags, strict=True)
            ]
    return batch


def _mend_verbs(words: Sequence[str], tags: list[str]) -> None:
    """Tag as verbs those that no noun is like, where they were taken for nouns: "prosecutors allege he stole"."""
    verbs = word_list("of_several")
    if not verbs.isdisjoint(words):
        for at in range(1, len(words)):
            if words[at] in verbs and tags[at] == "NN" and tags[at - 1][:1] == "N":
                tags[at] = "VBP"


def mended_tag(word: str, tag: str) -> str:
    """Return the tag, or a name's where no small word is written so: "OSLO" before a report that lost its dash."""
    if tag not in CLOSED or word.lower() in function_words() or is_common_word(word.lower()):
        return tag
    return "NNP" if word in places() or (len(word) > 1 and word.isalpha() and word.isupper()) else tag
