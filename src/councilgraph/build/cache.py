"""Extraction records kept between builds, and the texts they point into.

A record is found again by the file's bytes, its metadata, the code and the PDF library that read it: a change of any of
them reads the document anew. Entries are written to a temporary name and renamed, so a killed build leaves no half entry.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache as memoised
from importlib.metadata import version
from pathlib import Path

from councilgraph import records
from councilgraph.errors import UsageError
from councilgraph.model import Record

_CODE = ("documents", "extract")
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by councilgraph; safe to delete.\n"


class RecordCache:
    """The caches of one store, in its folder ``cache/``."""

    def __init__(self, store: Path) -> None:
        self._folder = store / "cache"
        self._records = self._folder / "records"
        self._texts = self._folder / "texts"

    def get(self, key: str) -> Record | None:
        """The record under a key, without its text; None where there is none or it cannot be read."""
        try:
            return records.loads((self._records / f"{key}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, key: str, record: Record) -> None:
        """Keep a record under a key, and its text by the text's hash.

        Raises:
            UsageError: there is no room, or no permission.
        """
        tag = self._folder / "CACHEDIR.TAG"  # the texts in here are no documents (https://bford.info/cachedir/)
        if not tag.exists():
            _replace(tag, _TAG)
        if record.document.text is not None and record.document.text_sha256 is not None:
            _replace(self._texts / f"{record.document.text_sha256}.txt", record.document.text)
        _replace(self._records / f"{key}.json", records.dumps(record))

    def forget(self, document_id: str) -> None:
        """Delete what was read from a document, and its texts as far as no other document has them.

        Raises:
            UsageError: a file cannot be deleted.
        """
        texts: dict[bool, set[str]] = {True: set(), False: set()}
        for file in sorted(self._records.glob("*.json")):
            record = self.get(file.stem)
            if record is None:
                continue
            is_its = record.document.id == document_id
            texts[is_its].add(record.document.text_sha256 or "")
            if is_its:
                _delete(file)
        for text in texts[True] - texts[False]:
            _delete(self._texts / f"{text}.txt")

    def text(self, text_sha256: str) -> str | None:
        """The normalised text with a hash, or None where it was not kept or no longer is what the hash says."""
        try:
            content = (self._texts / f"{text_sha256}.txt").read_bytes()
        except OSError:
            return None
        return content.decode() if hashlib.sha256(content).hexdigest() == text_sha256 else None


def cache_key(file_sha256: str, metadata: Mapping[str, str | None]) -> str:
    """The key of a record: the file's hash, what the collector knows of it, and what reads it."""
    parts = [file_sha256, json.dumps(dict(metadata), sort_keys=True, ensure_ascii=False), reading_code()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@memoised
def reading_code() -> str:
    """Hash of the code and data that turn a file into a record, with the versions of the libraries that read."""
    return f"{code_hash(*_CODE, 'model.py', 'records.py')} {version('pypdfium2')} {version('selectolax')}"


def code_hash(*names: str) -> str:
    """SHA-256, in hex, of modules and folders of this package, file names included."""
    package = Path(__file__).resolve().parent.parent
    sha = hashlib.sha256()
    for name in names:
        place = package / name
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                sha.update(file.relative_to(package).as_posix().encode())
                sha.update(file.read_bytes())
    return sha.hexdigest()


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"cannot delete {path}: {error.strerror}") from error


def _replace(path: Path, content: str) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content.encode())
        os.replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
