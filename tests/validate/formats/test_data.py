"""A report for programs."""

import csv
import json
from io import StringIO

from hypothesis import given

from councilgraph.validate import Report
from councilgraph.validate.formats.data import COLUMNS

from ..test_report import reports
from .samples import FINDING, written


def test_json_is_the_whole_report() -> None:
    report = Report.of([FINDING], rules=7, triples=1234, idle=["Asleep"], known=3)
    assert Report.from_dict(json.loads(written(report, "json", limit=1))) == report


@given(reports)
def test_json_and_csv_hold_what_the_report_holds(report: Report) -> None:
    assert json.loads(written(report, "json")) == report.to_dict()
    rows = list(csv.DictReader(StringIO(written(report, "csv"), newline="")))
    assert [row["focus"] for row in rows] == ["\n".join(f.focus.splitlines()) for f in report.findings]


def test_csv_has_a_column_for_all_that_is_known_of_a_finding() -> None:
    (row,) = csv.DictReader(StringIO(written(Report.of([FINDING]), "csv")))
    told = {name: str(value) for name in COLUMNS if (value := getattr(FINDING, name)) is not None}
    assert {name: value for name, value in row.items() if value} == told
    assert set(COLUMNS) == {*FINDING.__slots__, "key"}
