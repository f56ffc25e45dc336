"""The store as readers see it: one generation, opened read-only. Reading creates nothing."""

from functools import cached_property
from pathlib import Path
from typing import Any, Self

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from councilgraph import rdf
from councilgraph.errors import UsageError
from councilgraph.store.generations import Generation, Meta, current, damaged, parse_meta, previous
from councilgraph.store.protocol import Result

# What the engine raises where a file is missing, unreadable or not what it wrote.
ENGINE_ERRORS = (OSError, RuntimeError)


class EmbeddedStore:
    """The graph as it was when the store was opened, whatever is written since.

    Its default graph is the merge of the live named graphs, each triple once. Use it in a ``with`` statement or call
    `close`.
    """

    def __init__(self, generation: Generation) -> None:
        self.folder = generation.store
        self._database: Store | None = Store.read_only(generation.database)
        self._content = generation.read_meta()

    @cached_property
    def _meta(self) -> Meta:
        return parse_meta(self._content, self.folder)

    @property
    def state(self) -> dict[str, Any]:
        """What the last build left for the next."""
        return self._meta.state

    @property
    def database(self) -> Store:
        """The engine, for this room and for loading the graph elsewhere."""
        if self._database is None:
            raise ValueError("the store is closed")
        return self._database

    def query(self, sparql: str) -> Result:
        """The engine's answer; the prefixes of `rdf.PREFIXES` are known.

        Raises:
            SyntaxError: the query is malformed; `query.run` says it in plain English.
        """
        return self.database.query(sparql, prefixes=rdf.PREFIXES)

    def graph_names(self, *, live: bool | None = None) -> list[str]:
        """IRIs of the named graphs, sorted: all, or those in the merge (True) or out of it (False)."""
        return sorted(iri for iri, is_live in self._meta.live.items() if live in (None, is_live))

    def lines(self, graph: str) -> list[str]:
        """A named graph in canonical form (`rdf.lines`).

        Raises:
            UsageError: there is no such graph.
            InputError: the store is damaged.
        """
        if graph not in self._meta.live:
            raise UsageError(f"no graph <{graph}> in {self.folder}")
        return self._lines(NamedNode(graph))

    def default_lines(self) -> list[str]:
        """The default graph in canonical form (`rdf.lines`).

        Raises:
            InputError: the store is damaged.
        """
        return self._lines(DefaultGraph())

    def _lines(self, graph: NamedNode | DefaultGraph) -> list[str]:
        try:
            return graph_lines(self.database, graph)
        except ENGINE_ERRORS as error:
            raise damaged(self.folder, error) from error

    def close(self) -> None:
        """Let go of the files."""
        self._database = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def open_store(folder: Path) -> EmbeddedStore:
    """Open a store to read.

    Raises:
        UsageError: there is no store.
        InputError: there is one and it is damaged.
    """
    generation = current(folder)
    while generation:
        try:
            return EmbeddedStore(generation)
        except ENGINE_ERRORS as error:
            # Two builds since the pointer was read, and the generation is gone: follow the pointer again.
            latest = current(folder)
            if latest == generation:
                raise damaged(folder, error) from error
            generation = latest
    raise UsageError(f"No graph here: {folder}", hint="Run `councilgraph build FOLDER` to make one.")


def open_previous(folder: Path) -> EmbeddedStore:
    """Open the state of a store before the one that counts.

    Raises:
        UsageError: there is no such state, or no store.
        InputError: the store is damaged.
    """
    generation = previous(folder)
    if generation is None:
        raise UsageError(f"{folder} holds no earlier state", hint="Keep one with `councilgraph dump -o before.trig`.")
    try:
        return EmbeddedStore(generation)
    except ENGINE_ERRORS as error:
        raise damaged(folder, error) from error


def graph_lines(database: Store, graph: NamedNode | DefaultGraph) -> list[str]:
    """The sorted N-Triples lines of a graph: what the engine dumps is canonical, but for the order."""
    content = database.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return sorted(content.decode().split("\n")[:-1])
