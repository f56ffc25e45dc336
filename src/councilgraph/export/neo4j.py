"""A folder for Neo4j's own importer: nodes and relationships as CSV with typed headers, and the script that imports them.

https://neo4j.com/docs/operations-manual/current/import/. Several values of a cell stand between U+001F, which no text of
ours has in it.
"""

from collections.abc import Iterator
from pathlib import Path

from councilgraph.export.check import Found, read_cell
from councilgraph.export.cypher import CONSTRAINT, label, tie
from councilgraph.export.files import in_folder, text_file
from councilgraph.export.lists import line, rows
from councilgraph.export.survey import DAY, NUMBER, TEXT, TRUTH, WHOLE, Cell, Column, as_text
from councilgraph.export.tables import Row, Tables

_TYPES = {TEXT: "string", WHOLE: "long", NUMBER: "double", TRUTH: "boolean", DAY: "date"}
_READ = {name: kind for kind, name in _TYPES.items()}
_BETWEEN = "\x1f"
_FILES = ["nodes.csv", "relationships.csv", "import.sh", "constraints.cypher"]
_SCRIPT = """\
#!/bin/sh
# Makes a new Neo4j database of these lists; the server must not run. Further options go to neo4j-admin.
#   ./import.sh            a database called neo4j
#   ./import.sh councils   a database called councils
set -eu
cd "$(dirname "$0")"
exec neo4j-admin database import full "${1:-neo4j}" \\
    --nodes=nodes.csv --relationships=relationships.csv \\
    --id-type=string --multiline-fields=true --array-delimiter=U+001F --overwrite-destination
# Then, with the server running: cypher-shell -f constraints.cypher
"""


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the folder."""
    nodes, relationships, script, constraints = in_folder(path, _FILES)
    with text_file(nodes) as file:
        columns = tables.node_columns
        file.write(line(["id:ID", *(_header(name, column) for name, column in columns.items()), ":LABEL"]))
        for node, row in tables.nodes():
            file.write(line([node.id, *_cells(row, columns), f"Thing{_BETWEEN}{label(node.kind)}"]))
    with text_file(relationships) as file:
        columns = tables.edge_columns
        headers = [_header(name, column) for name, column in columns.items()]
        file.write(line(["id", ":START_ID", *headers, ":END_ID", ":TYPE"]))
        for edge, row in tables.edges():
            file.write(line([edge.id, edge.source, *_cells(row, columns), edge.target, tie(edge.kind)]))
    with text_file(script) as file:
        file.write(_SCRIPT)
    script.chmod(0o755)
    with text_file(constraints) as file:
        file.write(CONSTRAINT)
    return [nodes, relationships, script, constraints]


def _header(name: str, column: Column) -> str:
    return f"{name}:{_TYPES[column.type]}{'[]' if column.several else ''}"


def _cells(row: Row, columns: dict[str, Column]) -> Iterator[Cell | None]:
    for name in columns:
        cell = row.get(name)
        yield _BETWEEN.join(map(as_text, cell)) if isinstance(cell, list) else cell


def read(path: Path) -> Iterator[Found]:
    """What Neo4j's importer finds in a folder."""
    nodes, relationships = (path / name for name in _FILES[:2])
    for row in rows(nodes):
        yield Found(row["id:ID"] or "", _typed(row))
    for row in rows(relationships):
        yield Found(row["id"] or "", _typed(row), row[":START_ID"], row[":END_ID"])


def _typed(row: dict[str, str | None]) -> Row:
    found: Row = {}
    for header, text in row.items():
        name, _, kind = header.partition(":")
        type_ = _READ.get(kind.removesuffix("[]"))
        if type_ is not None and text is not None:
            several = kind.endswith("[]")
            found[name] = [read_cell(one, type_) for one in text.split(_BETWEEN)] if several else read_cell(text, type_)  # type: ignore[misc]
    return found
