"""Results in words: findings that name nodes, say what is wrong with them and where it was said."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from rdflib import RDF, RDFS, SH, SKOS, BNode, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from councilgraph.rdf import PREFIXES, shorten
from councilgraph.store.protocol import Graph
from councilgraph.validate.findings import SEVERITIES, Finding, Head, local_name
from councilgraph.validate.near import Near
from councilgraph.validate.paths import in_words, notation
from councilgraph.validate.problem import Problem
from councilgraph.validate.results import Result, of_text
from councilgraph.validate.shapes import Shapes
from councilgraph.validate.terms import node_of, quiet, text_of

_CG = PREFIXES["cg"]
_EVIDENCE, _SUPPORTS, _IN_VERSION = URIRef(_CG + "evidence"), URIRef(_CG + "supports"), URIRef(_CG + "inVersion")
_STATED_IN, _PAGE, _VERSION = URIRef(_CG + "statedIn"), URIRef(_CG + "page"), URIRef(_CG + "DocumentVersion")
_LABELS = (RDFS.label, SKOS.prefLabel)
_IRI = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?)]")
_REMEMBERED = 10_000
"""So many names of nodes are kept."""
_OFFERED = 300
"""For so many findings of a rule what was meant is looked for; whoever reads them sees how it goes on."""
_HELD = 5
"""So many values of a property are told."""


class Reader:
    """Reads results of a validation of some data by some shapes.

    Args:
        where: the place in the user's own data that a result is about.
    """

    def __init__(self, data: Graph, shapes: Shapes, where: Callable[[Result], str | None]) -> None:
        self._data, self._shapes, self._where = data, shapes, where
        self.rule = cache(shapes.rule)
        self._path = cache(lambda path: (notation(shapes.graph, path), in_words(shapes.graph, path, self._name)))
        self._name = lru_cache(_REMEMBERED)(self._called)
        self._near = Near(data, shapes)
        self._problem = Problem(shapes.graph, self._name, self._values)

    def finding(self, result: Result, *, offers: bool = True) -> Finding:
        """One result in words.

        Args:
            offers: whether what was probably meant is looked for.
        """
        focus, path, value = result.focus, result.path, result.value
        rule = self.rule(result.shape)
        document, page = self._place(focus, path)
        held, (message, problem) = self._held(result), self._told(result)
        return Finding(
            rule=rule.iri,
            rule_label=rule.label,
            severity=self._severity(result),
            focus=str(focus),
            focus_label=self._name(focus),
            path=self._path(path)[0] if path is not None else None,
            path_label=self._label(result),
            value=self._name(value) if value is not None and value != focus else None,
            value_iri=str(value) if isinstance(value, URIRef) and value != focus else None,
            given="; ".join(held) or None if held is not None else None,
            message=message,
            problem=problem,
            suggestion=self._near.suggestion(result) if offers else None,
            reason=rule.reason,
            mend=rule.mend,
            document=document,
            page=page,
            where=self._where(result),
        )

    def told(self, texts: Iterable[tuple[str, int]]) -> list[Finding]:
        """The results of texts in words; what was meant is looked for in the first of each rule."""
        with quiet():
            return [self.finding(of_text(text), offers=rank < _OFFERED) for text, rank in texts]

    def head(self, result: Result) -> Head:
        """What puts one result in order."""
        rule = self.rule(result.shape)
        path = self._path(result.path)[0] if result.path is not None else None
        value = str(result.value) if result.value is not None else None
        return Head(
            self._severity(result), rule.label, rule.iri, self._name(result.focus), str(result.focus), path, value
        )

    def _taken(self, result: Result) -> Node:
        """The path of a result; of several properties that a value may be at, the one where it is."""
        assert result.path is not None
        choices = self._shapes.graph.value(result.path, SH.alternativePath)
        steps = self._shapes.graph.items(choices) if choices is not None and result.value is not None else ()
        return next((step for step in steps if result.value in self._values(result.focus, step)), result.path)

    def _held(self, result: Result) -> list[str] | None:
        """The values of the property in question, where none of them alone is at fault."""
        if result.value is not None or not isinstance(result.path, URIRef):
            return None
        names = [self._name(value) for value in self._values(result.focus, result.path)]
        return names if len(names) <= _HELD else [*names[:_HELD], f"and {len(names) - _HELD} more"]

    def _severity(self, result: Result) -> str:
        level = local_name(str(result.severity)).lower()
        return level if level in SEVERITIES else SEVERITIES[0]

    def _told(self, result: Result) -> tuple[str, str | None]:
        """What is wrong by the rule, and what of it; a rule without words gets those of the constraint."""
        held = self._held(result)
        problem = self._problem.of(result, len(held) if held is not None else None)
        text = self._message(result)
        if text is None:  # pySHACL has words for every constraint, which name terms as it does
            text = "; ".join(sorted(result.messages))
            if problem:
                text = f"There is no {self._label(result)}." if problem == "none" else _sentence(problem)
            problem = None
        details = sorted({self._told(detail)[0] for detail in result.details})
        return " ".join([_IRI.sub(self._labelled, text), *details]), problem

    def _message(self, result: Result) -> str | None:
        """The words of the shape, or of the rule that it is part of; None where neither has any."""
        shapes = (result.shape, result.source)
        if any((shape, SH.message, None) in self._shapes.graph for shape in shapes if shape is not None):
            return "; ".join(sorted(result.messages))
        return self.rule(result.shape).message

    def _label(self, result: Result) -> str | None:
        return self._path(self._taken(result))[1] if result.path is not None else None

    def _labelled(self, iri: re.Match[str]) -> str:
        """What an IRI in a message is called, where it has a label."""
        name = self._name(URIRef(iri[0]))
        return iri[0] if name.endswith(">") else name

    def _called(self, node: Node) -> str:
        if node == RDF.type:
            return "type"
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

    def _value(self, subject: Node, predicate: Node) -> Node | None:
        return next(iter(self._values(subject, predicate)), None)

    def _values(self, subject: Node, predicate: Node) -> list[Node]:
        found: list[Node] = [*map(node_of, self._data.values(text_of(subject), str(predicate)))]
        return sorted(found, key=str) if len(found) > 1 else found


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
