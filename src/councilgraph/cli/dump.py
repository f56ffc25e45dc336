"""``councilgraph dump``."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import OutputOption, QuietOption, StoreOption
from councilgraph.cli.words import counted
from councilgraph.errors import UsageError


class Format(StrEnum):
    """Forms of RDF."""

    trig = "trig"
    nq = "nq"
    ttl = "ttl"
    nt = "nt"
    jsonld = "jsonld"
    rdf = "rdf"


class Quotes(StrEnum):
    """Which words of documents go with the facts."""

    all = "all"
    open = "open"
    none = "none"


def command(
    output: OutputOption = None,
    format: Annotated[Format | None, typer.Option(help="Form of RDF; default: that of the suffix, else trig.")] = None,
    graph: Annotated[
        str | None, typer.Option(help="Only this named graph: its IRI, or what follows graph/.", metavar="GRAPH")
    ] = None,
    quotes: Annotated[
        Quotes, typer.Option(help="Words of documents: all, those under an open licence, or none.")
    ] = Quotes.open,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write the graph as RDF.

    The same graph always gives the same file. trig, nq and jsonld hold each document, register and vocabulary in a named graph of its own; ttl, nt and rdf hold
    the merge, in which every triple stands once. Facts are always written; the words of documents only as --quotes
    allows, since most newspapers do not let them travel.

    \b
    Examples:
      councilgraph dump -o graph.trig
      councilgraph dump --format nt | sort | head
      councilgraph dump -o facts.ttl --quotes none
      councilgraph dump --graph register/councils
    In Python: councilgraph.store.dump.dump(store, file, "trig").
    """
    from councilgraph.build.project import store_folder
    from councilgraph.store import open_store
    from councilgraph.store.dump import dump

    chosen = format or (_format_of(output) if output else Format.trig)
    with open_store(store_folder(store)) as reader:
        name = None if graph is None else _graph_iri(graph)
        if output is None:
            count = dump(reader, sys.stdout.buffer, chosen, graph=name, quotes=quotes.value)
            sys.stdout.buffer.flush()
        else:
            temporary = output.with_name(f".{output.name}.{os.getpid()}")
            try:
                with temporary.open("wb") as file:
                    count = dump(reader, file, chosen, graph=name, quotes=quotes.value)
                os.replace(temporary, output)
            except OSError as error:
                raise UsageError(f"cannot write {output}: {error.strerror or error}") from error
            finally:
                temporary.unlink(missing_ok=True)
    if not quiet:
        typer.echo(f"{counted(count, 'triples')}{f' in {output}' if output else ''}", err=True)


def _format_of(output: Path) -> Format:
    suffix = output.suffix.lower().removeprefix(".")
    try:
        return Format(suffix)
    except ValueError:
        known = ", ".join(f".{form}" for form in Format)
        raise UsageError(f"unknown suffix: {output.name}", hint=f"Known: {known}; or name a --format.") from None


def _graph_iri(graph: str) -> str:
    from councilgraph.rdf import BASE

    return graph if ":" in graph else BASE + "graph/" + graph.removeprefix("graph/")
