"""A report in Markdown."""

from dataclasses import replace

from councilgraph.validate import Report

from .samples import FINDING, written


def test_a_table_of_rules_and_a_section_a_rule() -> None:
    lines = written(Report.of([FINDING]), "markdown").splitlines()
    assert lines[0] == "# Validation report"
    assert "| violation | A span is on a page | 1 |" in lines
    assert "## A span is on a page" in lines
    assert "- To mend: Count from 1." in lines
    row = "| page 0 | The page is below 1. Did you mean 1? | page: 0, at least 1 is asked | A report, page 4 |"
    assert row in lines


def test_signs_of_markdown_in_the_data_mean_nothing() -> None:
    odd = replace(FINDING, focus_label="a | b\n*c* <d>", where="x_y.ttl:1")
    assert r"| a \| b \*c\* \<d\> | " in written(Report.of([odd]), "markdown")
