"""Which mutations are made, and which tests they are held against."""

from pathlib import Path

import pytest
from tests.mutations.run import ROOT, find_tests, mutate_lexicon, mutate_module

MODULE = [
    ("a = é == b", ["a = (é != b)"]),
    ("if a and\\\n  b: pass", ["if (a or b): pass"]),
    ("def f():\n  return g(1)\ndef h():\n  return None", ["def f():\n  return (None)\ndef h():\n  return None"]),
    ("a = 1 < b <= 2", ["a = (1 <= b <= 2)"]),
    ("a = b + c", []),
]


@pytest.mark.parametrize(("source", "mutated"), MODULE)
def test_branches_are_turned_round(source, mutated):
    assert [mutation.apply(source) for mutation in mutate_module(Path("m.py"), source)] == mutated


def test_rules_and_words_are_deleted():
    source = '[a]\nwords = ["x", "y"]\n[b]\nexample = "X"\n[c]\nd = 1\n'
    assert [mutation.apply(source) for mutation in mutate_lexicon(Path("l.toml"), source)] == [
        '[a]\nwords = ["x", "y"]\n[c]\nd = 1\n',
        '[a]\nwords = ["y"]\n[b]\nexample = "X"\n[c]\nd = 1\n',
    ]


def test_every_file_has_tests():
    library = ROOT / "lib" / "crossread"
    for path in [*library.rglob("*.py"), *library.rglob("*.toml")]:
        assert all((ROOT / test).exists() for tests in find_tests(path.relative_to(ROOT), ROOT) for test in tests), path
