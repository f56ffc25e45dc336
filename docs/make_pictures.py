"""Makes the pictures of tools.md and pictures.md again: the graph of the demo, by the steps that the pages tell, in the tools.

Run: python docs/make_pictures.py [NAME …]. It needs Chromium, and for some pictures Graphviz, matplotlib, npm, or Java
with Maven, which fetch the tools themselves; a picture whose tool is missing stays as it is. What the tools need beside the files is
in docs/pictures/made-with/.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

from PIL import Image

from councilgraph.build.project import init_samples
from councilgraph.build.session import build_project
from councilgraph.cli import app

DOCS = Path(__file__).resolve().parent
SOURCES = DOCS / "pictures" / "made-with"
GEPHI = "org.gephi:gephi-toolkit:0.10.1:jar:all"
PACKAGES = {"cytoscape": "3.35.0", "d3": "7.9.0", "playwright-core": "1.64.1"}
MOST = 150_000  # bytes of a picture


class Missing(Exception):
    """A tool that is not here."""


def steps(section: str) -> str:
    """A section of tools.md."""
    page = (DOCS / "tools.md").read_text(encoding="utf-8")
    return page.partition(f"\n## {section}\n")[2].partition("\n## ")[0]


def export(section: str) -> Path:
    """Type the first command of a section, and say which file it wrote."""
    (command, *_) = re.findall(r"^1\. `councilgraph (export .+)`$", steps(section), re.MULTILINE)
    arguments = [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', command)]
    app([*arguments, "-q"], standalone_mode=False)
    return Path(arguments[-1]).resolve()


def script(section: str) -> str:
    """The JavaScript or Python that a section tells, in one piece."""
    (block,) = re.findall(r"```(?:js|py)\n(.*?)```", steps(section), re.DOTALL)
    return str(block)


def tool(name: str) -> str:
    """Where a program is.

    Raises:
        Missing: it is not here.
    """
    found = shutil.which(name)
    if found is None:
        raise Missing(name)
    return found


def browser() -> str:
    """Where Chromium is."""
    return shutil.which("chromium") or tool("google-chrome")


def run(*command: str | Path, cwd: Path | None = None) -> None:
    """Run a program that must end well."""
    subprocess.run([tool(str(command[0])), *map(str, command[1:])], check=True, capture_output=True, cwd=cwd)


def fetch(package: str) -> None:
    """Have npm put a package into the current folder."""
    run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", f"{package}@{PACKAGES[package]}")


def photograph(address: str, wide: int, tall: int) -> bytes:
    """What Chromium shows of a page when it has come to rest."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        shot = Path(folder) / "shot.png"
        options = [f"--window-size={wide},{tall}", f"--user-data-dir={folder}/browser", f"--screenshot={shot}"]
        options += ["--headless", "--no-sandbox", "--hide-scrollbars", "--virtual-time-budget=8000"]
        subprocess.run([browser(), *options, address], check=True, capture_output=True, timeout=120)
        return shot.read_bytes()


def served(folder: Path, page: str, wide: int, tall: int) -> bytes:
    """A photograph of a page that lies in a folder, which a server on this machine gives out, as tools' pages need it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        return photograph(f"http://127.0.0.1:{server.server_port}/{page}", wide, tall)
    finally:
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Gives out files and says nothing of it."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Leave out what would be written for each request."""


def in_page(section: str, package: str, wide: int, tall: int) -> bytes:
    """A photograph of what the JavaScript of a section draws."""
    folder = export(section).parent
    fetch(package)
    page = (SOURCES / f"{package}.html").read_text(encoding="utf-8").replace("{{snippet}}", script(section))
    (folder / "page.html").write_text(page, encoding="utf-8")
    return served(folder, "page.html", wide, tall)


def graphviz() -> bytes:
    """What sfdp draws."""
    file = export("Graphviz")
    run("sfdp", "-Tpng", "-Gdpi=84", "-o", "graphviz.png", file)
    return Path("graphviz.png").read_bytes()


def gephi() -> bytes:
    """Gephi's preview after ForceAtlas 2, by its toolkit."""
    file = export("Gephi")
    run("mvn", "-q", "-B", "dependency:get", f"-Dartifact={GEPHI}", "-Dtransitive=false")
    run("mvn", "-q", "-B", "dependency:copy", f"-Dartifact={GEPHI}", "-DoutputDirectory=.")
    (jar,) = Path().glob("gephi-toolkit*.jar")
    run("java", "-Djava.awt.headless=true", "-cp", jar, SOURCES / "Gephi.java", file, "gephi.svg")
    drawn = Path("gephi.svg").read_text(encoding="utf-8").partition("<svg")[2]
    drawn = re.sub(r'(?<=\s)(?:width|height)="[\d.]+"', "", drawn, count=2)
    style = "body { margin: 8px } svg { width: 984px; height: 784px } text { font-family: Arial, sans-serif }"
    page = f'<meta charset="utf-8"><style>{style}</style><svg{drawn}'
    Path("gephi.html").write_text(page, encoding="utf-8")
    return photograph(Path("gephi.html").resolve().as_uri(), 1000, 800)


def igraph() -> bytes:
    """What igraph draws by matplotlib."""
    if not find_spec("matplotlib"):
        raise Missing("matplotlib")
    export("igraph")
    run(sys.executable, "-c", script("igraph"))
    return Path("weaknesses.png").read_bytes()


def neo4j() -> bytes:
    """Neo4j Browser with the query that the page tells."""
    file = export("Neo4j")
    (query,) = re.findall(r"In Neo4j Browser: `(.+)`$", steps("Neo4j"), re.MULTILINE)
    fetch("playwright-core")
    for name in ("pom.xml", "neo4j.mjs"):
        shutil.copy(SOURCES / name, ".")
    run("mvn", "-q", "-B", "dependency:build-classpath", "-Dmdep.outputFile=classpath")
    command = [tool("java"), "-cp", Path("classpath").read_text("utf-8"), str(SOURCES / "Neo4j.java"), str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            told = next(line for line in server.stdout or () if line.startswith("PORTS "))
            _, web, bolt = told.split()
            address = f"http://localhost:{web}/browser/?dbms=bolt://localhost:{bolt}&preselectAuthMethod=NO_AUTH"
            run("node", "neo4j.mjs", browser(), address, query, "neo4j.png")
        finally:
            server.terminate()
    return Path("neo4j.png").read_bytes()


def page() -> bytes:
    """The page with a judgement chosen."""
    app(["export", "inspections", "--council", "Northmere", "-o", "northmere.html", "-q"], standalone_mode=False)
    file = Path("northmere.html").resolve()
    text = file.read_text(encoding="utf-8")
    chosen = 'choose(nodes.findLast((node) => node.kind === "judgement" && node.row.is_overall));'
    file.write_text(text.replace("</body>", f"<script>{chosen}</script></body>"), encoding="utf-8")
    return photograph(file.as_uri(), 1100, 640)


PICTURES: dict[str, Callable[[], bytes]] = {
    "page": page,
    "graphviz": graphviz,
    "gephi": gephi,
    "cytoscape-js": lambda: in_page("Cytoscape.js", "cytoscape", 900, 640),
    "igraph": igraph,
    "neo4j": neo4j,
    "d3": lambda: in_page("d3", "d3", 900, 600),
}


def keep(name: str, picture: bytes) -> None:
    """Write a picture, in fewer colours if it would be large."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (0, 256, 128, 64):
        written = io.BytesIO()
        few = image.quantize(colours, kmeans=2, dither=Image.Dither.NONE) if colours else image
        few.save(written, "PNG", optimize=True)
        if written.tell() <= MOST:
            break
    (DOCS / "pictures" / f"{name}.png").write_bytes(written.getvalue())
    print(f"docs/pictures/{name}.png: {image.width} x {image.height}, {written.tell() // 1000} kB")


def main(names: list[str]) -> int:
    """Make the pictures of these names, or all."""
    with tempfile.TemporaryDirectory() as folder:
        project = init_samples(Path(folder) / "demo")
        build_project(project)
        os.chdir(project.folder)
        for name in names or PICTURES:
            try:
                keep(name, PICTURES[name]())
            except Missing as missing:
                print(f"docs/pictures/{name}.png stays: {missing} is not here", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
