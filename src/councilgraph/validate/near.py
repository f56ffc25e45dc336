"""What was probably meant, where something known is written much like what stands there, and the property takes it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from rdflib import RDF, RDFS, SH, SKOS, Literal, URIRef
from rdflib.term import Node

from councilgraph.near import all_nearest
from councilgraph.rdf import PREFIXES, shorten
from councilgraph.store.protocol import Graph, NamedNode
from councilgraph.validate.findings import local_name
from councilgraph.validate.results import Result
from councilgraph.validate.shapes import Shapes
from councilgraph.validate.terms import node_of, text_of

_MOST = 5
"""So many that are equally near are offered."""
_CAPITAL = re.compile(r"(?=[A-Z])")
_CALLED = (RDFS.label, SKOS.prefLabel, SKOS.altLabel)

_Known = tuple[str, str]
"""A name, and what to offer where it was meant."""


class Near:
    """Finds what is written much like what results complain of."""

    def __init__(self, data: Graph, shapes: Shapes) -> None:
        self._data, self._shapes = data, shapes.graph
        self._beside = cache(self._beside_in)
        self._instances = cache(self._instances_of)
        self._is_described = cache(self._has_type)

    def suggestion(self, result: Result) -> str | None:
        """What was probably meant; None where nothing is near."""
        value = result.value if result.value is not None else result.focus
        if isinstance(value, URIRef) and not self._is_described(value):
            return self._other(value, result)
        if not isinstance(result.path, URIRef):
            return None
        if result.component == SH.MinCountConstraintComponent:
            return self._misspelt(result.focus, result.path)
        if isinstance(value, Literal):
            taken = self._allowed(result.shape, result.path)
            return _nearest(str(value), taken) or _nearest(str(value), _keys(taken))
        return None

    def _other(self, unknown: URIRef, result: Result) -> str | None:
        """A node beside one that nobody knows; where a property takes others, one of those with much the same key."""
        folder, _, key = str(unknown).rpartition("/")
        beside = self._beside(folder)
        taken: list[_Known] = []
        if result.value is not None and isinstance(result.path, URIRef) and result.path != RDF.type:
            taken = self._allowed(result.shape, result.path)
        offered = {iri for _, iri in taken}
        near = _nearest(key, [known for known in beside if not offered or known[1] in offered])
        return near or _nearest(key, _keys(taken))

    def _misspelt(self, focus: Node, path: URIRef) -> str | None:
        """A property that a node lacks, where it has one of much the same name that nobody knows."""
        if not isinstance(focus, URIRef):
            return None
        named = (URIRef(iri) for iri in self._data.properties(text_of(focus)) if iri.startswith(PREFIXES["cg"]))
        unknown = sorted(str(iri) for iri in named if not self._is_described(iri))
        near = _nearest(shorten(str(path)), [(shorten(iri), shorten(iri)) for iri in unknown])
        return f"{shorten(str(path))}, where it says {near}" if near else None

    def _allowed(self, shape: Node, path: URIRef) -> list[_Known]:
        """What a property takes: the members of a list, or the instances of a class, of its own vocabulary if it has one."""
        if (members := self._shapes.value(shape, SH["in"])) is not None:
            return [(_name(member), _name(member)) for member in self._shapes.items(members)]
        kinds = list(self._shapes.objects(shape, SH["class"]))
        kinds = kinds or [node_of(kind) for kind in self._data.values(text_of(path), str(RDFS.range))]
        known = [known for kind in sorted(kinds, key=str) for known in self._instances(kind)]
        scheme = f"vocab:{_CAPITAL.sub(r'-', local_name(path)).lower()}/"
        return [one for one in known if one[1].startswith(scheme)] or known

    def _instances_of(self, kind: Node) -> list[_Known]:
        """Labels of the instances of a class and of those below it."""
        if not isinstance(kind, URIRef):
            return []
        kinds, waiting = {str(kind)}, [str(kind)]
        while waiting:
            below = set(self._iris(RDFS.subClassOf, waiting.pop())) - kinds
            kinds |= below
            waiting += below
        nodes = {iri for each in kinds for iri in self._iris(RDF.type, each)}
        called = ((str(label), shorten(iri)) for iri in nodes for label in self._labels(iri))
        return sorted(set(called))

    def _iris(self, predicate: URIRef, value: str) -> Iterator[str]:
        found = self._data.subjects(str(predicate), f"<{value}>")
        return (node.value for node in found if isinstance(node, NamedNode))

    def _labels(self, iri: str) -> Iterator[Node]:
        return (node_of(label) for predicate in _CALLED for label in self._data.values(f"<{iri}>", str(predicate)))

    def _beside_in(self, folder: str) -> list[_Known]:
        """Last parts of the IRIs with a type that are the same up to the last ``/``."""
        start = f"{folder}/"
        found = [str(node_of(node)) for node in self._data.typed(start)]
        return sorted((iri.removeprefix(start), shorten(iri)) for iri in found if "/" not in iri.removeprefix(start))

    def _has_type(self, node: URIRef) -> bool:
        return any(True for _ in self._data.values(text_of(node), str(RDF.type)))


def _name(node: Node) -> str:
    return shorten(str(node)) if isinstance(node, URIRef) else str(node)


def _keys(known: Iterable[_Known]) -> list[_Known]:
    """The last parts of the IRIs of what is offered."""
    return [
        (key, offered) for offered in sorted({offered for _, offered in known}) if (key := offered.rpartition("/")[2])
    ]


def _nearest(text: str, known: Iterable[_Known]) -> str | None:
    """What is called most nearly so; several where they are called alike."""
    offers = defaultdict[str, list[str]](list)
    for name, offered in known:
        offers[name].append(offered)
    near = dict.fromkeys(offered for name in all_nearest(text, offers) for offered in offers[name])
    return " or ".join(list(near)[:_MOST]) or None
