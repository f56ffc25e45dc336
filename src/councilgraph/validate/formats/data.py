"""A report for programs: JSON and CSV, every finding in both, a line each."""

import csv
import json
import re
from typing import TextIO

from councilgraph.validate.report import Report

COLUMNS = (
    "severity", "key", "rule_label", "focus_label", "message", "path_label", "value", "given", "problem", "suggestion", "where", "document",
    "page", "reason", "mend", "focus", "path", "value_iri", "rule",
)  # fmt: skip
"""Of CSV: what people read comes first."""
_FORMULA = ("=", "+", "-", "@", "\t")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def write_json(report: Report, out: TextIO, limit: int) -> None:
    """The report as `Report.to_dict` gives it."""
    head = json.dumps(report.head(), ensure_ascii=False, indent=2)
    out.write(f'{head.removesuffix(chr(10) + "}")},\n  "findings": [')
    for number, finding in enumerate(report.findings):
        out.write(f"{',' if number else ''}\n    {json.dumps(finding.to_dict(), ensure_ascii=False)}")
    out.write("\n  ]\n}\n" if len(report.findings) else "]\n}\n")


def write_csv(report: Report, out: TextIO, limit: int) -> None:
    """A row a finding."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in report.findings:
        values = (getattr(finding, column) for column in COLUMNS)
        writer.writerow("" if value is None else _harmless("\n".join(str(value).splitlines())) for value in values)


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: words that begin like one have an apostrophe before them."""
    return f"'{text}" if text[:1] in _FORMULA and not _NUMBER.fullmatch(text) else text
