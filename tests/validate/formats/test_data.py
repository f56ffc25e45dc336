"""A report for programs."""

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
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
    held = ["\n".join(f.focus.splitlines()) for f in report.findings]
    assert all(row["focus"] in (text, f"'{text}") for row, text in zip(rows, held, strict=True))


@pytest.mark.parametrize("value", ["=1+1", "+A1", "-A1", "@SUM(A1)", "=HYPERLINK(1)", "-1+cmd"])
def test_csv_holds_no_formula(value: str) -> None:
    report = Report.of([replace(FINDING, value=value)])
    (row,) = csv.DictReader(StringIO(written(report, "csv")))
    assert row["value"] == f"'{value}"
    assert report.to_dict()["findings"][0]["value"] == value


@pytest.mark.parametrize("value", ["-5", "+1,345", "-2.5%", "a=b", "'=1"])
def test_csv_holds_numbers_and_words_as_they_are(value: str) -> None:
    (row,) = csv.DictReader(StringIO(written(Report.of([replace(FINDING, value=value)]), "csv")))
    assert row["value"] == value


def test_csv_has_a_column_for_all_that_is_known_of_a_finding() -> None:
    (row,) = csv.DictReader(StringIO(written(Report.of([FINDING]), "csv")))
    told = {name: str(value) for name in COLUMNS if (value := getattr(FINDING, name)) is not None}
    assert {name: value for name, value in row.items() if value} == told
    assert set(COLUMNS) == {*FINDING.__slots__, "key"}
