"""Checking a graph, or new data, against SHACL shapes; a verdict that a person can act on."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from councilgraph.store import EmbeddedStore
from councilgraph.validate.findings import Finding
from councilgraph.validate.report import Report

__all__ = ["Finding", "Report", "validate"]


def validate(
    store: EmbeddedStore | None = None,
    files: Sequence[Path] = (),
    *,
    shapes: Sequence[Path] | None = None,
    engine: str = "compiled",
    profile: str | Path | None = None,
    rules: Sequence[str] = (),
    against: Path | None = None,
    contents: Mapping[Path, bytes] | None = None,
) -> Report:
    """Apply shapes to a graph, or to files in the context of one.

    Args:
        store: the graph; None: ontology, vocabulary and registers alone, as context of the files.
        files: RDF to check, files or folders. Findings are then about what these mention, and nothing else, with
            ``file:line`` where that can be told.
        shapes: files and folders of shapes, ``ours`` among them for those that ship; None: those alone.
        engine: ``compiled`` runs shapes as queries over the whole graph, and leaves to pySHACL those that cannot be run
            so; ``pyshacl`` leaves all to it, which takes longer and finds the same.
        profile: the name of one that ships, or a TOML file, which gives rules other levels.
        rules: names of rules; where there are any, only these are applied.
        against: an earlier report, JSON of ours or a sh:ValidationReport; only what is new is found.
        contents: what further files hold, which are only named.

    Raises:
        UsageError: a path, profile or rule is not there, or the type of a file is unknown.
        InputError: a file is not well-formed, or the shapes are not valid SHACL.
    """
    from councilgraph.store.lines import LineStore
    from councilgraph.validate.additions import Additions
    from councilgraph.validate.context import standing_lines
    from councilgraph.validate.engine import Engine, check
    from councilgraph.validate.profile import chosen_shapes
    from councilgraph.validate.terms import quiet

    with quiet():
        chosen = chosen_shapes(shapes, profile, rules)
        known = None
        if against is not None:
            from councilgraph.validate.known import read_known

            known = read_known(against)
        data, additions = LineStore(), Additions(files, contents or {}, chosen)
        additions.fill(data)
        data.add_lines(store.default_lines() if store else standing_lines())
        wanted = additions.wanted if files or contents else _everything
        return check(data, chosen, wanted, Engine(engine), additions.place, known)


def _everything(focus: object) -> bool:
    """Each node is wanted."""
    return True
