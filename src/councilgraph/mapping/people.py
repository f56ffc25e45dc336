"""People in their posts, as documents attest them.

A tenure is a node of its own: somebody, or an unnamed holder, in a post, attested for the days of the inspection on whose team
they were, or for the day of the document. The post is the organisation and the kind of office; the title that was printed is
on the span.
"""

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.bodies import write_body
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.spans import SpanWriter
from councilgraph.namespaces import CG, FOAF, ORG
from councilgraph.rdf import NamedNode
from councilgraph.resolve import Resolution, ResolvedRecord
from councilgraph.resolve.people import Body, Holding
from councilgraph.resolve.vocabulary import vocabulary


def write_people(graph: Graph, spans: SpanWriter, text: ResolvedRecord, resolution: Resolution) -> None:
    """The people whom a text names in a post of an organisation, and posts whose holders it does not name."""
    for holding in text.holdings:
        if holding.tenure and holding.body:
            _tenure(graph, spans, holding, holding.tenure, holding.body, resolution)


def write_person(graph: Graph, key: str, resolution: Resolution) -> NamedNode:
    """A person by their key, under the spelling that was met most."""
    person = iris.thing("person", resolution.same.get(key, key))
    name = resolution.people[key]
    graph.node(person, (CG.Person, FOAF.Person), name)
    graph.add(person, FOAF.name, rdf.text(name))
    return person


def _tenure(graph: Graph, spans: SpanWriter, holding: Holding, key: str, body: Body, resolution: Resolution) -> None:
    tenure = iris.thing("tenure", key)
    if holding.membership:
        graph.node(tenure, (CG.Tenure, ORG.Membership), holding.membership.label)
        graph.add(tenure, CG.holder, write_person(graph, holding.membership.person, resolution))
        spans.write(tenure, holding.evidence, printed={CG.printedTitle: holding.role})
        return
    office = vocabulary().labels["post-type", holding.role_type]
    organisation = write_body(graph, body)
    post = iris.post(organisation, holding.role_type)
    graph.node(post, (CG.Post, ORG.Post), f"{office}, {body.label}")
    graph.add(post, ORG.postIn, organisation)
    graph.add(post, CG.postType, iris.concept("post-type", holding.role_type))

    title = holding.role or office
    holder = resolution.people[holding.person] if holding.person else "Not named"
    graph.node(tenure, (CG.Tenure, ORG.Membership), f"{holder}, {title}, {body.label}")
    if holding.person:
        person = write_person(graph, holding.person, resolution)
        graph.add(tenure, CG.holder, person)
        graph.add(tenure, ORG.member, person)
    graph.add(tenure, CG.inPost, post)
    graph.add(tenure, CG.interim, rdf.boolean(True) if holding.interim else None)
    graph.add(tenure, CG.inspection, iris.thing("inspection", holding.at.key) if holding.at else None)
    if holding.seat:
        seat = iris.thing("constituency", holding.seat.key)
        graph.node(seat, (CG.Constituency,), holding.seat.label)
        graph.add(tenure, CG.constituency, seat)
    if holding.party:
        party = iris.organisation(holding.party)
        graph.node(party, (CG.PoliticalParty, ORG.Organization), holding.party)
        graph.add(tenure, CG.party, party)
    graph.bounds(tenure, holding.bounds)
    spans.write(tenure, holding.evidence, printed={CG.printedTitle: holding.role})
