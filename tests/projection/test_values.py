"""RDF terms as values."""

from datetime import date
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.projection.values import thing_id, value
from councilgraph.query.things import find
from councilgraph.rdf import XSD, Literal, NamedNode
from councilgraph.store import EmbeddedStore

# Every datatype that RDF 1.1 names (section 5.1), with a value of it and what becomes of it.
DATATYPES = {
    "string": ("words", "words"),
    "boolean": ("1", True),
    "decimal": ("1.50", 1.5),
    "integer": ("-7", -7),
    "double": ("1e3", 1000.0),
    "float": ("INF", inf),
    "date": ("2019-02-28", date(2019, 2, 28)),
    "time": ("12:00:00", "12:00:00"),
    "dateTime": ("2019-02-28T12:00:00Z", "2019-02-28T12:00:00Z"),
    "dateTimeStamp": ("2019-02-28T12:00:00Z", "2019-02-28T12:00:00Z"),
    "gYear": ("2019", "2019"),
    "gMonth": ("--02", "--02"),
    "gDay": ("---28", "---28"),
    "gYearMonth": ("2019-02", "2019-02"),
    "gMonthDay": ("--02-28", "--02-28"),
    "duration": ("P1Y", "P1Y"),
    "yearMonthDuration": ("P1Y", "P1Y"),
    "dayTimeDuration": ("P1D", "P1D"),
    "byte": ("1", 1),
    "short": ("1", 1),
    "int": ("1", 1),
    "long": ("1", 1),
    "unsignedByte": ("1", 1),
    "unsignedShort": ("1", 1),
    "unsignedInt": ("1", 1),
    "unsignedLong": ("1", 1),
    "positiveInteger": ("1", 1),
    "nonNegativeInteger": ("0", 0),
    "negativeInteger": ("-1", -1),
    "nonPositiveInteger": ("0", 0),
    "hexBinary": ("ff", "ff"),
    "base64Binary": ("AA==", "AA=="),
    "anyURI": ("https://example.org/", "https://example.org/"),
    "language": ("en", "en"),
    "normalizedString": ("a b", "a b"),
    "token": ("a", "a"),
    "NMTOKEN": ("a", "a"),
    "Name": ("a", "a"),
    "NCName": ("a", "a"),
}


@pytest.mark.parametrize("datatype", DATATYPES)
def test_every_datatype_has_a_value(datatype: str) -> None:
    lexical, expected = DATATYPES[datatype]
    found = value(Literal(lexical, datatype=NamedNode(XSD + datatype)))
    assert (type(found), found) == (type(expected), expected)


def test_words_with_a_language_are_words() -> None:
    assert value(Literal("geiriau", language="cy")) == "geiriau"


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(list(DATATYPES)))
def test_what_is_ill_formed_stays_as_it_is_written(lexical: str, datatype: str) -> None:
    found = value(Literal(lexical, datatype=NamedNode(XSD + datatype)))
    assert isinstance(found, str | int | float | bool | date)
    if isinstance(found, str):
        assert found == lexical


def test_a_day_that_python_has_not_is_text() -> None:
    for day in ("-0044-03-15", "12019-01-01", "2019-02-30"):
        assert value(Literal(day, datatype=NamedNode(XSD + "date"))) == day


def test_the_id_of_a_thing_finds_it_again(graph: EmbeddedStore) -> None:
    for iri in ("id/council/northmere", "id/inspection/northmere-ilacs-2019-05", "vocab/service-area/care-leavers"):
        whole = "https://w3id.org/councilgraph/" + iri
        assert find(graph, thing_id(whole)) == whole
    assert thing_id("https://example.org/a") == "https://example.org/a"
