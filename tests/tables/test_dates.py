"""Dates as people type them."""

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.tables.dates import day_of, period_of

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31/01/2024", "2024-01-31"),
        ("1/2/24", "2024-02-01"),
        ("01.02.1999", "1999-02-01"),
        ("31-01-2024", "2024-01-31"),
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31 00:00:00", "2024-01-31"),
        ("2024-01", "2024-01"),
        ("01/2024", "2024-01"),
        ("2024", "2024"),
        (2024, "2024"),
        (2024.0, "2024"),
        (date(2024, 1, 31), "2024-01-31"),
        (datetime(2024, 1, 31, 12), "2024-01-31"),
        ("31 January 2024", "2024-01-31"),
        ("Wednesday, 31st January 2024", "2024-01-31"),
        ("January 31, 2024", "2024-01-31"),
        ("Jan-24", "2024-01"),
        ("31-Jan-99", "1999-01-31"),
        ("September 2023", "2023-09"),
    ],
)
def test_what_people_type_is_understood(typed: object, meant: str) -> None:
    assert day_of(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("01/31/2024", "Did you mean 31/01/2024?"),
        ("31/02/2023", "February 2023 has 28 days"),
        ("31/13/2024", "no month 13"),
        ("2024-13-01", "no month 13"),
        ("00/01/2024", "January 2024 has 31 days"),
        ("3024", "in the year 3024"),
        (45322, "31/01/2024. Did you mean that?"),
        ("45322", "31/01/2024. Did you mean that?"),
        (7, "no date"),
        (True, "no date"),
        ("soon", "no date"),
        ("2024-W05", "no date"),
        ("١/١/٢٠٢٤x", "no date"),
    ],
)
def test_what_is_no_date_is_said(typed: object, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        day_of(typed)


@given(DAYS)
def test_a_day_is_the_same_however_it_is_written(day: date) -> None:
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    forms = [
        day,
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.day} {months[day.month - 1]} {day.year}",
        f"{months[day.month - 1][:3]} {day.day}, {day.year}",
    ]
    assert {day_of(form) for form in forms} == {day.isoformat()}


@given(st.text(max_size=20) | st.integers() | st.floats() | st.booleans() | st.none())
def test_anything_is_a_date_or_is_refused(typed: object) -> None:
    try:
        found = day_of(typed)
    except ValueError as error:
        assert str(error).endswith((".", "?"))
    else:
        date.fromisoformat(found + "-01-01"[len(found) - 10 :] if len(found) < 10 else found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2023", "2023"),
        ("31/03/2024", "2024-03-31"),
        ("2011 to 2014", "2011/2014"),
        ("2011-2014", "2011/2014"),
        ("from 1 April 2023 to 31/03/2024", "2023-04-01/2024-03-31"),
        ("2023/24", "2023-04-01/2024-03-31"),
        ("P10Y/2024-01", "P10Y/2024-01"),
        ("2011/2014-03", "2011/2014-03"),
    ],
)
def test_periods_are_understood(typed: str, meant: str) -> None:
    assert period_of(typed) == meant


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        period_of("2014 to 2011")
