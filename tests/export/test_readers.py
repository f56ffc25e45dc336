"""Files as the drawing tools themselves read them: Gephi, Gephi Lite's graphology, Cytoscape.js, Neo4j.

They come from their registries.
"""

import io
import json
import re
import shutil
import subprocess
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from councilgraph.export import write
from councilgraph.projection import Projection
from councilgraph.projection.layout import arrange

from .projections import harsh
from .test_consumers import rows, undirected

READERS = Path(__file__).with_name("readers")
GEPHI = "org.gephi:gephi-toolkit:0.10.1:jar:all"

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = pytest.mark.heavy


def ran(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", cwd=cwd, timeout=900)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def fetched(*command: str | Path, cwd: Path) -> None:
    """Run a package client; where it can reach no registry the test is left out."""
    program = shutil.which(str(command[0]))
    if program is None:
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run(
        [program, *map(str, command[1:])], capture_output=True, encoding="utf-8", cwd=cwd, timeout=900
    )
    if done.returncode:
        pytest.skip(f"{command[0]} cannot fetch its packages: {done.stdout[-300:]}{done.stderr[-300:]}")


def found(output: str) -> Any:
    return json.loads(output[output.index("JSON") + 4 :])


@pytest.fixture(scope="module")
def npm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the readers that are written in JavaScript."""
    folder = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "graphology.mjs", "cytoscape.html"):
        shutil.copy(READERS / name, folder)
    fetched("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", cwd=folder)
    return folder


@pytest.fixture(scope="module")
def gephi(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("gephi")
    fetched("mvn", "-q", "-B", "dependency:get", f"-Dartifact={GEPHI}", "-Dtransitive=false", cwd=folder)
    fetched("mvn", "-q", "-B", "dependency:copy", f"-Dartifact={GEPHI}", f"-DoutputDirectory={folder}", cwd=folder)
    (jar,) = folder.glob("*.jar")
    return ["java", "-Djava.awt.headless=true", "-cp", str(jar), str(READERS / "Gephi.java")]


@pytest.fixture(scope="module")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("neo4j")
    shutil.copy(READERS / "pom.xml", folder)
    fetched("mvn", "-q", "-B", "dependency:build-classpath", "-Dmdep.outputFile=classpath", cwd=folder)
    classpath = (folder / "classpath").read_text(encoding="utf-8")
    return ["java", "-cp", classpath, str(READERS / "Neo4j.java")]


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("suffix", [".gexf", ".graphml"])
def test_graphology_reads_gexf_and_graphml(suffix: str, directed: bool, npm: Path, tmp_path: Path) -> None:
    seen = harsh(directed)
    write(seen, [tmp_path / f"graph{suffix}"])
    graph = json.loads(ran("node", "graphology.mjs", tmp_path / f"graph{suffix}", cwd=npm))
    assert graph["type"] == ("directed" if directed else "undirected")
    nodes, edges = rows(seen)
    assert [key for key, _ in graph["nodes"]] == list(nodes)
    for key, attributes in graph["nodes"]:
        same(attributes, nodes[key])
    assert {key: tuple(ends) for key, *ends, _ in graph["edges"]} == {key: (a, b) for key, (a, b, _) in edges.items()}
    for key, _, _, attributes in graph["edges"]:
        same(attributes, edges[key][2])


def same(attributes: dict[str, Any], row: dict[str, Any]) -> None:
    """What graphology has of a row: colours as CSS, and nothing of an empty text."""
    attributes = {
        "colour": row["colour"] if attributes.get("color") == css(row["colour"]) else "",
        **attributes,
    }
    attributes.pop("color", None)
    assert {n: c for n, c in attributes.items() if c != ""} == {n: c for n, c in row.items() if c != ""}


@pytest.mark.skipif(not BROWSER, reason="needs Chromium")
@pytest.mark.parametrize("directed", [True, False])
def test_cytoscape_js_reads_and_draws_its_json(directed: bool, npm: Path, tmp_path: Path) -> None:
    seen = harsh(directed)
    arrange(seen)
    write(seen, [tmp_path / "graph.cyjs"])
    file = (tmp_path / "graph.cyjs").read_text(encoding="utf-8").replace("<", r"\u003c")
    page = npm / f"page-{directed}.html"
    page.write_text((npm / "cytoscape.html").read_text(encoding="utf-8").replace("{{file}}", file), encoding="utf-8")
    profile = f"--user-data-dir={tmp_path / 'browser'}"
    shown = ran(str(BROWSER), "--headless", "--no-sandbox", profile, "--dump-dom", page.as_uri())
    graph = json.loads(shown.partition("<body>JSON")[2].partition("</body>")[0])
    assert graph["warnings"] == []
    nodes, edges = rows(seen, lists=True)
    places = {node.id: node.position for node in seen.nodes}
    assert [data["id"] for data, *_ in graph["nodes"]] == list(nodes)
    for data, place, style in graph["nodes"]:
        key = data.pop("id")
        row = nodes[key]
        assert data.pop("name") == data.pop("shared_name") == row["label"]
        assert data == row
        assert (place["x"], place["y"]) == places[key]
        # It leaves out the blanks around what it shows.
        assert style.pop("label") == row["label"].strip(" \t\r\n\u2028\u2029\ufeff")
        size = f"{row['size']:g}px"
        assert style == {"background-color": css(row["colour"]), "width": size, "height": size}
    assert [data["id"] for data, *_ in graph["edges"]] == list(edges)
    for data, style in graph["edges"]:
        source, target, row = edges[data["id"]]
        assert (data.pop("source"), data.pop("target"), data.pop("interaction")) == (source, target, row["kind"])
        assert data.pop("name") == data.pop("shared_name") and data.pop("id")
        assert data == row
        assert style["line-color"] == style["target-arrow-color"] == css(row["colour"])
        assert style["target-arrow-shape"] == ("triangle" if directed else "none")
    picture = Image.open(io.BytesIO(b64decode(graph["picture"]))).convert("RGBA")
    blue = tuple(bytes.fromhex(seen.nodes[0].colour[1:]))
    assert (
        sum(count for count, colour in picture.getcolors(2**24) or [] if colour[:3] == blue and colour[3] == 255) > 500
    )


def css(colour: str) -> str:
    return f"rgb({','.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


@pytest.mark.parametrize("directed", [True, False])
def test_gephi_reads_gexf(directed: bool, gephi: list[str], tmp_path: Path) -> None:
    seen = harsh(directed)
    write(seen, [tmp_path / "graph.gexf"])
    graph = found(ran(*gephi, tmp_path / "graph.gexf"))
    assert (graph["directed"], graph["dynamic"]) == (directed, True)
    assert set(graph["issues"]) == {
        "GEXF version 1.3",
        "Parallel edges detected, remember to choose a merge strategy",  # as the command says too
    }
    nodes, edges = rows(seen)
    assert {key for key, *_ in graph["nodes"]} == nodes.keys()
    for key, attributes, colour, size in graph["nodes"]:
        row = nodes[key]
        assert (colour, size) == (row["colour"], row["size"])
        in_gephi(attributes, {name: cell for name, cell in row.items() if name not in ("colour", "size")})
    assert {key: undirected(a, b, seen) for key, a, b, _ in graph["edges"]} == {
        key: undirected(a, b, seen) for key, (a, b, _) in edges.items()
    }
    for key, _, _, attributes in graph["edges"]:
        row = edges[key][2]
        assert attributes.pop("Weight") == row["weight"]
        in_gephi(attributes, {name: cell for name, cell in row.items() if name not in ("colour", "weight", "kind")})


def in_gephi(attributes: dict[str, Any], row: dict[str, Any]) -> None:
    """What Gephi has of a row; it takes an empty text and the word null for nothing."""
    assert ("Interval" in attributes) == ("start" in row or "end" in row)
    attributes = {n: c for n, c in attributes.items() if n != "Interval" and c not in ("", "null")}
    assert attributes == {name: cell for name, cell in row.items() if cell not in ("", "null")}


@pytest.mark.parametrize("suffix", [".cypher", ".neo4j"])
def test_neo4j_takes_in_cypher_twice_and_its_importer_the_folder(suffix: str, neo4j: list[str], tmp_path: Path) -> None:
    seen = harsh()
    write(seen, [tmp_path / f"graph{suffix}"])
    graph = found(ran(*neo4j, tmp_path / f"graph{suffix}", cwd=tmp_path))
    nodes, edges = rows(seen, lists=True)
    assert {tuple(labels) for labels, _ in graph["nodes"]} == {("OddKind", "Thing")}
    assert {row.pop("id"): row for _, row in graph["nodes"]} == nodes
    assert {row.pop("id"): (a, b, row) for _, a, b, row in graph["edges"]} == edges
    assert {kind for kind, *_ in graph["edges"]} == {"TIED_TO"}


def test_the_script_gives_the_importer_what_the_test_gives_it() -> None:
    from councilgraph.export.neo4j import _SCRIPT

    given = (READERS / "Neo4j.java").read_text(encoding="utf-8")
    for option in re.findall(r"--[a-z-]+(?:=[\w+]+)?(?=[\s\\])", _SCRIPT):
        assert option in given


def test_harsh_is_harsh() -> None:
    seen: Projection = harsh()
    assert seen.parallel >= len(seen.nodes)
    assert any(edge.source == edge.target for edge in seen.edges)
