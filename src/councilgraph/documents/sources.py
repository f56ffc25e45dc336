"""The documents under some paths, each with the row of the manifest that names it.

A manifest is a file ``manifest.csv`` in the document's folder or one above it; the nearest that names the document
counts, so a file has the same row whether its folder was asked for or the file alone.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from councilgraph.documents.errors import Unreadable
from councilgraph.documents.files import opened, walk
from councilgraph.documents.manifest import NAME, Manifest, Row, read_manifest
from councilgraph.errors import InputError, UsageError
from councilgraph.model import Problem

SUFFIXES = frozenset({".pdf", ".txt", ".html", ".htm"})
"""What is taken for a document in a folder; a file that is named itself is always tried."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read.

    Attributes:
        path: where it lies.
        name: its path in the manifest, else relative to the folder that was asked for; forward slashes.
        row: what the manifest says of it; None where none names it.
    """

    path: Path
    name: str
    row: Row | None = None

    def sha256(self) -> str | None:
        """SHA-256 of the file's bytes, in hex; None where they cannot be had."""
        try:
            with opened(self.path) as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except Unreadable:
            return None


@dataclass(slots=True)
class Found:
    """Documents by path, and what is wrong with folders and manifests on the way, each with its path."""

    sources: list[Source] = field(default_factory=list)
    problems: list[tuple[Path, Problem]] = field(default_factory=list)


def find(paths: Iterable[Path]) -> Found:
    """The documents in files and folders, each once, sorted by path; folders are searched with all below them.

    What begins with a dot is passed over, and links to folders are not followed.

    Raises:
        UsageError: a path is not there.
    """
    found = Found()
    manifests = _Manifests(found)
    files: dict[Path, str] = {}
    for path in paths:
        if _is_folder(path):
            for file in _below(path, manifests, found):
                files.setdefault(file.absolute(), _printable(file.relative_to(path).as_posix()))
        elif is_there(path):
            files.setdefault(path.absolute(), _printable(path.name))
        else:
            raise UsageError(f"no such file or folder: {path}")
    for file, name in sorted(files.items()):
        row = manifests.row(file)
        found.sources.append(Source(file, row.path if row else name, row))
    return found


def is_there(path: Path) -> bool:
    """Whether there is something at a path, be it a link that leads nowhere or what we may not look at."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return True


def metadata(source: Source) -> Mapping[str, str | None]:
    """What is known of a source without opening it: its name and its manifest row."""
    row = source.row
    known = {key: getattr(row, key) for key in Row.__dataclass_fields__} if row else {}
    return {"name": source.name, **known}


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _printable(name: str) -> str:
    """A name in which what is not UTF-8 is replaced."""
    return name.encode(errors="replace").decode()


def _below(folder: Path, manifests: "_Manifests", found: Found) -> Iterator[Path]:
    def refused(place: Path, error: OSError) -> None:
        found.problems.append((place, Problem("unreadable", f"the folder cannot be listed: {error.strerror}")))

    for path in walk(folder, refused):
        if path.name == NAME:
            manifests.check(path.parent.absolute())
        elif path.suffix.lower() in SUFFIXES:
            yield path


class _Manifests:
    """The manifests met, each read once.

    All that is wrong with those in folders that were asked for is reported; of one beside a file that was asked for,
    whether it can be read at all; those further up may be somebody else's.
    """

    def __init__(self, found: Found) -> None:
        self._found = found
        self._read: dict[Path, Manifest | None] = {}
        self._checked: set[Path] = set()

    def check(self, folder: Path) -> None:
        """Report all that is wrong with the manifest in a folder."""
        manifest = self._manifest(folder, ours=True)
        if manifest and folder not in self._checked:
            self._checked.add(folder)
            self._found.problems += [(folder / NAME, problem) for problem in manifest.problems]

    def row(self, file: Path) -> Row | None:
        """What the nearest manifest that names a file says of it."""
        for folder in file.parents:
            manifest = self._manifest(folder, ours=folder == file.parent)
            if manifest and (row := manifest.row(file)):
                return row
        return None

    def _manifest(self, folder: Path, *, ours: bool) -> Manifest | None:
        if folder not in self._read:
            self._read[folder] = self._opened(folder / NAME, ours)
        return self._read[folder]

    def _opened(self, path: Path, ours: bool) -> Manifest | None:
        if not is_there(path):
            return None
        try:
            return read_manifest(path)
        except InputError as error:
            if ours:
                self._found.problems.append((path, Problem("manifest-unread", error.message)))
            return None
