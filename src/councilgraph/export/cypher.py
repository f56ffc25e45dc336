"""Cypher for Neo4j and its kin: a constraint, then nodes and edges in batches; running it again changes nothing.

Every node has the label ``Thing``, under which its ``id`` is unique and found by an index, and one for its kind.
https://neo4j.com/docs/cypher-manual/current/. Statements stand on a line each and end in ``;``.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from councilgraph.errors import InputError
from councilgraph.export.check import Found
from councilgraph.export.files import text_file
from councilgraph.export.json import encoded
from councilgraph.export.survey import DAY, Cell, Column
from councilgraph.export.tables import Row, Tables

CONSTRAINT = "CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (thing:Thing) REQUIRE thing.id IS UNIQUE;\n"
_BATCH = 500
# Outside of texts: a day, or the key of a map, with what stands before it.
_PIECE = re.compile(r'date\(("[^"]*")\)|("(?:[^"\\]|\\.)*")|([{,]\s*)(`[^`]*`|[A-Za-z]\w*):')
_WORDS = re.compile(r"[\W_]+")
T = TypeVar("T")


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file."""
    seen = tables.projection
    with text_file(path) as file:
        file.write(CONSTRAINT)
        for kind in dict.fromkeys(node.kind for node in seen.nodes):
            maps = (
                f"{{id:{_literal(node.id)},p:{_map(tables.node_row(node), tables.node_columns)}}}"
                for node in seen.nodes
                if node.kind == kind
            )
            for batch in batches(maps):
                set_ = f"MERGE (n:Thing {{id: row.id}}) SET n:{quoted(label(kind))}, n += row.p"
                file.write(f"UNWIND [\n{batch}\n] AS row {set_};\n")
        for kind in dict.fromkeys(edge.kind for edge in seen.edges):
            maps = (
                f"{{id:{_literal(edge.id)},s:{_literal(edge.source)},t:{_literal(edge.target)},"
                f"p:{_map(tables.edge_row(edge), tables.edge_columns)}}}"
                for edge in seen.edges
                if edge.kind == kind
            )
            for batch in batches(maps):
                ends = "MATCH (s:Thing {id: row.s}) MATCH (t:Thing {id: row.t})"
                file.write(
                    f"UNWIND [\n{batch}\n] AS row {ends} MERGE (s)-[r:{quoted(tie(kind))} {{id: row.id}}]->(t) SET r += row.p;\n"
                )
    return [path]


def batches(maps: Iterable[str]) -> Iterator[str]:
    """Maps in pieces of some hundred, a map a line."""
    waiting = iter(maps)
    while batch := list(islice(waiting, _BATCH)):
        yield ",\n".join(batch)


def label(kind: str) -> str:
    """A kind of node as Neo4j's habit has it: ``LeadInspector``."""
    return "".join(word[:1].upper() + word[1:] for word in _WORDS.split(kind)) or "Thing"


def tie(kind: str) -> str:
    """A kind of edge as Neo4j's habit has it: ``LED_INSPECTION_OF``."""
    return "_".join(filter(None, _WORDS.split(kind.upper()))) or "TIED_TO"


def quoted(name: str) -> str:
    """A name in backticks, where it needs them."""
    return name if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) else f"`{name}`"


def _map(row: Row, columns: dict[str, Column]) -> str:
    return "{" + ",".join([f"{quoted(n)}:{_literal(cell, columns[n].type)}" for n, cell in row.items()]) + "}"


def _literal(cell: Cell, kind: str = "") -> str:
    """A value; texts are JSON's, whose escapes Cypher shares."""
    if kind == DAY:
        if isinstance(cell, list):
            return f"[{','.join(_literal(each, DAY) for each in cell)}]"
        return f"date({encoded(cell)})"
    # There is no plus in an exponent of Cypher.
    return encoded(cell).replace("e+", "e") if isinstance(cell, float) else encoded(cell)


def read(path: Path) -> Iterator[Found]:
    """What a reader of Cypher finds in a file: the rows of its batches.

    Raises:
        InputError: a statement is none of those that are written.
    """
    statement: list[str] = []
    with path.open(encoding="utf-8", newline="\n") as file:
        if next(file, "") != CONSTRAINT:
            raise InputError("no constraint at the beginning", where=str(path))
        for line in file:
            statement.append(line)
            if line.startswith("] AS row "):
                yield from _rows("".join(statement), path)
                statement = []
    if statement:
        raise InputError("a statement breaks off", where=str(path))


def _rows(statement: str, path: Path) -> Iterator[Found]:
    """The rows of a batch, whose maps are JSON but for keys without quotes, and days."""
    maps = statement[statement.index("[") : statement.rindex("] AS row ") + 1]
    try:
        rows = json.loads(_PIECE.sub(_as_json, maps))
    except ValueError as error:
        raise InputError(f"no list of maps: {error}", where=str(path)) from error
    for row in rows:
        yield Found(row["id"], row["p"], row.get("s"), row.get("t"))


def _as_json(piece: re.Match[str]) -> str:
    day, text, before, key = piece.groups()
    return f'{before}"{key.strip("`")}":' if key else day or text
