"""What can be told of a query without running it."""

import pytest

from councilgraph.errors import QueryError
from councilgraph.query.syntax import check, undeclared, with_prefixes

U = "<http://127.0.0.1:1/>"


@pytest.mark.parametrize(
    "sparql",
    [
        f"SELECT * {{ SERVICE {U} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {U} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE{U}{{ ?s ?p ?o }} }}",
        f"PREFIX : {U} SELECT * {{ SERVICE:x {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p trueSERVICE{U}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p 1SERVICE{U}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p ?x.SERVICE{U}{{ ?s ?p ?o }} }}",
        f"PREFIX a: {U} SELECT * {{ ?s ?p a:.SERVICE{U}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p [].SERVICE{U}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ FILTER(1 <2) SERVICE{U}{{ ?s ?p ?o }} FILTER(3> 2) }}",
        f"SELECT * {{ ?s ?p '#' . SERVICE{U}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s <http://x/#a> '\\'' . SERVICE{U}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p '''a'b''' . SERVICE ?x {{ ?s ?p ?o }} }} # {U}",
    ],
)
def test_asking_elsewhere_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        check(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?s cg:serviceArea ?service }",
        "SELECT * { ?s ?p 'SERVICE <http://x/>' } # SERVICE <http://x/>",
        'SELECT * { <http://x/SERVICE> ?p """ SERVICE "quoted" """ }',
        "PREFIX insert: <http://x/> SELECT ?delete { ?delete insert:load 'DROP' }",
        "# DELETE\nASK { ?s ?p ?o }",
        "BASE <http://load/> SELECT (1 AS ?add) {}",
    ],
)
def test_words_that_only_look_like_it_are_let_pass(sparql: str) -> None:
    check(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <http://x/a> <http://x/b> <http://x/c> }",
        "PREFIX a: <http://x/> delete where { ?s ?p ?o }",
        "# SELECT\nDROP ALL",
        "LOAD <http://x/>",
        "WITH <http://x/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match="update"):
        check(sparql)


def test_an_undeclared_prefix_is_found_where_it_stands() -> None:
    sparql = "PREFIX mine: <http://x/>\nSELECT * { ?s mine:a cg:b ; yours:c 'theirs:d' }"
    found = undeclared(sparql)
    assert found and (found.prefix, sparql[found.start :][:7]) == ("yours", "yours:c")
    assert undeclared("SELECT * { ?s a cg:Council }") is None


def test_declarations_are_added_for_what_is_used_and_not_declared() -> None:
    sparql = "PREFIX cg: <http://x/> SELECT * { ?s a cg:A ; rdfs:label 'skos:note' }"
    assert with_prefixes(sparql) == f"PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n{sparql}"
