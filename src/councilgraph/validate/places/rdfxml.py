"""RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/): elements with their lines, which are nodes and properties in turn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin
from xml.parsers.expat import ExpatError, ParserCreate

from councilgraph.validate.places.statement import Statement

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_BASE = "http://www.w3.org/XML/1998/namespacebase"
_TYPE = f"{_RDF}type"
_PARTED = " "
_SYNTAX = frozenset(
    _RDF + name for name in ("about", "ID", "nodeID", "resource", "parseType", "datatype", "bagID", "aboutEach")
)


@dataclass(slots=True)
class _Element:
    """An element that is being read.

    Attributes:
        kind: ``root``, ``node``, ``property``, or ``words`` where it is, or lies in, a property that holds XML itself.
        subject: of a node, or of the node that a property is of.
        line: where it begins.  members: how many ``rdf:li`` a node has.
        text: what a property holds; None where that is a node.  is_list: whether it holds a list of nodes.
    """

    kind: str
    base: str
    subject: str = ""
    predicate: str = ""
    line: int = 0
    members: int = 0
    text: list[str] | None = field(default_factory=list)
    is_list: bool = False


def statements(text: str) -> Iterator[Statement]:
    """The statements of a file, as far as it is well-formed."""
    reader = _Reader()
    try:
        reader.parser.Parse(text.encode(), True)
    except (ExpatError, UnicodeEncodeError):
        return iter(())
    return iter(reader.found)


class _Reader:
    """Reads elements as the parser meets them.

    Attributes:
        found: what they state.
    """

    def __init__(self) -> None:
        self.found: list[Statement] = []
        self._nameless = 0
        self._open: list[_Element] = []
        self.parser = ParserCreate("utf-8", _PARTED)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        iri = _iri(name)
        told = {_iri(key): value for key, value in attributes.items()}
        around = self._open[-1] if self._open else None
        base = urljoin(around.base if around else "", told.pop(_BASE, ""))
        line = self.parser.CurrentLineNumber
        if around is None and iri == f"{_RDF}RDF":
            self._open.append(_Element("root", base))
        elif around is None or around.kind in ("root", "property"):
            self._node(iri, told, base, line, around)
        elif around.kind == "node":
            self._property(iri, told, base, line, around)
        else:
            self._open.append(_Element("words", base))

    def _node(self, iri: str, told: Mapping[str, str], base: str, line: int, around: _Element | None) -> None:
        subject = self._named(told, base, "about")
        self._open.append(_Element("node", base, subject, line=line))
        if iri != f"{_RDF}Description":
            self._state(subject, _TYPE, iri, line)
        self._attributes(subject, told, base, line)
        if around and around.kind == "property":
            around.text = None
            if around.is_list:
                self._state(self._new(), f"{_RDF}first", subject, line)
            else:
                self._state(around.subject, around.predicate, subject, around.line)

    def _property(self, iri: str, told: Mapping[str, str], base: str, line: int, node: _Element) -> None:
        if iri == f"{_RDF}li":
            node.members += 1
            iri = f"{_RDF}_{node.members}"
        kind = told.get(f"{_RDF}parseType")
        element = _Element("property", base, node.subject, iri, line)
        self._open.append(element)
        if kind == "Collection":
            element.is_list, element.text = True, None
            self._state(node.subject, iri, "(", line)
        elif kind == "Resource":
            element.kind, element.subject, element.text = "node", self._new(), None
            self._state(node.subject, iri, element.subject, line)
        elif kind is not None:
            element.kind = "words"
        elif any(key not in (f"{_RDF}datatype", f"{_RDF}ID") and _is_told(key) for key in told):
            value = self._named(told, base, "resource")
            element.text = None
            self._state(node.subject, iri, value, line)
            self._attributes(value, told, base, line)

    def _end(self, name: str) -> None:
        ended = self._open.pop()
        if ended.kind == "property" and ended.text is not None:
            self._state(ended.subject, ended.predicate, "".join(ended.text), ended.line)

    def _words(self, text: str) -> None:
        if self._open and self._open[-1].kind == "property" and self._open[-1].text is not None:
            self._open[-1].text.append(text)

    def _attributes(self, subject: str, told: Mapping[str, str], base: str, line: int) -> None:
        """Properties that are written as attributes."""
        for key, value in told.items():
            if key not in _SYNTAX and _is_told(key):
                self._state(subject, key, urljoin(base, value) if key == _TYPE else value, line)

    def _named(self, told: Mapping[str, str], base: str, key: str) -> str:
        """The node that attributes name."""
        if f"{_RDF}{key}" in told:
            return urljoin(base, told[f"{_RDF}{key}"])
        if key == "about" and f"{_RDF}ID" in told:
            return urljoin(base, f"#{told[f'{_RDF}ID']}")
        return f"_:{told[f'{_RDF}nodeID']}" if f"{_RDF}nodeID" in told else self._new()

    def _new(self) -> str:
        self._nameless += 1
        return f"[{self._nameless}"

    def _state(self, subject: str, predicate: str, value: str, line: int) -> None:
        self.found.append(Statement(subject, predicate, value, line))


def _iri(name: str) -> str:
    return "".join(name.split(_PARTED)[:2])


def _is_told(key: str) -> bool:
    """Whether an attribute says something of a node: it is in a namespace, and that is not XML's own."""
    return ":" in key and not key.startswith("http://www.w3.org/XML/1998/namespace")
