"""RDF files of the user's own that are checked as additions to a graph."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rdflib.term import Node

from councilgraph import rdf
from councilgraph.errors import InputError
from councilgraph.store.lines import LineStore
from councilgraph.validate.places import READERS, Places
from councilgraph.validate.results import Result
from councilgraph.validate.shapes import Shapes, rdf_files
from councilgraph.validate.terms import mentioned


class Additions:
    """Files, the nodes that they mention, and where.

    Args:
        paths: files and folders.  contents: what further files hold, which are only named.
        shapes: by which they are checked.

    Raises:
        UsageError: a path is not there, or its type is unknown.
        InputError: a file is not well-formed, or there is nothing in any of them.
    """

    def __init__(self, paths: Sequence[Path], contents: Mapping[Path, bytes], shapes: Shapes) -> None:
        self._lines: list[tuple[str, list[str]]] = []
        self._new: set[Node] = set()
        self._places = Places()
        self._shapes = shapes
        files = [*(rdf_files(paths) if paths else []), *contents]
        for number, file in enumerate(files):
            scope = f"f{number}"
            content = contents.get(file)
            lines = rdf.lines(rdf.read_triples(file, content))
            self._lines.append((scope, lines))
            self._new |= mentioned(lines, scope)
            if (suffix := file.suffix.lower()) in READERS:
                text = (file.read_bytes() if content is None else content).decode("utf-8-sig", errors="replace")
                self._places.add(str(file), suffix, text, scope, lines)
        if files and not any(lines for _, lines in self._lines):
            raise InputError("there is no statement in it", where=str(files[0]))

    def fill(self, data: LineStore) -> None:
        """Add the files' statements to the data."""
        for scope, lines in self._lines:
            data.add_lines(lines, scope=scope)

    def wanted(self, focus: Node) -> bool:
        """Whether a node is mentioned."""
        return focus in self._new

    def place(self, result: Result) -> str | None:
        """``file:line`` of what a result is about, where the files describe it."""
        return self._places.of(result, self._shapes.about(result.path, result.shape))
