"""``councilgraph add``."""

from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import QuietOption, VerboseOption


def command(
    paths: Annotated[list[Path], typer.Argument(help="Documents to copy into the project.", metavar="FILE...")],
    title: Annotated[str, typer.Option(help="Title, for the manifest.")] = "",
    publisher: Annotated[str, typer.Option(help="Publisher, such as Ofsted.")] = "",
    published: Annotated[str, typer.Option(help="Day of publication: 2024-01-12, 2024-01 or 2024.")] = "",
    url: Annotated[str, typer.Option(help="Where it is published.")] = "",
    licence: Annotated[str, typer.Option(help="Licence, such as OGL-UK-3.0.")] = "",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Copy documents into the project, note what is known of them in its manifest, and build.

    \b
    Examples:
      councilgraph add report.pdf --publisher Ofsted --published 2024-01-12 --licence OGL-UK-3.0
    In Python: councilgraph.api.build(paths).
    """
    from councilgraph.build.project import find_project, init_project
    from councilgraph.build.session import add_documents, build_project
    from councilgraph.cli.progress import build_progress, print_build

    project = find_project() or init_project(Path.cwd())
    row = {"title": title, "publisher": publisher, "published": published, "url": url, "licence": licence}
    for copied in add_documents(project, paths, row):
        typer.echo(f"Added {copied.relative_to(project.folder)}", err=True)
    with build_progress(quiet) as progress:
        report = build_project(project, progress=progress)
    if not quiet:
        print_build(report, project.store, verbose)
    raise typer.Exit(report.exit_code)
