"""Small data and shapes as Turtle, checked without all that stands in a graph."""

from pyoxigraph import RdfFormat, parse

from councilgraph import rdf
from councilgraph.store.lines import LineStore
from councilgraph.validate import Report
from councilgraph.validate.engine import Engine, check
from councilgraph.validate.known import Known
from councilgraph.validate.shapes import Shapes
from councilgraph.validate.terms import quiet, rdflib_graph

HEAD = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in rdf.PREFIXES.items())


def lines(turtle: str) -> list[str]:
    return rdf.lines(quad.triple for quad in parse((HEAD + turtle).encode(), format=RdfFormat.TURTLE))


def shapes_of(turtle: str) -> Shapes:
    with quiet():
        return Shapes(rdflib_graph(lines(turtle)))


def checked(data: str, shapes: str | Shapes, engine: str = "compiled", known: Known | None = None) -> Report:
    """The verdict of some shapes on some data."""
    store = LineStore()
    store.add_lines(lines(data))
    return check(store, shapes_of(shapes) if isinstance(shapes, str) else shapes, engine=Engine(engine), known=known)
