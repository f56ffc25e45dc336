"""Data of the user's own, each file in a named graph of its own beside those that a build makes.

A build leaves these graphs alone; loading a file of the same name replaces its graph.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad

from councilgraph import rdf
from councilgraph.errors import InputError, UsageError
from councilgraph.rdf import BASE, NamedNode, Triple
from councilgraph.registers.names import slug

T = TypeVar("T")


def graphs_of(files: Sequence[Path]) -> dict[str, list[str]]:
    """The graphs that RDF files become, by IRI, in canonical form (`rdf.lines`); the named graphs of a file are merged.

    Raises:
        UsageError: there is no such file, its type is unknown, or two files would share a graph.
        InputError: a file is malformed; ``where`` is ``file:line:column``.
    """
    graphs: dict[str, list[str]] = {}
    for file in files:
        graph = f"{BASE}graph/loaded/{_name(file)}"
        if graph in graphs:
            raise UsageError(
                f"two files are called {file.stem}", hint="Rename one: its name becomes that of its graph."
            )
        graphs[graph] = rdf.lines(_skolemised(rdf.read_triples(file), file))
    return graphs


def _name(file: Path) -> str:
    name = slug(file.stem)
    if not name:
        raise UsageError(f"no name for a graph can be made of {file.name}", hint="Rename the file.")
    return name


def _skolemised(triples: Iterable[Triple], file: Path) -> Iterator[Triple]:
    """The triples with IRIs in place of blank nodes, the same ones each time (RDF Dataset Canonicalization 1.0)."""
    dataset = Dataset(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    for quad in dataset:
        if isinstance(quad.object, Triple):
            raise InputError("a triple term (RDF 1.2), which the graph cannot hold", where=str(file))
        yield Triple(_named(quad.subject, file), quad.predicate, _named(quad.object, file))


def _named(term: T, file: Path) -> T | NamedNode:
    return NamedNode(f"{BASE}id/blank/{_name(file)}-{term.value}") if isinstance(term, BlankNode) else term
