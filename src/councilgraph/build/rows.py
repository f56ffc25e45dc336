"""Rows of the user's own in the context of a graph: what is wrong with them, and taking in those with which nothing is.

Rows go the way of documents: all records together are resolved and mapped, those of the rows among them, so what is found
is what a build would find. Nothing is written before all of it is known.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from councilgraph import mapping
from councilgraph.build.decisions import decisions_file, read_decisions
from councilgraph.build.desk import open_desk
from councilgraph.build.pipeline import LOADED, build, register_files
from councilgraph.build.project import project_of
from councilgraph.errors import UsageError
from councilgraph.mapping import iris
from councilgraph.model import Inspection, Record
from councilgraph.query.run import values
from councilgraph.registers import CouncilRegister, load_register
from councilgraph.resolve import resolve
from councilgraph.resolve.dates import partial
from councilgraph.resolve.decisions import merged_people
from councilgraph.resolve.mentions import KINDS_BY_VISIT
from councilgraph.store import open_store
from councilgraph.store.lines import LineStore
from councilgraph.tables import Made, Mistake, make, read_all
from councilgraph.tables.reading import Table
from councilgraph.tables.records import READER, files_of, rows_in
from councilgraph.tables.rows import Key, Row
from councilgraph.validate.findings import Finding, Findings
from councilgraph.validate.report import Report

if TYPE_CHECKING:
    from councilgraph.validate.engine import Engine
    from councilgraph.validate.shapes import Shapes

_DEPENDS = "row-left-out"
_ROUNDS = 5
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


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of the data, as `councilgraph.validate.validate` takes it."""

    shapes: Sequence[Path] | None = None
    engine: str = "compiled"
    profile: str | Path | None = None
    rules: Sequence[str] = ()
    against: Path | None = None

    def options(self) -> dict[str, Any]:
        """The arguments by name."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


_AS_USUAL = Asking()


@dataclass(slots=True)
class Judged:
    """Tables with the verdict on them.

    Attributes:
        report: findings about the rows and about further files of RDF.
        refused: rows that are left out, each with the first reason.
    """

    made: Made
    report: Report
    refused: dict[Key, str] = field(default_factory=dict)


@dataclass(slots=True)
class Taken:
    """What became of the rows that were to be taken in.

    Attributes:
        rows: how many were taken.  documents: titles of the sources that they cite.
        report: what is wrong, with the rows that are left out among it.  left: how many those are.
        replaced: how many rows from before made room for them, by name of their file or names of their files.
    """

    rows: int
    documents: list[str]
    report: Report
    left: int
    replaced: Mapping[str, int]


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

    def graphs(self, records: Sequence[Record] = ()) -> Iterator[tuple[str, list[str]]]:
        """The graphs that a build would make of everything and some more records."""
        resolution = resolve([*self.records, *records], self.register, self.same)
        yield from chain(self.standing.items(), self.loaded.items(), mapping.graphs(resolution))


def judge(
    store: Path | None,
    tables: Sequence[Table],
    mistakes: Sequence[Mistake] = (),
    *,
    files: Sequence[Path] = (),
    contents: Mapping[Path, bytes] | None = None,
    asking: Asking = _AS_USUAL,
    context: Context | None = None,
    refused: Mapping[Key, str] | None = None,
) -> Judged:
    """What is wrong with rows, in themselves and as additions to a graph.

    Args:
        store: folder of the graph's store; None: what ships is the context.
        mistakes: what is known to be wrong with their files.
        files, contents: RDF to check with them.
        refused: rows to leave out from the beginning.

    Raises:
        UsageError, InputError: as for `councilgraph.validate.validate`.
    """
    from councilgraph.validate.additions import Additions
    from councilgraph.validate.cells import Rows, finding_of, result_of
    from councilgraph.validate.engine import Engine, check
    from councilgraph.validate.known import read_known
    from councilgraph.validate.profile import chosen_shapes
    from councilgraph.validate.results import of_text
    from councilgraph.validate.terms import quiet

    context = context or Context(store, {table.grid.file for table in tables})
    with quiet():
        rules = chosen_shapes(asking.shapes, asking.profile, asking.rules)
        known = read_known(asking.against) if asking.against is not None else None
    engine = Engine(asking.engine)
    made = make(tables, context.register, context.inspections, refused)
    names = {iris.document_graph((record.document.text_sha256 or "")[:16]) for record in made.records}
    data, additions = LineStore(), Additions(files, contents or {}, rules)
    new: list[str] = []
    for name, lines in context.graphs(made.records):
        data.add_lines(lines)
        if name in names:
            new += lines
    additions.fill(data)
    rows = Rows.of(
        new,
        {(text[:16], start, end): row for (text, start, end), row in made.rows.items()},
        {text[:16]: row for text, row in made.sources.items()},
        rules,
    )
    additions.mention(new)
    report = check(data, rules, additions.wanted, engine, lambda result: rows.place(result) or additions.place(result))
    before = _before(context, {f.focus for f in report.findings if f.where in rows.found}, rules, engine)
    findings = Findings()
    left = dict.fromkeys(refused or (), "")
    made.mistakes += map(_lost, rows.lost)
    left |= {row.key: "" for row in rows.lost}
    kept: dict[tuple[str, str], Finding] = {}
    for found in report.findings:
        if not found.where or (found.rule, found.focus, found.path, found.value) in before:
            continue
        finding = _of_rows(found)
        if found.severity == "violation" and found.where in rows.found:
            left.setdefault(rows.found[found.where].key, found.message)
        if known is None or finding not in known:
            findings.add(finding)
            kept[finding.rule, finding.focus] = finding
    for text in report.findings.results():
        result = of_text(text)
        if one := kept.get((rules.rule(result.shape).iri, str(result.focus))):
            findings.add(one, text)
    for mistake in [*mistakes, *made.mistakes]:
        finding = finding_of(mistake)
        if mistake.kind != _DEPENDS and (known is None or finding not in known):
            findings.add(finding, result_of(mistake).to_text())
    report = replace(
        report,
        findings=findings,
        known=known.met if known is not None else None,
        mended=known.missing if known is not None else 0,
    )
    return Judged(made, report, left)


def _lost(row: Row) -> Mistake:
    """That nothing comes of a row; of a person, since it is not known where the post is."""
    needed = "organisation" if row.part == "people" and "organisation" not in row.values else ""
    message = (
        "“Organisation” is empty, so it is not known where the post is." if needed else "Nothing comes of this row."
    )
    return Mistake("row-lost", message, row.place(needed))


def _of_rows(finding: Finding) -> Finding:
    """A finding that says how to mend a row, not a manifest."""
    mend = re.sub(r" to the column \w+ of the manifest", " in the sheet Sources", finding.mend or "")
    return replace(finding, mend=mend or None)


def take(store: Path, files: Sequence[Path]) -> Taken:
    """Take rows of files into a store, each source as a document of its own; rows that are wrong are left out.

    Rows that were taken from files of the same names before are replaced. All are taken in at once, or none.

    Raises:
        UsageError: there is no such file, two have the same name, or one is missing that was loaded together with these.
        InputError: a file cannot be read.
        StoreBusy: somebody else is writing.
    """
    from councilgraph.validate.cells import finding_of

    names = [file.name for file in files]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError(f"two files are called {twice}", hint="Rename one: rows of a name replace those from before.")
    tables, mistakes = read_all(files, {})
    context = Context(store, names)
    if context.lacking:
        hint = "Load all of them together again, or take out what came of them by `councilgraph remove TITLE` before."
        raise UsageError(f"rows of {', '.join(sorted(context.lacking))} were loaded together with these", hint=hint)
    judged = judge(store, tables, mistakes, context=context)
    report = judged.report
    refused: dict[Key, str] = {}
    for _ in range(_ROUNDS):
        if not judged.refused.keys() - refused.keys():
            break
        refused |= judged.refused
        judged = judge(store, tables, context=context, refused=refused)
    made = judged.made
    if made.records:
        build(store, rows={_path_of(record, files): record for record in made.records}, replaced=names)
    for mistake in made.mistakes:
        if mistake.kind == _DEPENDS:
            report.findings.add(finding_of(mistake))
    rows = [row for row in made.all if row.part != "sources"]
    taken = sum(row.part != "sources" for row in made.taken)
    return Taken(
        taken,
        [str(record.document.title) for record in made.records],
        report,
        len(rows) - taken,
        context.replaced if made.records else {},
    )


def _path_of(record: Record, files: Sequence[Path]) -> str:
    file = next(file for file in files if file.name in files_of(record))
    return f"{file.absolute()}#{record.document.title}"


def _before(
    context: Context, nodes: set[str], rules: "Shapes", engine: "Engine"
) -> set[tuple[str, str, str | None, str | None]]:
    """What is wrong with some nodes without the rows: rule, node, path, value."""
    from councilgraph.validate.engine import check

    known = context.described(nodes)
    if not known:
        return set()
    data = LineStore()
    for _, lines in context.graphs():
        data.add_lines(lines)
    report = check(data, rules, lambda focus: str(focus) in known, engine)
    return {(finding.rule, finding.focus, finding.path, finding.value) for finding in report.findings}


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
