"""Running a query and holding its answer.

Only reading is possible: updates and SERVICE are refused. There is no limit of time here, only of rows; the command
line ends its own process when the time is over, and a notebook has its interrupt key.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal as Choice
from typing import TypeVar

from councilgraph.errors import InputError, QueryError
from councilgraph.query.syntax import check, position, undeclared
from councilgraph.rdf import PREFIXES, boolean
from councilgraph.store.protocol import Literal, NamedNode, Queryable, QueryBoolean, QuerySolutions, Term, Triple

ROW_LIMIT = 10_000
T = TypeVar("T")

# What the engine says of a query that is well-formed and still wrong.
_FAULTS = {
    "Prefix not found": "a prefix is not declared",
    "IRI parsing failed": "an IRI is relative, and there is no BASE",
    "Duplicated variable name in SELECT": "SELECT names a variable twice",
    "The SELECT contains a variable that is unbound": "SELECT names a variable that is neither grouped by nor aggregated",
}
_PLACE = re.compile(r"error at (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query.

    Attributes:
        columns: names of the variables, without question mark.
        rows: a term or None a column.
        truncated: whether there were more rows than the limit.
        form: ``select``; ``ask`` (one row, one boolean); ``graph`` (triples of CONSTRUCT and DESCRIBE, each once).
    """

    columns: list[str]
    rows: list[list[Term | None]]
    truncated: bool = False
    form: Choice["select", "ask", "graph"] = "select"


def run(store: Queryable, sparql: str, *, limit: int | None = ROW_LIMIT, origin: str = "query") -> Table:
    """Answer a SPARQL 1.1 query from the default graph, in which every triple counts once.

    The prefixes of `rdf.PREFIXES` (cg, cgid, vocab, skos, …) need no declaration. There is no limit of time.

    Args:
        limit: how many rows at most; None for all.
        origin: what to call the text in an error, such as the name of its file.

    Raises:
        QueryError: the query is malformed, or no query but an update, or has a SERVICE clause.
        InputError: the store cannot be read.
    """
    check(sparql)
    try:
        result = store.query(sparql)
        if isinstance(result, QueryBoolean):
            return Table(["answer"], [[boolean(bool(result))]], form="ask")
        if isinstance(result, QuerySolutions):
            columns = [variable.value for variable in result.variables]
            rows, truncated = _cut((list(solution) for solution in result), limit)
            return Table(columns, rows, truncated)
        triples, truncated = _cut(_distinct(result), limit)
        rows = [[triple.subject, triple.predicate, triple.object] for triple in triples]
        return Table(["subject", "predicate", "object"], rows, truncated, "graph")
    except SyntaxError as error:
        raise _malformed(sparql, error, origin) from error
    except RuntimeError as error:
        if "orruption" in str(error):
            raise _unreadable(error) from error
        raise QueryError(f"the query cannot be answered: {error}") from error
    except OSError as error:
        raise _unreadable(error) from error


def values(store: Queryable, sparql: str) -> Iterator[list[str | None]]:
    """The rows of a SELECT query as plain strings: IRIs and lexical forms, None where nothing is bound."""
    for row in run(store, sparql, limit=None).rows:
        yield [term.value if isinstance(term, NamedNode | Literal) else None for term in row]


def _cut(items: Iterable[T], limit: int | None) -> tuple[list[T], bool]:
    if limit is None:
        return list(items), False
    found = list(islice(items, limit + 1))
    return found[:limit], len(found) > limit


def _distinct(triples: Iterable[Triple]) -> Iterator[Triple]:
    met = set()
    for triple in triples:
        if triple not in met:
            met.add(triple)
            yield triple


def _malformed(sparql: str, error: SyntaxError, origin: str) -> QueryError:
    """What is wrong, and where.

    The engine (pyoxigraph 0.5.13) notices a fault some tokens late, so the place is that where rdflib's parser stops.
    """
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    if name := undeclared(sparql):
        line, column = position(sparql, name.start)
        return QueryError(
            f"prefix {name.prefix}: is not declared",
            hint=f"Known prefixes are {', '.join(f'{prefix}:' for prefix in PREFIXES)}.",
            where=f"{origin}:{line}:{column}",
        )
    try:
        parseQuery(sparql)
    except ParseBaseException as stopped:
        line, column = position(sparql, stopped.loc)
        rest = " ".join(sparql[stopped.loc :].split())
        seen = f"cannot be read from here on: “{rest[:40]}”" if rest else "the query breaks off here"
        return QueryError(seen, where=f"{origin}:{line}:{column}")
    place = _PLACE.match(str(error))
    fault = next((words for said, words in _FAULTS.items() if said in str(error)), "the query is malformed")
    return QueryError(fault, where=f"{origin}:{place[1]}:{place[2]}" if place else None)


def _unreadable(error: Exception) -> InputError:
    return InputError(f"the graph cannot be read: {error}", hint="If it is damaged, delete its folder and build again.")
