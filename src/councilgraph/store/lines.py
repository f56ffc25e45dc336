"""A graph in memory made of N-Triples lines, which keeps every literal as it is written.

The engine has one form for all literals of the same number or time: it makes ``"01"^^xsd:integer`` into ``"1"``, and
``xsd:int`` into ``xsd:integer``. Where a validation has to tell what was written, such a literal goes in under a datatype
of its own, `KEPT` and the name of its real one, and means nothing to the engine; `written` gives it back. Literals that
the engine leaves as they are, nearly all there are, go in as they are.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from pyoxigraph import Literal, Quad, RdfFormat, Store, parse

from councilgraph import rdf
from councilgraph.namespaces import RDF
from councilgraph.rdf import XSD
from councilgraph.store.columns import Column, Columns, term
from councilgraph.store.protocol import Result, Term

KEPT = "urn:councilgraph:as-written:"
_BATCH = 50_000  # of lines
_PORTION = 2_500  # of lines, which the engine takes in sooner than many at once
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
        columns: its triples, by property.
        has_blank: whether it holds blank nodes.
    """

    def __init__(self) -> None:
        self.columns = Columns()
        self.has_blank = False
        self._database, self._filled = Store(), set[bytes]()
        self._keeping: dict[bytes, bool] = {}

    def add_lines(self, lines: Iterable[str], scope: str = "") -> None:
        """Take in canonical N-Triples lines (`rdf.lines`), each ending in ``" ."``; a triple may come twice.

        Args:
            scope: put before the labels of blank nodes, so that those of two files stay apart.
        """
        remaining = iter(lines)
        while batch := list(islice(remaining, _BATCH)):
            self._add("\n".join((*batch, "")).encode(), scope.encode())

    def read(self, file: BinaryIO) -> None:
        """Take in all that a file of such lines holds."""
        rest = b""
        while chunk := file.read(_CHUNK):
            lines, end, rest = (rest + chunk).rpartition(b"\n")
            self._add(lines + end)
        self._add(rest + b"\n" if rest else b"")

    def _add(self, text: bytes, scope: bytes = b"") -> None:
        lines = text.split(b" .\n")
        if lines.pop():
            raise ValueError("a line of N-Triples without its end")
        if b"_:" in text:
            lines = [self._scoped(line, scope) for line in lines]
        self.columns.add(lines)
        if self._filled:
            self._database, self._filled = Store(), set()
        self._keeping.clear()

    def _scoped(self, line: bytes, scope: bytes) -> bytes:
        subject, predicate, value = line.split(b" ", 2)
        parts = [b"_:" + scope + part[2:] if part.startswith(b"_:") else part for part in (subject, value)]
        self.has_blank |= any(part.startswith(b"_:") for part in parts)
        return b" ".join((parts[0], predicate, parts[1]))

    @property
    def has_kept(self) -> bool:
        """Whether it holds literals that mean nothing to the engine, so that a query may find less than it should."""
        return any(map(self.keeps, self.columns.properties()))

    def keeps(self, column: Column) -> bool:
        """Whether the triples of a property hold such literals."""
        is_kept = self._keeping.get(column.predicate)
        if is_kept is None:
            typed = b"\n".join(value for value in column.values if b'"^^<' in value)
            is_kept = self._keeping[column.predicate] = bool(typed) and _OTHERWISE.search(typed) is not None
        return is_kept

    def among(self, properties: Collection[bytes] | None) -> "Part":
        """The triples of some properties alone, or of all: a query of these has to wait for no others."""
        return Part(self, self.columns.properties(properties))

    def filled(self, columns: Iterable[Column]) -> Store:
        """The engine, with the triples of some properties at least."""
        for column in columns:
            if column.predicate not in self._filled:
                self._filled.add(column.predicate)
                lines, is_kept = column.lines(), self.keeps(column)
                while batch := list(islice(lines, _PORTION)):
                    self._load(b"\n".join(batch), is_kept=is_kept)
        return self._database

    def _load(self, text: bytes, *, is_kept: bool) -> None:
        if is_kept:
            text = _OTHERWISE.sub(_KEPT, text)
        if self.has_blank:  # the engine gives blank nodes of a file new labels
            triples = parse(text + b"\n", format=RdfFormat.N_TRIPLES, lenient=True)
            self._database.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in triples)
        else:
            self._database.load(text + b"\n", format=RdfFormat.N_TRIPLES, lenient=True)

    def spelled(self, term: str) -> str:
        """N-Triples, terms or triples in lines, as this graph has them, for a query."""
        return _OTHERWISE.sub(_KEPT, term.encode()).decode() if '"' in term else term

    def query(self, sparql: str) -> Result:
        """The engine's answer, see `written`; the prefixes of `rdf.PREFIXES` are known.

        Raises:
            SyntaxError: the query is malformed.
        """
        return self.among(None).query(sparql)

    def values(self, subject: str, predicate: str) -> Iterator[Term]:
        """The values of a property, in no order; none of a literal.

        Args:
            subject: N-Triples.  predicate: an IRI.
        """
        return map(term, self.columns.column(f"<{predicate}>".encode()).of(subject.encode()))

    def properties(self, subject: str) -> Iterator[str]:
        """The IRIs of the properties that a node has, in no order; none of a literal.

        Args:
            subject: N-Triples.
        """
        node = subject.encode()
        return (each.predicate[1:-1].decode() for each in self.columns.properties() if node in each.first)

    def typed(self, start: str) -> Iterator[Term]:
        """The nodes with a type whose IRIs start so, in no order."""
        wanted = f"<{start}".encode()
        return (term(node) for node in self.columns.column(str(RDF.type).encode()).first if node.startswith(wanted))

    def subjects(self, predicate: str, value: str) -> Iterator[Term]:
        """The nodes that have a value for a property, in no order.

        Args:
            predicate: an IRI.  value: N-Triples of an IRI.
        """
        return map(term, self.columns.column(f"<{predicate}>".encode()).inverse.get(value.encode(), ()))

    def lines(self) -> Iterator[str]:
        """The triples as they came, in no order."""
        return (line.decode() for line in self.columns.lines())

    def __len__(self) -> int:
        return len(self.columns)


class Part(LineStore):
    """The triples of some properties of a graph, for queries that look at no others."""

    def __init__(self, whole: LineStore, columns: list[Column]) -> None:
        self.columns, self.has_blank = whole.columns, whole.has_blank
        self._whole, self._columns = whole, columns

    @property
    def has_kept(self) -> bool:
        """Whether these hold literals that mean nothing to the engine."""
        return any(map(self._whole.keeps, self._columns))

    def query(self, sparql: str) -> Result:
        """The engine's answer.

        Raises:
            SyntaxError: the query is malformed.
        """
        return self._whole.filled(self._columns).query(sparql, prefixes=rdf.PREFIXES)


def as_written(text: str) -> str:
    """N-Triples as they came, from what a `LineStore` has."""
    return text.replace(f"^^<{KEPT}", f"^^<{XSD}")


def written(literal: Literal) -> tuple[str, str]:
    """Text and datatype of a literal as it was written."""
    datatype = literal.datatype.value
    return literal.value, XSD + datatype.removeprefix(KEPT) if datatype.startswith(KEPT) else datatype
