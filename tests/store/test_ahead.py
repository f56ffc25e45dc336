"""Graphs that a writer is told of before they are put."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from councilgraph.store import open_store, write_store

from .graphs import graph_iri, labels, merged
from .test_writer import contents, put

GRAPHS: dict[str, Sequence[str]] = {
    graph_iri("a"): labels("northmere", "eastvale"),
    graph_iri("b"): labels("eastvale", "westholme"),
}


@pytest.fixture
def plain(tmp_path: Path) -> tuple[list[str], dict[str, list[str]]]:
    """What a store holds in which they were put without a word before."""
    with write_store(tmp_path / "plain") as writer:
        for name, lines in GRAPHS.items():
            writer.put(name, lines)
        writer.commit({})
    return contents(tmp_path / "plain")


def test_the_store_is_the_same(tmp_path: Path, plain: object) -> None:
    with write_store(tmp_path / "store") as writer:
        for name, lines in GRAPHS.items():
            writer.expect(name, lines)
        for name, lines in GRAPHS.items():
            writer.put(name, lines)
        writer.commit({})
    assert contents(tmp_path / "store") == plain


@pytest.mark.parametrize("change", ["one is put otherwise", "one is not put", "one more is put", "one is retired"])
def test_what_is_put_decides(tmp_path: Path, change: str) -> None:
    wanted = dict(GRAPHS)
    with write_store(tmp_path) as writer:
        for name, lines in GRAPHS.items():
            writer.expect(name, lines)
        if change == "one is put otherwise":
            wanted[graph_iri("b")] = labels("southmoor")
        elif change == "one is not put":
            del wanted[graph_iri("b")]
        elif change == "one more is put":
            wanted[graph_iri("c")] = labels("southmoor")
        for name, lines in wanted.items():
            writer.put(name, lines)
        if change == "one is retired":
            writer.retire(graph_iri("b"))
        writer.commit({})
    live = [lines for name, lines in wanted.items() if change != "one is retired" or name != graph_iri("b")]
    assert contents(tmp_path) == (merged(*live), {name: sorted(lines) for name, lines in wanted.items()})


def test_nothing_stays_of_what_is_not_committed(tmp_path: Path) -> None:
    with write_store(tmp_path / "store") as writer:
        for name, lines in GRAPHS.items():
            writer.expect(name, lines)
    assert [path.name for path in (tmp_path / "store").rglob("*") if path.is_file()] == ["lock"]
    put(tmp_path / "store", a=labels("northmere"))
    assert contents(tmp_path / "store")[0] == merged(labels("northmere"))


def test_a_store_that_holds_something_waits_for_the_commit(tmp_path: Path) -> None:
    put(tmp_path, a=labels("northmere"))
    with write_store(tmp_path) as writer:
        writer.expect(graph_iri("b"), labels("eastvale"))
        writer.commit({})
    with open_store(tmp_path) as reader:
        assert list(reader.graph_names()) == [graph_iri("a")]
