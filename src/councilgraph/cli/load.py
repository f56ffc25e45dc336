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

    \b
    Examples:
      councilgraph load populations.ttl
      councilgraph load notes.trig deprivation.nt
      councilgraph dump --graph loaded/populations
    Ends with 3 and the place, file:line:column, if a file is not well-formed; then nothing is loaded.
    In Python: councilgraph.store.loading.load(folder, files).
    """
    from councilgraph.build.project import store_folder
    from councilgraph.store.loading import load

    loaded = load(store_folder(store), files)
    if not quiet:
        for graph, count in loaded.items():
            typer.echo(f"{counted(count, 'triples')} in {graph}", err=True)
