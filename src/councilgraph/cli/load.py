"""``councilgraph load``."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from councilgraph.cli.options import QuietOption, StoreOption
from councilgraph.cli.words import counted


def command(
    files: Annotated[
        list[Path],
        typer.Argument(help="Workbooks, CSV files, or RDF (.ttl .trig .nt .nq .jsonld .rdf).", metavar="FILE"),
    ],
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take data of your own into the graph.

    Rows of a workbook or of CSV files (see `councilgraph template`) join what documents say: each source that they cite becomes a document, their words its evidence.
    They are checked first; rows that are wrong are listed and left out. Loading files of the same names again replaces the rows.
    An RDF file becomes the named graph graph/loaded/NAME after its name, and part of the merge; blank nodes become IRIs, the same ones each time.
    What it can have changed is checked against the shapes. Builds leave both alone.

    \b
    Examples:
      councilgraph load new.xlsx
      councilgraph load sources.csv inspections.csv judgements.csv
      councilgraph load populations.ttl
      councilgraph dump --graph loaded/populations
    Ends with 1 if rows were left out or the graph has more violations than before, with 3 and the place if a file cannot be read; then nothing is loaded.
    In Python: councilgraph.build.rows.take(folder, files) and councilgraph.build.loading.load(folder, files).
    """
    from councilgraph.build.project import store_folder
    from councilgraph.build.rows import take
    from councilgraph.cli.output import say_left_out
    from councilgraph.errors import UsageError, printable
    from councilgraph.tables import is_report, tables_in
    from councilgraph.validate.formats import write

    tables, others = tables_in(files)
    if tables and others:
        raise UsageError("rows and RDF are loaded one after the other", hint="Load them by two commands.")
    folder = store_folder(store)
    if not tables:
        _load_rdf(folder, others, quiet)
    if not quiet:
        say_left_out(file for file in tables if is_report(file))
    taken = take(folder, tables)
    if taken.left:
        write(taken.report, "text", sys.stdout, 0)
    if not quiet:
        typer.echo(f"{counted(taken.rows, 'rows')} taken in, {taken.left} left out", err=True)
        for name, count in taken.replaced.items():
            typer.echo(f"  replaces {counted(count, 'rows')} loaded before from {printable(name)}", err=True)
        for title in taken.documents:
            typer.echo(f"  {printable(title)}", err=True)
    raise typer.Exit(bool(taken.left))


def _load_rdf(folder: Path, files: list[Path], quiet: bool) -> NoReturn:
    from councilgraph.build.loading import load

    loaded = load(folder, files)
    if not quiet:
        for graph, count in loaded.triples.items():
            typer.echo(f"{counted(count, 'triples')} in {graph}", err=True)
        if loaded.more:
            more = ", ".join(counted(count, f"{level}s") for level, count in loaded.more.items())
            typer.echo(f"The shapes find more than before: {more} (`councilgraph validate` tells more)", err=True)
    raise typer.Exit("violation" in loaded.more)
