"""What fills the blanks of a projection's queries: values of filters, and the things around which it is narrowed."""

from collections.abc import Iterable, Iterator, Mapping

from councilgraph.errors import UsageError
from councilgraph.projection.definition import BLANKS, FILTERS, Definition
from councilgraph.query.run import Table, run
from councilgraph.rdf import NamedNode
from councilgraph.store.protocol import Queryable, Term

Bound = Mapping[str, list[Term]]

_BATCH = 1000


def bound(store: Queryable, definition: Definition, filters: Mapping[str, str]) -> Bound:
    """The terms that the variables of filters may have.

    Raises:
        UsageError: a filter is unknown to the projection, or a value names nothing.
    """
    found: dict[str, list[Term]] = {}
    for name, text in filters.items():
        if name not in definition.filters:
            known = ", ".join([*definition.filters, "since", "until", "around"])
            raise UsageError(f"{definition.name} has no filter “{name}”", hint=f"It takes {known}.")
        terms = FILTERS[name].terms(store, text)
        if name == "region":
            query = f"SELECT DISTINCT ?council {{ ?council a cg:Council ; cg:region {terms[0]} }}"
            terms = [row[0] for row in run(store, query, limit=None).rows if row[0]]
        variable = FILTERS[name].variable
        if variable in found:
            terms = [term for term in terms if term in found[variable]]
        if not terms:
            raise UsageError(f"nothing fits {' and '.join(f'{key}={value}' for key, value in filters.items())}")
        found[variable] = terms
    return found


def answer(store: Queryable, query: str, known: Bound, origin: str) -> Table:
    """The rows of a query whose blanks are filled; a line whose variable has no terms goes."""
    for variable, blank in BLANKS.items():
        terms = " ".join(map(str, known.get(variable, [])))
        line = f"VALUES ?{variable} {{ {terms} }}\n" if terms else ""
        query = blank.sub(lambda indent, line=line: indent[1] + line if line else "", query)  # type: ignore[misc]
    return run(store, query, limit=None, origin=origin)


def narrowed(
    store: Queryable, query: str, known: Bound, origin: str, variable: str, iris: Iterable[str]
) -> Iterator[Table]:
    """The rows in which a variable is one of some things, in several tables if they are many."""
    terms: list[Term] = [NamedNode(iri) for iri in iris]
    for at in range(0, len(terms), _BATCH):
        yield answer(store, query, {**known, variable: terms[at : at + _BATCH]}, origin)
