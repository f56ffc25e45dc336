"""DOT, the language of Graphviz.

https://graphviz.org/doc/info/lang.html. What Graphviz does not know itself stands in attributes named ``data_…``, which it
keeps and does not draw. A backslash is doubled, as labels need it; in other attributes Graphviz leaves both. Edges are
curved: routing them around nodes (``splines=true``) ends Graphviz 2.43 with a fault where there are parallel ones.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from councilgraph.drawing.lettering import wrapped
from councilgraph.errors import InputError
from councilgraph.export.check import Found
from councilgraph.export.files import text_file
from councilgraph.export.survey import Cell, as_text
from councilgraph.export.tables import Row, Tables

_ROOM = 110
_POINTS = 72  # Graphviz measures places in points, and sizes in inches
_HEAD = """{kind} {name} {{
graph [label={title}, labelloc=t, fontname="Helvetica", outputorder=edgesfirst, overlap=prism, sep="+25", splines=curved, forcelabels=false];
node [label="", shape=circle, style=filled, fixedsize=true, penwidth=0.5, color="#ffffff", fontname="Helvetica", fontsize=8];
edge [penwidth=0.75, arrowsize=0.5, fontname="Helvetica", fontsize=7];
"""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s"\[\];,={}]+|[\[\];,={}]', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\])')


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file."""
    seen = tables.projection
    tie = "->" if seen.directed else "--"
    with text_file(path) as file:
        kind = "digraph" if seen.directed else "graph"
        file.write(_HEAD.format(kind=kind, name=_quoted(seen.name), title=_quoted(tables.title)))
        for node, row in tables.nodes():
            place = f'pos="{node.position[0]},{-node.position[1]}!", ' if node.position else ""
            inches = node.size / _POINTS
            shown = f"xlabel={_lettered(row['label'])}, tooltip={_quoted(row['label'])}"
            drawn = f'{place}fillcolor="{node.colour}", width={inches:.4f}, height={inches:.4f}'
            file.write(f"{_quoted(node.id)} [{shown}, {drawn}{_data(row)}];\n")
        for edge, row in tables.edges():
            ends = f"{_quoted(edge.source)} {tie} {_quoted(edge.target)}"
            drawn = f'id="{edge.id}", tooltip={_quoted(row["label"])}, color="{edge.colour}", weight={max(round(edge.weight), 0)}'
            file.write(f"{ends} [{drawn}{_data(row)}];\n")
        file.write("}\n")
    return [path]


def _data(row: Row) -> str:
    return "".join([f", data_{name}={_quoted(cell)}" for name, cell in row.items()])


def _quoted(cell: Cell) -> str:
    text = cell if isinstance(cell, str) else as_text(cell)  # type: ignore[arg-type]
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _lettered(label: Cell) -> str:
    """A label that is drawn: in lines, and cut where there would be many."""
    return '"' + r"\n".join(_quoted(line)[1:-1] for line in wrapped(str(label), 8, _ROOM, lines=4)) + '"'


def read(path: Path) -> Iterator[Found]:
    """What a reader of DOT finds in a file, as words: one statement after the other, each with its attributes.

    Raises:
        InputError: the file is not what it must be.
    """
    text = path.read_bytes().decode()
    tokens = (match[0] for match in _TOKEN.finditer(text))
    statement: list[str] = []
    for token in tokens:
        if token in ("{", ";"):
            if len(statement) > 1 and "[" in statement and statement[0] not in ("graph", "node", "edge"):
                yield _found(statement, path)
            statement = []
        elif token == "}" and statement:
            raise InputError("a statement breaks off", where=str(path))
        else:
            statement.append(token)


def _found(statement: list[str], path: Path) -> Found:
    bracket = statement.index("[")
    given = statement[bracket + 1 : -1]
    if statement[-1] != "]" or given[1::4] != ["="] * len(given[1::4]):
        raise InputError(f"no list of attributes: {' '.join(statement)[:60]}", where=str(path))
    names = dict(zip(given[::4], map(_plain, given[2::4]), strict=True))
    row: Row = {
        name.removeprefix("data_"): value for name, value in names.items() if name.startswith("data_") and value
    }
    if bracket == 1:
        return Found(_plain(statement[0]), row)
    return Found(names["id"], row, _plain(statement[0]), _plain(statement[2]))


def _plain(token: str) -> str:
    return _ESCAPE.sub(r"\1", token[1:-1]) if token.startswith('"') else token
