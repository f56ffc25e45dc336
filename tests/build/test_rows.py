"""Rows of the user's own in the context of a graph."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from councilgraph.build.checking import STANDARD_INPUT, validate
from councilgraph.build.pipeline import build
from councilgraph.build.project import Project
from councilgraph.build.retraction import purge
from councilgraph.build.rows import take
from councilgraph.errors import InputError, UsageError
from councilgraph.query.run import values
from councilgraph.store import open_store, write_store
from councilgraph.validate import Report
from councilgraph.validate.formats import write
from tables.workbooks import GOOD, INSPECTION, JUDGEMENT, LEADERSHIP, PROOF, SOURCE, separated, workbook

GRADES = """SELECT ?area ?grade ?status WHERE {
  ?j cg:inspection <https://w3id.org/councilgraph/id/inspection/northmere-ilacs-2024-05> ; cg:area/rdfs:label ?area ; cg:grade/rdfs:label ?grade
  OPTIONAL { ?j cg:status/rdfs:label ?status } } ORDER BY ?area ?grade"""
OVERALL = ("Overall effectiveness", "Good", None)
LEADERS = (LEADERSHIP["Area"], "Good", None)


@pytest.fixture
def own(demo: Project, tmp_path: Path) -> Iterator[Project]:
    """A copy of the built project of the samples, where it lay."""
    kept = demo.folder.with_name("kept")
    shutil.copytree(demo.folder, kept)
    yield demo
    shutil.rmtree(demo.folder)
    kept.rename(demo.folder)


def grades(project: Project) -> list[tuple[str | None, ...]]:
    with open_store(project.store) as store:
        return [tuple(row) for row in values(store, GRADES)]


def dump(project: Project) -> list[str]:
    with open_store(project.store) as store:
        return sorted(store.default_lines())


def checked(project: Project | None, *files: Path, **options: Any) -> Report:
    if project is None:
        return validate(None, files, **options)
    with open_store(project.store) as store:
        return validate(store, files, **options)


def test_right_rows_conform_and_become_a_document_like_any_other(own: Project, tmp_path: Path) -> None:
    file = workbook(tmp_path / "new.xlsx", GOOD)
    assert checked(own, file).findings == []
    taken = take(own.store, [file])
    assert (taken.rows, taken.left, taken.documents) == (8, 0, ["Inspection of Northmere"])
    assert grades(own) == [OVERALL, LEADERS]
    with open_store(own.store) as store:
        proof = "SELECT ?title ?page ?quote { ?s cg:quote ?quote ; cg:page ?page ; cg:inVersion/dcterms:title ?title "
        (found,) = values(store, proof + 'FILTER(?quote = "How soon care leavers get a flat of their own.") }')
        assert found == ["Inspection of Northmere", "3", "How soon care leavers get a flat of their own."]
    report = build(own.store)
    assert (report.changed, report.exit_code) == (0, 0)


def test_loading_again_replaces_and_taking_out_leaves_nothing(own: Project, tmp_path: Path) -> None:
    before = dump(own)
    file = workbook(tmp_path / "new.xlsx", GOOD)
    assert take(own.store, [file]).replaced == {}
    assert take(own.store, [workbook(file, {**GOOD, "Judgements": [JUDGEMENT]})]).replaced == {"new.xlsx": 8}
    assert grades(own) == [OVERALL]
    purge(own.store, "new.xlsx")
    assert dump(own) == before


def test_rows_that_are_wrong_are_left_out_and_the_others_taken(own: Project, tmp_path: Path) -> None:
    days = {"First day": "01/02/2024", "Last day": "02/02/2024"}
    late = {**INSPECTION, **days, "Reference": "n99", "Inspectorates": "CSCI"}
    wrong = {**JUDGEMENT, "Inspection": "n99", "Grade": "Inadequate"}
    board = {**JUDGEMENT, "Area": LEADERSHIP["Area"], "Grade": "Godo"}
    file = workbook(
        tmp_path / "new.xlsx",
        {"Sources": [SOURCE], "Inspections": [INSPECTION, late], "Judgements": [wrong, board, JUDGEMENT]},
    )
    taken = take(own.store, [file])
    places = {f.where for f in taken.report.findings if f.severity == "violation"}
    assert taken.left == 3 and taken.rows == 2
    # A grade that is none, an inspectorate that was no more, and what depends on it.
    assert places == {"Judgements!C3", "Inspections!H3", "Judgements!A2"}
    assert grades(own) == [OVERALL]
    with open_store(own.store) as store:
        assert validate(store).conforms


def test_nothing_is_written_where_no_row_is_right(own: Project, tmp_path: Path) -> None:
    before = dump(own)
    file = workbook(tmp_path / "new.xlsx", {"Sources": [SOURCE], "Judgements": [JUDGEMENT]})
    taken = take(own.store, [file])
    assert (taken.rows, taken.left, taken.documents) == (0, 1, [])
    assert dump(own) == before


def test_rows_may_disagree_with_documents_and_both_stay_with_a_status(own: Project, tmp_path: Path) -> None:
    row = {**JUDGEMENT, "Inspection": "northmere-ilacs-2022-05", "Grade": "Outstanding"}
    file = tmp_path / "letter.csv"
    file.write_text(separated("judgements", [row]), encoding="utf-8")
    assert checked(own, file).conforms
    take(own.store, [file])
    with open_store(own.store) as store:
        asked = GRADES.replace("2024-05", "2022-05")
        overall = [tuple(row[1:]) for row in values(store, asked) if row[0] == "Overall effectiveness"]
    assert overall == [("Good", "Preferred"), ("Outstanding", "Superseded")]


def test_only_what_rows_bring_about_is_found(own: Project, tmp_path: Path) -> None:
    with write_store(own.store) as writer:
        council = "<https://w3id.org/councilgraph/id/council/northmere>"
        label = "<http://www.w3.org/2000/01/rdf-schema#label>"
        writer.put("https://w3id.org/councilgraph/graph/loaded/slip", [f'{council} {label} "A second label" .'])
        writer.commit(writer.state)
    with open_store(own.store) as store:
        assert not validate(store).conforms
    assert checked(own, workbook(tmp_path / "new.xlsx", GOOD)).findings == []


def test_csv_files_are_one_set(own: Project, tmp_path: Path) -> None:
    files = []
    for part, given in (("sources", [SOURCE]), ("inspections", [INSPECTION]), ("judgements", [JUDGEMENT])):
        files.append(tmp_path / f"{part}.csv")
        files[-1].write_bytes(separated(part, given, delimiter=";").encode("cp1252"))
    assert checked(own, *files).findings == []
    alone = checked(own, files[2])
    assert [f.where for f in alone.findings if f.severity == "violation"] == ["judgements.csv:2, column “Inspection”"]
    taken = take(own.store, files)
    assert (taken.rows, taken.documents) == (2, ["Inspection of Northmere"])
    assert grades(own) == [OVERALL]
    with pytest.raises(UsageError, match=r"rows of inspections\.csv were loaded together"):
        take(own.store, [files[0], files[2]])
    again = take(own.store, files)
    assert (again.documents, again.replaced) == (taken.documents, {"inspections.csv / judgements.csv": 2})
    assert grades(own) == [OVERALL]


def test_without_a_graph_what_ships_is_the_context(tmp_path: Path) -> None:
    real = {**INSPECTION, "Council": "Leeds City Council"}
    rows = {"Sources": [SOURCE], "Inspections": [real], "Judgements": [JUDGEMENT]}
    assert checked(None, workbook(tmp_path / "new.xlsx", rows)).findings == []
    report = checked(None, workbook(tmp_path / "made-up.xlsx", {**rows, "Inspections": [INSPECTION]}))
    assert [(f.where, f.value) for f in report.findings] == [("Inspections!B2", "Northmere County Council")]


def test_the_standard_report_has_mistakes_in_cells_too(own: Project, tmp_path: Path) -> None:
    report = checked(own, workbook(tmp_path / "new.xlsx", {"Sources": [SOURCE], "Judgements": [JUDGEMENT]}))
    text = report.graph.serialize(format="turtle")
    assert "urn:councilgraph:cell:Judgements!A2" in text
    assert Report.from_dict(report.to_dict()).findings == report.findings


def test_what_is_known_of_a_row_is_known_where_it_has_moved(own: Project, tmp_path: Path) -> None:
    days = {"First day": "01/02/2024", "Last day": "02/02/2024"}
    late = {**INSPECTION, **days, "Reference": "n99", "Inspectorates": "CSCI"}
    wrong = {**LEADERSHIP, "Inspection": "n99", "Grade": "Godo"}
    person = GOOD["People and posts"][0]
    bare = {**person, "Kind of post": None}
    rows = {"Sources": [SOURCE], "Inspections": [late], "Judgements": [wrong], "People and posts": [bare]}
    earlier = checked(own, workbook(tmp_path / "new.xlsx", rows))
    assert len(earlier.findings) == 3
    rows |= {"Inspections": [INSPECTION, late], "Judgements": [JUDGEMENT, wrong], "People and posts": [person, bare]}
    file = workbook(tmp_path / "new.xlsx", rows)
    for against in (tmp_path / "before.json", tmp_path / "before.ttl"):
        with against.open("w", encoding="utf-8", newline="\n") as out:
            write(earlier, against.suffix[1:], out)
        moved = checked(own, file, against=against)
        assert (moved.known, moved.mended, moved.findings) == (3, 0, [])
    more = workbook(tmp_path / "new.xlsx", {**rows, "People and posts": [{**bare, "Name": "Ada Fernsby"}, bare]})
    left = checked(own, more, against=tmp_path / "before.json").findings
    assert [finding.where for finding in left if finding.key == "cell-empty"] == ["'People and posts'!C3"]


def test_what_is_wrong_says_which_good_rows_fall_with_it(own: Project, tmp_path: Path) -> None:
    wrong = {**JUDGEMENT, "Grade": "Godo"}
    rows = {**GOOD, "Sources": [{**SOURCE, "Published": "31/02/2024"}], "Judgements": [wrong, LEADERSHIP]}
    found = checked(own, workbook(tmp_path / "new.xlsx", rows)).findings
    told = [finding.message.partition(" day: ")[2] for finding in found if finding.where == "Sources!C2"]
    fallen = (
        "Inspections, row 2; Judgements, row 3; Findings, row 2; 'People and posts', row 2; Claims, row 2; and 2 more"
    )
    assert told == [f"February 2024 has 29 days. 7 rows rest on it and are not loaded without it: {fallen}."]
    assert not any("rest on it" in finding.message for finding in found if finding.where == "Judgements!C2")


def test_what_falls_with_an_inspection_does_not_depend_on_the_order_of_files(own: Project, tmp_path: Path) -> None:
    late = {**INSPECTION, "First day": "01/02/2024", "Last day": "02/02/2024", "Inspectorates": "CSCI"}
    unknown = {**INSPECTION, "Council": "Northmare Council"}
    files = [tmp_path / f"{part}.csv" for part in ("judgements", "inspections")]
    for wrong, order in ((late, files), (unknown, files[::-1]), (unknown, files)):
        for file, given in zip(files, (JUDGEMENT, wrong), strict=True):
            file.write_text(separated(file.stem, [given]), encoding="utf-8")
        (grave,) = (found for found in checked(own, *order).findings if found.severity == "violation")
        assert grave.message.endswith(" 1 row rests on it and is not loaded without it: judgements.csv:2.")
    assert take(own.store, files).rows == 0


def test_standard_input_is_read_as_what_it_is(own: Project, tmp_path: Path) -> None:
    wrong = separated("judgements", [{**JUDGEMENT, **PROOF, "Inspection": "x"}])
    report = checked(own, STANDARD_INPUT, typed=wrong.encode)
    assert [f.where for f in report.findings if f.severity == "violation"] == ["stdin.csv:2, column “Inspection”"]
    book = workbook(tmp_path / "new.xlsx", GOOD).read_bytes()
    assert checked(own, STANDARD_INPUT, typed=lambda: book).findings == []
    triple = "<urn:j> a <https://w3id.org/councilgraph/ontology#Judgement> ."
    assert {f.where for f in checked(None, STANDARD_INPUT, typed=triple.encode).findings} == {"stdin.trig:1"}
    node = '{"@id": "urn:j",\n"@type": "https://w3id.org/councilgraph/ontology#Judgement"}'
    assert {f.where for f in checked(None, STANDARD_INPUT, typed=node.encode).findings} == {"stdin.jsonld:2"}
    with pytest.raises(InputError, match="nothing on standard input"):
        checked(own, STANDARD_INPUT)


def test_what_rdf_says_is_checked_beside_rows_as_it_is_alone(own: Project, tmp_path: Path) -> None:
    note, book = tmp_path / "note.ttl", workbook(tmp_path / "new.xlsx", GOOD)
    grade = "<https://w3id.org/councilgraph/ontology#grade>"
    note.write_text(
        f'<urn:j> a <https://w3id.org/councilgraph/ontology#Judgement> ; {grade} "Godo" .', encoding="utf-8"
    )
    alone, beside = checked(own, note), checked(own, note, book)
    assert [one for one in alone.findings if not one.where]
    assert list(beside.findings) == list(alone.findings)


def test_files_of_one_name_are_refused(own: Project, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    files = [workbook(folder / "new.xlsx", GOOD) for folder in (tmp_path, tmp_path / "a")]
    with pytest.raises(UsageError, match=r"two files are called new\.xlsx"):
        take(own.store, files)


def test_rows_of_which_nothing_would_come_are_left_out(own: Project, tmp_path: Path) -> None:
    nobody = {**GOOD["People and posts"][0], "Organisation": None}
    file = workbook(tmp_path / "new.xlsx", {**GOOD, "People and posts": [nobody]})
    taken = take(own.store, [file])
    assert (taken.rows, taken.left) == (7, 1)
    wrong = [finding.where for finding in taken.report.findings if finding.severity == "violation"]
    assert wrong == ["'People and posts'!D2"]
