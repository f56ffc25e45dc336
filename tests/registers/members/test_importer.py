"""The register made from lists of results."""

import random
from pathlib import Path

import pytest

from councilgraph.errors import UsageError
from councilgraph.registers import councils
from councilgraph.registers.members import Membership
from councilgraph.registers.members.importer import ImportedMembers, import_members

from .lists import CENTRAL, COUNCILS, NEW_CENTRAL, NORTH, SCOTTISH, VALE, Row, write

GENERAL: dict[int, list[Row]] = {
    55: [
        (CENTRAL, "Michael", "Quill", "Lab"),
        (NORTH, "Ada", "Fernsby", "Con"),
        (VALE, "Jo", "Marsh", "Spk"),
        (SCOTTISH, "Bo", "Quill", "SNP"),
    ],
    56: [(CENTRAL, "Mike", "Quill", "Lab"), (NORTH, "Ada", "Fernsby", "UKIP"), (VALE, "Ada", "Marsh", "Ind")],
    59: [(NEW_CENTRAL, "Mike", "Quill", "Lab")],
}
BY_ELECTIONS = {55: [("09/10/2014", "08/09/2014", (NORTH, "Ada", "Fernsby", "UKIP"))]}


def made(folder: Path, general: dict[int, list[Row]] = GENERAL) -> ImportedMembers:
    held = {number: rows for number, rows in BY_ELECTIONS.items() if number in general}
    return import_members([write(folder, general, held)], COUNCILS)


def of(register: ImportedMembers, name: str) -> list[Membership]:
    return [membership for membership in register.memberships if membership.name == name]


def test_a_member_has_a_tenure_for_each_parliament_and_none_between(tmp_path: Path) -> None:
    found = of(made(tmp_path), "Mike Quill")
    assert [(m.parliament, m.start, m.earliest_end, m.latest_end) for m in found] == [
        (55, "2010-05-06", "2015-03-30", "2015-03-30"),
        (56, "2015-05-07", "2017-05-03", "2017-05-03"),
        (59, "2024-07-04", None, None),
    ]
    assert {m.person for m in found} == {"michael-quill-parliament-northmere-central"}
    assert {m.aliases for m in found} == {("Michael Quill",)}
    assert [m.constituency for m in found] == ["northmere-central-2010"] * 2 + ["northmere-central-2024"]
    assert found[0].label == "Mike Quill, MP for Northmere Central, elected 2010-05-06"


def test_before_a_by_election_the_end_is_known_by_bounds_alone(tmp_path: Path) -> None:
    first, second, third = of(made(tmp_path), "Ada Fernsby")
    assert (first.earliest_end, first.latest_end) == ("2010-05-06", "2014-09-08")
    assert (second.start, second.latest_end, second.parliament) == ("2014-10-09", "2015-03-30", 55)
    assert [m.party for m in (first, second, third)] == [
        "Conservative and Unionist Party",
        "UK Independence Party",
        "UK Independence Party",
    ]


def test_who_stood_for_no_party_is_told_what_they_stood_as(tmp_path: Path) -> None:
    register = made(tmp_path)
    assert [(m.party, m.stood_as) for name in ("Jo Marsh", "Ada Marsh") for m in of(register, name)] == [
        (None, "Speaker"),
        (None, "Independent"),
    ]


def test_only_english_seats_that_were_used_are_in_it(tmp_path: Path) -> None:
    register = made(tmp_path)
    assert [seat.key for seat in register.seats] == [
        "eastvale-2010",
        "northmere-central-2010",
        "northmere-central-2024",
        "northmere-north-and-mere-2010",
    ]
    assert not of(register, "Bo Quill")
    assert [p.number for p in register.parliaments] == [55, 56, 59]
    assert {(o.constituency, o.council) for o in register.overlaps} >= {
        ("eastvale-2010", "oldvale"),
        ("northmere-central-2024", "eastvale"),
    }
    assert register.odd == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ((CENTRAL, "Bo", "Quill", "Moon"), "unknown party 'Moon'"),
        ((CENTRAL, "", "", "Lab"), "has no name"),
        (("E14000001", "Bo", "Quill", "Lab"), "E14000001 on 2010-05-06 has no English seat"),
        (("E15", "Bo", "Quill", "Lab"), "E15 on 2010-05-06 has no English seat"),
    ],
)
def test_a_row_that_cannot_be_used_is_said_and_left_out(tmp_path: Path, row: Row, words: str) -> None:
    register = made(tmp_path, {55: [row, (VALE, "Jo", "Marsh", "Lab")]})
    assert len(register.odd) == 1 and words in register.odd[0]
    assert {m.name for m in register.memberships} == {"Jo Marsh", "Ada Fernsby"}


def test_a_seat_elected_twice_on_a_day_by_one_name_is_said(tmp_path: Path) -> None:
    register = made(tmp_path, {56: [(CENTRAL, "Bo", "Quill", "Lab"), (CENTRAL, "Bo", "Quill", "Lab")]})
    assert [line for line in register.odd if "twice" in line]


def test_the_order_of_a_list_does_not_matter(tmp_path: Path) -> None:
    first = made(tmp_path / "a")
    shuffled = {number: random.Random(7).sample(rows, len(rows)) for number, rows in GENERAL.items()}
    assert made(tmp_path / "b", shuffled) == first


def test_a_missing_list_is_said(tmp_path: Path) -> None:
    folder = write(tmp_path, GENERAL)
    (folder / "local-authorities.csv").unlink()
    with pytest.raises(UsageError, match="no such file"):
        import_members([folder], COUNCILS)


def test_the_published_lists(shared: Path) -> None:
    register = import_members([shared / "registers"], councils())
    assert register.odd == []
    assert len(register.seats) == 533 + 543
    starts = [(m.parliament, m.start) for m in register.memberships]
    for parliament, day, seats in ((55, "2010-05-06", 533), (58, "2019-12-12", 533), (59, "2024-07-04", 543)):
        assert starts.count((parliament, day)) == seats
    assert {m.party or m.stood_as for m in of(register, "Jeremy Corbyn")} == {"Labour Party", "Independent"}
    assert len({m.person for m in of(register, "Mike Wood")}) == 2
    assert {m.name for m in register.memberships if m.seat == "Dover" and m.parliament < 59} == {
        "Charlie Elphicke",
        "Natalie Elphicke",
    }
