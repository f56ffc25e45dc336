"""Small graphs for the tests of this room."""

from collections.abc import Iterable

from councilgraph.rdf import BASE, PREFIXES, Literal, NamedNode, Triple, lines

LABEL = NamedNode(PREFIXES["rdfs"] + "label")


def graph_iri(name: str) -> str:
    return f"{BASE}graph/document/{name}"


def labels(*names: str) -> list[str]:
    """One triple a name."""
    return lines(Triple(NamedNode(f"{BASE}id/council/{name}"), LABEL, Literal(name)) for name in names)


def merged(*graphs: Iterable[str]) -> list[str]:
    return sorted({line for graph in graphs for line in graph})
