"""``councilgraph demo``."""

from pathlib import Path
from typing import Annotated

import typer

_COUNCIL = "Northmere"
_EXPLAINED = "northmere-ilacs-2026-06-ilacs-leaders-outstanding"
_NEXT = """\
Try next, in the folder {folder}:
  councilgraph query improvement-points service-area="care leavers" --with-sources
  councilgraph query inspections-without-overall
  councilgraph explain eastvale-ilacs-2024-06
  councilgraph validate
  councilgraph dump -o graph.trig
  councilgraph queries                              every stored question
With documents of your own:
  councilgraph build FOLDER                         PDFs of inspection reports; run it outside {folder}
"""


def command(
    folder: Annotated[
        Path, typer.Argument(help="Where to put the project; made if it is not there.", metavar="FOLDER")
    ] = Path("demo"),
) -> None:
    """Build a small graph of fictional reports, look at it.

    Makes a project with five reports on three invented councils, builds and validates the graph, shows the grades of one
    council, explains one of them with its words, and says what to try next. Nothing is fetched.

    \b
    Examples:
      councilgraph demo
      councilgraph demo /tmp/first-look
    """
    from councilgraph.build.project import init_samples, text_of
    from councilgraph.build.session import build_project
    from councilgraph.cli import explain, show
    from councilgraph.cli.progress import build_progress, print_build
    from councilgraph.query.explanation import explain as explanation
    from councilgraph.query.profile import profile
    from councilgraph.query.things import find
    from councilgraph.store import open_store

    project = init_samples(folder)
    _title("1. Five fictional reports become a graph")
    with build_progress(quiet=False) as progress:
        report = build_project(project, progress=progress)
    print_build(report, project.store)
    with open_store(project.store) as graph:
        _title(f"2. The grades of a council: councilgraph show {_COUNCIL}")
        typer.echo(show.as_text(profile(graph, find(graph, _COUNCIL, "council"))))
        _title(f"3. The words behind one of them: councilgraph explain {_EXPLAINED}")
        typer.echo(
            explain.as_text(explanation(graph, find(graph, _EXPLAINED), lambda sha: text_of(project.store, sha)))
        )
    _title("4. And now")
    typer.echo(_NEXT.format(folder=folder), nl=False)
    raise typer.Exit(report.exit_code)


def _title(words: str) -> None:
    typer.echo(f"\n{words}\n{'-' * len(words)}")
