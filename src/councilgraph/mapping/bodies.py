"""Organisations of all kinds, each with its class and label wherever it is mentioned."""

from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.namespaces import CG, FOAF, ORG
from councilgraph.rdf import NamedNode
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.people import Body

_TYPES = {
    "Council": (CG.Council, ORG.FormalOrganization),
    "Inspectorate": (CG.Inspectorate, ORG.Organization),
    "GovernmentDepartment": (CG.GovernmentDepartment, ORG.Organization),
    "DeliveryBody": (CG.DeliveryBody, ORG.Organization),
    "Organization": (ORG.Organization,),
    "Agent": (FOAF.Agent,),
}


def write_body(graph: Graph, body: Body) -> NamedNode:
    """A council, inspectorate, department or any other organisation, or somebody who is not named."""
    place = {"Council": "council", "Agent": "agent"}.get(body.kind, "organisation")
    node = iris.thing(place, body.key)
    graph.node(node, _TYPES[body.kind], body.label)
    return node


def write_council(graph: Graph, reference: CouncilReference) -> NamedNode:
    """A council by reference."""
    return write_body(graph, Body("Council", reference.key, reference.label))
