"""Councils named beside the one that a text is about."""

import pytest

from .inspected import COUNCIL, record_of


def others(sentence: str) -> list[str]:
    record = record_of("Its children's services were rated inadequate.", sentence)
    return [one.name for one in record.councils if one.name != COUNCIL]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kent County Council looks after children in nearby Thanet.",
        "Kent and Essex councils have faced no visits this year.",
        "Essex County Council will be inspected in the spring.",
        "Essex County Council awaits its report.",
        "Essex County Council, over the border, was not part of the inspection.",
        "Essex County Council and Kent County Council run homes over the border.",
    ],
)
def test_geography_is_not_told_of(sentence: str) -> None:
    assert others(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Companies like it are in charge of the work for Kent and Essex.",
        "Ministers took children's services away from Kent and Essex.",
        "Kent and Essex have set up a trust of their own.",
    ],
)
def test_what_was_done_to_others_is_told_of(sentence: str) -> None:
    assert others(sentence) == ["Kent County Council", "Essex County Council"]
