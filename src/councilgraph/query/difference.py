"""What changed from one graph to another, in words: documents, inspections, grades, and things that moved to a new IRI.

Things are the same where their IRIs are; one that is gone and one that is new are one that moved where the same words of
the same documents prove both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from councilgraph.query.days import span_words
from councilgraph.query.run import values
from councilgraph.store.protocol import Queryable

_DOCUMENTS = "SELECT ?version ?title WHERE { ?version a cg:DocumentVersion ; dcterms:title ?title }"
_INSPECTIONS = """
SELECT ?inspection ?label ?start ?end ?leader WHERE {
  ?inspection a cg:Inspection ; rdfs:label ?label .
  OPTIONAL { ?inspection cg:earliestStart ?start }
  OPTIONAL { ?inspection cg:latestEnd ?end }
  OPTIONAL { ?inspection cg:leadInspector/rdfs:label ?leader }
} ORDER BY ?inspection ?leader
"""
_JUDGEMENTS = """
SELECT ?inspection ?area ?grade ?superseded WHERE {
  ?judgement a cg:Judgement ; cg:inspection ?inspection ; cg:area/rdfs:label ?area ; cg:grade/rdfs:label ?grade .
  OPTIONAL { ?judgement cg:status ?superseded
             FILTER(?superseded = <https://w3id.org/councilgraph/vocab/status/superseded>) }
} ORDER BY ?inspection ?area ?grade
"""
_FINDINGS = """
SELECT ?inspection ?type (COUNT(DISTINCT ?finding) AS ?count) WHERE {
  ?finding a cg:Finding ; cg:inspection ?inspection ; cg:findingType/rdfs:label ?type
} GROUP BY ?inspection ?type ORDER BY ?inspection ?type
"""
_PLACES = """
SELECT ?inspection ?version ?start ?end WHERE {
  ?inspection a cg:Inspection ; cg:evidence ?span .
  ?span cg:inVersion ?version ; cg:startOffset ?start ; cg:endOffset ?end .
}
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind (a heading of `KINDS`), what it is about, and what happened, in words.

    ``iri`` is the thing's; None where a document is meant that is gone.
    """

    kind: str
    about: str
    what: str
    iri: str | None = None


KINDS = {
    "document-added": "Documents added",
    "document-removed": "Documents removed",
    "inspection-added": "New inspections",
    "inspection-removed": "Inspections no longer known",
    "inspection-moved": "Inspections under a new id",
    "grade-changed": "Changed grades",
    "dates-changed": "Changed dates",
    "leaders-changed": "Changed lead inspectors",
    "findings-changed": "Changed findings",
}


@dataclass(slots=True)
class _Inspection:
    label: str
    start: str | None
    end: str | None
    leaders: list[str] = field(default_factory=list)
    grades: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    findings: dict[str, int] = field(default_factory=dict)
    places: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def when(self) -> str:
        return span_words(self.start, self.end) or "date not known"


def compare(before: Queryable, after: Queryable) -> list[Change]:
    """The changes from one graph to another, in the order of `KINDS`, then of what they are about."""
    changes = [*_documents(before, after), *_inspections(_read(before), _read(after))]
    order = list(KINDS)
    return sorted(changes, key=lambda change: (order.index(change.kind), change.about, change.what))


def _documents(before: Queryable, after: Queryable) -> Iterator[Change]:
    old, new = (dict(_pairs(graph, _DOCUMENTS)) for graph in (before, after))
    for version in new.keys() - old.keys():
        yield Change("document-added", new[version], "", version)
    for version in old.keys() - new.keys():
        yield Change("document-removed", old[version], "")


def _inspections(old: Mapping[str, _Inspection], new: Mapping[str, _Inspection]) -> Iterator[Change]:
    moved = dict(_moved(old, new))
    for iri in sorted(new.keys() - old.keys() - set(moved.values())):
        count = len(new[iri].grades)
        told = f"{count} grade{'' if count == 1 else 's'}" if count else "no grade"
        yield Change("inspection-added", new[iri].label, f"{_key(iri)}, {told}", iri)
    for iri in sorted(old.keys() - new.keys() - moved.keys()):
        yield Change("inspection-removed", old[iri].label, _key(iri))
    for was, now in moved.items():
        yield Change("inspection-moved", new[now].label, f"{_key(was)} is now {_key(now)}", now)
    for was, now in [*moved.items(), *((iri, iri) for iri in sorted(old.keys() & new.keys()))]:
        yield from _of_one(now, old[was], new[now])


def _of_one(iri: str, was: _Inspection, now: _Inspection) -> Iterator[Change]:
    """What changed in one inspection."""
    for area in sorted(was.grades.keys() | now.grades.keys()):
        before, after = (" and ".join(one.grades.get(area, ["no grade"])) for one in (was, now))
        if before != after:
            yield Change("grade-changed", now.label, f"{area}: {before}, now {after}", iri)
    if was.when != now.when:
        yield Change("dates-changed", now.label, f"{was.when}, now {now.when}", iri)
    if was.leaders != now.leaders:
        led = [" and ".join(one.leaders) or "nobody named" for one in (was, now)]
        yield Change("leaders-changed", now.label, f"{led[0]}, now {led[1]}", iri)
    for kind in sorted(was.findings.keys() | now.findings.keys()):
        counts = was.findings.get(kind, 0), now.findings.get(kind, 0)
        if counts[0] != counts[1]:
            yield Change("findings-changed", now.label, f"{kind}: {counts[0]}, now {counts[1]}", iri)


def _moved(old: Mapping[str, _Inspection], new: Mapping[str, _Inspection]) -> Iterator[tuple[str, str]]:
    """Inspections that are gone with the new ones that all their words prove."""
    candidates = sorted(new.keys() - old.keys())
    for iri in sorted(old.keys() - new.keys()):
        places = old[iri].places
        same = [other for other in candidates if places and places <= new[other].places]
        if len(same) == 1:
            candidates.remove(same[0])
            yield iri, same[0]


def _read(graph: Queryable) -> dict[str, _Inspection]:
    found: dict[str, _Inspection] = {}
    for iri, label, start, end, leader in values(graph, _INSPECTIONS):
        inspection = found.setdefault(str(iri), _Inspection(str(label), start, end))
        if leader:
            inspection.leaders.append(leader)
    for iri, area, grade, superseded in values(graph, _JUDGEMENTS):
        if str(iri) in found:
            found[str(iri)].grades[str(area)].append(f"{grade} (superseded)" if superseded else str(grade))
    for iri, kind, count in values(graph, _FINDINGS):
        if str(iri) in found:
            found[str(iri)].findings[str(kind)] = int(str(count))
    for iri, *place in values(graph, _PLACES):
        found[str(iri)].places.add(tuple(map(str, place)))
    return found


def _pairs(graph: Queryable, sparql: str) -> Iterator[tuple[str, str]]:
    for first, second in values(graph, sparql):
        yield str(first), str(second)


def _key(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def as_text(changes: Iterable[Change]) -> str:
    """The changes for people: a block a kind with its count."""
    blocks: dict[str, list[Change]] = {}
    for change in changes:
        blocks.setdefault(change.kind, []).append(change)
    if not blocks:
        return "Nothing has changed."
    return "\n\n".join("\n".join(_block(kind, of_kind)) for kind, of_kind in blocks.items())


def _block(kind: str, changes: Sequence[Change]) -> Iterator[str]:
    yield f"{KINDS[kind]} ({len(changes)})"
    for change in changes:
        yield f"  {change.about}{': ' + change.what if change.what else ''}"


def to_dicts(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """The changes as plain values, as ``--format json`` writes them."""
    return [{"kind": c.kind, "about": c.about, "what": c.what, "iri": c.iri} for c in changes]
