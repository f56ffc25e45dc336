"""``councilgraph report``."""

from enum import StrEnum
from typing import Annotated

import typer

from councilgraph.cli.options import OutputOption, QuietOption, StoreOption
from councilgraph.errors import UsageError


class Format(StrEnum):
    """How the report is written."""

    text = "text"
    html = "html"


def command(
    format: Annotated[Format | None, typer.Option(help="text or html; default: by suffix, else text.")] = None,
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Say what the graph rests on, and how far to trust it.

    Documents read and not read, problems by kind, tables that contradict headings, inspections that are only mentioned,
    the verdict of the shapes, and which council was inspected in which year with which overall grade.

    \b
    Examples:
      councilgraph report
      councilgraph report -o report.html
    In Python: councilgraph.build.trust.trust(folder).
    """
    from councilgraph.build.project import store_folder
    from councilgraph.build.trust import FORMATS, SUFFIXES, trust

    suffix = output.suffix.lower() if output else ".txt"
    if format is None and suffix not in SUFFIXES:
        raise UsageError(
            f"unknown suffix: {suffix or 'none'}", hint=f"Known: {', '.join(SUFFIXES)}; or name a --format."
        )
    text = FORMATS[format or SUFFIXES[suffix]](trust(store_folder(store)))
    if output is None:
        typer.echo(text.rstrip("\n"))
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error
    if not quiet:
        typer.echo(f"The report is in {output}", err=True)
