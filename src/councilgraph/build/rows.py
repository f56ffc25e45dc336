"""Rows of the user's own in the context of a graph: what is wrong with them, and taking in those with which nothing is.

Rows go the way of documents: all records together are resolved and mapped, those of the rows among them, so what is found
is what a build would find. Nothing is written before all of it is known.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from councilgraph.build.context import Context
from councilgraph.build.falling import DEPENDS, Falling
from councilgraph.build.pipeline import build
from councilgraph.errors import UsageError
from councilgraph.mapping import iris
from councilgraph.model import Record
from councilgraph.store.lines import LineStore
from councilgraph.tables import Made, Mistake, make, read_all
from councilgraph.tables.reading import Table
from councilgraph.tables.records import files_of
from councilgraph.tables.rows import Key, Row
from councilgraph.validate.findings import Finding, Findings
from councilgraph.validate.report import Report

if TYPE_CHECKING:
    from councilgraph.validate.engine import Engine
    from councilgraph.validate.results import Result
    from councilgraph.validate.shapes import Shapes

_ROUNDS = 5


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
    from councilgraph.validate.terms import mentioned, quiet

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
    of_rows = mentioned(new)
    unplaced: set[str] = set()

    def place(result: "Result") -> str | None:
        """The place that a result is about; what files of RDF mention is told of without one, too."""
        where = rows.place(result) or additions.place(result)
        if where is None and additions.wanted(result.focus):
            unplaced.add(str(result.focus))
        return where

    report = check(data, rules, lambda focus: additions.wanted(focus) or focus in of_rows, engine, place)
    told = [found for found in report.findings if found.where or found.focus in unplaced]
    before = _before(context, [found for found in told if found.where in rows.found], rules, engine)
    findings = Findings()
    left = dict.fromkeys(refused or (), "")
    made.mistakes += map(_lost, rows.lost)
    left |= {row.key: "" for row in rows.lost}
    kept: dict[tuple[str, str], Finding] = {}
    new_findings = [found for found in told if (found.rule, found.focus, found.path, found.value) not in before]
    for found in new_findings:
        if found.severity == "violation" and found.where in rows.found:
            left.setdefault(rows.found[found.where].key, found.message)
    falling = Falling(made, left)
    for found in new_findings:
        finding = _of_rows(found)
        if found.severity == "violation" and found.where in rows.found:
            finding = replace(finding, message=finding.message + falling.told([rows.found[found.where]]))
        if known is None or finding not in known:
            findings.add(finding)
            kept[finding.rule, finding.focus] = finding
    for text in report.findings.results():
        result = of_text(text)
        if one := kept.get((rules.rule(result.shape).iri, str(result.focus))):
            findings.add(one, text)
    for mistake in [*mistakes, *map(falling.of, made.mistakes)]:
        finding = finding_of(mistake)
        if mistake.kind != DEPENDS and (known is None or finding not in known):
            findings.add(finding, result_of(mistake).to_text())
    report = replace(
        report,
        findings=findings,
        known=known.met if known is not None else None,
        mended=known.missing(rules.is_chosen) if known is not None else 0,
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
        if mistake.kind == DEPENDS:
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
    context: Context, findings: Iterable[Finding], rules: "Shapes", engine: "Engine"
) -> set[tuple[str, str, str | None, str | None]]:
    """What the same rules find wrong with the same nodes without the rows: rule, node, path, value."""
    from councilgraph.validate.engine import check

    concerned = [(found.rule, found.focus) for found in findings]
    known = context.described({focus for _, focus in concerned})
    if not known:
        return set()
    chosen = rules.only({rule for rule, focus in concerned if focus in known})
    report = check(context.alone, chosen, lambda focus: str(focus) in known, engine)
    return {(finding.rule, finding.focus, finding.path, finding.value) for finding in report.findings}
