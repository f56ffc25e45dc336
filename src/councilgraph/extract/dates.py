"""Dates and periods in English, read strictly: what is not certain is not read.

A date keeps the precision of its words (``2019-02-04``, ``2019-02``). A date without month or year takes those of the
date after it; where the year would put it after that date, the year before is meant ("12 December to 13 January 2023").
Nothing else is supplied. A month's name may have gaps in it, as justified lines leave them ("Dec ember").
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_OF = {name[:size]: number for number, name in enumerate(_MONTHS, 1) for size in (3, len(name))} | {"sept": 9}
_NAMES = "|".join(r"\s?".join(name) for name in sorted(_MONTH_OF, key=len, reverse=True))
_YEAR = r"(?:19|20|21)\d\d(?!\d)"
_DATE = re.compile(
    rf"""(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?(?:
      (?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.](?P<y>{_YEAR})
    | (?P<iso>{_YEAR}-\d\d-\d\d)(?!\d)
    | (?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th)\b|(?![\d/.,]*\d))(?:\s*(?:of\s+)?(?P<month>{_NAMES})(?![a-z])\.?(?:,?\s*(?P<year>{_YEAR}))?)?
    | (?P<month_only>{_NAMES})(?![a-z])\.?(?:,?\s*(?P<year_of_month>{_YEAR}))?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FROM = re.compile(r"\s*(?:from\s+|(?P<between>between)\s+)?", re.IGNORECASE)
_TO = re.compile(r"\s*(?:(?:to|until|till|through)(?![a-z])|[-\u2010-\u2015\u2212\u2500])\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,;&]\s*(?:and(?![a-z]))?|and(?![a-z]))\s*", re.IGNORECASE)
_TAIL = re.compile(r"[\s.]*")
_FURTHEST_BACK = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class DatedPeriod:
    """First and last day as ISO dates, perhaps partial; ``first`` and ``last`` are the offsets of its words."""

    start: str
    end: str
    first: int
    last: int


@dataclass(slots=True)
class _Date:
    first: int
    last: int
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def iso(self) -> str | None:
        """ISO form, as partial as the date; None where there is no such day, or no year."""
        if self.year is None or self.month is None:
            return None
        try:
            full = date(self.year, self.month, self.day or 1).isoformat()
        except ValueError:
            return None
        return full if self.day else full[:7]


def read_date(text: str) -> str | None:
    """The one date that a text is ("4 February 2019", "04/02/2019", "February 2019"), ISO; None for anything else."""
    found = _DATE.match(text.strip())
    return _date(found).iso() if found and _TAIL.fullmatch(text.strip(), found.end()) else None


def read_periods(text: str) -> list[DatedPeriod] | None:
    """The periods that a text consists of, in its order; a single day is a period of one day.

    None where anything else is in the text, or its words leave a date open, or contradict the calendar or each other.
    """
    groups = _groups(text)
    if groups is None or not _completed([one for group in groups for one in group]):
        return None
    periods = []
    for group in groups:
        start, end = group[0].iso(), group[-1].iso()
        if start is None or end is None or start > end:
            return None
        periods.append(DatedPeriod(start, end, group[0].first, group[-1].last))
    in_order = all(a.end <= b.start for a, b in pairwise(periods))
    return periods if in_order else None


def _groups(text: str) -> list[list[_Date]] | None:
    """The dates of a text, one or two a period."""
    groups: list[list[_Date]] = []
    position = 0
    while True:
        opening = _FROM.match(text, position)
        first = _DATE.match(text, opening.end()) if opening else None
        if opening is None or first is None:
            return None
        groups.append([_date(first)])
        position = first.end()
        joint = (_AND if opening["between"] else _TO).match(text, position)
        if joint and (last := _DATE.match(text, joint.end())):
            groups[-1].append(_date(last))
            position = last.end()
        if _TAIL.fullmatch(text, position):
            return groups
        further = _AND.match(text, position)
        if further is None:
            return None
        position = further.end()


def _date(found: re.Match[str]) -> _Date:
    one = _Date(found.start(), found.end())
    if found["iso"]:
        one.year, one.month, one.day = (int(part) for part in found["iso"].split("-"))
    elif found["d"]:
        one.day, one.month, one.year = int(found["d"]), int(found["m"]), int(found["y"])
    else:
        month, year = found["month"] or found["month_only"], found["year"] or found["year_of_month"]
        one.day = int(found["day"]) if found["day"] else None
        one.month = _MONTH_OF["".join(month.casefold().split())] if month else None
        one.year = int(year) if year else None
    return one


def _completed(dates: list[_Date]) -> bool:
    """Give each date the month and year of the one after it; False where something stays open."""
    for after, one in pairwise(reversed(dates)):
        if one.year is None:
            named = one.month is not None
            one.month, one.year = one.month or after.month, after.year
            if named and not _put_before(one, after):
                return False
    return all(one.iso() for one in dates)


def _put_before(one: _Date, after: _Date) -> bool:
    """Move a date to the year before where it would otherwise follow the one after it; False if that is far away."""
    mine, theirs = one.iso(), after.iso()
    if mine is None or theirs is None or one.year is None:
        return False
    if mine <= theirs:
        return True
    one.year -= 1
    earlier = one.iso()
    if earlier is None or len(earlier) < 10 or len(theirs) < 10:
        return False
    return date.fromisoformat(theirs) - date.fromisoformat(earlier) <= _FURTHEST_BACK
