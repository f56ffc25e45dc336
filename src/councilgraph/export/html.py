"""A projection as one page that needs no network: to move about in, search, and read where each thing is stated.

The page is `page.html` with its data in it; what it may load is forbidden in its head. Texts come in as texts only.
"""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from councilgraph.errors import InputError
from councilgraph.export.check import Found
from councilgraph.export.files import text_file
from councilgraph.export.survey import clean
from councilgraph.export.tables import Tables
from councilgraph.projection.colours import nodes_first
from councilgraph.projection.layout import arrange

_PAGE = Path(__file__).with_name("page.html")
_BEFORE, _AFTER = '<script type="application/json" id="data">', "</script>"


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file; nodes without a position get one.

    Raises:
        UsageError: there are too many nodes.
    """
    if any(node.position is None for node in tables.projection.nodes):
        arrange(tables.projection)
    before, after = _PAGE.read_text(encoding="utf-8").replace("{{title}}", escape(tables.title)).split("{{data}}")
    # A “<” in the data could end the script element.
    data = json.dumps(_data(tables), ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")
    with text_file(path) as file:
        file.write(before + data + after)
    return [path]


def _data(tables: Tables) -> dict[str, Any]:
    seen = tables.projection
    known = {key: number for number, key in enumerate(seen.documents)}
    return {
        "title": tables.title,
        "about": tables.about,
        "directed": seen.directed,
        "notes": list(map(clean, seen.notes)),
        "legend": [[entry.of, clean(entry.meaning), entry.colour] for entry in nodes_first(seen.legend)],
        "documents": [
            [key, clean(source.title), clean(source.url), source.published.isoformat() if source.published else ""]
            for key, source in seen.documents.items()
        ],
        "evidence": {
            key: [[known[place.document], place.page, clean(place.words)] for place in places]
            for key, places in seen.evidence.items()
        },
        "nodes": [[node.id, *node.position, row] for node, row in tables.nodes() if node.position],
        "edges": [[edge.id, edge.source, edge.target, row] for edge, row in tables.edges()],
    }


def read(path: Path) -> Iterator[Found]:
    """What the page's script finds in a file.

    Raises:
        InputError: there are no data in it.
    """
    _, _, rest = path.read_text(encoding="utf-8").partition(_BEFORE)
    try:
        data = json.loads(rest.partition(_AFTER)[0])
    except ValueError as error:
        raise InputError("the data of the page cannot be read", where=str(path)) from error
    for key, _, _, row in data["nodes"]:
        yield Found(key, row)
    for key, source, target, row in data["edges"]:
        yield Found(key, row, source, target)
