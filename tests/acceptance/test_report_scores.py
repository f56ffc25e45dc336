"""Extraction of reports of all kinds, scored against what people read in them, and held against what all have in common."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from councilgraph import records
from councilgraph.model import Inspection, Record

FLOORS = {
    "document read": 1.0,
    "council": 23 / 24,
    "framework": 23 / 24,
    "visit type": 22 / 23,
    "start": 23 / 24,
    "end": 23 / 24,
    "published": 9 / 10,
    "lead inspector": 22 / 23,
    "overall grade": 23 / 24,
    "area grades": 1.0,
    "improvement points": 22 / 24,
    "people": 0.95,
    "nothing asserted": 1.0,
    "earlier outcomes": 0.85,
}
SIF_AREAS = (
    "Children who need help and protection",
    "Children looked after and achieving permanence",
    "Adoption performance",
    "Experiences and progress of care leavers",
    "Leadership, management and governance",
)


def test_the_reports_with_gold_answers_are_read_right(shared: Path, extracted: list[Record], tmp_path: Path) -> None:
    """The scorer also checks that every item of every record has words, and that they stand in the text."""
    lines = [records.dumps(record, with_text=True) + "\n" for record in extracted]
    (tmp_path / "records.jsonl").write_text("".join(lines), encoding="utf-8")
    gold = shared / "gold" / "reports.jsonl"
    command = [sys.executable, shared / "eval" / "score.py", "reports", gold, "records.jsonl", "--show"]
    for name, floor in FLOORS.items():
        command += ["--min", f"{name}={floor:.4f}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def earlier(record: Record) -> list[Inspection]:
    """The inspections that a report tells of besides its own and that of the board."""
    return [one for one in record.inspections[1:] if one.visit_type != "lscb-review"]


@pytest.fixture(scope="module")
def under_sif(extracted: list[Record]) -> list[Record]:
    """The reports on a council under the single inspection framework."""
    return [
        record
        for record in extracted
        if record.inspections and record.inspections[0].framework == "sif" and record.inspections[0].body is None
    ]


def test_every_report_under_the_single_framework_is_read_whole(under_sif: list[Record]) -> None:
    assert len(under_sif) == 50
    for record in under_sif:
        about = [one for one in record.judgements if one.inspection == "i1"]
        assert len(about) == 6, record.document.path
        assert {one.area.casefold() for one in about} > {area.casefold() for area in SIF_AREAS}
        types = {finding.type for finding in record.findings}
        assert "narrative" in types
        assert types & {"area-for-improvement", "priority-action"}
        assert record.inspections[0].lead_inspectors
        roles = Counter(person.role for person in record.people)
        assert roles["Lead inspector"] >= 1
        assert roles["Team inspector"] >= 2
        assert not {problem.code for problem in record.problems} - {"metadata-disagree", "document-disagrees"}


def test_a_board_has_one_grade_and_the_council_none_of_its_points(under_sif: list[Record]) -> None:
    reviewed = 0
    for record in under_sif:
        for review in (one for one in record.inspections if one.visit_type == "lscb-review"):
            reviewed += 1
            (judgement,) = (one for one in record.judgements if one.inspection == review.id)
            assert review.body
            assert "board" in judgement.area.casefold() or "lscb" in judgement.area.casefold()
            spans = {span.start for f in record.findings if f.inspection == review.id for span in f.evidence}
            council = {span.start for f in record.findings if f.inspection == "i1" for span in f.evidence}
            assert spans
            assert max(council) < min(spans)
    assert reviewed > 40


def test_the_report_on_children_looked_after_prints_numbers(extracted: list[Record]) -> None:
    found = [record for record in extracted if record.inspections and record.inspections[0].framework == "lac-2013"]
    assert found
    for record in found:
        about = [one for one in record.judgements if one.inspection == "i1"]
        assert len(about) == 5
        assert all(one.number in (1, 2, 3, 4) for one in about)
        assert not record.problems


def test_earlier_inspections_have_grades_and_came_before(extracted: list[Record]) -> None:
    told = 0
    for record in extracted:
        for one in earlier(record):
            told += 1
            assert any(judgement.inspection == one.id for judgement in record.judgements)
            start = record.inspections[0].start
            assert start
            when = one.start or one.published
            assert when is None or when < start
            assert one.date_basis != "stated" or when
    assert told > 100


def test_figures_are_of_the_council_or_of_a_place(extracted: list[Record]) -> None:
    found = [statistic for record in extracted for statistic in record.statistics]
    assert len(found) > 1000
    for statistic in found:
        assert (statistic.council is None) != (statistic.place is None)
        assert statistic.evidence
        assert statistic.unit_kind != "percent" or statistic.value <= 100
        assert statistic.population is None or statistic.value <= statistic.population
