"""CSV as spreadsheets save it."""

import pytest

from councilgraph.errors import InputError
from councilgraph.tables.separated import read_separated

TITLES = frozenset({"source", "page", "words"})
ROWS = [["Source", "Page", "Words"], ["Café", "1", "“one”, two"], ["B", "2", 'say "x"']]


def written(separator: str) -> str:
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in ROWS]
    return "".join(separator.join(row) + "\r\n" for row in quoted)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separators_and_encodings_are_understood(separator: str, encoding: str) -> None:
    grid = read_separated(written(separator).encode(encoding), "a.csv", "a.csv", "", TITLES)
    assert [[cell.value for cell in cells.values()] for _, cells in grid.rows] == ROWS


def test_rows_are_numbered_by_the_line_on_which_they_begin() -> None:
    text = 'sep=;\nSource;Page;Words\n\n;;\nA;1;"two\nlines"\nB;2;x\n'
    grid = read_separated(text.encode(), "a.csv", "a.csv", "", TITLES)
    assert [row for row, _ in grid.rows] == [2, 5, 7]
    assert str(grid.place(7, 1, "Page")) == "a.csv:7, column “Page”"


def test_the_line_of_a_quotation_mark_that_is_not_closed_is_said() -> None:
    with pytest.raises(InputError, match="quotation mark") as caught:
        read_separated(b'Source,Page,Words\nA,1,x\nB,2,"y\n', "a.csv", "a.csv", "", TITLES)
    assert caught.value.where == "a.csv:3"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n\x00\x01\xff\xfe", b"a\x00b,c\n"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="no CSV file"):
        read_separated(content, "a.csv", "a.csv", "", TITLES)


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#name?", "#DIV/0!"])
def test_what_a_formula_came_to_is_no_word(value: str) -> None:
    grid = read_separated(f"Source,Page,Words\nA,1,{value}\n".encode(), "a.csv", "a.csv", "", TITLES)
    cell = grid.rows[1][1][2]
    assert cell.value is None and f"shows {value}, which is no value" in cell.error
