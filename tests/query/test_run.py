"""Running queries."""

import pytest
from pyoxigraph import Literal, NamedNode

from councilgraph.errors import QueryError
from councilgraph.query import Table, run
from councilgraph.rdf import BASE, text
from councilgraph.store import EmbeddedStore

NORTHMERE = NamedNode(f"{BASE}id/council/northmere")


def test_select_gives_columns_in_order_and_none_for_what_is_unbound(graph: EmbeddedStore) -> None:
    table = run(
        graph,
        """SELECT ?name ?missing ?council WHERE {
          ?council a cg:Council ; rdfs:label ?name ; cg:gssCode "E10999901" . OPTIONAL { ?council cg:none ?missing }
        }""",
    )
    assert table == Table(["name", "missing", "council"], [[text("Northmere County Council"), None, NORTHMERE]])


def test_ask_gives_one_row(graph: EmbeddedStore) -> None:
    table = run(graph, 'ASK { ?council rdfs:label "Northmere County Council" }')
    assert (table.form, table.columns, [[str(term) for term in row] for row in table.rows]) == (
        "ask",
        ["answer"],
        [['"true"^^<http://www.w3.org/2001/XMLSchema#boolean>']],
    )


def test_construct_gives_each_triple_once(graph: EmbeddedStore) -> None:
    table = run(graph, "CONSTRUCT { ?council cg:known true } WHERE { ?inspection cg:council ?council }")
    assert table.form == "graph"
    assert table.columns == ["subject", "predicate", "object"]
    assert sorted(str(row[0]) for row in table.rows) == [
        f"<{BASE}id/council/{slug}>" for slug in ("eastvale", "northmere", "westholme")
    ]


def test_describe_tells_of_a_thing(graph: EmbeddedStore) -> None:
    rows = run(graph, f"DESCRIBE {NORTHMERE}").rows
    assert [NORTHMERE, NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), Literal("Northmere")] in rows


@pytest.mark.parametrize(("limit", "rows", "truncated"), [(2, 2, True), (4, 4, False), (5, 4, False), (None, 4, False)])
def test_the_limit_cuts_and_says_so(graph: EmbeddedStore, limit: int | None, rows: int, truncated: bool) -> None:
    table = run(graph, "SELECT ?council WHERE { ?council a cg:Council }", limit=limit)
    assert (len(table.rows), table.truncated) == (rows, truncated)


def test_what_two_documents_say_counts_once(graph: EmbeddedStore) -> None:
    """The press repeats a judgement of the report."""
    where = f"?judgement a cg:Judgement . FILTER(?judgement = <{BASE}id/judgement/northmere-ilacs-2023-06-ilacs-overall-inadequate>)"
    counted = run(graph, f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}")
    apart = run(graph, f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?document {{ {where} }} }}")
    assert [str(table.rows[0][0]).split('"')[1] for table in (counted, apart)] == ["1", "2"]


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT * WHERE {\n  ?s foo:bar ?o }", "query:2:6: prefix foo: is not declared"),
        ("SELECT *\n {?s ?p ?o", "query:2:11: the query breaks off here"),
        ("SELCT * { ?s ?p ?o }", "query:1:1: cannot be read from here on: “SELCT * { ?s ?p ?o }”"),
        ("SELECT * { ?s ?p ?o .\n FILTER(?s = ) }", "query:2:2: cannot be read from here on: “FILTER(?s = ) }”"),
        ("SELECT ?s ?s { ?s ?p ?o }", "SELECT names a variable twice"),
        ("SELECT * { ?s <relative> ?o }", "an IRI is relative"),
        ("SELECT (<http://x/f>(1) AS ?x) {}", "custom function <http://x/f> is not supported"),
        ("", "query:1:1: the query breaks off here"),
    ],
)
def test_what_is_wrong_is_said_and_where(graph: EmbeddedStore, sparql: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(graph, sparql)
    assert message in str(caught.value)
    assert caught.value.exit_code == 4


def test_an_undeclared_prefix_brings_the_known_ones(graph: EmbeddedStore) -> None:
    with pytest.raises(QueryError) as caught:
        run(graph, "SELECT * { ?s foo:bar ?o }", origin="mine.rq")
    assert str(caught.value).startswith("mine.rq:1:15: ")
    assert "cg:, cgid:, vocab:" in (caught.value.hint or "")


@pytest.mark.parametrize(
    "sparql", ["DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"]
)
def test_nothing_is_changed_and_nobody_else_asked(graph: EmbeddedStore, sparql: str) -> None:
    with pytest.raises(QueryError):
        run(graph, sparql)
