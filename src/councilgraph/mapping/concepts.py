"""Concepts of the open lists, some of which the vocabulary has not met yet."""

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.namespaces import SKOS
from councilgraph.rdf import NamedNode
from councilgraph.resolve.names import slug
from councilgraph.resolve.vocabulary import vocabulary


def concept_label(scheme: str, key: str) -> str:
    """What a concept is called; a key that the vocabulary lacks in words of its own."""
    words = key.replace("-", " ")
    return vocabulary().labels.get((scheme, key)) or words[:1].upper() + words[1:]


def write_concept(graph: Graph, scheme: str, key: str) -> NamedNode:
    """A concept of an open list; one that the vocabulary lacks is described here, so that nothing dangles."""
    if (scheme, key) in vocabulary().labels:
        return iris.concept(scheme, key)
    node = iris.concept(scheme, slug(key))
    label = concept_label(scheme, key)
    graph.node(node, (SKOS.Concept,), label)
    graph.add(node, SKOS.prefLabel, rdf.text(label))
    graph.add(node, SKOS.inScheme, iris.scheme(scheme))
    return node
