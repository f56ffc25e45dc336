"""Writing a store."""

import random
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilgraph.errors import UsageError
from councilgraph.store import open_store, write_store

from .graphs import graph_iri, labels, merged

NAMES = ("northmere", "eastvale", "westholme", "southmoor")
IRIS = [graph_iri(name) for name in "abc"]


def contents(folder: Path) -> tuple[list[str], dict[str, list[str]]]:
    with open_store(folder) as reader:
        return reader.default_lines(), {name: reader.lines(name) for name in reader.graph_names()}


def put(folder: Path, **graphs: Sequence[str]) -> None:
    with write_store(folder) as writer:
        for name, lines in graphs.items():
            writer.put(graph_iri(name), lines)
        writer.commit({})


def test_leaving_without_commit_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, a=labels("northmere"))
    before = contents(tmp_path)
    with write_store(tmp_path) as writer:
        writer.put(IRIS[0], labels("eastvale"))
    with pytest.raises(RuntimeError), write_store(tmp_path) as writer:
        writer.erase(IRIS[0])
        raise RuntimeError
    assert contents(tmp_path) == before


def test_any_order_of_putting_gives_the_same_graph(tmp_path: Path) -> None:
    graphs = {"a": labels("northmere", "eastvale"), "b": labels("northmere"), "c": labels("westholme", "eastvale")}
    found = []
    for number, order in enumerate(permutations(graphs)):
        together, apart = tmp_path / f"{number}-together", tmp_path / f"{number}-apart"
        put(together, **{name: graphs[name] for name in order})
        for name in order:
            put(apart, **{name: graphs[name]})
        found += [contents(together), contents(apart)]
    assert all(one == found[0] for one in found)
    assert found[0][0] == merged(*graphs.values())


def test_a_triple_leaves_the_merge_with_the_last_graph_that_holds_it(tmp_path: Path) -> None:
    put(tmp_path, a=labels("northmere"), b=labels("northmere", "eastvale"))
    with write_store(tmp_path) as writer:
        writer.retire(IRIS[1])
        writer.commit({})
    assert contents(tmp_path)[0] == labels("northmere")
    with write_store(tmp_path) as writer:
        writer.retire(IRIS[0])
        writer.commit({})
    merge, graphs = contents(tmp_path)
    assert merge == []
    assert graphs == {IRIS[0]: labels("northmere"), IRIS[1]: labels("northmere", "eastvale")}


def test_a_retired_graph_that_is_put_again_is_live(tmp_path: Path) -> None:
    put(tmp_path, a=labels("northmere"))
    with write_store(tmp_path) as writer:
        writer.retire(IRIS[0])
        writer.commit({})
    with open_store(tmp_path) as reader:
        assert reader.graph_names(live=False) == [IRIS[0]]
        assert reader.graph_names(live=True) == []
    put(tmp_path, a=labels("northmere"))
    assert contents(tmp_path) == (labels("northmere"), {IRIS[0]: labels("northmere")})


def test_an_erased_graph_is_gone_with_what_it_alone_held(tmp_path: Path) -> None:
    put(tmp_path, a=labels("northmere"), b=labels("northmere", "eastvale"))
    with write_store(tmp_path) as writer:
        writer.erase(IRIS[1])
        writer.commit({})
    assert contents(tmp_path) == (labels("northmere"), {IRIS[0]: labels("northmere")})


def test_an_empty_graph_is_a_graph(tmp_path: Path) -> None:
    put(tmp_path, a=[])
    with write_store(tmp_path) as writer:
        writer.retire(IRIS[0])
        writer.commit({})
    assert contents(tmp_path) == ([], {IRIS[0]: []})


@pytest.mark.parametrize("change", ["retire", "erase"])
def test_an_unknown_graph_cannot_be_withdrawn(tmp_path: Path, change: str) -> None:
    with write_store(tmp_path) as writer, pytest.raises(UsageError, match="no graph"):
        getattr(writer, change)(IRIS[0])


def test_state_is_that_of_the_last_commit(tmp_path: Path) -> None:
    with write_store(tmp_path) as writer:
        assert writer.state == {}
        writer.commit({"documents": ["one"]})
        assert writer.state == {"documents": ["one"]}
        writer.commit({"documents": ["one", "zwei – ü"]})
    with write_store(tmp_path) as writer:
        assert writer.state == {"documents": ["one", "zwei – ü"]}


def test_old_generations_are_removed(tmp_path: Path) -> None:
    for name in NAMES:
        put(tmp_path, a=labels(name))
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == ["3", "4"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot make"), write_store(tmp_path / "file" / "store"):
        pass


GRAPHS = st.sets(st.sampled_from(NAMES)).map(lambda names: labels(*sorted(names)))
CHANGES = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(IRIS), GRAPHS),
    st.tuples(st.sampled_from(["retire", "erase"]), st.sampled_from(IRIS), st.none()),
)


@settings(max_examples=25, deadline=None)
@given(commits=st.lists(st.lists(CHANGES, max_size=3), min_size=1, max_size=4), bulk=st.booleans())
def test_the_merge_is_the_union_of_the_live_graphs(
    tmp_path_factory: pytest.TempPathFactory, commits: list[list[tuple[str, str, list[str]]]], bulk: bool
) -> None:
    """Whatever is put, retired and erased, in one commit or several; in place (``bulk``) or written anew."""
    folder = tmp_path_factory.mktemp("store")
    graphs: dict[str, list[str]] = {}
    live: dict[str, bool] = {}
    if bulk:
        graphs["https://example.org/bulk"] = labels(*(f"council-{n}" for n in range(200)))
        live["https://example.org/bulk"] = True
        with write_store(folder) as writer:
            writer.put("https://example.org/bulk", graphs["https://example.org/bulk"])
            writer.commit({})
    for changes in commits:
        with write_store(folder) as writer:
            for change, iri, lines in changes:
                if change == "put":
                    writer.put(iri, lines)
                    graphs[iri], live[iri] = lines, True
                elif iri in live and change == "retire":
                    writer.retire(iri)
                    live[iri] = False
                elif iri in live:
                    writer.erase(iri)
                    del graphs[iri], live[iri]
            writer.commit({})
    assert contents(folder) == (merged(*(graphs[iri] for iri in live if live[iri])), graphs)


WRITER = """
import sys
from pathlib import Path
from councilgraph.store import write_store
from tests.store.graphs import graph_iri, labels

folder = Path(sys.argv[1])
while True:
    with write_store(folder) as writer:
        number = writer.state.get("number", 0) + 1
        writer.put(graph_iri("a"), labels(*(f"council-{number}-{n}" for n in range(300))))
        writer.put(graph_iri(f"b{number % 3}"), labels(f"council-{number}-0", "northmere"))
        writer.commit({"number": number})
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_the_last_whole_commit(tmp_path: Path) -> None:
    chance = random.Random(11)
    acknowledged = 0
    for _ in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.12))
        process.kill()
        acknowledged = int((first + process.stdout.read()).split()[-1])
        process.wait()
        process.stdout.close()
        with open_store(tmp_path) as reader:
            number = reader.state["number"]
            assert number in (acknowledged, acknowledged + 1)
            whole = labels(*(f"council-{number}-{n}" for n in range(300)))
            assert reader.lines(graph_iri("a")) == whole
            others = [reader.lines(graph_iri(f"b{n % 3}")) for n in range(max(1, number - 2), number + 1)]
            assert reader.default_lines() == merged(whole, *others)
    with write_store(tmp_path):
        kept = {int(path.name) for path in (tmp_path / "generations").iterdir()}
    assert len(kept) == 2
