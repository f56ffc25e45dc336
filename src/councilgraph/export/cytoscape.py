"""Cytoscape.js JSON with a style: for Cytoscape.js in a page, and for Cytoscape, which opens it as ``.cyjs``.

https://js.cytoscape.org/#notation/elements-json. Cytoscape shows ``name`` and ``interaction``, and takes edges of one name
for one, so that of an edge ends in its id.
"""

from collections.abc import Iterator
from pathlib import Path

from councilgraph.export.check import Found
from councilgraph.export.files import text_file
from councilgraph.export.fragments import edges, nodes
from councilgraph.export.json import array, cells, encoded, load, text
from councilgraph.export.survey import clean
from councilgraph.export.tables import Tables

_STYLE = [
    {
        "selector": "node",
        "style": {
            "label": "data(label)",
            "background-color": "data(colour)",
            "width": "data(size)",
            "height": "data(size)",
            "font-size": 8,
            "min-zoomed-font-size": 6,
            "text-wrap": "wrap",
            "text-max-width": 90,
            "text-valign": "bottom",
            "text-margin-y": 2,
            "text-outline-width": 1.5,
            "text-outline-color": "#ffffff",
        },
    },
    {
        "selector": "edge",
        "style": {
            "line-color": "data(colour)",
            "target-arrow-color": "data(colour)",
            "width": 1.5,
            "arrow-scale": 0.7,
            "curve-style": "bezier",
        },
    },
]
_ARROW = {"selector": "edge", "style": {"target-arrow-shape": "triangle"}}
_NODE_OWN, _EDGE_OWN = ("id", "name", "shared_name"), ("id", "source", "target", "name", "shared_name", "interaction")


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file."""
    seen = tables.projection
    about = {"name": tables.title, "shared_name": tables.title, "about": tables.about, "projection": seen.name}
    style = [*_STYLE, _ARROW] if seen.directed else _STYLE
    with text_file(path) as file:
        file.write('{"format_version":"1.0","generated_by":"councilgraph","target_cytoscapejs_version":"~3.30",\n')
        file.write(f'"data":{encoded(about)},\n"style":{encoded(style)},\n"elements":{{"nodes":')
        file.writelines(array(_nodes(tables)))
        file.write(',\n"edges":')
        file.writelines(array(_edges(tables)))
        file.write("}}\n")
    return [path]


def _nodes(tables: Tables) -> Iterator[str]:
    for node, cells_ in nodes(tables, cells(tables.node_columns)):
        name = text(clean(node.label))
        place = f',"position":{{"x":{node.position[0]!r},"y":{node.position[1]!r}}}' if node.position else ""
        yield f'{{"data":{{"id":{text(node.id)},"name":{name},"shared_name":{name}{cells_}}}{place}}}'


def _edges(tables: Tables) -> Iterator[str]:
    for edge, cells_ in edges(tables, cells(tables.edge_columns)):
        kind = clean(edge.kind)
        name = text(f"{edge.source} ({kind}) {edge.target} {edge.id}")
        own = f'"id":"{edge.id}","source":{text(edge.source)},"target":{text(edge.target)},"name":{name},"shared_name":{name}'
        yield f'{{"data":{{{own},"interaction":{text(kind)}{cells_}}}}}'


def read(path: Path) -> Iterator[Found]:
    """What a reader of Cytoscape.js JSON finds in a file.

    Raises:
        InputError: the file is not well-formed.
    """
    elements = load(path)["elements"]
    for node in elements["nodes"]:
        yield Found(node["data"]["id"], {k: v for k, v in node["data"].items() if k not in _NODE_OWN})
    for edge in elements["edges"]:
        data = edge["data"]
        row = {name: cell for name, cell in data.items() if name not in _EDGE_OWN}
        yield Found(data["id"], row, data["source"], data["target"])
