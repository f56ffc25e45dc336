"""Visits told of as one of several."""

import pytest

from .inspected import record_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Three monitoring visits were made. The third, in July, cheered the staff.",
        "There have been monitoring visits since. The most recent was in July.",
        "Monitoring visits followed. A second took place in July.",
    ],
)
def test_one_of_several_visits_has_a_time_of_its_own(sentence: str) -> None:
    record = record_of("Its services were judged good in December.", sentence, published="2022-02-10")
    assert ("monitoring-visit", "2021-07") in [(one.visit_type, one.start) for one in record.inspections]


def test_a_time_of_something_else_is_no_visits() -> None:
    record = record_of("Monitoring visits followed. The last of the managers left in July.", published="2022-02-10")
    assert all(one.start != "2021-07" for one in record.inspections)
