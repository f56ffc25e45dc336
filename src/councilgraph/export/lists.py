"""CSV: a list of nodes and a list of edges, named so that Gephi and Cytoscape know their columns.

RFC 4180, UTF-8. Where a cell is missing nothing stands between the commas; an empty text stands in quotes.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from councilgraph.errors import InputError
from councilgraph.export.check import Found
from councilgraph.export.files import text_file
from councilgraph.export.survey import Cell
from councilgraph.export.tables import Row, Tables

_CELL = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)', re.DOTALL)
_ENDS = ("Id", "Source", "Target", "Type")
# Columns whose names the tools look for.
_NAMES = {"label": "Label", "weight": "Weight", "kind": "Kind"}


def write(tables: Tables, path: Path) -> list[Path]:
    """Write ``NAME-nodes.csv`` and ``NAME-edges.csv``."""
    nodes, edges = parts(path)
    with text_file(nodes) as file:
        names = list(tables.node_columns)
        file.write(line(["Id", *(_NAMES.get(name, name) for name in names)]))
        file.writelines(line([node.id, *map(row.get, names)]) for node, row in tables.nodes())
    with text_file(edges) as file:
        names = list(tables.edge_columns)
        file.write(line(["Source", "Target", "Type", "Id", *(_NAMES.get(name, name) for name in names)]))
        kind = "Directed" if tables.projection.directed else "Undirected"
        file.writelines(line([e.source, e.target, kind, e.id, *map(row.get, names)]) for e, row in tables.edges())
    return [nodes, edges]


def parts(path: Path) -> list[Path]:
    """The two files that a name stands for."""
    return [path.with_name(f"{path.stem}-{part}{path.suffix}") for part in ("nodes", "edges")]


def line(cells: Iterable[Cell | None]) -> str:
    """A line of cells."""
    return ",".join(map(_cell, cells)) + "\n"


def _cell(cell: Cell | None) -> str:
    if type(cell) is str:
        if cell.isalnum() or (
            "," not in cell and '"' not in cell and cell.isprintable() and cell and cell == cell.strip()
        ):
            return cell
        return '"' + cell.replace('"', '""') + '"'
    if cell is None:
        return ""
    return ("true" if cell else "false") if type(cell) is bool else repr(cell)


def rows(path: Path) -> Iterator[dict[str, str | None]]:
    """The rows of a file by column; a cell in which nothing stands, not even quotes, is None.

    Raises:
        InputError: a row has more or fewer cells than the first.
    """
    with path.open(encoding="utf-8", newline="\n") as file:
        header: list[str] | None = None
        record = ""
        for text in file:
            record += text
            if record.count('"') % 2:
                continue
            cells = [
                quoted.replace('""', '"') if quoted is not None else plain or None
                for quoted, plain in (match.groups() for match in _CELL.finditer(record[:-1]))
            ]
            record = ""
            if header is None:
                header = [cell or "" for cell in cells]
            elif len(cells) != len(header):
                raise InputError(f"a row of {len(cells)} cells below {len(header)} columns", where=str(path))
            else:
                yield dict(zip(header, cells, strict=True))


def read(path: Path) -> Iterator[Found]:
    """What a reader of the two lists finds in them: words, without types.

    Raises:
        InputError: a row has more or fewer cells than the first.
    """
    nodes, edges = parts(path)
    for row in rows(nodes):
        yield Found(row["Id"] or "", _row(row))
    for row in rows(edges):
        yield Found(row["Id"] or "", _row(row), row["Source"], row["Target"])


def _row(row: dict[str, str | None]) -> Row:
    ours = {theirs: name for name, theirs in _NAMES.items()}
    return {ours.get(name, name): cell for name, cell in row.items() if cell and name not in _ENDS}
