"""``councilgraph validate``."""

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import OutputOption, QuietOption, StoreOption
from councilgraph.cli.words import counted


class Format(StrEnum):
    """How the report is written."""

    text = "text"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    html = "html"
    ttl = "ttl"


class Engine(StrEnum):
    """What runs the shapes."""

    compiled = "compiled"
    pyshacl = "pyshacl"


class Level(StrEnum):
    """From which severity on data count as failed."""

    violation = "violation"
    warning = "warning"
    info = "info"


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Workbooks, CSV or RDF files, or folders of them; - for standard input.", metavar="FILE"),
    ] = None,
    shapes: Annotated[
        list[Path] | None,
        typer.Option("--shapes", help="SHACL of your own, in place of ours; --shapes ours adds ours.", metavar="PATH"),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(help="Other levels of rules: new-data, or a TOML file of your own.", metavar="NAME|FILE"),
    ] = None,
    rule: Annotated[list[str] | None, typer.Option(help="Apply only this rule; repeatable.", metavar="NAME")] = None,
    fail_on: Annotated[Level, typer.Option(help="From which severity on to end with 1.")] = Level.violation,
    against: Annotated[
        Path | None,
        typer.Option(help="An earlier report (.json, .ttl): show only what is new since.", metavar="REPORT"),
    ] = None,
    limit: Annotated[
        int, typer.Option(min=0, help="Examples of each rule in text, Markdown and HTML; 0: all.", metavar="N")
    ] = 3,
    format: Annotated[Format | None, typer.Option(help="How to write it; ttl: the standard report.")] = None,
    engine: Annotated[
        Engine,
        typer.Option(help="compiled: as queries, where shapes compile; pyshacl: all by pySHACL, for comparison."),
    ] = Engine.compiled,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Say which engine ran which rule, and why, and which are run whole after every change."
        ),
    ] = False,
    output: OutputOption = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check the graph, or data of your own, against the rules.

    What is wrong is said by rule: how often, why it matters, how to mend it, with examples. Files are checked in the context of the graph, where there is one: a judgement may name a council of the register.
    Only what the files themselves mention is then reported, each with its place: Judgements!C14 in a workbook, judgements.csv:12 and the column, or file:line of RDF.
    Workbooks and CSV files have the columns that `councilgraph template` gives them.

    The rules are those of `councilgraph rules`, and with them shapes in the folder shapes/ of a project. A profile is a TOML file with a table [levels], in which a rule is given violation, warning, info or off.
    JSON, CSV and the standard report hold all findings, the other formats examples.

    \b
    Examples:
      councilgraph validate
      councilgraph validate new.xlsx
      councilgraph validate inspections.csv judgements.csv
      councilgraph validate new.ttl --profile new-data --fail-on warning
      councilgraph validate -o report.html
      councilgraph validate -o march.json
      councilgraph validate --against march.json
      councilgraph validate --rule judgement-has-one-grade --limit 20
      councilgraph validate --shapes ours --shapes my-shapes/ --explain
    Ends with 1 if the data do not conform, with 3 if a file cannot be read.
    In Python: councilgraph.api.validate(store, files).
    """
    from councilgraph.build.checking import validate
    from councilgraph.build.project import own_folder, store_folder
    from councilgraph.cli.output import chosen_format, say_left_out, spare, written
    from councilgraph.errors import UsageError
    from councilgraph.rdf import FORMATS
    from councilgraph.store import open_store
    from councilgraph.tables import is_report, tables_in
    from councilgraph.validate.formats import SUFFIXES, write
    from councilgraph.validate.recheck import unbounded
    from councilgraph.validate.shapes import OURS, load_shapes

    chosen = chosen_format(format, output, SUFFIXES)
    rows, others = tables_in(files or ())
    reports = [file for file in rows if is_report(file)]
    rows = [file for file in rows if file not in reports]
    inside = [file for each in (*others, *(shapes or ())) for file in each.rglob("*") if file.suffix.lower() in FORMATS]
    spare(output, [*rows, *others, *(shapes or ()), *inside, Path(profile or ""), *([against] if against else [])])
    try:
        folder = store_folder(store)
    except UsageError:
        if not files or store:
            raise
        folder = None
    own = [each for each in own_folder("shapes") if each.is_dir()]
    if not quiet and (rows or others):
        say_left_out(reports)

    with open_store(folder) if folder else nullcontext() as graph:
        report = validate(
            graph,
            files or (),
            shapes=shapes or ([OURS, *own] if own else None),
            engine=engine.value,
            profile=profile,
            rules=rule or (),
            against=against,
            typed=_typed,
        )
    if output or not quiet or format:
        with written(output) as out:
            write(report, chosen, out, limit)
            if explain and chosen == Format.text:
                whole = unbounded(load_shapes(shapes or ([OURS, *own] if own else None)))
                out.write(report.explanation())
                out.write("\n\nRun whole after every change: " + (counted(len(whole), "rules") if whole else "none"))
                out.writelines(f"\n  {label} · {why}" for label, why in sorted(whole.items()))
                out.write("\n")
    if output and not quiet:
        typer.echo(f"{counted(len(report.findings), 'findings')} in {output}", err=True)
    raise typer.Exit(report.fails(fail_on.value))


def _typed() -> bytes:
    """All of standard input."""
    import sys

    return sys.stdin.buffer.read() if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
