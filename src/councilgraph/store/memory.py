"""A graph in memory, from a file that `dump` wrote or any other RDF."""

from pathlib import Path

from pyoxigraph import Quad, Store

from councilgraph import rdf
from councilgraph.store.protocol import Result


class MemoryStore:
    """The triples of a file, its named graphs merged, each triple once."""

    def __init__(self, file: Path) -> None:
        self._database = Store()
        self._database.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in rdf.read_triples(file))

    def query(self, sparql: str) -> Result:
        """The engine's answer; the prefixes of `rdf.PREFIXES` are known.

        Raises:
            SyntaxError: the query is malformed.
        """
        return self._database.query(sparql, prefixes=rdf.PREFIXES)
