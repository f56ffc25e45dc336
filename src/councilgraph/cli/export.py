"""``councilgraph export``."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from councilgraph.cli.options import QuietOption, StoreOption
from councilgraph.cli.words import counted
from councilgraph.errors import UsageError

if TYPE_CHECKING:
    from councilgraph.export import Written
    from councilgraph.projection import Projection


class Layout(StrEnum):
    """Where nodes are put."""

    kept = "kept"
    new = "new"


class Quotes(StrEnum):
    """Whose words travel."""

    all = "all"
    open = "open"
    none = "none"


def command(
    projection: Annotated[str, typer.Argument(help="A projection's name, or its .toml file.", metavar="PROJECTION")],
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "-o", "--output", help="Write to this file; its suffix chooses the format. May be repeated.", metavar="FILE"
        ),
    ] = None,
    council: Annotated[str | None, typer.Option(help="Only this council.", metavar="COUNCIL")] = None,
    region: Annotated[str | None, typer.Option(help="Only councils of this region.", metavar="REGION")] = None,
    grade: Annotated[str | None, typer.Option(help="Only where this grade was given.", metavar="GRADE")] = None,
    framework: Annotated[str | None, typer.Option(help="Only under this framework.", metavar="FRAMEWORK")] = None,
    service_area: Annotated[str | None, typer.Option(help="Only about this service area.", metavar="AREA")] = None,
    since: Annotated[
        str | None, typer.Option(help="Only what lasted to this day or beyond.", metavar="YYYY-MM-DD")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Only what began by this day.", metavar="YYYY-MM-DD")] = None,
    around: Annotated[str | None, typer.Option(help="Only what is near this thing.", metavar="THING")] = None,
    depth: Annotated[int, typer.Option(min=1, help="With --around: within so many edges.", metavar="N")] = 1,
    parallel: Annotated[
        str | None, typer.Option(help="Edges of one kind between the same two: keep, sum or first.", metavar="HOW")
    ] = None,
    metrics: Annotated[
        str | None,
        typer.Option(
            help="Measure nodes: degree, betweenness, communities, components, by commas; or all.", metavar="NAMES"
        ),
    ] = None,
    layout: Annotated[
        Layout | None, typer.Option(help="Give nodes places, those they had before or new ones; default: for pictures.")
    ] = None,
    quotes: Annotated[
        Quotes, typer.Option(help="Whose words the page shows: all, those under an open licence, none.")
    ] = Quotes.open,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write a projection of the graph for a drawing tool.

    Every file is read back after it was written. Files of one run share the ids of nodes and edges, which are those that
    `councilgraph explain` reads; every edge keeps its day and the document that states it.

    \b
    Suffixes:
      .gexf          Gephi                           .dot .gv   Graphviz
      .graphml       igraph, networkx, Gephi         .json      d3, networkx (node-link)
      .yed.graphml   yEd                             .csv       lists of nodes and edges
      .cyjs          Cytoscape, Cytoscape.js         .cypher    Neo4j that runs
      .cx2           Cytoscape, NDEx                 .neo4j     a folder for Neo4j's importer
      .html          a page to look at, offline      .svg .png .pdf   pictures
    A picture is the same tomorrow: nodes stay where they were drawn first, and --layout new draws anew. PNG and PDF need
    the extra “draw”.

    \b
    Examples:
      councilgraph export lead-inspectors -o leads.gexf
      councilgraph export lead-inspectors --region "North East" --since 2018-01-01 -o leads.cyjs -o leads.csv
      councilgraph export weaknesses --parallel sum -o weak.graphml
      councilgraph export ego --around Staffordshire --depth 2 -o staffordshire.cx2
      councilgraph export inspections --region "North East" -o north-east.html -o north-east.svg
      councilgraph export lead-inspectors --metrics degree,communities          a table, and no file
    `councilgraph projections` lists the projections; docs/tools.md takes each tool from here to a picture.
    In Python: councilgraph.api.open_graph().projection("lead-inspectors", region="North East").to_networkx().
    """
    from councilgraph import projection as room
    from councilgraph.build.project import own_folder, store_folder
    from councilgraph.export import FORMATS, format_of, write
    from councilgraph.projection.evidence import add_evidence
    from councilgraph.projection.metrics import METRICS, measure
    from councilgraph.projection.places import arrange_as_before, file_of
    from councilgraph.store import open_store

    if not output and not metrics:
        raise UsageError(
            "nowhere to write to", hint="Name a file with -o, such as -o graph.gexf, or measure with --metrics."
        )
    formats = [FORMATS[format_of(path)] for path in output or []]
    definition = room.get(projection, *own_folder("projections"))
    options = {
        "council": council,
        "region": region,
        "grade": grade,
        "framework": framework,
        "service-area": service_area,
    }
    folder = store_folder(store)
    with open_store(folder) as graph:
        found = room.project(
            graph,
            definition,
            {name: value for name, value in options.items() if value is not None},
            since=_day(since),
            until=_day(until),
            around=around,
            depth=depth,
            parallel=parallel,
        )
        if any(kind.evidence for kind in formats):
            add_evidence(graph, found, quotes.value)
    if layout or any(kind.drawn for kind in formats):
        asked = {**options, "since": since, "until": until, "around": around, "depth": depth if around else None}
        arrange_as_before(found, file_of(folder, projection, asked), anew=layout is Layout.new)
    measured = measure(
        found, METRICS if metrics == "all" else [name.strip() for name in metrics.split(",")] if metrics else []
    )
    written = write(found, output or [])
    if not output:
        _table(found, measured)
    if not quiet:
        _report(found, written)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"“{text}” is no day", hint="A day is YYYY-MM-DD, such as 2018-01-01.") from None


def _table(projection: "Projection", measured: list[str]) -> None:
    """The nodes with what was measured, the first measure from high to low."""
    from councilgraph.query import Table, results
    from councilgraph.rdf import decimal, integer, text

    rows = sorted(projection.nodes, key=lambda node: (-float(str(node.attributes[measured[0]])), node.id))
    table = Table(
        ["node", "label", "kind", *measured],
        [
            [
                text(node.id),
                text(node.label),
                text(node.kind),
                *(
                    integer(value) if isinstance(value, int) else decimal(float(str(value)))
                    for value in (node.attributes[name] for name in measured)
                ),
            ]
            for node in rows
        ],
    )
    results.write(table, "table", sys.stdout)
    sys.stdout.flush()  # before what is said of it on standard error


def _report(projection: "Projection", written: list["Written"]) -> None:
    several = projection.parallel
    beside = f", {several:,} of them parallel to others" if several else ""
    joined = f", {projection.joined:,} more joined with them" if projection.joined else ""
    typer.echo(
        f"{counted(len(projection.nodes), 'nodes')}, {counted(len(projection.edges), 'edges')}{beside}{joined}",
        err=True,
    )
    for note in projection.notes:
        typer.echo(f"  {note}", err=True)
    for each in written:
        typer.echo(f"{', '.join(map(str, each.files))}", err=True)
        for reason, count in each.coerced.items():
            typer.echo(f"  {count:,} {reason}", err=True)
        if each.advice:
            typer.echo(f"  {each.advice}", err=True)
