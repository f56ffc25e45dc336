"""Tests of quantities in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.prose.quantities import COUNT, MONEY, PERCENT, RATE, SHARE, Quantity, quantities


def found(text: str) -> list[Quantity]:
    return list(quantities(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("86 councils", COUNT, 86),
        ("1,345 children", COUNT, 1345),
        ("seventy-five files", COUNT, 75),
        ("a hundred and twenty cases", COUNT, 120),
        ("half a dozen schools", COUNT, 6),
        ("1.2 million people", COUNT, 1_200_000),
        ("64%", PERCENT, 64),
        ("58 per cent of them", PERCENT, 58),
        ("Forty per cent", PERCENT, 40),
        ("£5m", MONEY, 5_000_000),
        ("£1.9 million", MONEY, 1_900_000),
        ("£250,000", MONEY, 250_000),
        ("£32k", MONEY, 32_000),
        ("two-thirds of schools", SHARE, 0.667),
        ("three quarters of homes", SHARE, 0.75),
        ("half of them", SHARE, 0.5),
        ("fell by a third.", SHARE, 0.333),
        ("one in five posts", SHARE, 0.2),
        ("only one post in ten", SHARE, 0.1),
        ("nine out of ten", SHARE, 0.9),
        ("120 for every 10,000 children", RATE, 120),
    ],
)
def test_values(text: str, kind: str, value: float) -> None:
    (one,) = found(text)
    assert (one.kind, one.value) == (kind, value)


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("about", "approximate"),
        ("almost", "approximate"),
        ("more than", "more-than"),
        ("over", "more-than"),
        ("at least", "at-least"),
        ("no more than", "at-most"),
        ("an average of", "average"),
        ("exactly", "exact"),
        ("the other", "exact"),
    ],
)
def test_qualifiers(words: str, qualifier: str) -> None:
    text = f"there are {words} 40 cases"
    (one,) = found(text)
    assert one.qualifier == qualifier
    assert text[one.number : one.end] == "40"


def test_a_part_and_its_whole() -> None:
    part, whole = found("86 of 102 good or better")
    assert (part.value, part.whole, part.is_whole) == (86, 102, False)
    assert (whole.value, whole.is_whole) == (102, True)


@pytest.mark.parametrize(
    "text",
    [
        "for 12 years",
        "in two and a half years",
        "a 16-year-old",
        "between 6 and 10 November 2023",
        "5-23 July this year",
        "in 2015",
        "aged 17",
        "once they have turned 21",
        "teenagers of 15 and 16",
        "under section 497",
        "was graded 3",
        "Year 6 pupils",
        "within 45 working days",
        "at 12:40pm",
        "01752 668000",
    ],
)
def test_what_only_looks_like_a_count(text: str) -> None:
    assert found(text) == []


@given(st.text())
def test_offsets_are_inside_the_text(text: str) -> None:
    for one in found(text):
        assert 0 <= one.start <= one.number < one.end <= len(text)


@given(st.integers(min_value=21, max_value=1949))
def test_numbers_are_read_as_printed(number: int) -> None:
    (one,) = found(f"there are {number:,} children")
    assert one.value == number
