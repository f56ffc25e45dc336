"""CX2 by the rules of its specification."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
import pytest
from hypothesis import given, settings

from councilgraph.export import cx2, write
from councilgraph.export.tables import Tables
from councilgraph.projection import Projection

from .projections import projections

SCHEMA = json.loads(Path(__file__).with_name("cx2.schema.json").read_text(encoding="utf-8"))
_PYTHON = {"string": str, "boolean": bool, "double": float, "integer": int, "long": int}


def typed(value: object, kind: str) -> bool:
    if kind.startswith("list_of_"):
        return isinstance(value, list) and all(typed(each, kind.removeprefix("list_of_")) for each in value)
    return type(value) is _PYTHON[kind]


@settings(max_examples=10)
@given(seen=projections())
def test_it_is_well_formed_and_every_value_has_the_type_that_is_declared(seen: Projection) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.cx2"
        write(seen, [file])
        parts = json.loads(file.read_bytes())
    jsonschema.validate(parts, SCHEMA)
    aspects = {name: items for part in parts for name, items in part.items()}
    assert list(aspects)[-1] == "status"
    counts = {item["name"]: item["elementCount"] for item in aspects["metaData"]}
    assert counts == {name: len(aspects[name]) for name in counts}
    assert list(aspects).index("attributeDeclarations") < list(aspects).index("nodes") < list(aspects).index("edges")
    (declared,) = aspects["attributeDeclarations"]
    for of in ("nodes", "edges"):
        assert len({item["id"] for item in aspects[of]}) == len(aspects[of])
        for item in aspects[of]:
            assert all(typed(value, declared[of][name]["d"]) for name, value in item["v"].items())
    numbers = {item["id"] for item in aspects["nodes"]}
    assert all(item["s"] in numbers and item["t"] in numbers for item in aspects["edges"])


def test_another_order_or_another_name_is_no_cx2(tmp_path: Path) -> None:
    cx2.write(Tables(Projection("any", "Any"), lists=True), tmp_path / "graph.cx2")
    parts = json.loads((tmp_path / "graph.cx2").read_bytes())
    for broken in (parts[1:], [*parts, {"nodez": []}], [*parts, {"nodes": [{"id": "a"}]}]):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, SCHEMA)
