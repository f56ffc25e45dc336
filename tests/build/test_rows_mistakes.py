"""A workbook and a file of RDF in which more than thirty kinds of mistakes were planted: each is found in its place."""

import re
from pathlib import Path

import pytest

from councilgraph.build.checking import validate
from councilgraph.build.project import Project
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store import open_store
from councilgraph.validate import Report
from tables.workbooks import GOOD, INSPECTION, JUDGEMENT, LEADERSHIP, PROOF, SOURCE, workbook

JARGON = re.compile(
    r"\bsh:|SHACL|\bxsd:|w3\.org|Constraint|minCount|maxCount|focus node|\bliterals?\b|Traceback|\bNone\b"
)
NEWS = {"Title": "Northmere news", "Publisher": "The Northmere Lantern", "Published": "2024"}
NORTHMERE = INSPECTION["Council"]
CLAIM = GOOD["Claims"][0]
FIGURE = GOOD["Statistics"][0]
STEP = GOOD["Interventions"][0]

# Sheet, row, where the mistake is, and words of what has to be said of it.
PLANTED: list[tuple[str, dict[str, object], str, str]] = [
    ("Sources", SOURCE, "", ""),
    ("Sources", {**NEWS, "Title": "One", "Published": "31/02/2024"}, "C", "February 2024 has 29 days"),
    ("Sources", {**NEWS, "Title": "Two", "Web address": "www.example.org"}, "D", "no web address"),
    ("Sources", {**NEWS, "Title": "Three", "Kind of document": "Inspection raport"}, "F", "Did you mean “Inspection report”?"),
    ("Sources", SOURCE, "A", "stands at Sources!A2 already"),
    ("Sources", {"Title": "Four", "Published": "2024"}, "B", "publisher"),
    ("Inspections", INSPECTION, "", ""),
    ("Inspections", {**INSPECTION, "Reference": "a", "Council": "Nothmere County Council"}, "B", "Did you mean “Northmere County Council”"),
    ("Inspections", {**INSPECTION, "Reference": "b", "Framework": "ILAC"}, "C", "Did you mean “ILACS”?"),
    ("Inspections", {**INSPECTION, "Reference": "c", "First day": "05/13/2024"}, "E", "Did you mean 13/05/2024?"),
    ("Inspections", {**INSPECTION, "Reference": "d", "Last day": "12/05/2024"}, "F", "comes before the first"),
    ("Inspections", {**INSPECTION, "Reference": "e", "First day": None, "Last day": None}, "E", "Neither “First day” nor “Published”"),
    ("Inspections", {**INSPECTION, "First day": "01/07/2025", "Last day": "02/07/2025"}, "A", "“n24” stands at Inspections!A2 already"),
    ("Inspections", {**INSPECTION, "Reference": "f", "Inspectorates": "Offsted"}, "H", "no inspectorate"),
    ("Inspections", {**INSPECTION, "Reference": "g", "Council": "Bedfordshire County Council"}, "B", "to 2009-03-31, and the day is 2024-05-13"),
    ("Inspections", {**INSPECTION, "Reference": "h", "Council": "Eastvale", "First day": "2015", "Last day": "2015"}, "C", "before its framework version was in use"),
    ("Inspections", {**INSPECTION, "Reference": "i", "First day": 45425}, "E", "13/05/2024. Did you mean that?"),
    ("Inspections", {**INSPECTION, "Reference": None}, "A", "is empty"),
    ("Judgements", JUDGEMENT, "", ""),
    ("Judgements", {**JUDGEMENT, "Inspection": "northmere-ilacs-2022-5"}, "A", "Did you mean “northmere-ilacs-2022-05”?"),
    ("Judgements", {**JUDGEMENT, "Area": "Overall efectiveness"}, "B", "Did you mean “Overall effectiveness”?"),
    ("Judgements", {**JUDGEMENT, "Area": "Adoption"}, "B", "is no area of ILACS. There are Overall"),
    ("Judgements", {**JUDGEMENT, "Grade": "Satisfactory"}, "C", "is no grade of ILACS. There are Outstanding, Good"),
    ("Judgements", {**JUDGEMENT, "Grade": None}, "C", "“Grade” is empty"),
    ("Judgements", {**JUDGEMENT, "Number": 7}, "D", "1 to 4"),
    ("Judgements", {**JUDGEMENT, "Source": "Inspection of Northmeer"}, "E", "Did you mean “Inspection of Northmere”?"),
    ("Judgements", {**LEADERSHIP, "Page": "seven"}, "F", "no number of a page"),
    ("Judgements", {**LEADERSHIP, "Page": 0}, "F", "no page 0"),
    ("Judgements", {**LEADERSHIP, "Words": "  "}, "G", "“Words” is empty"),
    ("Judgements", {**LEADERSHIP, "Words": "good " * 200}, "G", "700 at most"),
    ("Judgements", {**JUDGEMENT, "Grade": "Inadequate"}, "C", "gives this area “Good” at Judgements!C2"),
    ("Judgements", {**LEADERSHIP, "Grade": "#REF!"}, "C", "error of its formula"),
    ("Judgements", {**LEADERSHIP, "Words": "=A1&A2"}, "G", "formula without a result"),
    ("Judgements", JUDGEMENT, "row", "says what Judgements, row 2 says"),
    ("Findings", {**GOOD["Findings"][0], "Type": "Week point"}, "B", "none of the values of “Type”"),
    ("Findings", {**GOOD["Findings"][0], "Source": "Four"}, "", ""),
    ("People and posts", {**GOOD["People and posts"][0], "Interim": "perhaps"}, "G", "neither yes nor no"),
    ("People and posts", {"Kind of post": "Director", **PROOF, "Words": "the director"}, "A", "Neither “Name” nor “Post”"),
    ("People and posts", {**GOOD["People and posts"][0], "Organisation": None}, "D", "not known where the post is"),
    ("Claims", {**CLAIM, "Comparison": "better than"}, "G", "no comparison"),
    ("Claims", {**CLAIM, "Grade claimed": "Goood"}, "F", "Did you mean “Good”?"),
    ("Claims", {**CLAIM, "Period": "soon"}, "I", "“soon” is no date"),
    ("Claims", {**CLAIM, "Period": "2014 to 2011"}, "I", "ends before it begins"),
    ("Statistics", {**FIGURE, "Value": "£5m"}, "D", "Did you mean 5000000?"),
    ("Statistics", {**FIGURE, "Value": "12,5"}, "D", "Did you mean 12.5?"),
    ("Statistics", {**FIGURE, "Council": None}, "A", "Neither “Council” nor “Place”"),
    ("Statistics", {**FIGURE, "Measure": "Childrn in care"}, "C", "Did you mean “Children in care”?"),
    ("Statistics", {**FIGURE, "Councils listed": "Eastvale; Nowhere"}, "J", "“Nowhere” is no name in the register"),
    ("Interventions", {**STEP, "Amount": -5}, "E", "below zero"),
    ("Interventions", {**STEP, "Stage": "Announcd"}, "D", "Did you mean “Announced”?"),
    ("Interventions", {**STEP, "Date": "March 2021"}, "G", "before the inspection"),
]  # fmt: skip


def placed() -> dict[str, tuple[str, str]]:
    """The words that have to be said at each place."""
    rows: dict[str, int] = {}
    found = {}
    for number, (sheet, _, column, words) in enumerate(PLANTED):
        rows[sheet] = rows.get(sheet, 1) + 1
        name = sheet if " " not in sheet else f"'{sheet}'"
        if column:
            place = f"{name}, row {rows[sheet]}" if column == "row" else f"{name}!{column}{rows[sheet]}"
            found[f"{number} {words}"] = (place, words)
    return found


@pytest.fixture(scope="module")
def report(demo: Project, tmp_path_factory: pytest.TempPathFactory) -> Report:
    rows: dict[str, list[dict[str, object]]] = {}
    for sheet, row, _, _ in PLANTED:
        rows.setdefault(sheet, []).append(row)
    file = workbook(tmp_path_factory.mktemp("rows") / "new.xlsx", rows)
    with open_store(demo.store) as store:
        return validate(store, [file])


@pytest.mark.parametrize(("place", "words"), placed().values(), ids=placed().keys())
def test_each_mistake_in_a_workbook_is_found_in_its_cell(report: Report, place: str, words: str) -> None:
    said = [finding.message + f" ({finding.rule_label})" for finding in report.findings if finding.where == place]
    assert any(words in message for message in said), said


def test_nothing_else_is_found_and_all_is_said_in_plain_english(report: Report) -> None:
    places = {place for place, _ in placed().values()}
    others = [(f.where, f.message) for f in report.findings if f.where not in places]
    assert [other for other in others if "is empty" not in other[1]] == []
    assert len({finding.rule for finding in report.findings}) >= 25
    for finding in report.findings:
        assert not JARGON.search(f"{finding.rule_label} {finding.message} {finding.mend}"), finding
        assert finding.message.endswith((".", "?")) and finding.mend
    assert not report.conforms


# A line each mistake; what follows “#!” is the rule that it breaks.
PLANTED_RDF = """\
@prefix : <https://example.org/mine/> .
@prefix area: <https://w3id.org/councilgraph/vocab/judgement-area/> .
@prefix council: <https://w3id.org/councilgraph/id/council/> .
@prefix inspection: <https://w3id.org/councilgraph/id/inspection/> .
@prefix kind: <https://w3id.org/councilgraph/vocab/inspection-kind/> .
@prefix grade: <https://w3id.org/councilgraph/vocab/social-care-scale/> .
@prefix version: <https://w3id.org/councilgraph/vocab/framework-version/> .

:j1 a cg:Judgement ; rdfs:label "One" ; #! judgement-has-one-inspection
  cg:area area:ilacs-overall ;
  cg:council council:eastvale ;
  cg:grade grade:good ;
  cg:band 4 . #! judgement-band-is-that-of-grade
:j2 a cg:Judgement ; rdfs:label "Two" ; #! judgement-has-one-grade
  cg:inspection inspection:eastvale-ilacs-2024-06 ;
  cg:council council:northmere ; #! assertion-council-is-that-of-inspection
  cg:area area:ilacs-ovrall ; #! every-node-is-described
  cg:band 9 . #! band-is-one-to-four
:j3 a cg:Judgement ; #! every-node-has-one-label
  cg:inspection inspection:eastvale-ilacs-2024-06 ;
  cg:area area:sif-adoption ; #! judgement-area-in-version
  cg:council council:eastvale ;
  cg:grade <https://w3id.org/councilgraph/vocab/apa-scale/adequate> . #! judgement-grade-in-scale
:j4 a cg:Judgement ; rdfs:label "Four"@en ; #! every-node-has-one-label
  cg:inspection inspection:eastvale-ilacs-2024-06 ;
  cg:area area:ilacs-leaders , area:ilacs-overall ; #! judgement-has-one-area
  cg:grade grade:good , grade:inadequate . #! judgement-has-one-grade

:i1 a cg:Inspection ; rdfs:label "Inspection one" ; #! inspection-has-one-kind
  cg:framework version:ilacs-2018 , version:sif-2013 ; #! inspection-has-one-framework
  cg:conductedBy <https://w3id.org/councilgraph/id/organisation/ofsted> ;
  cg:council council:eastvale ;
  cg:inspectedBody council:eastvale ;
  cg:earliestStart "2024-06-20"^^xsd:date ; #! start-before-end
  cg:date "2024-06-21"^^xsd:date ; #! date-is-earliest-start
  cg:latestStart "2024-06-20"^^xsd:date ;
  cg:earliestEnd "2024-06-10"^^xsd:date ;
  cg:latestEnd "2024-06-10"^^xsd:date .
:i2 a cg:Inspection ; rdfs:label "Inspection two" ; #! inspection-has-council
  cg:inspectionKind kind:ilacs ;
  cg:framework version:ilacs-2023 ;
  cg:earliestStart "2024-06-20"^^xsd:date ; #! start-bounds-in-order
  cg:latestStart "2024-06-10"^^xsd:date .
:i3 a cg:Inspection ; rdfs:label "Inspection three" ; #! inspection-has-inspected-body inspection-has-conductor
  cg:council council:eastvale ;
  cg:inspectionKind kind:ilacs ;
  cg:framework version:ilacs-2018 ;
  cg:earliestEnd "2020-06-20"^^xsd:date ; #! end-bounds-in-order
  cg:latestEnd "2020-06-10"^^xsd:date .

:f1 a cg:Finding ; rdfs:label "Finding" ; #! finding-has-one-type
  cg:council council:eastvale . #
:f2 a cg:Finding ; rdfs:label "Finding two" ; #! finding-has-one-inspection
  cg:findingType <https://w3id.org/councilgraph/vocab/finding-type/strength> .

:s1 a cg:EvidenceSpan ; rdfs:label "Span" ; #! span-in-one-version
  cg:startOffset 20 ; #! span-starts-before-end
  cg:endOffset 10 ;
  cg:page 0 ; #! span-has-page
  cg:quoteHash "abc" . #! span-has-hash
:v1 a cg:DocumentVersion ; rdfs:label "Version" ; #! version-has-document
  cg:sha256 "12" ; #! version-has-file-hash
  cg:textSha256 "34" . #! version-has-text-hash

:c1 a cg:Claim ; rdfs:label "Claim" ; #! claim-has-one-claimant
  cg:council council:eastvale .
:n1 a cg:Statistic ; rdfs:label "Figure" ; #! statistic-has-one-measure
  cg:council council:eastvale ;
  cg:value "many" . #! statistic-has-one-value
:x1 a cg:Intervention ; rdfs:label "Step" ; #! intervention-has-kind
  cg:amount -5 ; #! amount-is-not-negative
  cg:council council:eastvale .
:p1 a cg:Tenure ; rdfs:label "Tenure" ; #! tenure-has-one-post
  cg:earliestStart "2024-06-20"^^xsd:date ; #! tenure-start-bounds-in-order
  cg:latestStart "2024-06-10"^^xsd:date .
[] a cg:Finding ; rdfs:label "Nameless" ; #! finding-has-one-type
  cg:council council:eastvale .
"""


def test_each_mistake_in_a_file_of_rdf_is_found_on_its_line(demo: Project, tmp_path: Path) -> None:
    head = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())
    text = head + PLANTED_RDF
    file = tmp_path / "mine.ttl"
    file.write_text(text, encoding="utf-8")
    planted = {
        (f"{file}:{number}", rule)
        for number, line in enumerate(text.splitlines(), 1)
        for rule in line.partition("#! ")[2].split()
    }
    assert len(planted) >= 30 and len({rule for _, rule in planted}) >= 30
    with open_store(demo.store) as store:
        report = validate(store, [file])
    found = {(finding.where, finding.rule.removeprefix(f"{BASE}shape/")) for finding in report.findings}
    assert planted - found == set()
    assert all(finding.where for finding in report.findings)
