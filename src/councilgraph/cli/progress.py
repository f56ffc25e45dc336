"""How a build is shown: a bar while it runs, a summary when it is done."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from councilgraph.build.pipeline import Progress
from councilgraph.build.project import Project
from councilgraph.build.report import BuildReport
from councilgraph.cli.words import counted

_EXAMPLES_OF_A_PROBLEM = 3
# Said of many documents alike, and of no fault in any of them: counted, not listed.
_EXPECTED = frozenset({"not-yet-read"})


@contextmanager
def build_progress(quiet: bool) -> Iterator[Progress | None]:
    """A bar on a terminal's standard error; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("starting", total=None)

        def say(stage: str, done: int, total: int) -> None:
            bars.update(task, description=stage, completed=done, total=total or None)

        yield say


def print_project(project: Project) -> None:
    """That a project was made, on standard error."""
    typer.echo(f"Made a project in {project.folder}", err=True)


def print_build(report: BuildReport, store: Path, verbose: bool = False) -> None:
    """The summary of a build, on standard error."""
    lines = [_documents(report), _things(report), _verdict(report)]
    for code, count in report.problems_by_code.items():
        lines += _problem(report, code, count, verbose)
    if not report.changed:
        lines.insert(0, "Nothing has changed since the last build.")
    lines.append(f"Graph: {_relative(store)}")
    for line in lines:
        typer.echo(line, err=True)


def _documents(report: BuildReport) -> str:
    total = report.read + report.cached
    known = f", {report.cached} known already" if report.cached else ""
    return f"Documents: {total} ({report.read} read now{known})"


def _things(report: BuildReport) -> str:
    counts = ", ".join(counted(count, name) for name, count in report.counts.items() if count)
    return f"Graph of {report.triples:,} triples: {counts}"


def _verdict(report: BuildReport) -> str:
    verdict = report.verdict
    conforms = "conforms to the shapes" if verdict.get("conforms", True) else "does NOT conform to the shapes"
    counts = ", ".join(counted(count, f"{level}s") for level, count in verdict.get("severities", {}).items() if count)
    more = " (`councilgraph validate` tells more)" if counts else ""
    return f"Verdict: the graph {conforms}{': ' + counts if counts else ''}{more}"


def _problem(report: BuildReport, code: str, count: int, verbose: bool) -> Iterator[str]:
    troubles = [trouble for trouble in report.troubles if trouble.problem.code == code]
    yield f"{counted(count, 'documents')}: {code}"
    if code in _EXPECTED and not verbose:
        return
    shown = troubles if verbose or troubles[0].unread else troubles[:_EXAMPLES_OF_A_PROBLEM]
    for trouble in shown:
        page = f", page {trouble.problem.page}" if trouble.problem.page else ""
        yield f"  {trouble.path}{page}: {trouble.problem.message}"
    if len(troubles) > len(shown):
        yield f"  … and {len(troubles) - len(shown)} more (-v shows all)"


def _relative(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
