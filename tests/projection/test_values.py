"""RDF terms as values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.projection.values import thing_id, value
from councilgraph.query.things import find
from councilgraph.rdf import XSD, Literal, NamedNode
from councilgraph.store import EmbeddedStore
from datatypes import DATATYPES


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
