"""When assessments and visits were, as the sentences of a letter tell it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.times import Time, times

ON_SITE, PUBLISHED, JUDGED = "on site", "published", "judged"
"""What a date is of: days on site, a report, or a judgement that the words date and nothing else."""

_NOT_OF_IT = re.compile(
    r"\b(?:since|until|till|by|before|after|from|than|prior\s+to|wrote\s+to\s+(?:you|me)(?:\s+on)?|met(?:\s+on)?)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:since|until|till|before|after|by)\b", re.IGNORECASE)
_REPORT_BEFORE = re.compile(
    r"\b(?:reports?|letters?|publication)\b(?=[^.;]{0,30}$)|\bpublished\b(?=[^.;]{0,90}$)", re.IGNORECASE
)
_STAY_BEFORE = re.compile(
    r"\b(?:(?:re-?)?inspect(?:ions?|ed|ors?)|visit(?:s|ed)?|review(?:ed)?|took\s+place|here|return(?:ed)?|came|revisited|on\s+site|fieldwork)\b(?=[^.;]{0,60}$)",
    re.IGNORECASE,
)
_REPORT_BEHIND = re.compile(r"\s*(?:'s)?\s+(?:report|judge?ment|rating|assessment|letter)\b", re.IGNORECASE)
_TOLD_BEHIND = re.compile(
    r"\s+(?:it\s+|they\s+|Ofsted\s+)?(?:told|published|said|announced|reported|issued|released|wrote)\b",
    re.IGNORECASE,
)
_STAY_BEHIND = re.compile(
    r"\s*(?:'s)?\s+(?:(?!about|of|after|before|the|following|on|an?)\w+\s+){0,2}(?:(?:re-?)?inspection|visit|review)\b",
    re.IGNORECASE,
)
_STAY = re.compile(
    r"\b(?:inspect(?:ion|ions|ed|ors?)|visit(?:s|ed)?|undertook|carried\s+out|took\s+place|fieldwork|review|called|came|were\s+here)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*(?:,|;|and|&)\s*(?:and\s+)?(?:(?:then\s+)?(?:again\s+)?(?:on|from|between)\s+)?", re.IGNORECASE
)
_AWAY = re.compile(
    r"\b(?:guidance|judged|rated|graded|last|previous|earlier|first|second|third|fourth|act|regulations?|published|wrote|since|met|meeting|due|will|next|response|submitted|reached\s+us)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_NEAR = 45  # code points between a grade and the date behind it


@dataclass(frozen=True, slots=True)
class When:
    """A date with what it is of."""

    time: Time
    of: str

    @property
    def iso(self) -> str | None:
        """The first day, ISO and perhaps partial."""
        return self.time.start


def stays(prose: Prose, sentences: Sequence[Sentence], date: str | None) -> list[Time]:
    """The days on site that some sentences give of the visit that a letter is about; several where it had several stays."""
    for sentence in sentences:
        if not _STAY.search(prose.plain, sentence.start, sentence.end):
            continue
        found = [
            time
            for time in times(prose, sentence.start, sentence.end, date)
            if time.day and not _AWAY.search(prose.plain[sentence.start : time.first]) and _is_past(time, date)
        ]
        if not found:
            continue
        joined = found[:1]
        for time in found[1:]:
            if not _JOINED.fullmatch(prose.plain, joined[-1].last, time.first):
                break
            joined.append(time)
        return joined
    return []


def dated(prose: Prose, sentence: Sentence, start: int, end: int, date: str | None) -> When | None:
    """When a grade was given whose words stand between two offsets of a sentence."""
    found = [time for time in times(prose, sentence.start, sentence.end, date) if _counts(prose, sentence, time, date)]
    behind = next((time for time in found if time.first >= end), None)
    if (
        behind
        and behind.first - end <= _NEAR
        and not re.search(r"[;:]|\bbut\b|,\s+and\b|\bfrom\b|\bcompared\b|\bagainst\b", prose.plain[end : behind.first])
    ):
        return When(behind, nature(prose, sentence, behind))
    before = [time for time in found if time.last <= end]
    if before:
        return When(before[-1], nature(prose, sentence, before[-1]))
    return None


def tied(prose: Prose, sentence: Sentence, date: str | None) -> list[When]:
    """The dates in a sentence that are of an inspection, a visit or a report."""
    found = []
    for time in times(prose, sentence.start, sentence.end, date):
        if _counts(prose, sentence, time, date):
            of = nature(prose, sentence, time)
            if of == JUDGED and time.start != time.end and _STAY.search(prose.plain, sentence.start, sentence.end):
                of = ON_SITE
            if of != JUDGED:
                found.append(When(time, of))
    return found


def nature(prose: Prose, sentence: Sentence, time: Time) -> str:
    """What a date in a sentence is of, by the words beside it."""
    before = prose.plain[max(sentence.start, time.first - 110) : time.first]
    behind = prose.plain[time.last : min(sentence.end, time.last + 60)]
    if _TOLD_BEHIND.match(behind):
        return PUBLISHED
    if _STAY_BEHIND.match(behind):
        return ON_SITE
    report, stay = (_last(pattern, before) for pattern in (_REPORT_BEFORE, _STAY_BEFORE))
    if _REPORT_BEHIND.match(behind) or report > stay:
        return PUBLISHED
    judged = re.search(r"\b(?:judged|rated|graded|found\s+to\s+be)\b[^.;]{0,40}$", before)
    if stay >= 0 and not (judged and not re.search(r"inspect\w*[^.;]{0,20}$", before)):
        return ON_SITE
    return JUDGED


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where a pattern matches last; -1 where it does not."""
    return max((found.start() for found in pattern.finditer(words)), default=-1)


def _counts(prose: Prose, sentence: Sentence, time: Time, date: str | None) -> bool:
    if time.start is not None and time.start != time.end and len(time.start) == len("2012-05-01"):
        return _is_past(time, date)
    words = prose.plain[time.first : time.last]
    before = prose.plain[max(sentence.start, time.first - 40) : time.first]
    of_report = re.search(r"\bfrom\s*$", before) and re.search(
        r"\b(?:dates?|here|weeks?|days)\b[^.;]{0,20}\bfrom\s*$", before
    )
    return (
        time.start is not None
        and not _SINCE.match(words)
        and not (
            _NOT_OF_IT.search(before)
            and not of_report
            and not _STAY_BEHIND.match(prose.plain[time.last : time.last + 60])
            and not _REPORT_BEHIND.match(prose.plain[time.last : time.last + 60])
        )
        and _is_past(time, date)
    )


def _is_past(time: Time, date: str | None) -> bool:
    return date is None or time.start is None or time.start[: len(date)] <= date[: len(time.start)]
