"""A finding with everything there is to say."""

from io import StringIO

from councilgraph.validate import Finding, Report
from councilgraph.validate.formats import write

FINDING = Finding(
    rule="urn:rules/page",
    rule_label="A span is on a page",
    severity="violation",
    focus="https://example.org/span",
    focus_label="page 0",
    path="cg:page",
    path_label="page",
    value="0",
    message="The page is below 1.",
    problem="at least 1 is asked",
    suggestion="1",
    reason="People open documents at a page.",
    mend="Count from 1.",
    document="A report",
    page=4,
)


def many(number: int) -> Report:
    """A report of so many warnings, all of one rule."""
    return Report.of(Finding("urn:r", "R", "warning", f"urn:{n}", f"node {n}") for n in range(number))


def written(report: Report, format: str, limit: int = 3) -> str:
    """A report in a format."""
    out = StringIO()
    write(report, format, out, limit)
    return out.getvalue()
