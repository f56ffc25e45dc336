"""What there is to build from: documents found now, each read or taken from the cache, and those known from before.

A document is known by the absolute path of its file. What its file says now counts; only of a file that is gone or
cannot be opened does what it said before stay. A document that could not be read in time, or crashed its reader, asserts
nothing, is not kept, and is tried again by the next build.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from councilgraph import documents, records
from councilgraph.build.cache import RecordCache, cache_key
from councilgraph.build.report import Trouble
from councilgraph.build.state import State
from councilgraph.build.workers import PASSING, run
from councilgraph.documents import Source
from councilgraph.errors import UsageError
from councilgraph.model import Problem, Record
from councilgraph.tables.records import READER, files_of

Progress = Callable[[str, int, int], None]
"""Told a stage, and how many of how many are done."""

_GONE = "the file is gone; what it said stays in the graph until `councilgraph remove` takes it out"
_LOST = "the file is gone, and so is what was read from it"


@dataclass(slots=True)
class Intake:
    """Documents with what they say.

    Attributes:
        places: files and folders to look at, absolute, those of earlier builds included.
        documents: key of the record by absolute path of the file.
        records: by key.
        read, cached: documents read anew, and taken as they were.
        troubles: what is wrong now with files, folders and manifests, beside the problems of the records.
    """

    places: list[str]
    documents: dict[str, str] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    read: int = 0
    cached: int = 0
    troubles: list[Trouble] = field(default_factory=list)

    def in_order(self) -> list[Record]:
        """The records in an order that depends on nothing but them."""
        keys = sorted(set(self.documents.values()), key=lambda key: (self.records[key].document.sha256, key))
        return [self.records[key] for key in keys]


def take_in(
    paths: Sequence[Path],
    state: State,
    cache: RecordCache,
    *,
    workers: int | None,
    seconds: float,
    progress: Progress,
) -> Intake:
    """Look at some paths and at the places of earlier builds, and read what is new there.

    A path that is a document's own file takes the document in again if it was retracted or purged.

    Raises:
        UsageError: a path is not there or no UTF-8, or there is nothing to build from.
    """
    asked = {_place(path) for path in paths}
    for path in asked:
        if not _is_utf8(path):
            raise UsageError(f"the path {str(path)!r} is not valid UTF-8", hint="Rename it, or build the folder above.")
    intake = Intake(sorted({*state.places, *map(str, asked)}), dict(state.documents))
    if not intake.places:
        raise UsageError("nothing to build from", hint="Name a folder of documents: `councilgraph build FOLDER`.")
    there = [path for place in intake.places if (path := Path(place)) in asked or documents.is_there(path)]
    found = documents.find(there)
    intake.troubles += [Trouble(str(path), problem, unread=True) for path, problem in found.problems]
    sources = [_named_alike(source) for source in found.sources if not _is_purged(source, asked, state)]
    wanted = [source for source in sources if not _is_cached(source, cache, intake)]
    intake.read, intake.cached = len(wanted), len(sources) - len(wanted)
    progress("reading", 0, len(wanted))
    for done, (source, record) in enumerate(zip(wanted, run(wanted, workers=workers, seconds=seconds), strict=True), 1):
        _keep(source, record, cache, intake)
        progress("reading", done, len(wanted))
    _keep_former({str(source.path) for source in sources}, state.retracted, cache, intake)
    for path in asked:
        if key := intake.documents.get(str(path)):
            state.retracted.pop(intake.records[key].document.id, None)
    intake.places = [place for place in intake.places if _matters(place, intake.documents)]
    return intake


def put_rows(rows: Mapping[str, Record], replaced: Collection[str], state: State, cache: RecordCache) -> None:
    """Keep records made of rows of the user's own as documents; those from files of the same names go.

    Args:
        rows: records by a path of their own.  replaced: names of files.
    """
    for path, key in list(state.documents.items()):
        known = cache.get(key) if replaced else None
        if known and is_of_rows(known) and files_of(known) & set(replaced):
            del state.documents[path]
    for path, record in rows.items():
        key = hashlib.sha256(records.dumps(record).encode()).hexdigest()
        cache.put(key, record)
        state.documents[path] = key
        state.retracted.pop(record.document.id, None)
        state.purged.pop(record.document.sha256, None)


def is_of_rows(record: Record) -> bool:
    """Whether a record was made of rows of the user's own."""
    return record.document.reader == READER


def _place(path: Path) -> Path:
    """Where a folder lies, or the folder of a file: the file's own name stays, be it a link."""
    try:
        whole = path.is_dir() or path.name in ("", "..")
        return path.resolve() if whole else path.parent.resolve() / path.name
    except (OSError, RuntimeError):  # a circle of links is a RuntimeError until Python 3.13
        return path.absolute()


def _is_utf8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _named_alike(source: Source) -> Source:
    """The source under a name that does not depend on whether its folder was asked for or the file alone."""
    return source if source.row else replace(source, name=source.name.rsplit("/", 1)[-1])


def _is_purged(source: Source, asked: set[Path], state: State) -> bool:
    """Whether a file is one that was purged; a file that is asked for itself is one no longer."""
    if not state.purged or (sha := source.sha256()) not in state.purged:
        return False
    if source.path in asked:
        del state.purged[sha]
        return False
    return True


def _is_cached(source: Source, cache: RecordCache, intake: Intake) -> bool:
    sha = source.sha256()
    key = sha and cache_key(sha, documents.metadata(source))
    record = cache.get(key) if key else None
    if key and record:
        intake.documents[str(source.path)], intake.records[key] = key, record
    return record is not None


def _keep(source: Source, record: Record, cache: RecordCache, intake: Intake) -> None:
    """Put a record that was read now into the cache, unless another try may give another."""
    sha = record.document.sha256
    if sha and not any(problem.code in PASSING for problem in record.problems):
        key = cache_key(sha, documents.metadata(source))
        cache.put(key, record)
        record.document.text = None
        intake.documents[str(source.path)], intake.records[key] = key, record
        return
    intake.troubles += [Trouble(str(source.path), problem, unread=True) for problem in record.problems]
    if sha:
        intake.documents.pop(str(source.path), None)


def _keep_former(present: set[str], retracted: Mapping[str, str], cache: RecordCache, intake: Intake) -> None:
    """Keep what files said that are gone or cannot be opened; not of one that was merely moved."""
    moved = {record.document.sha256 for record in intake.records.values()}
    for path, key in list(intake.documents.items()):
        if path in present and key in intake.records:
            continue
        record = intake.records.get(key) or cache.get(key)
        if record is None or (path not in present and record.document.sha256 in moved):
            del intake.documents[path]
        else:
            intake.records[key] = record
        if path in present or documents.is_there(Path(path)) or (record and is_of_rows(record)):
            continue
        if record is None:
            intake.troubles.append(Trouble(path, Problem("unreadable", _LOST), unread=True))
        elif path in intake.documents and record.document.id not in retracted:
            intake.troubles.append(Trouble(path, Problem("unreadable", _GONE), unread=False))


def _matters(place: str, paths: Iterable[str]) -> bool:
    """Whether there is a file or folder, or was one from which something is known."""
    path = Path(place)
    return documents.is_there(path) or any(Path(known).is_relative_to(path) for known in paths)
