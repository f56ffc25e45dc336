"""How reports put things, in whatever format."""

import re
from collections.abc import Iterator

from councilgraph.validate.findings import Finding
from councilgraph.validate.report import Report

LONGEST = 80
"""Characters that people are shown of a value; programs get all."""
LONGEST_NAME = 200
"""Of a name or an IRI, which is no use without its end, and of several values."""
_QUOTED = re.compile(f"“([^”]{{{LONGEST_NAME + 1},}})”")


def counted(number: int, things: str) -> str:
    """“1 rule”, “2,000 rules”."""
    return f"{number:,} {things if number != 1 else things.removesuffix('s')}"


def times(number: int) -> str:
    """“1 time”, “2 times”."""
    return counted(number, "times")


def headline(report: Report) -> str:
    """What comes of it, in a few words."""
    if report.known is not None:
        return "New since the earlier report" if report.findings else "Nothing new since the earlier report"
    return "The data conform" if report.conforms else "The data do NOT conform"


def counts(report: Report) -> str:
    """“3 violations, 1 info”, or that nothing was found."""
    found = ", ".join(counted(count, f"{level}s") for level, count in report.severities.items() if count)
    return found or "nothing found"


def applied(report: Report) -> str:
    """What was done: “110 rules, 72,695 triples”."""
    return f"{counted(report.rules, 'rules')}, {counted(report.triples, 'triples')}"


def verdict(report: Report) -> str:
    """The first sentence of a report."""
    found = f": {counts(report)}" if report.findings or report.known is None else ""
    return f"{headline(report)}{found} ({applied(report)})"


def left_out(report: Report) -> Iterator[str]:
    """What became of the findings of an earlier report."""
    if report.known is not None:
        yield f"Of its findings {report.known:,} {'is' if report.known == 1 else 'are'} still there and {report.mended:,} mended."


def cut(text: str, longest: int = LONGEST) -> str:
    """A text of no more than so many characters and a sign that there are more."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


def message(finding: Finding) -> str:
    """What is wrong, with the beginnings of long values that it quotes."""
    text = finding.message
    if finding.value and finding.value_iri is None:
        text = text.replace(finding.value, cut(finding.value))
    return _QUOTED.sub(lambda found: f"“{cut(found[1], LONGEST_NAME)}”", text)


def value(finding: Finding) -> str:
    """The property in question, the beginning of what it holds, and what is asked of it."""
    held = finding.value if finding.value is not None else finding.given
    if held is not None:
        held = cut(held, LONGEST if finding.value is not None and finding.value_iri is None else LONGEST_NAME)
    parts = [f"“{held}”" if held is not None and not held.strip() else held, finding.problem]
    told = ", ".join(filter(None, parts))
    if not finding.path_label:
        return f"value: {told}" if held is not None else ""
    return f"{finding.path_label}: {told}" if told else ""


def place(finding: Finding) -> str:
    """The line of a file, or a document and its page."""
    page = f", page {finding.page}" if finding.page else ""
    return finding.where or (f"{finding.document}{page}" if finding.document else "")
