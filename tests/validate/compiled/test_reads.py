"""What paths and queries look at."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from rdflib import SH

from councilgraph.validate.compiled.path import path_of
from councilgraph.validate.compiled.reads import Read, Unbounded, Way
from councilgraph.validate.compiled.tied import tied

from .test_path import shape

P, Q = "<urn:x:p>", "<urn:x:q>"


@pytest.mark.parametrize(
    ("path", "reads"),
    [
        ("x:p", {("", P, False)}),
        ("[ sh:inversePath x:p ]", {("", P, True)}),
        ("( x:p x:q )", {("", P, False), (P, Q, False)}),
        ("[ sh:inversePath ( x:p x:q ) ]", {("", Q, True), (f"(^{Q})", P, True)}),
        ("[ sh:zeroOrMorePath x:p ]", {(f"({P}*)", P, False), ("", P, False)}),
        ("( [ sh:zeroOrOnePath x:p ] x:q )", {("", P, False), (f"({P}?)", Q, False), ("", Q, False)}),
        ("[ sh:alternativePath ( x:p [ sh:inversePath x:q ] ) ]", {("", P, False), ("", Q, True)}),
    ],
)
def test_a_path_looks_at_each_of_its_properties_where_it_gets_to(path: str, reads: set[tuple[str, str, bool]]) -> None:
    graph = shape(path)
    found = Way().reads(path_of(graph, next(graph.objects(None, SH.path))))
    assert {_told(read) for read in found} == reads


def _told(read: Read) -> tuple[str, str | None, bool]:
    """How one gets there from the focus node, the property, and whether it leads there."""
    way = read.way.split()
    return way[1] if way else "", read.predicate, read.subject == "?anything"


@pytest.mark.parametrize(
    ("query", "predicates"),
    [
        ("SELECT $this { $this <urn:p> ?v FILTER NOT EXISTS { ?v <urn:q> ?w } }", {"<urn:p>", "<urn:q>"}),
        ("SELECT $this { ?v <urn:p>/<urn:q>* $this }", {"<urn:p>", "<urn:q>"}),
        ("SELECT $this { $this ?p ?v OPTIONAL { ?v <urn:q> 2 } }", {None, "<urn:q>"}),
        ("SELECT $this (MAX(?v) AS ?value) { ?v <urn:p> $this } GROUP BY $this HAVING (COUNT(?v) > 1)", {"<urn:p>"}),
    ],
)
def test_a_query_looks_at_all_its_patterns(query: str, predicates: set[str | None]) -> None:
    assert {read.predicate for read in tied(query, Way())} == predicates


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this { $this <urn:p> ?v . ?a <urn:q> ?b }",
        "SELECT $this { BIND ($this AS ?that) ?that <urn:p> ?v }",
        "SELECT $this { $this <urn:p> ?v { SELECT ?v { ?v <urn:q> ?w } } }",
        "SELECT $this { $this !<urn:p> ?v }",
        "SELECT $this { VALUES ?v { <urn:a> } $this <urn:p> ?v }",
        "SELECT $this {",
    ],
)
def test_a_query_that_is_not_looked_into(query: str) -> None:
    with pytest.raises(Unbounded):
        list(tied(query, Way()))


def test_queries_are_looked_into_by_many_threads() -> None:
    query = "SELECT $this (COUNT(?v) AS ?n) { $this <urn:p> ?v FILTER(?v < 3 && STR(?v) > 'a') } GROUP BY $this"
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: list(tied(query, Way())), range(40)))
    assert all(reads == found[0] for reads in found)
