"""The block that names the inspection team."""

import pytest

from councilgraph.extract.reports.team import read_team
from councilgraph.model import Inspection

from ..northmere import assert_span, reading


def team(*rows: str) -> list[tuple[str, str]]:
    found = reading(*rows)
    people = read_team(found, Inspection("i1"))
    for span in (span for person in people for span in person.evidence):
        assert_span(span, found.text)
    return [(person.name, str(person.role)) for person in people]


def test_a_line_for_each_role_with_names_parted_in_many_ways() -> None:
    assert team(
        "The inspection team",
        "Lead inspector: Perpetua Quillfeather",
        "Deputy lead inspectors: Basil Thornquist and Odile Marchbanks HMI",
        "Team inspectors: Fergus Tallowmere, Hester Vane-Loxley, Ines d’Orly and Otto van",
        "der Mole",
        "Shadow inspector Tobias Wrenfield",
        "Supernumerary inspector: Maud Ashgrove",
        "Senior data analyst: Wilf Oakenshaw",
        "Quality assurance manager: Petra St. Aldwyn",
    ) == [
        ("Perpetua Quillfeather", "Lead inspector"),
        ("Basil Thornquist", "Deputy lead inspector"),
        ("Odile Marchbanks", "Deputy lead inspector"),
        ("Fergus Tallowmere", "Team inspector"),
        ("Hester Vane-Loxley", "Team inspector"),
        ("Ines d’Orly", "Team inspector"),
        ("Otto van der Mole", "Team inspector"),
        ("Tobias Wrenfield", "Shadow inspector"),
        ("Maud Ashgrove", "Supernumerary inspector"),
        ("Wilf Oakenshaw", "Senior data analyst"),
        ("Petra St. Aldwyn", "Quality assurance manager"),
    ]


def test_one_inspection_led_by_two() -> None:
    found = reading("Inspection team", "Lead inspectors: Perpetua Quillfeather and Basil Thornquist")
    inspection = Inspection("i1")
    read_team(found, inspection)
    assert inspection.lead_inspectors == ["Perpetua Quillfeather", "Basil Thornquist"]
    assert [span.quote for span in inspection.evidence] == inspection.lead_inspectors
    assert {span.supports for span in inspection.evidence} == {"lead_inspectors"}


@pytest.mark.parametrize(
    "rows",
    [
        ("The inspection team was large.", "Lead inspector: Perpetua Quillfeather"),
        ("Lead inspector: Perpetua Quillfeather",),
        ("The inspection team", "Lead inspectors met every family."),
        ("The inspection team", "The Office for Standards in Education", "Lead inspector: Perpetua Quillfeather"),
    ],
)
def test_what_is_no_team(rows: tuple[str, ...]) -> None:
    assert team(*rows) == []


def test_a_team_may_stand_on_the_page_after_its_heading() -> None:
    assert team("The inspection team", "\fLead inspector: Perpetua Quillfeather") == [
        ("Perpetua Quillfeather", "Lead inspector")
    ]


def test_two_teams_that_name_a_person_twice_are_told_once_a_role() -> None:
    rows = ("The inspection team", "Lead inspector: Perpetua Quillfeather", "Team inspector: Basil Thornquist")
    assert team(*rows, "\fIntermission", *rows, "Shadow inspector: Basil Thornquist") == [
        ("Perpetua Quillfeather", "Lead inspector"),
        ("Basil Thornquist", "Team inspector"),
        ("Basil Thornquist", "Shadow inspector"),
    ]
