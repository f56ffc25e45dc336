"""Excel workbooks to grids: values and the last results of formulas; macros are never looked at.

A workbook is a zip archive of XML. What unpacks to more than a table of a person's own can be, or declares entities, is
refused before anything is unpacked into memory.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from councilgraph.errors import InputError, UsageError
from councilgraph.tables.grid import NO_VALUE, Cell, Grid

LARGEST = 20 << 20
"""Bytes that a workbook may have."""
LARGEST_UNPACKED = 100 << 20
LARGEST_XML = 48 << 20
"""Bytes of all parts that are read, each of which costs some fifty in memory."""
MOST_ROWS = 20_000
"""Of a sheet."""
_MOST_COLUMNS = 200
_LONGEST = 32_767
_XML = (".xml", ".rels")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FORMULA = b"<f>", b"<f "


def is_workbook(content: bytes) -> bool:
    """Whether a file begins as workbooks do, old and encrypted ones among them."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def read_workbook(content: bytes, name: str, path: str, sha256: str) -> list[Grid]:
    """The sheets of a workbook.

    Raises:
        InputError: it is too large, encrypted, damaged, or another kind of file.
        UsageError: openpyxl is not installed.
    """
    formulas = _checked(content, path)
    values = _loaded(content, path, data_only=True)
    typed = _loaded(content, path, data_only=False) if formulas else None
    grids = []
    for sheet in values.worksheets:
        grid = Grid(name, path, sha256, sheet.title, sheet.sheet_state != "visible")
        if sheet.max_row > MOST_ROWS and _last_row(sheet) > MOST_ROWS:
            raise InputError(f"sheet “{sheet.title}” has more than {MOST_ROWS:,} rows", hint="Split it.", where=path)
        grid.rows = list(_rows(sheet, typed[sheet.title] if typed else None))
        _note(grid, sheet)
        grids.append(grid)
    return grids


def _loaded(content: bytes, path: str, *, data_only: bool) -> Any:
    try:
        import openpyxl
    except ImportError:
        raise UsageError(
            "workbooks need openpyxl", hint="Install it: pip install openpyxl; CSV needs nothing."
        ) from None
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that only Excel understands, such as our drop-down lists
            return openpyxl.load_workbook(BytesIO(content), data_only=data_only, keep_links=False, keep_vba=False)
    except Exception as error:  # whatever a damaged file makes of the library
        raise _damaged(path) from error


def _checked(content: bytes, path: str) -> bool:
    """Whether there are formulas in a workbook that may be opened.

    Raises:
        InputError: it may not.
    """
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise InputError("the workbook is protected by a password", hint="Save it without one.", where=path)
        raise InputError("the workbook is of the old kind, .xls", hint="Save it as .xlsx.", where=path)
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if "xl/workbook.xml" not in names:
                kind = "an OpenDocument file" if "content.xml" in names else "a zip archive"
                raise InputError(f"this is {kind} and no Excel workbook", hint="Save it as .xlsx or CSV.", where=path)
            if any(part.flag_bits & 1 for part in parts):
                raise InputError("the workbook is protected by a password", hint="Save it without one.", where=path)
            # The archive's reader gives no more bytes of a part than the part says that it has.
            if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                limit = LARGEST_UNPACKED >> 20
                raise InputError(f"the workbook unpacks to more than {limit} MB", hint="Split it.", where=path)
            read = [part.file_size for part in parts if part.filename.endswith(_XML)]
            if sum(read) > LARGEST_XML:
                limit = LARGEST_XML >> 20
                raise InputError(f"the sheets unpack to more than {limit} MB", hint="Split it.", where=path)
            found = False
            for part in parts:
                if part.filename.endswith(_XML):
                    text = archive.read(part).replace(b"\0", b"")
                    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                        raise InputError("the workbook declares XML entities, which no workbook needs", where=path)
                    found = found or any(mark in text for mark in _FORMULA)
            return found
    except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _damaged(path) from error
    except Exception as error:
        if isinstance(error, InputError):
            raise
        raise _damaged(path) from error


def _damaged(path: str) -> InputError:
    return InputError("the workbook is damaged", hint="Open it in Excel or LibreOffice and save it again.", where=path)


def _last_row(sheet: Any) -> int:
    """The last row with a value; rows that are only coloured do not count."""
    return max((row for (row, _), cell in sheet._cells.items() if cell.value is not None), default=0)


def _rows(sheet: Any, typed: Any) -> Iterator[tuple[int, dict[int, Cell]]]:
    cells: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet._cells.items():
        if column > _MOST_COLUMNS:
            continue
        formula = typed is not None and typed.cell(row, column).data_type == "f"
        if cell.value is None and not formula:
            continue
        found = _cell(cell, formula)
        if found.text or found.error:
            cells.setdefault(row, {})[column - 1] = found
    for merged in sheet.merged_cells.ranges:
        first = cells.get(merged.min_row, {}).get(merged.min_col - 1)
        if first and merged.max_row - merged.min_row < MOST_ROWS:
            for row in range(merged.min_row + 1, merged.max_row + 1):
                if row in cells:  # a merge makes no rows of its own
                    cells[row][merged.min_col - 1] = first
    yield from sorted(cells.items())


def _cell(cell: Any, formula: bool) -> Cell:
    value = cell.value
    if value is None:
        return Cell(None, error="holds a formula without a result; open the workbook, let it calculate and save it")
    if cell.data_type == "e":
        return Cell(None, error=NO_VALUE.format(value))
    if isinstance(value, str) and len(value) > _LONGEST:
        return Cell(None, error=f"holds more than {_LONGEST:,} characters")
    if not isinstance(value, str | int | float | bool) and not hasattr(value, "isoformat"):
        value = str(value)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return Cell(value, percent=number and "%" in str(cell.number_format))


def _note(grid: Grid, sheet: Any) -> None:
    full = [row for row, _ in grid.rows]
    hidden = [row for row in full if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden]
    grid.notes += [(row, "hidden") for row in hidden]
    filled = set(full)
    for merged in sheet.merged_cells.ranges:
        if merged.max_row > merged.min_row and merged.min_row in filled:
            grid.notes.append((merged.min_row, f"merged {merged.coord}"))
