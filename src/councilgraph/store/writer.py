"""The store as its one writer sees it.

What is put, retired and erased is remembered and applied at `StoreWriter.commit`, to a copy of the current generation
(hard links) or, where much changes, to a new database. After every commit the default graph is the union of the live
named graphs, each triple once: a triple leaves it only when no live graph holds it any more.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from councilgraph.errors import UsageError
from councilgraph.store.embedded import ENGINE_ERRORS, graph_lines
from councilgraph.store.generations import Generation, Meta, current, damaged, next_generation, parse_meta, sweep
from councilgraph.store.lock import write_lock

# Of quads. The engine keeps a batch in memory and sorts it; a million quads in one took 1.3 GB and longer, and many small
# ones leave it more files to merge.
_BATCH = 100_000
# Taking a triple out costs about ten times what writing one into a new database does.
_REWRITE_SHARE = 0.1


class StoreWriter:
    """Collects changes and commits them as one; made by `write_store`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base = current(folder)
        self._meta = self._read_meta()
        self._live = dict(self._meta.live)
        self._lines: dict[str, Sequence[str]] = {}
        self._erases = False

    @property
    def state(self) -> dict[str, Any]:
        """The state that the last commit left; empty at first."""
        return self._meta.state

    def put(self, graph: str, lines: Sequence[str]) -> None:
        """Replace a named graph, which is live from now on.

        Args:
            lines: N-Triples without blank nodes, as `rdf.lines` gives them.
        """
        self._lines[graph] = lines
        self._live[graph] = True

    def retire(self, graph: str) -> None:
        """Take a graph out of the merge and keep it.

        Raises:
            UsageError: there is no such graph.
        """
        self._must_exist(graph)
        self._live[graph] = False

    def erase(self, graph: str) -> None:
        """Delete a graph, and from the merge what it alone held. The commit leaves no generation that still holds it.

        Raises:
            UsageError: there is no such graph.
        """
        self._must_exist(graph)
        del self._live[graph]
        self._lines.pop(graph, None)
        self._erases = True

    def commit(self, state: dict[str, Any] | Callable[[], dict[str, Any]]) -> None:
        """Write all changes and let readers see them; a crash before the end changes nothing.

        Args:
            state: any JSON, found again as `state`; or what gives it, asked when the triples are written.

        Raises:
            InputError: the store is damaged.
            UsageError: it cannot be written, for want of room or of permission.
        """
        target = next_generation(self._folder)
        try:
            target.folder.mkdir(parents=True)
            self._fill(target)
            meta = Meta(dict(self._live), state() if callable(state) else state)
            target.write_meta(meta)
            target.make_current()
        except BaseException as error:
            if current(self._folder) != target:
                target.remove()
            if isinstance(error, OSError):
                raise UsageError(f"cannot write the graph in {self._folder}: {error}") from error
            if isinstance(error, RuntimeError):
                raise damaged(self._folder, error) from error
            raise
        sweep(self._folder, target, former=not self._erases)
        self._base, self._meta = target, meta
        self._lines, self._erases = {}, False

    def _read_meta(self) -> Meta:
        try:
            return parse_meta(self._base.read_meta(), self._folder) if self._base else Meta()
        except OSError as error:
            raise damaged(self._folder, error) from error

    def _must_exist(self, graph: str) -> None:
        if graph not in self._live:
            raise UsageError(f"no graph <{graph}> in {self._folder}")

    def _fill(self, target: Generation) -> None:
        if self._base is None:
            _write_anew(target, {graph: self._lines[graph] for graph in self._live}, self._live)
            return
        try:
            before = Store.read_only(self._base.database)
        except ENGINE_ERRORS as error:
            raise damaged(self._folder, error) from error
        change = _Change(before, self._meta.live, self._live, self._lines)
        if self._erases or change.removals > _REWRITE_SHARE * len(before):
            kept = {g: graph_lines(before, NamedNode(g)) for g in self._live if g not in self._lines}
            _write_anew(target, {g: self._lines[g] if g in self._lines else kept[g] for g in self._live}, self._live)
        else:
            before.backup(target.database)
            change.apply(target)


class _Change:
    """The triples to take out and to put in, by graph; those of the default graph under None."""

    def __init__(
        self,
        before: Store,
        was_live: dict[str, bool],
        is_live: dict[str, bool],
        new_lines: dict[str, Sequence[str]],
    ) -> None:
        self._before = before
        touched = {g for g in {*was_live, *is_live} if g in new_lines or was_live.get(g) != is_live.get(g)}
        self._untouched_live = {NamedNode(g) for g, live in is_live.items() if live and g not in touched}
        self.remove: dict[str | None, set[str]] = {}
        self.add: dict[str | None, set[str]] = {}
        merged_before: set[str] = set()
        merged_after: set[str] = set()
        for graph in touched:
            old = set(graph_lines(before, NamedNode(graph))) if graph in was_live else set()
            new = set(new_lines.get(graph, old)) if graph in is_live else set()
            self.remove[graph], self.add[graph] = old - new, new - old
            if was_live.get(graph):
                merged_before |= old
            if is_live.get(graph):
                merged_after |= new
        self.remove[None], self.add[None] = merged_before - merged_after, merged_after - merged_before

    @property
    def removals(self) -> int:
        """How many triples leave a graph, at most."""
        return sum(map(len, self.remove.values()))

    def apply(self, target: Generation) -> None:
        """Make the change in the copy."""
        database = Store(target.database)
        for graph, lines in self.remove.items():
            for quad in _quads(graph, lines):
                if graph or not self._is_held(quad):
                    database.remove(quad)
        _load(database, self.add.items())

    def _is_held(self, quad: Quad) -> bool:
        """Whether a live graph that is not touched holds the triple."""
        holders = self._before.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(holder.graph_name in self._untouched_live for holder in holders)


def _write_anew(target: Generation, graphs: Mapping[str, Sequence[str]], live: dict[str, bool]) -> None:
    # In the order of the graphs, which are sorted: the engine sorts what is in no order much longer.
    merged = dict.fromkeys(line for graph, lines in graphs.items() if live[graph] for line in lines)
    _load(Store(target.database), chain(graphs.items(), [(None, merged)]))


def _load(database: Store, graphs: Iterable[tuple[str | None, Iterable[str]]]) -> None:
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


def _quads(graph: str | None, lines: Iterable[str]) -> Iterator[Quad]:
    """The triples of N-Triples lines as quads of a graph; of the default graph for None."""
    name = NamedNode(graph) if graph else DefaultGraph()
    remaining = iter(lines)
    while batch := list(islice(remaining, _BATCH)):
        for quad in parse("\n".join(batch).encode(), format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, name)


@contextmanager
def write_store(folder: Path) -> Iterator[StoreWriter]:
    """Open a store to write, made if it is not there; what is not committed at the end never was.

    Raises:
        StoreBusy: somebody else is writing.
        UsageError: the folder cannot be made.
        InputError: the store is damaged.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make {folder}: {error.strerror}") from error
    with write_lock(folder):
        sweep(folder, current(folder))
        yield StoreWriter(folder)
