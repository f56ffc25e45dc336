"""Sections of a body."""

from councilgraph.extract.grades import scale
from councilgraph.extract.reports.areas import areas
from councilgraph.extract.reports.headings import read_headings
from councilgraph.extract.reports.sections import CONTENTS, Body, read_body

from ..northmere import reading

TITLES = {
    CONTENTS: ["Contents"],
    "summary": ["Executive summary", "Key boats …"],
    "improvement": ["What needs to improve", "Recommendations"],
    "board": ["The Local Safeguarding Children Board"],
}


def body(*rows: str) -> Body:
    found = reading(*rows)
    headings = read_headings(found, areas("sif"), scale("social-care"), ["is"], 0, len(found.lines))
    return read_body(found, TITLES, 0, headings, "narrative")


def sections(*rows: str) -> list[tuple[str, int, int, int]]:
    return [(one.kind, one.first, one.text, one.last) for one in body(*rows).sections]


def test_a_section_ends_where_the_next_begins() -> None:
    rows = ["Executive summary", "The boats are old.", "Recommendations:", "1. Buy boats.", "2. Paint them."]
    assert sections(*rows) == [("summary", 0, 1, 2), ("improvement", 2, 3, 5)]


def test_headings_wrap_go_on_and_may_have_marks() -> None:
    assert sections("What needs to", "improve?", "1. Boats.") == [("improvement", 0, 2, 3)]
    assert sections("Key boats of the harbour", "The Heron.") == [("summary", 0, 1, 2)]
    assert sections("Recommendations12", "1. Boats.") == [("improvement", 0, 1, 2)]


def test_what_only_looks_like_a_heading_is_none() -> None:
    assert sections("Recommendations were few.", "executive summary", "Recommendations", "of last year are done.") == []


def test_a_table_of_contents_is_no_section() -> None:
    rows = [
        "Contents",
        "Executive summary 3",
        "Recommendations",
        "4",
        "Boats 9",
        "The harbour is full.",
        "Recommendations",
    ]
    assert sections(*rows) == [("contents", 0, 0, 5), ("narrative", 5, 5, 6), ("improvement", 6, 7, 7)]


def test_a_table_of_contents_may_end_the_text() -> None:
    assert sections("The harbour is full.", "Contents") == [("contents", 1, 1, 2)]


def test_headings_of_areas_begin_sections_with_a_service() -> None:
    found = body("Adoption performance is good", "1. Adopters are found.", "Recommendations", "2. Find more.")
    assert [(one.kind, one.service) for one in found.sections] == [("narrative", "adoption"), ("improvement", None)]
    assert [heading.label for heading in found.headings] == ["Adoption performance"]


def test_an_area_without_a_grade_within_a_list_heads_a_group_of_points() -> None:
    found = body("Recommendations", "Adoption performance", "1. Find adopters.", "2. Thank them.")
    assert [one.kind for one in found.sections] == ["improvement"]
    assert found.headings == ()


def test_lines_by_kind_and_of_headings() -> None:
    found = body("Executive summary", "Boats.", "Recommendations", "1. Buy boats.")
    assert found.lines("improvement") == {2, 3}
    assert found.lines("summary", "improvement") == {0, 1, 2, 3}
    assert found.heading_lines == {0, 2}
