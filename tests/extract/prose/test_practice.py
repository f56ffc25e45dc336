"""Clauses that describe practice without praise or blame."""

import pytest

from councilgraph.extract.prose.evaluation import STRENGTH, WEAKNESS
from councilgraph.extract.prose.practice import is_practice, leaning

from .inspected import found_by


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("children are met by somebody whom they know", True),
        ("Youth workers remember birthdays", True),
        ("hundreds of pupils were taught at home", True),
        ("there were families who had moved twice", True),
        ("The council supports 900 children", False),
        ("Staff will move to a new office", False),
        ("the inspection was held in June", False),
        ("for the experiences of children", False),
        ("the buses were on time", False),
        ("Parents gathered outside on Monday", False),
        ("Families can ring the helpline", False),
    ],
)
def test_clauses_of_practice(words: str, told: bool) -> None:
    assert is_practice(words, everybody=False) is told


def test_the_council_itself_counts_where_inspectors_speak_of_it() -> None:
    assert is_practice("the council had bought two houses", everybody=True)
    assert not is_practice("the council had bought two houses", everybody=False)


@pytest.mark.parametrize(
    ("words", "before", "kind"),
    [
        ("families meet the same adviser each week", STRENGTH, STRENGTH),
        ("families meet another adviser each week", WEAKNESS, WEAKNESS),
        ("nobody wrote down what children said", STRENGTH, WEAKNESS),
        ("plans leave out fathers", STRENGTH, WEAKNESS),
        ("children no longer move between homes", WEAKNESS, STRENGTH),
        ("but carers are met each month", WEAKNESS, STRENGTH),
        ("carers are met each month", None, None),
    ],
)
def test_which_way_a_clause_leans(words: str, before: str | None, kind: str | None) -> None:
    assert leaning(words, before) == kind


def test_practice_goes_on_from_what_inspectors_said() -> None:
    assert found_by("Inspectors praised the fostering team.", "Carers are met each month by a neighbour.") == [
        ("strength", "Inspectors praised the fostering team."),
        ("strength", "Carers are met each month by a neighbour."),
    ]


def test_practice_takes_the_way_of_the_grade() -> None:
    found = found_by("The council was rated inadequate overall.", "Inspectors said files were kept in a cellar.")
    assert found == [("weakness", "files were kept in a cellar.")]
    assert found_by("Inspectors said files were kept in a cellar.") == [("narrative", "files were kept in a cellar.")]
