"""The JSON form of extraction records, both ways.

`KEYS` is the one list of keys; the dataclasses of `model` carry the same names, but for ``for`` (a Python keyword,
``supports`` there) and the order, which is that of the contract.
"""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from councilgraph import model

PARTS: dict[str, type[Any]] = {
    "councils": model.CouncilMention,
    "inspections": model.Inspection,
    "judgements": model.Judgement,
    "findings": model.Finding,
    "people": model.PersonMention,
    "claims": model.Claim,
    "statistics": model.Statistic,
    "interventions": model.Intervention,
    "problems": model.Problem,
}

# fmt: off
KEYS: dict[str, tuple[str, ...]] = {
    "document": ("id", "path", "sha256", "text_sha256", "reader", "normaliser", "media_type", "genre", "title",
                 "publisher", "published", "url", "licence", "pages", "text"),
    "councils": ("name", "id", "gss", "evidence"),
    "inspections": ("id", "council", "body", "bodies", "framework", "visit_type", "visit_type_basis", "start", "end",
                    "periods", "date_words", "date_basis", "published", "announced", "lead_inspectors", "evidence"),
    "judgements": ("inspection", "area", "grade", "number", "area_concept", "grade_concept", "basis", "evidence"),
    "findings": ("inspection", "type", "service_area", "contributes_to", "evidence"),
    "people": ("name", "role", "role_type", "organisation", "constituency", "party", "interim", "evidence"),
    "claims": ("speaker", "capacity", "voice", "council", "inspection", "asserts_grade", "comparator", "unit_kind",
               "asserts_period", "evidence"),
    "statistics": ("council", "place", "measure", "unit_kind", "value", "qualifier", "population", "grade_limit",
                   "comparator", "members", "list_complete", "period", "subset_of", "evidence"),
    "interventions": ("council", "kind", "by", "stage", "amount", "date", "inspection", "evidence"),
    "problems": ("code", "message", "page"),
    "evidence": ("for", "start", "end", "page", "quote"),
    "periods": ("start", "end"),
}
# fmt: on

RESOLVED = {"councils": ("id", "gss"), "judgements": ("area_concept", "grade_concept")}


def to_dict(record: model.Record, *, with_text: bool = False, raw: bool = False) -> dict[str, Any]:
    """A record as plain JSON values.

    Args:
        with_text: keep the document's normalised text, so that anyone can check the spans.
        raw: leave out what comes from resolving.
    """
    document = _item("document", record.document)
    if not with_text:
        del document["text"]
    parts = {part: [_item(part, item) for item in getattr(record, part)] for part in PARTS}
    if raw:
        for part, keys in RESOLVED.items():
            for item in parts[part]:
                for key in keys:
                    del item[key]
    return {"document": document, **parts}


def from_dict(data: dict[str, Any]) -> model.Record:
    """The record that `to_dict` wrote; unknown keys are an error of the caller (`TypeError`)."""
    parts = {part: [_build(kind, item) for item in data.get(part, ())] for part, kind in PARTS.items()}
    return model.Record(document=model.Document(**data["document"]), **parts)


def dumps(record: model.Record, *, with_text: bool = False, raw: bool = False) -> str:
    """One line of JSON, without a line break at its end."""
    return json.dumps(to_dict(record, with_text=with_text, raw=raw), ensure_ascii=False)


def loads(line: str) -> model.Record:
    """The record on one line of JSON."""
    return from_dict(json.loads(line))


def _item(part: str, item: Any) -> dict[str, Any]:
    return {key: _value(getattr(item, "supports" if key == "for" else key)) for key in KEYS[part]}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return [_value(v) for v in value]
    if isinstance(value, model.Evidence):
        span = {"start": value.start, "end": value.end, "page": value.page, "quote": value.quote}
        return {"for": value.supports, **span} if value.supports else span
    if is_dataclass(value):
        return {f.name: getattr(value, f.name) for f in fields(value)}
    return value


def _build(kind: type[Any], data: dict[str, Any]) -> Any:
    data = dict(data)
    if "evidence" in data:
        data["evidence"] = _spans(data["evidence"])
    if "periods" in data:
        data["periods"] = [model.Period(**period) for period in data["periods"]]
    return kind(**data)


def _spans(spans: Iterable[dict[str, Any]]) -> list[model.Evidence]:
    return [model.Evidence(span["start"], span["end"], span["page"], span["quote"], span.get("for")) for span in spans]
