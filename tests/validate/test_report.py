"""A verdict as values: what it counts, how it is grouped, and that it survives the way to another process."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.validate import Finding, Report
from councilgraph.validate.findings import SEVERITIES

SPAN = Finding("urn:rule/span", "A span has a page", "violation", "urn:a", "page ?", "cg:page", "0", "It has none.")
LABEL = Finding("urn:rule/label", "Every node has a label", "warning", "urn:b", "urn:b", document="A report", page=3)

_words = st.text(max_size=4)
findings = st.builds(
    Finding,
    rule=st.sampled_from(["urn:rule/a", "urn:rule/b"]),
    rule_label=st.sampled_from(["A", "B"]),
    severity=st.sampled_from(SEVERITIES),
    focus=_words,
    focus_label=_words,
    path=st.none() | _words,
    value=st.none() | _words,
    message=_words,
    page=st.none() | st.integers(1, 9),
)
reports = st.builds(
    Report.of,
    st.lists(findings),
    rules=st.integers(0),
    triples=st.integers(0),
    idle=st.lists(_words),
    known=st.none() | st.integers(0),
)


def test_only_violations_make_data_not_conform() -> None:
    assert Report.of([]).conforms
    assert Report.of([LABEL, replace(LABEL, severity="info")]).conforms
    assert not Report.of([LABEL, SPAN]).conforms


def test_a_level_takes_in_what_is_graver() -> None:
    report = Report.of([LABEL])
    assert (report.fails("violation"), report.fails("warning"), report.fails("info")) == (False, True, True)


def test_the_gravest_comes_first_then_the_most_frequent() -> None:
    twice = [replace(LABEL, focus="urn:c"), LABEL]
    info = replace(SPAN, severity="info", rule_label="A span is long")
    report = Report.of([*twice, info, SPAN, SPAN])
    assert [(f.severity, f.focus) for f in report.findings] == [
        ("violation", "urn:a"),
        ("warning", "urn:b"),
        ("warning", "urn:c"),
        ("info", "urn:a"),
    ]
    groups = [(group.first.rule_label, group.count) for group in report.groups]
    assert groups == [("A span has a page", 1), ("Every node has a label", 2), ("A span is long", 1)]


def test_a_summary_counts_by_severity_and_by_rule() -> None:
    assert Report.of([SPAN, LABEL]).summary() == {
        "conforms": False,
        "severities": {"violation": 1, "warning": 1, "info": 0},
        "rules": {"A span has a page": 1, "Every node has a label": 1},
    }


@given(reports)
def test_a_report_comes_back_whole_from_json(report: Report) -> None:
    assert Report.from_dict(json.loads(json.dumps(report.to_dict()))) == report
    assert Report.from_lines(list(report.lines())) == report


@given(reports)
def test_counts_agree(report: Report) -> None:
    assert sum(report.severities.values()) == len(report.findings) == sum(map(len, report.groups))
    assert report.conforms == (report.severities["violation"] == 0)
