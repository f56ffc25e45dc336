"""Rows with the words that prove them."""

from councilgraph.query import Table, library, run
from councilgraph.query.results import cell
from councilgraph.query.sources import COLUMNS, with_sources
from councilgraph.store import EmbeddedStore

OVERALL = "northmere-ilacs-2023-06-ilacs-overall-inadequate"


def sourced(graph: EmbeddedStore, sparql: str) -> list[dict[str, str]]:
    table = with_sources(graph, run(graph, sparql))
    return [dict(zip(table.columns, map(cell, row), strict=True)) for row in table.rows]


def test_each_row_gets_document_page_words_and_address(graph: EmbeddedStore) -> None:
    (row,) = sourced(graph, "SELECT ?j { VALUES ?j { cgid:judgement\\/northmere-ilacs-2019-05-ilacs-overall-good } }")
    assert row == {
        "j": "northmere-ilacs-2019-05-ilacs-overall-good",
        "source": "Inspection of Northmere, 2019",
        "page": "1",
        "words": "Overall effectiveness: Good",
        "url": "https://reports.example.org/northmere-2019",
    }


def test_several_documents_are_told_apart(graph: EmbeddedStore) -> None:
    (row,) = sourced(graph, f"SELECT ?j {{ VALUES ?j {{ cgid:judgement\\/{OVERALL} }} }}")
    assert row["source"] == "Inspection of Northmere, 2023; Northmere “failing” its children"
    assert row["page"] == "1; 1"
    assert len(row["url"].split("; ")) == 2


def test_an_inspection_speaks_only_where_no_judgement_does(graph: EmbeddedStore) -> None:
    query = "SELECT ?i {} WHERE {{ ?j a cg:Judgement ; cg:inspection ?i FILTER(CONTAINS(STR(?j), '{}')) }}"
    (alone,) = sourced(graph, query.format("", OVERALL))
    (both,) = sourced(graph, query.format("?j", OVERALL))
    assert "Overall effectiveness" in both["words"]
    assert "Overall effectiveness" not in alone["words"]


def test_what_no_document_states_stays_empty(graph: EmbeddedStore) -> None:
    (row,) = sourced(graph, "SELECT ?c ?n { ?c a cg:Council ; rdfs:label ?n FILTER(?n = 'Southmoor Council') }")
    assert [row[column] for column in COLUMNS] == ["", "", "", ""]


def test_columns_of_the_same_name_give_way(graph: EmbeddedStore) -> None:
    table = run(graph, library.get("improvement-points").bind(graph, {}))
    assert {"page", "words"} <= set(table.columns)
    columns = with_sources(graph, table).columns
    assert len(columns) == len(set(columns))
    assert columns[-4:] == COLUMNS


def test_a_yes_or_no_is_left_as_it_is(graph: EmbeddedStore) -> None:
    table = run(graph, "ASK { ?s ?p ?o }")
    assert with_sources(graph, table) is table


def test_whether_rows_were_cut_off_is_kept(graph: EmbeddedStore) -> None:
    table = run(graph, "SELECT ?j { ?j a cg:Judgement }", limit=2)
    assert with_sources(graph, table) == Table(
        ["j", *COLUMNS], with_sources(graph, table).rows, truncated=True, form="select"
    )
