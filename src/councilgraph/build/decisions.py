"""``decisions.csv``: what people decided, one row a decision, in the order in which they were made.

It lies in the project, or in the store's folder where that belongs to no project. Rows are only ever added.
"""

import csv
import getpass
import io
import os
from collections.abc import Sequence
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path

from councilgraph.build.project import project_of
from councilgraph.documents.errors import Unreadable
from councilgraph.documents.files import opened
from councilgraph.errors import InputError, UsageError
from councilgraph.resolve.decisions import Decision, merged_people

NAME = "decisions.csv"
COLUMNS = tuple(one.name for one in fields(Decision))
_LARGEST = 64 << 20  # bytes


def decisions_file(store: Path) -> Path:
    """Where the decisions on a store's documents lie, be the file there or not."""
    project = project_of(store)
    return (project.folder if project else store) / NAME


def read_decisions(path: Path) -> list[Decision]:
    """The decisions in a file; none where there is no file.

    Raises:
        InputError: it cannot be read, has no column of that name, or a row is broken.
    """
    if not path.exists():
        return []
    try:
        with opened(path) as file:
            content = file.read(_LARGEST + 1)
    except Unreadable as error:
        raise InputError(f"cannot read {path}: {error}", hint="Mend the file or its permissions.") from error
    if len(content) > _LARGEST:
        raise InputError(f"{path} is too large for a file of decisions")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8", hint="Save it again as “CSV UTF-8”; nothing was changed in the graph."
        ) from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = next(reader, [])
        if not columns:
            return []
        missing = [name for name in COLUMNS[:5] if name not in columns]
        if missing:
            raise InputError(
                f"no column “{missing[0]}”", where=f"{path}:1", hint=f"The columns are {', '.join(COLUMNS)}."
            )
        found = []
        for row in reader:
            if not any(row):
                continue
            if len(row) != len(columns):
                raise InputError(
                    f"{len(row)} fields, and there are {len(columns)} columns",
                    where=f"{path}:{reader.line_num}",
                    hint="A comma in a field has to stand in quotation marks.",
                )
            values = dict(zip(columns, row, strict=True))
            found.append(Decision(**{name: values.get(name, "") for name in COLUMNS}))
        merged_people(found)
    except csv.Error as error:
        raise InputError(f"not well-formed: {error}", where=f"{path}:{reader.line_num}") from error
    except ValueError as error:
        raise InputError(str(error), where=str(path), hint="Take one of the two rows out.") from error
    return found


def add_decisions(path: Path, decisions: Sequence[Decision]) -> None:
    """Add rows to the file, which is made if it is not there; it is replaced in one step.

    Raises:
        InputError: what is there cannot be read.
        UsageError: it cannot be written.
    """
    if not decisions:
        return
    known = read_decisions(path)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(decision) for decision in [*known, *decisions])
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(out.getvalue(), encoding="utf-8", newline="")
        os.replace(temporary, path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    finally:
        temporary.unlink(missing_ok=True)


def signature(who: str | None = None) -> tuple[str, str]:
    """Who decides, by default the user's name, and the day as ISO date."""
    if who is None:
        try:
            who = getpass.getuser()
        except (OSError, KeyError, ImportError):
            who = ""
    return who, date.today().isoformat()
