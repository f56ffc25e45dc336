"""Files to the tables in them: which kind of rows each sheet holds, and which column is which."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from councilgraph.documents.errors import Unreadable
from councilgraph.documents.files import opened
from councilgraph.documents.plain import decoded
from councilgraph.errors import InputError, UsageError
from councilgraph.near import nearest
from councilgraph.rdf import FORMATS
from councilgraph.tables import separated, workbook
from councilgraph.tables.columns import SHEETS, Column, Sheet
from councilgraph.tables.grid import Cell, Grid, Place
from councilgraph.tables.mistakes import Mistake

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xls", ".ods", ".csv", ".tsv")
UNNAMED = "-"
_KNOWN = f"Known: {', '.join(SUFFIXES)} of rows; {', '.join(FORMATS)} of RDF."
_OWN = ("read me", "lists")
_COMMENT = "#"
_HEAD = 4096  # bytes
REPORT = frozenset(["severity", "key", "rule_label", "focus_label", "message"])
"""Titles of columns by which a report of `councilgraph validate` in CSV is known."""


@dataclass(slots=True)
class Table:
    """Rows of one kind.

    Attributes:
        columns: by index.  rows: number and cells, the head left out.
        mistakes: of the table as a whole; it is left out if one is a violation.
    """

    grid: Grid
    sheet: Sheet
    columns: dict[int, Column]
    head: int
    rows: list[tuple[int, dict[int, Cell]]]
    mistakes: list[Mistake] = field(default_factory=list)

    def place(self, row: int | None = None, column: Column | None = None) -> Place:
        """A place in it."""
        index = next((index for index, one in self.columns.items() if one == column), None)
        return self.grid.place(row, index, column.title if column and index is not None else "")


def is_table(path: Path) -> bool:
    """Whether a file is one of rows, by its name."""
    return path.suffix.lower() in SUFFIXES


def tables_in(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The files of rows among some paths and right in folders among them, and all other paths.

    Raises:
        UsageError: a file is of an unknown type, or there is nothing to read in a folder.
    """
    files: list[Path] = []
    others: list[Path] = []
    for path in paths:
        inside = [file for file in sorted(path.iterdir()) if _is_ours(file)] if path.is_dir() else []
        if inside:
            files += inside
            others += sorted(file for file in path.rglob("*") if file.suffix.lower() in FORMATS)
        elif is_table(path) and not path.is_dir():
            files.append(path)
        elif path.is_dir() and not any(file.suffix.lower() in FORMATS for file in path.rglob("*")):
            raise UsageError(f"{path} is a folder with nothing to read in it", hint=_KNOWN)
        elif path.is_file() and path.suffix.lower() not in FORMATS:
            raise UsageError(f"unknown file type: {path.name}", hint=_KNOWN)
        else:
            others.append(path)
    return files, others


def _is_ours(path: Path) -> bool:
    """Whether a file that is not named itself is one of rows; what Excel leaves while a workbook is open is none."""
    if not is_table(path) or path.name.startswith(("~$", ".")) or not path.is_file():
        return False
    head = _beginning(path)
    return head is None or workbook.is_workbook(head) or has_head(head)


def is_report(path: Path) -> bool:
    """Whether a file is a report of ours in CSV, which may lie beside tables."""
    return is_table(path) and path.is_file() and _fields(_beginning(path) or b"") >= REPORT


def _beginning(path: Path) -> bytes | None:
    """The first bytes of a file; None of one that cannot be read."""
    try:
        with opened(path) as file:
            return file.read(_HEAD)
    except Unreadable:
        return None


def read_all(
    paths: Sequence[Path], contents: Mapping[Path, bytes], others: Collection[Path] = ()
) -> tuple[list[Table], list[Mistake]]:
    """The tables of files together, of which some may have no rows; reports of ours among them are left out.

    Args:
        contents: what further files hold, which are only named.
        others: files of other kinds that are there as well.

    Raises:
        UsageError, InputError: as for `read_tables`, or there is no row in any of them, or nothing at all but reports of ours.
    """
    tables: list[Table] = []
    mistakes: list[Mistake] = []
    reports = [path for path in paths if is_report(path)]
    if reports and len(reports) == len(paths) and not contents and not others:
        raise InputError(
            "this is a report of `councilgraph validate`, no table",
            hint="Name the tables; a report is what `--against` takes, as JSON.",
            where=str(reports[0]),
        )
    for path in [*(path for path in paths if path not in reports), *contents]:
        found, wrong = read_tables(path, contents.get(path))
        tables += found
        mistakes += wrong
    if tables and not any(table.rows for table in tables):
        hint = "Fill in a row below the titles of the columns."
        raise InputError("there are no rows in it", hint=hint, where=tables[0].grid.path)
    return tables, mistakes


def read_tables(path: Path, content: bytes | None = None) -> tuple[list[Table], list[Mistake]]:
    """The tables of a file, and what is wrong with sheets that are none.

    Args:
        content: of standard input, which has no path.

    Raises:
        UsageError: there is no such file.
        InputError: it cannot be read, is too large, or no table of it is one of ours.
    """
    if content is None:
        content = _content(path)
    if not content.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise InputError("the file is empty", where=str(path))
    sha = hashlib.sha256(content).hexdigest()
    if workbook.is_workbook(content):
        grids = workbook.read_workbook(content, path.name, str(path), sha)
    else:
        if path.suffix.lower() not in (".csv", ".tsv", ".txt", ""):
            raise InputError(f"the file is named as {path.suffix} and is no workbook", where=str(path))
        grids = [separated.read_separated(content, path.name, str(path), sha, _TITLES)]
    tables: list[Table] = []
    mistakes: list[Mistake] = []
    for grid in grids:
        if grid.sheet and grid.sheet.strip().lower() in _OWN:
            continue
        if not grid.rows and grid.sheet:
            continue
        table = _table(grid)
        if table:
            tables.append(table)
        elif grid.rows and not grid.hidden:
            mistakes.append(_unknown(grid))
    if not tables:
        raise InputError(
            "no sheet of it has the columns of a template"
            if len(grids) > 1
            else "it has not the columns of a template",
            hint="`councilgraph template -o new.xlsx` makes a workbook to fill in.",
            where=str(path),
        )
    return tables, mistakes


def _content(path: Path) -> bytes:
    if not path.exists() and not path.is_symlink():
        raise UsageError(f"no such file: {path}")
    limit = max(workbook.LARGEST, separated.LARGEST)
    try:
        with opened(path) as file:
            content = file.read(limit + 1)
    except Unreadable as error:
        raise InputError(error.problem.message, where=str(path)) from error
    most = workbook.LARGEST if workbook.is_workbook(content[:8]) else separated.LARGEST
    if len(content) > most:
        raise InputError(f"the file is larger than {most >> 20} MB", hint="Split it.", where=str(path))
    return content


def _title(cell: Cell | None) -> str:
    return cell.text.strip(" *").lower() if cell else ""


_TITLES = frozenset(column.title.lower() for sheet in SHEETS for column in sheet.columns)


def _table(grid: Grid) -> Table | None:
    """The table that a grid is; the head is the first row with the titles of a sheet."""
    named = _named(grid)
    for number, (row, cells) in enumerate(grid.rows[:20]):
        titles = {index: _title(cell) for index, cell in cells.items()}
        met = set(titles.values())
        sheets = [named] if named else list(SHEETS)
        best = max(sheets, key=lambda sheet: _fit(sheet, met))
        matched = met & {column.title.lower() for column in best.columns}
        if len(matched) >= 2 or (named and matched):
            return _with_columns(grid, best, number, row, titles)
    return None


def _named(grid: Grid) -> Sheet | None:
    """The sheet that a grid says it is, by the name of the sheet or of the file."""
    name = " ".join((grid.sheet or Path(grid.file).stem).replace("-", " ").replace("_", " ").lower().split())
    return next((sheet for sheet in SHEETS if name in (sheet.title.lower(), sheet.part)), None)


def _fit(sheet: Sheet, met: set[str]) -> tuple[int, int]:
    own = {column.title.lower() for column in sheet.columns}
    return len(met & own), -len(own - met)


def _with_columns(grid: Grid, sheet: Sheet, number: int, head: int, titles: dict[int, str]) -> Table:
    by_title = {column.title.lower(): column for column in sheet.columns}
    table = Table(grid, sheet, {}, head, grid.rows[number + 1 :])
    strange: dict[int, str] = {}
    for index, title in sorted(titles.items()):
        column = by_title.get(title)
        if column and column in table.columns.values():
            table.mistakes.append(
                _head(table, "column-twice", index, f"There are two columns “{column.title}”.", title)
            )
        elif column:
            table.columns[index] = column
        elif title and not title.startswith(_COMMENT):
            strange[index] = grid.rows[number][1][index].text
    lacking = {c.title for c in sheet.columns if c not in table.columns.values()}
    for index, title in strange.items():
        meant = nearest(title, lacking)
        kind = "column-unknown" if meant else "column-own"
        more = f" Did you mean “{meant}”?" if meant else " It is not read."
        table.mistakes.append(_head(table, kind, index, f"“{title}” is no column of {sheet.title}.{more}", title))
        lacking -= {meant or ""}
    for column in sheet.columns:
        if column.required and column.title in lacking:
            place = grid.place(head)
            table.mistakes.append(
                Mistake("column-missing", f"{sheet.title} has no column “{column.title}”.", place, column.title)
            )
    for row, note in grid.notes:
        kind, _, which = note.partition(" ")
        said = f"The cells {which} are merged." if which else "The row is hidden."
        if row > head:
            table.mistakes.append(Mistake(kind, said, grid.place(row)))
    if grid.hidden:
        table.mistakes.append(Mistake("hidden", f"The sheet “{grid.sheet}” is hidden.", grid.place()))
    return table


def _head(table: Table, kind: str, index: int, message: str, value: str) -> Mistake:
    return Mistake(kind, message, table.grid.place(table.head, index, value), value)


def _unknown(grid: Grid) -> Mistake:
    meant = nearest(grid.sheet or "", [sheet.title for sheet in SHEETS])
    more = f" Did you mean “{meant}”?" if meant else ""
    return Mistake(
        "sheet-unknown",
        f"The sheet has not the columns of any sheet of ours and is not read.{more}",
        grid.place(),
        grid.sheet,
    )


def has_head(content: bytes) -> bool:
    """Whether the first line of a text has the titles of a template."""
    fields = _fields(content[:_HEAD])
    return len(fields & _TITLES) >= 2 and not fields >= REPORT


def _fields(head: bytes) -> set[str]:
    """What the first line of a text may have as titles, lower case, whatever parts them."""
    try:
        text = decoded(head).removeprefix("\ufeff")
    except Unreadable:
        return set()
    lines = [line for line in text.splitlines() if line.strip()]
    lines = lines[1:] if lines and lines[0].lower().startswith("sep=") else lines
    return {field.strip(' "*').lower() for separator in ",;\t|" for field in (lines or [""])[0].split(separator)}
