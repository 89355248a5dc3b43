"""What one source said at first, and what it said later."""

from tests.linking.accounts import groups_of, read

from crossread.linking.compare import (
    compare_pairs,
    list_revisions,
)

LONG = "Residents spoke of a street full of glass and of shops without doors. " * 6


def test_a_source_does_not_contradict_itself_in_one_article():
    text = "A car bomb killed 30 people in Homs, police said. " + LONG + "A mine killed 3 people, police said."
    _, claims = read(
        ("AP", text.replace("A mine", "Later a car bomb")), ("AFP", "A car bomb killed 31 people in Homs.")
    )
    assert groups_of(claims) == {"people, killed by bombs": ["30 people", "31 people"]}
    assert "not its source's first figure in the article" in set(claims.aside.dropna())


ACCOUNTS = (
    ("AP", "A car bomb killed 30 people in Homs, the Syrian Observatory for Human Rights said.", 10),
    ("AFP", "A car bomb killed 44 people in Homs, the Syrian Observatory for Human Rights said.", 11),
    ("SANA", "A car bomb killed 12 people in Homs, the interior ministry said.", 10),
    ("Xinhua", "A car bomb killed at least ten people in Homs.", 10),
)


def test_a_later_figure_of_one_source_is_a_revision():
    _, claims = read(*ACCOUNTS)
    relations = compare_pairs(claims).relation.value_counts()
    assert relations.to_dict() == {"agree": 3, "disjoint": 2, "revised": 1}
    (revision,) = list_revisions(claims).itertuples()
    assert (revision.earlier, revision.later) == ("30 people", "44 people")
