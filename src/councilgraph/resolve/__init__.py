"""All records together to identities: which council, which inspection, which person, which concept is meant.

Resolution is a pure function of all records and registers, in a fixed order: any order of building gives the same
result. It changes no record.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from councilgraph.extract.grades import scale
from councilgraph.model import Document, Inspection, Judgement, Problem, Record
from councilgraph.registers import CouncilRegister
from councilgraph.resolve.claims import ResolvedClaim, ResolvedStatistic, claims, statistics
from councilgraph.resolve.councils import CouncilReference, refer, refer_then
from councilgraph.resolve.dates import last_day
from councilgraph.resolve.events import Event, join
from councilgraph.resolve.families import area_of, family_of, framework_of, means_all, plain_family
from councilgraph.resolve.interventions import ResolvedIntervention, interventions
from councilgraph.resolve.members import registered_names
from councilgraph.resolve.mentions import Mention
from councilgraph.resolve.people import Bodies, Holding, holdings, names, person_key
from councilgraph.resolve.vocabulary import Grade, Vocabulary, vocabulary

_AUTHORITY = {"inspection-report": 0, "letter": 1, "press-article": 2}
_METADATA = ("title", "publisher", "published", "url", "licence")
# Types of findings that tell one inspection from another.
_OUTCOMES = frozenset({"priority-action"})


@dataclass(frozen=True, slots=True)
class ResolvedJudgement:
    """A judgement with the concepts that its words mean."""

    judgement: Judgement
    area: str
    grade: Grade


class _Settled(NamedTuple):
    """The framework of an inspection, and the day that decides on its version."""

    framework: str | None
    day: str | None


@dataclass(slots=True)
class ResolvedRecord:
    """One text with all that it says, by identity.

    Attributes:
        record: as extracted.
        key: 16 hex digits of the text's hash, the last segment of the version's and the graph's IRI.
        short: 12 hex digits of the document's id, for keys of what the document says.
        documents: all documents with this very text, the best known first: it is the one that counts.
        councils: reference by printed name.  events: by the record's inspection id.
    """

    record: Record
    key: str
    short: str
    documents: list[Document]
    councils: dict[str, CouncilReference] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    judgements: list[ResolvedJudgement] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    claims: list[ResolvedClaim] = field(default_factory=list)
    statistics: list[ResolvedStatistic] = field(default_factory=list)
    interventions: list[ResolvedIntervention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Resolution:
    """Everything that is known, by identity.

    Attributes:
        texts: one a distinct text, in the order of document ids.
        events: by key.  versions: key of the framework version, by event key.
        people: printed name by key of the person, the spelling met most often.
        same: key that counts, by that of a person who was decided to be the same.
    """

    texts: list[ResolvedRecord]
    events: dict[str, Event]
    versions: dict[str, str]
    people: dict[str, str]
    same: Mapping[str, str]

    @property
    def problems(self) -> dict[str, list[Problem]]:
        """What resolving could not settle, by document id."""
        return {text.record.document.id: text.problems for text in self.texts if text.problems}


def resolve(records: Iterable[Record], register: CouncilRegister, same: Mapping[str, str] | None = None) -> Resolution:
    """Identities for all records together; records without a text assert nothing and are left out.

    Args:
        same: what people decided of people, see `Resolution`.
    """
    same = same or {}
    words = vocabulary()
    texts = _texts(records)
    for text in texts:
        _councils(text, register)
    found = join(mention for text in texts for mention in _mentions(text, register, words))
    events: dict[str, Event] = {}
    areas: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for inspection in text.record.inspections:
            if event := found.get((text.key, inspection.id)):
                text.events[inspection.id] = events[event.key] = event
        _judgements(text, {key: _Settled(event.framework, event.day) for key, event in text.events.items()}, words)
        _speakers(text, register, words)
        for judgement in text.judgements:
            areas[text.events[judgement.judgement.inspection].key].add(judgement.area)
    versions = {
        key: version
        for key, event in events.items()
        if event.framework and (version := words.version(event.framework, areas[key], event.day))
    }
    return Resolution(texts, events, versions, _people(texts, same), same)


def fill_ids(record: Record, register: CouncilRegister) -> Record:
    """A copy of one record with ``id``, ``gss``, ``area_concept`` and ``grade_concept`` filled where they are known."""
    if not record.councils and not record.judgements:
        return record
    text = ResolvedRecord(record, "", "", [record.document])
    words = vocabulary()
    _judgements(text, {i.id: _settled(record, i, words) for i in record.inspections}, words)
    _councils(text, register)
    concepts = {id(found.judgement): found for found in text.judgements}
    return replace(
        record,
        councils=[
            replace(c, id=ref.key, gss=ref.gss) if (ref := text.councils[c.name]).known else c for c in record.councils
        ],
        judgements=[
            replace(j, area_concept=found.area, grade_concept=found.grade.key) if (found := concepts.get(id(j))) else j
            for j in record.judgements
        ],
    )


def short_key(document_id: str) -> str:
    """Twelve hex digits that stand for a document."""
    return hashlib.sha256(document_id.encode(errors="surrogatepass")).hexdigest()[:12]


def authority(document: Document) -> int:
    """Whose word goes first where documents disagree: 0 the inspectorate's own, then letters, then the press."""
    if document.publisher and vocabulary().inspectorate(document.publisher):
        return 0
    return _AUTHORITY.get(document.genre or "", len(_AUTHORITY))


def _texts(records: Iterable[Record]) -> list[ResolvedRecord]:
    """Records by distinct text. Copies of a text are one: corroboration counts documents, not copies."""
    by_text: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.document.text_sha256:
            by_text[record.document.text_sha256].append(record)
    texts = []
    for sha, copies in by_text.items():
        copies.sort(key=lambda r: (_unknowns(r.document), r.document.id, r.document.path))
        first = copies[0]
        texts.append(ResolvedRecord(first, sha[:16], short_key(first.document.id), [copy.document for copy in copies]))
    return sorted(texts, key=lambda text: (text.record.document.id, text.key))


def _unknowns(document: Document) -> int:
    return sum(getattr(document, key) is None for key in _METADATA)


def _councils(text: ResolvedRecord, register: CouncilRegister) -> None:
    starts = {inspection.council: inspection.start for inspection in reversed(text.record.inspections)}
    for council in text.record.councils:
        day = starts.get(council.name) or text.record.document.published
        reference = text.councils[council.name] = refer(council.name, day, register)
        if not reference.known:
            page = council.evidence[0].page if council.evidence else None
            text.problems.append(
                Problem("council-not-in-register", f"“{council.name}” is no council of the register at that date", page)
            )


def _settled(record: Record, inspection: Inspection, words: Vocabulary) -> _Settled:
    """The framework of an inspection as its own document lets it be known, and the day that decides on a version."""
    judgements = [judgement for judgement in record.judgements if judgement.inspection == inspection.id]
    day = last_day(inspection.end or inspection.start or inspection.published)
    told = _told(record, inspection)
    return _Settled(framework_of(inspection, judgements, words, told), day or last_day(told))


def _told(record: Record, inspection: Inspection) -> str | None:
    """When the news of an inspection came out.

    A document is the news of its first inspection, and of others of that round of assessments.
    """
    first = record.inspections[0]
    same_kind = inspection.framework == first.framework if inspection.framework else inspection.bodies == first.bodies
    same_round = inspection.council != first.council and same_kind and first.framework is not None
    dated = inspection.start or inspection.published
    is_news = inspection is first or (same_round and not dated)
    return inspection.published or ((first.published or record.document.published) if is_news else None)


def _judgements(text: ResolvedRecord, settled: Mapping[str, _Settled], words: Vocabulary) -> None:
    for judgement in text.record.judgements:
        framework, day = settled.get(judgement.inspection, _Settled(None, None))
        grade = words.grade(framework, judgement.grade, judgement.number) if framework else None
        if framework and grade and means_all(judgement.area) and (version := words.version(framework, (), day)):
            each = replace(judgement, basis="inferred")
            text.judgements += (ResolvedJudgement(each, area, grade) for area in sorted(words.versions[version].areas))
            continue
        area = area_of(framework, judgement.area, day, words) if framework else None
        if area and grade:
            text.judgements.append(ResolvedJudgement(judgement, area, grade))
            continue
        code, label = ("grade-unknown", judgement.grade) if area else ("area-unknown", judgement.area)
        page = judgement.evidence[0].page if judgement.evidence else None
        where = f"the vocabulary of {framework}" if framework else "a framework that could be settled"
        text.problems.append(Problem(code, f"“{label}” is not in {where}", page))


def _mentions(text: ResolvedRecord, register: CouncilRegister, words: Vocabulary) -> Iterator[Mention]:
    """The inspections of a text, each of the council that bore the printed name at its time."""
    document = text.record.document
    rank = (authority(document), document.id)
    for inspection in text.record.inspections:
        if inspection.council not in text.councils:
            continue
        framework, day = _settled(text.record, inspection, words)
        judgements = [j for j in text.record.judgements if j.inspection == inspection.id]
        areas = {id(j): area_of(framework, j.area, day, words) for j in judgements if framework}
        grades = {}
        for judgement in judgements:
            area = areas.get(id(judgement))
            named = family_of(area) if area else plain_family(judgement.area)
            if named and (grade := scale("earlier").key(judgement.grade)):
                grades[named] = grade
        then = inspection.start or inspection.published
        main = inspection is text.record.inspections[0]
        outcomes = {f.type for f in text.record.findings if f.inspection == inspection.id} & _OUTCOMES
        yield Mention(
            text.key,
            text.short,
            inspection,
            refer_then(text.councils[inspection.council], inspection.council, then, register),
            frozenset(area for area in areas.values() if area),
            rank,
            grades,
            framework,
            inspection.published or (document.published if main and not rank[0] else None),
            _told(text.record, inspection),
            document.published,
            frozenset(outcomes),
        )


def _speakers(text: ResolvedRecord, register: CouncilRegister, words: Vocabulary) -> None:
    """People, what they say, and figures: all that needs the councils and inspections of the text."""
    record = text.record
    bodies = Bodies(text.councils, record.document.published, register)
    text.holdings = holdings(record, text.short, bodies, text.events)
    text.claims = list(claims(record, text.short, bodies, text.holdings, text.events, words))
    text.statistics = list(statistics(record, bodies, text.events, words))
    text.interventions = list(interventions(record, bodies, text.holdings, text.events))


def _people(texts: Sequence[ResolvedRecord], same: Mapping[str, str]) -> dict[str, str]:
    """Names by key; people who were decided to be one have one name, that of the register where it knows them."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    keys: set[str] = set()
    for text in texts:
        for inspection in text.record.inspections:
            for name in inspection.lead_inspectors:
                key = person_key(name, inspection.bodies)
                keys.add(key)
                spellings[same.get(key, key)][name] += 1
        claimants = [claim.person for claim in text.claims if claim.person]
        for key, name in [*names(text.holdings), *claimants]:
            keys.add(key)
            spellings[same.get(key, key)][name] += 1
    registered = registered_names(set(same.values()))
    chosen = {key: max(names, key=lambda n: (names[n], n)) for key, names in spellings.items()} | registered
    return {key: chosen[same.get(key, key)] for key in sorted(keys)}
