"""An indexed graph answers every pattern as an rdflib graph of the same lines does."""

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.term import Node

from councilgraph.validate.graph import IndexedGraph
from councilgraph.validate.terms import rdflib_graph, term_of

IRIS = st.sampled_from([f"<https://example.org/{name}>" for name in "abc"])
LITERALS = st.sampled_from(['"1"', '"1"@en', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"x y"', '"a\\"b"'])
LINES = st.lists(st.builds("{} {} {} .".format, IRIS, IRIS, IRIS | LITERALS), max_size=12)
TERMS = st.none() | (IRIS | LITERALS).map(term_of)
QUERY = "SELECT ?s (COUNT(?o) AS ?n) WHERE { ?s <https://example.org/a> ?o FILTER NOT EXISTS { ?o ?p ?s } } GROUP BY ?s"


def both(lines: list[str]) -> tuple[IndexedGraph, Graph]:
    data = IndexedGraph()
    data.add_lines(lines)
    return data, rdflib_graph(lines)


@given(LINES, st.tuples(TERMS, TERMS, TERMS))
def test_patterns(lines: list[str], pattern: tuple[Node | None, Node | None, Node | None]) -> None:
    data, reference = both(lines)
    found = list(data.triples(pattern))
    assert len(found) == len(set(found))
    assert set(found) == set(reference.triples(pattern))
    assert (pattern in data) == (pattern in reference)
    assert len(data) == len(reference)


@given(LINES)
def test_queries(lines: list[str]) -> None:
    data, reference = both(lines)
    assert sorted(map(tuple, data.query(QUERY))) == sorted(map(tuple, reference.query(QUERY)))


@given(LINES, LINES)
def test_what_is_added_later_is_seen(first: list[str], second: list[str]) -> None:
    data, reference = both(first)
    list(data.triples((None, term_of("<https://example.org/a>"), None)))
    data.add_lines(second)
    reference += rdflib_graph(second)
    assert set(data.triples()) == set(reference)
