"""CSV files as they are published: with or without a byte order mark, with more columns than are wanted."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from councilgraph.errors import InputError, UsageError

_SURPLUS = "\0surplus"


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    if not path.is_file():
        raise UsageError(f"no such file: {path}", hint="`councilgraph register --help` lists the files that it needs.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield file
    except UnicodeDecodeError as error:
        raise InputError(f"this is not UTF-8: {error.reason} at byte {error.start}", where=str(path)) from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error


def read_rows(path: Path, width: int) -> list[list[str]]:
    """The rows of a CSV file that may lack a header, cells stripped; empty rows are left out.

    Args:
        width: how many cells a row has at least.

    Raises:
        UsageError: there is no such file.
        InputError: it is not UTF-8 or not CSV, or a row is too short.
    """
    with _opened(path) as file:
        reader = csv.reader(file, strict=True)
        rows = []
        try:
            for row in reader:
                if row and len(row) < width:
                    raise InputError(
                        f"{len(row)} cells, where at least {width} are wanted", where=f"{path}:{reader.line_num}"
                    )
                if row:
                    rows.append([cell.strip() for cell in row])
        except csv.Error as error:
            raise InputError(f"this is not CSV: {error}", where=f"{path}:{reader.line_num}") from error
        return rows


def read_table(path: Path, columns: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a CSV file with a header, cells stripped; missing cells at the end of a row are empty.

    Raises:
        UsageError: there is no such file.
        InputError: it is not UTF-8 or not CSV, or lacks one of the columns.
    """
    with _opened(path) as file:
        reader = csv.DictReader(file, restkey=_SURPLUS, restval="", strict=True)
        try:
            header = reader.fieldnames or []
            if missing := [column for column in columns if column not in header]:
                raise InputError(
                    f"the column{'s' * (len(missing) > 1)} {', '.join(missing)} {'is' if len(missing) == 1 else 'are'}"
                    f" missing; there are {', '.join(header) or 'none'}",
                    where=f"{path}:1",
                )
            rows = []
            for row in reader:
                if any(row.pop(_SURPLUS, ())):
                    raise InputError("more cells than the header has", where=f"{path}:{reader.line_num}")
                rows.append({key: cell.strip() for key, cell in row.items()})
            return rows
        except csv.Error as error:
            raise InputError(f"this is not CSV: {error}", where=f"{path}:{reader.line_num}") from error
