"""GraphML, which yEd, igraph, Gephi, networkx and others read; with yEd's own shapes, labels and colours as an option.

http://graphml.graphdrawing.org/specification.html. Every key is declared with its type, every edge has an id of its own.
"""

from collections.abc import Iterator
from pathlib import Path

from councilgraph.export.check import Found, read_cell
from councilgraph.export.files import text_file
from councilgraph.export.fragments import Style, edges, nodes
from councilgraph.export.survey import NUMBER, TEXT, TRUTH, WHOLE, Column, clean
from councilgraph.export.tables import Row, Tables
from councilgraph.export.xml import WRITE, elements, escape

_KEY, _NODE, _EDGE, _DATA = (
    f"{{http://graphml.graphdrawing.org/xmlns}}{name}" for name in ["key", "node", "edge", "data"]
)
_TYPES = {WHOLE: "long", NUMBER: "double", TRUTH: "boolean"}
_READ = {"long": WHOLE, "double": NUMBER, "boolean": TRUTH, "string": TEXT}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{more}
         xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns {schema}">
"""
_PLAIN = ("", "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")
_YED = (
    '\n         xmlns:y="http://www.yworks.com/xml/graphml"',
    "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd",
)
_YED_KEYS = """<key id="yn" for="node" yfiles.type="nodegraphics"/>
<key id="ye" for="edge" yfiles.type="edgegraphics"/>
"""
_YED_NODE = (
    '<data key="yn"><y:ShapeNode><y:Geometry height="{size}" width="{size}" x="{x}" y="{y}"/><y:Fill color="{colour}" '
    'transparent="false"/><y:BorderStyle color="#ffffff" type="line" width="1.0"/><y:NodeLabel modelName="sides" '
    'modelPosition="s" fontSize="10">{label}</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data>'
)
_YED_EDGE = (
    '<data key="ye"><y:PolyLineEdge><y:LineStyle color="{colour}" type="line" width="{width}"/><y:Arrows source="none" '
    'target="{arrow}"/><y:EdgeLabel visible="false" fontSize="8">{label}</y:EdgeLabel></y:PolyLineEdge></data>'
)


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file."""
    return _write(tables, path, yed=False)


def write_yed(tables: Tables, path: Path) -> list[Path]:
    """Write the file with the shapes that yEd shows."""
    return _write(tables, path, yed=True)


def _write(tables: Tables, path: Path, *, yed: bool) -> list[Path]:
    with text_file(path) as file:
        more, schema = _YED if yed else _PLAIN
        file.write(_HEAD.format(more=more, schema=schema))
        keys = {"node": _keys(tables.node_columns, "n"), "edge": _keys(tables.edge_columns, "e")}
        for of, columns in (("node", tables.node_columns), ("edge", tables.edge_columns)):
            for name, column in columns.items():
                kind = _TYPES.get(column.type, "string")
                key = keys[of][name]
                file.write(f'<key id="{key}" for="{of}" attr.name="{escape(name)}" attr.type="{kind}"/>\n')
        file.write(_YED_KEYS if yed else "")
        directed = "directed" if tables.projection.directed else "undirected"
        file.write(f'<graph id="{escape(tables.projection.name)}" edgedefault="{directed}">\n')
        file.writelines(_nodes(tables, keys["node"], yed))
        file.writelines(_edges(tables, keys["edge"], yed))
        file.write("</graph>\n</graphml>\n")
    return [path]


def _keys(columns: dict[str, Column], letter: str) -> dict[str, str]:
    return {name: f"{letter}{number}" for number, name in enumerate(columns)}


def _style(keys: dict[str, str]) -> Style:
    return Style({name: f'<data key="{key}">' for name, key in keys.items()}, "</data>", WRITE)


def _nodes(tables: Tables, keys: dict[str, str], yed: bool) -> Iterator[str]:
    more = ""
    for number, (node, cells) in enumerate(nodes(tables, _style(keys))):
        if yed:
            x, y = node.position or (number % 100 * 60, number // 100 * 60)
            label = escape(clean(node.label))
            more = _YED_NODE.format(x=x, y=y, size=node.size, colour=node.colour, label=label)
        yield f'<node id="{escape(node.id)}">{cells}{more}</node>\n'


def _edges(tables: Tables, keys: dict[str, str], yed: bool) -> Iterator[str]:
    more, arrow = "", "standard" if tables.projection.directed else "none"
    for edge, cells in edges(tables, _style(keys)):
        if yed:
            width = min(max(edge.weight, 0.5), 8)
            more = _YED_EDGE.format(colour=edge.colour, width=width, arrow=arrow, label=escape(clean(edge.label)))
        ends = f'source="{escape(edge.source)}" target="{escape(edge.target)}"'
        yield f'<edge id="{edge.id}" {ends}>{cells}{more}</edge>\n'


def read(path: Path) -> Iterator[Found]:
    """What a reader of GraphML finds in a file.

    Raises:
        InputError: the file is not well-formed XML.
    """
    keys: dict[str, tuple[str, str]] = {}
    for element in elements(path, _KEY, _NODE, _EDGE):
        if element.tag == _KEY:
            if "attr.name" in element.attrib:
                keys[element.attrib["id"]] = (element.attrib["attr.name"], _READ[element.attrib["attr.type"]])
            continue
        row: Row = {}
        for data in element.iterfind(_DATA):
            if data.attrib["key"] in keys:
                title, kind = keys[data.attrib["key"]]
                row[title] = read_cell(data.text or "", kind)
        yield Found(element.attrib["id"], row, element.get("source"), element.get("target"))
