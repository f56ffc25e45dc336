"""``councilgraph remove``."""

from typing import Annotated

import typer

from councilgraph.cli.options import QuietOption, StoreOption


def command(
    document: Annotated[
        str, typer.Argument(help="The document: path in its manifest or folder, title, id or IRI.", metavar="DOCUMENT")
    ],
    why: Annotated[str, typer.Option(help="The reason, kept with the graph.", metavar="TEXT")] = "",
    purge: Annotated[
        bool, typer.Option("--purge", help="Erase it, with all that only it said, its text and its history.")
    ] = False,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Retract a document from the graph.

    What only it said leaves the graph; its own named graph stays for the record, with the reason. The file itself is
    not touched. `councilgraph build FILE` takes the document in again. With --purge nothing of it stays but the hash of
    its file; the build before this one is forgotten too.

    \b
    Examples:
      councilgraph remove report.pdf --why "superseded by the corrected version"
      councilgraph remove article.txt --purge --why "the publisher withdrew it"
    `councilgraph query documents` lists the documents.
    In Python: councilgraph.build.retraction.retract(store, document, why).
    """
    from councilgraph.build import retraction
    from councilgraph.build.project import store_folder

    take_out = retraction.purge if purge else retraction.retract
    title, report = take_out(store_folder(store), document, why)
    if not quiet:
        typer.echo(f"{'Purged' if purge else 'Retracted'}: {title}", err=True)
        typer.echo(f"The graph has {report.triples:,} triples now.", err=True)
