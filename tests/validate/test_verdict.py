"""A verdict carried over a change is that on the whole graph, in random graphs changed at random."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilgraph.validate.recheck import ByShape, Rechecked, recheck, results_by_shape
from councilgraph.validate.results import Result

from .test_engine import OF_SETS, OF_VALUES, PATHS, QUERIES, TARGETS, WHOLE, exact, graph_of, graphs, nested, shapes_of

few = settings(max_examples=4)
DECLARED = 'x:prefixes sh:declare [ sh:prefix "x" ; sh:namespace "urn:x:"^^xsd:anyURI ] .'
MORE_QUERIES = [
    *QUERIES,
    "SELECT $this ?value { ?value x:p/x:q $this }",
    "SELECT $this ?value { $this x:p ?v . ?v (x:q|^x:p)* ?value . ?value x:q ?w FILTER EXISTS { ?w x:p ?u } }",
    "SELECT $this { { $this x:p ?v OPTIONAL { ?v x:q ?w } } UNION { $this x:q ?w } FILTER (!bound(?w) || ?w = x:a) }",
]


def carried(before: ByShape, again: Rechecked) -> Counter[tuple[object, ...]]:
    """What was found, less what is not so any more, and what is found now."""
    kept = [
        (node, result)
        for shape, results in before.items()
        for node, result in results
        if (concerned := again.concerned[shape]) is not None and node not in concerned
    ]
    return told(chain(kept, *again.results.values()))


def told(results: Iterable[tuple[str, Result]]) -> Counter[tuple[object, ...]]:
    return Counter((node, *exact(result)) for node, result in results)


def agree(
    shape: str, before: list[tuple[str, str, str]], lost: list[int], won: list[tuple[str, str, str]]
) -> Rechecked | None:
    """Change a graph and compare; what was looked at again, or None where pySHACL is needed."""
    gone = [before[number % len(before)] for number in lost if before]
    after = [*(one for one in before if one not in gone), *won]
    old, new, shapes = graph_of(before), graph_of(after), shapes_of(shape)
    found, expected = results_by_shape(old, shapes), results_by_shape(new, shapes)
    again = recheck(new, shapes, set(old.lines()) ^ set(new.lines()))
    if again and found is not None and expected is not None:
        assert carried(found, again) == told(chain(*expected.values()))
    return again


Change = tuple[list[tuple[str, str, str]], list[int], list[tuple[str, str, str]]]
changes = st.tuples(graphs, st.lists(st.integers(0, 20), max_size=3), graphs.map(lambda won: won[:3]))
"""A graph, the numbers of what it loses, and what it wins."""


@pytest.mark.parametrize("constraint", OF_VALUES)
@few
@given(target=st.sampled_from(TARGETS), change=changes)
def test_constraints_on_nodes(
    constraint: str,
    target: str,
    change: Change,
) -> None:
    agree(f"x:shape a sh:NodeShape ; {target} ; {constraint} .", *change)


@pytest.mark.parametrize("constraint", [*OF_VALUES, *OF_SETS])
@few
@given(target=st.sampled_from(TARGETS), path=st.sampled_from(PATHS), change=changes)
def test_constraints_on_values(
    constraint: str,
    target: str,
    path: str,
    change: Change,
) -> None:
    agree(f"x:shape a sh:PropertyShape ; {target} ; sh:path {path} ; {constraint} .", *change)


@pytest.mark.parametrize("shape", WHOLE)
@few
@given(target=st.sampled_from(TARGETS), change=changes)
def test_shapes_of_several_parts(shape: str, target: str, change: Change) -> None:
    agree(f"x:shape a sh:NodeShape ; {target} ; {shape} .", *change)


@settings(max_examples=80)
@given(target=st.sampled_from(TARGETS), shape=nested, change=changes)
def test_shapes_within_shapes(target: str, shape: str, change: Change) -> None:
    agree(f"x:shape a sh:NodeShape ; {target} ; {shape} .", *change)


@pytest.mark.parametrize("query", MORE_QUERIES)
@few
@given(target=st.sampled_from(TARGETS), change=changes)
def test_queries(
    query: str,
    target: str,
    change: Change,
) -> None:
    constraint = f'[ sh:prefixes x:prefixes ; sh:select "{query}" ]'
    agree(f"x:shape a sh:NodeShape ; {target} ; sh:sparql {constraint} . {DECLARED}", *change)


CASES = [
    ("sh:property [ sh:path x:p ; sh:qualifiedValueShape [ sh:class x:Sub ] ; sh:qualifiedMinCount 1 ]", "x:b a x:Sub"),
    (WHOLE[1], "x:b a x:Sub"),
    ("sh:property [ sh:path [ sh:zeroOrMorePath x:p ] ; sh:minCount 3 ]", "x:b x:p x:c"),
    ("sh:property [ sh:path ( x:p [ sh:zeroOrOnePath x:p ] x:q ) ; sh:maxCount 0 ]", "x:b x:q 1"),
    ("sh:not [ sh:property [ sh:path x:p ; sh:node [ sh:closed true ] ] ]", "x:b x:q 1"),
    *(
        (f'sh:sparql [ sh:prefixes x:prefixes ; sh:select "{query}" ]', "x:b x:q x:c")
        for query in (
            "SELECT $this ?value { $this x:p ?value FILTER NOT EXISTS { ?value x:q ?any } }",
            "SELECT $this ?value { $this x:p ?value OPTIONAL { ?value x:q ?any } FILTER (!bound(?any)) }",
            "SELECT $this ?value { $this x:p/x:q ?value }",
            "SELECT $this (COUNT(?v) AS ?value) { $this x:p ?m OPTIONAL { ?m x:q ?v } } GROUP BY $this",
        )
    ),
]


@pytest.mark.parametrize(("shape", "change"), CASES)
def test_what_is_far_from_a_node_concerns_it(shape: str, change: str) -> None:
    """The change is not of the focus node, and the verdict on that differs."""
    before = [("x:a", "a", "x:Top"), ("x:a", "x:p", "x:b"), ("x:other", "a", "x:Top"), ("x:other", "x:p", "x:far")]
    again = agree(f"x:shape a sh:NodeShape ; sh:targetClass x:Top ; {shape} . {DECLARED}", before, [], [change.split()])
    back = agree(
        f"x:shape a sh:NodeShape ; sh:targetClass x:Top ; {shape} . {DECLARED}", [*before, change.split()], [4], []
    )
    for one in (again, back):
        assert one
        (concerned,) = one.concerned.values()
        assert concerned is not None
        assert "<urn:x:a>" in concerned
        assert "<urn:x:other>" not in concerned


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this ?value { ?value x:p ?w . ?u x:q $this }",
        "SELECT $this ?value { { SELECT $this ?value { $this x:q ?value } } }",
        "SELECT $this ?value { BIND ($this AS ?that) ?value x:q ?that }",
    ],
)
def test_a_query_that_is_not_tied_to_its_node_is_run_whole(query: str) -> None:
    shape = (
        f'x:shape a sh:NodeShape ; sh:targetClass x:Top ; sh:sparql [ sh:prefixes x:prefixes ; sh:select "{query}" ] .'
    )
    again = agree(f"{shape} {DECLARED}", [("x:a", "a", "x:Top"), ("x:a", "x:p", "x:b")], [1], [("x:b", "x:q", "x:a")])
    assert again
    assert list(again.concerned.values()) == [None]
    assert list(again.whole)


def test_a_change_of_classes_concerns_all() -> None:
    change = [("x:Sub", "rdfs:subClassOf", "x:Other")]
    again = agree(
        "x:shape a sh:NodeShape ; sh:targetClass x:Other ; sh:minLength 9 .", [("x:a", "a", "x:Sub")], [], change
    )
    assert again
    assert list(chain(*again.results.values()))
    assert list(again.concerned.values()) == [None]
