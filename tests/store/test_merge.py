"""The merge of a store as a validation asks it."""

from councilgraph.rdf import XSD
from councilgraph.store.merge import Merge

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LINES = ["<urn:x/a> <urn:p> <urn:x/b> .", f"<urn:x/a> {TYPE} <urn:x/c> .", f'<urn:y> {TYPE} "01"^^<{XSD}integer> .']


def test_it_is_what_a_store_holds_of_its_lines() -> None:
    merge = Merge.of(LINES)
    assert len(merge) == 3
    assert set(merge.lines()) == {*LINES[:2], f'<urn:y> {TYPE} "1"^^<{XSD}integer> .'}
    assert [str(value) for value in merge.values("<urn:x/a>", "urn:p")] == ["<urn:x/b>"]
    assert list(merge.values('"a"', "urn:p")) == []
    assert [str(node) for node in merge.typed("urn:x/")] == ["<urn:x/a>"]
