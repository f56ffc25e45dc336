"""A graph in memory made of N-Triples lines, which keeps every literal as it is written.

The engine has one form for all literals of the same number or time: it makes ``"01"^^xsd:integer`` into ``"1"``, and
``xsd:int`` into ``xsd:integer``. Where a validation has to tell what was written, such a literal goes in under a datatype
of its own, `KEPT` and the name of its real one, and means nothing to the engine; `written` gives it back. Literals that
the engine leaves as they are, nearly all there are, go in as they are.
"""

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any, BinaryIO

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from councilgraph import rdf
from councilgraph.namespaces import RDF
from councilgraph.rdf import XSD
from councilgraph.store.protocol import Result, Term

KEPT = "urn:councilgraph:as-written:"
_BATCH = 50_000  # of lines
_CHUNK = 2_000_000  # of bytes
_NUMBERED = (
    "byte|short|int|long|unsignedByte|unsignedShort|unsignedInt|unsignedLong|(?:non)?(?:[pP]osi|[nN]ega)tiveInteger"
)
_TIMED = (
    "date|time|dateTime|dateTimeStamp|gYear|gYearMonth|gMonth|gMonthDay|gDay|duration|yearMonthDuration|dayTimeDuration"
)
_END = rf'"\^\^<{re.escape(XSD)}'
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(?:\.[0-9]{0,8}[1-9])?"
_OTHERWISE = re.compile(
    rf'(?<![^ \n])"(?!-?[1-9][0-9]{{0,17}}{_END}integer>|0{_END}integer>'
    rf"|(?:0|-?[1-9][0-9]{{0,11}}){_END}decimal>|-?(?:0|[1-9][0-9]{{0,11}})\.[0-9]{{0,5}}[1-9]{_END}(?:decimal|double)>"
    rf"|(?:true|false){_END}boolean>|{_DAY}{_END}date>|{_DAY}T{_CLOCK}Z?{_END}dateTime>)"
    rf'((?:[^"\\\n]|\\.)*"\^\^<){re.escape(XSD)}'
    rf"((?:boolean|integer|decimal|float|double|{_NUMBERED}|{_TIMED})>)".encode()
)
"""A literal that the engine may write in another way."""
_KEPT = rf'"\1{KEPT}\2'.encode()


class LineStore:
    """The graph.

    Attributes:
        has_blank: whether it holds blank nodes.
        has_kept: whether it holds literals that mean nothing to the engine, so that a query may find less than it should.
    """

    def __init__(self) -> None:
        self._database = Store()
        self.has_blank = self.has_kept = False

    def add_lines(self, lines: Iterable[str], scope: str = "") -> None:
        """Take in canonical N-Triples lines (`rdf.lines`), each ending in ``" ."``; a triple may come twice.

        Args:
            scope: put before the labels of blank nodes, so that those of two files stay apart.
        """
        remaining = iter(lines)
        while batch := list(islice(remaining, _BATCH)):
            self._load(self._prepared("\n".join(batch).encode(), scope))

    def read(self, file: BinaryIO) -> None:
        """Take in all that a file of such lines holds; the engine stores some while the next are looked through."""
        rest = b""
        with ThreadPoolExecutor(1) as pool:
            stored: Future[None] | None = None
            while chunk := file.read(_CHUNK):
                lines, _, after = (rest + chunk).rpartition(b"\n")
                prepared = self._prepared(lines, "")
                if stored:
                    stored.result()
                stored = pool.submit(self._load, prepared)
                rest = after
            if stored:
                stored.result()
        self._load(self._prepared(rest, ""))

    def _prepared(self, text: bytes, scope: str) -> bytes:
        """Lines that the engine keeps as they are; what has blank nodes is stored already."""
        text = self._kept(text)
        if b"_:" in text:
            lines = text.split(b"\n")
            self._add_blank([line for line in lines if b"_:" in line], scope)
            text = b"\n".join(line for line in lines if b"_:" not in line)
        return text

    def _load(self, text: bytes) -> None:
        self._database.bulk_load(text + b"\n", format=RdfFormat.N_TRIPLES, lenient=True)

    def _add_blank(self, lines: list[bytes], scope: str) -> None:
        """The engine gives blank nodes of a file new labels; here they keep theirs, behind the scope."""
        self.has_blank = True
        triples = parse(b"\n".join([*lines, b""]), format=RdfFormat.N_TRIPLES, lenient=True)
        self._database.bulk_extend(
            Quad(_scoped(t.subject, scope), t.predicate, _scoped(t.object, scope)) for t in triples
        )

    def spelled(self, term: str) -> str:
        """The N-Triples of a term, or a line of N-Triples, as this graph has it, for a query."""
        return _OTHERWISE.sub(_KEPT, term.encode()).decode()

    def _kept(self, text: bytes) -> bytes:
        # Looking through the few lines with typed literals, nearly always in vain, is much faster than through all.
        if _OTHERWISE.search(b"\n".join(line for line in text.split(b"\n") if b'"^^<' in line)):
            self.has_kept = True
            return _OTHERWISE.sub(_KEPT, text)
        return text

    def query(self, sparql: str) -> Result:
        """The engine's answer, see `written`; the prefixes of `rdf.PREFIXES` are known.

        Raises:
            SyntaxError: the query is malformed.
        """
        return self._database.query(sparql, prefixes=rdf.PREFIXES)

    def values(self, subject: str, predicate: str) -> Iterator[Term]:
        """The values of a property, in no order; none of a literal.

        Args:
            subject: N-Triples.  predicate: an IRI.
        """
        if subject[0] == '"':
            return
        node = BlankNode(subject[2:]) if subject[0] == "_" else NamedNode(subject[1:-1])
        for quad in self._database.quads_for_pattern(node, NamedNode(predicate), None, DefaultGraph()):
            yield quad.object

    def typed(self, start: str) -> Iterator[Term]:
        """The nodes with a type whose IRIs start so, in no order."""
        found = {
            quad.subject
            for quad in self._database.quads_for_pattern(None, RDF.type, None, DefaultGraph())
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(start)
        }
        return iter(found)

    def lines(self) -> Iterator[str]:
        """The triples as they came, in no order."""
        content = self._database.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
        text = content.decode()
        return iter((as_written(text) if self.has_kept else text).split("\n")[:-1])

    def __len__(self) -> int:
        return len(self._database)


def as_written(text: str) -> str:
    """N-Triples as they came, from what a `LineStore` has."""
    return text.replace(f"^^<{KEPT}", f"^^<{XSD}")


def written(literal: Literal) -> tuple[str, str]:
    """Text and datatype of a literal as it was written."""
    datatype = literal.datatype.value
    return literal.value, XSD + datatype.removeprefix(KEPT) if datatype.startswith(KEPT) else datatype


def _scoped(term: Term, scope: str) -> Any:
    return BlankNode(scope + term.value) if isinstance(term, BlankNode) else term
