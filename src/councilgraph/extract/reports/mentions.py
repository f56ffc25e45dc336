"""Earlier inspections as a sentence names them: what they looked at, and when."""

import re
from dataclasses import dataclass

from councilgraph.extract.dates import read_date
from councilgraph.extract.reports.graded import Graded, Place, graded_before, graded_in, is_subject
from councilgraph.extract.sentences import Sentence

JUDGED, ON_SITE, PUBLISHED = range(3)
"""What a date is of, the surer the greater."""

_EARLIER = re.compile(
    r"\b(?:last|previous|earlier|most recent|preceding)(?: \w+){0,3} (?:re-?)?inspect(?:ions?|ed)\b",
    re.IGNORECASE,
)
_INSPECTED = re.compile(r"\b(?:re-?)?inspect(?:ed|ions?)\b", re.IGNORECASE)
_INSPECTION_OF = re.compile(
    r"\binspections? of (?P<what>.*?)(?:$|[.,;(]| (?:was|were|is|took|published|which|by|when|judged|found)\b| in (?:20|[A-Z]))"
)
_KIND_OF_INSPECTION = re.compile(r"(?P<what>[\w' -]{3,80}) (?:re-?)?inspections?\b", re.IGNORECASE)
_WAS_INSPECTED = re.compile(r"(?P<what>.{3,150}?) (?:was|were) (?:\w+ ){0,2}inspected\b", re.IGNORECASE)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"(?P<not>\b(?:since|until|till|from|between|by|before|after|to) )?"
    rf"(?P<date>(?:\d{{1,2}} )?(?:(?:{_MONTHS}) )?20[0-2]\d)(?!\d| ?[–/-] ?\d)"
)
_LAST_IN = re.compile(rf"{_EARLIER.pattern}(?: of [\w' -]{{3,60}})?,? (?:was )?(?:in|on) $", re.IGNORECASE)
_DATE_INSPECTION = re.compile(r"(?: \w+)? (?:re-?)?inspection\b")
_VISIT = re.compile(
    r"\b(?:visits?|JTAI|joint targeted area inspections?|joint (?:area )?inspections?|thematic inspections?)\b"
    r"(?:(?!inspect)[^,.;]){0,30}$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,|,? and)(?: in| again in)? ")
_PUBLISHED = re.compile(r"\bpublished (?:in|on) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """An earlier inspection in a sentence.

    Attributes:
        graded: what it looked at, empty where the sentence does not say.
        dates: when, ISO and perhaps partial; several, where one statement holds for several inspections; none where the
            sentence speaks of the last inspection alone.
        dating: what the dates are of: `PUBLISHED`, `ON_SITE`, or else `JUDGED` where the sentence speaks of no inspection.
        at: where in the sentence its date or name stands.
        last: whether these are the dates of what it calls the last or previous inspection.
    """

    sentence: Sentence
    graded: tuple[Graded, ...]
    dates: tuple[str, ...]
    dating: int
    at: int
    last: bool = False


def mentions(sentence: Sentence, place: Place, before: str) -> list[Mention]:
    """The earlier inspections that a sentence mentions, by its dates.

    Args:
        before: ISO day; what is not dated before it is no earlier inspection.
    """
    words = sentence.words
    if any(place.is_elsewhere(found["what"]) for found in _INSPECTION_OF.finditer(words)):
        return []
    inspected = _INSPECTED.search(words) is not None
    groups: list[tuple[int, int, list[str]]] = []
    for found in _DATE.finditer(words):
        date = read_date(found["date"]) or found["date"]
        if found["not"] or _VISIT.search(words, 0, found.start("date")) or not date < before[: len(date)]:
            continue
        start, end = found.span("date")
        if groups and _AND.fullmatch(words, groups[-1][1], start):
            groups[-1] = (groups[-1][0], end, [*groups[-1][2], date])
        else:
            groups.append((start, end, [date]))
    earlier = _EARLIER.search(words)
    if not groups and not earlier:
        return []
    graded = tuple(_looked_at(words, place)) if inspected else ()
    if not groups and earlier:
        return [Mention(sentence, graded, (), ON_SITE, earlier.start())]
    return [
        Mention(
            sentence,
            graded,
            tuple(dates),
            PUBLISHED if _PUBLISHED.search(words, 0, start) else ON_SITE if inspected else JUDGED,
            start,
            last=_is_last(words, start, end),
        )
        for start, end, dates in groups
    ]


def _is_last(words: str, start: int, end: int) -> bool:
    """Whether a date is that of the last inspection: "the last inspection …, in 2017", "the 2017 inspection"."""
    return _LAST_IN.search(words, 0, start) is not None or _DATE_INSPECTION.match(words, end) is not None


def subject_of_inspection(words: str, place: Place) -> list[Graded]:
    """What a sentence says was inspected ("… were last inspected in 2012 and …")."""
    found = _WAS_INSPECTED.match(words)
    graded = graded_before(found["what"], place) if found else []
    return graded if found and graded and is_subject(found["what"], graded[0], place) else []


def _looked_at(words: str, place: Place) -> list[Graded]:
    """What an inspection looked at: "the inspection of …", "a … inspection", "… was inspected"."""
    if subject := subject_of_inspection(words, place):
        return subject
    for found in _INSPECTION_OF.finditer(words):
        if graded := graded_in(found["what"]):
            return graded
    for found in _KIND_OF_INSPECTION.finditer(words):
        if graded := graded_before(found["what"], place):
            return graded
    return []
