"""``councilgraph query``."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from councilgraph.cli.options import OutputOption, QuietOption, StoreOption
from councilgraph.cli.words import counted
from councilgraph.errors import QueryError, UsageError

if TYPE_CHECKING:
    from councilgraph.query import Table
    from councilgraph.query.library import StoredQuery


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    markdown = "markdown"
    nt = "nt"


def command(
    query: Annotated[
        str, typer.Argument(help="A stored query's name, SPARQL, a .rq file, or - for standard input.", metavar="QUERY")
    ],
    arguments: Annotated[
        list[str] | None, typer.Argument(help="Values for a stored query.", metavar="KEY=VALUE")
    ] = None,
    with_sources: Annotated[
        bool, typer.Option("--with-sources", help="Add the document, page and words that prove each row.")
    ] = False,
    format: Annotated[Format | None, typer.Option(help="How to write the answer; default: table.")] = None,
    output: OutputOption = None,
    limit: Annotated[int, typer.Option(min=0, help="At most so many rows; 0: all.", metavar="N")] = 10_000,
    timeout: Annotated[
        float, typer.Option(min=0, help="Give up after so many seconds; 0: never.", metavar="SECONDS")
    ] = 60,
    fail_if_any: Annotated[bool, typer.Option("--fail-if-any", help="End with 1 if there are rows.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Print the SPARQL that would run, and stop.")] = False,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Ask the graph a stored question or any SPARQL.

    QUERY is the name of a stored question; with a space or a brace it is SPARQL, ending in .rq a file. Names of councils, service areas, grades and
    the like may be given as people write them. The usual prefixes (cg, skos, rdfs, …) are known. Queries only read.

    \b
    Examples:
      councilgraph query grade-history council=Staffordshire --with-sources
      councilgraph query improvement-points service-area="care leavers" year=2023 -o points.csv
      councilgraph query "SELECT ?label WHERE { ?council a cg:Council ; rdfs:label ?label }"
      councilgraph query my-question.rq --format json
      councilgraph query inadequate-overall --show
    `councilgraph queries` lists the stored questions. Ends with 4 if the query is wrong or takes too long.
    In Python: councilgraph.api.open_graph().query("grade-history", council="Staffordshire").
    """
    from councilgraph import query as room
    from councilgraph.build.project import store_folder
    from councilgraph.query import results, sources
    from councilgraph.query.library import without_head
    from councilgraph.query.syntax import with_prefixes
    from councilgraph.store import open_store

    if output and not format:
        format = Format(results.format_of(output))
    question, origin = _question(query)
    values = given(arguments or [])
    with open_store(store_folder(store)) as graph, _ended_after(timeout):
        sparql = question.bind(graph, values)
        if show:
            typer.echo(with_prefixes(without_head(sparql)).strip())
            return
        table = room.run(graph, sparql, limit=limit or None, origin=origin)
        if with_sources:
            table = sources.with_sources(graph, table)
    _write(table, format or Format("nt" if table.form == "graph" else "table"), output)
    if not quiet:
        _report(table, output)
    if fail_if_any and _has_rows(table):
        raise typer.Exit(1)


def _question(query: str) -> tuple["StoredQuery", str]:
    """The query that an argument means, and what to call it in errors."""
    from councilgraph.build.project import find_project
    from councilgraph.query import library

    if query == "-":
        return library.unnamed(sys.stdin.read()), "standard input"
    if any(sign in query for sign in " {\n\t"):
        return library.unnamed(query), "query"
    if query.endswith(".rq"):
        return library.read(Path(query)), query
    project = find_project()
    own = [project.folder / "queries"] if project else []
    return library.get(query, *own), query


def given(arguments: list[str]) -> dict[str, str]:
    """The values by their keys, of arguments ``KEY=VALUE``."""
    values = {}
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals:
            raise UsageError(f"“{argument}” is not KEY=VALUE", hint='For example council=Staffordshire or year="2023".')
        if key in values:
            raise UsageError(f"{key} is given twice")
        values[key] = value
    return values


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """End the process when the time is over: the engine does not let itself be interrupted."""
    if not seconds:
        yield
        return
    timer = threading.Timer(seconds, _end, [seconds])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end(seconds: float) -> None:
    sys.stderr.write(f"councilgraph: the query did not end within {seconds:g} seconds\n")
    sys.stderr.write("  Ask for less, or give it more time with --timeout.\n")
    sys.stderr.flush()
    os._exit(QueryError.exit_code)


def _write(table: "Table", format: Format, output: Path | None) -> None:
    from councilgraph.query import results

    if output is None:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        results.write(table, format, sys.stdout, width=width)
        sys.stdout.flush()  # before what is said of it on standard error
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as file:
            results.write(table, format, file)
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error


def _report(table: "Table", output: Path | None) -> None:
    if table.form == "ask" and not output:
        return
    rows = counted(len(table.rows), "triples" if table.form == "graph" else "rows")
    where = f" in {output}" if output else ""
    typer.echo(f"The first {rows}{where}; --limit 0 gives all." if table.truncated else f"{rows}{where}", err=True)


def _has_rows(table: "Table") -> bool:
    if table.form == "ask":
        return str(table.rows[0][0]).startswith('"true"')
    return bool(table.rows)
