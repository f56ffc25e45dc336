"""Where nodes lay in the last picture, kept in a file, so that a picture is the same tomorrow.

Nodes are known by a hash of their ids: nothing that was removed from the graph can be read there.
"""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from councilgraph.projection.layout import arrange
from councilgraph.projection.model import Projection


def file_of(folder: Path, name: str, question: Mapping[str, object]) -> Path:
    """The file for a projection under some filters, each of which has places of its own."""
    asked = {key: str(value) for key, value in sorted(question.items()) if value is not None}
    mark = f"-{sha256(json.dumps(asked).encode()).hexdigest()[:8]}" if asked else ""
    return folder / "layouts" / f"{Path(name).stem}{mark}.json"


def arrange_as_before(projection: Projection, file: Path, *, anew: bool = False) -> None:
    """Give every node its position, the one it had where there was one, and keep them all.

    A file that cannot be read or written is none: the layout is then what the graph alone gives.

    Args:
        anew: forget where nodes were.

    Raises:
        UsageError: there are more nodes than a picture can show.
    """
    known = {} if anew else _read(file)
    marks = {node.id: _mark(node.id) for node in projection.nodes}
    arrange(projection, {key: known[mark] for key, mark in marks.items() if mark in known})
    found = {marks[node.id]: node.position for node in projection.nodes if node.position}
    if found != known:
        _write(file, found)


def _mark(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _read(file: Path) -> dict[str, tuple[float, float]]:
    try:
        return {mark: (float(x), float(y)) for mark, (x, y) in json.loads(file.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(file: Path, places: Mapping[str, tuple[float, float]]) -> None:
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        temporary.write_text(json.dumps(places, sort_keys=True), encoding="utf-8")
        os.replace(temporary, file)
    except OSError:
        temporary.unlink(missing_ok=True)
