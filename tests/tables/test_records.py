"""Rows to records, whose text is made of the words that they cite."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilgraph import records
from councilgraph.model import Evidence, Inspection
from councilgraph.tables import Made, make, read_tables
from councilgraph.tables.records import files_of, rows_in
from reports import NORTHMERE, REGISTER

from .workbooks import GOOD, INSPECTION, JUDGEMENT, LEADERSHIP, SOURCE, separated, workbook

KNOWN = {"eastvale-ilacs-2024-06": Inspection("x", "Eastvale", framework="ilacs", start="2024-06-10", end="2024-06-14")}
PARTS = ("inspections", "judgements", "findings", "people", "claims", "statistics", "interventions")


def made(folder: Path, rows: dict[str, Any]) -> Made:
    tables, _ = read_tables(workbook(folder / "new.xlsx", rows))
    return make(tables, REGISTER, KNOWN)


def evidence(record: Any) -> list[Evidence]:
    return [span for part in PARTS for item in getattr(record, part) for span in item.evidence]


def test_a_source_becomes_a_document_with_what_is_known_of_it(tmp_path: Path) -> None:
    (record,) = made(tmp_path, GOOD).records
    document = record.document
    assert (document.id, document.path, document.title) == (
        "new.xlsx: Inspection of Northmere",
        "new.xlsx",
        "Inspection of Northmere",
    )
    assert (document.publisher, document.published, document.licence) == ("Ofsted", "2024-07-01", "OGL-UK-3.0")
    assert document.pages == 3
    assert [council.name for council in record.councils] == [NORTHMERE]
    (inspection,) = record.inspections
    assert (inspection.framework, inspection.start, inspection.end) == ("ilacs", "2024-05-13", "2024-05-24")
    assert (inspection.bodies, inspection.lead_inspectors) == (["Ofsted"], ["Ada Fernsby"])
    (figure,) = record.statistics
    assert (figure.measure, figure.value, figure.period, figure.unit_kind) == (
        "children-in-care",
        1345,
        "2024-03-31",
        "children",
    )
    (claim,) = record.claims
    assert (claim.asserts_grade, claim.comparator, claim.voice) == ("Good", ">=", "quoted")
    (step,) = record.interventions
    assert (step.kind, step.stage, step.date, step.inspection) == (
        "commissioner-appointed",
        "announced",
        "2024-07",
        inspection.id,
    )
    assert records.loads(records.dumps(record)).judgements == record.judgements


WORDS = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() and "\0" not in text)


@settings(max_examples=25)
@given(st.lists(st.tuples(WORDS, st.integers(1, 9)), min_size=1, max_size=6))
def test_words_stand_where_they_are_said_to_and_nowhere_twice(rows: list[tuple[str, int]]) -> None:
    judged = [{**JUDGEMENT, "Words": words, "Page": page} for words, page in rows]
    with TemporaryDirectory() as folder:
        for name, part, given in (("i", "inspections", [INSPECTION]), ("j", "judgements", judged)):
            (Path(folder) / f"{name}.csv").write_text(separated(part, given), encoding="utf-8", newline="")
        tables = [table for name in "ij" for table in read_tables(Path(folder) / f"{name}.csv")[0]]
        found = make(tables, REGISTER, {})
    for record in found.records:
        text = record.document.text or ""
        for span in evidence(record):
            assert text[span.start : span.end] == span.quote
            assert span.page == text.count("\f", 0, span.start) + 1
        offsets = [(span.start, span.end) for judgement in record.judgements for span in judgement.evidence]
        assert len(set(offsets)) == len(offsets)
        for place in offsets:
            assert found.rows[(record.document.text_sha256 or "", *place)].part == "judgements"


def test_a_row_may_mean_an_inspection_of_the_graph(tmp_path: Path) -> None:
    row = {**JUDGEMENT, "Inspection": "eastvale-ilacs-2024-06"}
    (record,) = made(tmp_path, {"Sources": [SOURCE], "Judgements": [row]}).records
    (inspection,) = record.inspections
    assert (inspection.council, inspection.start, inspection.evidence) == ("Eastvale", "2024-06-10", [])
    assert record.judgements[0].inspection == inspection.id
    assert [council.name for council in record.councils] == ["Eastvale"]


def test_a_source_is_about_the_latest_inspection_that_it_tells_of(tmp_path: Path) -> None:
    earlier = {**INSPECTION, "Reference": "n12", "First day": "May 2012", "Last day": None, "Words": "In May 2012"}
    (record,) = made(tmp_path, {"Sources": [SOURCE], "Inspections": [earlier, INSPECTION]}).records
    assert [(one.start, one.end) for one in record.inspections] == [("2024-05-13", "2024-05-24"), ("2012-05", None)]


def test_sources_are_documents_apart_and_may_share_an_inspection(tmp_path: Path) -> None:
    other = {**LEADERSHIP, "Source": "A letter", "Words": JUDGEMENT["Words"]}
    rows = {"Sources": [SOURCE, {"Title": "A letter"}], "Inspections": [INSPECTION], "Judgements": [JUDGEMENT, other]}
    first, second = made(tmp_path, rows).records
    assert first.document.text_sha256 != second.document.text_sha256
    assert [len(record.judgements) for record in (first, second)] == [1, 1]
    assert second.inspections[0].start == first.inspections[0].start and not second.inspections[0].evidence


def test_a_source_may_be_cited_by_its_address(tmp_path: Path) -> None:
    address = "https://example.org/northmere"
    rows = {
        "Sources": [{**SOURCE, "Web address": address}],
        "Inspections": [INSPECTION],
        "Judgements": [{**JUDGEMENT, "Source": address}],
    }
    (record,) = made(tmp_path, rows).records
    assert record.document.url == address and record.judgements


def test_codes_and_slugs_of_councils_are_names(tmp_path: Path) -> None:
    rows = {"Sources": [SOURCE], "Inspections": [{**INSPECTION, "Council": "northmere"}]}
    (record,) = made(tmp_path, rows).records
    assert record.inspections[0].council == NORTHMERE


@pytest.mark.parametrize(
    ("rows", "left", "kinds"),
    [
        ({"Inspections": [{**INSPECTION, "Council": "Nowhere"}], "Judgements": [JUDGEMENT]}, 0, {"council-unknown", "row-left-out"}),
        ({"Sources": [{**SOURCE, "Published": "soon"}], "Inspections": [INSPECTION]}, 0, {"date-impossible", "row-left-out"}),
        ({"Inspections": [INSPECTION], "Judgements": [JUDGEMENT, {**LEADERSHIP, "Grade": "x"}]}, 2, {"grade-unknown"}),
        ({"Inspections": [INSPECTION], "Judgements": [JUDGEMENT, JUDGEMENT]}, 2, {"row-twice"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_left_out_with_all_that_depends_on_it(
    tmp_path: Path, rows: dict[str, Any], left: int, kinds: set[str]
) -> None:
    found = made(tmp_path, {"Sources": [SOURCE], **rows})
    assert sum(row.part != "sources" for row in found.taken) == left
    assert {mistake.kind for mistake in found.mistakes} == kinds


def test_the_rows_of_a_record_are_counted(tmp_path: Path) -> None:
    done = made(tmp_path, GOOD)
    assert [rows_in(record) for record in done.records] == [sum(row.part != "sources" for row in done.all)]


@pytest.mark.parametrize(("delimiter", "sign"), [(",", ","), (";", ";"), ("\t", "tab")])
def test_a_row_that_is_wider_than_the_heading_is_left_out(tmp_path: Path, delimiter: str, sign: str) -> None:
    file = tmp_path / "findings.csv"
    titles = ["Inspection", "Type", "Source", "Page", "Words"]
    right = ["eastvale-ilacs-2024-06", "Strength", "Letter", "1", "Help comes early."]
    rows = [titles, right, [*right[:4], "Help comes", " and it stays."], [*right[:4], "Help comes late.", "", ""]]
    file.write_text("\n".join(map(delimiter.join, rows)) + "\n", encoding="utf-8")
    done = make(read_tables(file)[0], REGISTER, KNOWN)
    wrong = [(m.kind, str(m.place), m.message) for m in done.mistakes if m.severity == "violation"]
    told = f"Row 3 has 6 cells, the heading 5: a {sign} within a text must stand in quotation marks."
    assert wrong == [("cells-many", "findings.csv:3", told)]
    assert [row.number for row in done.taken] == [2, 4]


def test_notes_beside_a_heading_that_is_wide_enough_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "sources.csv"
    file.write_text("Title,Publisher,\nA letter,Ofsted,look again\n", encoding="utf-8")
    assert make(read_tables(file)[0], REGISTER, KNOWN).mistakes == []


@pytest.mark.parametrize("key", ["Publisher", "Title"])
def test_what_is_too_long_is_to_be_shortened(tmp_path: Path, key: str) -> None:
    (mistake,) = made(tmp_path, {"Sources": [{**SOURCE, key: "x" * 501}]}).mistakes
    assert (mistake.kind, mistake.rule, mistake.mend) == ("text-long", "A text is not too long", "Shorten it.")
    assert mistake.message == f"“{key}” is too long: of 501 characters 500 at most are taken."


def test_csv_files_together_are_one_set_and_a_workbook_beside_them_is_another(tmp_path: Path) -> None:
    tables = []
    for part, rows in (("inspections", [INSPECTION]), ("judgements", [JUDGEMENT])):
        file = tmp_path / f"{part}.csv"
        file.write_text(separated(part, rows), encoding="utf-8")
        tables += read_tables(file)[0]
    tables += read_tables(workbook(tmp_path / "new.xlsx", {"Judgements": [LEADERSHIP]}))[0]
    one, other = make(tables, REGISTER, KNOWN).records
    assert [files_of(one), files_of(other)] == [{"inspections.csv", "judgements.csv"}, {"new.xlsx"}]
    assert (len(one.inspections), len(one.judgements), len(other.judgements)) == (1, 1, 1)
    assert one.document.title == other.document.title and one.document.sha256 != other.document.sha256
