"""Property paths for people: in the notation of SPARQL, and in words."""

from collections.abc import Callable

from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from councilgraph.rdf import shorten


def notation(graph: Graph, path: Node) -> str:
    """A property, or a property path as SPARQL writes it.

    Args:
        graph: the shapes, or a report, in which the path is told.
    """
    if isinstance(path, URIRef):
        return shorten(str(path))
    if steps := list(graph.items(path)):
        return "/".join(notation(graph, step) for step in steps)
    for predicate, sign in ((SH.zeroOrMorePath, "*"), (SH.oneOrMorePath, "+"), (SH.zeroOrOnePath, "?")):
        if inner := graph.value(path, predicate):
            return f"({notation(graph, inner)}){sign}"
    if inner := graph.value(path, SH.inversePath):
        return f"^{notation(graph, inner)}"
    choices = graph.value(path, SH.alternativePath)
    return "|".join(notation(graph, choice) for choice in graph.items(choices)) if choices is not None else "path"


def in_words(graph: Graph, path: Node, label: Callable[[URIRef], str]) -> str:
    """“grade”, “framework of inspection”, “party or stood as”; the notation where words would mislead."""
    if isinstance(path, URIRef):
        return label(path)
    if steps := list(graph.items(path)):
        told = [in_words(graph, step, label) for step in reversed(steps)]
        return " of ".join(told)
    if choices := graph.value(path, SH.alternativePath):
        return " or ".join(in_words(graph, choice, label) for choice in graph.items(choices))
    return notation(graph, path)
