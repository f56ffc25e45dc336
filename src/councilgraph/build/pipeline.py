"""A build: documents to records, records to identities, identities to graphs, graphs to the store.

The store's state remembers which places were asked for and what was found there, so building A and then B gives the same
graph as building both. Only what changed is read again, and only graphs whose bytes differ are written.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from itertools import chain
from pathlib import Path

from councilgraph import mapping, rdf, resources
from councilgraph.build.cache import RecordCache, code_hash
from councilgraph.build.decisions import decisions_file, read_decisions
from councilgraph.build.intake import Intake, Progress, put_rows, take_in
from councilgraph.build.judging import Judging
from councilgraph.build.project import project_of
from councilgraph.build.report import BuildReport, Trouble
from councilgraph.build.state import State
from councilgraph.build.workers import SECONDS
from councilgraph.errors import UsageError
from councilgraph.mapping import iris
from councilgraph.model import Problem, Record
from councilgraph.namespaces import CG, RDF
from councilgraph.registers import load_register
from councilgraph.resolve import Resolution, resolve
from councilgraph.resolve.decisions import Decision, decide, homeless, merged_people
from councilgraph.resolve.values import shortened
from councilgraph.store import StoreWriter, open_store, write_store
from councilgraph.store.writer import Written

__all__ = ["Progress", "build", "made_from"]

LOADED = rdf.BASE + "graph/loaded/"
"""How the names of graphs begin that were loaded, which no build touches."""


def build(
    store: Path,
    paths: Sequence[Path] = (),
    *,
    registers: Sequence[Path] | None = None,
    retracted: Mapping[str, str] | None = None,
    rows: Mapping[str, Record] | None = None,
    replaced: Collection[str] = (),
    workers: int | None = None,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> BuildReport:
    """Read documents into a store, together with all that it holds already.

    Args:
        store: folder of the store; made if it is not there.
        paths: files and folders of documents; they join those of earlier builds.
        registers: registers of the user's own, Turtle files; None: those of the project, else of the last build.
        retracted: ids of documents to take out of the graph, each with the reason. Naming its file in ``paths`` later
            takes a document in again.
        rows: records made of rows of the user's own, by a path of their own; they stay until they are replaced.
        replaced: names of files whose rows from before make room for them.
        workers: processes that read; None: as many as there are processors.
        seconds: how long reading one document may take.
        progress: told how far it is.

    Raises:
        UsageError: there is nothing to build from, a path is not there, or the store cannot be written.
        InputError: a register or the file of decisions cannot be read, or the store is damaged.
        StoreBusy: somebody else is writing to the store.
    """
    say = progress or _silent
    with write_store(store) as writer:
        state = State.of(writer.state)
        decisions = read_decisions(decisions_file(store))
        project = project_of(store)
        made = project.own_graphs() if project else []
        if registers is None and project:
            registers = project.own_registers()
        if registers is not None:
            state.registers = [str(path.resolve()) for path in registers]
        state.retracted |= retracted or {}
        cache = RecordCache(store)
        put_rows(rows or {}, replaced, state, cache)
        intake = take_in(paths, state, cache, workers=workers, seconds=seconds, progress=say)
        own = [Path(path) for path in state.registers]
        made_with = made_from(own, made)
        report = BuildReport(intake.read, intake.cached, troubles=intake.troubles)
        fingerprint = _fingerprint(intake.documents, state.retracted, decisions, made_with)
        is_same = fingerprint == state.fingerprint
        has_moved = intake.places != state.places
        state.places, state.documents = intake.places, intake.documents
        state.made_with, state.fingerprint = made_with, fingerprint
        if is_same:
            state.recall(report)
            if has_moved:
                writer.commit(state.to_dict())
            return report
        _redo(store, writer, state, intake, report, own, made, decisions, say)
        return report


def made_from(registers: Sequence[Path], made: Sequence[Path] = ()) -> str:
    """Hash of all that turns records into the graph and judges it: code, ontology, vocabulary, shapes and registers.

    Args:
        made: graphs of documents that were made elsewhere.

    Raises:
        UsageError: a file is not there or cannot be opened, or two have the same name.
    """
    sha = hashlib.sha256(
        code_hash("resolve", "mapping", "registers", "validate", "build", "rdf.py", "namespaces.py").encode()
    )
    shipped = [*resources.ontology().rglob("*.ttl"), *resources.shapes().glob("*.ttl")]
    for file in [*sorted(shipped), *register_files(registers), *made]:
        sha.update(file.name.encode())
        try:
            sha.update(file.read_bytes())
        except OSError as error:
            raise UsageError(f"cannot open {file}: {error.strerror}") from error
    return sha.hexdigest()


def _redo(
    store: Path,
    writer: StoreWriter,
    state: State,
    intake: Intake,
    report: BuildReport,
    registers: Sequence[Path],
    made: Sequence[Path],
    decisions: Sequence[Decision],
    say: Progress,
) -> None:
    """Make the graph from all records, and write what differs."""
    with Judging(writer) as judging:
        say("resolving", 0, 1)
        unheld = _decided(store, state, intake, decisions)
        kept = [record for record in intake.in_order() if record.document.id not in state.retracted]
        standing = mapping.standing_graphs(register_files(registers), made)
        resolution = resolve(kept, load_register(*registers), merged_people(decisions))
        graphs: dict[str, list[str]] = {}
        for iri, lines in chain(standing.items(), mapping.graphs(resolution)):
            graphs[iri] = lines
            writer.expect(iri, lines)
            if not judging.carries:
                judging.take(lines)
        merged = {line for lines in graphs.values() for line in lines}
        say("writing", 0, 1)
        before = _built_graphs(store) if state.graphs is None else state.graphs
        state.graphs = _write(writer, graphs, before, report)
        if not judging.carries:
            for lines in _beside(store, writer, graphs):
                judging.take(lines)
            judging.begin()
        report.asserted = sum(bool(record.inspections) for record in kept)
        told = (lines for iri, lines in graphs.items() if iri not in standing)
        report.counts, report.triples = _counts(merged, told), len(merged)
        troubles = [*_troubles(intake, state.retracted, resolution), *unheld]
        report.troubles += troubles
        # Judging the whole graph, beside which the graph is written now, needs the room.
        del merged, kept, resolution
        intake.records.clear()

        def judged(written: Written) -> dict[str, object]:
            say("validating", 0, 1)
            report.verdict = judging.verdict(written).summary()
            state.remember(report, troubles)
            return state.to_dict()

        writer.commit(judged)


def _beside(store: Path, writer: StoreWriter, graphs: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """The graphs of the merge that no build makes."""
    others = [iri for iri in writer.live() if iri not in graphs]
    if others:
        with open_store(store) as reader:
            yield from map(reader.lines, others)


def _decided(store: Path, state: State, intake: Intake, decisions: Sequence[Decision]) -> list[Trouble]:
    """Apply what people decided to the records; the decisions that do not hold any more."""
    if not decisions:
        return []
    cache, file = RecordCache(store), str(decisions_file(store))
    decided = decide(intake.records.values(), decisions, cache.text)
    unheld = homeless(intake.records.values(), decisions)
    for key, one in zip(list(intake.records), decided, strict=True):
        intake.records[key] = one.record
        if one.record.document.id not in state.retracted:
            unheld += one.unheld
    return [Trouble(file, Problem("decision-unheld", _said(one, why)), unread=False) for one, why in unheld]


def _said(decision: Decision, why: str) -> str:
    change = f"{decision.field} “{decision.new}”" if decision.field else decision.new
    return f"{decision.item}: {shortened(change)}: {why}"


def _built_graphs(store: Path) -> dict[str, str]:
    """The graphs of a build whose state cannot be understood any more, without digests."""
    if not (store / "current").exists():
        return {}
    with open_store(store) as reader:
        return {name: "" for name in reader.graph_names(live=True) if not name.startswith(LOADED)}


def _write(
    writer: StoreWriter, graphs: Mapping[str, list[str]], before: Mapping[str, str], report: BuildReport
) -> dict[str, str]:
    """Put the graphs that differ, withdraw those that are no more; the digests of what is live now."""
    digests = {iri: rdf.digest(lines) for iri, lines in graphs.items()}
    for iri, lines in graphs.items():
        if before.get(iri) != digests[iri]:
            writer.put(iri, lines)
            report.changed += 1
    for iri in before.keys() - digests.keys():
        writer.retire(iri)
        report.changed += 1
    return digests


def _troubles(intake: Intake, retracted: Mapping[str, str], resolution: Resolution) -> Iterable[Trouble]:
    """The problems of records, and what resolving could not settle, by file."""
    resolved = {id(text.record): text.problems for text in resolution.texts}
    met: set[str] = set()
    for path, key in sorted(intake.documents.items()):
        record = intake.records[key]
        if record.document.id in retracted:
            continue
        unsettled = () if key in met else resolved.get(id(record), ())
        met.add(key)
        for problem in [*record.problems, *unsettled]:
            yield Trouble(path, problem, unread=_is_unread(record))


def _is_unread(record: Record) -> bool:
    return record.document.text_sha256 is None


def _counts(merged: Iterable[str], told: Iterable[Iterable[str]]) -> dict[str, int]:
    """How many things of each class there are in the merged lines; people, only those of whom documents tell."""
    kinds = {
        f" {RDF.type} {kind} .": name
        for name, kind in (
            ("councils", CG.Council),
            ("documents", CG.DocumentVersion),
            ("inspections", CG.Inspection),
            ("judgements", CG.Judgement),
            ("findings", CG.Finding),
            ("people", CG.Person),
            ("evidence spans", CG.EvidenceSpan),
        )
    }
    typed = f" {RDF.type} "
    met = Counter(kinds.get(line[line.find(" ") :]) for line in merged if typed in line)
    person = f" {RDF.type} {CG.Person} ."
    met["people"] = len({line for lines in told for line in lines if line.endswith(person)})
    return {name: met[name] for name in kinds.values()}


def register_files(registers: Sequence[Path]) -> list[Path]:
    """The registers that ship and further ones, no two of which may share a graph.

    Raises:
        UsageError: two do.
    """
    files = [*sorted((resources.graphs() / "registers").glob("*.ttl")), *registers]
    graphs: dict[str, Path] = {}
    for file in files:
        other = graphs.setdefault(iris.register_graph(file.stem), file)
        if other != file:
            raise UsageError(
                f"two registers are called {other.stem}: {other} and {file}",
                hint="Rename one: its name becomes that of its graph.",
            )
    return files


def _fingerprint(
    known: Mapping[str, str], retracted: Mapping[str, str], decisions: Sequence[Decision], made_with: str
) -> str:
    parts = [known, retracted, [astuple(decision) for decision in decisions], made_with]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""
