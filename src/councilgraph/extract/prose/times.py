"""Times that prose names, as ISO dates: days, months and years, some of them only relative to a document's publication.

Without a publication date "in June" and "last year" are words with no date. A month without its year is the last one
before publication.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from councilgraph.extract.prose.passages import PARAGRAPH, Prose

STATED, RELATIVE = "stated", "relative-to-publication"

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH_OF = {name[:size]: number for number, name in enumerate(_MONTHS, 1) for size in (3, len(name))} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")(?![a-z])\.?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?"
_YEAR = r"(?:19|20)\d\d(?![\d,]\d)\b"
_WHOSE = r"(?:this|last|the\s+previous|the\s+same)\s+year"
_COUNTS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "an": 1,
}
_TIME = re.compile(
    rf"""(?<![\w£/-])(?:
      {_WEEKDAY}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<m1>{_MONTH}))?(?:\s+(?P<y1>{_YEAR}))?\s*(?:-|\bto\b|\band\b|\buntil\b)\s*{_WEEKDAY}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})(?:,?\s+(?P<y2>{_YEAR}|{_WHOSE}))?
    | {_WEEKDAY}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m3>{_MONTH})(?:,?\s+(?P<y3>{_YEAR}|{_WHOSE}))?
    | (?P<ma>{_MONTH})\s+(?P<da>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|\bto\b|\band\b)\s*(?P<mb>{_MONTH})\s+(?P<db>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<yb>{_YEAR}|{_WHOSE}))?
    | (?:in|during|between|from|over)\s+(?P<mc>{_MONTH})\s+(?:and|to|-)\s+(?P<md>{_MONTH})(?!\s+\d{{1,2}}\b)(?:,?\s+(?P<yd>{_YEAR}|{_WHOSE}))?
    | (?P<m0>{_MONTH})\s+(?P<d0>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|\bto\b|\band\b)\s*(?P<e0>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,]|\s+{_MONTH})(?:,?\s+(?P<y0>{_YEAR}|{_WHOSE}))?
    | (?P<d5>\d{{1,2}})[./](?P<n5>\d{{1,2}})[./](?P<y5>{_YEAR})
    | (?P<m4>{_MONTH})\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y4>{_YEAR}|{_WHOSE}))?
    | (?P<m6>{_MONTH})(?:\s+of)?,?\s+(?P<y6>{_YEAR}|{_WHOSE})
    | (?P<m7>{_MONTH})(?='s\s)
    | (?P<near>in|during|since|last|this|until|till|from|early|late|mid|of|by|between|before|after|for|and|to)[\s-]+(?:early\s+|late\s+|mid[\s-]+|the\s+(?:end|start|beginning)\s+of\s+)?(?P<m8>{_MONTH})(?!\s+(?:be|have|not|also|well|I|\d{{1,2}})\b)(?!(?:\s+of)?,?\s+(?:{_YEAR}|{_WHOSE}))
    | (?P<y9>{_YEAR})
    | (?P<rel>(?:earlier\s+)?(?:this|last)\s+(?:year|month|week)(?!\s+(?:of|in)\s+[A-Z\d])|the\s+(?:previous\s+year|year\s+before)|yesterday|today)
    | (?P<n>{"|".join(_COUNTS)}|\d{{1,2}})\s+(?P<unit>years?|months?)\s+(?:ago|earlier|before|previously|on\s+from)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time that words name.

    Attributes:
        start, end: ISO dates, perhaps partial; None where the words need a publication date that is not known.
        basis: ``stated`` or ``relative-to-publication``.
        first, last: offsets of the words.
    """

    start: str | None
    end: str | None
    basis: str
    first: int
    last: int

    @property
    def day(self) -> bool:
        """Whether it is known to the day."""
        return self.start is not None and len(self.start) == len("2012-05-01")


def times(prose: Prose, start: int, end: int, published: str | None) -> Iterator[Time]:
    """The times named between two offsets, in order."""
    for found in _TIME.finditer(prose.plain, start, end):
        if (time := _time(found, published)) is not None:
            # The point of an abbreviated month may be the sentence's.
            yield replace(time, last=time.last - found[0].endswith("."))


def printed_date(prose: Prose) -> str | None:
    """The day that stands above an article's first paragraph, as pages print it; None where none does, or several."""
    first = next((passage.start for passage in prose.passages if passage.kind == PARAGRAPH), 0)
    found = {m[0] for m in _PRINTED.finditer(prose.plain, 0, min(first, _HEAD))}
    if len(found) != 1:
        return None
    return next((time for match in found if (time := _printed(match))), None)


def _printed(words: str) -> str | None:
    found = _TIME.match(words)
    time = _time(found, None) if found else None
    return time.start if time and time.day else None


_HEAD = 2000
_PRINTED = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}|{_MONTH}\s+\d{{1,2}},?\s+{_YEAR}|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR})",
    re.IGNORECASE,
)


def _time(found: re.Match[str], published: str | None) -> Time | None:
    first, last = found.span()
    if found["d1"]:
        month = _month(found["m2"])
        year, basis = _year(found["y2"], month, published)
        before = _month(found["m1"]) if found["m1"] else month
        begun = int(found["y1"]) if found["y1"] else year - (before > month) if year else None
        return Time(_iso(begun, before, found["d1"]), _iso(year, month, found["d2"]), basis, first, last)
    for one, day, other, last_day, y in (("ma", "da", "mb", "db", "yb"), ("mc", None, "md", None, "yd")):
        if found[one]:
            before, month = _month(found[one]), _month(found[other])
            year, basis = _year(found[y], month, published)
            begun = year - (before > month) if year else None
            begin = first if day else found.start(one)
            days = (found[day], found[last_day]) if day and last_day else (None, None)
            return Time(_iso(begun, before, days[0]), _iso(year, month, days[1]), basis, begin, last)
    if found["m0"]:
        year, basis = _year(found["y0"], _month(found["m0"]), published)
        month = _month(found["m0"])
        return Time(_iso(year, month, found["d0"]), _iso(year, month, found["e0"]), basis, first, last)
    for m, d, y in (("m3", "d3", "y3"), ("m4", "d4", "y4")):
        if found[m]:
            year, basis = _year(found[y], _month(found[m]), published)
            day = _iso(year, _month(found[m]), found[d])
            return Time(day, day, basis, first, last)
    if found["d5"]:
        day = _iso(int(found["y5"]), int(found["n5"]), found["d5"])
        return Time(day, day, STATED, first, last) if day else None
    for m in ("m6", "m7", "m8"):
        if found[m]:
            year, basis = _year(found["y6"] if m == "m6" else None, _month(found[m]), published)
            begin = found.start(m) if m == "m8" and found["near"].lower() not in ("last", "this") else first
            month_of = _iso(year, _month(found[m]), None)
            return Time(month_of, month_of, basis, begin, last)
    if found["y9"]:
        return Time(found["y9"], found["y9"], STATED, first, last) if "2003" < found["y9"] < "2040" else None
    when = _relative(found, published)
    return Time(when, when, RELATIVE, first, last)


def _relative(found: re.Match[str], published: str | None) -> str | None:
    if published is None:
        return None
    year, month = int(published[:4]), int(published[5:7]) if len(published) > 4 else None
    if found["n"]:
        count = _COUNTS.get(found["n"].lower()) or int(found["n"])
        if found["unit"].lower().startswith("year"):
            return str(year - count)
        return _iso((year * 12 + month - 1 - count) // 12, (month - 1 - count) % 12 + 1, None) if month else None
    words = " ".join(found["rel"].lower().split())
    if words == "today":
        return published
    if words.endswith("month"):
        back = words.startswith("last")
        return _iso((year * 12 + month - 1 - back) // 12, (month - 1 - back) % 12 + 1, None) if month else None
    if words in ("last year", "the previous year", "the year before"):
        return str(year - 1)
    if words.endswith("this year"):
        return str(year)
    if words == "yesterday" and len(published) == len("2012-05-01"):
        return _yesterday(published)
    return published[:7]


def _yesterday(published: str) -> str | None:

    try:
        return (date.fromisoformat(published) - timedelta(days=1)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTH_OF[name.rstrip(".").lower()]


def _year(words: str | None, month: int, published: str | None) -> tuple[int | None, str]:
    """The year that goes with a month, and the basis for it."""
    if words and words[:1].isdigit():
        return int(words), STATED
    if published is None:
        return None, RELATIVE
    year = int(published[:4])
    if words and not words.lower().startswith("this"):
        return year - 1, RELATIVE
    later = len(published) > len("2012") and month > int(published[5:7])
    return (year if words else year - later), RELATIVE


def _iso(year: int | None, month: int, day: str | None) -> str | None:

    if year is None:
        return None
    try:
        full = date(year, month, int(day) if day else 1).isoformat()
    except ValueError:
        return None
    return full if day else full[:7]
