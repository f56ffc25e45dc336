"""RDF terms as values of attributes: text, numbers, truth and days; what has another datatype is its text."""

from collections.abc import Callable
from datetime import date

from councilgraph.projection.model import Value
from councilgraph.query.things import short
from councilgraph.rdf import BASE, XSD, Literal, NamedNode
from councilgraph.store.protocol import Term

_INTEGERS = (
    "integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger "
    "unsignedInt unsignedLong unsignedShort unsignedByte"
)
_READERS: dict[str, Callable[[str], Value]] = {
    **{XSD + name: int for name in _INTEGERS.split()},
    **{XSD + name: float for name in ("decimal", "double", "float")},
    XSD + "boolean": lambda text: text in ("true", "1"),
    XSD + "date": date.fromisoformat,
}


def value(term: Term) -> Value:
    """The value of a term.

    A thing is its id; a literal that is ill-formed, or a day outside the years 1 to 9999, its text.
    """
    if isinstance(term, Literal):
        reader = _READERS.get(term.datatype.value)
        if reader is None:
            return term.value
        try:
            return reader(term.value)
        except ValueError:
            return term.value
    return thing_id(term.value) if isinstance(term, NamedNode) else str(term)


def thing_id(iri: str) -> str:
    """The id of a thing with its kind, as `query.things` reads it: ``council/staffordshire``; foreign IRIs are whole."""
    return iri.removeprefix(BASE + "id/") if iri.startswith(BASE + "id/") else short(iri)


def iri_of(term: Term | None) -> str:
    """An IRI as text; the text of a literal, which some graphs have in place of one."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def day(term: Term | None) -> date | None:
    """The day of a term, or None where it is none."""
    found = value(term) if term is not None else None
    return found if isinstance(found, date) else None
