"""Sets that may be all but some follow the laws of sets."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from councilgraph.validate.compiled.nodes import Nodes

ALL = [NamedNode(f"urn:{name}") for name in "abcd"]
sets = st.builds(Nodes, st.frozensets(st.sampled_from(ALL)), st.booleans())


def members(nodes: Nodes) -> set[NamedNode]:
    return {node for node in ALL if node in nodes}


@given(sets, sets)
def test_the_laws_of_sets(one: Nodes, other: Nodes) -> None:
    assert members(one & other) == members(one) & members(other)
    assert members(one | other) == members(one) | members(other)
    assert members(~one) == set(ALL) - members(one)


@given(sets)
def test_what_is_certainly_empty_is_empty(nodes: Nodes) -> None:
    assert not (nodes.is_empty and members(nodes))
    assert Nodes.of([]).is_empty and not Nodes(all_but=True).is_empty
