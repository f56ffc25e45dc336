"""Extraction of real reports, scored against what people read in them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from councilgraph import records
from councilgraph.model import Record

FLOORS = {
    "document read": 1.0,
    "council": 1.0,
    "framework": 1.0,
    "visit type": 1.0,
    "start": 1.0,
    "end": 1.0,
    "overall grade": 1.0,
    "area grades": 1.0,
    "lead inspector": 1.0,
    "improvement points": 1.0,
    "people": 1.0,
    "earlier outcomes": 0.85,
}


def test_the_reports_with_gold_answers_are_read_right(shared: Path, extracted: list[Record], tmp_path: Path) -> None:
    """The scorer also checks that every item of every record has words, and that they stand in the text."""
    gold = (shared / "gold" / "reports.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    answers = [line for line in gold if json.loads(line)["framework"] == "ILACS"]
    assert len(answers) >= 13
    (tmp_path / "gold.jsonl").write_text("".join(answers), encoding="utf-8")
    lines = [records.dumps(record, with_text=True) + "\n" for record in extracted]
    (tmp_path / "records.jsonl").write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, shared / "eval" / "score.py", "reports", "gold.jsonl", "records.jsonl", "--show"]
    for name, floor in FLOORS.items():
        command += ["--min", f"{name}={floor:.4f}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def under_ilacs(extracted: list[Record]) -> list[Record]:
    """Those whose first inspection, the one that the report is about, is one under this framework."""
    return [record for record in extracted if record.inspections and record.inspections[0].framework == "ilacs"]


def test_every_report_under_the_framework_is_read_whole(under_ilacs: list[Record]) -> None:
    """No report lacks a field, an area, its points or its paragraphs, and none is doubtful."""
    assert len(under_ilacs) == 78
    for record in under_ilacs:
        inspection = record.inspections[0]
        assert record.problems == [], record.document.path
        assert inspection.council
        assert inspection.visit_type in ("short", "standard")
        assert inspection.lead_inspectors == [person.name for person in record.people]
        areas = [judgement.area for judgement in record.judgements if judgement.inspection == inspection.id]
        assert len(areas) == len(set(areas))
        assert len(areas) in (4, 5)
        assert {finding.type for finding in record.findings} == {"area-for-improvement", "narrative"}


def test_an_inspection_lies_in_the_months_before_its_report(under_ilacs: list[Record]) -> None:
    for record in under_ilacs:
        start, end, published = record.inspections[0].start, record.inspections[0].end, record.document.published
        assert start
        assert end
        assert published
        assert start <= end < published
        assert int(published[:4]) - int(start[:4]) <= 1


def test_nothing_is_asserted_of_what_cannot_be_read(extracted: list[Record]) -> None:
    unread = [record for record in extracted if {p.code for p in record.problems} & {"not-yet-read", "not-a-pdf"}]
    assert unread
    for record in unread:
        assert not (record.councils or record.inspections or record.judgements or record.findings or record.people)
