"""Help, directions, notices, commissioners, advisers, boards, plans and money in answer to an inspection."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from councilgraph.extract.dates import read_date
from councilgraph.extract.prose.clauses import clause
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.quantities import MONEY, quantities
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.words import load
from councilgraph.model import Intervention, Record

_DATE = re.compile(r"\b(?:by|on|from|in|until|since) (?P<date>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]+ (?:19|20)\d\d)\b")
_BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class _Row:
    """A kind of intervention and how it is told."""

    kind: str
    pattern: re.Pattern[str]
    stage: str | None
    same: bool
    money: bool


def add_interventions(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
    made: list[Intervention] = []
    for sentence in prose.sentences:
        for row, start, end in _told(prose, sentence):
            for council in _whose(prose, sentence, councils, start, end):
                _add(made, _intervention(record, prose, sentence, row, council, start, end), row)
    record.interventions.extend(made)


def _told(prose: Prose, sentence: Sentence) -> Iterator[tuple[_Row, int, int]]:
    """The rows that match in a sentence with the words that they matched, none inside another's."""
    plain = prose.plain
    taken: list[tuple[int, int]] = []
    if not _worth().search(plain, sentence.start, sentence.end):
        return
    for row in _rows():
        for found in row.pattern.finditer(plain, sentence.start, sentence.end):
            start, end = found.span()
            if any(start < b and a < end for a, b in taken):
                continue
            first, last = clause(prose, sentence, start, end)
            if _denied().search(plain[first:last]):
                continue
            taken.append((start, end))
            yield row, start, end


def _whose(prose: Prose, sentence: Sentence, councils: Councils, start: int, end: int) -> list[str | None]:
    """The councils that an intervention is about."""
    return [councils.at(start)]


def _intervention(record: Record, prose: Prose, sentence: Sentence, row: _Row, council: str | None, start: int, end: int) -> Intervention:
    first, last = clause(prose, sentence, start, end)
    words = prose.words(first, last)
    prose.fired(f"interventions: {row.kind}", start, end)
    date = _DATE.search(words)
    return Intervention(
        row.kind,
        council,
        by=next((by for by, pattern in _actors() if pattern.search(words)), None),
        stage=row.stage or _stage(words),
        amount=next((q.value for q in quantities(prose.plain, first, last) if q.kind == MONEY), None) if row.money else None,
        date=read_date(date["date"]) if date else None,
        inspection=next((i.id for i in record.inspections if i.council == council), None),
        evidence=prose.evidence(first, last),
    )


def _stage(words: str) -> str:
    return next((stage for stage, pattern in _stages() if pattern.search(words)), _BEGUN)


def _add(made: list[Intervention], new: Intervention, row: _Row) -> None:
    """Add an intervention, or its words to the same one told before."""
    for old in made:
        if (old.kind, old.council) == (new.kind, new.council) and (row.same or old.evidence[0].quote == new.evidence[0].quote):
            if len(old.evidence) < 3 and new.evidence[0] not in old.evidence:
                old.evidence.append(new.evidence[0])
            return
    made.append(new)


@cache
def _rows() -> list[_Row]:
    lists = load("interventions")
    macros: dict[str, str] = lists["macros"]
    return [
        _Row(row["kind"], _compiled("|".join(row["patterns"]), macros), row.get("stage"), row.get("same", False), row.get("money", False))
        for row in lists["interventions"]
    ]


def _compiled(pattern: str, macros: dict[str, str]) -> re.Pattern[str]:
    for _ in range(2):
        for name, words in macros.items():
            pattern = pattern.replace("{" + name + "}", words)
    return re.compile(pattern, re.IGNORECASE)


@cache
def _worth() -> re.Pattern[str]:
    """A word that every intervention has one of, so that most sentences are passed over at once."""
    return re.compile("|".join(load("interventions")["worth"]), re.IGNORECASE)


@cache
def _stages() -> list[tuple[str, re.Pattern[str]]]:
    return [(row["stage"], re.compile(row["words"], re.IGNORECASE)) for row in load("interventions")["stages"]]


@cache
def _actors() -> list[tuple[str, re.Pattern[str]]]:
    return [(row["by"], re.compile(row["words"], re.IGNORECASE)) for row in load("interventions")["actors"]]


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(load("interventions")["denied"]["words"], re.IGNORECASE)
