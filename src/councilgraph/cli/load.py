"""``councilgraph load``."""

import sys
from pathlib import Path
from typing import Annotated

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
    An RDF file becomes the named graph graph/loaded/NAME after its name, and part of the merge, unchecked; blank nodes become IRIs, the same ones each time.
    Builds leave both alone.

    \b
    Examples:
      councilgraph load new.xlsx
      councilgraph load sources.csv inspections.csv judgements.csv
      councilgraph load populations.ttl
      councilgraph dump --graph loaded/populations
    Ends with 1 if rows were left out, with 3 and the place if a file cannot be read; then nothing is loaded.
    In Python: councilgraph.build.rows.take(folder, files) and councilgraph.store.loading.load(folder, files).
    """
    from councilgraph.build.project import store_folder
    from councilgraph.build.rows import take
    from councilgraph.errors import UsageError
    from councilgraph.store.loading import load
    from councilgraph.tables import tables_in
    from councilgraph.validate.formats import write

    tables, others = tables_in(files)
    if tables and others:
        raise UsageError("rows and RDF are loaded one after the other", hint="Load them by two commands.")
    folder = store_folder(store)
    if not tables:
        for graph, count in load(folder, others).items():
            if not quiet:
                typer.echo(f"{counted(count, 'triples')} in {graph}", err=True)
        return
    taken = take(folder, tables)
    if taken.left:
        write(taken.report, "text", sys.stdout, 0)
    if not quiet:
        typer.echo(f"{counted(taken.rows, 'rows')} taken in, {taken.left} left out", err=True)
        for title in taken.documents:
            typer.echo(f"  {title}", err=True)
    raise typer.Exit(bool(taken.left))
