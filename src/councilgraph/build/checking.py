"""Checking a graph or files of any kind: rows of the user's own, RDF, standard input."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from councilgraph import rdf
from councilgraph.build.rows import Asking, judge
from councilgraph.errors import InputError
from councilgraph.store import EmbeddedStore
from councilgraph.tables import is_table, read_all, tables_in
from councilgraph.validate import Report
from councilgraph.validate import validate as of_rdf

STANDARD_INPUT = Path("-")


def validate(
    store: EmbeddedStore | None = None,
    files: Sequence[Path] = (),
    *,
    shapes: Sequence[Path] | None = None,
    engine: str = "compiled",
    profile: str | Path | None = None,
    rules: Sequence[str] = (),
    against: Path | None = None,
    typed: Callable[[], bytes] = bytes,
) -> Report:
    """Apply shapes to a graph, or to files in the context of one.

    Args:
        store: the graph; None: what ships is the context of the files.
        files: workbooks, CSV, RDF, or folders of them; ``-`` is what ``typed`` gives. Findings are then about these alone.
        shapes, engine, profile, rules, against: as for `councilgraph.validate.validate`; mistakes in cells are found
            whatever the rules.

    Raises:
        UsageError: a path is not there, or its type is unknown.
        InputError: a file cannot be read.
    """
    rows, others = tables_in([file for file in files if file != STANDARD_INPUT])
    contents = _typed(typed()) if STANDARD_INPUT in files else {}
    tables, mistakes = read_all(rows, {file: contents.pop(file) for file in list(contents) if is_table(file)}, others)
    asking = Asking(shapes, engine, profile, rules, against)
    if not tables:
        return of_rdf(store, others, contents=contents, **asking.options())
    folder = store.folder if store else None
    return judge(folder, tables, mistakes, files=others, contents=contents, asking=asking).report


def _typed(content: bytes) -> dict[Path, bytes]:
    """Standard input, named as a file of the kind that it is."""
    if not content.strip():
        raise InputError("there is nothing on standard input")
    if len(content) > rdf.LARGEST:
        raise InputError(f"there are more than {rdf.LARGEST >> 20} MB on standard input")
    return {Path(f"stdin{_suffix(content)}"): content}


def _suffix(content: bytes) -> str:
    from councilgraph.tables.reading import has_head
    from councilgraph.tables.workbook import is_workbook

    if is_workbook(content):
        return ".xlsx"
    if has_head(content):
        return ".csv"
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] in (b"{", b"["):
        return ".jsonld" if _is_json(content) else ".trig"
    return ".rdf" if head.startswith((b"<?xml", b"<rdf:")) else ".trig"


def _is_json(content: bytes) -> bool:
    """Whether it is JSON; in TriG a graph or a blank node may begin with a bracket, too."""
    try:
        json.loads(content)
    except ValueError:
        return b'"@' in content
    return True
