"""Where a command writes, and in which format."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from councilgraph.errors import UsageError


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
