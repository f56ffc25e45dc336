"""The merge of a store as a validation asks it, and lines in memory, which answer alike."""

import pytest

from councilgraph.rdf import XSD
from councilgraph.store.lines import LineStore
from councilgraph.store.merge import Merge
from councilgraph.store.protocol import Graph

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LINES = ["<urn:x/a> <urn:p> <urn:x/b> .", f"<urn:x/a> {TYPE} <urn:x/c> .", f'<urn:y> {TYPE} "01"^^<{XSD}integer> .']


def test_it_is_what_a_store_holds_of_its_lines() -> None:
    merge = Merge.of(LINES)
    assert len(merge) == 3
    assert set(merge.lines()) == {*LINES[:2], f'<urn:y> {TYPE} "1"^^<{XSD}integer> .'}


def of_lines() -> LineStore:
    store = LineStore()
    store.add_lines(LINES)
    return store


@pytest.mark.parametrize("graph", [Merge.of(LINES), of_lines()], ids=["merge", "lines"])
def test_both_are_looked_into_alike(graph: Graph) -> None:
    assert [str(value) for value in graph.values("<urn:x/a>", "urn:p")] == ["<urn:x/b>"]
    assert list(graph.values('"a"', "urn:p")) == []
    assert sorted(graph.properties("<urn:x/a>")) == [TYPE[1:-1], "urn:p"]
    assert list(graph.properties('"a"')) == list(graph.properties("<urn:x/b>")) == []
    assert [str(node) for node in graph.typed("urn:x/")] == ["<urn:x/a>"]
    assert [str(node) for node in graph.subjects("urn:p", "<urn:x/b>")] == ["<urn:x/a>"]
    assert list(graph.subjects("urn:p", "<urn:x/c>")) == list(graph.subjects("urn:q", "<urn:x/b>")) == []
