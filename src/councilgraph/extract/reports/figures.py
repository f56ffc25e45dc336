"""Figures about the children of an area, in the plain patterns of the word list ``figures``.

A list of figures stands under a lead that says what they are of ("In the last 12 months:"); a sentence may give the last
figure for an earlier day ("This is a reduction from 17 at 31 March 2013"), or the figure for England beside it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from councilgraph.extract.dates import read_date
from councilgraph.extract.pages import Reading
from councilgraph.extract.sentences import Sentence, read_sentences
from councilgraph.extract.words import load
from councilgraph.model import Inspection, Statistic

_WORDS = load("figures")
_CARDINALS: dict[str, int] = load("numbers")["cardinals"]
_NUMBER = rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b(?:{'|'.join(_CARDINALS)})\b)"
_PERCENTAGE = r"(?P<value>\d+(?:\.\d+)?) ?%"
_DATE = r"(?:at|on|in) (?P<date>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]+,? (?:19|20)\d\d)"
_ENGLAND = "England"
_RATE, _PERCENT, _PER_10000 = "-rate", "percent", "per-10000-children"
_YEAR_BEFORE = "P12M/"
_LAST_12_MONTHS = "last-12-months"
_HOLDING = re.compile(r"\d|:$|children|young|adoption")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A row of the word list, its patterns compiled."""

    measure: str
    unit: str
    patterns: tuple[re.Pattern[str], ...]
    under: str | None
    of: str | None
    rate: re.Pattern[str] | None
    national: re.Pattern[str] | None


@dataclass(slots=True)
class _Reader:
    """Reads sentence after sentence, with the lead that they stand under and the figure that was told last."""

    reading: Reading
    council: str | None
    before: str | None
    lead: str | None = None
    of_lead: Sentence | None = None
    told: list[Statistic] = field(default_factory=list)
    dated: Statistic | None = None
    rated: bool = False

    def read(self, sentence: Sentence) -> Iterator[Statistic]:
        """The figures of a sentence."""
        for figure, found in _matches(sentence.words, self.lead):
            if figure.under is None:
                self.lead = None
            yield from self._figure(figure, found, sentence)
        if self.dated and (earlier := _earlier().search(sentence.words)):
            yield from self._earlier(self.dated, earlier, sentence)
        for lead, pattern in _leads():
            if pattern.search(sentence.words):
                self.lead, self.of_lead = lead, sentence

    def _figure(self, figure: _Figure, found: re.Match[str], sentence: Sentence) -> Iterator[Statistic]:
        whole = next((s for s in reversed(self.told) if s.measure == figure.of), None)
        period = _period(found)
        if figure.under == _LAST_12_MONTHS and self.before:
            period = _YEAR_BEFORE + self.before
        one = self._statistic(figure.measure, figure.unit, found, period or (whole.period if whole else None), sentence)
        if figure.of and whole:
            one.population, one.subset_of = whole.value, whole.measure
        self.told.append(one)
        if period and figure.under is None:
            self.dated, self.rated = one, figure.rate is not None
        yield one
        if figure.rate and (rate := figure.rate.search(sentence.words, found.end())):
            yield self._statistic(figure.measure + _RATE, _PER_10000, rate, one.period, sentence)
        if figure.national and (national := figure.national.search(sentence.words, found.end())):
            other = self._statistic(figure.measure, figure.unit, national, one.period, sentence)
            other.council, other.place = None, _ENGLAND
            yield other

    def _earlier(self, dated: Statistic, found: re.Match[str], sentence: Sentence) -> Iterator[Statistic]:
        """The last dated figure, for the earlier day that a sentence gives."""
        period = _period(found)
        one = self._statistic(dated.measure, dated.unit_kind or "", found, period, sentence)
        both = [one]
        if found["rate"] and self.rated:
            both.append(self._statistic(dated.measure + _RATE, _PER_10000, found, period, sentence, group="rate"))
        for statistic in both:
            statistic.evidence = [*dated.evidence[-1:], *statistic.evidence][:3]  # that says what the figure is of
            yield statistic

    def _statistic(
        self,
        measure: str,
        unit: str,
        found: re.Match[str],
        period: str | None,
        sentence: Sentence,
        group: str = "value",
    ) -> Statistic:
        spans = self.reading.evidence(sentence.start, sentence.end)
        if self.lead and self.of_lead and self.of_lead is not sentence:
            spans = self.reading.evidence(self.of_lead.start, self.of_lead.end) + spans
        qualifier = _qualifier(found.string[: found.start(group)])
        value = _value(found[group])
        return Statistic(
            measure, value, self.council, unit_kind=unit, qualifier=qualifier, period=period, evidence=spans[:3]
        )


def read_figures(reading: Reading, inspection: Inspection, lines: Iterable[int]) -> list[Statistic]:
    """The figures on some lines, given by index in order, about the council that was inspected."""
    reader = _Reader(reading, inspection.council, inspection.start)
    sentences = read_sentences(reading, lines, _HOLDING)
    return [statistic for sentence in sentences for statistic in reader.read(sentence)]


def _matches(words: str, lead: str | None) -> Iterator[tuple[_Figure, re.Match[str]]]:
    for figure in _figures():
        if figure.under in (None, lead):
            found = next((found for pattern in figure.patterns if (found := pattern.search(words))), None)
            if found:
                yield figure, found


def _value(words: str) -> float:
    """A number in figures or in words; whole numbers stay whole."""
    plain = words.replace(",", "")
    if plain.casefold() in _CARDINALS:
        return _CARDINALS[plain.casefold()]
    return float(plain) if "." in plain else int(plain)


def _period(found: re.Match[str]) -> str | None:
    date = found.groupdict().get("date")
    return read_date(date) if date else None


def _qualifier(before: str) -> str:
    plain = before.rstrip().casefold()
    for qualifier, phrases in _WORDS["qualifiers"].items():
        if plain.endswith(tuple(phrases)):
            return str(qualifier)
    return "exact"


@cache
def _figures() -> tuple[_Figure, ...]:
    return tuple(_compiled(row) for row in _WORDS["figures"])


def _compiled(row: dict[str, Any]) -> _Figure:
    further = {key: _pattern(row[key]) if key in row else None for key in ("rate", "national")}
    patterns = tuple(map(_pattern, row["patterns"]))
    return _Figure(row["measure"], row["unit"], patterns, row.get("under"), row.get("of"), **further)


@cache
def _earlier() -> re.Pattern[str]:
    return _pattern(_WORDS["earlier"]["pattern"])


@cache
def _leads() -> list[tuple[str, re.Pattern[str]]]:
    return [(lead, re.compile(rf"\b{words}\b[^.]*:$", re.IGNORECASE)) for lead, words in _WORDS["leads"].items()]


def _pattern(words: str) -> re.Pattern[str]:
    filled = words.replace("{n}", _NUMBER).replace("{p}", _PERCENTAGE).replace("{d}", _DATE)
    return re.compile(filled, re.IGNORECASE)
