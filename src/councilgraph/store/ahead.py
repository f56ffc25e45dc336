"""The first graphs of a store, written while the next ones are still being made."""

from collections.abc import Iterator, Mapping, Sequence
from queue import SimpleQueue
from threading import Thread

from pyoxigraph import Store

from councilgraph.store.bulk import load
from councilgraph.store.generations import Generation


class Ahead:
    """Writes graphs, and their merge, into the database of a new generation, in a thread of its own.

    Attributes:
        target: the generation.
    """

    def __init__(self, target: Generation) -> None:
        self.target = target
        self._taken: dict[str, Sequence[str]] = {}
        self._waiting: SimpleQueue[tuple[str, Sequence[str]] | None] = SimpleQueue()
        self._database: Store | None = None
        self._error: Exception | None = None
        self._is_wanted = True
        self._thread = Thread(target=self._write, daemon=True)
        self._thread.start()

    def take(self, graph: str, lines: Sequence[str]) -> None:
        """A graph to write; none may come twice."""
        self._taken[graph] = lines
        self._waiting.put((graph, lines))

    def holds(self, graphs: Mapping[str, Sequence[str]]) -> bool:
        """Whether what was taken is these graphs, and nothing else."""
        return self._taken.keys() == graphs.keys() and all(self._taken[name] is lines for name, lines in graphs.items())

    def finished(self) -> Store:
        """The database, as soon as all is written.

        Raises:
            OSError, RuntimeError: it cannot be written.
        """
        self._waiting.put(None)
        self._thread.join()
        if self._error:
            raise self._error
        assert self._database is not None
        return self._database

    def abandon(self) -> None:
        """Leave nothing of it."""
        self._is_wanted = False
        self._waiting.put(None)
        self._thread.join()
        self._database = None
        self.target.remove()

    def _write(self) -> None:
        try:
            self.target.folder.mkdir(parents=True, exist_ok=True)
            self._database = Store(self.target.database)
            load(self._database, self._graphs())
        except Exception as error:  # told by `finished`
            self._error = error

    def _graphs(self) -> Iterator[tuple[str | None, Sequence[str]]]:
        """Each graph, and what it adds to the merge of those before it."""
        merged: set[str] = set()
        while self._is_wanted and (taken := self._waiting.get()) is not None:
            yield taken
            new = [line for line in taken[1] if line not in merged]
            merged.update(new)
            yield None, new
