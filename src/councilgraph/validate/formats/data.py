"""A report for programs: JSON and CSV, every finding in both, a line each."""

import csv
import json
from typing import TextIO

from councilgraph.validate.report import Report

COLUMNS = (
    "severity", "key", "rule_label", "focus_label", "message", "path_label", "value", "given", "problem", "suggestion", "where", "document",
    "page", "reason", "mend", "focus", "path", "value_iri", "rule",
)  # fmt: skip
"""Of CSV: what people read comes first."""


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
        writer.writerow("" if value is None else "\n".join(str(value).splitlines()) for value in values)
