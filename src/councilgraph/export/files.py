"""Writing files so that a reader never meets half of one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from councilgraph.errors import UsageError


@contextmanager
def text_file(path: Path) -> Iterator[TextIO]:
    """A file of UTF-8 to write; it takes its place once all is written.

    Raises:
        UsageError: it cannot be written.
    """
    with _replaced(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        yield file


@contextmanager
def binary_file(path: Path) -> Iterator[BinaryIO]:
    """A file of bytes to write; it takes its place once all is written.

    Raises:
        UsageError: it cannot be written.
    """
    with _replaced(path) as temporary, temporary.open("wb") as file:
        yield file


@contextmanager
def _replaced(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield temporary
        os.replace(temporary, path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def in_folder(path: Path, names: list[str]) -> list[Path]:
    """The files of these names in a folder, which is made where it is not there.

    Raises:
        UsageError: it cannot be made.
    """
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    return [path / name for name in names]
