"""Headings of the body."""

import pytest

from councilgraph.extract.grades import scale
from councilgraph.extract.labels import letters
from councilgraph.extract.reports.areas import areas
from councilgraph.extract.reports.headings import Heading, above_subheading, read_headings
from councilgraph.extract.words import load

from ..northmere import CARE, CARE_AND_LEAVERS, HELP, LEADERS, LEAVERS, RI, reading

BEFORE = "The choir that two carers began now has thirty members."
PARAGRAPH = "1. Parents who ring the advice line are passed between desks."


def headings(*rows: str) -> list[Heading]:
    lines = reading(*rows)
    links = load("ilacs")["headings"]["links"]
    return read_headings(lines, areas("ilacs"), scale("social-care"), links, 0, len(lines.lines))


def around(heading: str) -> list[tuple[str, str | None]]:
    """Label and grade of the headings where one stands between two paragraphs."""
    return [(found.label, found.grade) for found in headings(BEFORE, *heading.split("\n"), PARAGRAPH)]


@pytest.mark.parametrize(
    ("heading", "label", "grade"),
    [
        (f"{HELP}: inadequate", HELP, "inadequate"),
        (f"{HELP}: Requires improvement to be good", HELP, RI),
        (f"{HELP} – good", HELP, "good"),
        (f"{HELP} is inadequate", HELP, "inadequate"),
        (f"{HELP} are judged to be outstanding", HELP, "outstanding"),
        (f"{HELP}", HELP, None),
        (f"{HELP}:", HELP, None),
        (f"{HELP}1: good", HELP, "good"),
        (f"{HELP.lower()}: good", HELP.lower(), "good"),
        (
            "The experiences and progress of children who need help\nand protection: requires improvement to\nbe good",
            HELP,
            RI.lower(),
        ),
        (
            "The experiences and progress of chil dren who need help and protection: go od",
            HELP.replace("children", "chil dren"),
            "go od",
        ),
        (f"{CARE_AND_LEAVERS}: good", CARE_AND_LEAVERS, "good"),
        (f"{CARE}: good", CARE, "good"),
    ],
)
def test_a_heading_gives_label_and_grade_as_printed(heading: str, label: str, grade: str | None) -> None:
    ((found, said),) = around(heading)
    assert letters(found) == letters(label)
    assert said == grade


@pytest.mark.parametrize(
    "rows",
    [
        f"{HELP} must be good.",
        f"{HELP} is better than it was, and nobody has been waiting",
        f"{HELP}: satisfactory",
        f"{HELP} (good)",
        f"In Northmere {HELP}: good",
        f"{HELP}: good help is given at once",
        "The experiences of young carers: good",
    ],
)
def test_a_sentence_is_no_heading(rows: str) -> None:
    assert around(rows) == []


def test_words_within_a_paragraph_are_no_heading() -> None:
    assert headings("1. Leaders know that they must improve", LEAVERS, "and have begun to do so.") == []
    assert headings("1. Leaders have known for long that they must improve", f"{LEAVERS}.", "2. They have begun.") == []


def test_a_paragraph_that_begins_with_a_grade_does_not_grade_its_heading() -> None:
    assert around(f"{HELP}\n1. Good help is given at once.\n2. Outstanding workers give it.") == [(HELP, None)]


def test_rows_of_a_table_are_no_headings() -> None:
    """A grade on a line of its own below a label may belong to the label that follows."""
    assert headings("Good", LEADERS, "Inadequate", HELP, "Outstanding", CARE) == []


def test_a_heading_may_stand_over_a_page_break() -> None:
    text = f"{BEFORE}\nThe experiences and progress of children who need\fhelp and protection: good\n{PARAGRAPH}"
    (found,) = headings(*text.split("\n"))
    assert (letters(found.label), found.key) == (letters(HELP), "good")


def test_only_headings_between_the_lines_asked_for_are_read() -> None:
    lines = reading(f"{HELP}: good", PARAGRAPH, f"{CARE}: good", "2. Carers help.", f"{LEAVERS}: good", "3. Grades.")
    found = read_headings(lines, areas("ilacs"), scale("social-care"), (), 1, 4)
    assert [heading.area.key for heading in found] == ["children-in-care"]


def test_headings_come_in_the_order_of_the_text() -> None:
    found = headings(BEFORE, f"{HELP}: good", PARAGRAPH, f"{LEAVERS}: inadequate", "2. They are told little.")
    assert [(heading.area.key, heading.first, heading.last) for heading in found] == [
        ("help-and-protection", 1, 2),
        ("care-leavers", 3, 4),
    ]


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        (("A sentence.", "Heading of the next"), 1),
        (("A sentence.", "The progress of children who need help and", "protection: inadequate"), 1),
        (("A sentence that", "Goes on without a stop"), 2),
        (("A sentence.", "And another."), 2),
        (("A sentence.", "and words that go on"), 2),
        (("A sentence.", "Words " * 40), 2),
        (("Heading alone",), 1),
    ],
)
def test_short_lines_after_the_last_sentence_are_the_heading_of_what_comes_next(
    rows: tuple[str, ...], end: int
) -> None:
    assert above_subheading(reading(*rows).lines, 0, len(rows)) == end
