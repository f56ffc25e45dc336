"""Taking a document out of the graph without losing what was known of it."""

from pathlib import Path

from councilgraph.build.cache import RecordCache
from councilgraph.build.pipeline import build
from councilgraph.build.report import BuildReport
from councilgraph.build.state import State
from councilgraph.errors import UsageError
from councilgraph.mapping import iris
from councilgraph.model import Document
from councilgraph.store import open_store


def retract(store: Path, wanted: str, why: str = "") -> tuple[str, BuildReport]:
    """Retract a document: it leaves the merge, its named graph stays.

    Args:
        wanted: the document's path, file name, title, id, or its IRI or the IRI's last segment.
        why: the reason, kept in the store.

    Returns:
        The document's title or path, and what the build did.

    Raises:
        UsageError: no document or several answer to that name.
    """
    asked = str(Path(wanted).absolute())
    found = {
        document.id: document for path, document in _documents(store) if path == asked or wanted in _names(document)
    }
    if len(found) != 1:
        if not found:
            raise UsageError(f"no document “{wanted}” in this graph", hint="`councilgraph query documents` lists them.")
        raise UsageError(f"{len(found)} documents answer to “{wanted}”", hint="Name one by its path or short id.")
    (document,) = found.values()
    report = build(store, retracted={document.id: why})
    return document.title or document.path, report


def _documents(store: Path) -> list[tuple[str, Document]]:
    """The documents that are known, each with the path of its file."""
    with open_store(store) as reader:
        known = State.of(reader.state).documents
    cache = RecordCache(store)
    return [(path, record.document) for path, key in sorted(known.items()) if (record := cache.get(key))]


def _names(document: Document) -> set[str]:
    iri = iris.document(document.id).value
    names = {document.id, document.path, document.path.rsplit("/", 1)[-1], iri, iri.rsplit("/", 1)[-1]}
    return names | ({document.title} if document.title else set())
