"""The documents under some paths, each with the row of the manifest that names it.

A manifest is a file ``manifest.csv`` in the document's folder or one above it; the nearest that names the document
counts, so a file is the same document whether its folder was asked for or the file alone.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from councilgraph.documents.manifest import NAME, Manifest, Row, read_manifest
from councilgraph.errors import InputError, UsageError
from councilgraph.model import Problem

SUFFIXES = frozenset({".pdf", ".txt", ".html", ".htm"})
"""What is taken for a document in a folder; a file that is named itself is always tried."""

_CHUNK = 1 << 20


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
        """SHA-256 of the file's bytes, in hex; None where it cannot be opened."""
        sha = hashlib.sha256()
        try:
            with self.path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    sha.update(chunk)
        except OSError:
            return None
        return sha.hexdigest()


@dataclass(slots=True)
class Found:
    """Documents by path, and what is wrong with the manifests on the way, each with the manifest's path."""

    sources: list[Source] = field(default_factory=list)
    problems: list[tuple[Path, Problem]] = field(default_factory=list)


def find(paths: Iterable[Path]) -> Found:
    """The documents in files and folders, each once, sorted by path; folders are searched with all below them.

    Files and folders whose name begins with a dot are passed over.

    Raises:
        UsageError: a path is not there, or a folder cannot be listed.
    """
    found = Found()
    manifests = _Manifests(found)
    files: dict[Path, str] = {}
    for path in paths:
        if path.is_dir():
            manifests.expect(path)
            for file in _files(path):
                files.setdefault(file.absolute(), file.relative_to(path).as_posix())
        elif path.exists():
            files.setdefault(path.absolute(), path.name)
        else:
            raise UsageError(f"no such file or folder: {path}")
    for file, name in sorted(files.items()):
        row = manifests.row(file)
        found.sources.append(Source(file, row.path if row else name, row))
    return found


def _files(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise UsageError(f"cannot list {folder}: {error.strerror}") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        elif entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry


class _Manifests:
    """The manifests met, read once; those in folders that were asked for have to be right."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._expected: set[Path] = set()
        self._read: dict[Path, Manifest | None] = {}

    def expect(self, folder: Path) -> None:
        """Report what is wrong with the manifests in a folder and below it."""
        self._expected.add(folder.absolute())
        for manifest in sorted(folder.absolute().rglob(NAME)):
            self._manifest(manifest.parent)

    def row(self, file: Path) -> Row | None:
        """What the nearest manifest that names a file says of it."""
        for folder in file.parents:
            manifest = self._manifest(folder)
            if manifest and (row := manifest.row(file)):
                return row
        return None

    def _manifest(self, folder: Path) -> Manifest | None:
        if folder not in self._read:
            self._read[folder] = self._opened(folder)
        return self._read[folder]

    def _opened(self, folder: Path) -> Manifest | None:
        path = folder / NAME
        if not path.is_file():
            return None
        expected = any(folder.is_relative_to(asked) for asked in self._expected)
        try:
            manifest = read_manifest(path)
        except InputError as error:
            if expected:
                self._found.problems.append((path, Problem("manifest-unread", error.message)))
            return None
        if expected:
            self._found.problems += [(path, problem) for problem in manifest.problems]
        return manifest


def metadata(source: Source) -> Mapping[str, str | None]:
    """What is known of a source without opening it: its name and its manifest row."""
    row = source.row
    known = {key: getattr(row, key) for key in Row.__dataclass_fields__} if row else {}
    return {"name": source.name, **known}
