"""CX2, the exchange format of Cytoscape, Cytoscape Web and NDEx, with declared types and visual properties.

https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2). Nodes and edges have
numbers there; our ids are their attribute ``id``.
"""

from collections.abc import Iterator
from pathlib import Path

from councilgraph.export.check import Found
from councilgraph.export.files import text_file
from councilgraph.export.fragments import edges, nodes
from councilgraph.export.json import array, cells, encoded, load, text
from councilgraph.export.survey import NUMBER, TRUTH, WHOLE, Column, clean
from councilgraph.export.tables import Tables

_TYPES = {WHOLE: "long", NUMBER: "double", TRUTH: "boolean"}


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file."""
    seen = tables.projection
    counts = {
        "attributeDeclarations": 1,
        "networkAttributes": 1,
        "nodes": len(seen.nodes),
        "edges": len(seen.edges),
        "visualProperties": 1,
    }
    about = {"name": tables.title, "description": tables.about}
    declared = {
        "networkAttributes": {name: {"d": "string"} for name in about},
        "nodes": {"id": {"d": "string"}, "name": {"d": "string"}, **_declared(tables.node_columns)},
        "edges": {
            "id": {"d": "string"},
            "name": {"d": "string"},
            "interaction": {"d": "string"},
            **_declared(tables.edge_columns),
        },
    }
    with text_file(path) as file:
        file.write('[\n{"CXVersion":"2.0","hasFragments":false},\n')
        listed = [{"name": name, "elementCount": count} for name, count in counts.items()]
        file.write(f"{encoded({'metaData': listed})},\n")
        file.write(f"{encoded({'attributeDeclarations': [declared]})},\n{encoded({'networkAttributes': [about]})},\n")
        numbers = {node.id: number for number, node in enumerate(seen.nodes)}
        file.write('{"nodes":')
        file.writelines(array(_nodes(tables)))
        file.write('},\n{"edges":')
        file.writelines(array(_edges(tables, numbers)))
        file.write(f"}},\n{encoded({'visualProperties': [_look(directed=seen.directed)]})},\n")
        file.write('{"status":[{"success":true}]}\n]\n')
    return [path]


def _declared(columns: dict[str, Column]) -> dict[str, dict[str, str]]:
    kinds = {name: _TYPES.get(column.type, "string") for name, column in columns.items()}
    return {name: {"d": f"list_of_{kind}" if columns[name].several else kind} for name, kind in kinds.items()}


def _nodes(tables: Tables) -> Iterator[str]:
    for number, (node, cells_) in enumerate(nodes(tables, cells(tables.node_columns))):
        place = f'"x":{node.position[0]!r},"y":{node.position[1]!r},' if node.position else ""
        own = f'"id":{text(node.id)},"name":{text(clean(node.label))}'
        yield f'{{"id":{number},{place}"v":{{{own}{cells_}}}}}'


def _edges(tables: Tables, numbers: dict[str, int]) -> Iterator[str]:
    for number, (edge, cells_) in enumerate(edges(tables, cells(tables.edge_columns))):
        kind = clean(edge.kind)
        name = text(f"{edge.source} ({kind}) {edge.target} {edge.id}")
        ends = f'"id":{number},"s":{numbers[edge.source]},"t":{numbers[edge.target]}'
        yield f'{{{ends},"v":{{"id":"{edge.id}","name":{name},"interaction":{text(kind)}{cells_}}}}}'


def _look(*, directed: bool) -> dict[str, object]:
    """How it is drawn: label, colour and size from the attributes of these names."""

    def taken(attribute: str, kind: str) -> dict[str, object]:
        return {"type": "PASSTHROUGH", "definition": {"attribute": attribute, "type": kind}}

    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {"NODE_SHAPE": "ellipse", "NODE_LABEL_FONT_SIZE": 8},
            "edge": {"EDGE_WIDTH": 1.5, "EDGE_TARGET_ARROW_SHAPE": "triangle" if directed else "none"},
        },
        "nodeMapping": {
            "NODE_LABEL": taken("label", "string"),
            "NODE_BACKGROUND_COLOR": taken("colour", "string"),
            "NODE_WIDTH": taken("size", "double"),
            "NODE_HEIGHT": taken("size", "double"),
        },
        "edgeMapping": {"EDGE_LINE_COLOR": taken("colour", "string")},
    }


def read(path: Path) -> Iterator[Found]:
    """What a reader of CX2 finds in a file.

    Raises:
        InputError: the file is not well-formed.
    """
    aspects = {name: items for part in load(path)[1:] for name, items in part.items()}
    ids = {}
    for node in aspects["nodes"]:
        ids[node["id"]] = node["v"]["id"]
        yield Found(node["v"]["id"], {name: cell for name, cell in node["v"].items() if name not in ("id", "name")})
    for edge in aspects["edges"]:
        row = {name: cell for name, cell in edge["v"].items() if name not in ("id", "name", "interaction")}
        yield Found(edge["v"]["id"], row, ids[edge["s"]], ids[edge["t"]])
