"""Grades that were given more than once."""

import pytest

from .inspected import COUNCIL, record_of


def told(*paragraphs: str) -> set[tuple[str, str, str | None]]:
    """Areas with their grades and the year of their inspection."""
    record = record_of(*paragraphs, published="2019-03-18")
    starts = {one.id: one.start for one in record.inspections}
    return {(j.area.removesuffix(" effectiveness"), j.grade, starts[j.inspection]) for j in record.judgements}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{COUNCIL} was rated inadequate in 2012 and again in 2016.",
        f"{COUNCIL} was rated inadequate in 2012, and once more in 2016.",
        f"In 2012 and 2016 {COUNCIL} was rated inadequate.",
    ],
)
def test_each_time_is_an_inspection(sentence: str) -> None:
    assert told(sentence) == {("overall", "inadequate", "2012"), ("overall", "inadequate", "2016")}


def test_another_time_may_be_for_another_area() -> None:
    assert told(f"{COUNCIL} was inadequate for safeguarding in 2010 and again for child protection in 2013.") == {
        ("safeguarding", "inadequate", "2010"),
        ("child protection", "inadequate", "2013"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        f"{COUNCIL} was rated inadequate in 2012 and in 2016 it was good.",
        f"{COUNCIL} was rated inadequate in 2012, good in 2016.",
    ],
)
def test_a_time_of_the_next_grade_is_not_of_the_one_before(sentence: str) -> None:
    assert told(sentence) == {("overall", "inadequate", "2012"), ("overall", "good", "2016")}


def test_as_many_times_as_grades_go_in_turn() -> None:
    assert told(f"In 2011 and 2015 {COUNCIL} was rated good and then inadequate.") == {
        ("overall", "good", "2011"),
        ("overall", "inadequate", "2015"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        f"Judged inadequate by Ofsted two years ago, {COUNCIL} has come far: its services are now good.",
        f"{COUNCIL} was judged inadequate by Ofsted in 2017. Its services are now good.",
    ],
)
def test_a_time_of_a_clause_is_not_of_the_next(sentence: str) -> None:
    assert told(sentence) == {("overall", "inadequate", "2017"), ("overall", "good", None)}


def test_a_rating_that_is_changed_is_an_earlier_one() -> None:
    record = record_of(f"Ofsted has cut {COUNCIL}'s rating of good to inadequate.")
    assert {j.grade: j.inspection for j in record.judgements} == {"inadequate": "i1", "good": "i2"}
