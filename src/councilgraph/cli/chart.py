"""``councilgraph chart``."""

from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import QuietOption, StoreOption
from councilgraph.cli.words import counted
from councilgraph.errors import UsageError


def command(
    name: Annotated[str, typer.Argument(help="grades, timeline, heatmap, coverage or weaknesses.", metavar="CHART")],
    arguments: Annotated[list[str] | None, typer.Argument(help="What to draw.", metavar="KEY=VALUE")] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option("-o", "--output", help="Write to this file: .svg, .png or .pdf. May be repeated.", metavar="FILE"),
    ] = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Draw a chart, with its data in a table beside it.

    Beside FILE.svg lies FILE.csv with the rows that were drawn, each with the documents and pages that prove it. Colours
    are told apart by numbers too. PNG and PDF need the extra “draw”.

    \b
    Charts:
      grades       a council's grades over time        council=
      timeline     inspections of councils             region= council= framework=
      heatmap      mean grade by region and year       region= framework=
      coverage     which inspections the graph knows   region= framework=
      weaknesses   points for improvement by area      council= region= framework=
    \b
    Examples:
      councilgraph chart grades council=Staffordshire -o staffordshire.svg
      councilgraph chart timeline region="North East" -o north-east.pdf
      councilgraph chart heatmap framework=ILACS -o ilacs.svg -o ilacs.png
    In Python: councilgraph.api.open_graph().chart("grades", council="Staffordshire").
    """
    from councilgraph.build.project import store_folder
    from councilgraph.charts import chart, kind_of
    from councilgraph.cli.query import given
    from councilgraph.drawing import PICTURES
    from councilgraph.store import open_store

    kind_of(name)
    if not output:
        raise UsageError("nowhere to write to", hint="Name a file with -o, such as -o chart.svg.")
    for path in output:
        if path.suffix.lower() not in PICTURES:
            raise UsageError(f"unknown suffix: {path.name}", hint=f"Known: {', '.join(PICTURES)}.")
    beside = output[0].with_suffix(".csv")
    with open_store(store_folder(store)) as graph:
        drawn = chart(graph, name, given(arguments or []), beside=beside.name)
    drawn.save(*output)
    if not quiet:
        typer.echo(f"{', '.join(map(str, output))}; {counted(len(drawn.table.rows), 'rows')} in {beside}", err=True)
