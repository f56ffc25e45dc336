"""Cells as files hold them, and how their places are named."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

Value = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, one of its tables, a row, a cell.

    Attributes:
        file: name of the file.  sheet: name of the sheet; None in a CSV file.
        row: number of the row, of the line in a CSV file; None for the whole table.
        column: index of the column from 0; None for the whole row.  title: what is printed over it.
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    title: str = ""

    def __str__(self) -> str:
        if self.sheet is None:
            line = f"{self.file}:{self.row}" if self.row else self.file
            return line if self.column is None else f"{line}, column “{self.title or letters(self.column)}”"
        quoted = self.sheet.replace("'", "''")
        name = self.sheet if self.sheet.replace("_", "").isalnum() else f"'{quoted}'"
        if self.row is None:
            return self.sheet
        return f"{name}!{letters(self.column)}{self.row}" if self.column is not None else f"{name}, row {self.row}"


NO_VALUE = "shows {}, which is no value but an error of its formula"
"""What is wrong with a cell whose formula came to nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty.

    Attributes:
        value: as the file has it; a formula's last result.
        percent: whether a workbook shows the number as per cent.
        error: what is wrong with the cell itself, for people; empty where nothing is.
    """

    value: Value
    percent: bool = False
    error: str = ""

    @property
    def text(self) -> str:
        """The value as people see it."""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        if isinstance(self.value, datetime):
            return self.value.date().isoformat() if self.value.time() == time() else self.value.isoformat(" ")
        return " ".join(str("" if self.value is None else self.value).split())


@dataclass(slots=True)
class Grid:
    """A table of a file: rows of cells by column index, blank rows left out.

    Attributes:
        file: name of the file.  sha256: of its bytes.  path: where it lies.
        rows: number and cells of each row.
        notes: what is worth knowing of rows, by number (0: of the table), such as that they are hidden.
        separator: what parts the cells of a CSV file; empty in a workbook.  widths: how many cells each of its rows has, blank ones too.
    """

    file: str
    path: str
    sha256: str
    sheet: str | None = None
    hidden: bool = False
    rows: list[tuple[int, dict[int, Cell]]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    separator: str = ""
    widths: dict[int, int] = field(default_factory=dict)

    def place(self, row: int | None = None, column: int | None = None, title: str = "") -> Place:
        """A place in it."""
        return Place(self.file, self.sheet, row, column, title)


def letters(column: int) -> str:
    """The name of a column in a workbook: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
