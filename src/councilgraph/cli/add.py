"""``councilgraph add``."""

from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import QuietOption, VerboseOption


def command(
    paths: Annotated[list[Path], typer.Argument(help="Documents to copy into the project.", metavar="FILE")],
    title: Annotated[str, typer.Option(help="Title of the document.", metavar="TEXT")] = "",
    publisher: Annotated[str, typer.Option(help="Publisher, such as Ofsted.", metavar="NAME")] = "",
    published: Annotated[
        str, typer.Option(help="Day of publication: 2024-01-12, 2024-01 or 2024.", metavar="DAY")
    ] = "",
    url: Annotated[str, typer.Option(help="Where it is published.", metavar="URL")] = "",
    licence: Annotated[str, typer.Option(help="Licence, such as OGL-UK-3.0.", metavar="KEY")] = "",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Copy documents into the project and build.

    What the options say of the documents goes into documents/manifest.csv. Outside a project, one is made in the
    current folder.

    \b
    Examples:
      councilgraph add report.pdf
      councilgraph add report.pdf --publisher Ofsted --published 2024-01-12 --licence OGL-UK-3.0
    Ends with 3 if a document could not be read, else with 1 if the graph does not conform, else with 0.
    In Python: councilgraph.api.build(paths).
    """
    from councilgraph.build.project import find_project, init_project
    from councilgraph.build.session import add_documents, build_project
    from councilgraph.cli.progress import build_progress, print_build, print_project

    here = find_project()
    project = here or init_project(Path.cwd())
    if not quiet and here is None:
        print_project(project)
    row = {"title": title, "publisher": publisher, "published": published, "url": url, "licence": licence}
    copies = add_documents(project, paths, row)
    if not quiet:
        for copied in copies:
            typer.echo(f"Added {copied.relative_to(project.folder).as_posix()}", err=True)
    with build_progress(quiet) as progress:
        report = build_project(project, progress=progress)
    if not quiet:
        print_build(report, project.store, verbose)
    raise typer.Exit(report.exit_code)
