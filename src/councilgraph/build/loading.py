"""RDF of the user's own beside what builds make, judged by the shapes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from councilgraph.build.judging import commit_judged
from councilgraph.store import write_store
from councilgraph.store.loading import graphs_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was taken in.

    Attributes:
        triples: how many each graph has, by its IRI.
        before, after: the verdict on the whole graph, as `Report.summary` gives it; empty where there was none.
    """

    triples: dict[str, int]
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def more(self) -> dict[str, int]:
        """By severity, how many more findings there are than before, where there are."""
        was, now = (verdict.get("severities", {}) for verdict in (self.before, self.after))
        return {level: count - was.get(level, 0) for level, count in now.items() if count > was.get(level, 0)}


def load(folder: Path, files: Sequence[Path]) -> Loaded:
    """Take RDF files into a store, each as a graph that builds leave alone. All are taken in, or none.

    Raises:
        UsageError: there is no such file, its type is unknown, or two files would share a graph.
        InputError: a file is malformed; ``where`` is ``file:line:column``.
        StoreBusy: somebody else is writing.
    """
    graphs = graphs_of(files)
    with write_store(folder) as writer:
        for graph, lines in graphs.items():
            writer.put(graph, lines)
        before, after = commit_judged(writer)
    return Loaded({graph: len(lines) for graph, lines in graphs.items()}, before, after)
