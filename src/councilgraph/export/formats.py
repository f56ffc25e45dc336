"""All formats on one screen, and how they are written: several files at once share ids, and each is read back."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from councilgraph.errors import UsageError
from councilgraph.export import cx2, cypher, cytoscape, dot, gexf, graphml, html, lists, neo4j, nodelink, picture
from councilgraph.export.check import Found, check
from councilgraph.export.tables import Tables
from councilgraph.projection.model import Projection


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Attributes:
        title: what it is, and for which tool.
        suffixes: those that stand for it; the first is the usual one.
        write: writes it, and says which files there are now.
        read: what stands in it, found by the rules of the format.
        lists: whether an attribute may have several values.
        typed: whether it knows types.
        drawn: whether it needs to know where nodes are.
        evidence: whether it can tell where things are stated, page by page.
        advice: what to choose in the tool.
        parallel: what to choose besides where there are parallel edges.
    """

    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Tables, Path], list[Path]]
    read: Callable[[Path], Iterator[Found]] | None = None
    lists: bool = False
    typed: bool = True
    advice: str = ""
    parallel: str = ""
    drawn: bool = False
    evidence: bool = False


FORMATS: dict[str, Format] = {
    "gexf": Format(
        "GEXF 1.3 for Gephi, with colours, sizes and a timeline",
        (".gexf",),
        gexf.write,
        gexf.read,
        advice="Gephi: File, Open; graph type as offered",
        parallel="in the import report set “Edges merge strategy” to “Don't merge”",
    ),
    "yed": Format(
        "GraphML with the labels and colours of yEd",
        (".yed.graphml",),
        graphml.write_yed,
        graphml.read,
        advice="yEd: File, Open; then Layout, for example Organic",
    ),
    "graphml": Format(
        "GraphML for igraph, Gephi, Cytoscape, networkx",
        (".graphml",),
        graphml.write,
        graphml.read,
        advice="igraph: Graph.Read_GraphML; Gephi: File, Open",
        parallel="in Gephi set “Edges merge strategy” to “Don't merge”",
    ),
    "cytoscape": Format(
        "Cytoscape.js JSON with a style, which Cytoscape opens too",
        (".cyjs",),
        cytoscape.write,
        cytoscape.read,
        lists=True,
        advice="Cytoscape: File, Import, Network from File; Cytoscape.js: cytoscape({container, ...file})",
    ),
    "cx2": Format(
        "CX2 for Cytoscape, Cytoscape Web and NDEx",
        (".cx2",),
        cx2.write,
        cx2.read,
        lists=True,
        advice="Cytoscape: File, Import, Network from File; it comes with its style",
    ),
    "dot": Format(
        "DOT for Graphviz",
        (".dot", ".gv"),
        dot.write,
        dot.read,
        typed=False,
        advice="Graphviz: sfdp -Tsvg FILE > picture.svg, or dot for a small graph",
    ),
    "node-link": Format(
        "node-link JSON for d3 and networkx",
        (".json",),
        nodelink.write,
        nodelink.read,
        lists=True,
        advice='networkx: node_link_graph(data, edges="links"); d3: forceLink(links).id(d => d.id)',
    ),
    "neo4j": Format(
        "a folder for Neo4j's importer, with its script",
        (".neo4j",),
        neo4j.write,
        neo4j.read,
        lists=True,
        advice="Neo4j: stop the server, run import.sh in the folder, start it, run constraints.cypher",
    ),
    "cypher": Format(
        "Cypher for a Neo4j that runs",
        (".cypher",),
        cypher.write,
        cypher.read,
        lists=True,
        advice="Neo4j: cypher-shell -f FILE; running it again changes nothing",
    ),
    "csv": Format(
        "a list of nodes and a list of edges",
        (".csv",),
        lists.write,
        lists.read,
        typed=False,
        advice="Gephi: Import spreadsheet, the nodes first, then the edges, appended to the same workspace",
        parallel="set “Edges merge strategy” to “Don't merge”",
    ),
    "html": Format(
        "a page to look at in any browser, offline",
        (".html",),
        html.write,
        html.read,
        lists=True,
        advice="open it in a browser; it needs no network",
        drawn=True,
        evidence=True,
    ),
    "svg": Format("SVG, a picture", (".svg",), picture.write, advice="a browser or Inkscape opens it", drawn=True),
    "png": Format("PNG, a picture, with the extra draw", (".png",), picture.write, drawn=True),
    "pdf": Format("PDF, a picture, with the extra draw", (".pdf",), picture.write, drawn=True),
}


@dataclass(frozen=True, slots=True)
class Written:
    """What was written for one name.

    Attributes:
        files: what there is now.
        coerced: how many values were changed, by reason.
        advice: what to choose in the tool.
    """

    format: str
    files: list[Path]
    coerced: Counter[str] = field(default_factory=Counter)
    advice: str = ""


def format_of(path: Path) -> str:
    """The format that a name's suffix stands for.

    Raises:
        UsageError: none that is known.
    """
    for name, kind in FORMATS.items():
        if path.name.lower().endswith(kind.suffixes):
            return name
    known = ", ".join(suffix for kind in FORMATS.values() for suffix in kind.suffixes)
    raise UsageError(f"unknown suffix: {path.name}", hint=f"Known: {known}.")


def write(projection: Projection, paths: Sequence[Path]) -> list[Written]:
    """Write a projection to files, in the formats of their suffixes, and read each back.

    Raises:
        UsageError: a suffix is unknown, and then nothing is written, or a file cannot be written.
        CouncilgraphError: a file does not read back as it was to be.
    """
    kinds = [(path, format_of(path)) for path in paths]
    several = projection.parallel > 0
    written = []
    for path, name in kinds:
        kind = FORMATS[name]
        tables = Tables(projection, lists=kind.lists)
        files = kind.write(tables, path)
        if kind.read:
            check(tables, kind.read(path), path, typed=kind.typed)
        advice = "; ".join(filter(None, [kind.advice, kind.parallel if several else ""]))
        written.append(Written(name, files, tables.coerced if kind.read else Counter(), advice))
    return written
