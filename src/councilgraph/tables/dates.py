"""Dates as people type them into cells, day first, to ISO 8601, as partial as they are."""

import calendar
import math
import re
from datetime import date, datetime, timedelta

from councilgraph.resolve.dates import in_words

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
_WORDS = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})(?: 0?0:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?)?)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_SPELLED = re.compile(
    rf"(?:(?:\w+,? )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ \-/])?({_WORDS})\.?,?[ \-/]'?(\d{{2}}|\d{{4}})", re.I
)
_AMERICAN = re.compile(rf"({_WORDS})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", re.I)
_MONTH = re.compile(r"(\d{1,2})/(\d{4})")
_YEAR = re.compile(r"\d{4}")
_FIRST, _LAST = 1900, 2100
_EPOCH = date(1899, 12, 30)
_PIVOT = 70


def day_of(value: object) -> str:
    """A date in ISO 8601.

    Raises:
        ValueError: it is none; the message says why, in a sentence.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"“{value}” is no date.")
    if isinstance(value, int | float):
        return _number(value)
    text = " ".join(value.replace("–", "-").split()).strip(".")
    if _YEAR.fullmatch(text):
        return _whole(text, text)
    if found := _ISO.fullmatch(text) or _SLASHED.fullmatch(text):
        return _whole(text, *found.groups())
    if found := _DAY.fullmatch(text):
        first, second, year = found.groups()
        if int(second) > 12 >= int(first) > 0:
            raise ValueError(
                f"“{text}” has no month {second}; the day comes first. Did you mean {second}/{first}/{year}?"
            )
        return _whole(text, _century(year), second, first)
    if found := _SPELLED.fullmatch(text):
        return _whole(text, _century(found[3]), str(_MONTHS[found[2].lower()]), found[1])
    if found := _AMERICAN.fullmatch(text):
        return _whole(text, found[3], str(_MONTHS[found[1].lower()]), found[2])
    if found := _MONTH.fullmatch(text):
        return _whole(text, found[2], found[1])
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return _number(float(text))
    raise ValueError(f"“{text}” is no date.")


def period_of(value: object) -> str:
    """A period in ISO 8601: a date, or two parted by a slash.

    Raises:
        ValueError: it is none; the message says why, in a sentence.
    """
    if not isinstance(value, str):
        return day_of(value)
    text = " ".join(value.split())
    if re.fullmatch(r"P\d+[YM]/\d{4}(?:-\d\d(?:-\d\d)?)?", text):
        return f"{text.partition('/')[0]}/{day_of(text.partition('/')[2])}"
    if found := re.fullmatch(r"(?:from )?(.+?) (?:to|until|-|–) (.+)|(\d{4})\s?[-–/]\s?(\d{4})", text, re.I):
        start, end = day_of(found[1] or found[3]), day_of(found[2] or found[4])
        if start[: len(end)] > end[: len(start)]:
            raise ValueError(f"“{text}” ends before it begins.")
        return f"{start}/{end}"
    if found := re.fullmatch(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})", text):
        return f"{day_of(found[1])}/{day_of(found[2])}"
    found = re.fullmatch(r"(\d{4})/(\d{2})", text)
    if found and int(found[2]) == (int(found[1]) + 1) % 100:  # a financial year
        return f"{found[1]}-04-01/{int(found[1]) + 1}-03-31"
    return day_of(text)


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} is no date.")
    if value == int(value) and _FIRST <= value <= _LAST:
        return str(int(value))
    if 20_000 < value < 75_000:
        meant = (_EPOCH + timedelta(days=int(value))).strftime("%d/%m/%Y")
        raise ValueError(f"{value:g} is a number; shown as a date it would be {meant}. Did you mean that?")
    raise ValueError(f"{value:g} is no date.")


def _century(year: str) -> str:
    return year if len(year) == 4 else f"{'20' if int(year) < _PIVOT else '19'}{year}"


def _whole(text: str, year: str, month: str | None = None, day: str | None = None) -> str:
    if not _FIRST <= int(year) <= _LAST:
        raise ValueError(f"“{text}” is in the year {year}.")
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        raise ValueError(f"“{text}” has no month {int(month)}; there are twelve.")
    if day is None:
        return f"{year}-{int(month):02d}"
    last = calendar.monthrange(int(year), int(month))[1]
    if not 1 <= int(day) <= last:
        raise ValueError(f"“{text}” is no day: {in_words(f'{year}-{int(month):02d}')} has {last} days.")
    return f"{year}-{int(month):02d}-{int(day):02d}"
