"""Empty tables to fill in: a workbook with drop-down lists, or CSV files of the same columns."""

import csv
import io
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from councilgraph.errors import UsageError
from councilgraph.registers import CouncilRegister
from councilgraph.resolve.vocabulary import vocabulary
from councilgraph.tables.checks import grades_of
from councilgraph.tables.columns import COMPARATORS, SHEETS, Column, Kind, Sheet
from councilgraph.tables.grid import letters
from councilgraph.tables.values import choices

_ROWS = 2_000
"""As far as drop-down lists reach."""
_WIDTHS = {"words": 60, "title": 40, "area": 40, "council": 32, "source": 32, "page": 8, "number": 10}
_ABOUT = (
    "Rows of your own for a graph of English councils’ children’s services",
    "Fill in the sheets that you need, a row a fact. Each row cites the words that prove it: source, page, words.",
    "Columns with a dark head have to be filled in. Point at a head for what belongs there; many cells offer a list.",
    "Inspections have a reference of your own (column Reference), by which the other sheets mean them.",
    "Dates are written day first (31/01/2024); a month (01/2024) or a year (2024) will do where no more is known.",
    "Then: councilgraph validate FILE says what is wrong, cell by cell; councilgraph load FILE takes the rows in.",
)


def write_template(path: Path, register: CouncilRegister) -> list[Path]:
    """Write a workbook, a CSV file of the kind that its name says, or into a folder one of each kind.

    Returns:
        The files that were written.

    Raises:
        UsageError: a file is there already, its name says nothing, or it cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return [_written(path, _workbook(register))]
    if suffix == ".csv":
        sheet = next((sheet for sheet in SHEETS if path.stem.lower() in (sheet.part, sheet.title.lower())), None)
        if sheet is None:
            raise UsageError(
                f"no kind of rows is called {path.stem}",
                hint=f"There are {', '.join(f'{sheet.part}.csv' for sheet in SHEETS)}; or name a folder.",
            )
        return [_written(path, _separated(sheet))]
    if suffix:
        raise UsageError(f"unknown suffix: {path.name}", hint="Known: .xlsx, .csv; or name a folder.")
    files = [path / f"{sheet.part}.csv" for sheet in SHEETS]
    for file in files:
        _must_be_new(file)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make {path}: {error.strerror}") from error
    return [_written(file, _separated(sheet)) for file, sheet in zip(files, SHEETS, strict=True)]


def _must_be_new(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise UsageError(f"{path} is there already", hint="It may hold rows; name another file.")


def _written(path: Path, content: bytes) -> Path:
    _must_be_new(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(content)
        os.replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    return path


def _separated(sheet: Sheet) -> bytes:
    """The head, in the form that Excel recognises as UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerow([column.title for column in sheet.columns])
    return out.getvalue().encode("utf-8-sig")


def _workbook(register: CouncilRegister) -> bytes:
    try:
        from openpyxl import Workbook
    except ImportError:
        raise UsageError(
            "workbooks need openpyxl", hint="Install it: pip install openpyxl; CSV needs nothing."
        ) from None
    book = Workbook()
    lists = _Lists(register)
    _explain(book.active)
    for sheet in SHEETS:
        _fill(book.create_sheet(sheet.title), sheet, lists)
    lists.write(book.create_sheet("Lists"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _explain(page: Any) -> None:
    """The first sheet: what to do, and of each sheet an example of a row, column by column."""
    from openpyxl.styles import Alignment, Font

    page.title = "Read me"
    page["A1"].font = Font(bold=True, size=14)
    for line in _ABOUT:
        page.append([line])
    page.append([])
    page.append(["Sheet", "Column", "Has to be there", "What belongs there", "Example"])
    for cell in page[page.max_row]:
        cell.font = Font(bold=True)
    for sheet in SHEETS:
        page.append([sheet.title, "", "", sheet.about])
        page.cell(page.max_row, 1).font = Font(bold=True)
        for column in sheet.columns:
            page.append(["", column.title, "yes" if column.required else "", column.help])
            example = page.cell(page.max_row, 5)
            example.value, example.data_type = column.example or None, "s" if column.example else "n"
            page.cell(page.max_row, 4).alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCDE", (18, 18, 16, 80, 40), strict=True):
        page.column_dimensions[letter].width = width


def _fill(page: Any, sheet: Sheet, lists: "_Lists") -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    page.append([column.title for column in sheet.columns])
    page.freeze_panes = "A2"
    for index, column in enumerate(sheet.columns):
        head = page.cell(1, index + 1)
        head.font = Font(bold=True, color="FFFFFF" if column.required else "000000")
        head.fill = PatternFill("solid", fgColor="1F4E79" if column.required else "BDD7EE")
        needed = "Has to be filled in. " if column.required else ""
        example = f"\nFor example: {column.example}" if column.example else ""
        head.comment = Comment(f"{needed}{column.help}{example}", "councilgraph", width=320, height=140)
        width = page.column_dimensions[letters(index)]
        width.width = _WIDTHS.get(column.key, 22)
        width.number_format = "dd/mm/yyyy" if column.kind is Kind.date else _format(column)
        width.alignment = Alignment(wrap_text=column.key == "words", vertical="top")
        if rule := lists.rule(column):
            page.add_data_validation(rule)
            rule.add(f"{letters(index)}2:{letters(index)}{_ROWS}")


def _format(column: Column) -> str:
    """Text where Excel would make something else of what is typed, such as a date of 1-2."""
    return "General" if column.kind in (Kind.number, Kind.whole, Kind.page) else "@"


class _Lists:
    """The sheet of values that drop-down lists offer, a column a list."""

    def __init__(self, register: CouncilRegister) -> None:
        words = vocabulary()
        grades = {label: None for framework in choices("framework") for label in grades_of(framework)}
        self._fixed: dict[Kind, tuple[str, Iterable[str]]] = {
            Kind.council: ("Councils", sorted({council.name for council in register})),
            Kind.grade: ("Grades", grades),
            Kind.area: ("Areas", sorted(set(words.area_labels.values()))),
            Kind.yes: ("Yes or no", ("yes", "no")),
            Kind.comparator: ("Comparisons", COMPARATORS),
        }
        self._columns: dict[str, list[str]] = {}

    def rule(self, column: Column) -> Any:
        """The list that a column's cells offer, as a rule of the workbook; None where there is none."""
        from openpyxl.worksheet.datavalidation import DataValidation

        if column.kind is Kind.page:
            rule = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="1", allow_blank=True)
            rule.error = "A page is a whole number, counted from 1."
        elif column.kind in (Kind.source, Kind.inspection):
            other = "Sources" if column.kind is Kind.source else "Inspections"
            rule = DataValidation(type="list", formula1=f"{other}!$A$2:$A${_ROWS}", allow_blank=True)
            rule.showErrorMessage = False
            return rule
        elif named := self._named(column):
            rule = DataValidation(type="list", formula1=self._range(*named), allow_blank=True)
            rule.errorStyle = "warning" if column.open or column.kind is Kind.council else "stop"
            rule.error = "The value is not in the list."
        else:
            return None
        rule.errorTitle, rule.showErrorMessage = column.title, True
        return rule

    def _named(self, column: Column) -> tuple[str, Iterable[str]] | None:
        if column.kind is Kind.choice:
            return column.scheme, choices(column.scheme).values()
        return self._fixed.get(column.kind)

    def _range(self, name: str, values: Iterable[str]) -> str:
        known = self._columns.setdefault(name, list(values))
        letter = letters(list(self._columns).index(name))
        return f"Lists!${letter}$2:${letter}${len(known) + 1}"

    def write(self, page: Any) -> None:
        """Fill the sheet, which is not shown."""
        for index, (name, values) in enumerate(self._columns.items(), 1):
            for row, value in enumerate((name, *values), 1):
                cell = page.cell(row, index)
                cell.value, cell.data_type = value, "s"  # a comparison is no formula
        page.sheet_state = "hidden"
