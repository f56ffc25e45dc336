"""Grades that stand in sentences."""

import pytest

from councilgraph.extract.grades import scale
from councilgraph.extract.reports.overall import GradeSentence, read_grade_sentences

from ..northmere import reading

OPENINGS = ["The overall judgement is that children's services", "The (whole) board"]
LINKS = ["is", "are", "is that they are"]


def said(*rows: str) -> list[GradeSentence]:
    return read_grade_sentences(reading(*rows), 0, len(rows), OPENINGS, LINKS, scale("social-care"))


@pytest.mark.parametrize(
    ("rows", "grade"),
    [
        (["The overall judgement is that children’s services are good"], "good"),
        (["The overall judgement is that children’s", "services are", "inadequate"], "inadequate"),
        (["The board requires improvement"], "requires improvement"),
        (["The whole board is good"], "good"),
        (["The board Good"], "Good"),
        (["The board in Northmere and the Isle of Foxes is outstanding"], "outstanding"),
        (["The board for Northmere requires improvement to be good"], "requires improvement to be good"),
    ],
)
def test_a_grade_behind_an_opening(rows: list[str], grade: str) -> None:
    (found,) = said(*rows)
    assert found.grade == grade


@pytest.mark.parametrize(
    "row",
    [
        "the board is good",
        "A board is good",
        "The board met often and is good",
        "The board in Northmere has good manners",
        "The board is goodness itself",
        "The board in " + "Northmere and " * 14 + "is good",
    ],
)
def test_what_gives_no_grade(row: str) -> None:
    assert said(row) == []


def test_the_offsets_are_those_of_the_sentence() -> None:
    rows = ["1", "The board is good, and so is its tea."]
    (found,) = said(*rows)
    assert "\n".join(rows)[found.start : found.end] == "The board is good"
    assert (found.opening, found.line) == ("The board", reading(*rows).line_at(found.start))
