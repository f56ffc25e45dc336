"""Bounds of partial dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.model import Period
from councilgraph.resolve.dates import Bounds, edtf, first_day, last_day, spell


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
    assert edtf("2019-02", None) == "2019-02/.."
    assert edtf(None, None) is None
    two = [Period("2022-12-05", "2022-12-09"), Period("2023-02-14", "2023-02-15")]
    assert edtf("2022-12-05", "2023-02-15", two) == "{2022-12-05/2022-12-09,2023-02-14/2023-02-15}"
