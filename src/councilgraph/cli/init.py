"""``councilgraph init``."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    folder: Annotated[Path, typer.Argument(help="The folder; made if it is not there.", metavar="FOLDER")] = Path(),
) -> None:
    """Make a project in a folder.

    A project has a folder for documents with a manifest of what is known of them, and a store for the graph. Commands
    find it from any folder within. What is in the folder already is left as it is.

    \b
    Examples:
      councilgraph init                 in the current folder
      councilgraph init dorset-study    in a new one
    In Python: councilgraph.build.project.init_project(folder).
    """
    from councilgraph.build.project import init_project

    project = init_project(folder)
    typer.echo(f"A project in {project.folder}", err=True)
    typer.echo(
        f"  Put documents into {project.documents.relative_to(project.folder)}/, then run `councilgraph build`.",
        err=True,
    )
