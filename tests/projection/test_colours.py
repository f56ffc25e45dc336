"""Colours and sizes by the rules of a projection."""

from councilgraph.projection.colours import colour_edges, colour_nodes
from councilgraph.projection.definition import Block, Colouring, Sizing
from councilgraph.projection.model import Edge, LegendEntry, Node, Projection


def projection(*ends: tuple[str, str]) -> Projection:
    names = sorted({name for pair in ends for name in pair})
    seen = Projection("any", "Any", nodes=[Node(name, name, "thing") for name in names])
    seen.edges = [Edge(f"e{number}", a, b, "tie", "tie", weight=number + 1.0) for number, (a, b) in enumerate(ends)]
    return seen


def test_a_colour_by_value_is_in_the_legend_where_it_is_met() -> None:
    seen = projection(("a", "b"), ("b", "c"))
    for edge, band in zip(seen.edges, (1, None), strict=True):
        edge.attributes |= {"band": band} if band else {}
    rule = Colouring("band", {"1": "#d55e00", "4": "#0072b2"}, "#cccccc", {"1": "lowest"})
    colour_edges(seen, Block("", "graded", rule), seen.edges)
    assert [edge.colour for edge in seen.edges] == ["#d55e00", "#cccccc"]
    assert seen.legend == [
        LegendEntry("edge", "lowest", "#d55e00"),
        LegendEntry("edge", "graded, other", "#cccccc"),
    ]


def test_one_colour_for_all_is_called_by_the_kind() -> None:
    seen = projection(("a", "b"))
    colour_nodes(seen, [(Block("", "council", Colouring(other="#0072b2")), {n.id: n for n in seen.nodes})])
    assert {node.colour for node in seen.nodes} == {"#0072b2"}
    assert seen.legend == [LegendEntry("node", "council", "#0072b2")]


def test_what_has_no_name_of_its_own_is_called_other_or_a_tie() -> None:
    seen = projection(("a", "b"))
    colour_nodes(seen, [(Block(""), {node.id: node for node in seen.nodes})])
    colour_edges(seen, Block(""), seen.edges)
    assert [(entry.of, entry.meaning) for entry in seen.legend] == [("node", "other"), ("edge", "tie")]


def test_area_grows_with_the_number_and_a_loop_counts_once() -> None:
    seen = projection(("a", "b"), ("a", "c"), ("a", "d"), ("a", "a"))
    nodes = {node.id: node for node in seen.nodes}
    colour_nodes(seen, [(Block("", "x", size=Sizing("edges", 10, 20)), nodes)])
    assert [node.size for node in seen.nodes] == [20, 15, 15, 15]
    colour_nodes(seen, [(Block("", "x", size=Sizing("weight", 0, 10)), nodes)])
    assert [node.size for node in seen.nodes] == [10, 3.16, 4.47, 5.48]


def test_what_is_no_number_is_smallest() -> None:
    seen = projection(("a", "b"))
    seen.nodes[0].attributes["share"] = 4
    seen.nodes[1].attributes["share"] = "many"
    colour_nodes(seen, [(Block("", "x", size=Sizing("share", 5, 9)), {n.id: n for n in seen.nodes})])
    assert [node.size for node in seen.nodes] == [9, 5]
