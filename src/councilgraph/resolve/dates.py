"""Dates as printed, brought to bounds.

Every dated thing has four bounds, plain ISO days: its start lies between ``earliest_start`` and ``latest_start``, its
end between ``earliest_end`` and ``latest_end``. A date that is known to the day has equal bounds; what is unknown is
None. The imprecise form itself is kept as EDTF (ISO 8601-2) beside the words.
"""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from councilgraph.model import Period

# Not those of calendar, which go by the locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_PARTIAL = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DURATION = re.compile(r"P(\d+)([YM])/(\d{4}(?:-\d\d(?:-\d\d)?)?)")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which days a thing started and ended, ``YYYY-MM-DD``."""

    earliest_start: str | None = None
    latest_start: str | None = None
    earliest_end: str | None = None
    latest_end: str | None = None

    @property
    def exact(self) -> bool:
        """Known to the day at both ends."""
        return (
            self.earliest_start is not None
            and self.earliest_start == self.latest_start
            and self.earliest_end is not None
            and self.earliest_end == self.latest_end
        )

    def overlaps(self, other: "Bounds") -> bool:
        """Whether two spells, both known to the day, share a day."""
        if not (self.exact and other.exact):
            return False
        assert self.earliest_start and self.latest_end and other.earliest_start and other.latest_end
        return self.earliest_start <= other.latest_end and other.earliest_start <= self.latest_end


def is_day(text: str) -> bool:
    """Whether a text is an ISO date, which may lack its day or month."""
    if not _PARTIAL.fullmatch(text):
        return False
    try:
        date.fromisoformat(first_day(text) or "")
    except ValueError:
        return False
    return True


def first_day(partial: str | None) -> str | None:
    """The first day of an ISO date that may lack its day or month."""
    if not partial:
        return None
    return f"{partial}{'-01-01'[len(partial) - 10 :]}" if len(partial) < 10 else partial[:10]


def last_day(partial: str | None) -> str | None:
    """The last day of an ISO date that may lack its day or month."""
    if not partial:
        return None
    if len(partial) == 4:
        return f"{partial}-12-31"
    if len(partial) == 7:
        year, month = int(partial[:4]), int(partial[5:7])
        return f"{partial}-{calendar.monthrange(year, month)[1]:02d}"
    return partial[:10]


def interval(words: str | None) -> tuple[str | None, str | None] | None:
    """First and last day of an ISO 8601 interval of partial dates: ``2013``, ``2011/2014-03``, ``P10Y/2024-01``.

    A duration is counted back from the beginning of its end: ten years to January 2024 begin in January 2014.
    """
    if not words:
        return None
    if found := _DURATION.fullmatch(words):
        start = first_day(found[3]) or ""
        months = int(start[:4]) * 12 + int(start[5:7]) - 1 - int(found[1]) * (12 if found[2] == "Y" else 1)
        year, month = divmod(months, 12)
        day = min(int(start[8:]), calendar.monthrange(year, month + 1)[1])
        return f"{year:04d}-{month + 1:02d}-{day:02d}", last_day(found[3])
    start, _, end = words.partition("/")
    if not all(re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?|(?:\.\.)?", part) for part in (start, end)):
        return None
    start, end = start.strip("."), end.strip(".") or ("" if "/" in words else start)
    return first_day(start), last_day(end)


def partial(earliest: str | None, latest: str | None) -> str | None:
    """The ISO date that two bounds of a day spell: the day, its month or its year, whichever they leave certain.

    None where a bound is unknown or they lie in two years. For bounds of a partial date this undoes `first_day` and
    `last_day`.
    """
    if not earliest or not latest or earliest[:4] != latest[:4]:
        return None
    if earliest == latest:
        return earliest
    return earliest[:7] if earliest[:7] == latest[:7] else earliest[:4]


def in_words(day: str) -> str:
    """An ISO date in words, as partial as it is: “13 May 2024”, “May 2024”, “2024”."""
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    return " ".join(filter(None, [number.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year]))


def spell(start: str | None, end: str | None) -> Bounds:
    """The bounds of something that ran from one partial date to another."""
    return Bounds(first_day(start), last_day(start), first_day(end), last_day(end))


def edtf(start: str | None, end: str | None, periods: Sequence[Period] = ()) -> str | None:
    """The EDTF form: an interval, or the set of all days of several; None where nothing is dated.

    An end that is not known is left empty; two dots would say that there is none (EDTF, level 1, and sets of level 2).
    """
    if len(periods) > 1:
        return "{" + ",".join(f"{period.start}..{period.end}" for period in periods) + "}"
    if not start and not end:
        return None
    return start if start == end and start else f"{start or ''}/{end or ''}"
