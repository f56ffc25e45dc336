"""What a SELECT query by another hand looks at for one ``$this``: the triples of its patterns, and what ties them to it.

A solution matches all patterns that have to hold together. So where two states of a graph give different solutions, a
chain of such patterns leads from ``$this`` to a triple that differs, and all that come before it hold in both states.
"""

from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import Any

from pyparsing import ParseException
from rdflib.paths import AlternativePath, InvPath, MulPath, SequencePath
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import BNode, URIRef, Variable

from councilgraph.validate.compiled.path import Path, a_choice, a_property, a_repetition, a_sequence
from councilgraph.validate.compiled.reads import Read, Unbounded, Way
from councilgraph.validate.terms import text_of

Pattern = tuple[Any, Any, Any]
"""A triple pattern as rdflib has it."""

_THIS = Variable("this")
_PARSING = Lock()
"""rdflib's parser learns how to call its functions as it goes, and gets it wrong for good where threads run it at once."""
_REMEMBERED = 100
"""So many queries are kept as they were parsed."""
_INNER = {"Filter", "Extend", "OrderBy", "Distinct", "Project", "Group", "AggregateJoin", "SelectQuery"}
"""Parts of a query that hold one pattern and take nothing else from the graph."""


def tied(query: str, way: Way) -> Iterator[Read]:
    """What a query looks at.

    Args:
        query: its text, prefixes written out.
        way: where ``$this`` comes from.

    Raises:
        Unbounded: something that it looks at has no tie to ``$this``, or the query is of a kind not looked into.
    """
    names = _Names(way)
    for pattern, around in _patterns(_parsed(query).p, ()):
        yield from _reads(pattern, around, names, way)


@lru_cache(_REMEMBERED)
def _parsed(query: str) -> Any:
    """A query's algebra; rdflib takes longer over it than all that is asked after a small change."""
    try:
        with _PARSING:
            return translateQuery(parseQuery(query)).algebra
    except (ParseException, SyntaxError, ValueError, TypeError, NotImplementedError) as error:
        raise Unbounded(f"its query cannot be looked into: {error}") from error


class _Names:
    """Terms and variables of a query, where it is put behind a way."""

    def __init__(self, way: Way) -> None:
        self._way = way

    def text(self, term: Any) -> str:
        if term == _THIS:
            return self._way.node
        if isinstance(term, Variable | BNode):
            return f"?q{self._way.length}_{term}"
        return text_of(term)

    def triple(self, pattern: Pattern) -> str:
        subject, predicate, value = pattern
        link = self.text(predicate) if isinstance(predicate, Variable | URIRef) else _path(predicate).text
        return f"{self.text(subject)} {link} {self.text(value)} ."


def _patterns(part: Any, around: tuple[Pattern, ...], depth: int = 0) -> Iterator[tuple[Pattern, tuple[Pattern, ...]]]:
    """The triple patterns of a query, each with those that hold wherever it does."""
    match part.name:
        case "BGP":
            for triple in part.triples:
                yield triple, (*around, *part.triples)
        case "Join":
            yield from _patterns(part.p1, (*around, *_certain(part.p2)), depth)
            yield from _patterns(part.p2, (*around, *_certain(part.p1)), depth)
        case "LeftJoin":
            known = (*around, *_certain(part.p1))
            yield from _patterns(part.p1, around, depth)
            yield from _patterns(part.p2, known, depth)
            yield from _tests(part.expr, (*known, *_certain(part.p2)))
        case "Union":
            yield from _patterns(part.p1, around, depth)
            yield from _patterns(part.p2, around, depth)
        case name if name in _INNER and not (name == "Project" and depth):
            yield from _patterns(part.p, around, depth + (name == "Project"))
            known = (*around, *_certain(part.p))
            for key in ("expr", "A", "condition"):
                yield from _tests(part.get(key), known)
        case name:
            raise Unbounded(f"its query holds a part that is not looked into, {name}")


def _tests(expression: Any, around: tuple[Pattern, ...]) -> Iterator[tuple[Pattern, tuple[Pattern, ...]]]:
    """The triple patterns of the EXISTS in an expression."""
    if isinstance(expression, CompValue):
        if "EXISTS" in expression.name:
            yield from _patterns(expression.graph, around, 1)
        else:
            for value in expression.values():
                yield from _tests(value, around)
    elif isinstance(expression, list | tuple):
        for one in expression:
            yield from _tests(one, around)


def _certain(part: Any) -> tuple[Pattern, ...]:
    """Triple patterns that hold in every solution of a part."""
    match part.name:
        case "BGP":
            return tuple(part.triples)
        case "Join":
            return (*_certain(part.p1), *_certain(part.p2))
        case "LeftJoin":
            return _certain(part.p1)
        case "Filter" | "Extend":
            return _certain(part.p)
    return ()


def _reads(pattern: Pattern, around: tuple[Pattern, ...], names: _Names, way: Way) -> Iterator[Read]:
    chain = _chain(pattern, around)
    pattern_before = way.pattern
    for link in chain:
        yield from _of_triple(link, names, pattern_before, way)
        pattern_before = f"{pattern_before} {names.triple(link)}"


def _of_triple(pattern: Pattern, names: _Names, before: str, way: Way) -> Iterator[Read]:
    subject, predicate, value = pattern
    start, end = names.text(subject), names.text(value)
    if isinstance(predicate, Variable):
        yield Read(before, start, None, end)
    elif isinstance(predicate, URIRef):
        yield Read(before, start, text_of(predicate), end)
    elif _is_tied(subject, before, names):
        yield from Way(before, start, way.length + 1).reads(_path(predicate))
    elif _is_tied(value, before, names):
        yield from Way(before, end, way.length + 1).reads(_path(predicate).inverse)
    else:
        raise Unbounded("a path in its query begins nowhere")


def _is_tied(term: Any, before: str, names: _Names) -> bool:
    text = names.text(term)
    return term == _THIS or (text[0] == "?" and f" {text} " in f" {before} ")


def _chain(pattern: Pattern, around: tuple[Pattern, ...]) -> list[Pattern]:
    """Patterns from ``$this`` to one, each of which shares a variable with those before it."""
    before: dict[Any, list[Pattern]] = {_THIS: []}
    while True:
        for variable in _ends(pattern):
            if variable in before:
                return [*before[variable], pattern]
        found = {
            other: [*before[variable], one]
            for one in around
            for variable in _ends(one)
            if variable in before
            for other in _ends(one)
            if other not in before
        }
        if not found:
            raise Unbounded("its query looks at triples that nothing ties to $this")
        before |= found


def _ends(pattern: Pattern) -> list[Any]:
    return [term for term in (pattern[0], pattern[2]) if isinstance(term, Variable | BNode)]


def _path(path: Any) -> Path:
    match path:
        case URIRef():
            return a_property(text_of(path))
        case SequencePath():
            return a_sequence([_path(part) for part in path.args])
        case AlternativePath():
            return a_choice([_path(part) for part in path.args])
        case InvPath():
            return _path(path.arg).inverse
        case MulPath():
            return a_repetition(_path(path.path), path.mod)
    raise Unbounded("its query holds a path that is not looked into")
