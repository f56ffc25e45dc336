"""``councilgraph cite``."""

from enum import StrEnum
from typing import Annotated

import typer

from councilgraph.cli.options import StoreOption


class Format(StrEnum):
    """Forms of a citation."""

    text = "text"
    bibtex = "bibtex"


def command(
    thing: Annotated[
        str, typer.Argument(help="A document, judgement, finding, inspection …: id, IRI or title.", metavar="THING")
    ],
    format: Annotated[Format, typer.Option(help="A line of text, or an entry for BibTeX.")] = Format.text,
    store: StoreOption = None,
) -> None:
    """Cite the documents that state something.

    Each comes with the pages that prove it, and in BibTeX with the hash of the file that was read.

    \b
    Examples:
      councilgraph cite staffordshire-ilacs-2023-11
      councilgraph cite staffordshire-ilacs-2023-11-ilacs-overall-requires-improvement --format bibtex >> paper.bib
    In Python: councilgraph.api.open_graph().cite("staffordshire-ilacs-2023-11").
    """
    from councilgraph.build.project import store_folder
    from councilgraph.errors import UsageError
    from councilgraph.query.citation import FORMATS, cite
    from councilgraph.query.things import find
    from councilgraph.store import open_store

    with open_store(store_folder(store)) as graph:
        citations = cite(graph, find(graph, thing))
    if not citations:
        raise UsageError(f"no document states “{thing}”", hint="Cite an inspection, judgement, finding or document.")
    for citation in citations:
        typer.echo(FORMATS[format](citation))
