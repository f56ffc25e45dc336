"""From a thing back to the words that prove it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from councilgraph.model import Evidence, Record
from councilgraph.query.explanation import CONTEXT, explain
from councilgraph.query.things import short
from councilgraph.rdf import BASE
from councilgraph.store import EmbeddedStore, open_store, write_store
from councilgraph.store.words import travelling
from reports import LEADERS, OVERALL, report, store

INSPECTION = f"{BASE}id/inspection/northmere-ilacs-2024-05"
OVERALL_GOOD = f"{BASE}id/judgement/northmere-ilacs-2024-05-ilacs-overall-good"

LONG = " ".join(f"word{number}" for number in range(100))


@pytest.fixture(scope="module")
def record() -> Record:
    return report(findings=[("narrative", LONG), ("narrative", "The words\nthemselves."), ("narrative", LONG)])


@pytest.fixture(scope="module")
def small(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    with open_store(store(tmp_path_factory.mktemp("store"), record)) as graph:
        yield graph


def finding(small: EmbeddedStore, words: str) -> str:
    (row,) = small.query(f'SELECT ?f {{ ?f a cg:Finding ; cg:evidence/cg:quote "{words}" }}')
    return str(row["f"].value)


def text_of(record: Record):
    return {record.document.text_sha256: record.document.text}.get


def test_a_judgement_is_told_in_labels(small: EmbeddedStore) -> None:
    found = explain(small, OVERALL_GOOD)
    assert found.label == f"Northmere County Council, ILACS, May 2024: {OVERALL}: Good"
    assert found.kinds == ["Judgement"]
    assert found.facts == [
        ("cg:area", OVERALL),
        ("cg:band", "3"),
        ("cg:council", "Northmere County Council"),
        ("cg:grade", "Good"),
        ("cg:inspection", "Northmere County Council, ILACS, May 2024"),
    ]


def test_its_words_come_with_document_page_and_offsets(small: EmbeddedStore, record: Record) -> None:
    (place,) = explain(small, OVERALL_GOOD).places
    assert (place.title, place.publisher, place.published) == ("Inspection of Northmere", "Ofsted", "1 July 2024")
    assert (place.page, place.quote, place.proves) == (2, f"{OVERALL}: Good", ("grade",))
    assert (record.document.text or "")[place.start : place.end] == place.quote


def test_without_the_text_the_quotation_stands_alone(small: EmbeddedStore) -> None:
    (place,) = explain(small, OVERALL_GOOD, lambda sha256: None).places
    assert (place.before, place.quote, place.after) == (None, f"{OVERALL}: Good", None)


def test_a_text_that_is_too_short_is_not_that_of_the_words(small: EmbeddedStore) -> None:
    (place,) = explain(small, OVERALL_GOOD, lambda sha256: "cut").places
    assert (place.before, place.quote, place.after) == (None, f"{OVERALL}: Good", None)


def test_the_context_ends_with_the_page(small: EmbeddedStore, record: Record) -> None:
    (place,) = explain(small, OVERALL_GOOD, text_of(record)).places
    assert (place.before, place.after) == (f"{LEADERS}: Good", "")


def test_the_context_is_cut_between_words(small: EmbeddedStore, record: Record) -> None:
    (place,) = explain(small, finding(small, "The words\\nthemselves."), text_of(record)).places
    assert place.before and place.after
    assert place.before.startswith("…word") and place.before.endswith("word99")
    assert place.after.startswith("word0 ") and place.after.endswith("…")
    shown = [*place.before.removeprefix("…").split(), *place.after.removesuffix("…").split()]
    assert set(shown) <= set(LONG.split())
    assert CONTEXT - 20 < len(place.before) <= CONTEXT + 1


def test_line_breaks_part_words_too(tmp_path: Path) -> None:
    lines = "\n".join(f"line{number}" for number in range(100))
    record = report(findings=[("narrative", lines), ("narrative", "These.")])
    with open_store(store(tmp_path, record)) as graph:
        (place,) = explain(graph, finding(graph, "These."), text_of(record)).places
    assert place.before and set(place.before.removeprefix("…").split()) <= set(lines.split())


def test_words_that_prove_several_things_come_once(small: EmbeddedStore) -> None:
    places = explain(small, INSPECTION).places
    dated = [place for place in places if place.quote == "2024-05-13 to 2024-05-24"]
    assert [set(place.proves) for place in dated] == [{"earliest start", "latest end"}]
    assert [place.start for place in places] == sorted(place.start for place in places)


def test_an_inspection_brings_its_judgements_overall_first(small: EmbeddedStore) -> None:
    parts = explain(small, INSPECTION).parts
    assert [short(part.iri).removeprefix("northmere-ilacs-2024-05-") for part in parts] == [
        "ilacs-overall-good",
        "ilacs-leaders-good",
    ]
    assert all(part.places and not part.parts for part in parts)
    assert explain(small, INSPECTION, parts=False).parts == []


@pytest.mark.parametrize(
    ("start", "bounds"),
    [
        ("2024-05-13", ["cg:earliestStart", "cg:latestEnd"]),
        ("2024-05", ["cg:earliestStart", "cg:latestEnd", "cg:latestStart"]),
    ],
)
def test_both_bounds_of_a_day_are_told_where_it_is_not_known(tmp_path: Path, start: str, bounds: list[str]) -> None:
    with open_store(store(tmp_path, report(start=start))) as graph:
        facts = explain(graph, INSPECTION).facts
    assert [name for name, _ in facts if name.endswith(("Start", "End"))] == bounds


def test_a_span_explains_itself(small: EmbeddedStore) -> None:
    (place,) = explain(small, OVERALL_GOOD).places
    assert explain(small, place.span).places == [place]


def test_words_of_several_documents_are_all_shown(graph: EmbeddedStore) -> None:
    found = explain(graph, f"{BASE}id/judgement/northmere-ilacs-2023-06-ilacs-overall-inadequate")
    assert [(place.title, place.page) for place in found.places] == [
        ("Inspection of Northmere, 2023", 1),
        ("Northmere “failing” its children", 1),
    ]
    assert [place.url for place in found.places] == [
        "https://reports.example.org/northmere-2023",
        "https://courier.example.org/failing",
    ]


def test_words_that_did_not_travel_are_found_in_the_text(tmp_path: Path) -> None:
    record = report()
    folder = store(tmp_path, record)
    with open_store(folder) as graph:
        kept = travelling({name: graph.lines(name) for name in graph.graph_names()}, "none")
    with write_store(folder) as writer:
        for name, lines in kept.items():
            writer.put(name, lines)
        writer.commit({})
    with open_store(folder) as graph:
        assert [place.quote for place in explain(graph, OVERALL_GOOD).places] == [None]
        assert [place.quote for place in explain(graph, OVERALL_GOOD, text_of(record)).places] == [f"{OVERALL}: Good"]


def test_what_has_no_words_has_facts_alone(small: EmbeddedStore) -> None:
    found = explain(small, f"{BASE}vocab/social-care-scale/good")
    assert (found.label, found.kinds, found.places) == ("Good", ["Grade"], [])
    assert ("cg:band", "3") in found.facts


def test_what_is_not_there_is_an_iri_without_facts(small: EmbeddedStore) -> None:
    found = explain(small, "https://example.org/nothing")
    assert (found.label, found.facts, found.places) == ("https://example.org/nothing", [], [])


def test_words_over_two_pages_have_context_on_both(tmp_path: Path) -> None:
    record = report(findings=[("narrative", "first"), ("narrative", "last")])
    text = record.document.text or ""
    start, end = text.index("Good\n\f"), text.index("first") + len("first")
    record.findings[0].evidence = [Evidence(start, end, 2, text[start:end])]
    with open_store(store(tmp_path, record)) as graph:
        (row,) = graph.query("SELECT ?f { ?f cg:evidence/cg:page 2 ; a cg:Finding }")
        (place,) = explain(graph, row["f"].value, text_of(record)).places
    assert place.before == f"{LEADERS}: Good\n{OVERALL}:"
    assert place.after == "last"
