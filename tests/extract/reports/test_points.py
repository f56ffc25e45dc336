"""Findings of reports whose paragraphs are numbered through."""

import pytest

from ..eastvale import BODY, POINTS, points_of, report
from ..northmere import codes, flat, record


@pytest.mark.parametrize(
    "nothing",
    [
        "There are no areas for priority action.",
        "Inspectors found no actions that were urgent.",
        "None of the areas needs improvement.",
    ],
)
def test_a_paragraph_that_says_that_there_is_nothing_is_no_point(nothing: str) -> None:
    found = record(report(points=(nothing, *POINTS)))
    assert points_of(found) == flat(POINTS)


def test_a_point_that_says_no_at_length_is_one() -> None:
    long = (
        "Make sure that no child who lives in one of the areas along the river has to wait for longer than a week until "
        "somebody comes to see the child at home and talks to the parents."
    )
    assert points_of(record(report(points=(long,)))) == [long]


def test_bullets_below_a_numbered_heading_are_the_points() -> None:
    point = "Help for families\n◼ Answer the telephone.\n◼ Open the office on\nSaturdays."
    assert points_of(record(report(points=(point, "Buy a boat.")))) == [
        "Answer the telephone.",
        "Open the office on Saturdays.",
        "Buy a boat.",
    ]


def test_bullets_that_a_sentence_leads_on_to_are_part_of_it() -> None:
    point = "Make sure that every family knows:\n◼ whom to ring\n◼ when the office is open."
    assert points_of(record(report(points=(point,)))) == [
        "Make sure that every family knows: ◼ whom to ring ◼ when the office is open."
    ]


def test_bullets_stand_in_place_of_numbers() -> None:
    rows = "\n".join(f"◼ {point}" for point in POINTS)
    text = report(points=()).replace("\fThe experiences", f"\fRecommendations\n{rows}\nThe experiences", 1)
    assert points_of(record(text)) == flat(POINTS)


def test_a_report_without_numbers_has_bullets_for_its_paragraphs() -> None:
    def marked(row: str) -> str:
        head, dot, rest = row.partition(". ")
        return f"◼ {rest}" if dot and head.isdigit() else row

    text = "\n".join(marked(row) for row in report().split("\n"))
    found = record(text)
    assert points_of(found, kind="narrative") == [paragraph for several in BODY.values() for paragraph in several]
    assert points_of(found) == flat(POINTS)


def test_the_service_of_a_paragraph_is_that_of_its_section() -> None:
    found = record(report())
    services = [one.service_area for one in found.findings if one.type == "narrative" and one.inspection == "i1"]
    assert services == [
        "help-and-protection",
        "help-and-protection",
        "children-in-care",
        "adoption",
        "leadership-and-governance",
    ]


def test_a_point_is_about_the_service_that_it_names() -> None:
    found = record(report())
    services = [one.service_area for one in found.findings if one.type == "area-for-improvement"]
    assert services[2] == "care-leavers"


def test_what_is_missing_is_reported() -> None:
    assert codes(record(report(points=(), board_points=()))) == {"section-missing"}
    bare = record(report(body={}, board=""))
    assert "section-missing" in codes(bare)
