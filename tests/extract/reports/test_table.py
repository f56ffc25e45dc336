"""The table of grades."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.grades import scale
from councilgraph.extract.reports.areas import areas
from councilgraph.extract.reports.table import Table, read_table
from councilgraph.extract.words import load

from ..northmere import (
    CARE,
    CARE_AND_LEAVERS,
    GRADES,
    HEADER,
    HELP,
    LEADERS,
    LEAVERS,
    OVERALL,
    RI,
    SUMMARY,
    TABLE,
    reading,
)

PRINTED = ["Good", "Outstanding", "Inadequate", "Requires improvement", RI]
LABELS = {
    "leaders": LEADERS,
    "help-and-protection": HELP,
    "children-in-care": CARE,
    "care-leavers": LEAVERS,
    "children-in-care-and-care-leavers": CARE_AND_LEAVERS,
    "overall": OVERALL,
}
FOUR, FIVE = (LEADERS, HELP, CARE_AND_LEAVERS, OVERALL), (LEADERS, HELP, CARE, LEAVERS, OVERALL)


def table(text: str) -> Table | None:
    return read_table(
        reading(*text.split("\n")), areas("ilacs"), scale("social-care"), load("ilacs")["headings"]["table"]
    )


def surely(text: str) -> dict[str, str | None]:
    """The grades that the table gives beyond doubt, by the usual labels of their areas."""
    found = table(text)
    return {LABELS[row.area.key]: row.grade for row in found.rows if found.is_sure(row) and row.key} if found else {}


@pytest.mark.parametrize(
    "rows",
    [
        TABLE,
        # one line a row
        "\n".join(f"{label} {grade}" for label, grade in GRADES.items()),
        # cells that run together
        "\n".join(f"{label}{grade}" for label, grade in GRADES.items()),
        # every grade above its label
        "\n".join(f"{grade}\n{label}" for label, grade in GRADES.items()),
        # grades between the lines of their labels, one parted by its label
        "The impact of leaders on social work practice with\nGood\nchildren and families\nThe experiences and progress of children\nInadequate\nwho need help and protection\nThe experiences and progress of\nOutstanding\nchildren in care\nRequires improvement\nThe experiences and progress of care leavers\nto be good\nOverall effectiveness\nInadequate",
        # labels on six lines
        "The impact\nof leaders on\nsocial work\npractice with\nchildren and\nfamilies Good\nThe\nexperiences\nand progress of\nchildren who\nneed help and\nprotection\nInadequate\nThe experiences\nand progress\nof children\nin care\nOutstanding\nThe experiences\nand progress of\ncare leavers\nRequires\nimprovement\nto be good\nOverall\neffectiveness\nInadequate",
        # numbers of footnotes
        TABLE.replace("families\n", "families1\n").replace("Outstanding", "Outstanding2"),
        # a page break with its number and the header again
        TABLE.replace(CARE, f"\f2\n{HEADER}\n{CARE}"),
        # a row over a page break
        TABLE.replace("who need", "\f2\nwho need"),
    ],
)
def test_a_grade_is_tied_to_its_label_by_position(rows: str) -> None:
    assert surely(f"{HEADER}\n{rows}\n{SUMMARY}") == GRADES


def test_rows_may_come_in_any_order() -> None:
    rows = [f"{label}\n{grade}" for label, grade in GRADES.items()]
    assert surely("\n".join([HEADER, *rows[2:], *rows[:2], SUMMARY])) == GRADES


@pytest.mark.parametrize("header", ["Judgement Grade", "Judgement\nGrade", "judge ment grade", "Judgements Grade1"])
def test_a_header_in_any_form(header: str) -> None:
    found = table(f"Northmere\n{header}\n{TABLE}\n{SUMMARY}")
    assert found
    assert found.whole
    assert found.first == 1


def test_small_letters_and_gaps_do_not_matter() -> None:
    found = table(f"{HEADER}\n{TABLE.lower().replace('care leavers', 'care lea vers')}\n{SUMMARY}")
    assert found
    assert found.whole
    assert [row.key for row in found.rows] == [
        "good",
        "inadequate",
        "outstanding",
        "requires-improvement",
        "inadequate",
    ]


def test_the_table_ends_where_the_text_begins() -> None:
    found = table(f"Northmere\n{HEADER}\n{TABLE}\n{SUMMARY}")
    assert found
    assert (found.first, found.last) == (1, 11)


def test_a_table_without_a_header_is_whole_if_it_has_every_area() -> None:
    assert surely(f"Northmere\n{TABLE}\n{SUMMARY}") == GRADES
    assert surely(f"Northmere\n{TABLE.removeprefix(LEADERS)}\n{SUMMARY}") == {OVERALL: "Inadequate"}


def test_there_may_be_no_table() -> None:
    assert table(f"Northmere\n{HEADER}\n{SUMMARY}") is None
    assert table("") is None


def test_a_row_that_comes_twice_shifts_nothing() -> None:
    found = table(f"{HEADER}\n{TABLE.replace(HELP, f'{HELP}{chr(10)}Inadequate{chr(10)}{HELP}')}\n{SUMMARY}")
    assert found
    assert found.whole
    assert [(row.label, row.grade) for row in found.rows] == [
        *list(GRADES.items())[:2],
        *list(GRADES.items())[1:],
    ]


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        (TABLE.replace(f"{CARE}\n", "The experiences of young carers\n"), ["The experiences of young carers", RI]),
        (TABLE.replace("Good", "Satisfactory"), ["Satisfactory"]),
        (TABLE.replace("families", "famillies"), [LEADERS.replace("families", "famillies"), RI]),
        (
            f"{LEADERS}\n{HELP}\n{CARE}\n{LEAVERS}\n{OVERALL}\nGood\nInadequate\nOutstanding\n{RI}\nInadequate",
            ["Inadequate"],
        ),
        (
            f"Good\nInadequate\nOutstanding\n{RI}\nInadequate\n{LEADERS}\n{HELP}\n{CARE}\n{LEAVERS}\n{OVERALL}",
            [f"Good Inadequate Outstanding {RI}"],
        ),
    ],
    ids=["unknown label", "unknown grade", "misspelt label", "labels, then grades", "grades, then labels"],
)
def test_where_anything_is_left_over_no_grade_is_given_by_order(rows: str, left: list[str]) -> None:
    found = table(f"{HEADER}\n{rows}\n{SUMMARY}")
    assert found
    assert not found.whole
    assert [stray.words for stray in found.strays] == left
    assert {
        label: grade for label, grade in surely(f"{HEADER}\n{rows}\n{SUMMARY}").items() if GRADES[label] != grade
    } == {}


def test_a_missing_grade_makes_its_neighbours_doubtful() -> None:
    assert surely(f"{HEADER}\n{TABLE.replace(f'{LEADERS}{chr(10)}Good', LEADERS)}\n{SUMMARY}") == {
        OVERALL: "Inadequate"
    }


def test_a_heading_below_is_no_row() -> None:
    found = table(f"{HEADER}\n{TABLE}\n{SUMMARY}\n{HELP}: good\n{LEAVERS}\nGood")
    assert found
    assert found.whole
    assert len(found.rows) == 5


@st.composite
def layouts(draw: st.DrawFn) -> tuple[list[str], dict[str, str]]:
    """Lines of a table whose cells wrap anywhere and whose grades stand anywhere in their rows."""
    areas = draw(st.sampled_from([FOUR, FIVE, FIVE[:-1]]))
    truth, lines = {}, []
    for label in areas:
        grade = truth[label] = draw(st.sampled_from(PRINTED))
        breaks = draw(st.sets(st.integers(1, len(label.split()) - 1), max_size=4))
        wrapped: list[str] = []
        for index, word in enumerate(label.split()):
            if index in breaks or not wrapped:
                wrapped.append(word)
            else:
                wrapped[-1] += f" {word}"
        cell = re.split(r" (?=to be)", grade) if draw(st.booleans()) else [grade]
        at = draw(st.integers(0, len(wrapped)))
        if draw(st.booleans()) and at and len(cell) == 1:
            wrapped[at - 1] += f" {grade}"
        else:
            apart = draw(st.integers(at, len(wrapped)))
            wrapped = [*wrapped[:at], cell[0], *wrapped[at:apart], *cell[1:], *wrapped[apart:]]
        lines += wrapped
    return lines, truth


@given(layouts())
def test_wherever_cells_wrap_and_stand_the_grades_are_right(layout: tuple[list[str], dict[str, str]]) -> None:
    lines, truth = layout
    assert surely("\n".join([HEADER, *lines, SUMMARY])) == truth


@given(layouts(), st.data())
def test_a_line_lost_doubled_or_strange_never_makes_a_wrong_grade(
    layout: tuple[list[str], dict[str, str]], data: st.DataObject
) -> None:
    lines, truth = layout
    index = data.draw(st.integers(0, len(lines) - 1))
    # A cell of which half is lost can say something else; that much no reader can see.
    whole = {*PRINTED, *truth} - {"Requires improvement"}
    damage = data.draw(st.sampled_from(["double", "strange", *(["lose"] if lines[index] in whole else [])]))
    if damage == "lose":
        damaged = lines[:index] + lines[index + 1 :]
    else:
        damaged = [*lines[:index], lines[index] if damage == "double" else "Northmere", *lines[index:]]
    found = surely("\n".join([HEADER, *damaged, SUMMARY]))
    key = scale("social-care").key
    assert {label: grade for label, grade in found.items() if key(truth[label]) != key(grade or "")} == {}
