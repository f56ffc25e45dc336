"""``manifest.csv``: what the collector of a folder knows of its documents, a row each.

Columns: ``path`` (relative to the manifest), and where known ``id title publisher published url licence``; others are
left alone. Read as spreadsheets write it: comma, semicolon or tab, with or without a byte order mark, UTF-8 or
Windows-1252.
"""

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from councilgraph.errors import InputError, UsageError
from councilgraph.model import Problem

NAME = "manifest.csv"
COLUMNS = ("path", "id", "title", "publisher", "published", "url", "licence")

_LARGEST = 64 << 20  # bytes
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
# The characters that RFC 3987 keeps out of an IRI.
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)


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
    found: dict[str, Row] = {}
    problems: list[Problem] = []
    for number, cells in rows:
        values = {key: cell.strip() or None for key, cell in zip(header, cells, strict=False) if key in COLUMNS}
        name = _relative(values.pop("path", None))
        if name is None:
            continue
        if name in found:
            problems.append(_wrong(number, f"{name} is named twice; its first row counts"))
            continue
        values["published"] = _checked(values, "published", _is_date, "no date as 2024-01-12", number, problems)
        values["url"] = _checked(values, "url", _URL.fullmatch, "no web address", number, problems)
        found[name] = Row(name, **values)
        if not (path.parent / name).is_file():
            problems.append(_wrong(number, f"there is no file {name}"))
    return Manifest(path.parent, found, tuple(problems))


def note(folder: Path, names: Iterable[str], row: Mapping[str, str]) -> None:
    """Write into a folder's manifest what is known of some of its documents; its other rows and columns stay.

    Raises:
        InputError: the manifest there cannot be read.
        UsageError: it cannot be written, or a value makes no sense.
    """
    if (day := row.get("published")) and not _is_date(day):
        raise UsageError(f"“{day}” is no date", hint="Give it as 2024-01-12, 2024-01 or 2024.")
    if (url := row.get("url")) and not _URL.fullmatch(url):
        raise UsageError(f"“{url}” is no web address", hint="It begins with https:// or http://.")
    path = folder / NAME
    header, rows = _table(path) if path.is_file() else (list(COLUMNS), [])
    header += [column for column in COLUMNS if column not in header and (column == "path" or row.get(column))]
    table = [dict(zip(header, cells, strict=False)) for _, cells in rows]
    for name in names:
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


def _table(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The column names, lower case, and the rows that are not empty with their line numbers."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("is too large for a manifest", where=str(path))
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}", where=str(path)) from error
    if b"\0" in content:
        raise InputError("is no CSV file", where=str(path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        rows = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise InputError(f"is no CSV file: {error}", where=str(path)) from error
    if not rows:
        return [], []
    return [name.strip().lower() for name in rows[0][1]], rows[1:]


def _relative(name: str | None) -> str | None:
    """A path as manifests are keyed by: forward slashes, no ``./``."""
    return "/".join(part for part in name.strip().replace("\\", "/").split("/") if part != ".") if name else None


def _checked(
    values: Mapping[str, str | None], key: str, right: object, what: str, number: int, problems: list[Problem]
) -> str | None:
    value = values.get(key)
    if value is None or (callable(right) and right(value)):
        return value
    problems.append(_wrong(number, f"{key} “{value}” is {what}"))
    return None


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 10 :] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


def _wrong(number: int, what: str) -> Problem:
    return Problem("manifest-unread", f"line {number}: {what}")
