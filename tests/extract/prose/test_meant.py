"""Councils that words other than names stand for."""

import pytest

from .test_carried import held

KENT, SURREY, MEDWAY = "Kent County Council", "Surrey County Council", "Medway Council"


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        ("Both were rated good.", [(KENT, "good"), (MEDWAY, "good")]),
        ("The two councils were rated good.", [(KENT, "good"), (MEDWAY, "good")]),
        ("The former's services are good; the latter's are inadequate.", [(KENT, "good"), (MEDWAY, "inadequate")]),
    ],
)
def test_those_just_named(sentence: str, grades: list[tuple[str, str]]) -> None:
    assert held(f"There are reports on {KENT} and {MEDWAY}.", sentence) == grades


def test_both_is_of_two() -> None:
    found = held(f"There are reports on {KENT}, {SURREY} and {MEDWAY}.", "Both were rated good.")
    assert len(found) < 2


def test_the_county_and_the_city() -> None:
    found = held(
        f"{KENT} was judged good, while Harrowby City Council was found inadequate.",
        "The county's leadership was outstanding. In the city, help and protection requires improvement.",
    )
    assert (KENT, "outstanding") in found
    assert ("Harrowby City Council", "requires improvement") in found


def test_in_turn() -> None:
    found = held("Kent, Surrey and Medway were rated good, outstanding and inadequate respectively.")
    assert found == [(KENT, "good"), (SURREY, "outstanding"), (MEDWAY, "inadequate")]


def test_the_city_may_be_a_helper_just_named() -> None:
    found = held(
        f"{KENT} was found inadequate.", "Harrowby City Council is to help.", "The city's own services are outstanding."
    )
    assert found == [(KENT, "inadequate"), ("Harrowby City Council", "outstanding")]
