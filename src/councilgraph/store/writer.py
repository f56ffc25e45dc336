"""The store as its one writer sees it.

What is put, retired and erased is remembered and applied at `StoreWriter.commit`, to a copy of the current generation
(hard links) or, where much changes, to a new database. After every commit the default graph is the union of the live
named graphs, each triple once: a triple leaves it only when no live graph holds it any more.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, Store

from councilgraph.errors import UsageError
from councilgraph.store.ahead import Ahead
from councilgraph.store.bulk import load, quads_of, write_anew
from councilgraph.store.embedded import ENGINE_ERRORS, graph_lines
from councilgraph.store.generations import Generation, Meta, current, damaged, next_generation, parse_meta, sweep
from councilgraph.store.lock import write_lock
from councilgraph.store.merge import Merge

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
        self._ahead: Ahead | None = None

    @property
    def state(self) -> dict[str, Any]:
        """The state that the last commit left; empty at first."""
        return self._meta.state

    def note(self, name: str) -> bytes | None:
        """What was noted with the last commit under a name, see `Written.note`."""
        return self._base.read_note(name) if self._base else None

    def live(self) -> list[str]:
        """The named graphs that will be in the merge, sorted."""
        return sorted(graph for graph, is_live in self._live.items() if is_live)

    def expect(self, graph: str, lines: Sequence[str]) -> None:
        """Say that a graph will probably be put: an empty store begins to write it beside what the caller goes on with.

        Args:
            lines: as for `put`; not to be changed any more.
        """
        if self._base is None:
            if self._ahead is None:
                self._ahead = Ahead(next_generation(self._folder))
            self._ahead.take(graph, lines)

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

    def commit(self, state: dict[str, Any] | Callable[["Written"], dict[str, Any]]) -> None:
        """Write all changes and let readers see them; a crash before the end changes nothing.

        Args:
            state: any JSON, found again as `state`; or what gives it, asked when the triples are written, of which it
                may ask.

        Raises:
            InputError: the store is damaged.
            UsageError: it cannot be written, for want of room or of permission.
        """
        target = self._ahead.target if self._ahead else next_generation(self._folder)
        try:
            target.folder.mkdir(parents=True, exist_ok=True)
            written = self._fill(target)
            meta = Meta(dict(self._live), state(written) if callable(state) else state)
            written.close()
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

    def close(self) -> None:
        """Let go of what was begun and not committed."""
        if self._ahead:
            self._ahead.abandon()
            self._ahead = None

    def _written_ahead(self, graphs: Mapping[str, Sequence[str]]) -> Store | None:
        """The database that was begun, if it is what is wanted; else it is gone, and its place empty."""
        ahead, self._ahead = self._ahead, None
        if ahead and ahead.holds(graphs) and all(self._live.values()):
            return ahead.finished()
        if ahead:
            ahead.abandon()
            ahead.target.folder.mkdir(parents=True, exist_ok=True)
        return None

    def _read_meta(self) -> Meta:
        try:
            return parse_meta(self._base.read_meta(), self._folder) if self._base else Meta()
        except OSError as error:
            raise damaged(self._folder, error) from error

    def _must_exist(self, graph: str) -> None:
        if graph not in self._live:
            raise UsageError(f"no graph <{graph}> in {self._folder}")

    def _fill(self, target: Generation) -> "Written":
        if self._base is None:
            graphs = {graph: self._lines[graph] for graph in self._live}
            database = self._written_ahead(graphs) or write_anew(target, graphs, self._live)
            return Written(target, database)
        try:
            before = Store.read_only(self._base.database)
        except ENGINE_ERRORS as error:
            raise damaged(self._folder, error) from error
        change = _Change(before, self._meta.live, self._live, self._lines)
        if self._erases or change.removals > _REWRITE_SHARE * len(before):
            kept = {g: graph_lines(before, NamedNode(g)) for g in self._live if g not in self._lines}
            graphs = {g: self._lines[g] if g in self._lines else kept[g] for g in self._live}
            return Written(target, write_anew(target, graphs, self._live))
        before.backup(target.database)
        return Written(target, change.apply(target), change)


class Written:
    """The new state of the graph before readers see it."""

    def __init__(self, target: Generation, database: Store, change: "_Change | None" = None) -> None:
        self._target, self._database, self._change = target, database, change

    @property
    def merge(self) -> Merge:
        """The default graph."""
        return Merge(self._database)

    def changed(self, most: int) -> list[str] | None:
        """The lines that the default graph lost or won; None if there may be more than ``most``."""
        if self._change is None or self._change.changes > most:
            return None
        return self._change.lines()

    def note(self, name: str, content: bytes) -> None:
        """Keep something that is known of this state alone: a commit that does not note it again loses it."""
        self._target.write_note(name, content)

    def close(self) -> None:
        """Let go of the files."""
        del self._database, self._change


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

    @property
    def changes(self) -> int:
        """How many triples the default graph loses or wins, at most."""
        return len(self.remove[None]) + len(self.add[None])

    def lines(self) -> list[str]:
        """The triples that the default graph loses or wins."""
        lost = [quad for quad in quads_of(None, self.remove[None]) if not self._is_held(quad)]
        won = [quad for quad in quads_of(None, self.add[None]) if quad not in self._before]
        return [f"{quad.triple} ." for quad in (*lost, *won)]

    def apply(self, target: Generation) -> Store:
        """Make the change in the copy."""
        database = Store(target.database)
        for graph, lines in self.remove.items():
            for quad in quads_of(graph, lines):
                if graph or not self._is_held(quad):
                    database.remove(quad)
        load(database, self.add.items())
        return database

    def _is_held(self, quad: Quad) -> bool:
        """Whether a live graph that is not touched holds the triple."""
        holders = self._before.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(holder.graph_name in self._untouched_live for holder in holders)


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
        writer = StoreWriter(folder)
        try:
            yield writer
        finally:
            writer.close()
