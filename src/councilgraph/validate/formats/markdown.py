"""A report in Markdown, for a wiki, a pull request or a message."""

import re
from collections.abc import Iterator
from typing import TextIO

from councilgraph.errors import printable
from councilgraph.validate.findings import Finding, Group
from councilgraph.validate.formats.words import (
    LONGEST_NAME,
    counted,
    cut,
    left_out,
    message,
    place,
    times,
    value,
    verdict,
)
from councilgraph.validate.report import Report

_SPECIAL = re.compile(r"[\\`*_\[\]<>|#]")


def write_markdown(report: Report, out: TextIO, limit: int) -> None:
    """The verdict, a table of the rules, and a section a rule with at most ``limit`` examples (0: all)."""
    out.write(f"# Validation report\n\n**{escaped(verdict(report))}**\n")
    out.writelines(f"\n{line}\n" for line in left_out(report))
    groups = report.groups
    if groups:
        out.write("\n| level | rule | findings |\n| --- | --- | ---: |\n")
    for group in groups:
        out.write(f"| {group.first.severity} | {escaped(group.first.rule_label)} | {group.count:,} |\n")
    for group in groups:
        out.writelines(f"{line}\n" for line in _section(group, limit))
    if report.untargeted:
        out.write(f"\nShapes without targets, which can never find anything: {escaped(', '.join(report.untargeted))}\n")


def escaped(text: str) -> str:
    """Text that means nothing to Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", printable(" ".join(text.split())))


def _section(group: Group, limit: int) -> Iterator[str]:
    first = group.first
    yield f"\n## {escaped(first.rule_label)}\n\n{first.severity.capitalize()}, {times(group.count)} (`{first.key}`)."
    yield ""
    if first.reason:
        yield f"- Why: {escaped(first.reason)}"
    if first.mend:
        yield f"- To mend: {escaped(first.mend)}"
    yield "\n| what | what is wrong | value | where |\n| --- | --- | --- | --- |"
    for finding in group.examples(limit):
        cells = (cut(finding.focus_label, LONGEST_NAME), _wrong(finding), value(finding), place(finding))
        yield f"| {' | '.join(map(escaped, cells))} |"
    if limit and group.count > limit:
        yield f"\n… and {counted(group.count - limit, 'others')}."


def _wrong(finding: Finding) -> str:
    return message(finding) + (f" Did you mean {cut(finding.suggestion, LONGEST_NAME)}?" if finding.suggestion else "")
