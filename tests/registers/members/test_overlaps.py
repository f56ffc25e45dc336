"""Seats and the areas of councils."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.errors import InputError
from councilgraph.registers.members import Overlap, Seat
from councilgraph.registers.members.overlaps import counted, estimated, origins, overlaps

from .lists import CENTRAL, COUNCILS, NEW_CENTRAL, NEW_VALE, NORTH, VALE, write

OLD = Seat("vale-2010", "Vale", VALE, "2010-04-13", "2024-05-30")
NEW = Seat("vale-2024", "Vale", NEW_VALE, "2024-05-31")
DISTRICTS, AUTHORITIES = "constituency-2010-district-overlaps.csv", "local-authorities.csv"


def shares(folder: Path) -> tuple[dict[str, dict[str, float]], list[str]]:
    odd: list[str] = []
    return counted(folder / DISTRICTS, folder / AUTHORITIES, COUNCILS, odd), odd


def test_districts_count_for_their_county(tmp_path: Path) -> None:
    assert shares(write(tmp_path, {})) == (
        {CENTRAL: {"northmere": 1}, NORTH: {"northmere": 0.75, "eastvale": 0.25}, VALE: {"eastvale": 1}},
        [],
    )


def test_an_area_without_council_is_said_and_those_of_other_countries_are_not(tmp_path: Path) -> None:
    rows = [(CENTRAL, "E06009008", 5.0), (VALE, "E06009001", 5.0), ("S14009001", "S12000033", 5.0)]
    found, odd = shares(write(tmp_path, {}, districts=rows))
    assert found == {VALE: {"eastvale": 1}}
    assert len(odd) == 1 and "E06009008" in odd[0]


def test_a_number_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no number"):
        shares(write(tmp_path, {}, districts=[(CENTRAL, "E06009001", "many")]))


def test_later_seats_have_what_they_took_over(tmp_path: Path) -> None:
    folder = write(tmp_path, {})
    taken = origins(
        folder / "psephology" / "constituency-area-overlaps.csv", [CENTRAL, NORTH, VALE, NEW_CENTRAL, NEW_VALE]
    )
    assert taken == {NEW_CENTRAL: {CENTRAL: 0.8, NORTH: 0.2}, NEW_VALE: {NORTH: 0.25, VALE: 0.75}}
    found = estimated(taken, shares(folder)[0])
    assert found[NEW_CENTRAL] == pytest.approx({"northmere": 0.95, "eastvale": 0.05})
    assert found[NEW_VALE] == pytest.approx({"northmere": 0.1875, "eastvale": 0.8125})


def test_an_overlap_lasts_while_seat_and_council_do_and_the_council_before_had_it_too() -> None:
    found = list(overlaps([OLD, NEW], {VALE: {"eastvale": 1}, NEW_VALE: {"eastvale": 1}}, 0.01, COUNCILS))
    assert found == [
        Overlap("vale-2010", "eastvale", 1, "2019-04-01", "2024-05-30"),
        Overlap("vale-2010", "oldvale", 1, "2010-04-13", "2019-03-31"),
        Overlap("vale-2024", "eastvale", 1, "2024-05-31", None),
    ]


def test_slivers_are_left_out() -> None:
    found = overlaps([NEW], {NEW_VALE: {"eastvale": 0.995, "northmere": 0.005}}, 0.01, COUNCILS)
    assert [(overlap.council, overlap.share) for overlap in found] == [("eastvale", 0.995)]


@given(
    st.dictionaries(
        st.sampled_from(["a", "b", "c"]),
        st.dictionaries(st.sampled_from(["d", "e"]), st.floats(0.01, 1), min_size=1),
        min_size=1,
    ),
    st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(0.01, 1), min_size=1),
)
def test_estimated_shares_of_a_seat_are_one_whole(parts: dict[str, dict[str, float]], taken: dict[str, float]) -> None:
    for of in estimated({"new": taken}, parts).values():
        assert sum(of.values()) == pytest.approx(1)
