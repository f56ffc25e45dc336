"""A report for people at a terminal."""

from collections.abc import Iterator, Sequence
from typing import TextIO

from councilgraph.errors import printable
from councilgraph.validate.findings import Finding, Group
from councilgraph.validate.formats.words import LONGEST_NAME, counted, cut, left_out, message, times, value, verdict
from councilgraph.validate.report import Explained, Report


def write_text(report: Report, out: TextIO, limit: int) -> None:
    """The verdict, then a block a rule with its count and at most ``limit`` examples (0: all)."""
    out.write(f"{verdict(report)}\n")
    out.writelines(f"{line}\n" for line in left_out(report))
    for group in report.groups:
        out.writelines(f"{line}\n" for line in _printed(_block(group, limit)))
    if report.untargeted:
        out.write(f"\nShapes without targets, which can never find anything: {', '.join(report.untargeted)}\n")


def explanation(explained: Sequence[Explained]) -> str:
    """Which engine ran which rule, and why."""
    compiled = sorted(one.rule_label for one in explained if one.why is None)
    lines = [f"\nAs queries over the whole graph: {counted(len(compiled), 'rules')}"]
    lines += [f"  {label}" for label in compiled]
    others = sorted((one.rule_label, one.why) for one in explained if one.why is not None)
    lines += [f"\nBy pySHACL: {counted(len(others), 'rules')}"] if others else []
    return "\n".join([*lines, *(f"  {label} · {why}" for label, why in others)])


def _block(group: Group, limit: int) -> Iterator[str]:
    first = group.first
    yield f"\n{first.severity.upper()} · {first.rule_label} · {times(group.count)}"
    if first.reason:
        yield f"  Why: {first.reason}"
    if first.mend:
        yield f"  To mend: {first.mend}"
    yield f"  Rule: {first.key}"
    for finding in group.examples(limit):
        yield from _finding(finding)
    if limit and group.count > limit:
        yield f"\n  … and {group.count - limit:,} more (--limit 0 shows all)"


def _printed(lines: Iterator[str]) -> Iterator[str]:
    """Lines that a terminal shows as they are; the first break of one parts blocks."""
    for line in lines:
        yield line[: line.startswith("\n")] + printable(line.removeprefix("\n"))


def _finding(finding: Finding) -> Iterator[str]:
    at = f"{finding.where} · " if finding.where and finding.where != finding.focus_label else ""
    yield f"\n  {at}{cut(finding.focus_label, LONGEST_NAME)}"
    yield f"    {message(finding)}"
    if told := value(finding):
        yield f"    {told}"
    if finding.suggestion:
        yield f"    Did you mean {cut(finding.suggestion, LONGEST_NAME)}?"
    if finding.document:
        page = f", page {finding.page}" if finding.page else ""
        yield f"    said in: {finding.document}{page}"
    if finding.focus not in (finding.focus_label.strip("<>"), finding.where):
        yield f"    <{finding.focus}>" if ":" in finding.focus else f"    {finding.focus}"
