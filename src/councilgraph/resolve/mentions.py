"""Inspections as single documents describe them, and what of two descriptions agrees."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from councilgraph.model import Inspection
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.dates import Bounds, first_day, last_day, spell
from councilgraph.resolve.families import LONGEST_TO_NEWS

UNKNOWN = "inspection"
# What an inspection of the council's services may have been where that is not said.
OF_COUNCIL = frozenset({"apa", "jar", "annual", "slac", "protection", "lac-2013", "sif", "ilacs", "reinspection"})
# The kind of these visits is their visit type; of every other inspection it is the framework.
KINDS_BY_VISIT = frozenset({"focused-visit", "monitoring-visit", "lscb-review", "reinspection"})
_ANNUAL = frozenset({"apa", "annual"})
_YEARLY = frozenset({"unannounced"})
_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Mention:
    """An inspection as one text describes it.

    All mentions of a council are held against each other, so what is worked out of one is kept.

    Attributes:
        text, document: keys; a document may have several texts.
        areas: keys of the judgement areas that it grades here.
        rank: orders texts by authority, best first.
        grades: key of the grade by family of services, to hold mentions against each other.
        framework: as the document says or as it was settled.
        published: ISO day or part of it, of the report or the judgement, as far as anybody knows.
        news: ISO day or part of it, of a document that tells of it as news.
        told: ISO day or part of it on which the document was published.
        outcomes: types of findings that few inspections have, to know an inspection by that has no date.
    """

    text: str
    document: str
    inspection: Inspection
    council: CouncilReference
    areas: frozenset[str]
    rank: tuple[int, str]
    grades: Mapping[str, str] = field(default_factory=dict)
    framework: str | None = None
    published: str | None = None
    news: str | None = None
    told: str | None = None
    outcomes: frozenset[str] = frozenset()

    @cached_property
    def kind(self) -> str:
        """Key of the inspection's kind."""
        if self.inspection.visit_type in KINDS_BY_VISIT:
            return str(self.inspection.visit_type)
        return self.framework or self.inspection.framework or UNKNOWN

    @cached_property
    def year(self) -> str | None:
        """The year of an annual assessment; None of other inspections, and where it is not known."""
        day = self.inspection.start or self.published or self.news
        return day[:4] if day and self.kind in _ANNUAL else None

    @cached_property
    def bounds(self) -> Bounds:
        """When it was on site; an annual assessment is of its year, up to publication."""
        if self.year is None:
            return _stay(self.inspection)
        first, last = f"{self.year}-01-01", f"{self.year}-12-31"
        last = min(last, max(first, last_day(self.published or self.news) or last))
        return Bounds(first, last, first, last)

    @cached_property
    def days(self) -> tuple[str, str] | None:
        """From the first day on site that can be meant to publication, or to the last day on site.

        What is news was published not long before.
        """
        if self.is_news_alone:
            earliest = date.fromisoformat(first_day(self.news) or "") - LONGEST_TO_NEWS
            return earliest.isoformat(), last_day(self.news) or ""
        first = first_day(self.inspection.start or self.published)
        last = last_day(self.published or self.inspection.end or self.inspection.start)
        return (first, last) if first and last else None

    @property
    def is_news_alone(self) -> bool:
        """Whether it is dated by nothing but that it was news."""
        return bool(self.news) and not (self.inspection.start or self.published)

    def is_yearly(self, other: "Mention") -> bool:
        """Whether both are of a kind that a council has once a year."""
        return self.kind == other.kind in _YEARLY

    def agrees(self, other: "Mention") -> bool:
        """Whether no family of services has one grade here and another there."""
        return all(other.grades.get(family, grade) == grade for family, grade in self.grades.items())

    def is_near(self, other: "Mention") -> bool:
        """Whether the two may have been on the same days."""
        mine, theirs = self.days, other.days
        return mine is not None and theirs is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def is_same(self, other: "Mention") -> bool:
        """Whether two that are known to the month are of one kind and month, by days on site or by publication."""
        return (
            self.document != other.document
            and (self.kind == other.kind != UNKNOWN or (other.kind == UNKNOWN and self.kind in OF_COUNCIL))
            and not self.is_news_alone
            and self.inspection.start == other.inspection.start
            and self.published == other.published
            and len(self.inspection.start or self.published or "") >= len("2012-05")
            and self.agrees(other)
        )

    def may_follow(self, other: "Mention") -> bool:
        """Whether one without a date may be one with a date: of a kind, in the year before its document."""
        if self.days or not self.told or not other.days or self.kind != other.kind or self.document == other.document:
            return False
        earliest = date.fromisoformat(first_day(self.told) or "") - _YEAR
        return earliest.isoformat() <= other.days[0] <= (last_day(self.told) or "") and self.agrees(other)

    def ended_like(self, other: "Mention") -> bool:
        """Whether two have a grade or another outcome in common."""
        alike = any(other.grades.get(family) == grade for family, grade in self.grades.items())
        return alike or bool(self.outcomes & other.outcomes)


def _stay(inspection: Inspection) -> Bounds:
    """When an inspection was on site; a report or judgement of a day says that the stay had ended."""
    if inspection.start is None and inspection.published:
        return Bounds(latest_start=last_day(inspection.published), latest_end=last_day(inspection.published))
    return spell(inspection.start, inspection.end)
