"""Workbooks and CSV files of rows about councils that do not exist."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from councilgraph.tables.columns import SHEETS
from reports import LEADERS, NORTHMERE, OVERALL

Rows = Mapping[str, Iterable[Mapping[str, Any]]]

SOURCE = {"Title": "Inspection of Northmere", "Publisher": "Ofsted", "Published": "01/07/2024", "Licence": "OGL-UK-3.0"}
PROOF = {"Source": "Inspection of Northmere", "Page": 1}
INSPECTION = {
    "Reference": "n24",
    "Council": NORTHMERE,
    "Framework": "ILACS",
    "First day": "13/05/2024",
    "Last day": "24/05/2024",
    "Inspectorates": "Ofsted",
    "Lead inspectors": "Ada Fernsby",
    **PROOF,
    "Words": "Inspection dates: 13 to 24 May 2024",
}
JUDGEMENT = {"Inspection": "n24", "Area": OVERALL, "Grade": "Good", **PROOF, "Words": "Overall effectiveness: Good"}
LEADERSHIP = {**JUDGEMENT, "Area": LEADERS, "Words": "The impact of leaders: good"}
GOOD: dict[str, list[dict[str, Any]]] = {
    "Sources": [SOURCE],
    "Inspections": [INSPECTION],
    "Judgements": [JUDGEMENT, LEADERSHIP],
    "Findings": [
        {
            "Inspection": "n24",
            "Type": "Area for improvement",
            "Service area": "Care leavers",
            **PROOF,
            "Page": 3,
            "Words": "How soon care leavers get a flat of their own.",
        }
    ],
    "People and posts": [
        {
            "Name": "Rosalind Penhale",
            "Post": "Director of Children’s Services",
            "Kind of post": "Director",
            "Organisation": NORTHMERE,
            **PROOF,
            "Words": "Rosalind Penhale, Director of Children’s Services",
        }
    ],
    "Claims": [
        {
            "Speaker": "Rosalind Penhale",
            "Voice": "Quoted",
            "Council": NORTHMERE,
            "Grade claimed": "Good",
            "Comparison": ">=",
            **PROOF,
            "Words": "“We are at least good,” said Rosalind Penhale.",
        }
    ],
    "Statistics": [
        {
            "Council": NORTHMERE,
            "Measure": "Children in care",
            "Value": "1,345",
            "Counts what": "Children",
            "Period": "31/03/2024",
            **PROOF,
            "Page": 2,
            "Words": "On 31 March 2024 there were 1,345 children in care.",
        }
    ],
    "Interventions": [
        {
            "Council": NORTHMERE,
            "Kind": "Commissioner appointed",
            "By": "Department for Education",
            "Stage": "Announced",
            "Date": "July 2024",
            "Inspection": "n24",
            **PROOF,
            "Words": "A commissioner has been appointed, the Department for Education said.",
        }
    ],
}


def workbook(path: Path, rows: Rows, *, heads: Mapping[str, Iterable[str]] | None = None) -> Path:
    """Write a workbook with the columns of the template.

    Args:
        rows: by sheet, cells by title of the column.  heads: titles of columns, where they are not those of the template.
    """
    book = Workbook()
    book.remove(book.active)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.title)
        titles = list((heads or {}).get(sheet.title, [column.title for column in sheet.columns]))
        page.append(titles)
        for row in rows.get(sheet.title, ()):
            assert set(row) <= set(titles), (sheet.title, row)
            page.append([row.get(title) for title in titles])
    book.save(path)
    return path


def separated(part: str, rows: Iterable[Mapping[str, Any]], *, delimiter: str = ",") -> str:
    """The text of a CSV file of a kind of rows."""
    sheet = next(sheet for sheet in SHEETS if sheet.part == part)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [column.title for column in sheet.columns], delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
