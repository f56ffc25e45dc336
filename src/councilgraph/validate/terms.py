"""Terms as rdflib has them, made of canonical N-Triples, and the graph in which pySHACL walks the shapes."""

import logging
import re
import warnings
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Self

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import NamespaceManager
from rdflib.plugins.stores.memory import SimpleMemory
from rdflib.term import IdentifiedNode, Node

from councilgraph.errors import InputError
from councilgraph.rdf import PREFIXES, XSD, shorten
from councilgraph.store import protocol
from councilgraph.store.lines import written

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_STRING = XSD + "string"
_QUOTED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}


def term_of(text: str) -> IdentifiedNode | Literal:
    """The rdflib term that a canonical N-Triples term stands for.

    Raises:
        InputError: it is a triple term of RDF 1.2.
    """
    if text.startswith("<<"):
        raise InputError("triple terms (RDF 1.2) cannot be validated", hint="Write the statement as a node of its own.")
    if text[0] == "<":
        return URIRef(_unescaped(text[1:-1]))
    if text[0] == "_":
        return BNode(text[2:])
    end = text.rindex('"')
    lexical, suffix = _unescaped(text[1:end]), text[end + 1 :]
    if suffix.startswith("@"):
        return Literal(lexical, lang=suffix[1:].partition("--")[0], normalize=False)
    datatype = suffix[3:-1]
    return Literal(lexical, datatype=datatype if datatype and datatype != _STRING else None, normalize=False)


def node_of(term: protocol.Term) -> IdentifiedNode | Literal:
    """The rdflib term for one that a store answered with.

    Raises:
        InputError: it is a triple term of RDF 1.2.
    """
    if isinstance(term, protocol.NamedNode):
        return URIRef(term.value)
    if isinstance(term, protocol.BlankNode):
        return BNode(term.value)
    if not isinstance(term, protocol.Literal):
        return term_of(str(term))
    if term.language:
        return Literal(term.value, lang=term.language, normalize=False)
    lexical, datatype = written(term)
    return Literal(lexical, datatype=datatype if datatype != _STRING else None, normalize=False)


def text_of(node: Node) -> str:
    """The canonical N-Triples of an rdflib term."""
    if isinstance(node, URIRef):
        return f"<{node}>"
    if not isinstance(node, Literal):
        return f"_:{node}"
    quoted = '"' + "".join(_QUOTED.get(character, character) for character in node) + '"'
    if node.language:
        return f"{quoted}@{node.language}"
    return f"{quoted}^^<{node.datatype}>" if node.datatype else quoted


def scoped(text: str, scope: str) -> str:
    """A term's text, with a scope put before its label if it is a blank node."""
    return f"_:{scope}{text[2:]}" if text.startswith("_:") else text


def mentioned(lines: Iterable[str], scope: str = "") -> set[Node]:
    """Subjects and values of canonical N-Triples lines."""
    texts = {text for line in lines for text in (line.split(" ", 1)[0], line[:-2].split(" ", 2)[2])}
    return {term_of(scoped(text, scope)) for text in texts}


class Prefixes(NamespaceManager):
    """The known prefixes and no others: pySHACL binds its own anew for every name that it writes."""

    def __init__(self) -> None:
        self._is_settled = False
        super().__init__(Graph(SimpleMemory()), bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            self.bind(prefix, namespace)
        self._is_settled = True

    def bind(self, *args: Any, **kwargs: Any) -> None:
        """Bind a prefix, as long as they are being made."""
        if not self._is_settled:
            super().bind(*args, **kwargs)

    def normalizeUri(self, rdfTerm: str) -> str:  # noqa: N802, N803 - rdflib's names
        """The short form of an IRI."""
        return shorten(str(rdfTerm))


class ShapesGraph(Graph):
    """An rdflib graph for shapes, which pySHACL walks in many ways and asks for values hundreds of thousands of times."""

    def __init__(self) -> None:
        super().__init__(SimpleMemory(), namespace_manager=Prefixes())
        self._values: dict[tuple[Any, Any], list[Node]] = {}

    def add(self, triple: Any) -> Self:
        """Add a triple; the values known so far may not be all any more."""
        self._values.clear()
        return super().add(triple)

    def remove(self, triple: Any) -> Self:
        """Remove triples that match a pattern."""
        self._values.clear()
        return super().remove(triple)

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Generator[Node]:
        """The values of a property, looked up once."""
        values = self._values.get((subject, predicate))
        if values is None:
            values = self._values[subject, predicate] = list(super().objects(subject, predicate, unique))
        yield from values


def rdflib_graph(lines: Iterable[str], scope: str = "") -> ShapesGraph:
    """An rdflib graph of the same terms, for shapes."""
    graph = ShapesGraph()
    for line in lines:
        subject, predicate, value = line[:-2].split(" ", 2)
        graph.add((term_of(scoped(subject, scope)), term_of(predicate), term_of(scoped(value, scope))))
    return graph


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(match[3], match[3])


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing is said by rdflib of literals whose text is no value of their datatype; that is for the shapes to say."""
    logger = logging.getLogger("rdflib.term")
    was_disabled, logger.disabled = logger.disabled, True
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="rdflib")
        try:
            yield
        finally:
            logger.disabled = was_disabled
