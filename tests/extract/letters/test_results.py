"""The grades that a letter itself gives."""

import pytest

from councilgraph.extract.letters.blocks import read_blocks
from councilgraph.extract.letters.results import only_grades, read_results
from councilgraph.extract.letters.rows import read_rows
from councilgraph.extract.prose.passages import straight

from .samples import reading


def results(text: str) -> list[tuple[str, str, int | None]]:
    lines = reading(text)
    found = read_results(read_blocks(read_rows(lines)), straight(lines.text))
    assert all(lines.text[a:b].strip() for one in found for a, b in one.spans)
    return [(one.area, one.grade, one.number) for one in found]


LABEL = "The contribution of services to the outcomes of children and young people"
TWO = [(LABEL, "3", 3), ("Capacity to improve", "2", 2)]


@pytest.mark.parametrize(
    "table",
    [
        "Areas for judgement                                   Grade awarded [1]\n"
        "The contribution of services to the outcomes of\nchildren and young people                                     3\n"
        "Capacity to improve                                           2",
        "The contribution of services to the outcomes of                3\nchildren and young people\nCapacity to improve                2",
        "+----+---+\n| The contribution of services to the outcomes of | 3 |\n| children and young people |  |\n+---+---+\n| Capacity to improve | 2 |\n+---+---+",
        "The contribution of services to the outcomes of children and young people ........ 3\nCapacity to improve ........ 2",
        "APA grade\nThe contribution of services to the outcomes of\nchildren and young people\n3\nCapacity to improve\n2",
        "The contribution of services to the outcomes of children and young people          3\nCapacity to improve          2\n\n"
        "4       A service well above minimum requirements      Outstanding\n3       A service above minimum requirements      Good",
    ],
    ids=["grade on the last line", "grade on the first line", "ruled", "dots", "line by line", "with its scale"],
)
def test_tables_in_all_manners(table: str) -> None:
    assert results(table) == TWO


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Staying safe          Grade 2", ("Staying safe", "Grade 2", 2)),
        ("Staying safe - Grade 2", ("Staying safe", "Grade 2", 2)),
        ("Children's services assessment      Performs poorly (1)", ("Children's services assessment", "Performs poorly (1)", 1)),
        ("This year's rating is: Performs well (3).", ("overall effectiveness", "Performs well (3)", 3)),
        ("Staying safe\n\nOutcomes in this area are good. Visits are made.", ("Staying safe", "good", None)),
        ("Staying safe\n\nThe contribution of services to this aspect is adequate.", ("Staying safe", "adequate", None)),
    ],
)  # fmt: skip
def test_headings_lines_and_words_below_them(text: str, result: tuple[str, str, int | None]) -> None:
    assert results(text) == [result]


@pytest.mark.parametrize(
    "text",
    [
        "The scale\n\n4: outstanding; 3: good; 2: adequate; 1: inadequate",
        "4  Performs excellently  An organisation that significantly exceeds minimum requirements",
        "Help is good. Plans are adequate.",
        "Fostering\n\nThe quality of the three homes is good.",
        "T 0300 123 1",
    ],
)
def test_scales_and_prose_give_none(text: str) -> None:
    assert not results(text)


def test_a_number_in_a_table_and_words_below_it_are_one_grade() -> None:
    text = "Staying safe          2\nBeing healthy          3\n\nStaying safe\n\nOutcomes in this area are adequate."
    assert results(text) == [("Staying safe", "2", 2), ("Being healthy", "3", 3)]


def test_a_sentence_that_only_grades() -> None:
    assert only_grades("Outcomes in this area are good.")
    assert not only_grades("Outcomes in this area are good and children are heard.")
