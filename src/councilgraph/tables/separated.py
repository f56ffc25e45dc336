"""CSV files to grids, as spreadsheets save them: comma, semicolon or tab, with or without ``sep=;``, in UTF-8, UTF-16
with its mark, or Windows-1252.
"""

import csv
import io
from collections.abc import Collection

from councilgraph.documents.errors import Unreadable
from councilgraph.documents.plain import decoded
from councilgraph.errors import InputError
from councilgraph.tables.grid import NO_VALUE, Cell, Grid

LARGEST = 64 << 20
"""Bytes that a file may have."""
MOST_ROWS = 100_000
_LONGEST = 32_767
_MOST_COLUMNS = 200
_ERRORS = frozenset(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"])


def read_separated(content: bytes, name: str, path: str, sha256: str, titles: Collection[str]) -> Grid:
    """The table of a CSV file; the number of a row is that of its first line.

    Args:
        titles: of columns that may be there, lower case: the separator is the one that yields most of them.

    Raises:
        InputError: it is no CSV, or too large.
    """
    try:
        text = decoded(content)
    except Unreadable as error:
        raise InputError(f"this is no CSV file: {error.problem.message}", where=path) from error
    text = text.removeprefix("\ufeff")
    skipped = 0
    if text[:4].lower() == "sep=" and len(text) > 4:
        separator, skipped = text[4], 1
        text = text.partition("\n")[2]
    else:
        separator = _separator(text, titles)
    grid = Grid(name, path, sha256, separator=separator)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 0
    try:
        for fields in reader:
            cells = {i: _cell(field) for i, field in enumerate(fields[:_MOST_COLUMNS]) if field.strip()}
            if cells:
                grid.rows.append((line + 1 + skipped, cells))
                grid.widths[line + 1 + skipped] = len(fields)
            line = reader.line_num
            if len(grid.rows) > MOST_ROWS:
                raise InputError(f"the file has more than {MOST_ROWS:,} rows", hint="Split it.", where=path)
    except csv.Error as error:
        raise InputError(
            "a quotation mark is not closed, or stands within a field",
            hint="A field with a quotation mark stands in quotation marks, and the mark in it is doubled.",
            where=f"{path}:{line + 1 + skipped}",
        ) from error
    return grid


def _cell(field: str) -> Cell:
    if len(field) > _LONGEST:
        return Cell(None, error=f"holds more than {_LONGEST:,} characters; perhaps a quotation mark is not closed")
    text = field.strip()
    return Cell(None, error=NO_VALUE.format(text)) if text.upper() in _ERRORS else Cell(text)


def _separator(text: str, titles: Collection[str]) -> str:
    first = next((line for line in text.split("\n", 50) if line.strip()), "")

    def known(separator: str) -> tuple[int, int]:
        fields = [field.strip().strip('"').lower() for field in first.split(separator)]
        return sum(field in titles for field in fields), len(fields)

    return max(",;\t|", key=known)
