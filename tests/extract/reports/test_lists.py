"""Lists of points."""

import pytest

from councilgraph.extract.reports.lists import list_headings, read_list
from councilgraph.extract.words import load

from ..northmere import POINTS, TITLE, flat, reading

TITLES = load("ilacs")["lists"]
BULLETED = "\n".join(f"◼ {point}" for point in POINTS)


def lists(text: str) -> list[tuple[str, list[str]]]:
    """The lists of a text: the type and the points of each."""
    lines = reading(*text.split("\n"))
    found = list_headings(lines, TITLES)
    stops = [*(heading for heading, _, _ in found), len(lines.lines)][1:]
    read = [
        read_list(lines, heading, first, kind, stop) for (heading, first, kind), stop in zip(found, stops, strict=True)
    ]
    return [(points.type, [lines.words(*point) for point in points.points]) for points in read]


@pytest.mark.parametrize(
    "heading",
    [
        "What needs to improve",
        "What needs to improve?",
        "What needs to improve:",
        "What needs to improve1",
        "What needs to improve?1",
        "What needs to improve 1",
        "What needs to improve\n1",
        "what needs to improve",
        "What Needs To Improve",
        "What nee ds to improve",
        "What needs\nto improve",
        "What needs to improve in Northmere?",
        "What does the local authority need to improve?",
        "Areas for improvement",
    ],
)
def test_a_heading_in_any_form(heading: str) -> None:
    assert lists(f"{heading}\n{BULLETED}") == [("area-for-improvement", flat(POINTS))]


@pytest.mark.parametrize(
    "text",
    [
        f"Leaders know what needs to improve\n{BULLETED}",
        f"What needs to improve in 2024.5\n{BULLETED}",
        "What needs to improve is known. Leaders wrote it down.",
        "What needs to improve and why\nLeaders wrote it down.",
        f"What inspectors saw\n{BULLETED}",
        "",
    ],
)
def test_other_words_are_no_heading(text: str) -> None:
    assert lists(text) == []


@pytest.mark.parametrize("mark", ["◼", "■", "\uf06e", "•", "-", "o", "\ue123"])
@pytest.mark.parametrize("gap", [" ", "", "\n"])
def test_any_mark_begins_a_point(mark: str, gap: str) -> None:
    if mark == "o" and not gap:
        return  # the letter of a word
    text = "What needs to improve\n" + "\n".join(f"{mark}{gap}{point}" for point in POINTS)
    assert lists(text) == [("area-for-improvement", flat(POINTS))]


def test_marks_that_look_alike_are_one_mark() -> None:
    text = "What needs to improve\n" + "\n".join(
        f"{mark} {point}" for mark, point in zip("◼\uf06e■", POINTS, strict=True)
    )
    assert lists(text) == [("area-for-improvement", flat(POINTS))]


@pytest.mark.parametrize("mark", ["−", "–", "o", "•", "*"])
def test_sub_points_belong_to_their_point(mark: str) -> None:
    text = f"What needs to improve\n◼ Help, which comes too late:\n{mark} by day\n{mark} by night.\n◼ Plans."
    assert lists(text) == [
        ("area-for-improvement", [f"Help, which comes too late: {mark} by day {mark} by night.", "Plans."])
    ]


def test_an_introduction_is_no_point() -> None:
    assert lists(f"What needs to improve\nLeaders should look to:\n{BULLETED}") == [
        ("area-for-improvement", flat(POINTS))
    ]


def test_numbers_may_stand_in_place_of_marks() -> None:
    text = "What needs to improve\n" + "\n".join(f"{number}) {point}" for number, point in enumerate(POINTS, 1))
    assert lists(text) == [("area-for-improvement", flat(POINTS))]


def test_prose_is_one_point() -> None:
    prose = "Families should be seen sooner.\nPlans should be\nwritten in plain words."
    assert lists(f"What needs to improve\n{prose}\n1. Parents ring twice.") == [("area-for-improvement", flat([prose]))]


def test_a_list_ends_at_the_first_paragraph_and_the_heading_above_it() -> None:
    text = f"What needs to improve\n{BULLETED}\nWhat inspectors saw in Northmere\n1. Parents ring twice.\n◼ A mark in the text."
    assert lists(text) == [("area-for-improvement", flat(POINTS))]


def test_an_empty_bullet_is_no_point() -> None:
    assert lists("What needs to improve\n◼\n◼ Plans.\n◼") == [("area-for-improvement", ["Plans."])]


def test_nothing_under_a_heading_is_an_empty_list() -> None:
    assert lists("What needs to improve") == [("area-for-improvement", [])]


def test_priority_action_is_a_list_of_its_own() -> None:
    text = f"Areas for priority action\n◼ The safety of babies.\nWhat needs to improve\n{BULLETED}"
    assert lists(text) == [("priority-action", ["The safety of babies."]), ("area-for-improvement", flat(POINTS))]


def test_a_point_may_run_over_a_page_break_with_furniture() -> None:
    text = f"{TITLE}\n2 to 13 December 2024\nWhat needs to improve\n◼ How soon families\nare\f{TITLE}\n2 to 13 December 2024 2\nseen.\n◼ Plans."
    assert lists(text) == [("area-for-improvement", ["How soon families are seen.", "Plans."])]
