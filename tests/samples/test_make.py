"""The fictional reports that ship."""

import tomllib
from pathlib import Path

import pytest

from councilgraph import api, resources
from councilgraph.model import Record
from councilgraph.samples.make import NOTICE, make_all, wrapped

SOURCES = sorted((resources.samples() / "sources").glob("*.toml"))
DOCUMENTS = resources.samples() / "documents"


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """What each sample says, by its name."""
    return {record.document.id: record for record in api.extract([DOCUMENTS], workers=1)}


def test_the_files_are_made_from_the_sources_and_nothing_else(tmp_path: Path) -> None:
    """To the byte, so that a change of either shows."""
    made = make_all(tmp_path / "made")
    assert [file.stem for file in made] == [source.stem for source in SOURCES]
    names = sorted(file.name for file in DOCUMENTS.iterdir())
    assert names == sorted([*(file.name for file in made), "manifest.csv"])
    for name in names:
        assert (tmp_path / "made" / name).read_bytes() == (DOCUMENTS / name).read_bytes(), name


def test_all_layouts_are_there() -> None:
    assert {tomllib.loads(source.read_text(encoding="utf-8"))["layout"] for source in SOURCES} == {
        "2018",
        "2021",
        "2023",
        "2026",
    }


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_sample_is_read_as_its_source_has_it(source: Path, records: dict[str, Record]) -> None:
    words = tomllib.loads(source.read_text(encoding="utf-8"))
    record = records[source.stem]
    assert record.problems == []
    assert {(j.area, j.grade) for j in record.judgements} == {tuple(row) for row in words["grades"]}
    points = [f for f in record.findings if f.type == "area-for-improvement"]
    assert [" ".join(" ".join(span.quote for span in point.evidence).split()) for point in points] == words["improve"]
    paragraphs = sum(len(section["paragraphs"]) for section in words["sections"])
    assert len([f for f in record.findings if f.type == "narrative"]) == paragraphs
    (inspection, *_) = record.inspections
    assert [lead.split(",")[0] for lead in words["leads"]] == inspection.lead_inspectors
    assert inspection.date_words == words["dates"]


def test_reports_from_april_2026_have_no_overall_grade(records: dict[str, Record]) -> None:
    overall = {
        name: [j for j in record.judgements if j.area_concept == "ilacs-overall"] for name, record in records.items()
    }
    assert [name for name, judgements in overall.items() if not judgements] == ["northmere-2026"]


def test_every_page_says_that_it_is_fiction(records: dict[str, Record]) -> None:
    for record in records.values():
        pages = (record.document.text or "").split("\f")
        assert len(pages) == record.document.pages and len(pages) > 2
        assert all(NOTICE in page for page in pages)


def test_a_paragraph_is_wrapped_within_its_width_and_keeps_its_words() -> None:
    words = "A paragraph of several words, one of them alonglongword, set in a narrow column."
    lines = list(wrapped(words, 60))
    assert " ".join(lines) == words
    assert len(lines) > 5
