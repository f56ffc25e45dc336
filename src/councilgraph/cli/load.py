"""``councilgraph load``."""

from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import QuietOption, StoreOption
from councilgraph.cli.words import counted


def command(
    files: Annotated[list[Path], typer.Argument(help="RDF files (.ttl .trig .nt .nq .jsonld .rdf).", metavar="FILE")],
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take RDF of your own into the graph.

    It is then queried together with what documents say. Each file becomes the named graph graph/loaded/NAME after its name, and part of the merge. Loading a file of that
    name again replaces it; builds leave it alone. Blank nodes become IRIs, the same ones each time.
    What the new data can have changed is checked against the shapes.

    \b
    Examples:
      councilgraph load populations.ttl
      councilgraph load notes.trig deprivation.nt
      councilgraph dump --graph loaded/populations
    Ends with 1 if the graph has more violations than before; with 3 and the place, file:line:column, if a file is not
    well-formed, and then nothing is loaded.
    In Python: councilgraph.build.loading.load(folder, files).
    """
    from councilgraph.build.loading import load
    from councilgraph.build.project import store_folder

    loaded = load(store_folder(store), files)
    if not quiet:
        for graph, count in loaded.triples.items():
            typer.echo(f"{counted(count, 'triples')} in {graph}", err=True)
        if loaded.more:
            more = ", ".join(counted(count, f"{level}s") for level, count in loaded.more.items())
            typer.echo(f"The shapes find more than before: {more} (`councilgraph validate` tells more)", err=True)
    raise typer.Exit("violation" in loaded.more)
