"""What rows of the user's own are held against: the graph of a store, with all that it was made from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path

from councilgraph import mapping
from councilgraph.build.decisions import decisions_file, read_decisions
from councilgraph.build.desk import open_desk
from councilgraph.build.pipeline import LOADED, register_files
from councilgraph.build.project import project_of
from councilgraph.model import Inspection, Record
from councilgraph.query.run import values
from councilgraph.registers import CouncilRegister, load_register
from councilgraph.resolve import resolve
from councilgraph.resolve.dates import partial
from councilgraph.resolve.decisions import merged_people
from councilgraph.resolve.mentions import KINDS_BY_VISIT
from councilgraph.store import open_store
from councilgraph.store.lines import LineStore
from councilgraph.tables.records import READER, files_of, rows_in

_INSPECTIONS = """
SELECT ?inspection ?council ?kind ?framework ?es ?ls ?ee ?le ?ep ?lp ?board WHERE {
  ?inspection a cg:Inspection ; cg:council ?node ; cg:inspectionKind ?kind .
  ?node rdfs:label ?council .
  OPTIONAL { ?inspection cg:framework/cg:ofFramework ?framework }
  OPTIONAL { ?inspection cg:earliestStart ?es } OPTIONAL { ?inspection cg:latestStart ?ls }
  OPTIONAL { ?inspection cg:earliestEnd ?ee } OPTIONAL { ?inspection cg:latestEnd ?le }
  OPTIONAL { ?inspection cg:earliestPublication ?ep } OPTIONAL { ?inspection cg:latestPublication ?lp }
  OPTIONAL { ?inspection cg:inspectedBody ?body . ?body rdfs:label ?board FILTER(?body != ?node) }
}"""


class Context:
    """What rows are held against: a store with all that it was made from, or what ships alone.

    Attributes:
        replaced: how many rows are there from before, by name of their file or names of their files.
        lacking: names of files that rows from before came of, together with files that are read anew.
    """

    def __init__(self, store: Path | None, names: Iterable[str] = ()) -> None:
        """Read it.

        Args:
            names: of files whose rows are there from before and will be replaced.
        """
        self.store = store
        desk = open_desk(store) if store else None
        own = list(desk.registers) if desk else []
        project = project_of(store) if store else None
        self.register: CouncilRegister = load_register(*own)
        named = set(names)
        self.records: list[Record] = []
        self.replaced: Counter[str] = Counter()
        self.lacking: set[str] = set()
        for record in (one.record for one in desk.decided) if desk else ():
            if record.document.reader == READER and files_of(record) & named:
                self.replaced[record.document.path] += rows_in(record)
                self.lacking |= files_of(record) - named
            else:
                self.records.append(record)
        self.same = merged_people(read_decisions(decisions_file(store))) if store else {}
        self.standing = mapping.standing_graphs(register_files(own), project.own_graphs() if project else [])
        self.loaded: dict[str, list[str]] = {}
        self.inspections: dict[str, Inspection] = {}
        if store:
            with open_store(store) as reader:
                for name in reader.graph_names(live=True):
                    if name.startswith(LOADED):
                        self.loaded[name] = list(reader.lines(name))
                self.inspections = dict(_inspections(values(reader, _INSPECTIONS)))

    def described(self, nodes: Iterable[str]) -> set[str]:
        """Those of some nodes of which something is said without the rows."""
        asked = " ".join(f"<{node}>" for node in nodes if ":" in node)
        if not asked or self.store is None:
            subjects = {line.split(" ", 1)[0] for lines in self.standing.values() for line in lines} if asked else set()
            return {node for node in nodes if f"<{node}>" in subjects}
        with open_store(self.store) as reader:
            found = values(reader, f"SELECT DISTINCT ?node WHERE {{ VALUES ?node {{ {asked} }} ?node ?p ?o }}")
            return {str(node) for (node,) in found}

    @cached_property
    def alone(self) -> LineStore:
        """The graph without rows, which every round of checking them asks for.

        It is made anew: that takes half as long as to read as many lines out of a store.
        """
        data = LineStore()
        for _, lines in self.graphs():
            data.add_lines(lines)
        return data

    def graphs(self, records: Sequence[Record] = ()) -> Iterator[tuple[str, list[str]]]:
        """The graphs that a build would make of everything and some more records."""
        resolution = resolve([*self.records, *records], self.register, self.same)
        yield from chain(self.standing.items(), self.loaded.items(), mapping.graphs(resolution))


def _inspections(rows: Iterable[Sequence[str | None]]) -> Iterator[tuple[str, Inspection]]:
    """Inspections of a graph as a record would tell of them, by the last segment of their IRI."""
    for row in rows:
        iri, council, kind, framework, first, last, from_end, to_end, told, told_last, board = row
        key, kind = str(iri).rsplit("/", 1)[-1], str(kind).rsplit("/", 1)[-1]
        visit = kind if kind in KINDS_BY_VISIT else None
        yield (
            key,
            Inspection(
                key,
                council,
                body=board,
                framework=framework.rsplit("/", 1)[-1] if framework else None if visit else kind,
                visit_type=visit,
                start=partial(first, last),
                end=partial(from_end, to_end),
                published=partial(told, told_last),
            ),
        )
