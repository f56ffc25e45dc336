"""Named projections: which nodes and edges a picture holds, as queries in small files (``library/*.toml``)."""

from councilgraph.projection.definition import Definition, get, stored
from councilgraph.projection.model import Edge, Node, Projection
from councilgraph.projection.run import project

__all__ = ["Definition", "Edge", "Node", "Projection", "get", "project", "stored"]
