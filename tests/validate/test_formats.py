"""Reports on paper."""

import json
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from councilgraph.store import EmbeddedStore
from councilgraph.validate import Finding, Report, validate
from councilgraph.validate.formats import FORMATS, SUFFIXES, as_json, as_text, as_turtle

FINDING = Finding(
    rule="urn:rule",
    rule_label="A span is on a page",
    severity="violation",
    focus="https://example.org/span",
    focus_label="page 0",
    path="cg:page",
    value="0",
    message="The page is below 1.",
    mend="Count from 1.",
    document="A report",
    page=4,
)


def test_a_report_for_people() -> None:
    report = Report([FINDING], rules=7, triples=1234, untargeted=["Lonely"])
    assert as_text(report).splitlines() == [
        "The data do NOT conform: 1 violation (7 rules, 1,234 triples)",
        "",
        "VIOLATION · A span is on a page · 1 time",
        "  page 0",
        "    The page is below 1.",
        "    value: 0 at cg:page",
        "    said in: A report, page 4",
        "    <https://example.org/span>",
        "  To mend: Count from 1.",
        "",
        "Shapes without targets, which can never find anything: Lonely",
    ]


def test_nothing_found_is_said_in_a_line() -> None:
    assert as_text(Report([], rules=7, triples=12)) == "The data conform: nothing found (7 rules, 12 triples)"


@pytest.mark.parametrize(("limit", "shown"), [(1, 1), (3, 3), (5, 5), (0, 5)])
def test_examples_are_cut_and_the_rest_counted(limit: int, shown: int) -> None:
    findings = [Finding("urn:r", "R", "warning", f"urn:{n}", f"node {n}") for n in range(5)]
    text = as_text(Report(findings), limit)
    assert text.startswith("The data conform: 5 warnings")
    assert text.count("  node ") == shown
    assert (f"… and {5 - shown} more (--limit 0 shows all)" in text) == (shown < 5)


def test_json_is_the_whole_report() -> None:
    report = Report([FINDING], rules=7, triples=1234, idle=["Asleep"])
    assert Report.from_dict(json.loads(as_json(report, limit=1))) == report


def test_turtle_is_the_report_of_the_specification(graph: EmbeddedStore, tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("<urn:mine> a <https://w3id.org/councilgraph/ontology#Council> .")
    report = validate(graph, [file])
    found = Graph().parse(data=as_turtle(report), format="turtle")
    (whole,) = found.subjects(RDF.type, SH.ValidationReport)
    assert found.value(whole, SH.conforms) == Literal(False)
    assert len(list(found.objects(whole, SH.result))) == len(report.findings) == 1
    assert set(found.objects(None, SH.focusNode)) == {URIRef("urn:mine")}


def test_turtle_conforms_where_only_warnings_are_left() -> None:
    """Told from what the report holds once findings about the context are out."""
    found = Graph().parse(data=as_turtle(validate()), format="turtle")
    assert list(found.objects(None, SH.conforms)) == [Literal(True)]


def test_each_suffix_has_a_format() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)
