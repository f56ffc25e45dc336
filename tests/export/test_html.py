"""The page, as it is written and as Chromium shows it."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from councilgraph.export import write
from councilgraph.projection import Edge, Node, Projection
from councilgraph.projection.model import LegendEntry, Place, Source

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
ASK = """<script>
const answer = { nodes: nodes.length, edges: edges.length, legend: $("footer").querySelectorAll("label").length };
const paper = pen.getImageData(0, 0, canvas.width, canvas.height).data;
answer.ink = paper.filter((value, index) => index % 4 === 3 && value).length;
input.value = "máyor"; input.dispatchEvent(new Event("input"));
answer.found = [...found.querySelectorAll("button")].map((button) => button.textContent);
found.querySelector("button").click();
answer.heading = aside.querySelector("h2").textContent;
answer.facts = [...aside.querySelectorAll("dt, dd")].map((item) => item.textContent);
answer.stated = [...aside.querySelectorAll("li, blockquote")].map((item) => item.textContent);
choose(edges[0]);
answer.link = aside.querySelector("a").href;
answer.scripts = document.querySelectorAll("aside b, aside script").length;
$("footer input").click();
answer.hidden = nodes.filter((node) => !shown(node)).length;
answer.loaded = performance.getEntriesByType("resource").length;
document.body.replaceChildren(element("pre", {}, JSON.stringify(answer)));
</script></body>"""


@pytest.fixture
def seen() -> Projection:
    nodes = [Node("council/a", "Westmarch </script><b>", "council", colour="#0072b2", size=20)]
    nodes += [Node(f"person/{n}", "The Mayor" if n == 7 else f"Councillor {n}", "person") for n in range(50)]
    edges = [Edge(f"e{n}", node.id, "council/a", "sits in", "sits in") for n, node in enumerate(nodes[1:])]
    for edge in edges:
        edge.thing, edge.documents = f"tenure/{edge.id}", ("document/d",)
    nodes[8].attributes |= {"ties": "two", "line": 3}
    found = Projection("any", "Who sits in Westmarch", "A test.", nodes=nodes, edges=edges)
    found.documents = {"document/d": Source("A report", "https://example.org/report?a=1&b=2")}
    found.evidence = {"person/7": [Place("document/d", 3, "the <b>Mayor</b> spoke"), Place("document/d", 4)]}
    found.legend = [LegendEntry("node", "council", "#0072b2"), LegendEntry("node", "person", "#999999")]
    return found


def test_the_page_names_nothing_outside_itself(seen: Projection, tmp_path: Path) -> None:
    write(seen, [tmp_path / "page.html"])
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    frame = (
        page.partition('<script type="application/json"')[0] + page.partition('id="data">')[2].partition("</script>")[2]
    )
    assert not re.findall(r"\b(?:src|action|url)\s*[=(]", frame)
    assert re.findall(r'href="([^"]*)"', frame) == ["data:,"]
    assert not re.findall(r"fetch|XMLHttpRequest|WebSocket|importScripts|innerHTML|document\.write|eval\(", frame)


def test_the_data_hold_evidence_and_documents_by_number(seen: Projection, tmp_path: Path) -> None:
    write(seen, [tmp_path / "page.html"])
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    assert data["documents"][0] == ["document/d", "A report", "https://example.org/report?a=1&b=2", ""]
    assert data["evidence"] == {"person/7": [[0, 3, "the <b>Mayor</b> spoke"], [0, 4, ""]]}
    assert [key for key, x, y, row in data["nodes"]] == [node.id for node in seen.nodes]


@pytest.mark.heavy
@pytest.mark.skipif(not BROWSER, reason="needs Chromium")
def test_chromium_shows_searches_and_explains(seen: Projection, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    write(seen, [file])
    file.write_text(file.read_text(encoding="utf-8").replace("</body>", ASK), encoding="utf-8")
    ran = subprocess.run(
        [
            str(BROWSER),
            "--headless",
            "--no-sandbox",
            f"--user-data-dir={tmp_path / 'browser'}",
            "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    shown = re.search(r"<pre>(.*?)</pre>", ran.stdout, re.DOTALL)
    assert shown, ran.stderr
    answer = json.loads(shown[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert answer["ink"] > 1000
    assert answer["nodes"] == 51 and answer["edges"] == 50 and answer["legend"] == 2
    assert answer["found"] == [" The Mayor person"]
    assert answer["heading"] == "The Mayor"
    assert answer["facts"] == ["ties", "two", "line", "3"]
    assert answer["stated"][:2] == ["A report, pp. 3, 4the <b>Mayor</b> spoke", "the <b>Mayor</b> spoke"]
    assert answer["link"] == "https://example.org/report?a=1&b=2"
    assert answer["scripts"] == 0
    assert answer["hidden"] == 1
    assert answer["loaded"] == 0
