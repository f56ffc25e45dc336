"""``councilgraph remove``."""

from typing import Annotated

import typer

from councilgraph.cli.options import StoreOption


def command(
    document: Annotated[str, typer.Argument(help="The document: its path, title, short id or IRI.")],
    why: Annotated[str, typer.Option(help="The reason, kept with the graph.")] = "",
    store: StoreOption = None,
) -> None:
    """Retract a document: what only it said leaves the graph, its own named graph stays for the record.

    The file itself is not touched. `councilgraph build FILE` takes the document in again.

    \b
    Examples:
      councilgraph remove documents/report.pdf --why "superseded by the corrected version"
    """
    from councilgraph.build.project import store_folder
    from councilgraph.build.retraction import retract

    title, report = retract(store_folder(store), document, why)
    typer.echo(f"Retracted: {title}", err=True)
    typer.echo(f"The graph has {report.triples:,} triples now.", err=True)
