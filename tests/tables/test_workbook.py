"""Workbooks as Excel saves them, and as nobody should."""

import datetime
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from councilgraph.errors import InputError
from councilgraph.tables.grid import Grid
from councilgraph.tables.workbook import is_workbook, read_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def content(fill: Callable[[openpyxl.Workbook], None] = lambda book: None) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Source", "Page"])
    fill(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def grids(data: bytes) -> list[Grid]:
    assert is_workbook(data)
    return read_workbook(data, "a.xlsx", "a.xlsx", "")


def changed(part: str, edit: Callable[[bytes], bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(content())) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, edit(before.read(name)) if name.endswith(part) else before.read(name))
    return out.getvalue()


def test_values_keep_their_types() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["  two\nwords ", 7, 0.64, datetime.date(2024, 1, 31), True, "007"])
        book.active["C2"].number_format = "0%"

    (grid,) = grids(content(fill))
    row, cells = grid.rows[1]
    assert row == 2
    assert [cell.text for cell in cells.values()] == ["two words", "7", "0.64", "2024-01-31", "True", "007"]
    assert [cell.percent for cell in cells.values()] == [False, False, True, False, False, False]


def test_formulas_count_by_their_last_result_and_are_said_without_one() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["=1+1", "#N/A"])

    (grid,) = grids(content(fill))
    formula, broken = grid.rows[1][1].values()
    assert "without a result" in formula.error
    assert "shows #N/A" in broken.error
    calculated = changed("sheet1.xml", lambda xml: xml.replace(b"</row>", b'<c r="C1"><f>1+1</f><v>2</v></c></row>', 1))
    (grid,) = grids(calculated)
    assert grid.rows[0][1][2].value == 2


def test_merged_cells_say_the_same_for_each_row_that_has_more() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        for row in (["A", 1], [None, 2], [None, None]):
            book.active.append(row)
        book.active.merge_cells("A2:A4")
        book.active.row_dimensions[3].hidden = True

    (grid,) = grids(content(fill))
    assert [(row, cells[0].value) for row, cells in grid.rows] == [(1, "Source"), (2, "A"), (3, "A")]
    assert grid.notes == [(3, "hidden"), (2, "merged A2:A4")]


def test_rows_that_are_only_coloured_are_none() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.cell(900_000, 1).font = openpyxl.styles.Font(bold=True)

    assert [row for row, _ in grids(content(fill))[0].rows] == [1]


def test_places_are_cited_as_people_find_them() -> None:
    grid = Grid("a.xlsx", "a.xlsx", "", "People and posts")
    assert str(grid.place(14, 2)) == "'People and posts'!C14"
    assert str(grid.place(14)) == "'People and posts', row 14"
    assert str(grid.place()) == "People and posts"
    assert str(Grid("a.xlsx", "a.xlsx", "", "Judgements").place(3, 27)) == "Judgements!AB3"
    assert str(Grid("a.xlsx", "a.xlsx", "", "It's").place(3, 0)) == "'It''s'!A3"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLE, "old kind, .xls"),
        (content()[:2000], "damaged"),
        (changed("sheet1.xml", lambda xml: xml[:200]), "damaged"),
        (changed("sheet1.xml", lambda xml: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + xml), "XML entities"),
        (changed("sheet1.xml", lambda xml: ("<!DOCTYPE x>" + xml.decode()).encode("utf-16")), "XML entities"),
        (changed("sheet1.xml", lambda xml: xml + b" " * (101 << 20)), "unpacks to more than 100 MB"),
        (changed("sheet1.xml", lambda xml: xml + b" " * (49 << 20)), "unpack to more than 48 MB"),
    ],
    ids=["encrypted", "old", "cut", "cut within", "entities", "entities in UTF-16", "bomb", "smaller bomb"],
)
def test_what_cannot_or_must_not_be_read_is_one_clear_error(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        grids(data)


@pytest.mark.parametrize(("name", "said"), [("content.xml", "OpenDocument"), ("word/document.xml", "zip archive")])
def test_another_archive_is_said_to_be_one(name: str, said: str) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(name, "<x/>")
    with pytest.raises(InputError, match=said):
        grids(out.getvalue())


def test_macros_are_not_looked_at(tmp_path: Path) -> None:
    out = BytesIO()
    with ZipFile(BytesIO(content())) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
        after.writestr("xl/vbaProject.bin", b"\0not a project")
    assert len(grids(out.getvalue())[0].rows) == 1


def test_a_sheet_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("councilgraph.tables.workbook.MOST_ROWS", 3)

    def fill(book: openpyxl.Workbook) -> None:
        for number in range(4):
            book.active.append(["A", number])

    with pytest.raises(InputError, match="more than 3 rows"):
        grids(content(fill))
