"""``councilgraph quotes``."""

from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import QuietOption, StoreOption


def command(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders of documents.", metavar="PATH")],
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Put words back into a graph that came without them.

    A graph may be passed on with facts, pages and offsets and without the words of documents that are not free. Whoever
    has the documents puts the words back: a document is known by the hash of its text, and only words whose own hash
    agrees are put in.

    \b
    Examples:
      councilgraph quotes articles/
      councilgraph quotes articles/one.txt letters/
    Ends with 3 if a file could not be read.
    In Python: councilgraph.build.quotes.put_back(store, paths).
    """
    from councilgraph.build.project import store_folder
    from councilgraph.build.quotes import put_back
    from councilgraph.cli.progress import build_progress
    from councilgraph.cli.words import counted
    from councilgraph.errors import printable

    with build_progress(quiet) as progress:
        done = put_back(store_folder(store), paths, progress=progress)
    for name, why in done.unread:
        typer.echo(f"{printable(name)}: {why}", err=True)
    if not quiet:
        for title, count in done.words.items():
            typer.echo(f"{printable(title)}: {counted(count, 'quotations')}", err=True)
        for title, count in done.differing.items():
            typer.echo(f"{printable(title)}: {counted(count, 'places')} where the text says something else", err=True)
        for title in done.wanting:
            typer.echo(f"{printable(title)}: not among these files", err=True)
        if not (done.words or done.differing or done.wanting):
            typer.echo("No words are missing in this graph.", err=True)
    if done.unread:
        raise typer.Exit(3)
