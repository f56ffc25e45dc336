"""A validation report as text to read, JSON, or the sh:ValidationReport of the SHACL specification."""

import json
from collections.abc import Callable, Iterator

from councilgraph.validate.report import Finding, Report


def as_text(report: Report, limit: int = 3) -> str:
    """The report for people: the verdict, then a block a rule with its count and at most ``limit`` examples (0: all)."""
    return "\n".join([_verdict(report), *_blocks(report, limit), *_notes(report)])


def as_json(report: Report, limit: int = 0) -> str:
    """The report as `Report.to_dict` gives it; ``limit`` does not apply."""
    return json.dumps(report.to_dict(), ensure_ascii=False, indent=2)


def as_turtle(report: Report, limit: int = 0) -> str:
    """The standard report (SHACL, section 3.6); ``limit`` does not apply."""
    return str(report.graph.serialize(format="turtle")).rstrip()


def explanation(report: Report) -> str:
    """Which engine ran which rule, and why, for people."""
    compiled = sorted(one.rule_label for one in report.explained if one.why is None)
    lines = [f"\nAs queries over the whole graph: {_counted(len(compiled), 'rules', 'rule')}"]
    lines += [f"  {label}" for label in compiled]
    others = sorted((one.rule_label, one.why) for one in report.explained if one.why is not None)
    lines += [f"\nBy pySHACL: {_counted(len(others), 'rules', 'rule')}"] if others else []
    return "\n".join([*lines, *(f"  {label} · {why}" for label, why in others)])


def _counted(number: int, many: str, one: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _verdict(report: Report) -> str:
    counts = ", ".join(
        f"{count} {name}{'s' if count > 1 else ''}" for name, count in report.severities.items() if count
    )
    conforms = "The data conform" if report.conforms else "The data do NOT conform"
    return f"{conforms}: {counts or 'nothing found'} ({report.rules} rules, {report.triples:,} triples)"


def _blocks(report: Report, limit: int) -> Iterator[str]:
    for label, findings in report.by_rule.items():
        first = findings[0]
        yield f"\n{first.severity.upper()} · {label} · {len(findings)} {'times' if len(findings) > 1 else 'time'}"
        shown = findings[:limit] if limit else findings
        for finding in shown:
            yield from _finding(finding)
        if len(findings) > len(shown):
            yield f"  … and {len(findings) - len(shown)} more (--limit 0 shows all)"
        if first.mend:
            yield f"  To mend: {first.mend}"


def _finding(finding: Finding) -> Iterator[str]:
    at = f"{finding.where} · " if finding.where and finding.where != finding.focus_label else ""
    yield f"  {at}{finding.focus_label}"
    yield f"    {finding.message}"
    if finding.value is not None or finding.path:
        at = f" at {finding.path}" if finding.path else ""
        yield f"    value: {finding.value if finding.value is not None else 'none'}{at}"
    if finding.document:
        page = f", page {finding.page}" if finding.page else ""
        yield f"    said in: {finding.document}{page}"
    if finding.focus != finding.where:
        yield f"    <{finding.focus}>" if "://" in finding.focus else f"    {finding.focus}"


def _notes(report: Report) -> Iterator[str]:
    if report.untargeted:
        yield f"\nShapes without targets, which can never find anything: {', '.join(report.untargeted)}"


FORMATS: dict[str, Callable[[Report, int], str]] = {"text": as_text, "json": as_json, "ttl": as_turtle}
SUFFIXES = {".txt": "text", ".json": "json", ".ttl": "ttl"}
