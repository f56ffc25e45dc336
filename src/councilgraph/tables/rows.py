"""Rows of tables with the values of their cells, and what is wrong with each cell by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from councilgraph.tables.columns import Column
from councilgraph.tables.grid import Cell, Place
from councilgraph.tables.mistakes import Mistake
from councilgraph.tables.reading import Table
from councilgraph.tables.values import Wrong, value_of

Key = tuple[str, str, int]


@dataclass(slots=True)
class Row:
    """A row.

    Attributes:
        values: by key of the record's item; none of cells that are empty or make no sense.
        is_wrong: whether a cell, or what the row depends on, is so wrong that it is left out.
    """

    table: Table
    number: int
    cells: dict[int, Cell]
    values: dict[str, Any] = field(default_factory=dict)
    is_wrong: bool = False

    @property
    def part(self) -> str:
        """The part of the record that it belongs to."""
        return self.table.sheet.part

    @property
    def key(self) -> Key:
        """What tells it from all other rows."""
        return self.table.grid.path, self.table.grid.sheet or "", self.number

    def place(self, key: str = "") -> Place:
        """The place of the row, or of its cell for a key."""
        column = next((column for column in self.table.sheet.columns if column.key == key), None)
        return self.table.place(self.number, column)

    def text(self, key: str) -> str:
        """What stands in the cell for a key, for people."""
        index = next((index for index, column in self.table.columns.items() if column.key == key), None)
        return self.cells[index].text if index in self.cells else ""


def read_rows(tables: Iterable[Table], mistakes: list[Mistake]) -> list[Row]:
    """The rows of tables; what is wrong with their cells joins the mistakes."""
    rows = []
    for table in tables:
        mistakes += table.mistakes
        is_wrong = any(mistake.severity == "violation" for mistake in table.mistakes)
        for number, cells in table.rows:
            if not any(index in table.columns for index in cells):
                continue
            row = Row(table, number, cells, is_wrong=is_wrong)
            mistaken = list(_read(row))
            for mistake in (
                _wide(row) or mistaken
            ):  # in a row that is too wide, cells stand in columns that are not theirs
                mistakes.append(mistake)
                row.is_wrong = row.is_wrong or mistake.severity == "violation"
            rows.append(row)
    return rows


def _wide(row: Row) -> list[Mistake]:
    """That a row of a CSV file has cells where the heading has none."""
    heading, last = row.table.grid.widths.get(row.table.head), max(row.cells) + 1
    if heading is None or last <= heading:
        return []
    sign = row.table.grid.separator.replace("\t", "tab")
    told = f"Row {row.number} has {last} cells, the heading {heading}: a {sign} within a text must stand in quotation marks."
    return [Mistake("cells-many", told, row.place())]


def _read(row: Row) -> Iterator[Mistake]:
    for index, column in row.table.columns.items():
        cell = row.cells.get(index)
        if cell is None:
            if column.required:
                yield Mistake("empty", f"“{column.title}” is empty.", row.place(column.key))
            continue
        try:
            row.values[column.key] = value_of(cell, column)
        except Wrong as wrong:
            if wrong.value is not None:
                row.values[column.key] = wrong.value
            yield Mistake(wrong.kind, wrong.message, row.place(column.key), cell.text or None)


def column_of(row: Row, properties: Iterable[str]) -> Column | None:
    """The column that a property of the graph comes of, of those that the table has."""
    wanted = list(properties)
    for name in wanted:
        for column in row.table.sheet.columns:
            if name in column.properties and column in row.table.columns.values():
                return column
    return None
