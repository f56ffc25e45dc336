"""Checking a graph, or new data, against SHACL shapes; a verdict that a person can act on."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from councilgraph.store import EmbeddedStore
from councilgraph.validate.report import Finding, Report

__all__ = ["Finding", "Report", "validate"]


def validate(
    store: EmbeddedStore | None = None,
    files: Sequence[Path] = (),
    *,
    shapes: Sequence[Path] | None = None,
    engine: str = "compiled",
    contents: Mapping[Path, bytes] | None = None,
) -> Report:
    """Apply shapes to a graph, or to files in the context of one.

    Args:
        store: the graph; None: ontology, vocabulary and registers alone, as context of the files.
        files: RDF to check, files or folders. Findings are then about what these mention, and nothing
            else, with ``file:line`` where one can be told.
        shapes: files and folders of shapes; None: those that ship.
        engine: ``compiled`` runs shapes as queries over the whole graph, and leaves to pySHACL those that cannot be run
            so; ``pyshacl`` leaves all to it, which takes longer and finds the same.
        contents: what further files hold, which are only named.

    Raises:
        UsageError: a path is not there, or its type is unknown.
        InputError: a file is not well-formed, or the shapes are not valid SHACL.
    """
    from councilgraph.store.lines import LineStore
    from councilgraph.validate.additions import Additions
    from councilgraph.validate.context import standing_lines
    from councilgraph.validate.engine import Engine, check
    from councilgraph.validate.shapes import load_shapes

    rules = load_shapes(shapes)
    data, additions = LineStore(), Additions(files, contents or {}, rules)
    additions.fill(data)
    data.add_lines(store.default_lines() if store else standing_lines())
    return check(
        data, rules, additions.wanted if files or contents else lambda focus: True, Engine(engine), additions.place
    )
