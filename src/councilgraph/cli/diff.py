"""``councilgraph diff``."""

import json
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from councilgraph.cli.options import StoreOption

if TYPE_CHECKING:
    from councilgraph.store.protocol import Queryable


class Format(StrEnum):
    """How the changes are written."""

    text = "text"
    json = "json"


def command(
    before: Annotated[
        Path | None,
        typer.Argument(help="The older graph: a dump or a store; default: the build before.", metavar="[OLD]"),
    ] = None,
    after: Annotated[
        Path | None, typer.Argument(help="The newer graph; default: the graph of the project.", metavar="[NEW]")
    ] = None,
    format: Annotated[Format, typer.Option(help="text, or json for programs.")] = Format.text,
    fail_if_any: Annotated[bool, typer.Option("--fail-if-any", help="End with 1 if anything changed.")] = False,
    store: StoreOption = None,
) -> None:
    """Say in words what changed between two builds.

    Documents, inspections, grades, dates, lead inspectors, findings, and inspections under a new id.

    \b
    Examples:
      councilgraph diff                          the last build against the one before
      councilgraph diff last-year.trig           the graph of the project against a dump
      councilgraph diff old.trig new.trig
    In Python: councilgraph.query.difference.compare(before, after).
    """
    from councilgraph.query.difference import as_text, compare, to_dicts

    with _older(before, store) as old, _newer(after, store) as new:
        changes = compare(old, new)
    typer.echo(
        json.dumps(to_dicts(changes), ensure_ascii=False, indent=2) if format is Format.json else as_text(changes)
    )
    raise typer.Exit(bool(changes) and fail_if_any)


def _older(named: Path | None, store: Path | None) -> "AbstractContextManager[Queryable]":
    from councilgraph.build.project import store_folder
    from councilgraph.store import open_previous

    return _graph(named) if named else open_previous(store_folder(store))


def _newer(named: Path | None, store: Path | None) -> "AbstractContextManager[Queryable]":
    from councilgraph.build.project import store_folder
    from councilgraph.store import open_store

    return _graph(named) if named else open_store(store_folder(store))


def _graph(named: Path) -> "AbstractContextManager[Any]":
    """The graph in a dump, in the folder of a store, or in a project's folder."""
    from councilgraph.build.project import Project
    from councilgraph.store import open_store
    from councilgraph.store.memory import MemoryStore

    if not named.is_dir():
        return nullcontext(MemoryStore(named))
    inner = Project(named).store
    return open_store(inner if inner.is_dir() else named)
