"""Questions to the graph: SPARQL and stored queries, answers as tables in several formats, each row with its sources."""

from councilgraph.query.run import Table, run

__all__ = ["Table", "run"]
