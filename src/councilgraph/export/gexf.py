"""GEXF 1.3, the format of Gephi: colours, sizes and places, and days as spells for its timeline.

https://gexf.net/schema.html. Gephi shows nothing of a spell that ends on the day on which it starts, so such a spell
ends on the next; ends are not included then. ``start`` and ``end`` stand among the attributes as well, as they are known.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

from councilgraph.export.check import Found, read_cell
from councilgraph.export.files import text_file
from councilgraph.export.fragments import Style, edges, nodes
from councilgraph.export.survey import NUMBER, TEXT, TRUTH, WHOLE, Column, clean
from councilgraph.export.tables import Row, Tables
from councilgraph.export.xml import WRITE, elements, escape
from councilgraph.projection.model import Edge, Node

_NS, _VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
_TYPES = {WHOLE: "long", NUMBER: "double", TRUTH: "boolean"}
_READ = {"long": WHOLE, "double": NUMBER, "boolean": TRUTH, "string": TEXT}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>councilgraph</creator><title>{title}</title><description>{about}</description></meta>
<graph defaultedgetype="{directed}" mode="{mode}"{time}>
"""
_NODE_OWN = ("label", "colour", "size")
_EDGE_OWN = ("label", "kind", "weight", "colour")


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file."""
    seen = tables.projection
    dated = "start" in tables.node_columns.keys() | tables.edge_columns.keys()
    dated = dated or "end" in tables.node_columns.keys() | tables.edge_columns.keys()
    with text_file(path) as file:
        file.write(
            _HEAD.format(
                title=escape(tables.title),
                about=escape(tables.about),
                directed="directed" if seen.directed else "undirected",
                mode="dynamic" if dated else "static",
                time=' timeformat="date" timerepresentation="interval"' if dated else "",
            )
        )
        for of, columns, own in (("node", tables.node_columns, _NODE_OWN), ("edge", tables.edge_columns, _EDGE_OWN)):
            file.write(f'<attributes class="{of}" mode="static">\n')
            for name, column in columns.items():
                if name not in own:
                    kind = _TYPES.get(column.type, "string")
                    file.write(f'<attribute id="{escape(name)}" title="{escape(name)}" type="{kind}"/>\n')
            file.write("</attributes>\n")
        file.write(f'<nodes count="{len(seen.nodes)}">\n')
        file.writelines(_nodes(tables))
        file.write(f'</nodes>\n<edges count="{len(seen.edges)}">\n')
        file.writelines(_edges(tables))
        file.write("</edges>\n</graph>\n</gexf>\n")
    return [path]


def _nodes(tables: Tables) -> Iterator[str]:
    for node, cells in nodes(tables, _style(tables.node_columns, _NODE_OWN)):
        place = '<viz:position x="{}" y="{}" z="0.0"/>'.format(*_up(node)) if node.position else ""
        yield (
            f'<node id="{escape(node.id)}" label="{escape(clean(node.label))}"><attvalues>{cells}</attvalues>'
            f'<viz:color {_rgb(node.colour)}/>{place}<viz:size value="{node.size}"/>{_spells(node)}</node>\n'
        )


def _edges(tables: Tables) -> Iterator[str]:
    for edge, cells in edges(tables, _style(tables.edge_columns, _EDGE_OWN)):
        yield (
            f'<edge id="{edge.id}" source="{escape(edge.source)}" target="{escape(edge.target)}" '
            f'kind="{escape(clean(edge.kind))}" label="{escape(clean(edge.label))}" weight="{edge.weight}">'
            f"<attvalues>{cells}</attvalues><viz:color {_rgb(edge.colour)}/>{_spells(edge)}</edge>\n"
        )


def _style(columns: dict[str, Column], own: tuple[str, ...]) -> Style:
    begin = {name: f'<attvalue for="{escape(name)}" value="' for name in columns if name not in own}
    return Style(begin, '"/>', WRITE)


@cache
def _rgb(colour: str) -> str:
    red, green, blue = bytes.fromhex(colour[1:])
    return f'r="{red}" g="{green}" b="{blue}"'


def _up(node: Node) -> tuple[float, float]:
    """A place as Gephi has it, whose y points up."""
    assert node.position
    return node.position[0], -node.position[1]


def _spells(thing: Node | Edge) -> str:
    return _spell(thing.start, thing.end) if thing.start or thing.end else ""


@lru_cache(1024)
def _spell(start: date | None, end: date | None) -> str:
    if start and end and end <= start:
        end = start + timedelta(days=1)
    first = f' start="{start}"' if start else ""
    last = f' end="{end}"' if end else ""
    return f"<spells><spell{first}{last}/></spells>"


def read(path: Path) -> Iterator[Found]:
    """What a reader of GEXF finds in a file.

    Raises:
        InputError: the file is not well-formed XML.
    """
    types: dict[str, dict[str, tuple[str, str]]] = {"node": {}, "edge": {}}
    for element in elements(path, *(_NS + name for name in ("attributes", "node", "edge"))):
        if element.tag == _NS + "attributes":
            for one in element:
                types[element.attrib["class"]][one.attrib["id"]] = (one.attrib["title"], _READ[one.attrib["type"]])
            continue
        of = element.tag.removeprefix(_NS)
        row: Row = {"label": element.attrib["label"]}
        for value in element.iterfind(f"{_NS}attvalues/{_NS}attvalue"):
            title, kind = types[of][value.attrib["for"]]
            row[title] = read_cell(value.attrib["value"], kind)
        colour = element.find(_VIZ + "color")
        if colour is not None:
            row["colour"] = "#{:02x}{:02x}{:02x}".format(*(int(colour.attrib[each]) for each in "rgb"))
        if of == "edge":
            row |= {"kind": element.attrib["kind"], "weight": float(element.attrib["weight"])}
        elif (size := element.find(_VIZ + "size")) is not None:
            row["size"] = float(size.attrib["value"])
        yield Found(element.attrib["id"], row, element.get("source"), element.get("target"))
