"""Taking a document out of the graph: retracted, so that what was known of it stays on record, or purged."""

from pathlib import Path

from councilgraph.build.cache import RecordCache
from councilgraph.build.pipeline import build
from councilgraph.build.report import BuildReport
from councilgraph.build.state import State
from councilgraph.errors import UsageError
from councilgraph.mapping import iris
from councilgraph.model import Document
from councilgraph.query.run import values
from councilgraph.store import open_store, write_store


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
    document = named_document(store, wanted)
    report = build(store, retracted={document.id: why})
    return document.title or document.path, report


def purge(store: Path, wanted: str, why: str = "") -> tuple[str, BuildReport]:
    """Erase a document and all that only it said, with what was read from it; its file is not touched.

    What remains is the hash of its file, so that no later build takes it in by itself.

    Args:
        wanted: as for `retract`.
        why: the reason, kept with the hash.

    Returns:
        The document's title or path, and what the build did.

    Raises:
        UsageError: no document or several answer to that name, or a file cannot be deleted.
    """
    document = named_document(store, wanted)
    report = build(store, retracted={document.id: why})
    with write_store(store) as writer:
        state = State.of(writer.state)
        gone = {path for path, known in _documents(store) if known.id == document.id}
        state.documents = {path: key for path, key in state.documents.items() if path not in gone}
        state.places = [place for place in state.places if place not in gone]
        state.retracted.pop(document.id, None)
        state.purged[document.sha256] = why
        state.fingerprint = ""
        for graph in _graphs_of(store, document):
            writer.erase(graph)
        RecordCache(store).forget(document.id)
        writer.commit(state.to_dict())
    return document.title or document.path, report


def _graphs_of(store: Path, document: Document) -> list[str]:
    """The named graphs of a document's versions that are not live: what other documents say as well stays."""
    node = iris.document(document.id)
    with open_store(store) as reader:
        live = set(reader.graph_names(live=True))
        found = values(reader, f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?version prov:specializationOf {node} }} }}")
        return [str(graph) for (graph,) in found if str(graph) not in live]


def named_document(store: Path, wanted: str) -> Document:
    """The document that answers to a path, file name, title, id or IRI.

    Raises:
        UsageError: none does, or several do.
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
    return document


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
