"""What a notebook or script imports: each function is a command of the same name.

```python
from councilgraph import api

api.build(["reports/"], store="graph")
with api.open_graph("graph") as graph:
    for row in graph.query("grade-history", council="Staffordshire").rows:
        print(row)
```
"""

from collections.abc import Iterator, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Self

from councilgraph import projection as projections
from councilgraph.build.checking import validate
from councilgraph.build.pipeline import Progress
from councilgraph.build.project import find_project, own_folder, store_folder, text_of
from councilgraph.build.report import BuildReport
from councilgraph.build.session import build_here
from councilgraph.build.workers import run as run_readers
from councilgraph.charts import Drawn
from councilgraph.charts import chart as _chart
from councilgraph.documents import find as find_documents
from councilgraph.extract.explanation import fired_rules as _fired_rules
from councilgraph.extract.trace import Firing
from councilgraph.model import Record
from councilgraph.projection import Projection
from councilgraph.projection.metrics import measure
from councilgraph.projection.places import arrange_as_before, file_of
from councilgraph.query import Table, library, run
from councilgraph.query.citation import Citation
from councilgraph.query.citation import cite as _cite
from councilgraph.query.explanation import Explanation
from councilgraph.query.explanation import explain as _explain
from councilgraph.query.profile import Profile, profile
from councilgraph.query.sources import with_sources as _with_sources
from councilgraph.query.things import find as _find
from councilgraph.registers import load_register
from councilgraph.resolve import fill_ids
from councilgraph.store import EmbeddedStore, open_store
from councilgraph.validate.report import Report
from councilgraph.validate.shapes import Rule, load_shapes

__all__ = ["Graph", "build", "extract", "fired_rules", "open_graph", "rules", "validate"]

AnyPath = str | PathLike[str]


def build(
    paths: Sequence[AnyPath] = (),
    *,
    store: AnyPath | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Read documents and build the graph, as ``councilgraph build`` does.

    Args:
        paths: files and folders; they join what was built before.
        store: folder of the store; None: ``COUNCILGRAPH_STORE``, else the project's, made if there is none.
        workers: processes that read; None: one a processor.
        progress: told a stage, and how many of how many are done.

    Raises:
        UsageError: a path is not there, or there is nothing to build from.
        StoreBusy: somebody else is writing to the store.
    """
    folder = Path(store) if store is not None else None
    return build_here([Path(path) for path in paths], store=folder, workers=workers, progress=progress)[0]


def extract(
    paths: Sequence[AnyPath],
    *,
    resolved: bool = True,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Record]:
    """What each document says, in the order of the paths; a document that cannot be read asserts nothing and says why.

    Args:
        resolved: fill in the ids of councils and the concepts of areas and grades.

    Raises:
        UsageError: a path is not there.
    """
    sources = {source.path: source for path in paths for source in find_documents([Path(path)]).sources}
    project = find_project()
    register = load_register(*(sorted(project.registers.glob("*.ttl")) if project else ()))
    for done, record in enumerate(run_readers(list(sources.values()), workers=workers), 1):
        yield fill_ids(record, register) if resolved else record
        if progress:
            progress("reading", done, len(sources))


def fired_rules(record: Record) -> list[Firing]:
    """Which rules read a record's document, each with the offsets of the words that it fired on, in the order of these.

    Args:
        record: one that `extract` gave; its document has its text.
    """
    return _fired_rules(record)


def rules(shapes: Sequence[AnyPath] | None = None) -> list[Rule]:
    """The rules that `validate` applies, by label.

    Args:
        shapes: files and folders of shapes; None: those that ship.

    Raises:
        UsageError: a path is not there, or there are no shapes.
        InputError: a file is not well-formed.
    """
    return load_shapes([Path(path) for path in shapes] if shapes is not None else None).rules


def open_graph(store: AnyPath | None = None) -> "Graph":
    """Open a graph that was built, to ask it.

    Args:
        store: folder of the store; None: ``COUNCILGRAPH_STORE``, else that of the project around the current folder.

    Raises:
        UsageError: there is none.
    """
    return Graph(store_folder(Path(store) if store is not None else None))


class Graph:
    """A graph as it was when it was opened. Use it in a ``with`` statement or call `close`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store: EmbeddedStore = open_store(folder)

    def query(self, query: str, *, limit: int | None = None, with_sources: bool = False, **values: str) -> Table:
        """The answer to SPARQL (anything with a space or a brace) or to a stored query.

        Args:
            limit: at most so many rows; None: all. There is no limit of time.
            with_sources: add document, page and words that prove each row.
            values: of a stored query's parameters, ``_`` in their names standing for ``-``.

        Raises:
            QueryError: the query is malformed.
            UsageError: there is no stored query of that name, or a value does not fit.
        """
        if any(sign in query for sign in " {\n\t"):
            question = library.unnamed(query)
        else:
            project = find_project()
            question = library.get(query, *([project.folder / "queries"] if project else []))
        sparql = question.bind(self.store, {name.replace("_", "-"): value for name, value in values.items()})
        table = run(self.store, sparql, limit=limit)
        return _with_sources(self.store, table) if with_sources else table

    def find(self, text: str, kind: str | None = None) -> str:
        """The IRI of the one thing that a name, short id, code or IRI means.

        Raises:
            UsageError: nothing answers to it, or several things do.
        """
        return _find(self.store, text, kind)

    def show(self, council: str) -> Profile:
        """A council and its grades over time."""
        return profile(self.store, self.find(council, "council"))

    def explain(self, thing: str) -> Explanation:
        """What is said of a thing, and the words that prove it."""
        return _explain(self.store, self.find(thing), lambda sha256: text_of(self.folder, sha256))

    def projection(
        self,
        name: str,
        *,
        since: date | None = None,
        until: date | None = None,
        around: str | None = None,
        depth: int = 1,
        parallel: str | None = None,
        metrics: Sequence[str] = (),
        layout: bool = False,
        **filters: str,
    ) -> Projection:
        """What a projection shows of the graph; ``.to_networkx()`` of it is a networkx graph.

        Args:
            name: of a projection, or its file.
            since, until: only edges that lasted into this window, both days included.
            around, depth: only what lies within so many edges of a thing.
            parallel: what becomes of edges of one kind between the same two: ``keep``, ``sum`` or ``first``.
            metrics: keys of `projection.metrics.METRICS`, which become attributes of the nodes.
            layout: give nodes their places, as ``councilgraph export`` does for pictures.
            filters: ``council region grade framework service_area``, as far as the projection takes them.

        Raises:
            UsageError: there is no such projection or filter, or a value names nothing.
        """
        definition = projections.get(name, *own_folder("projections"))
        given = {key.replace("_", "-"): value for key, value in filters.items()}
        found = projections.project(
            self.store, definition, given, since=since, until=until, around=around, depth=depth, parallel=parallel
        )
        measure(found, metrics)
        if layout:
            asked = {**given, "since": since, "until": until, "around": around, "depth": depth if around else None}
            arrange_as_before(found, file_of(self.folder, name, asked))
        return found

    def chart(self, name: str, *, beside: str = "", **values: str) -> Drawn:
        """A chart of a stored query; ``.save(Path("chart.svg"))`` of it writes the picture, and its data beside it.

        Args:
            name: a key of `charts.CHARTS`.
            beside: what the caption calls the file of the data.
            values: of the query's parameters.

        Raises:
            UsageError: there is no such chart, a value does not fit, or there is nothing to draw.
        """
        return _chart(self.store, name, {key.replace("_", "-"): value for key, value in values.items()}, beside=beside)

    def cite(self, thing: str) -> list[Citation]:
        """The documents that state a thing, with pages."""
        return _cite(self.store, self.find(thing))

    def validate(
        self, *, profile: AnyPath | None = None, rules: Sequence[str] = (), against: AnyPath | None = None
    ) -> Report:
        """The verdict of the shapes that ship; `validate` says more of the arguments.

        Args:
            profile: the name of one that ships, or a file, which gives rules other levels.
            rules: names of rules; where there are any, only these are applied.
            against: an earlier report; only what is new is found.

        Raises:
            UsageError: a profile, rule or report is not there.
            InputError: a file is not well-formed.
        """
        earlier = Path(against) if against is not None else None
        return validate(self.store, profile=str(profile) if profile is not None else None, rules=rules, against=earlier)

    def close(self) -> None:
        """Let go of the files."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
