"""The rows of a letter."""

from councilgraph.extract.letters.rows import read_rows

from .samples import reading


def texts(text: str) -> list[str]:
    return [row.text for row in read_rows(reading(text))]


def test_page_numbers_and_running_lines_are_no_rows() -> None:
    text = (
        "Visit to Westmarch children's services\n\nThe first page\n\nA proud office of the county        1\n\nthe second page\n\n"
        "A proud office of the county        2\n\nPage 3 of 4\n\nthe third page\n                                            3\n\n"
        "Visit to Westmarch children's services, May\n\nthe fourth page"
    )
    assert texts(text) == [
        "Visit to Westmarch children's services",
        "The first page",
        "the second page",
        "the third page",
        "the fourth page",
    ]
    assert [row.torn for row in read_rows(reading(text))] == [False, False, True, True, True]


def test_a_number_in_a_table_is_kept() -> None:
    assert texts("Being healthy\n3\nStaying safe\n2") == ["Being healthy", "3", "Staying safe", "2"]


def test_wide_gaps_part_cells_but_not_a_mark_from_its_words() -> None:
    rows = read_rows(reading("Ada Lovell          Bea Quill\n   •      the way children are heard"))
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Ada Lovell", "Bea Quill"],
        ["•      the way children are heard"],
    ]
