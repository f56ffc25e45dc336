"""Bounds of partial dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.model import Period
from councilgraph.resolve.dates import Bounds, edtf, first_day, in_words, interval, is_day, last_day, partial, spell


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02-05", "2024-02-05", "2024-02-05"),
        (None, None, None),
    ],
)
def test_partial_dates_have_a_first_and_a_last_day(partial: str | None, first: str | None, last: str | None) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@given(st.dates())
def test_the_day_lies_within_the_bounds_of_every_shorter_form(day) -> None:
    for length in (4, 7, 10):
        partial = day.isoformat()[:length]
        assert first_day(partial) <= day.isoformat() <= last_day(partial)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_bounds_give_back_the_date_that_they_were_made_of(day, length: int) -> None:
    written = day.isoformat()[:length]
    assert partial(first_day(written), last_day(written)) == written


@pytest.mark.parametrize(
    ("earliest", "latest", "date"),
    [
        ("2024-05-13", "2024-05-20", "2024-05"),
        ("2024-05-13", "2024-06-01", "2024"),
        ("2024-12-31", "2025-01-01", None),
        ("2024-05-13", None, None),
        (None, None, None),
    ],
)
def test_bounds_that_leave_a_day_open_give_what_is_certain(earliest: str | None, latest: str | None, date) -> None:
    assert partial(earliest, latest) == date


@pytest.mark.parametrize(
    ("day", "words"),
    [("2024-05-03", "3 May 2024"), ("2024-10-20", "20 October 2024"), ("2024-05", "May 2024"), ("2024", "2024")],
)
def test_a_date_in_words_is_as_partial_as_it_is(day: str, words: str) -> None:
    assert in_words(day) == words


def test_only_spells_known_to_the_day_can_overlap() -> None:
    stay = spell("2024-05-13", "2024-05-24")
    assert stay.exact
    assert stay.overlaps(spell("2024-05-24", "2024-05-25"))
    assert not stay.overlaps(spell("2024-05-25", "2024-05-26"))
    assert not stay.overlaps(spell("2024-05", "2024-05"))
    assert not Bounds().overlaps(Bounds())


def test_edtf_of_an_interval_a_day_and_two_stays() -> None:
    assert edtf("2024-05-13", "2024-05-24") == "2024-05-13/2024-05-24"
    assert edtf("2019-02", "2019-02") == "2019-02"
    assert edtf("2019-02", None) == "2019-02/"
    assert edtf(None, "2019-02-08") == "/2019-02-08"
    assert edtf(None, None) is None
    two = [Period("2022-12-05", "2022-12-09"), Period("2023-02-14", "2023-02-15")]
    assert edtf("2022-12-05", "2023-02-15", two) == "{2022-12-05..2022-12-09,2023-02-14..2023-02-15}"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2013", ("2013-01-01", "2013-12-31")),
        ("2011/2014-02", ("2011-01-01", "2014-02-28")),
        ("P10Y/2024-01", ("2014-01-01", "2024-01-31")),
        ("P12M/2024-02-29", ("2023-02-28", "2024-02-29")),
        ("2019/..", ("2019-01-01", None)),
        ("last year", None),
        ("P10Y", None),
        (None, None),
    ],
)
def test_an_interval_has_a_first_and_a_last_day(words: str | None, days) -> None:
    assert interval(words) == days


@given(st.integers(1, 40), st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31)))
def test_years_are_counted_back_to_the_same_month(years: int, end: date) -> None:
    days = interval(f"P{years}Y/{end.isoformat()}")
    assert days == interval(f"P{years * 12}M/{end.isoformat()}")
    assert days
    first, last = days
    assert first
    assert first[:7] == f"{end.year - years:04d}-{end.month:02d}"
    assert last == end.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", True),
        ("2024-02", True),
        ("2024-02-29", True),
        ("2023-02-29", False),
        ("2024-13", False),
        ("soon", False),
    ],
)
def test_a_date_may_lack_its_day_or_month(text: str, expected: bool) -> None:
    assert is_day(text) == expected
