"""Inspections in the making: what sentences tell is given to the inspection that it is of.

For each council there is one that the text is about; a grade or stay of another time, or of a service that is inspected
by itself, makes another.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from councilgraph.extract.prose.areas import OVERALL
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.gradings import Grading
from councilgraph.extract.prose.passages import HEADLINE, STANDFIRST, Prose
from councilgraph.extract.prose.stays import Kind, Stay
from councilgraph.extract.prose.times import Time

_UNGRADED = ("monitoring-visit", "focused-visit")
ASSESSMENTS = ("apa", "annual")
"""Frameworks of a year, with nobody on site."""
_LONG = 23  # months between a stay and a text, after which the stay is not what the text is about
BOARD = "partnership"
_SERVICES = {"adoption": "adoption", "fostering": "fostering", "private-fostering": "private-fostering"}


@dataclass(slots=True)
class Event:
    """An inspection in the making."""

    council: str | None
    current: bool = False
    service: str | None = None
    stays: list[Stay] = field(default_factory=list)
    gradings: list[Grading] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    moments: set[str] = field(default_factory=set)
    """All dates that are known of it."""

    def take(self, told: Stay | Grading) -> None:
        """Take what a sentence tells of it."""
        if isinstance(told, Stay):
            self.stays.append(told)
            if told.kind and told.kind not in self.kinds[-1:]:
                self.kinds.append(told.kind)
            times = [told.on_site, told.published]
        else:
            self.gradings.append(told)
            times = [told.time]
        self.moments |= {time.start for time in times if time and time.start}

    @property
    def on_site(self) -> Time | None:
        """When it was on site, as exactly as it is told."""
        return _exact(stay.on_site for stay in self.stays)

    @property
    def published(self) -> Time | None:
        """When its report came out or its grade was given, where that is known to the month."""
        told = _exact(stay.published for stay in self.stays)
        given = _exact(g.time for g in self.gradings if g.time and g.time.start and len(g.time.start) > len("2012"))
        return told or given

    @property
    def visit(self) -> str | None:
        """Key of its visit type."""
        named = next((kind.visit for kind in self.kinds if kind.visit and self._is_of_time(kind)), None)
        return named or ("annual-assessment" if self.framework in ASSESSMENTS else None)

    @property
    def framework(self) -> str | None:
        """Key of its framework."""
        named = next((kind.framework for kind in self.kinds if kind.framework and self._is_of_time(kind)), None)
        return named or ("annual" if any(g.key.startswith("performs") for g in self.gradings) else None)

    def _is_of_time(self, kind: Kind) -> bool:
        """Whether there were inspections of a kind when this one was."""
        years = [int(moment[:4]) for moment in self.moments]
        return kind.years is None or not years or kind.years[0] <= min(years) <= kind.years[1]


@dataclass(slots=True)
class Events:
    """All inspections that a text tells of; ``document_published`` is the day that its relative words go by."""

    prose: Prose
    councils: Councils
    document_published: str | None
    is_annual: bool
    all: list[Event] = field(default_factory=list)

    def current(self, council: str) -> Event:
        """The inspection of a council that the text is about."""
        found = next((e for e in self.all if e.council == council and e.current), None)
        if found is None:
            self.all.append(found := Event(council, current=True))
        return found

    def take_stays(self, stays: list[Stay]) -> None:
        """Give each stay to the inspection that it is of: for each council the last is the one the text is about."""
        for council in dict.fromkeys(stay.council for stay in stays if stay.council):
            mine = [stay for stay in stays if stay.council == council]
            if self.is_annual and all(s.kind is None or s.kind.framework != "annual" for s in mine):
                self.current(council)
            dated = [s for s in mine if not s.earlier and s.on_site and s.on_site.start and not self._is_apart(s)]
            last = max((s.on_site.start or "" for s in dated if s.on_site), default=None)
            if last and self.document_published and self._months(last, self.document_published) > _LONG:
                last = self.document_published
            for stay in mine:
                event = self._event_of(council, stay, last)
                event.take(stay)
                if stay.kind is None and stay.announced is False and not event.kinds:
                    event.kinds.append(Kind(None, "unannounced", stay.start, stay.end))

    def _is_apart(self, stay: Stay) -> bool:
        """Whether a stay is of an unannounced inspection that an annual assessment only builds on."""
        return self.is_annual and stay.kind is not None and stay.kind.framework == "unannounced"

    def _event_of(self, council: str, stay: Stay, last: str | None) -> Event:
        when = stay.on_site.start if stay.on_site else None
        if self._is_apart(stay):
            same = (e for e in self.all if e.council == council and e.visit == "unannounced" and not e.current)
            return next(same, None) or self._earlier(council, when)
        if stay.earlier or (when and last and not _fits(when, last)):
            return self._earlier(council, when)
        return self.current(council)

    def _earlier(self, council: str, when: str | None) -> Event:
        """An earlier inspection of a council that fits a date; a new one where there is none."""
        mine = [e for e in self.all if e.council == council and not e.current and not e.service]
        for event in mine:
            if (when is None and not event.moments) or (when and any(_fits(when, m) for m in event.moments)):
                return event
        if when is None and mine:
            return mine[0]
        self.all.append(event := Event(council))
        return event

    def take_gradings(self, gradings: Iterable[Grading]) -> None:
        """Give each grade to the inspection that gave it."""
        found = list(gradings)
        found = [g for g in found if not self._is_head_only(g, found)]
        for grading in sorted(found, key=lambda g: g.earlier and g.time is None):
            self._home(grading, found).take(grading)

    def _is_head_only(self, grading: Grading, found: list[Grading]) -> bool:
        """Whether a headline speaks of safeguarding where the text gives the same grade to the whole, or to its parts."""
        if grading.family != "safeguarding" or not is_head(self.prose, grading):
            return False
        return any(g.council == grading.council and g.key == grading.key and not is_head(self.prose, g) for g in found)

    def _home(self, grading: Grading, all_of_them: list[Grading]) -> Event:
        council = grading.council
        if grading.family == BOARD:
            return self._by_itself(council, BOARD)
        if grading.family in _SERVICES and self._is_inspected_alone(grading, all_of_them):
            return self._by_itself(council, _SERVICES[grading.family])
        when = grading.time.start if grading.time else None
        now = next((e for e in self.all if e.council == council and e.current), None)
        told = [s.on_site.start for s in now.stays if s.on_site and s.on_site.start] if now else []
        if grading.earlier:
            same = (e for e in self.all if e.council == council and not e.current and not e.service)
            known = next((e for e in same if any(_is_same(grading, g) for g in e.gradings)), None)
            if when is None and known:
                return known
            earlier = self._earlier(council, when)
            graded = any(g.family == grading.family and g.key != grading.key for g in earlier.gradings)
            if when is None and graded:
                self.all.append(earlier := Event(council))
            return earlier
        if now and now.visit in _UNGRADED:
            return self._earlier(council, when)
        undated = any(g.council == council and not g.earlier and g.time is None for g in all_of_them)
        if when and (not self._is_now(when, told) or (undated and not told and self.document_published is None)):
            return self._earlier(council, when)
        return self.current(council)

    def _by_itself(self, council: str, service: str) -> Event:
        """The inspection of a service, or the review of the board, of a council."""
        found = next((e for e in self.all if e.council == council and e.service == service), None)
        if found is None:
            self.all.append(found := Event(council, service=service))
        return found

    def _is_now(self, when: str, told: list[str]) -> bool:
        """Whether a grade of a day can be of the inspection that the text is about."""
        if any(_fits(when, one) for one in told):
            return True
        if told:
            # The report follows the stay.
            return max(told)[:7] <= when[:7] and self._months(max(told), when) <= 9
        published = self.document_published
        return published is None or _fits(when, published) or self._months(when, published) <= 9

    @staticmethod
    def _months(first: str, last: str) -> int:
        a, b = ((int(d[:4]), int(d[5:7]) if len(d) > 4 else 1) for d in (first, last))
        return abs((b[0] - a[0]) * 12 + b[1] - a[1]) if len(first) > 4 and len(last) > 4 else abs(b[0] - a[0]) * 12

    @staticmethod
    def _is_inspected_alone(grading: Grading, gradings: list[Grading]) -> bool:
        """Whether adoption or fostering was graded by an inspection of its own and not as a part of the council's."""
        if grading.family != "adoption":
            return True
        areas = {g.family for g in gradings if g.council == grading.council}
        if not re.search(r"\b(?:services?|agency)\b", grading.area, re.IGNORECASE):
            return False
        return grading.time is not None or not areas & {
            "help-and-protection",
            "children-in-care",
            "leaders",
            "care-leavers",
            OVERALL,
        }

    def share_assessment(self) -> None:
        """Where a text tells of one year's assessments of many councils, what it calls them once is said of all."""
        kinds = [kind for event in self.all if event.current for kind in event.kinds if kind.framework in ASSESSMENTS]
        if kinds and self.councils.main is None:
            for event in self.all:
                if event.current and not event.kinds:
                    event.kinds.append(kinds[0])

    def in_order(self) -> list[Event]:
        """What the text is about first; then the others, those of the main council before those of others."""
        found = [e for e in self.all if e.council]
        order = {name: n for n, name in enumerate(dict.fromkeys(str(name.council) for name in self.councils.names))}
        main = self.councils.main
        return sorted(
            found,
            key=lambda e: (
                e.council != main,
                not e.current if e.council == main else False,
                order.get(str(e.council), 0),
                not e.current,
            ),
        )


def _exact(found: Iterable[Time | None]) -> Time | None:
    """The most exact time of several; those without a date only where there is no other."""
    return max((t for t in found if t), key=lambda t: len(t.start or "") + (t.start != t.end), default=None)


def _fits(one: str, other: str) -> bool:
    """Whether two dates, perhaps partial, may be one."""
    return one.startswith(other) or other.startswith(one)


def _is_same(one: Grading, other: Grading) -> bool:
    return (one.family, one.key) == (other.family, other.key)


def is_head(prose: Prose, grading: Grading) -> bool:
    """Whether a grade is told in a headline or standfirst."""
    sentence = prose.sentence_at(grading.at)
    return sentence is not None and prose.passage_of(sentence).kind in (HEADLINE, STANDFIRST)
