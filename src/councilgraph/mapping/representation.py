"""Which council's area a Member of Parliament spoke for, where a document mentions one.

The register has all members, seats and overlaps; what they come to for one member is only written down for those whom
documents mention, since for all it would be more than the register itself.
"""

from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.namespaces import CG
from councilgraph.registers import councils
from councilgraph.registers.members import Membership, Overlap, members
from councilgraph.resolve import Resolution
from councilgraph.resolve.dates import Bounds


def write_representations(graph: Graph, resolution: Resolution) -> None:
    """The seats of the members whom documents mention, by the council in whose area they lay."""
    for text in resolution.texts:
        for mention in text.record.people:
            if mention.role_type == "mp":
                met = members().find(mention.name, text.record.document.published, mention.constituency)
                if met:
                    for overlap in members().councils_of(met):
                        _write(graph, met, overlap)


def _write(graph: Graph, membership: Membership, overlap: Overlap) -> None:
    council = councils().by_slug(overlap.council)
    node = iris.thing("representation", f"{membership.key}-{overlap.council}")
    name = council.name if council else overlap.council
    graph.node(node, (CG.Representation,), f"{membership.label}, {name}")
    graph.add(node, CG.representative, iris.thing("person", membership.person))
    graph.add(node, CG.constituency, iris.thing("constituency", membership.constituency))
    graph.add(node, CG.council, iris.thing("council", overlap.council))
    graph.bounds(node, _both(membership, overlap))


def _both(membership: Membership, overlap: Overlap) -> Bounds:
    """When the member held the seat and the seat lay in the area."""
    start = max(membership.start, overlap.start)
    ends = [
        min((day for day in (end, overlap.end) if day), default=None)
        for end in (membership.earliest_end, membership.latest_end)
    ]
    return Bounds(start, start, *ends)
