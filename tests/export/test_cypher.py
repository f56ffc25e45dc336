"""Cypher and the folder for Neo4j's importer, by Neo4j's habits."""

import os
from datetime import date
from pathlib import Path

import pytest

from councilgraph.export import write
from councilgraph.export.cypher import label, quoted, tie
from councilgraph.projection.model import Edge, Node, Projection


def projection(count: int) -> Projection:
    seen = Projection("any", "Any")
    seen.nodes = [Node(f"n/{number:04}", "A", "lead inspector", {"seen": date(2019, 2, 4)}) for number in range(count)]
    seen.edges = [Edge("e1", "n/0000", "n/0001", "led inspection of", "led", {"big": 1e300, "many": (1, 2)})]
    return seen


@pytest.mark.parametrize(
    ("kind", "node", "edge"),
    [
        ("council", "Council", "COUNCIL"),
        ("led inspection of", "LedInspectionOf", "LED_INSPECTION_OF"),
        ("a-b_c", "ABC", "A_B_C"),
        ("ärger", "Ärger", "ÄRGER"),
        ("`;", "Thing", "TIED_TO"),
        ("", "Thing", "TIED_TO"),
    ],
)
def test_kinds_are_labels_and_types(kind: str, node: str, edge: str) -> None:
    assert (label(kind), tie(kind)) == (node, edge)
    assert quoted("Council") == "Council"
    assert quoted("Ärger") == "`Ärger`"


def test_statements_come_in_batches_after_the_constraint(tmp_path: Path) -> None:
    write(projection(1200), [tmp_path / "graph.cypher"])
    text = (tmp_path / "graph.cypher").read_text(encoding="utf-8")
    statements = text.split(";\n")[:-1]
    assert statements[0].startswith("CREATE CONSTRAINT thing_id IF NOT EXISTS")
    assert [statement.count('{id:"') for statement in statements[1:]] == [500, 500, 200, 1]
    assert "SET n:LeadInspector, n += row.p" in statements[1]
    assert 'seen:date("2019-02-04")' in statements[1]
    assert "MERGE (s)-[r:LED_INSPECTION_OF {id: row.id}]->(t)" in statements[-1]
    assert "big:1e300" in statements[-1] and "many:[1,2]" in statements[-1]


def test_the_importer_finds_typed_headers_and_a_script(tmp_path: Path) -> None:
    write(projection(2), [tmp_path / "graph.neo4j"])
    folder = tmp_path / "graph.neo4j"
    header, first, _ = (folder / "nodes.csv").read_text(encoding="utf-8").splitlines()
    assert header == "id:ID,label:string,kind:string,colour:string,size:double,seen:date,:LABEL"
    assert first.split(",")[-2:] == ["2019-02-04", '"Thing\x1fLeadInspector"']
    header = (folder / "relationships.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.startswith("id,:START_ID,") and header.endswith(":END_ID,:TYPE")
    assert "many:long[]" in header
    script = (folder / "import.sh").read_text(encoding="utf-8")
    assert "neo4j-admin database import full" in script and "--array-delimiter=U+001F" in script
    assert os.name == "nt" or os.access(folder / "import.sh", os.X_OK)
