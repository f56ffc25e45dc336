"""The JSON form of extraction records."""

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph import documents, model, records, resources
from councilgraph.extract import extract
from councilgraph.resolve.vocabulary import vocabulary

SPANS = [model.Evidence(3, 12, 1, "Northmere"), model.Evidence(0, 2, 2, "22", "start")]
WHOLE = model.Record(
    document=model.Document("northmere", "northmere.pdf", "0" * 64, published="2024-05", pages=2, text="In Northmere"),
    councils=[model.CouncilMention("Northmere", SPANS, id="northmere", gss="E99999999")],
    inspections=[
        model.Inspection("i1", periods=[model.Period("2024-05-13", "2024-05-24")], announced=False, evidence=SPANS)
    ],
    judgements=[model.Judgement("i1", "Overall effectiveness", "Good", 2, "ilacs-overall", "good", evidence=SPANS)],
    findings=[model.Finding("i1", "narrative", "care-leavers", evidence=SPANS)],
    people=[model.PersonMention("Isolde Fennimarch", interim=True, evidence=SPANS)],
    claims=[model.Claim("Bram Tolliver", evidence=SPANS)],
    statistics=[model.Statistic("children-in-care", 640, members=["Eastvale"], evidence=SPANS)],
    interventions=[model.Intervention("investment", amount=2.5e6, evidence=SPANS)],
    problems=[model.Problem("no-text", "the file holds no text")],
)


def fields(kind: type[Any]) -> set[str]:
    return {"for" if field.name == "supports" else field.name for field in dataclasses.fields(kind)}


def test_keys_are_the_fields_of_the_model() -> None:
    kinds = {**records.PARTS, "document": model.Document, "evidence": model.Evidence, "periods": model.Period}
    assert set(records.KEYS) == set(kinds)
    for part, kind in kinds.items():
        assert set(records.KEYS[part]) == fields(kind), part
    assert {"document", *records.PARTS} == fields(model.Record)


def test_keys_are_those_of_the_contract_in_its_order(shared: Path) -> None:
    page = (shared / "design" / "records.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```json\n(.+?)^```", page, re.MULTILINE | re.DOTALL)
    contract = json.loads(example)
    assert list(contract) == ["document", *records.PARTS]
    assert tuple(contract.pop("document")) == tuple(key for key in records.KEYS["document"] if key != "text")
    for part, (item,) in contract.items():
        assert tuple(item) == records.KEYS[part], part
    (inspection,) = contract["inspections"]
    assert tuple(inspection["evidence"][0]) == records.KEYS["evidence"]
    assert tuple(contract["councils"][0]["evidence"][0]) == records.KEYS["evidence"][1:]
    assert tuple(inspection["periods"][0]) == records.KEYS["periods"]


def test_a_record_is_one_line_with_every_key_in_order() -> None:
    line = records.dumps(WHOLE, with_text=True)
    assert "\n" not in line
    written = json.loads(line)
    assert tuple(written["document"]) == records.KEYS["document"]
    for part in records.PARTS:
        assert tuple(written[part][0]) == records.KEYS[part], part


def test_the_text_is_written_only_where_it_is_asked_for() -> None:
    assert "text" not in records.to_dict(WHOLE)["document"]
    assert records.to_dict(WHOLE, with_text=True)["document"]["text"] == "In Northmere"


def test_for_is_written_only_where_a_span_proves_a_key() -> None:
    first, second = records.to_dict(WHOLE)["councils"][0]["evidence"]
    assert "for" not in first
    assert second["for"] == "start"


def test_the_raw_form_leaves_out_what_comes_from_resolving() -> None:
    raw, written = records.to_dict(WHOLE, raw=True), records.to_dict(WHOLE)
    assert tuple(raw["councils"][0]) == ("name", "evidence")
    assert not {"area_concept", "grade_concept"} & set(raw["judgements"][0])
    assert {part: raw[part] for part in raw if part not in records.RESOLVED} == {
        part: written[part] for part in written if part not in records.RESOLVED
    }
    assert records.from_dict(raw).councils[0].id is None


def test_unknown_keys_are_an_error() -> None:
    with pytest.raises(TypeError):
        records.from_dict({"document": {"id": "a", "path": "a", "sha256": "a", "colour": "red"}})


words = st.text(max_size=12)
some = st.none() | words
numbers = st.integers(0, 10**9) | st.floats(0, 1e9, allow_nan=False)
evidence = st.lists(
    st.builds(
        model.Evidence,
        *(st.integers(0, 99), st.integers(0, 99), st.integers(1, 9), words),
        supports=st.none() | st.sampled_from(records.KEYS["inspections"]),
    ),
    max_size=2,
)
SHAPES: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(0, 10**9),
    bool: st.booleans(),
    float: numbers,
    str | None: some,
    int | None: st.none() | st.integers(0, 10**9),
    bool | None: st.none() | st.booleans(),
    float | None: st.none() | numbers,
    list[str]: st.lists(words, max_size=2),
    list[model.Evidence]: evidence,
    list[model.Period]: st.lists(st.builds(model.Period, words, words), max_size=2),
}


def of(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Any object of a class of the model, every field of its type."""
    return st.builds(kind, **{field.name: SHAPES[field.type] for field in dataclasses.fields(kind)})


anything = st.builds(
    model.Record,
    of(model.Document),
    **{part: st.lists(of(kind), max_size=1) for part, kind in records.PARTS.items()},
)


@given(anything)
def test_what_is_written_is_read(record: model.Record) -> None:
    assert records.loads(records.dumps(record, with_text=True)) == record
    assert records.from_dict(records.to_dict(record, with_text=True)) == record


@given(anything)
def test_writing_leaves_the_record_alone(record: model.Record) -> None:
    before = records.dumps(record, with_text=True)
    records.to_dict(record, raw=True)["councils"].clear()
    assert records.dumps(record, with_text=True) == before


def keys(scheme: str) -> set[str]:
    """The keys of a scheme of the vocabulary."""
    written = (resources.ontology() / "vocabulary" / f"{scheme}.ttl").read_text(encoding="utf-8")
    return set(re.findall(rf"^{scheme}:(\S+)$", written, re.MULTILINE))


@pytest.fixture(scope="module")
def samples() -> list[dict[str, Any]]:
    """The records of the fictional reports that ship."""
    read = [documents.read(source) for source in documents.find([resources.samples() / "documents"]).sources]
    return [records.to_dict(extract(document)) for document, problem in read if not problem]


@pytest.mark.parametrize(
    ("part", "key", "scheme"),
    [
        ("document", "genre", "genre"),
        ("inspections", "framework", "framework"),
        ("inspections", "visit_type", "visit-type"),
        ("inspections", "visit_type_basis", "basis"),
        ("inspections", "date_basis", "date-basis"),
        ("judgements", "basis", "basis"),
        ("findings", "type", "finding-type"),
        ("findings", "service_area", "service-area"),
        ("problems", "code", "problem-code"),
    ],
)
def test_values_of_closed_lists_are_in_the_vocabulary(
    samples: list[dict[str, Any]], part: str, key: str, scheme: str
) -> None:
    items = [item for record in samples for item in (record[part] if part != "document" else [record[part]])]
    values = {item[key] for item in items} - {None}
    assert values or part == "problems"
    assert values <= keys(scheme)


def test_printed_areas_and_grades_are_in_the_vocabulary(samples: list[dict[str, Any]]) -> None:
    for record in samples:
        (inspection,) = record["inspections"]
        assert record["judgements"]
        for judgement in record["judgements"]:
            assert vocabulary().area(inspection["framework"], judgement["area"]) in keys("judgement-area")
            grade = vocabulary().grade(inspection["framework"], judgement["grade"])
            assert grade
            assert grade.key in keys(grade.scale)
