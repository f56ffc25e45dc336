"""Reading a store."""

import shutil
from pathlib import Path

import pytest

from councilgraph.errors import InputError, UsageError
from councilgraph.store import open_store, write_store
from councilgraph.store.protocol import QueryBoolean, QuerySolutions

from .graphs import graph_iri, labels

A, B = graph_iri("a"), graph_iri("b")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    with write_store(folder) as writer:
        writer.put(A, labels("northmere", "eastvale"))
        writer.put(B, labels("northmere", "westholme"))
        writer.commit({"built": True})
    return folder


def files(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_a_triple_of_two_graphs_counts_once(store: Path) -> None:
    with open_store(store) as reader:
        rows = reader.query("SELECT (COUNT(*) AS ?n) WHERE { cgid:council\\/northmere rdfs:label ?label }")
        assert isinstance(rows, QuerySolutions)
        assert [row["n"].value for row in rows] == ["1"]
        assert reader.default_lines() == labels("eastvale", "northmere", "westholme")


def test_named_graphs_keep_what_each_says(store: Path) -> None:
    with open_store(store) as reader:
        assert reader.graph_names() == [A, B]
        assert reader.lines(A) == labels("eastvale", "northmere")
        answer = reader.query(f"ASK {{ GRAPH <{B}> {{ cgid:council\\/westholme ?p ?o }} }}")
        assert isinstance(answer, QueryBoolean) and bool(answer)
        assert reader.state == {"built": True}


def test_an_unknown_graph_is_said(store: Path) -> None:
    with open_store(store) as reader, pytest.raises(UsageError, match=r"no graph <https://example\.org/none>"):
        reader.lines("https://example.org/none")


def test_no_store_is_a_usage_error_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No graph here") as caught:
        open_store(tmp_path / "none")
    assert "councilgraph build" in (caught.value.hint or "")
    assert list(tmp_path.iterdir()) == []


def test_reading_changes_no_file(store: Path) -> None:
    before = files(store)
    with open_store(store) as reader:
        reader.default_lines()
        assert reader.state
    assert files(store) == before


@pytest.mark.parametrize("damage", ["pointer", "generation", "database", "table", "bits", "state"])
def test_a_damaged_store_is_said_with_a_way_out(store: Path, damage: str) -> None:
    database = store / "generations" / "1" / "oxigraph"
    if damage == "pointer":
        (store / "current").write_text("rubbish", encoding="ascii")
    elif damage == "generation":
        shutil.rmtree(store / "generations")
    elif damage == "database":
        (database / "CURRENT").unlink()
    elif damage == "table":
        for file in database.glob("*.sst"):
            file.write_bytes(b"rubbish" * 100)
    elif damage == "bits":
        for file in database.glob("*.sst"):
            file.write_bytes(bytes(byte ^ 1 for byte in file.read_bytes()))
    else:
        (store / "generations" / "1" / "state.json").write_text("{", encoding="ascii")
    with pytest.raises(InputError, match="damaged") as caught, open_store(store) as reader:
        assert reader.state
        reader.default_lines()
    assert caught.value.exit_code == 3
    assert "build again" in (caught.value.hint or "")


def test_following_the_hint_repairs_a_damaged_store(store: Path) -> None:
    (store / "generations" / "1" / "oxigraph" / "CURRENT").unlink()
    (store / "current").unlink()
    with write_store(store) as writer:
        assert writer.state == {}
        writer.put(A, labels("northmere"))
        writer.commit({})
    with open_store(store) as reader:
        assert reader.default_lines() == labels("northmere")


def test_a_store_of_a_later_version_is_said(store: Path) -> None:
    (store / "generations" / "1" / "state.json").write_text('{"format": 99}', encoding="ascii")
    with open_store(store) as reader, pytest.raises(InputError, match="another version"):
        assert reader.state


def test_a_reader_keeps_its_view_and_a_new_one_sees_the_new(store: Path) -> None:
    with open_store(store) as old:
        with write_store(store) as writer:
            writer.put(A, labels("southmoor"))
            writer.commit({})
        assert old.default_lines() == labels("eastvale", "northmere", "westholme")
        assert old.state == {"built": True}
        with open_store(store) as new:
            assert new.default_lines() == labels("northmere", "southmoor", "westholme")
            assert new.state == {}


def test_a_damaged_store_cannot_be_written_either(store: Path) -> None:
    for file in (store / "generations" / "1" / "oxigraph").glob("*.sst"):
        file.write_bytes(b"rubbish" * 100)
    with pytest.raises(InputError, match="damaged"), write_store(store) as writer:
        writer.put(A, labels("northmere"))
        writer.commit({})
    assert sorted(path.name for path in (store / "generations").iterdir()) == ["1"]
