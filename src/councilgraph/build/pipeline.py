"""A build: documents to records, records to identities, identities to graphs, graphs to the store.

The store's state remembers which places were asked for and what was found there, so building A and then B gives the same
graph as building both. Only what changed is read again, and only graphs whose bytes differ are written.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from councilgraph import documents, mapping, rdf, resources
from councilgraph.build.cache import RecordCache, cache_key, code_hash
from councilgraph.build.report import BuildReport, Trouble
from councilgraph.build.workers import PASSING, run
from councilgraph.errors import UsageError
from councilgraph.model import Problem, Record
from councilgraph.namespaces import CG, RDF
from councilgraph.registers import load_register
from councilgraph.resolve import resolve
from councilgraph.store import StoreWriter, write_store
from councilgraph.validate.process import start_validation

Progress = Callable[[str, int, int], None]
"""Told a stage, and how many of how many are done."""


def build(
    store: Path,
    paths: Sequence[Path] = (),
    *,
    registers: Sequence[Path] = (),
    retracted: Mapping[str, str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Read documents into a store, together with all that it holds already.

    Args:
        store: folder of the store; made if it is not there.
        paths: files and folders of documents; they join those of earlier builds.
        registers: registers of the user's own, Turtle files.
        retracted: ids of documents to take out of the graph, each with the reason. Naming its file in ``paths`` later
            takes a document in again.
        workers: processes that read; None: as many as there are processors.
        progress: told how far it is.

    Raises:
        UsageError: there is nothing to build from.
        StoreBusy: somebody else is writing to the store.
    """
    say = progress or _silent
    with write_store(store) as writer:
        state = _fresh() | writer.state
        state["retracted"] |= retracted or {}
        places = sorted({*state["places"], *(str(path.resolve()) for path in paths)})
        if not places:
            raise UsageError("nothing to build from", hint="Name a folder of documents: `councilgraph build FOLDER`.")
        cache = RecordCache(store)
        report = BuildReport()
        known, records = _records(state, places, cache, report, workers, say)
        made_with = made_from(registers)
        fingerprint = _fingerprint(known, state["retracted"], made_with)
        if fingerprint == state["fingerprint"]:
            report.counts, report.verdict, report.triples = state["counts"], state["verdict"], state["triples"]
            report.troubles = [_trouble(*row) for row in state["troubles"]]
            return report
        kept = [record for record in records() if record.document.id not in state["retracted"]]
        say("resolving", 0, 1)
        resolution = resolve(kept, load_register(*registers))
        _troubles(report, kept, resolution.problems)
        graphs = mapping.graphs(resolution) | mapping.standing_graphs(_register_files(registers))
        merged = {line for lines in graphs.values() for line in lines}
        verdict = start_validation(merged)
        say("writing", 0, 1)
        digests = _write(writer, graphs, state["graphs"], report)
        report.counts, report.triples = _counts(merged), len(merged)
        say("validating", 0, 1)
        report.verdict = verdict.result().summary()
        writer.commit(
            {
                "places": places,
                "documents": known,
                "retracted": state["retracted"],
                "graphs": digests,
                "made_with": made_with,
                "fingerprint": fingerprint,
                "counts": report.counts,
                "triples": report.triples,
                "verdict": report.verdict,
                "troubles": [
                    [t.path, t.problem.code, t.problem.message, t.problem.page, t.unread] for t in report.troubles
                ],
            }
        )
        return report


def made_from(registers: Sequence[Path]) -> str:
    """Hash of all that turns records into the graph: code, ontology, vocabulary, shapes and registers."""
    sha = hashlib.sha256(code_hash("resolve", "mapping", "registers", "rdf.py", "namespaces.py").encode())
    data = [*resources.ontology().rglob("*.ttl"), *resources.shapes().rglob("*.ttl"), *_register_files(registers)]
    for file in sorted(data):
        sha.update(file.name.encode())
        sha.update(file.read_bytes())
    return sha.hexdigest()


def _records(
    state: dict[str, Any],
    places: Sequence[str],
    cache: RecordCache,
    report: BuildReport,
    workers: int | None,
    say: Progress,
) -> tuple[dict[str, Any], Callable[[], Iterable[Record]]]:
    """What is known of every document, and a function that gives their records.

    Documents found now are read unless a cached record fits; those known from earlier builds whose file is gone are kept.
    """
    found = documents.find([Path(place) for place in places])
    for path, problem in found.problems:
        report.troubles.append(Trouble(str(path), problem, unread=True))
    keys = {
        source: cache_key(source.sha256() or str(source.path), documents.metadata(source)) for source in found.sources
    }
    fresh: dict[str, Record] = {}
    wanted = [source for source in found.sources if cache.get(keys[source]) is None]
    say("reading", 0, len(wanted))
    for done, (source, record) in enumerate(zip(wanted, run(wanted, workers=workers), strict=True), 1):
        if not any(problem.code in PASSING for problem in record.problems):
            cache.put(keys[source], record)
        fresh[keys[source]] = record
        say("reading", done, len(wanted))
    report.read, report.cached = len(wanted), len(found.sources) - len(wanted)
    known = state["documents"] | {str(source.path): keys[source] for source in found.sources}
    return known, lambda: [
        record for key in sorted(set(known.values())) if (record := fresh.get(key) or cache.get(key))
    ]


def _write(
    writer: StoreWriter, graphs: dict[str, list[str]], before: dict[str, str], report: BuildReport
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


def _troubles(report: BuildReport, records: Iterable[Record], resolved: dict[str, list[Problem]]) -> None:
    for record in records:
        asserted = bool(record.inspections)
        report.asserted += asserted
        for problem in [*record.problems, *resolved.get(record.document.id, ())]:
            unread = record.document.text_sha256 is None
            report.troubles.append(Trouble(record.document.path, problem, unread))


def _counts(lines: Iterable[str]) -> dict[str, int]:
    """How many things of each class there are."""
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
    met = Counter(name for line in lines if (name := kinds.get(line[line.find(" ") :])))
    return {name: met[name] for name in kinds.values()}


def _register_files(registers: Sequence[Path]) -> list[Path]:
    return [*sorted((resources.graphs() / "registers").glob("*.ttl")), *registers]


def _fingerprint(known: dict[str, str], retracted: dict[str, str], made_with: str) -> str:
    return hashlib.sha256(json.dumps([known, retracted, made_with], sort_keys=True).encode()).hexdigest()


def _fresh() -> dict[str, Any]:
    """The state of a store that nobody has built yet."""
    return {
        "places": [],
        "documents": {},
        "retracted": {},
        "graphs": {},
        "made_with": "",
        "fingerprint": "",
        "counts": {},
        "triples": 0,
        "verdict": {},
        "troubles": [],
    }


def _trouble(path: str, code: str, message: str, page: int | None, unread: bool) -> Trouble:
    return Trouble(path, Problem(code, message, page), unread)


def _silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""
