"""Taking a document out of the graph without losing what was known of it."""

from pathlib import Path

from councilgraph.build.cache import RecordCache
from councilgraph.build.pipeline import build
from councilgraph.build.report import BuildReport
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
    documents = _documents(store)
    found = {document.id: document for document in documents if wanted in _names(document)}
    if len(found) != 1:
        if not found:
            raise UsageError(f"no document “{wanted}” in this graph", hint="`councilgraph query documents` lists them.")
        raise UsageError(f"{len(found)} documents answer to “{wanted}”", hint="Name one by its path or short id.")
    (document,) = found.values()
    report = build(store, retracted={document.id: why})
    return document.title or document.path, report


def _documents(store: Path) -> list[Document]:
    with open_store(store) as reader:
        keys = set(reader.state.get("documents", {}).values())
    cache = RecordCache(store)
    return [record.document for key in sorted(keys) if (record := cache.get(key))]


def _names(document: Document) -> set[str]:
    iri = iris.document(document.id).value
    names = {document.id, document.path, document.path.rsplit("/", 1)[-1], iri, iri.rsplit("/", 1)[-1]}
    return names | ({document.title} if document.title else set())
