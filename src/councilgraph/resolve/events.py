"""Mentions of inspections to inspection events.

Two mentions are one event only where council and kind agree and nothing speaks against it: both stays, known to the day,
share a day; or a month or year that one gives fits the other's days from start to publication, and neither a third event nor another
mention in the same document fits as well. Mentions that give one area different grades stay apart unless their days agree. Of annual assessments a council has
one a year, so there the year alone decides. An inspection that a document does not date joins the only one of its kind in the year before that had the same
outcome, or the only one where they come once a year. A wrong split can be mended later, a wrong merge cannot.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.dates import Bounds
from councilgraph.resolve.mentions import OF_COUNCIL, UNKNOWN, Mention

# What an inspection may have been of which the kind is not said, or a framework alone.
_MAY_BE = {UNKNOWN: OF_COUNCIL, "sif": frozenset({"sif", "reinspection"})}
_SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Event:
    """One inspection; what it says of itself comes from its best mention.

    Attributes:
        key: last segment of its IRI.
        areas: keys of the judgement areas graded in any mention.
        body: the body inspected where it is not the council.
        published: as the best mention says, ISO, perhaps partial.
        dated_by: keys of texts, and ids of inspections there, that give the dates which the event has.
    """

    key: str
    council: CouncilReference
    kind: str
    framework: str | None
    bodies: tuple[str, ...]
    bounds: Bounds
    areas: frozenset[str]
    body: str | None = None
    published: str | None = None
    dated_by: frozenset[tuple[str, str]] = frozenset()

    @property
    def day(self) -> str | None:
        """The day that decides on the version of its framework."""
        return self.bounds.earliest_start or self.bounds.latest_end


def join(mentions: Iterable[Mention]) -> dict[tuple[str, str], Event]:
    """Every mention, by key of its text and inspection id, to its event."""
    councils: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        councils[mention.council.key].append(mention)
    found: dict[tuple[str, str], Event] = {}
    for _, of_council in sorted(councils.items()):
        kinds: dict[str, list[list[Mention]]] = defaultdict(list)
        for group in _groups(sorted(of_council, key=lambda m: (m.rank, m.text, m.inspection.id))):
            kinds[group[0].kind].append(group)
        for _, groups in sorted(kinds.items()):
            for key, group in _keys(groups):
                event = _event(key, group)
                found |= {(mention.text, mention.inspection.id): event for mention in group}
    return found


def _event(key: str, group: Sequence[Mention]) -> Event:
    best = group[0]
    return Event(
        key,
        best.council,
        best.kind,
        best.framework or best.inspection.framework,
        next((tuple(mention.inspection.bodies) for mention in group if mention.inspection.bodies), ()),
        best.bounds,
        frozenset().union(*(mention.areas for mention in group)),
        best.inspection.body,
        best.inspection.published,
        frozenset((mention.text, mention.inspection.id) for mention in group if mention.bounds == best.bounds),
    )


def _groups(of_council: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one council, parted into events; each group begins with its best mention."""
    groups: list[list[Mention]] = []
    of_kind: dict[str, list[list[Mention]]] = defaultdict(list)
    vague: list[Mention] = []
    for mention in of_council:
        if not mention.bounds.exact and not mention.year:
            vague.append(mention)
        elif home := next((group for group in of_kind[mention.kind] if _is(mention, group[0])), None):
            home.append(mention)
        else:
            groups.append([mention])
            of_kind[mention.kind].append(groups[-1])
    # What is of a known kind goes first, for a mention that names none to join it.
    vague.sort(key=lambda mention: mention.kind == UNKNOWN)
    known = [group[0] for group in groups]
    homes = [[best for best in known if _may_be(mention, best)] for mention in vague]
    # Two that one document tells apart are not one inspection.
    claims = Counter(
        (mention.document, id(best)) for mention, fitting in zip(vague, homes, strict=True) for best in fitting
    )
    apart: list[list[Mention]] = []
    of_time: dict[tuple[str | None, str | None], list[list[Mention]]] = defaultdict(list)
    undated: list[Mention] = []
    for mention, fitting in zip(vague, homes, strict=True):
        if mention.days is None:
            undated.append(mention)
            continue
        alike = of_time[mention.inspection.start, mention.published]
        if len(fitting) == 1 and claims[mention.document, id(fitting[0])] == 1:
            groups[known.index(fitting[0])].append(mention)
        elif home := next((group for group in alike if group[0].is_same(mention)), None):
            home.append(mention)
        else:
            apart.append([mention])
            alike.append(apart[-1])
    return _with_undated(undated, groups + apart)


def _with_undated(undated: Sequence[Mention], dated: list[list[Mention]]) -> list[list[Mention]]:
    """Events, with mentions that have no date in the one that each can only mean, or by themselves.

    First goes what had the same outcome, then what takes place once a year.
    """
    left = list(undated)
    for fits in (Mention.ended_like, Mention.is_yearly):
        found = {
            id(mention): [g for g in dated if mention.may_follow(g[0]) and fits(mention, g[0]) and _is_new(mention, g)]
            for mention in left
        }
        claims = Counter((mention.document, id(group)) for mention in left for group in found[id(mention)])
        for mention in list(left):
            before = found[id(mention)]
            if len(before) == 1 and claims[mention.document, id(before[0])] == 1:
                before[0].append(mention)
                left.remove(mention)
    return dated + [[mention] for mention in left]


def _is_new(mention: Mention, group: Sequence[Mention]) -> bool:
    """Whether the document has not told of an event yet."""
    return all(mention.document != other.document for other in group)


def _is(mention: Mention, known: Mention) -> bool:
    """Whether a mention that is dated well is a known inspection of its kind: services are inspected each by itself."""
    if mention.year or known.year:
        return mention.year == known.year
    return _may_share_service(mention, known) and known.bounds.overlaps(mention.bounds)


def _may_share_service(one: Mention, other: Mention) -> bool:
    """Whether inspections of one service, if that is what they are, may be of the same service."""
    return one.kind != _SERVICE or not one.areas or not other.areas or bool(one.areas & other.areas)


def _may_be(vague: Mention, known: Mention) -> bool:
    """Whether a mention that is not dated to the day may tell of a known inspection."""
    kinds = _MAY_BE.get(vague.kind, frozenset({vague.kind}))
    # An annual assessment is a grade: whoever tells of an inspection without one means something else.
    kind = known.kind in kinds and (bool(vague.grades) or vague.kind == known.kind or not known.year)
    kind = kind and _may_share_service(vague, known)
    graded_alike = not vague.is_news_alone or any(known.grades.get(f) == grade for f, grade in vague.grades.items())
    return vague.document != known.document and kind and vague.is_near(known) and vague.agrees(known) and graded_alike


def _keys(groups: Sequence[list[Mention]]) -> list[tuple[str, list[Mention]]]:
    """A key a group: council, kind and month of the start, or of publication where that alone is known.

    Where two that are known to the day fall in one month, the day is added. One that is less known takes the month only
    if no other is there, else the document's key, and a number where the document has several.
    """
    months: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in groups:
        inspection = group[0].inspection
        published = f"published-{inspection.published[:7]}" if inspection.published else ""
        months[inspection.start[:7] if inspection.start else published].append(group)
    keyed: list[tuple[str, list[Mention]]] = []
    met: Counter[str] = Counter()
    for month, rivals in sorted(months.items()):
        known = sum(group[0].bounds.exact for group in rivals)
        for group in rivals:
            best = group[0]
            parts = [best.council.key, best.kind]
            if best.year:
                parts.append(best.year)
            elif best.bounds.exact:
                parts.append(month if known == 1 else str(best.bounds.earliest_start))
            elif month and len(rivals) == 1:
                parts.append(month)
            else:
                parts += [*([month] if month else []), "in", best.document]
            key = "-".join(parts)
            met[key] += 1
            keyed.append((key if met[key] == 1 else f"{key}-{met[key]}", group))
    return keyed
