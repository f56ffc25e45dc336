"""Earlier inspections with the grades that a report states of them, as further inspections of the record.

A grade that is told twice, in a list and again in prose, is one judgement with evidence from both; where the two give it
different dates, the report contradicts itself and that is noted. An outcome of "the last inspection" without a date takes
the date that the report gives of it elsewhere, if it gives one alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from councilgraph.extract.grades import scale
from councilgraph.extract.labels import letters
from councilgraph.extract.pages import Reading
from councilgraph.extract.reports.areas import areas
from councilgraph.extract.reports.graded import OVERALL, Place, is_service
from councilgraph.extract.reports.mentions import ON_SITE
from councilgraph.extract.reports.opening import OFSTED
from councilgraph.extract.reports.outcomes import ONE_FRAMEWORK, WORTH, Outcome, OutcomeReader
from councilgraph.extract.sentences import read_sentences
from councilgraph.extract.words import load
from councilgraph.model import Evidence, Inspection, Judgement, Problem, Record

_FURTHEST = 3  # months between two dates that a report may give to one event
_PARTS = frozenset({"safeguarding", "looked-after"})
_A_LIST = 3  # areas of one framework that make a list
_MOST_SPANS = 3


def add_earlier(record: Record, reading: Reading, inspection: Inspection, lines: Iterable[int]) -> None:
    """Add the earlier inspections that some lines tell of, with their judgements, to a record.

    Args:
        inspection: the one that the report is about.
        lines: indexes of the lines that tell of the council, in order.
    """
    before = inspection.start or inspection.published or record.document.published
    if not before:
        return
    reader = OutcomeReader(Place.of(inspection.council), before)
    stated: list[Outcome] = []
    for sentence in read_sentences(reading, lines, WORTH):
        for outcome in reader.read(sentence):
            _add(stated, outcome, record.problems, reading)
    stated = _without_sums(_dated(stated, reader.last_dates))
    _write(record, reading, inspection, stated)


def _add(stated: list[Outcome], new: Outcome, problems: list[Problem], reading: Reading) -> None:
    """Add an outcome to those that are known, or its words to the one that it repeats."""
    for index, known in enumerate(stated):
        if known.family != new.family or _grade(known) != _grade(new) or not _may_be_one(known.date, new.date):
            continue
        better = new if len(new.date or "") > len(known.date or "") else known
        area = max((known.area, new.area), key=lambda area: "overall" in area.casefold())
        dating = max(known.dating, new.dating) if known.date == new.date else better.dating
        stated[index] = replace(
            better, area=area, dating=dating, sentences=tuple(dict.fromkeys(known.sentences + new.sentences))
        )
        if known.date and new.date and not _agree(known.date, new.date):
            words = f"an earlier outcome (“{new.area}”: “{new.grade}”) is dated {known.date} and {new.date}"
            problems.append(Problem("document-disagrees", words, reading.page_at(new.sentences[-1].start)))
        return
    stated.append(new)


def _grade(outcome: Outcome) -> str | None:
    return scale("earlier").key(outcome.grade)


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two dates, as partial as they are, may be of one event."""
    if one is None or other is None or _agree(one, other):
        return True
    if len(one) < 7 or len(other) < 7:
        return False
    months = [int(date[:4]) * 12 + int(date[5:7]) for date in (one, other)]
    return abs(months[0] - months[1]) <= _FURTHEST


def _dated(stated: Sequence[Outcome], dates: Iterable[str]) -> list[Outcome]:
    """Give outcomes of "the last inspection" the one date that the report has for it."""
    known = sorted(set(dates), key=len)
    one = known[-1] if known and all(known[-1].startswith(date) for date in known) else None
    return [replace(o, date=one, inferred=True) if o.date is None and one else o for o in stated]


def _without_sums(stated: list[Outcome]) -> list[Outcome]:
    """Leave out what sums up the grades of two services ("services were good in 2012"), from when nothing was graded
    for all of them together.
    """
    kept: list[Outcome] = []
    for outcome in stated:
        date = outcome.date or ONE_FRAMEWORK
        parts = [o for o in stated if o.family in _PARTS and o.date and o.date[:4] == date[:4]]
        sums_up = outcome.family == OVERALL and date < ONE_FRAMEWORK
        if not (sums_up and any(_grade(part) == _grade(outcome) for part in parts)):
            kept.append(outcome)
    return kept


def _write(record: Record, reading: Reading, main: Inspection, stated: Sequence[Outcome]) -> None:
    """One inspection for each date, apart for single services, and its judgements."""
    groups: dict[tuple[str, str | None, bool], list[Outcome]] = {}
    for outcome in stated:
        service = outcome.family if is_service(outcome.family) and outcome.alone else ""
        groups.setdefault((service, outcome.date, outcome.dating != ON_SITE), []).append(outcome)
    for (service, date, published), outcomes in groups.items():
        spans = _spans(reading, outcomes[0])
        inspection = Inspection(
            f"i{len(record.inspections) + 1}",
            main.council,
            bodies=[OFSTED],
            framework="service" if service else _framework(outcomes),
            visit_type="service-inspection" if service else None,
            visit_type_basis="explicit" if service else None,
            date_basis=None if date is None else "inferred" if outcomes[0].inferred else "stated",
        )
        if date and published:
            inspection.published = date
        elif date:
            inspection.start = inspection.end = date
        for key in () if date is None else ("published",) if published else ("start", "end"):
            inspection.evidence += [replace(span, supports=key) for span in spans]
        inspection.evidence = inspection.evidence or spans
        record.inspections.append(inspection)
        record.judgements += [
            Judgement(inspection.id, one.area, one.grade, one.number, basis=_basis(one), evidence=_spans(reading, one))
            for one in outcomes
        ]


def _basis(outcome: Outcome) -> str:
    """A grade told of all areas is not stated of each, nor of the whole."""
    return "inferred" if outcome.area.casefold().startswith("all ") else "explicit"


def _spans(reading: Reading, outcome: Outcome) -> list[Evidence]:
    spans = [span for sentence in outcome.sentences for span in reading.evidence(sentence.start, sentence.end)]
    return spans[:_MOST_SPANS]


def _framework(outcomes: Sequence[Outcome]) -> str | None:
    """The framework that the words name, or that alone graded areas of these names; None where neither tells."""
    words = " ".join(sentence.words for one in outcomes for sentence in one.sentences)
    named = {key for key, pattern in _frameworks() if pattern.search(words)}
    labels = {letters(one.area) for one in outcomes if one.family != OVERALL}
    if not named and len(labels) >= _A_LIST and labels <= set(areas("sif").by_label):
        named = {"sif"}
    return named.pop() if len(named) == 1 else None


@cache
def _frameworks() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (key, re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b"))
        for key, phrases in load("previous")["frameworks"].items()
    ]
