"""N-Triples lines into a database, by the hundred thousand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from councilgraph.store.generations import Generation

# Of quads. The engine keeps a batch in memory and sorts it; a million quads in one took 1.3 GB and longer, and many small
# ones leave it more files to merge.
_BATCH = 50_000


def write_anew(target: Generation, graphs: Mapping[str, Sequence[str]], live: dict[str, bool]) -> Store:
    """A new database of graphs and of the merge of those that are live."""
    # In the order of the graphs, which are sorted: the engine sorts what is in no order much longer.
    merged = dict.fromkeys(line for graph, lines in graphs.items() if live[graph] for line in lines)
    database = Store(target.database)
    load(database, chain(graphs.items(), [(None, merged)]))
    return database


def load(database: Store, graphs: Iterable[tuple[str | None, Iterable[str]]]) -> None:
    """Write N-Triples lines into graphs; None is the default graph.

    They are known to be well-formed: the engine wrote them, or `rdf.lines` did. As text they go in almost twice as fast
    as made into quads first.
    """
    lines = chain.from_iterable(_in_graph(graph, lines) for graph, lines in graphs)
    while batch := list(islice(lines, _BATCH)):
        database.bulk_load("".join(batch).encode(), format=RdfFormat.N_QUADS, lenient=True)
    database.flush()


def _in_graph(graph: str | None, lines: Iterable[str]) -> Iterator[str]:
    end = f" {NamedNode(graph)} .\n" if graph else " .\n"
    return (line[:-2] + end for line in lines)


def quads_of(graph: str | None, lines: Iterable[str]) -> Iterator[Quad]:
    """The triples of N-Triples lines as quads of a graph; of the default graph for None."""
    name = NamedNode(graph) if graph else DefaultGraph()
    remaining = iter(lines)
    while batch := list(islice(remaining, _BATCH)):
        for quad in parse("\n".join(batch).encode(), format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, name)
