"""``councilgraph extract``."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from councilgraph.cli.options import OutputOption, QuietOption
from councilgraph.cli.words import counted
from councilgraph.errors import UsageError

if TYPE_CHECKING:
    from councilgraph.model import Record


_LONGEST = 120  # code points of words that are shown


class Format(StrEnum):
    """How records are written."""

    summary = "summary"
    jsonl = "jsonl"


def command(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders of documents.", metavar="PATH")],
    format: Annotated[
        Format | None, typer.Option(help="A line or two to read, or JSON; default: summary, jsonl into a .jsonl file.")
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Add each document's text, to check spans by.")
    ] = False,
    raw: Annotated[bool, typer.Option("--raw", help="Names as printed only, without ids and concepts.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add which rule fired on which words, with page and offsets.")
    ] = False,
    output: OutputOption = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read; default: one a processor.", metavar="N")
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Print what each document says, without a graph.

    There is one record a document, in the order of the paths. Every item of a record has the words that prove it, with page and offsets. What could not be read or is doubtful
    is among its problems. No project or store is needed or touched.

    \b
    Examples:
      councilgraph extract report.pdf
      councilgraph extract reports/ --format jsonl --with-text > records.jsonl
      councilgraph extract reports/ -o records.jsonl
      councilgraph extract article.txt --explain
    Ends with 3 if a document or a manifest could not be read.
    In Python: councilgraph.api.extract(paths).
    """
    from councilgraph import api, records
    from councilgraph.cli.progress import build_progress
    from councilgraph.documents import find
    from councilgraph.errors import printable

    if output and not format and output.suffix.lower() not in (".jsonl", ".txt"):
        raise UsageError(f"unknown suffix: {output.name}", hint="Known: .jsonl, .txt; or name a --format.")
    chosen = format or (Format.jsonl if output and output.suffix.lower() == ".jsonl" else Format.summary)
    if explain and chosen is not Format.summary:
        raise UsageError("--explain goes with the summary only", hint="Leave --format out.")
    unread, faults = 0, [fault for path in paths for fault in find([path]).problems]
    for place, problem in faults:
        typer.echo(f"{printable(str(place))}: {problem.message}", err=True)
    with build_progress(quiet) as progress:
        found = api.extract(paths, resolved=not raw, workers=workers, progress=progress)
        with _opened(output) as out:
            for record in found:
                unread += record.document.text_sha256 is None
                if chosen is Format.jsonl:
                    out.write(records.dumps(record, with_text=with_text, raw=raw) + "\n")
                else:
                    out.writelines(line + "\n" for line in summary(record))
                    out.writelines(line + "\n" for line in (rules(record) if explain else ()))
    if not quiet and output:
        typer.echo(f"Records in {output}", err=True)
    if unread:
        typer.echo(f"{counted(unread, 'documents')} could not be read", err=True)
    if unread or faults:
        raise typer.Exit(3)


def summary(record: "Record") -> Iterable[str]:
    """A record in a few lines."""
    from councilgraph.errors import printable

    yield printable(record.document.path)
    for inspection in record.inspections:
        days = " to ".join(dict.fromkeys(filter(None, [inspection.start, inspection.end])))
        led = f"led by {' and '.join(inspection.lead_inspectors)}" if inspection.lead_inspectors else None
        about = " · ".join(filter(None, [inspection.council, inspection.body]))
        said = ", ".join(filter(None, [inspection.framework, days or "no date", led]))
        yield f"  {about}: {said}"
        for judgement in record.judgements:
            if judgement.inspection == inspection.id:
                page = judgement.evidence[0].page if judgement.evidence else "?"
                yield f"    {judgement.area}: {judgement.grade} (page {page})"
        kinds: dict[str, int] = {}
        for finding in record.findings:
            if finding.inspection == inspection.id:
                kinds[finding.type] = kinds.get(finding.type, 0) + 1
        if kinds:
            yield "    findings: " + ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    for problem in record.problems:
        page = f"page {problem.page}: " if problem.page else ""
        yield f"  {problem.code}: {page}{problem.message}"


def rules(record: "Record") -> Iterable[str]:
    """A line for each rule that fired: page, offsets, rule, words."""
    from councilgraph import api
    from councilgraph.documents.normalise import PAGE_BREAK
    from councilgraph.errors import printable

    text = record.document.text or ""
    for fired in api.fired_rules(record):
        page = text.count(PAGE_BREAK, 0, fired.start) + 1
        words = shorten(printable(text[fired.start : fired.end]), _LONGEST, placeholder="…")
        yield f"  page {page}, {fired.start}-{fired.end}, {fired.rule}: {words}"


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is there only when it is whole."""
    if output is None:
        yield sys.stdout
        return
    temporary = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        os.replace(temporary, output)
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error
    finally:
        temporary.unlink(missing_ok=True)
