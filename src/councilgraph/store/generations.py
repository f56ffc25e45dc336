"""The folder of a store: whole states of the graph, and a pointer to the one that counts.

``generations/<number>/`` holds a RocksDB database and ``state.json``; the file ``current`` holds the number. A
generation never changes once ``current`` has named it, and ``current`` is replaced in one step: whoever reads it finds
a whole graph, whenever a writer dies.
"""

import json
import os
import shutil
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from councilgraph.errors import InputError

_FORMAT = 1


@dataclass(slots=True)
class Meta:
    """What a generation knows beside its triples.

    Attributes:
        live: every named graph by IRI, and whether it is in the merge.
        state: what the last build wants to find again; any JSON.
    """

    live: dict[str, bool] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of the graph in ``folder``."""

    store: Path
    number: int

    @property
    def folder(self) -> Path:
        """The generation's own folder."""
        return self.store / "generations" / str(self.number)

    @property
    def database(self) -> str:
        """Path of the RocksDB database."""
        return str(self.folder / "oxigraph")

    def read_meta(self) -> bytes:
        """The bytes of ``state.json``, for `parse_meta`."""
        return (self.folder / "state.json").read_bytes()

    def write_meta(self, meta: Meta) -> None:
        """Write ``state.json``; on the disk when this returns."""
        content = {"format": _FORMAT, "graphs": dict(sorted(meta.live.items())), "state": meta.state}
        _write_through(self.folder / "state.json", json.dumps(content, ensure_ascii=False, sort_keys=True).encode())

    def read_note(self, name: str) -> bytes | None:
        """The bytes that `write_note` wrote; None if there are none."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def write_note(self, name: str, content: bytes) -> None:
        """Write something that is known of this state of the graph alone."""
        _write_through(self.folder / name, content)

    def make_current(self) -> None:
        """Let readers find this generation from now on."""
        for folder in (Path(self.database), self.folder, self.folder.parent):
            _sync_folder(folder)
        pointer = self.store / "current"
        temporary = self.store / "current.new"
        _write_through(temporary, f"{self.number}\n".encode())
        _replace(temporary, pointer)
        _sync_folder(self.store)

    def remove(self) -> None:
        """Delete the generation, as far as nobody holds its files open."""
        shutil.rmtree(self.folder, ignore_errors=True)


def parse_meta(content: bytes, store: Path) -> Meta:
    """What `Generation.write_meta` wrote.

    Raises:
        InputError: it is something else, or of a later version.
    """
    try:
        data = json.loads(content)
        if data["format"] != _FORMAT:
            raise InputError(
                f"the graph in {store} was written by another version of councilgraph",
                hint="Delete the folder and build again.",
            )
        return Meta(data["graphs"], data["state"])
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(store, "state.json is not what was written") from error


def current(store: Path) -> Generation | None:
    """The generation that counts, or None where there is no store.

    Raises:
        InputError: the pointer is damaged.
    """
    try:
        return Generation(store, int((store / "current").read_text(encoding="ascii")))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as error:
        raise damaged(store, "its file “current” names no generation") from error


def previous(store: Path) -> Generation | None:
    """The latest generation before the one that counts, as far as it is still there."""
    latest = current(store)
    earlier = [number for number in _numbers(store) if latest and number < latest.number]
    return Generation(store, max(earlier)) if earlier else None


def next_generation(store: Path) -> Generation:
    """A generation that is not there yet, later than all that are."""
    return Generation(store, max(_numbers(store), default=0) + 1)


def sweep(store: Path, keep: Generation | None, *, former: bool = True) -> None:
    """Delete all generations but ``keep`` and the latest before it, which a reader may have open.

    Those after ``keep`` were left by writers that were killed.

    Args:
        former: keep the latest before it.
    """
    numbers = _numbers(store)
    earlier = sorted(number for number in numbers if keep and number < keep.number)
    kept = {keep.number, *(earlier[-1:] if former else ())} if keep else set()
    for number in numbers - kept:
        Generation(store, number).remove()


def _numbers(store: Path) -> set[int]:
    return {int(path.name) for path in (store / "generations").glob("*") if path.name.isdecimal()}


def damaged(store: Path, why: object) -> InputError:
    """The error for a store that cannot be read."""
    return InputError(
        f"the graph in {store} is damaged: {why}",
        hint=f"Delete {store / 'current'} and build again; documents that were read are still known.",
    )


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _replace(source: Path, target: Path) -> None:
    """`os.replace`; Windows refuses for the moment in which somebody reads the target."""
    for _ in range(50):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            time.sleep(0.02)
    os.replace(source, target)
