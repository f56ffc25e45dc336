"""Lines of RDF files: where a file describes a node, and where it gives a property of it a value.

Each syntax has a module that reads the places of statements, told that the file is well-formed. Where it does not
understand something it tells fewer places, never wrong ones.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from rdflib import BNode, URIRef
from rdflib.term import Node

from councilgraph.validate.places import jsonld, ntriples, rdfxml, turtle
from councilgraph.validate.places.statement import Statement
from councilgraph.validate.results import Result
from councilgraph.validate.terms import term_of

READERS: dict[str, Callable[[str], Iterator[Statement]]] = {
    ".ttl": turtle.statements,
    ".trig": turtle.statements,
    ".nt": ntriples.statements,
    ".nq": ntriples.statements,
    ".jsonld": jsonld.statements,
    ".rdf": rdfxml.statements,
    ".xml": rdfxml.statements,
}


@dataclass(slots=True)
class _File:
    """The places of one file.

    Attributes:
        scope: what the labels of its blank nodes begin with.
        nodes: first line of each node, or where it is pointed to if nothing is said of it.  values: lines of the values of its properties.
        nameless: what is said of blank nodes without a label.
        described: what blank nodes are in the data, to know them by.
    """

    name: str
    scope: str
    nodes: dict[str, int] = field(default_factory=dict)
    values: dict[tuple[str, str], list[tuple[str, int]]] = field(default_factory=dict)
    nameless: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    described: dict[str, set[tuple[str, str]]] = field(default_factory=dict)

    def node(self, focus: Node) -> str | None:
        """What the file's reader calls a node."""
        if isinstance(focus, URIRef):
            return str(focus) if str(focus) in self.nodes else None
        label = str(focus).removeprefix(self.scope)
        if not isinstance(focus, BNode) or label == str(focus):
            return None
        if f"_:{label}" in self.nodes:
            return f"_:{label}"
        told = self.described.get(label, set())
        fitting = [name for name, said in self.nameless.items() if said and said <= told]
        return max(fitting, key=lambda name: len(self.nameless[name]), default=None)

    def line(self, node: str, properties: Sequence[str], value: str | None) -> int:
        """The line of a value of one of the properties, of the property, or else of the node."""
        lines = [place for name in properties for place in self.values.get((node, name), ())]
        exact = [line for text, line in lines if text == value]
        return (exact or [line for _, line in lines] or [self.nodes[node]])[0]


class Places:
    """The places of all files."""

    def __init__(self) -> None:
        self._files: list[_File] = []

    def add(self, name: str, suffix: str, text: str, scope: str, lines: Sequence[str]) -> None:
        """Read a file.

        Args:
            name: as it is cited.  scope: what the labels of its blank nodes begin with in the data.
            lines: its statements in canonical form.
        """
        reader = READERS.get(suffix)
        if reader is None:
            return
        file = _File(name, scope)
        statements = list(reader(text))
        for said in statements:
            file.nodes.setdefault(said.subject, said.line)
            file.values.setdefault((said.subject, said.predicate), []).append((said.value, said.line))
            if said.subject.startswith("["):
                known = file.nameless.setdefault(said.subject, set())
                if not said.value.startswith(("[", "(", "_:")):
                    known.add((said.predicate, said.value))
        for said in statements:
            file.nodes.setdefault(said.value, said.line)
        if file.nameless:
            for line in lines:
                if line.startswith("_:"):
                    subject, predicate, value = line[:-2].split(" ", 2)
                    described = file.described.setdefault(subject[2:], set())
                    described.add((predicate[1:-1], str(term_of(value))))
        self._files.append(file)

    def of(self, result: Result, properties: Sequence[str]) -> str | None:
        """``file:line`` of what a result is about; None where no file describes it.

        Args:
            properties: IRIs of those that the result is about.
        """
        for file in self._files:
            node = file.node(result.focus)
            if node is not None:
                value = str(result.value) if result.value is not None else None
                return f"{file.name}:{file.line(node, properties, value)}"
        return None
