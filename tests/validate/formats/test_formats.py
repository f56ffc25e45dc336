"""Formats as such."""

import re
from dataclasses import replace

import pytest

from councilgraph.errors import UsageError
from councilgraph.validate import Report
from councilgraph.validate.formats import FORMATS, SUFFIXES

from .samples import FINDING, many, written


def test_each_suffix_has_a_format() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="no format “xml”"):
        written(many(1), "xml")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_ends_its_last_line(format: str) -> None:
    for report in (Report.of([]), Report.of([FINDING], untargeted=["Lonely"])):
        text = written(report, format)
        assert text.endswith("\n") and not text.endswith("\n\n")


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
@pytest.mark.parametrize(("limit", "shown"), [(1, 1), (3, 3), (5, 5), (0, 5)])
def test_examples_are_cut_and_the_rest_counted(format: str, limit: int, shown: int) -> None:
    text = written(many(5), format, limit)
    assert sum(f"node {n}" in text for n in range(5)) == shown
    assert (f"… and {5 - shown} " in text) == (shown < 5)


@pytest.mark.parametrize("format", ["json", "csv"])
def test_formats_for_programs_hold_all_findings(format: str) -> None:
    assert all(f"node {n}" in written(many(50), format, 1) for n in range(50))


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_what_became_of_an_earlier_report_is_said(format: str) -> None:
    fresh = written(Report.of([FINDING], known=4, mended=1), format)
    assert "New since the earlier report" in fresh
    assert "Of its findings 4 are still there and 1 mended." in fresh
    assert "Nothing new since the earlier report" in written(Report.of([], known=1), format)
    assert "earlier report" not in written(Report.of([FINDING]), format)


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_values_command_no_terminal_and_turn_no_line_round(format: str) -> None:
    sly = "a\x1b[31mred\x07 \u202egnorw\u2028b"
    finding = replace(FINDING, focus_label=sly, value=sly, message=sly, suggestion=sly, document=sly, where=sly)
    text = written(Report.of([finding]), format)
    assert not set(text) & set("\x1b\x07\u202e\u2028")
    assert "\\x1b" in text and "\\u202e" in text


@pytest.mark.parametrize("format", FORMATS)
def test_people_are_shown_the_beginning_of_a_long_value_and_programs_all_of_it(format: str) -> None:
    long = "abc " * 2_500 + "end"
    quoted = {"message": f"“{long}” is no grade, nor is “{long[:4_000]}”.", "problem": None, "suggestion": long}
    text = written(Report.of([replace(FINDING, value=long, focus_label=long, **quoted)]), format)
    shown = max(map(len, re.findall(r"(?:abc )+(?:end)?", text)), default=0)
    if format in ("json", "csv"):
        assert shown == len(long)
    elif format != "ttl":
        assert 0 < shown <= 200
        assert re.search(r"[“>: ](?:abc ){19}abc…", text)


def test_an_iri_is_no_use_without_its_end() -> None:
    iri = f"https://example.org/{'a' * 120}"
    assert iri in written(Report.of([replace(FINDING, value=f"<{iri}>", value_iri=iri)]), "text")
