"""``councilgraph export``."""

import json
from pathlib import Path

import networkx
import pytest

from councilgraph.export import FORMATS

from .conftest import Run


def test_several_files_of_one_run_share_ids(desk: Path, run: Run) -> None:
    outcome = run("export", "lead-inspectors", "-o", "leads.graphml", "-o", "leads.csv", "-o", "leads.neo4j")
    assert (outcome.code, outcome.out) == (0, "")
    graph = networkx.read_graphml("leads.graphml", force_multigraph=True)
    nodes = Path("leads-nodes.csv").read_text(encoding="utf-8").splitlines()
    edges = Path("leads-edges.csv").read_text(encoding="utf-8").splitlines()
    assert [line.partition(",")[0] for line in nodes[1:]] == list(graph)
    assert {line.split(",")[3] for line in edges[1:]} == {key for _, _, key in graph.edges(keys=True)}
    assert {file.name for file in Path("leads.neo4j").iterdir()} == {
        "nodes.csv",
        "relationships.csv",
        "import.sh",
        "constraints.cypher",
    }
    first = outcome.err.splitlines()[0]
    assert first.startswith(f"{len(graph):,} nodes, {graph.number_of_edges():,} edge")
    assert "leads-nodes.csv, leads-edges.csv" in outcome.err
    assert "Gephi" in outcome.err


def test_what_is_said_of_a_node_is_found_by_its_id(desk: Path, run: Run) -> None:
    run("export", "lead-inspectors", "-o", "leads.graphml", "--quiet")
    graph = networkx.read_graphml("leads.graphml", force_multigraph=True)
    (_, _, edge), *_ = graph.edges(data=True)
    assert run("explain", edge["thing"]).code == 0
    assert edge["document"] and edge["document_title"] and edge["start"]


def test_parallel_edges_and_what_was_changed_are_told(desk: Path, run: Run) -> None:
    told = run("export", "inspections", "-o", "all.gexf").err
    assert "Don't merge" not in told
    told = run("export", "everything", "-o", "all.gexf").err
    assert "parallel to others" in told
    assert "set “Edges merge strategy” to “Don't merge”" in told
    assert "attributes" in told or "joined" in told


def test_measures_are_a_table_where_no_file_is_asked_for(desk: Path, run: Run) -> None:
    outcome = run("export", "lead-inspectors", "--metrics", "degree,components", "-q")
    header, _, first, *_ = outcome.out.splitlines()
    assert header.split() == ["node", "label", "kind", "degree", "in_degree", "out_degree", "component"]
    assert outcome.err == ""
    assert list(Path().iterdir()) == []
    assert run("export", "lead-inspectors", "--metrics", "all", "-o", "a.graphml").code == 0
    graph = networkx.read_graphml("a.graphml", force_multigraph=True)
    assert {"degree", "betweenness", "community", "component"} <= graph.nodes[first.split()[0]].keys()


def test_a_file_of_ones_own_projects_too(desk: Path, run: Run) -> None:
    Path("own.toml").write_text(
        "title = 'Own'\nabout = 'Mine.'\n[[edges]]\nquery = 'SELECT ?source ?target { ?target cg:leadInspector ?source }'\n",
        encoding="utf-8",
    )
    assert run("export", "own.toml", "-o", "own.dot").code == 0
    assert '"person/' in Path("own.dot").read_text(encoding="utf-8")


def test_a_picture_is_the_same_tomorrow_and_files_of_its_run_have_its_places(own: Path, run: Run) -> None:
    assert run("export", "inspections", "-o", "one.svg", "-o", "one.json").code == 0
    assert run("export", "inspections", "-o", "two.svg", "-o", "two.html", "-o", "two.json").code == 0
    assert Path("one.svg").read_bytes() == Path("two.svg").read_bytes()
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()
    assert all({"x", "y"} <= node.keys() for node in json.loads(Path("one.json").read_text(encoding="utf-8"))["nodes"])
    assert (own / ".councilgraph" / "store" / "layouts" / "inspections.json").is_file()


@pytest.mark.parametrize(("quotes", "found"), [("all", True), ("none", False)])
def test_words_are_in_the_page_if_they_may(desk: Path, run: Run, quotes: str, found: bool) -> None:
    assert run("export", "inspections", "--quotes", quotes, "-o", "page.html").code == 0
    data = Path("page.html").read_text(encoding="utf-8").partition('id="data">')[2].partition("</script>")[0]
    words = [said for places in json.loads(data)["evidence"].values() for _, _, said in places]
    assert words and any(words) == found


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("lead-inspectors",), "nowhere to write to"),
        (("lead-inspectors", "-o", "x.xyz"), "unknown suffix: x.xyz"),
        (("lead-inspectors", "-o", "x.gexf", "-o", "y"), "unknown suffix: y"),
        (("lead-inspectors", "-o", "missing/x.gexf"), f"cannot write {Path('missing/x.gexf')}: "),
        (("lead-inspectors", "-o", "missing/x.neo4j"), f"cannot write {Path('missing/x.neo4j')}: "),
        (("lead-inspectors", "-o", "x.gexf", "--since", "May"), "“May” is no day"),
        (("lead-inspectors", "-o", "x.gexf", "--metrics", "beauty"), "nothing is measured by “beauty”"),
        (("lead-inspectors", "-o", "x.gexf", "--service-area", "x"), "lead-inspectors has no filter “service-area”"),
        (("lead-inspectors", "-o", "x.gexf", "--parallel", "none"), "“none” is no way to treat parallel edges"),
        (("ego", "-o", "x.gexf"), "ego needs a thing to look around"),
        (("leads", "-o", "x.gexf"), "no projection “leads”"),
    ],
)
def test_wrong_use_is_one_clear_error_and_leaves_nothing(
    words: tuple[str, ...], message: str, desk: Path, run: Run
) -> None:
    outcome = run("export", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"councilgraph: {message}")
    assert list(desk.iterdir()) == []


def test_help_tells_every_suffix(run: Run) -> None:
    told = run("export", "--help").out
    for kind in FORMATS.values():
        for suffix in kind.suffixes:
            assert f" {suffix} " in told
