"""What changed, in words."""

from pathlib import Path

import pytest

from councilgraph import rdf
from councilgraph.query.difference import Change, as_text, compare, to_dicts
from councilgraph.rdf import BASE
from councilgraph.store import EmbeddedStore
from councilgraph.store.dump import dump
from councilgraph.store.memory import MemoryStore

REPORT = "Northmere County Council, ILACS, June 2023"


@pytest.fixture(scope="module")
def lines(graph: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The default graph of the example as N-Triples."""
    file = tmp_path_factory.mktemp("dump") / "example.nt"
    with file.open("wb") as out:
        dump(graph, out, "nt", quotes="all")
    return file.read_text(encoding="utf-8").splitlines()


def changes(folder: Path, lines: list[str], changed: list[str]) -> list[Change]:
    stores = []
    for name, content in (("before", lines), ("after", changed)):
        file = folder / f"{name}.nt"
        file.write_text("\n".join(content) + "\n", encoding="utf-8")
        stores.append(MemoryStore(file))
    return compare(*stores)


def replaced(lines: list[str], old: str, new: str) -> list[str]:
    assert any(old in line for line in lines)
    return [line.replace(old, new) for line in lines]


def test_a_graph_differs_in_nothing_from_its_own_dump(graph: EmbeddedStore, tmp_path: Path, lines: list[str]) -> None:
    assert changes(tmp_path, lines, lines) == []
    assert compare(graph, MemoryStore(tmp_path / "before.nt")) == []
    assert as_text([]) == "Nothing has changed."


def test_a_changed_grade_is_told_once(tmp_path: Path, lines: list[str]) -> None:
    judgement = "northmere-ilacs-2023-06-ilacs-care-leavers-requires-improvement"
    grade = f"<{BASE}id/judgement/{judgement}> <{rdf.PREFIXES['cg']}grade> <{BASE}vocab/social-care-scale/"
    (change,) = changes(tmp_path, lines, replaced(lines, grade + "requires-improvement>", grade + "good>"))
    assert (change.kind, change.about) == ("grade-changed", REPORT)
    assert change.what == "The experiences and progress of care leavers: Requires improvement to be good, now Good"


def test_a_new_id_is_a_move_and_no_new_inspection(tmp_path: Path, lines: list[str]) -> None:
    was, now = f"{BASE}id/inspection/northmere-ilacs-2023-06>", f"{BASE}id/inspection/northmere-ilacs-2023-06-05>"
    (change,) = changes(tmp_path, lines, replaced(lines, was, now))
    assert change == Change(
        "inspection-moved", REPORT, "northmere-ilacs-2023-06 is now northmere-ilacs-2023-06-05", now[:-1]
    )


def test_an_inspection_that_comes_or_goes(tmp_path: Path, lines: list[str]) -> None:
    without = [line for line in lines if "westholme-ilacs-2026-05" not in line]
    (added,) = changes(tmp_path, without, lines)
    (removed,) = changes(tmp_path, lines, without)
    assert (added.kind, removed.kind) == ("inspection-added", "inspection-removed")
    assert added.what == "westholme-ilacs-2026-05, 4 grades"
    assert removed.what == "westholme-ilacs-2026-05"


def test_dates_leaders_and_findings(tmp_path: Path, lines: list[str]) -> None:
    inspection = f"<{BASE}id/inspection/northmere-ilacs-2023-06> <{rdf.PREFIXES['cg']}"
    changed = replaced(lines, inspection + 'latestEnd> "2023-06-16"', inspection + 'latestEnd> "2023-06-23"')
    changed = [line for line in changed if not line.startswith(inspection + "leadInspector>")]
    of_inspection = f"inspection> <{BASE}id/inspection/northmere-ilacs-2023-06> ."
    finding = next(line.split(" ")[0] for line in lines if "/id/finding/" in line and line.endswith(of_inspection))
    changed = [line for line in changed if not line.startswith(finding + " ")]
    found = {change.kind: change.what for change in changes(tmp_path, lines, changed)}
    assert found["dates-changed"] == "5 to 16 June 2023, now 5 to 23 June 2023"
    assert found["leaders-changed"].endswith(", now nobody named")
    assert "now" in found["findings-changed"]


def test_documents_are_told_first(tmp_path: Path, lines: list[str]) -> None:
    without = [line for line in lines if "fae8ee6bc0bd1946" not in line]
    found = changes(tmp_path, without, lines)
    assert found[0].about == "How Northmere fares"
    assert as_text(found).startswith("Documents added (1)\n  How Northmere fares")
    assert to_dicts(found)[0]["kind"] == "document-added"
