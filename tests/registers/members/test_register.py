"""Members by name, seat and day; seats by council."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.registers.members import MemberRegister, Membership, Overlap, Seat, members

pytestmark = pytest.mark.usefixtures("whole")


def sat(
    person: str, seat: str, start: str, earliest_end: str | None, latest_end: str | None, *aliases: str
) -> Membership:
    key = person.casefold().replace(" ", "-")
    return Membership(
        f"{key}-{start}", key, person, f"{seat.casefold()}-2010", seat, "Lantern Party", 55, start, earliest_end,
        latest_end, aliases,
    )  # fmt: skip


HELD = [
    sat("Zoë O'Quill-Marsh", "Northmere", "2010-05-06", "2010-05-06", "2012-10-23"),
    sat("Bo Fernsby", "Northmere", "2012-11-15", "2015-03-30", "2015-03-30", "Bartholomew Fernsby"),
    sat("Bo Fernsby", "Northmere", "2015-05-07", "2017-05-03", "2017-05-03", "Bartholomew Fernsby"),
    sat("Ada Marsh", "Eastvale", "2015-05-07", None, None),
    Membership("n-1", "ada-2", "Ada Marsh", "quillan-2010", "Port Quillan", None, 56, "2016-05-05", None, None),
]
OVERLAPS = [
    Overlap("northmere-2010", "oldvale", 0.4, "2010-04-13", "2013-03-31"),
    Overlap("northmere-2010", "eastvale", 0.4, "2013-04-01"),
    Overlap("northmere-2010", "northmere", 0.6, "2010-04-13"),
    Overlap("eastvale-2010", "eastvale", 1, "2013-04-01"),
]
REGISTER = MemberRegister(HELD, [Seat("northmere-2010", "Northmere", "E14009001", "2010-04-13")], OVERLAPS)


@pytest.mark.parametrize(
    "name",
    ["Zoë O'Quill-Marsh", "ZOE O’QUILL MARSH", "Rt Hon Dame Zoë O'Quill-Marsh DBE MP", "Ms Zoë O'Quill-Marsh"],
)
def test_titles_accents_and_case_do_not_matter(name: str) -> None:
    assert REGISTER.find(name, "2011-03-02") is HELD[0]


@pytest.mark.parametrize(
    ("name", "day", "found"),
    [
        ("Bo Fernsby", "2013-01-01", 1),
        ("Bo Fernsby", "2013", 1),
        ("Bo Fernsby", "2016-02", 2),
        ("Bartholomew Fernsby", "2016-02", 2),
        ("Bo Fernsby", "2015", None),  # two tenures, and neither lasts all the year
        ("Bo Fernsby", "2015-04-10", None),  # between two Parliaments
        ("Bo Fernsby", "2020-01-01", None),
        ("Bo Fernsby", None, None),
        ("Zoë O'Quill-Marsh", None, 0),
        ("Zoë O'Quill-Marsh", "2012-11-20", None),
        ("Fernsby", "2013-01-01", None),
        ("Bo", "2013-01-01", None),
        ("", "2013-01-01", None),
        ("MP", "2013-01-01", None),
        ("Bo Fernsby", "last spring", None),
    ],
)
def test_a_name_finds_who_can_have_sat_on_the_day(name: str, day: str | None, found: int | None) -> None:
    assert REGISTER.find(name, day) is (None if found is None else HELD[found])


def test_of_namesakes_nobody_is_found_unless_the_seat_is_named() -> None:
    assert REGISTER.find("Ada Marsh", "2015-06-01") is HELD[3]
    assert REGISTER.find("Ada Marsh", "2018-06-01") is None
    assert REGISTER.find("Ada Marsh", "2016") is None
    assert REGISTER.find("Ada Marsh", "2018-06-01", "Port Quillan") is HELD[4]


@pytest.mark.parametrize("name", ["Fernsby", "Mr Fernsby", "B. Fernsby", "Bob Fernsby"])
def test_with_the_seat_the_surname_is_enough_where_no_first_name_jars(name: str) -> None:
    assert REGISTER.find(name, "2013-01-01", "NORTHMERE") is HELD[1]
    assert REGISTER.find(name, "2013-01-01", "Eastvale") is None
    assert REGISTER.find("Ada Fernsby", "2013-01-01", "Northmere") is None
    assert REGISTER.find("Marsh", "2011", "Northmere") is HELD[0]


@given(st.sampled_from(HELD), st.dates().map(str), st.sampled_from([4, 7, 10]))
def test_whoever_is_found_can_have_sat_then(membership: Membership, day: str, length: int) -> None:
    found = REGISTER.find(membership.name, day[:length])
    if found:
        assert found.start[:length] <= day[:length] <= (found.latest_end or "9999")[:length]


def test_seats_of_a_council_on_a_day() -> None:
    def seats(council: str, day: str | None) -> list[tuple[str, float]]:
        return [(overlap.constituency, overlap.share) for overlap in REGISTER.seats_of(council, day)]

    assert seats("eastvale", "2014-01-01") == [("eastvale-2010", 1), ("northmere-2010", 0.4)]
    assert seats("eastvale", "2012") == seats("eastvale", "soon") == seats("nowhere", None) == []
    assert seats("oldvale", "2013") == [("northmere-2010", 0.4)]


def test_councils_of_a_member_while_they_sat() -> None:
    def of(membership: Membership) -> list[str]:
        return [overlap.council for overlap in REGISTER.councils_of(membership)]

    assert of(HELD[0]) == ["northmere", "oldvale"]
    assert of(HELD[1]) == ["northmere", "eastvale", "oldvale"]
    assert of(HELD[2]) == ["northmere", "eastvale"]


def test_the_register_that_ships() -> None:
    found = members().find("Rishi Sunak", "2023-01-01")
    assert found and found.constituency == "richmond-yorks-2010"
    assert [o.council for o in members().councils_of(found)] == ["north-yorkshire", "north-yorkshire-1974"]
    assert members().find("Charlie Elphicke", "2020-06-01") is None
    for day, seats in (("2019-12-01", 0), ("2020-01-01", 533)):
        assert sum(m.can_cover(day, day) for m in members()) == seats
    assert {o.council for o in members().seats_of("dorset-1974")} == {"dorset-1974"}
