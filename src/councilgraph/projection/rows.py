"""Rows of a projection's queries as nodes, edges and values of attributes.

What the variables of a query mean is fixed: of nodes ``node label kind start end``; of edges ``source target edge label
kind start end weight document`` and ``property`` (the kind, where it is an IRI); every other variable is an attribute
of its name. ``node property value`` gives an attribute named by the property. Rows that tell of the same thing are
joined: an attribute then has several values, days reach from the first to the last, of weights the largest counts.
"""

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice

from councilgraph.errors import QueryError
from councilgraph.projection.model import Edge, Node, Source, Value, Values
from councilgraph.projection.values import day, iri_of, thing_id, value
from councilgraph.query.run import Table, run
from councilgraph.rdf import NamedNode
from councilgraph.store.protocol import Queryable, Term

_NODE = {"node", "label", "kind", "start", "end"}
_EDGE = {"source", "target", "edge", "label", "kind", "property", "start", "end", "weight", "document"}
_BATCH = 1000
_LABELS = "SELECT ?node ?label {{ VALUES ?node {{ {nodes} }} ?node rdfs:label ?label }}"
_DOCUMENTS = """
SELECT ?version ?document ?title ?url ?published WHERE {
  VALUES ?class { cg:DocumentVersion <http://www.w3.org/ns/dcat#Dataset> }
  ?version a ?class ; rdfs:label ?title .
  OPTIONAL { ?version prov:specializationOf ?document . OPTIONAL { ?document dcterms:source ?url } }
  OPTIONAL { ?version dcterms:issued ?published }
}
"""
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def edges(
    table: Table, kind: str, directed: bool, documents: Mapping[str, str], iris: dict[str, str]
) -> Iterator[Edge]:
    """The edges of a table, each once, without ids, and in the order of their ends.

    They are made in this order too: what is near in memory is read several times faster when many are written.

    Args:
        kind: what they are called where the table does not say.
        documents: ids of documents by the IRIs of their versions.
        iris: takes up the IRIs of their ends, by id.
    """
    columns = {name: index for index, name in enumerate(table.columns)}
    others = [(name, index) for name, index in columns.items() if name not in _EDGE]
    _demand(columns, "source", "target")
    cell = _Cell(columns)
    found: dict[tuple[str, str, str, str], Edge] = {}
    for row in sorted(table.rows, key=lambda row: (str(cell(row, "source")), str(cell(row, "target")))):
        begins, ends = cell(row, "source"), cell(row, "target")
        if not isinstance(begins, NamedNode) or not isinstance(ends, NamedNode):
            continue
        source, target = thing_id(begins.value), thing_id(ends.value)
        iris[source], iris[target] = begins.value, ends.value
        if not directed and source > target:
            source, target = target, source
        sort = _text(cell(row, "kind")) or _words(cell(row, "property")) or kind
        statement = cell(row, "edge")
        thing = thing_id(statement.value) if isinstance(statement, NamedNode) else ""
        label, weight = _text(cell(row, "label")) or sort, _number(cell(row, "weight"))
        start, end = day(cell(row, "start")), day(cell(row, "end"))
        edge = found.get((source, target, sort, thing))
        if edge is None:
            edge = Edge("", source, target, sort, label, {}, start, end, weight, thing)
            found[source, target, sort, thing] = edge
        else:
            edge.label, edge.weight = min(edge.label, label), max(edge.weight, weight)
            edge.start, edge.end = _earliest(edge.start, start), _latest(edge.end, end)
        for name, index in others:
            if (term := row[index]) is not None:
                add(edge.attributes, name, value(term))
        if (version := cell(row, "document")) is not None:
            document = documents.get(iri_of(version), thing_id(iri_of(version)))
            if document not in edge.documents:
                edge.documents = tuple(sorted((*edge.documents, document)))
    yield from found.values()


def nodes(table: Table, kind: str) -> Iterator[Node]:
    """The nodes of a table, each once."""
    columns = {name: index for index, name in enumerate(table.columns)}
    others = [(name, index) for name, index in columns.items() if name not in _NODE]
    _demand(columns, "node", "label")
    cell = _Cell(columns)
    found: dict[str, Node] = {}
    for row in table.rows:
        thing = cell(row, "node")
        if not isinstance(thing, NamedNode):
            continue
        node = found.get(thing.value)
        key = thing_id(thing.value)
        label, sort = _text(cell(row, "label")) or key, _text(cell(row, "kind")) or kind or _kind(key)
        start, end = day(cell(row, "start")), day(cell(row, "end"))
        if node is None:
            found[thing.value] = node = Node(key, label, sort, {}, start, end, iri=thing.value)
        else:
            node.label, node.kind = min(node.label, label), min(node.kind, sort)
            node.start, node.end = _earliest(node.start, start), _latest(node.end, end)
        for name, index in others:
            if (term := row[index]) is not None:
                add(node.attributes, name, value(term))
    yield from found.values()


def attributes(table: Table) -> Iterator[tuple[str, str, Value]]:
    """Node, name and value of attributes: a column each, or ``node property value``."""
    columns = {name: index for index, name in enumerate(table.columns)}
    _demand(columns, "node")
    generic = columns.keys() >= {"property", "value"}
    others = [(name, index) for name, index in columns.items() if name != "node"]
    for row in table.rows:
        node = row[columns["node"]]
        if not isinstance(node, NamedNode):
            continue
        if generic:
            name, term = row[columns["property"]], row[columns["value"]]
            if name is not None and term is not None:
                yield thing_id(node.value), _local(iri_of(name)), value(term)
            continue
        for column, index in others:
            if (term := row[index]) is not None:
                yield thing_id(node.value), column, value(term)


def described(store: Queryable, iris: Mapping[str, str]) -> dict[str, Node]:
    """Things, given as IRIs by ids, with their labels, and called what their ids say that they are."""
    found: dict[str, Node] = {}
    waiting = iter(sorted(iris.items()))
    while batch := dict(islice(waiting, _BATCH)):
        found |= {key: Node(key, key, _kind(key), iri=iri) for key, iri in batch.items()}
        terms = " ".join(f"<{iri}>" for iri in batch.values())
        keys = {iri: key for key, iri in batch.items()}
        for node, label in run(store, _LABELS.format(nodes=terms), limit=None).rows:
            key = keys[iri_of(node)]
            words = _text(label)
            found[key].label = words if found[key].label == key else min(words, found[key].label)
    return found


def documents(store: Queryable) -> dict[str, tuple[str, Source]]:
    """The documents of a graph by the IRIs of their versions: their ids, and what is known of them."""
    found: dict[str, tuple[str, Source]] = {}
    for version, document, title, url, published in sorted(run(store, _DOCUMENTS, limit=None).rows, key=str):
        source = Source(_text(title), iri_of(url) if url else "", day(published))
        found.setdefault(iri_of(version), (thing_id(iri_of(document or version)), source))
    return found


def numbered(found: Iterable[Edge]) -> list[Edge]:
    """Edges with ids, in the order of their ends: an id is made of what the edge says, so it is the same in every run."""
    met: Counter[str] = Counter()
    numbered = sorted(found, key=lambda e: (e.source, e.target, e.kind, e.thing, e.start or date.min))
    for edge in numbered:
        said = "\n".join((edge.source, edge.target, edge.kind, edge.thing))
        key = "e" + hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        met[key] += 1
        edge.id = key if met[key] == 1 else f"{key}-{met[key]}"
    return numbered


def add(attributes: dict[str, Values], name: str, new: Value) -> None:
    """Give an attribute one more value, unless it has it."""
    old = attributes.get(name)
    if old is None:
        attributes[name] = new
        return
    several = old if isinstance(old, tuple) else (old,)
    if not any(type(each) is type(new) and each == new for each in several):
        attributes[name] = tuple(sorted((*several, new), key=lambda each: (type(each).__name__, each)))


class _Cell:
    """A row's cell by the name of its column; None where there is none."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        self._columns = columns

    def __call__(self, row: list[Term | None], name: str) -> Term | None:
        index = self._columns.get(name)
        return None if index is None else row[index]


def _demand(columns: Mapping[str, int], *names: str) -> None:
    for name in names:
        if name not in columns:
            raise QueryError(f"a query of this projection does not select ?{name}")


def _text(term: Term | None) -> str:
    return "" if term is None else str(value(term))


def _earliest(one: date | None, other: date | None) -> date | None:
    return min((one, other)) if one and other else one or other


def _latest(one: date | None, other: date | None) -> date | None:
    return max((one, other)) if one and other else one or other


def _number(term: Term | None) -> float:
    found = value(term) if term is not None else 1.0
    return float(found) if isinstance(found, int | float) and math.isfinite(found) else 1.0


def _words(property_: Term | None) -> str:
    """``conducted by`` for ``cg:conductedBy``."""
    return _CAPITAL.sub(" ", _local(iri_of(property_))).lower() if property_ is not None else ""


def _local(iri: str) -> str:
    return re.split("[/#]", iri.rstrip("/#"))[-1]


def _kind(key: str) -> str:
    """What sort of thing an id says it is."""
    head, slash, _ = key.partition("/")
    return head.replace("-", " ") if slash and ":" not in head else "thing"
