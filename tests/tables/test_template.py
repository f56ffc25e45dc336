"""Templates that people fill in."""

from pathlib import Path

import openpyxl
import pytest

from councilgraph.errors import UsageError
from councilgraph.tables import make, read_tables, write_template
from councilgraph.tables.columns import SHEETS
from reports import REGISTER

from .workbooks import GOOD


@pytest.fixture
def book(tmp_path: Path) -> openpyxl.Workbook:
    assert write_template(tmp_path / "new.xlsx", REGISTER) == [tmp_path / "new.xlsx"]
    return openpyxl.load_workbook(tmp_path / "new.xlsx")


def test_a_workbook_has_a_sheet_a_kind_with_the_columns_and_what_belongs_there(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["Read me", *(sheet.title for sheet in SHEETS), "Lists"]
    for sheet in SHEETS:
        heads = list(book[sheet.title][1])
        assert [head.value for head in heads] == [column.title for column in sheet.columns]
        for head, column in zip(heads, sheet.columns, strict=True):
            assert column.help in head.comment.text
            assert head.comment.text.startswith("Has to be filled in.") == column.required
    told = {row[1] for row in book["Read me"].values if row[1]}
    assert {column.title for sheet in SHEETS for column in sheet.columns} <= told
    assert book["Lists"].sheet_state == "hidden"


def offered(book: openpyxl.Workbook, sheet: str, title: str) -> list[str]:
    """The values of the drop-down list of a column."""
    column = next(cell.column_letter for cell in book[sheet][1] if cell.value == title)
    rule = next(r for r in book[sheet].data_validations.dataValidation if str(r.sqref).startswith(f"{column}2:"))
    page, _, cells = rule.formula1.partition("!")
    return [row[0].value for row in book[page][cells.replace("$", "")]]


def test_lists_offer_what_register_and_vocabulary_have(book: openpyxl.Workbook) -> None:
    assert offered(book, "Inspections", "Council") == [
        "Eastvale Metropolitan Borough Council",
        "Northmere County Council",
    ]
    assert "ILACS" in offered(book, "Inspections", "Framework")
    assert {"Good", "Performs poorly"} <= set(offered(book, "Judgements", "Grade"))
    assert "Overall effectiveness" in offered(book, "Judgements", "Area")
    assert "Care leavers" in offered(book, "Findings", "Service area")
    assert offered(book, "Claims", "Comparison") == ["=", ">=", ">", "<=", "<"]
    assert offered(book, "Judgements", "Inspection")[:1] == [None]


def test_what_is_filled_in_is_read(book: openpyxl.Workbook, tmp_path: Path) -> None:
    for sheet, rows in GOOD.items():
        titles = [cell.value for cell in book[sheet][1]]
        for row in rows:
            book[sheet].append([row.get(title) for title in titles])
    book.save(tmp_path / "filled.xlsx")
    tables, mistakes = read_tables(tmp_path / "filled.xlsx")
    made = make(tables, REGISTER, {})
    assert [*mistakes, *made.mistakes] == []
    (record,) = made.records
    assert [len(getattr(record, sheet.part)) for sheet in SHEETS[1:]] == [1, 2, 1, 1, 1, 1, 1]


def test_a_folder_gets_a_csv_file_a_kind_and_a_name_one(tmp_path: Path) -> None:
    files = write_template(tmp_path / "rows", REGISTER)
    assert [file.name for file in files] == [f"{sheet.part}.csv" for sheet in SHEETS]
    assert files[2].read_bytes() == "Inspection,Area,Grade,Number,Source,Page,Words\r\n".encode("utf-8-sig")
    assert write_template(tmp_path / "judgements.csv", REGISTER)[0].read_bytes() == files[2].read_bytes()


@pytest.mark.parametrize(
    ("name", "said"), [("new.docx", "unknown suffix"), ("mine.csv", "no kind of rows"), ("no/new.xlsx", "cannot write")]
)
def test_wrong_names_are_refused(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        write_template(tmp_path / name, REGISTER)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "new.xlsx").write_text("mine")
    (tmp_path / "claims.csv").write_text("mine")
    for name in ("new.xlsx", "claims.csv", "."):
        with pytest.raises(UsageError, match="is there already"):
            write_template(tmp_path / name, REGISTER)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["claims.csv", "new.xlsx"]
