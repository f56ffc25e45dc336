"""Grades that a text gives again without their words."""

import pytest

from .inspected import COUNCIL, grades_of, record_of

LEAD = "Ofsted has published its reports on children's services."


def held(*paragraphs: str) -> list[tuple[str | None, str]]:
    """Councils with the grades that they have, in order."""
    record = record_of(*paragraphs, lead=LEAD)
    council = {one.id: one.council for one in record.inspections}
    return [(council[j.inspection], j.grade) for j in record.judgements]


@pytest.mark.parametrize(
    ("paragraph", "grades"),
    [
        (
            "Safeguarding was judged adequate. Services for looked after children were given the same grade.",
            [("Safeguarding", "adequate"), ("Services for looked after children", "adequate")],
        ),
        (
            "Help and protection was inadequate, and care leavers got the same.",
            [("Help and protection", "inadequate"), ("care leavers", "inadequate")],
        ),
        (
            "It puts help and protection at inadequate, along with leadership.",
            [("help and protection", "inadequate"), ("leadership", "inadequate")],
        ),
        (
            "Safeguarding is inadequate and leadership too.",
            [("Safeguarding", "inadequate"), ("leadership", "inadequate")],
        ),
        (
            "Inspectors judged leadership inadequate and thought the same of help and protection.",
            [("leadership", "inadequate"), ("help and protection", "inadequate")],
        ),
        (
            "Safeguarding was judged adequate. An identical grade was given to leadership and to capacity to improve.",
            [("Safeguarding", "adequate"), ("leadership", "adequate"), ("capacity to improve", "adequate")],
        ),
        (
            "Safeguarding was judged inadequate; so was the borough's capacity to improve.",
            [("Safeguarding", "inadequate"), ("capacity to improve", "inadequate")],
        ),
        (
            "Leadership was rated good; so was the experience of care leavers.",
            [("Leadership", "good"), ("experience of care leavers", "good")],
        ),
    ],
)
def test_the_same_grade_is_given_to_other_areas(paragraph: str, grades: list[tuple[str, str]]) -> None:
    assert [(area.removeprefix("the "), grade) for area, grade in grades_of(paragraph)] == grades


def test_the_same_word_of_an_earlier_year_is_of_an_earlier_inspection() -> None:
    record = record_of(
        "The council was labelled inadequate in February 2014. The same word had been used of its safeguarding in 2011.",
        published="2014-03-01",
    )
    starts = {one.id: one.start for one in record.inspections}
    assert [(j.area, j.grade, starts[j.inspection]) for j in record.judgements] == [
        ("overall effectiveness", "inadequate", None),
        ("safeguarding", "inadequate", "2011"),
    ]


def test_the_same_grade_is_the_one_of_now_and_not_the_one_it_was_before() -> None:
    record = record_of(
        "The council was judged good after a visit in May. In 2018 it had been rated inadequate.",
        "The same grade went to leadership.",
        published="2022-06-30",
    )
    starts = {one.id: one.start for one in record.inspections}
    assert ("leadership", "good", "2022-05") in [(j.area, j.grade, starts[j.inspection]) for j in record.judgements]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Kent and Surrey were both found good. So was Essex.",
        "Kent and Surrey were both found good, as was Essex before them.",
        "Kent and Surrey were rated good. Essex was given the same grade.",
    ],
)
def test_others_that_have_it_too(paragraph: str) -> None:
    names = ["Kent County Council", "Surrey County Council", "Essex County Council"]
    assert held(paragraph) == [(name, "good") for name in names]


def test_councils_that_join_the_group_of_a_count() -> None:
    found = held(
        "Nine authorities are inadequate, while ten are outstanding.",
        "Not all of those in the bottom group are a surprise. Kent is joined by Surrey and Essex.",
    )
    assert found == [(f"{name} County Council", "inadequate") for name in ("Kent", "Surrey", "Essex")]


def test_areas_that_a_line_with_a_colon_lists() -> None:
    grades = grades_of(
        f"{COUNCIL} was rated 'inadequate' for each of the three things that it was tested on.",
        "The areas were:",
        "• Leadership",
        "• Help and protection",
        "• Overall effectiveness",
    )
    assert ("Leadership", "inadequate") in grades
    assert ("Help and protection", "inadequate") in grades


def test_a_rank_has_the_label_that_the_text_gives_it() -> None:
    grades = grades_of(f"{COUNCIL} has been given the lowest mark that there is.", "Its services are inadequate.")
    assert grades == [("overall", "inadequate")]
