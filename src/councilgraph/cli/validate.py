"""``councilgraph validate``."""

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import OutputOption, QuietOption, StoreOption
from councilgraph.cli.words import counted


class Format(StrEnum):
    """How the report is written."""

    text = "text"
    json = "json"
    ttl = "ttl"


class Engine(StrEnum):
    """What runs the shapes."""

    compiled = "compiled"
    pyshacl = "pyshacl"


class Level(StrEnum):
    """From which severity on data count as failed."""

    violation = "violation"
    warning = "warning"
    info = "info"


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Workbooks, CSV or RDF files, or folders of them; - for standard input.", metavar="FILE"),
    ] = None,
    shapes: Annotated[
        list[Path] | None, typer.Option("--shapes", help="SHACL of your own, in place of ours.", metavar="PATH")
    ] = None,
    fail_on: Annotated[Level, typer.Option(help="From which severity on to end with 1.")] = Level.violation,
    engine: Annotated[
        Engine,
        typer.Option(help="compiled: as queries, where shapes compile; pyshacl: all by pySHACL, for comparison."),
    ] = Engine.compiled,
    explain: Annotated[bool, typer.Option("--explain", help="Say which engine ran which rule, and why.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="Examples shown of each rule; 0: all.", metavar="N")] = 3,
    format: Annotated[Format | None, typer.Option(help="text, json, or ttl (sh:ValidationReport).")] = None,
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check the graph, or data of your own, against the shapes.

    What is wrong is said by rule, with how to mend it. Files are checked in the context of the graph, where there is one: a judgement may name a council of the register.
    Only what the files themselves mention is then reported, each with its place: Judgements!C14 in a workbook, judgements.csv:12 and the column, or file:line of RDF.
    Workbooks and CSV files have the columns that `councilgraph template` gives them.

    \b
    Examples:
      councilgraph validate
      councilgraph validate new.xlsx
      councilgraph validate inspections.csv judgements.csv
      councilgraph validate new.ttl --fail-on warning
      councilgraph validate --shapes my-shapes/ -o report.json
      councilgraph validate --shapes my-shapes/ --explain
    Ends with 1 if the data do not conform, with 3 if a file cannot be read.
    In Python: councilgraph.api.validate(store, files).
    """
    from councilgraph.build.checking import validate
    from councilgraph.build.project import store_folder
    from councilgraph.errors import UsageError
    from councilgraph.store import open_store
    from councilgraph.validate.formats import FORMATS, SUFFIXES

    if output and format is None and output.suffix.lower() not in SUFFIXES:
        raise UsageError(f"unknown suffix: {output.name}", hint=f"Known: {', '.join(SUFFIXES)}; or name a --format.")
    chosen = format or (SUFFIXES[output.suffix.lower()] if output else Format.text)
    try:
        folder = store_folder(store)
    except UsageError:
        if not files or store:
            raise
        folder = None
    with open_store(folder) if folder else nullcontext() as graph:
        report = validate(graph, files or (), shapes=shapes, engine=engine.value, typed=_typed)
    text = FORMATS[chosen](report, limit)
    if explain and chosen == Format.text:
        text += "\n" + report.explanation()
    if output:
        try:
            output.write_text(text + "\n", encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}") from error
        if not quiet:
            typer.echo(f"{counted(len(report.findings), 'findings')} in {output}", err=True)
    elif not quiet or format:
        typer.echo(text)
    raise typer.Exit(report.fails(fail_on.value))


def _typed() -> bytes:
    """All of standard input."""
    import sys

    return sys.stdin.buffer.read() if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
