"""Numbered paragraphs."""

from councilgraph.extract.reports.paragraphs import read_paragraphs

from ..northmere import reading


def paragraphs(*rows: str, headings: set[int] | None = None, others: set[int] | None = None) -> list[tuple[int, str]]:
    lines = reading(*rows)
    found = read_paragraphs(lines, 0, len(lines.lines), headings or set(), others or set())
    return [(paragraph.number, lines.words(paragraph.start, paragraph.end)) for paragraph in found]


def test_numbers_go_on_and_wrap_lines_belong_to_their_paragraph() -> None:
    assert paragraphs("1. Parents ring", "twice.", "2. Children are seen.", "3) Plans help.") == [
        (1, "Parents ring twice."),
        (2, "Children are seen."),
        (3, "Plans help."),
    ]


def test_numbers_may_begin_anew_under_a_heading() -> None:
    rows = ("Help", "1. Parents ring.", "2. Children are seen.", "Care", "1. Carers help.")
    assert [number for number, _ in paragraphs(*rows, headings={0, 3})] == [1, 2, 1]


def test_a_number_within_a_sentence_is_no_paragraph() -> None:
    assert paragraphs("1. Advisers stay until the age of", "2. 5 is the size of a team.", "2. They write.") == [
        (1, "Advisers stay until the age of 2. 5 is the size of a team."),
        (2, "They write."),
    ]
    assert paragraphs("1. Advisers stay until the age of", "25. Some stay longer.", "2. They write.") == [
        (1, "Advisers stay until the age of 25. Some stay longer."),
        (2, "They write."),
    ]


def test_a_decimal_is_no_number() -> None:
    assert paragraphs("1. The average is", "2.5 visits.", "2. Good.") == [
        (1, "The average is 2.5 visits."),
        (2, "Good."),
    ]


def test_a_number_may_be_missing() -> None:
    assert [number for number, _ in paragraphs("1. One.", "2. Two.", "4. Four.", "5. Five.")] == [1, 2, 4, 5]
    assert [number for number, _ in paragraphs("1. One.", "2. Two.", "40. Forty.")] == [1, 2]


def test_headings_and_lists_end_a_paragraph_and_are_none() -> None:
    rows = ("1. One.", "Care leavers", "2. Two.", "What needs to improve", "3. No paragraph.")
    assert paragraphs(*rows, headings={1}, others={3, 4}) == [(1, "One."), (2, "Two.")]


def test_an_unknown_heading_belongs_to_no_paragraph() -> None:
    assert paragraphs("1. One.", "The care of babies", "2. Two.") == [(1, "One."), (2, "Two.")]


def test_there_may_be_none() -> None:
    assert paragraphs("Prose alone.", "9. Far from the first.") == []
    assert paragraphs("1.") == []
    assert paragraphs() == []
