"""``councilgraph template``."""

from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import QuietOption


def command(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="A workbook (.xlsx), one CSV file, or a folder of CSV files.", metavar="PATH"
        ),
    ],
    quiet: QuietOption = False,
) -> None:
    """Make an empty table to fill in with rows of your own.

    A workbook has a sheet for each kind of row, says at the head of each column what belongs there, and offers lists of councils, frameworks, areas, grades and kinds.
    CSV files have the same columns: sources, inspections, judgements, findings, people, claims, statistics and interventions.
    Nothing that is there is overwritten.

    \b
    Examples:
      councilgraph template -o new.xlsx
      councilgraph template -o rows/             a folder of CSV files
      councilgraph template -o judgements.csv
    Then: councilgraph validate new.xlsx; councilgraph load new.xlsx.
    In Python: councilgraph.tables.write_template(path, register).
    """
    from councilgraph.build.project import find_project
    from councilgraph.registers import load_register
    from councilgraph.tables import write_template

    project = find_project()
    for file in write_template(output, load_register(*(project.own_registers() if project else []))):
        if not quiet:
            typer.echo(f"{file} is there to be filled in", err=True)
