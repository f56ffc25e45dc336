"""People in their posts, as documents attest them.

A tenure is a node of its own: somebody in a post, attested for the days of the inspection on whose team they were, or for
the day of the document. The post is the organisation and the kind of office; the title that was printed is on the span.
"""

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.documents import write_organisation
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.spans import SpanWriter
from councilgraph.model import PersonMention
from councilgraph.namespaces import CG, FOAF, ORG
from councilgraph.rdf import NamedNode
from councilgraph.resolve import Resolution, ResolvedRecord, person_key
from councilgraph.resolve.dates import Bounds
from councilgraph.resolve.names import slug
from councilgraph.resolve.vocabulary import vocabulary


def write_people(graph: Graph, spans: SpanWriter, text: ResolvedRecord, resolution: Resolution) -> None:
    """The people whom a text names in a post of an organisation that is no council."""
    for mention in text.record.people:
        if mention.organisation and mention.organisation not in text.councils:
            _tenure(graph, spans, text, mention, mention.organisation, resolution)


def write_person(graph: Graph, key: str, resolution: Resolution) -> NamedNode:
    """A person by their key, under the spelling that was met most."""
    person = iris.thing("person", key)
    name = resolution.people[key]
    graph.node(person, (CG.Person, FOAF.Person), name)
    graph.add(person, FOAF.name, rdf.text(name))
    return person


def _tenure(
    graph: Graph,
    spans: SpanWriter,
    text: ResolvedRecord,
    mention: PersonMention,
    organisation: str,
    resolution: Resolution,
) -> None:
    key = person_key(mention.name, [organisation])
    person = write_person(graph, key, resolution)
    body = write_organisation(graph, organisation)
    post = iris.post(body, mention.role_type)
    office = vocabulary().labels["post-type", mention.role_type]
    graph.node(post, (CG.Post, ORG.Post), f"{office}, {organisation}")
    graph.add(post, ORG.postIn, body)
    graph.add(post, CG.postType, iris.concept("post-type", mention.role_type))

    first = text.record.inspections[0] if text.record.inspections else None
    event = text.events.get(first.id) if first and mention.role_type == "inspector" else None
    at = event.key if event else text.short
    tenure = iris.thing("tenure", "-".join((key, slug(mention.role or office), at)))
    title = mention.role or office
    graph.node(tenure, (CG.Tenure, ORG.Membership), f"{resolution.people[key]}, {title}, {organisation}")
    graph.add(tenure, CG.holder, person)
    graph.add(tenure, ORG.member, person)
    graph.add(tenure, CG.inPost, post)
    graph.add(tenure, CG.interim, rdf.boolean(True) if mention.interim else None)
    if event:
        graph.add(tenure, CG.inspection, iris.thing("inspection", event.key))
        bounds = event.bounds
        graph.bounds(tenure, Bounds(latest_start=bounds.latest_start, earliest_end=bounds.earliest_end))
    spans.write(tenure, mention.evidence, printed={CG.printedTitle: mention.role})
