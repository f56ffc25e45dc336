"""What a person should look at, and why, worst first: each rule is one function over all that is resolved.

A rule says of an item what is doubtful; `WEIGHTS` says how bad that is. What a person has accepted is doubted no more,
nor what they changed, unless it still means nothing to the graph.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from councilgraph.model import Document
from councilgraph.resolve import Resolution, ResolvedRecord
from councilgraph.resolve.decisions import Decided
from councilgraph.resolve.items import Item

WEIGHTS = {
    "disagrees": 90,
    "unknown council": 80,
    "not in the vocabulary": 70,
    "inferred": 60,
    "no framework": 50,
    "no role": 40,
    "office unclear": 35,
    "no service area": 20,
}
"""How bad a doubt is, by its kind."""

_MEANINGLESS = frozenset({"unknown council", "not in the vocabulary"})
_PROSE = frozenset({"press-article", "letter"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """An item to look at; ``kind`` is a key of `WEIGHTS`, ``why`` a clause for people."""

    item: Item
    document: Document
    kind: str
    why: str

    @property
    def weight(self) -> int:
        """The greater, the worse."""
        return WEIGHTS[self.kind]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its items by the identity of what they hold."""

    resolved: ResolvedRecord
    items: Mapping[int, Item]

    def of(self, value: object) -> Item | None:
        return self.items.get(id(value))


_Rule = Callable[[_Text, Resolution], Iterator[tuple[Item | None, str, str]]]


def doubts(resolution: Resolution, decided: Sequence[Decided]) -> list[Doubt]:
    """Everything doubtful, worst first; at most one doubt an item, the worst."""
    items = {id(one.record): one for one in decided}
    worst: dict[str, Doubt] = {}
    for resolved in resolution.texts:
        one = items.get(id(resolved.record))
        if one is None:
            continue
        text = _Text(resolved, {id(item.value): item for item in one.items.values()})
        for rule in _RULES:
            for item, kind, why in rule(text, resolution):
                if item is None or item.key in one.accepted:
                    continue
                if item.key in one.changed and kind not in _MEANINGLESS:
                    continue
                doubt = Doubt(item, resolved.record.document, kind, why)
                if item.key not in worst or worst[item.key].weight < doubt.weight:
                    worst[item.key] = doubt
    return sorted(worst.values(), key=lambda doubt: (-doubt.weight, doubt.document.id, doubt.item.page or 0))


def _disagreeing(text: _Text, resolution: Resolution) -> Iterator[tuple[Item | None, str, str]]:
    """Grades that another document, or the same, states otherwise."""
    grades: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for other in resolution.texts:
        for found in other.judgements:
            if event := other.events.get(found.judgement.inspection):
                name = other.record.document.title or other.record.document.path
                grades[event.key, found.area][found.grade.label].add(name)
    for found in text.resolved.judgements:
        event = text.resolved.events.get(found.judgement.inspection)
        stated = grades[event.key, found.area] if event else {}
        others = sorted(f"“{grade}” in {min(names)}" for grade, names in stated.items() if grade != found.grade.label)
        if others:
            yield text.of(found.judgement), "disagrees", f"another grade is stated: {', '.join(others)}"


def _unknown_councils(text: _Text, resolution: Resolution) -> Iterator[tuple[Item | None, str, str]]:
    for council in text.resolved.record.councils:
        reference = text.resolved.councils.get(council.name)
        if reference is not None and not reference.known:
            yield text.of(council), "unknown council", "no council of the register has this name at that date"


def _unknown_concepts(text: _Text, resolution: Resolution) -> Iterator[tuple[Item | None, str, str]]:
    known = {id(found.judgement) for found in text.resolved.judgements}
    for judgement in text.resolved.record.judgements:
        if id(judgement) not in known:
            why = "its area or grade is not in the vocabulary, or the framework is not known"
            yield text.of(judgement), "not in the vocabulary", why


def _inferred(text: _Text, resolution: Resolution) -> Iterator[tuple[Item | None, str, str]]:
    for judgement in text.resolved.record.judgements:
        if judgement.basis == "inferred":
            yield text.of(judgement), "inferred", "the grade is implied, not stated"


def _unframed(text: _Text, resolution: Resolution) -> Iterator[tuple[Item | None, str, str]]:
    for inspection in text.resolved.record.inspections:
        event = text.resolved.events.get(inspection.id)
        if event is not None and event.framework is None:
            yield text.of(inspection), "no framework", "which kind of inspection it was is not settled"


def _people(text: _Text, resolution: Resolution) -> Iterator[tuple[Item | None, str, str]]:
    for person in text.resolved.record.people:
        if not person.role:
            yield text.of(person), "no role", "named without a post"
        elif person.role_type == "other" or not person.organisation:
            yield text.of(person), "office unclear", "the kind of office or the organisation is not settled"


def _findings(text: _Text, resolution: Resolution) -> Iterator[tuple[Item | None, str, str]]:
    if text.resolved.record.document.genre in _PROSE:
        for finding in text.resolved.record.findings:
            if not finding.service_area:
                yield text.of(finding), "no service area", "which service it is about is not settled"


_RULES: tuple[_Rule, ...] = (
    _disagreeing,
    _unknown_councils,
    _unknown_concepts,
    _inferred,
    _unframed,
    _people,
    _findings,
)
