"""Where a command writes, and in which format."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from councilgraph.errors import UsageError, printable


def chosen_format(format: str | None, output: Path | None, suffixes: Mapping[str, str]) -> str:
    """The format that was asked for, else the one that the file's suffix stands for, else text.

    Raises:
        UsageError: the suffix stands for none.
    """
    if format:
        return str(format)
    if output is None:
        return "text"
    suffix = output.suffix.lower()
    if suffix not in suffixes:
        raise UsageError(f"unknown suffix: {output.name}", hint=f"Known: {', '.join(suffixes)}; or name a --format.")
    return suffixes[suffix]


def spare(output: Path | None, read: Iterable[Path]) -> None:
    """See to it that what is written does not take the place of what is read.

    Raises:
        UsageError: the file to write is one of those that are read.
    """
    if output is None or not output.exists():
        return
    for path in read:
        if path.is_file() and path.samefile(output):
            raise UsageError(f"{output} is read and would be overwritten", hint="Give another name after -o.")


def say_left_out(reports: Iterable[Path]) -> None:
    """Say on standard error that reports of ours, which lie beside tables, are not read as such."""
    for file in reports:
        typer.echo(f"{printable(str(file))} is a report of `councilgraph validate` and is not read", err=True)


@contextmanager
def written(output: Path | None) -> Iterator[TextIO]:
    """A file to write, or standard output.

    Raises:
        UsageError: the file cannot be written.
    """
    if output is None:
        yield sys.stdout
        sys.stdout.flush()  # before what is said of it on standard error
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as file:
            yield file
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error
