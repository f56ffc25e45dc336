"""``councilgraph build``."""

from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import QuietOption, StoreOption, VerboseOption


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders of documents; default: those of the project.", metavar="PATH"),
    ] = None,
    store: StoreOption = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read; default: one a processor.", metavar="N")
    ] = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Read documents, build the graph and check it.

    A folder is searched with all below it; a manifest.csv in it supplies titles, publishers and dates. What was built
    before stays, and only what changed is read again. Outside a project, one is made in the current folder. The graph
    is checked against the shapes, as `councilgraph validate` does.

    \b
    Examples:
      councilgraph build reports/                   every document in a folder
      councilgraph build reports/ letters/x.pdf     and one more
      councilgraph build                            what is in the project, again
    Ends with 3 if a document could not be read, else with 1 if the graph does not conform, else with 0.
    In Python: councilgraph.api.build(paths).
    """
    from councilgraph.build.project import find_project
    from councilgraph.build.session import build_here
    from councilgraph.cli.progress import build_progress, print_build, print_project

    here = find_project()
    with build_progress(quiet) as progress:
        report, place = build_here(paths or [], store=store, workers=workers, progress=progress)
    if not quiet:
        if here is None and (made := find_project()):
            print_project(made)
        print_build(report, place, verbose)
    raise typer.Exit(report.exit_code)
