"""Triples by property, as the N-Triples that they came in: what a validation asks of all nodes at once is then a few
operations on sets, with no term made of any text.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from itertools import chain

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from councilgraph.store.protocol import Term

_REMEMBERED = 20_000
"""So many terms are kept."""


class Column:
    """The triples of one property.

    Attributes:
        predicate: the property.
        first: a value by subject.  more: further values by subject, of those that have any.
    """

    def __init__(self, predicate: bytes) -> None:
        self.predicate = predicate
        self.first: dict[bytes, bytes] = {}
        self.more: dict[bytes, list[bytes]] = {}

    def __len__(self) -> int:
        """How many triples there are."""
        return len(self.first) + sum(map(len, self.more.values()))

    def of(self, subject: bytes) -> tuple[bytes, ...]:
        """The values of a subject."""
        value = self.first.get(subject)
        if value is None:
            return ()
        return (value, *self.more[subject]) if subject in self.more else (value,)

    def forget(self) -> None:
        """More triples come: what was made of all of them does not hold any more."""
        self.__dict__.pop("values", None)
        self.__dict__.pop("inverse", None)

    def pairs(self) -> Iterator[tuple[bytes, bytes]]:
        """All subjects with their values."""
        yield from self.first.items()
        for subject, values in self.more.items():
            for value in values:
                yield subject, value

    def lines(self) -> Iterator[bytes]:
        """The lines, in no order."""
        between = b" " + self.predicate + b" "
        for subject, value in self.pairs():
            yield subject + between + value + b" ."

    @cached_property
    def values(self) -> frozenset[bytes]:
        """All values."""
        return frozenset(self.first.values()).union(*self.more.values())

    @cached_property
    def inverse(self) -> dict[bytes, list[bytes]]:
        """Subjects by value."""
        found: dict[bytes, list[bytes]] = {}
        for subject, value in self.pairs():
            found.setdefault(value, []).append(subject)
        return found


class Columns:
    """A graph."""

    def __init__(self) -> None:
        self._columns: dict[bytes, Column] = {}
        self._terms: dict[bytes, bytes] = {}

    def add(self, lines: Iterable[bytes]) -> None:
        """Take in N-Triples, each without the dot at its end; one that was met before is passed over."""
        columns, known = self._columns, self._terms.setdefault
        for known_already in columns.values():
            known_already.forget()
        last, subject = b"", b""
        for line in lines:
            start, predicate, value = line.split(b" ", 2)
            if start != last:
                last = start
                subject = known(start, start)
            value = known(value, value)
            column = columns.get(predicate)
            if column is None:
                column = columns[predicate] = Column(predicate)
            if column.first.setdefault(subject, value) is not value:
                others = column.more.get(subject)
                if others is None:
                    column.more[subject] = [value]
                elif value not in others:
                    others.append(value)

    def __len__(self) -> int:
        """How many triples there are."""
        return sum(map(len, self._columns.values()))

    def column(self, predicate: bytes) -> Column:
        """The triples of a property; empty if there are none."""
        return self._columns.get(predicate, _NONE)

    def properties(self, chosen: Collection[bytes] | None = None) -> list[Column]:
        """The triples of each property, or of each that is among those chosen."""
        return [column for predicate, column in self._columns.items() if chosen is None or predicate in chosen]

    def lines(self) -> Iterator[bytes]:
        """The lines, in no order."""
        return chain.from_iterable(column.lines() for column in self._columns.values())


@lru_cache(_REMEMBERED)
def term(text: bytes) -> Term:
    """The term that N-Triples stand for, its literal form kept."""
    with suppress(ValueError):  # of an IRI that only the lenient parser takes
        if text[:1] == b"<":
            return NamedNode(text[1:-1].decode())
        if text[:1] == b'"' and b"\\" not in text:
            lexical, _, suffix = text[1:].decode().rpartition('"')
            if not suffix:
                return Literal(lexical)
            if suffix[0] == "^":
                return Literal(lexical, datatype=NamedNode(suffix[3:-1]))
    (triple,) = parse(b"<urn:s> <urn:p> " + text + b" .", format=RdfFormat.N_TRIPLES, lenient=True)
    found: Term = triple.object
    return found


_NONE = Column(b"")
