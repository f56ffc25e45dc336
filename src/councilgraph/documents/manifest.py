"""``manifest.csv``: what the collector of a folder knows of its documents, a row each.

Columns: ``path`` (relative to the manifest), and where known ``id title publisher published url licence``; others are
left alone. Read as spreadsheets write it: comma, semicolon or tab, with or without a byte order mark, UTF-8, UTF-16
with its mark, or Windows-1252.
"""

import codecs
import csv
import io
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from councilgraph import rdf
from councilgraph.documents.errors import Unreadable
from councilgraph.documents.files import opened
from councilgraph.errors import InputError, UsageError
from councilgraph.model import Problem

NAME = "manifest.csv"
COLUMNS = ("path", "id", "title", "publisher", "published", "url", "licence")

_LARGEST = 64 << 20  # bytes
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_TOO_MANY = "more fields than columns; a comma in one of them has to stand in quotation marks"
_URL = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest says of one document; None where it says nothing. ``published`` is ISO 8601, perhaps partial."""

    path: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest by path, and what is wrong with some of them."""

    folder: Path
    rows: Mapping[str, Row]
    problems: tuple[Problem, ...]

    def row(self, file: Path) -> Row | None:
        """The row of a file below the manifest's folder."""
        return self.rows.get(file.relative_to(self.folder).as_posix())


def read_manifest(path: Path) -> Manifest:
    """Read a manifest. A value that makes no sense is reported and counts as unknown.

    Raises:
        InputError: it cannot be opened, is no CSV or has no column ``path``.
    """
    header, rows = _table(path)
    if "path" not in header:
        raise InputError(
            f"has no column “path”; its columns are {', '.join(filter(None, header)) or 'none'}", where=str(path)
        )
    if twice := [column for column in COLUMNS if header.count(column) > 1]:
        raise InputError(f"has two columns “{twice[0]}”", where=str(path))
    found: dict[str, Row] = {}
    problems: list[Problem] = []
    for number, cells in rows:
        if _has_too_many(header, cells):
            problems.append(_wrong(number, _TOO_MANY))
            continue
        values = {key: cell.strip() or None for key, cell in zip(header, cells, strict=False) if key in COLUMNS}
        name = _relative(values.pop("path", None))
        if name is None:
            problems.append(_wrong(number, "no path"))
        elif name in found:
            problems.append(_wrong(number, f"{name} is named twice; its first row counts"))
        else:
            values["published"] = _checked(
                values, "published", is_date, "no date; write it as 2024-01-12, 2024-01 or 2024", number, problems
            )
            values["url"] = _checked(values, "url", is_url, "no web address", number, problems)
            found[name] = Row(name, **values)
            if not _is_file(path.parent, name):
                problems.append(_wrong(number, f"there is no file {name}"))
    return Manifest(path.parent, found, tuple(problems))


def check_values(row: Mapping[str, str]) -> None:
    """Refuse what a manifest would not be believed.

    Raises:
        UsageError: a value makes no sense.
    """
    if (day := row.get("published")) and not is_date(day):
        raise UsageError(f"“{day}” is no date", hint="Give it as 2024-01-12, 2024-01 or 2024.")
    if (url := row.get("url")) and not is_url(url):
        raise UsageError(f"“{url}” is no web address", hint="It begins with https:// or http://.")


def note(folder: Path, names: Iterable[str], row: Mapping[str, str]) -> None:
    """Write into a folder's manifest what is known of some of its documents; its other rows and columns stay.

    Raises:
        InputError: the manifest there cannot be read.
        UsageError: it cannot be written, or a value makes no sense.
    """
    check_values(row)
    path = folder / NAME
    header, rows = _table(path) if path.is_file() else (list(COLUMNS), [])
    if wrong := next((number for number, cells in rows if _has_too_many(header, cells)), None):
        raise InputError(f"line {wrong}: {_TOO_MANY}", where=str(path))
    header += [column for column in COLUMNS if column not in header and (column == "path" or row.get(column))]
    table = [dict(zip(header, cells, strict=False)) for _, cells in rows]
    for name in names:
        _must_be_utf8(name)
        mine = next((cells for cells in table if _relative(cells.get("path")) == name), None)
        if mine is None:
            table.append(mine := {"path": name})
        mine.update({key: value for key, value in row.items() if value})
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    temporary = path.with_name(f".{NAME}.{os.getpid()}")
    try:
        temporary.write_text(out.getvalue(), encoding="utf-8", newline="")
        os.replace(temporary, path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    finally:
        temporary.unlink(missing_ok=True)


def is_date(value: str) -> bool:
    """Whether a value is a day, month or year in ISO 8601."""
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 10 :] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


def is_url(value: str) -> bool:
    """Whether a value is an address on the web that can stand in RDF."""
    return _URL.match(value) is not None and rdf.address(value) is not None


def _table(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The column names, lower case, and the rows that are not empty with their line numbers."""
    reader = csv.reader(io.StringIO(text := _text(path), newline=""), delimiter=_delimiter(text), strict=True)
    try:
        rows = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise InputError(
            f"line {reader.line_num}: a quotation mark is not closed or stands within a field ({error})",
            where=str(path),
        ) from error
    if not rows:
        return [], []
    return [name.strip().lower() for name in rows[0][1]], rows[1:]


def _text(path: Path) -> str:
    try:
        with opened(path) as file:
            content = file.read(_LARGEST + 1)
    except Unreadable as error:
        raise InputError(error.problem.message, where=str(path)) from error
    if len(content) > _LARGEST:
        raise InputError("is too large for a manifest", where=str(path))
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise InputError("is no CSV file", where=str(path))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _has_too_many(header: list[str], cells: list[str]) -> bool:
    return any(cell.strip() for cell in cells[len(header) :])


def _relative(name: str | None) -> str | None:
    """A path as manifests are keyed by: forward slashes, no ``./``."""
    if not name:
        return None
    parts = name.strip().replace("\\", "/").split("/")
    return "/".join(part for index, part in enumerate(parts) if part != "." and (part or index == 0)) or None


def _is_file(folder: Path, name: str) -> bool:
    """Whether a file of that name lies in the folder or below it."""
    try:
        return not name.startswith("/") and ".." not in name.split("/") and (folder / name).is_file()
    except OSError:  # such as that the name is too long
        return False


def _checked(
    values: Mapping[str, str | None], key: str, right: object, what: str, number: int, problems: list[Problem]
) -> str | None:
    value = values.get(key)
    if value is None or (callable(right) and right(value)):
        return value
    problems.append(_wrong(number, f"{key} “{value}” is {what}"))
    return None


def _must_be_utf8(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"the name of {name!r} is not valid UTF-8", hint="Rename the file.") from error


def _wrong(number: int, what: str) -> Problem:
    return Problem("manifest-unread", f"line {number}: {what}")
