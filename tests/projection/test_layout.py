"""Where nodes are drawn."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.errors import UsageError
from councilgraph.projection.layout import MOST, arrange
from councilgraph.projection.model import Edge, Node, Point, Projection

PAIRS = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=30)


def projection(pairs: list[tuple[int, int]], nodes: int = 15) -> Projection:
    seen = Projection("any", "Any", nodes=[Node(f"n/{n:05}", str(n), "thing", size=10 + n % 5) for n in range(nodes)])
    seen.edges = [Edge(f"e{i}", f"n/{a:05}", f"n/{b:05}", "tie", "tie") for i, (a, b) in enumerate(pairs)]
    return seen


def places(seen: Projection) -> dict[str, Point]:
    return {node.id: node.position for node in seen.nodes if node.position}


@given(PAIRS)
def test_every_node_has_a_place_of_its_own(pairs: list[tuple[int, int]]) -> None:
    seen = projection(pairs)
    arrange(seen)
    found = places(seen)
    assert found.keys() == {node.id for node in seen.nodes}
    sizes = {node.id: node.size for node in seen.nodes}
    for (one, a), (other, b) in combinations(found.items(), 2):
        assert math.dist(a, b) > (sizes[one] + sizes[other]) / 2
    assert all(x >= 0 and y >= 0 for x, y in found.values())


@given(PAIRS)
def test_the_order_of_edges_has_no_part_in_it(pairs: list[tuple[int, int]]) -> None:
    first, second = projection(pairs), projection(pairs)
    second.edges.reverse()
    arrange(first)
    arrange(second)
    assert places(first) == places(second)


@given(PAIRS, st.integers(0, 7))
def test_what_had_a_place_keeps_it(pairs: list[tuple[int, int]], new: int) -> None:
    before, after = projection(pairs, 15), projection([*pairs, (15, 3)], 15 + 1 + new)
    arrange(before)
    arrange(after, places(before))
    found = places(after)
    assert {key: found[key] for key in places(before)} == places(before)
    assert len(set(found.values())) == len(found)
    assert math.dist(found["n/00015"], found["n/00003"]) < 400


def test_a_picture_most_of_which_is_new_is_drawn_anew() -> None:
    seen, again = projection([(0, 1), (1, 2), (2, 0)], 3), projection([(0, 1), (1, 2), (2, 0)], 3)
    arrange(seen)
    arrange(again, {"n/00000": (9000.0, 9000.0)})
    assert places(again) == places(seen)


def test_a_star_is_drawn_around_its_middle() -> None:
    seen = projection([(0, n) for n in range(1, 15)])
    arrange(seen)
    found = places(seen)
    middle = found.pop("n/00000")
    assert middle == pytest.approx(tuple(sum(each) / len(found) for each in zip(*found.values(), strict=True)), abs=10)


def test_tied_nodes_lie_nearer_than_others() -> None:
    ring = [(n, (n + 1) % 40) for n in range(40)]
    seen = projection(ring, 40)
    arrange(seen)
    found = list(places(seen).values())
    ties = [math.dist(found[a], found[b]) for a, b in ring]
    everything = [math.dist(a, b) for a, b in combinations(found, 2)]
    assert sum(ties) / len(ties) < sum(everything) / len(everything) / 2


def test_more_than_a_picture_can_show_is_refused() -> None:
    with pytest.raises(UsageError, match="more than a picture can show"):
        arrange(projection([], MOST + 1))


def test_nothing_is_laid_out_at_once() -> None:
    seen = projection([], 0)
    arrange(seen)
    assert seen.nodes == []
