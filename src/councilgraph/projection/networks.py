"""A projection as a networkx graph."""

from typing import TYPE_CHECKING

from councilgraph.projection.model import Projection

if TYPE_CHECKING:
    import networkx


def to_networkx(projection: Projection) -> "networkx.MultiGraph[str]":
    """A MultiDiGraph, or a MultiGraph where edges have no direction; what is known is data of nodes and edges."""
    import networkx

    graph = networkx.MultiDiGraph() if projection.directed else networkx.MultiGraph()
    graph.graph.update(name=projection.name, title=projection.title)
    for node in projection.nodes:
        own = {"label": node.label, "kind": node.kind, "start": node.start, "end": node.end, "iri": node.iri}
        graph.add_nodes_from([(node.id, node.attributes | own | {"colour": node.colour, "size": node.size})])
    for edge in projection.edges:
        said = {"label": edge.label, "kind": edge.kind, "start": edge.start, "end": edge.end, "thing": edge.thing}
        drawn = {"weight": edge.weight, "documents": edge.documents, "colour": edge.colour}
        graph.add_edges_from([(edge.source, edge.target, edge.id, edge.attributes | said | drawn)])
    return graph
