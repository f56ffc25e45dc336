"""Node-link JSON: what d3 draws and `networkx.node_link_graph(…, edges="links")` reads."""

from collections.abc import Iterator
from pathlib import Path

from councilgraph.export.check import Found
from councilgraph.export.files import text_file
from councilgraph.export.fragments import edges, nodes
from councilgraph.export.json import array, cells, encoded, load, text
from councilgraph.export.survey import clean
from councilgraph.export.tables import Tables


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file."""
    seen = tables.projection
    about = {"name": seen.name, "title": tables.title, "about": tables.about}
    about["legend"] = [
        {"of": entry.of, "meaning": clean(entry.meaning), "colour": entry.colour} for entry in seen.legend
    ]  # type: ignore[assignment]
    with text_file(path) as file:
        file.write(f'{{"directed":{encoded(seen.directed)},"multigraph":true,"graph":{encoded(about)},\n"nodes":')
        file.writelines(array(_nodes(tables)))
        file.write(',\n"links":')
        file.writelines(array(_links(tables)))
        file.write("}\n")
    return [path]


def _nodes(tables: Tables) -> Iterator[str]:
    for node, cells_ in nodes(tables, cells(tables.node_columns)):
        place = f',"x":{node.position[0]!r},"y":{node.position[1]!r}' if node.position else ""
        yield f'{{"id":{text(node.id)}{place}{cells_}}}'


def _links(tables: Tables) -> Iterator[str]:
    for edge, cells_ in edges(tables, cells(tables.edge_columns)):
        yield f'{{"source":{text(edge.source)},"target":{text(edge.target)},"key":"{edge.id}"{cells_}}}'


def read(path: Path) -> Iterator[Found]:
    """What a reader of node-link JSON finds in a file.

    Raises:
        InputError: the file is not well-formed.
    """
    graph = load(path)
    for node in graph["nodes"]:
        yield Found(node["id"], {name: cell for name, cell in node.items() if name not in ("id", "x", "y")})
    for edge in graph["links"]:
        row = {name: cell for name, cell in edge.items() if name not in ("source", "target", "key")}
        yield Found(edge["key"], row, edge["source"], edge["target"])
