"""Results in words: findings that name nodes, say what is wrong with them and where it was said."""

import re
from collections.abc import Callable
from functools import cache

from rdflib import RDF, RDFS, SH, SKOS, BNode, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from councilgraph.rdf import BASE, PREFIXES, shorten
from councilgraph.store.lines import LineStore
from councilgraph.validate.report import SEVERITIES, Finding
from councilgraph.validate.results import Result
from councilgraph.validate.shapes import Shapes, local_name
from councilgraph.validate.terms import node_of, text_of

_CG = PREFIXES["cg"]
_EVIDENCE, _SUPPORTS, _IN_VERSION = URIRef(_CG + "evidence"), URIRef(_CG + "supports"), URIRef(_CG + "inVersion")
_STATED_IN, _PAGE, _VERSION = URIRef(_CG + "statedIn"), URIRef(_CG + "page"), URIRef(_CG + "DocumentVersion")
_LABELS = (RDFS.label, SKOS.prefLabel)
_THING = re.compile(re.escape(BASE) + r"(?:id|vocab)/[\w./\-]*[\w\-]")
"""An IRI of ours in a message, which people know by its label."""
_NEAR = 88
"""How alike two keys have to be, of 100, to ask whether one was meant for the other."""


class Reader:
    """Reads results of a validation of some data by some shapes.

    Args:
        where: the place in the user's own data that a result is about.
    """

    def __init__(self, data: LineStore, shapes: Shapes, where: Callable[[Result], str | None]) -> None:
        self._data, self._shapes, self._where = data, shapes, where
        self._rule = cache(shapes.rule)
        self._keys = cache(self._keys_in)

    def finding(self, result: Result) -> Finding:
        """One result in words."""
        focus, path, value = result.focus, result.path, result.value
        rule = self._rule(result.shape)
        document, page = self._place(focus, path)
        return Finding(
            rule=rule.iri,
            rule_label=rule.label,
            severity=self._severity(result),
            focus=str(focus),
            focus_label=self._name(focus),
            path=self._path(path) if path is not None else None,
            value=self._name(value) if value is not None and value != focus else None,
            message=self._message(result, rule.message) + self._near(value if value is not None else focus),
            mend=rule.mend,
            document=document,
            page=page,
            where=self._where(result),
        )

    def _severity(self, result: Result) -> str:
        level = local_name(str(result.severity)).lower()
        return level if level in SEVERITIES else SEVERITIES[0]

    def _message(self, result: Result, of_rule: str | None) -> str:
        own = (result.shape, SH.message, None) in self._shapes.graph
        message = "; ".join(sorted(result.messages)) if own or not of_rule else of_rule
        return _THING.sub(lambda found: self._name(URIRef(found[0])), message)

    def _name(self, node: Node) -> str:
        if isinstance(node, URIRef):
            label = next((found for predicate in _LABELS if (found := self._value(node, predicate))), None)
            return str(label) if label is not None else shorten(str(node))
        return f"_:{node}" if isinstance(node, BNode) else str(node)

    def _place(self, focus: Node, path: Node | None) -> tuple[str | None, int | None]:
        """Title of the document that states a node, and the page of the words that support the path in question."""
        spans = self._values(focus, _EVIDENCE) or ([focus] if self._value(focus, _IN_VERSION) else [])
        supporting = [span for span in spans if path is not None and path in self._values(span, _SUPPORTS)]
        span = next(iter(supporting or spans), None)
        version = self._value(span, _IN_VERSION) if span is not None else self._value(focus, _STATED_IN)
        if version is None and _VERSION in self._values(focus, RDF.type):
            version = focus
        page = str(self._value(span, _PAGE)) if span is not None else ""
        title = self._value(version, DCTERMS.title) if version is not None else None
        return str(title) if title is not None else None, int(page) if page.isdigit() else None

    def _path(self, path: Node) -> str:
        """A property, or a property path in the notation of SPARQL."""
        graph = self._shapes.graph
        if isinstance(path, URIRef):
            return shorten(str(path))
        if graph.value(path, RDF.first) is not None:
            return "/".join(self._path(step) for step in graph.items(path))
        for predicate, sign in ((SH.zeroOrMorePath, "*"), (SH.oneOrMorePath, "+"), (SH.zeroOrOnePath, "?")):
            if inner := graph.value(path, predicate):
                return f"({self._path(inner)}){sign}"
        if inner := graph.value(path, SH.inversePath):
            return f"^{self._path(inner)}"
        choices = graph.value(path, SH.alternativePath)
        return "|".join(self._path(choice) for choice in graph.items(choices)) if choices is not None else "path"

    def _near(self, node: Node) -> str:
        """A question after a likely slip of the pen, where an IRI is described nowhere but one much like it is."""
        if not isinstance(node, URIRef) or self._values(node, RDF.type):
            return ""
        from rapidfuzz import process

        folder, _, key = str(node).rpartition("/")
        match = process.extractOne(key, self._keys(folder), score_cutoff=_NEAR)
        return f" Did you mean {shorten(f'{folder}/{match[0]}')}?" if match else ""

    def _keys_in(self, folder: str) -> list[str]:
        """Last parts of the IRIs with a type that are the same up to the last ``/``."""
        start = f"{folder}/"
        found = (str(node_of(node)) for node in self._data.typed(start))
        return sorted(iri.removeprefix(start) for iri in found if "/" not in iri.removeprefix(start))

    def _value(self, subject: Node, predicate: Node) -> Node | None:
        return next(iter(self._values(subject, predicate)), None)

    def _values(self, subject: Node, predicate: Node) -> list[Node]:
        return sorted(map(node_of, self._data.values(text_of(subject), str(predicate))), key=str)
