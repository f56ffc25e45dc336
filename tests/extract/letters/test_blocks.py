"""The body of a letter as blocks."""

import pytest

from councilgraph.extract.letters.blocks import HEADING, PARAGRAPH, POINT, TABLE, read_blocks
from councilgraph.extract.letters.rows import read_rows

from .samples import reading


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text.strip()) for block in read_blocks(read_rows(reading(text)))]


LONG = "Social workers know the children they work with and visit them as often as they should, and they"


@pytest.mark.parametrize(
    "mark", ["•", "-", "–", "*", ">", "◼", "\uf0b7", "ï‚·", "1.", "2)", "(a)", "(iv)", "o", "·", "►"]
)
def test_any_mark_can_begin_a_point(mark: str) -> None:
    assert blocks(f"Strengths\n\n{mark}  The way plans\n   are shared.") == [
        (HEADING, "Strengths"),
        (POINT, "The way plans are shared."),
    ]


@pytest.mark.parametrize(
    "words", ["'No wrong door' is the rule.", "£5m was spent.", "(Most) plans are shared.", "3.5 per cent are late."]
)
def test_what_begins_no_point(words: str) -> None:
    assert blocks(words) == [(PARAGRAPH, words)]


def test_points_that_are_only_set_in() -> None:
    assert blocks(f"{LONG} do.\n\n    the response to contacts\n    supervision of staff\n\n{LONG} do.") == [
        (PARAGRAPH, f"{LONG} do."),
        (POINT, "the response to contacts"),
        (POINT, "supervision of staff"),
        (PARAGRAPH, f"{LONG} do."),
    ]


def test_points_in_the_run_of_a_sentence() -> None:
    assert blocks("Areas for improvement: (a) the speed of help; (b) plans; and (c) the record of both.") == [
        (PARAGRAPH, "Areas for improvement:"),
        (POINT, "the speed of help;"),
        (POINT, "plans; and"),
        (POINT, "the record of both."),
    ]


def test_without_empty_lines_headings_and_paragraphs_are_told_by_the_length_of_lines() -> None:
    text = f"{LONG}\nlike their work. Most stay.\nMain findings\n{LONG}\nhave time.\n• Plans are weak.\nYoung people say so."
    assert blocks(text) == [
        (PARAGRAPH, f"{LONG} like their work. Most stay."),
        (HEADING, "Main findings"),
        (PARAGRAPH, f"{LONG} have time."),
        (POINT, "Plans are weak."),
        (PARAGRAPH, "Young people say so."),
    ]


def test_a_table_is_no_prose() -> None:
    for table in (
        "Being healthy          3\nStaying safe           2",
        "| Being healthy | 3 |\n+----+---+",
        "Being healthy\n3\nStaying safe\n2",
    ):
        assert [kind for kind, _ in blocks(table)] == [TABLE]
    assert blocks("4  Performs excellently  An organisation that exceeds much")[0][0] == TABLE


def test_a_block_goes_on_over_the_end_of_a_page() -> None:
    assert blocks(f"{LONG}\n                                                        1\n\nlike their work.") == [
        (PARAGRAPH, f"{LONG} like their work.")
    ]
