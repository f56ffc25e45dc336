"""A projection as two typed tables."""

from datetime import date

from councilgraph.export.survey import Column
from councilgraph.export.tables import RENAMED, Tables
from councilgraph.projection.model import Edge, Node, Projection, Source


def projection() -> Projection:
    seen = Projection(
        "any", "Any\x00", documents={"d/1": Source("One", published=date(2019, 2, 4)), "d/2": Source("Two")}
    )
    seen.nodes = [Node("a", "A", "thing", {"source": "x", "1st": 1, "a:b": 2, "a b": 3}), Node("b", "B", "thing", {})]
    seen.edges = [
        Edge("e1", "a", "b", "tie", "tie", {"id": "x"}, date(2019, 2, 4), documents=("d/1", "d/2")),
        Edge("e2", "a", "b", "tie", "tie", {}, documents=("d/1",)),
    ]
    return seen


def test_names_of_attributes_are_words_that_no_tool_keeps_for_itself() -> None:
    tables = Tables(projection(), lists=True)
    assert [*tables.node_columns] == ["label", "kind", "colour", "size", "_1st", "a_b", "a_b_", "source_"]
    assert {name: tables.node_row(projection().nodes[0])[name] for name in ("_1st", "a_b", "a_b_", "source_")} == {
        "_1st": 1,
        "a_b": 3,
        "a_b_": 2,
        "source_": "x",
    }
    assert "id_" in tables.edge_columns
    assert tables.coerced[RENAMED] == 5
    assert tables.title == "Any\ufffd"


def test_an_edge_says_which_documents_it_rests_on() -> None:
    listed, joined = (Tables(projection(), lists=lists) for lists in (True, False))
    two, one = projection().edges
    assert listed.edge_columns["document"] == Column("text", several=True)
    assert listed.edge_row(two)["document_title"] == ["One", "Two"]
    assert listed.edge_row(one)["document"] == ["d/1"]
    assert joined.edge_row(two)["document"] == "d/1; d/2"
    assert joined.edge_row(two)["document_published"] == "2019-02-04"
    assert "document_url" not in joined.edge_columns


def test_days_have_columns_where_there_are_days() -> None:
    tables = Tables(projection(), lists=False)
    assert "start" in tables.edge_columns and "end" not in tables.edge_columns
    assert "start" not in tables.node_columns
    assert [row.get("start") for _, row in tables.edges()] == ["2019-02-04", None]


def test_nothing_of_the_projection_is_changed() -> None:
    seen = projection()
    tables = Tables(seen, lists=False)
    for _ in (*tables.nodes(), *tables.edges()):
        pass
    assert seen == projection()
