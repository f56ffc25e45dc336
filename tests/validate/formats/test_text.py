"""A report at a terminal."""

from dataclasses import replace

from councilgraph.validate import Report

from .samples import FINDING, many, written


def test_a_report_for_people() -> None:
    report = Report.of([FINDING], rules=7, triples=1234, untargeted=["Lonely"])
    assert report.text().splitlines() == [
        "The data do NOT conform: 1 violation (7 rules, 1,234 triples)",
        "",
        "VIOLATION · A span is on a page · 1 time",
        "  Why: People open documents at a page.",
        "  To mend: Count from 1.",
        "  Rule: page",
        "",
        "  page 0",
        "    The page is below 1.",
        "    page: 0, at least 1 is asked",
        "    Did you mean 1?",
        "    said in: A report, page 4",
        "    <https://example.org/span>",
        "",
        "Shapes without targets, which can never find anything: Lonely",
    ]


def test_nothing_found_is_said_in_a_line() -> None:
    assert Report.of([], rules=7, triples=12).text() == "The data conform: nothing found (7 rules, 12 triples)"


def test_a_place_in_a_file_is_told() -> None:
    assert "\n  new.ttl:12 · page 0\n" in written(Report.of([replace(FINDING, where="new.ttl:12")]), "text")
    cell = replace(FINDING, focus="Judgements!C14", focus_label="Judgements!C14", where="Judgements!C14")
    assert written(Report.of([cell]), "text").count("Judgements!C14") == 1


def test_a_value_may_be_empty_or_not_there() -> None:
    assert "\n    page: “”, at least 1 is asked\n" in written(Report.of([replace(FINDING, value="")]), "text")
    none = replace(FINDING, value=None, problem="none")
    assert "\n    page: none\n" in written(Report.of([none]), "text")
    several = replace(FINDING, value=None, given="1; 2", problem="2 where at most 1 is asked")
    assert "\n    page: 1; 2, 2 where at most 1 is asked\n" in written(Report.of([several]), "text")


def test_an_iri_that_is_its_own_label_is_told_once() -> None:
    bare = replace(FINDING, focus="urn:x", focus_label="<urn:x>")
    assert written(Report.of([bare]), "text").count("urn:x") == 1


def test_rules_that_find_more_come_first() -> None:
    report = Report.of([*many(2).findings, replace(FINDING, severity="warning")])
    heads = [line for line in written(report, "text").splitlines() if line.startswith("WARNING")]
    assert heads == ["WARNING · R · 2 times", "WARNING · A span is on a page · 1 time"]


def test_a_long_value_is_cut() -> None:
    for size, shown in ((80, "x" * 80), (81, "x" * 80 + "…")):
        text = written(Report.of([replace(FINDING, value="x" * size)]), "text")
        assert f"\n    page: {shown}, at least 1 is asked\n" in text
