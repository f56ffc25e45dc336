"""``councilgraph demo``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from councilgraph.store import EmbeddedStore

_COUNCIL = "Northmere"
_EXPLAINED = "northmere-ilacs-2026-06-ilacs-leaders-outstanding"
_ASSESSED = "claim-assessments"
_NEXT = """\
Try next, in the folder {folder}:
  councilgraph query improvement-points service-area="care leavers" --with-sources
  councilgraph query claim-assessments council=Northmere outcome=contradicted
  councilgraph explain eastvale-ilacs-2024-06
  councilgraph review --list                        what a person should look at
  councilgraph validate
  councilgraph dump -o graph.trig
  councilgraph queries                              every stored question
Real councils are in it too, from four articles and a letter of 2006 to 2024, without their words:
  councilgraph show Staffordshire
  councilgraph query people council=Stoke-on-Trent
  councilgraph quotes FOLDER                        puts the words back, if you have the documents
With documents of your own:
  councilgraph build FOLDER                         reports, letters, articles; run it outside {folder}
"""


def command(
    folder: Annotated[
        Path, typer.Argument(help="Where to put the project; made if it is not there.", metavar="FOLDER")
    ] = Path("demo"),
) -> None:
    """Build a small graph of fictional documents, look at it.

    Makes a project with five reports on three invented councils and an article on one of them, builds and validates the
    graph, shows the grades of one council, explains one of them with its words, holds what a councillor said against
    the record, and says what to try next. What ships of real documents, facts without words, is in the graph too.
    Nothing is fetched.

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
    _title("1. Five fictional reports and an article become a graph")
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
        _title("4. What was said, against the record")
        for line in assessed(graph):
            typer.echo(line)
    _title("5. And now")
    typer.echo(_NEXT.format(folder=folder), nl=False)
    raise typer.Exit(report.exit_code)


def assessed(graph: "EmbeddedStore") -> Iterator[str]:
    """Claims about the council that the record contradicts, each with both sides and their words."""
    from councilgraph.query import library, run
    from councilgraph.query.explanation import explain

    question = library.get(_ASSESSED)
    table = run(graph, question.bind(graph, {"council": _COUNCIL, "outcome": "contradicted"}))
    for row in table.rows:
        said = dict(zip(table.columns, (getattr(term, "value", "") for term in row), strict=True))
        yield f"{said['claimant']} asserts “{said['asserted']}”; {said['against']}: {said['outcome'].lower()}."
        yield f"  {said['why']}"
        for side in ("claim", "thing"):
            for place in explain(graph, said[side], parts=False).places:
                yield f"  {place.title}, page {place.page}: {' '.join((place.quote or '').split())}"
    yield f"All that is held against claims: councilgraph query {_ASSESSED} council={_COUNCIL}"


def _title(words: str) -> None:
    typer.echo(f"\n{words}\n{'-' * len(words)}")
