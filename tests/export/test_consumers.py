"""Files as others read them: networkx, igraph, Python's csv and json, Graphviz."""

import csv
import html
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import igraph
import networkx
import pytest
from hypothesis import given, settings

from councilgraph.export import write
from councilgraph.export.survey import as_text
from councilgraph.export.tables import Row, Tables
from councilgraph.projection import Projection

from .projections import harsh, projections


@pytest.fixture(autouse=True)
def long_fields() -> Iterator[None]:
    """Fields of any length are read; the limit is one of the whole process."""
    before = csv.field_size_limit(sys.maxsize)
    yield
    csv.field_size_limit(before)


def rows(seen: Projection, *, lists: bool = False) -> tuple[dict[str, Row], dict[str, tuple[str, str, Row]]]:
    """What is to be found: nodes by id, edges by id with their ends."""
    tables = Tables(seen, lists=lists)
    return (
        {node.id: row for node, row in tables.nodes()},
        {edge.id: (edge.source, edge.target, row) for edge, row in tables.edges()},
    )


def undirected(source: str, target: str, seen: Projection) -> tuple[str, str]:
    """The ends of an edge, in an order of their own where they have none."""
    return (source, target) if seen.directed or source <= target else (target, source)


def in_networkx(graph: "networkx.MultiGraph[str]", seen: Projection, *, lists: bool = False) -> None:
    """A graph that networkx read has the nodes, edges and values that were to be written, and no others."""
    nodes, edges = rows(seen, lists=lists)
    assert dict(graph.nodes(data=True)) == nodes
    assert graph.is_directed() == seen.directed
    found = {key: (*undirected(a, b, seen), data) for a, b, key, data in graph.edges(keys=True, data=True)}
    assert found == {key: (*undirected(a, b, seen), row) for key, (a, b, row) in edges.items()}


@settings(max_examples=15)
@given(seen=projections())
def test_networkx_reads_graphml(seen: Projection) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.graphml"
        write(seen, [file])
        in_networkx(networkx.read_graphml(file, force_multigraph=True), seen)


@settings(max_examples=15)
@given(seen=projections())
def test_networkx_reads_node_link(seen: Projection) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.json"
        write(seen, [file])
        graph = networkx.node_link_graph(json.loads(file.read_text(encoding="utf-8")), edges="links")
        for _, data in graph.nodes(data=True):
            data.pop("x", None)
            data.pop("y", None)
        in_networkx(graph, seen, lists=True)


@settings(max_examples=15)
@given(seen=projections())
def test_igraph_reads_graphml(seen: Projection) -> None:
    """It has numbers for whole ones, and something in place of missing values.

    Of ids it shows ``&`` as ``&#38;``, and for the ids of edges it gives those of nodes (1.0.0).
    """
    nodes, edges = rows(seen)
    with TemporaryDirectory() as folder:
        write(seen, [Path(folder) / "graph.graphml"])
        graph = igraph.Graph.Read_GraphML(str(Path(folder) / "graph.graphml"))
    assert graph.is_directed() == seen.directed
    ids = [html.unescape(vertex["id"]) for vertex in graph.vs]
    assert ids == list(nodes)
    for vertex, row in zip(graph.vs, nodes.values(), strict=True):
        assert vertex.attributes() | row == vertex.attributes()
    for edge, (source, target, row) in zip(graph.es, edges.values(), strict=True):
        assert undirected(ids[edge.source], ids[edge.target], seen) == undirected(source, target, seen)
        assert edge.attributes() | row == edge.attributes()


@settings(max_examples=15)
@given(seen=projections())
def test_python_reads_the_lists(seen: Projection) -> None:
    nodes, edges = rows(seen)
    with TemporaryDirectory() as folder:
        write(seen, [Path(folder) / "graph.csv"])
        listed = []
        for part in ("nodes", "edges"):
            with (Path(folder) / f"graph-{part}.csv").open(encoding="utf-8", newline="") as file:
                listed.append(list(csv.DictReader(file, strict=True)))
    found = {
        row.pop("Id"): {name.lower() if name in ("Label", "Kind") else name: cell for name, cell in row.items()}
        for row in listed[0]
    }
    assert {key: _filled(row) for key, row in found.items()} == {key: _words(row) for key, row in nodes.items()}
    assert {row["Id"]: (row["Source"], row["Target"], float(row["Weight"])) for row in listed[1]} == {
        key: (source, target, row["weight"]) for key, (source, target, row) in edges.items()
    }


def _filled(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if cell}


def _words(row: Row) -> dict[str, str]:
    return _filled({name: as_text(cell) for name, cell in row.items() if not isinstance(cell, list)})


@pytest.mark.heavy
@pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz")
@settings(max_examples=15)
@given(seen=projections())
def test_graphviz_reads_dot(seen: Projection) -> None:
    nodes, edges = rows(seen)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.dot"
        write(seen, [file])
        ran = subprocess.run(["dot", "-Tjson0", file], capture_output=True, check=True)
    # Labels that find no room are left out, as the file asks.
    assert re.sub(rb"Warning: \d+ out of \d+ exterior labels positioned\.\n", b"", ran.stderr) == b""
    graph = json.loads(ran.stdout)
    assert graph["directed"] == seen.directed
    numbers = {item["_gvid"]: item["name"] for item in graph["objects"]}
    assert set(numbers.values()) == nodes.keys()
    for item in graph["objects"]:
        # Of two backslashes it makes one in labels only.
        words = {n.removeprefix("data_"): c.replace(r"\\", "\\") for n, c in item.items() if n.startswith("data_")}
        assert _filled(words) == _words(nodes[item["name"]])
    assert {
        item["id"]: undirected(numbers[item["tail"]], numbers[item["head"]], seen) for item in graph.get("edges", [])
    } == {key: undirected(source, target, seen) for key, (source, target, _) in edges.items()}


@pytest.mark.heavy
@pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz")
@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("engine", ["dot", "neato", "sfdp", "fdp"])
def test_every_engine_of_graphviz_draws_all(engine: str, directed: bool, tmp_path: Path) -> None:
    seen = harsh(directed)
    write(seen, [tmp_path / "graph.dot"])
    ran = subprocess.run([engine, "-Tsvg", tmp_path / "graph.dot"], capture_output=True, check=True)
    groups = Counter(group.get("class") for group in ElementTree.fromstring(ran.stdout).iter() if group.get("class"))
    assert (groups["node"], groups["edge"]) == (len(seen.nodes), len(seen.edges))
