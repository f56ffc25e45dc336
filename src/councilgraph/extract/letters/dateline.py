"""The date of a letter, wherever in its frame it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from councilgraph.extract.dates import read_date
from councilgraph.extract.letters.rows import Row

_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(
    rf"(?:date(?:d)?\s*:?\s*)?(?P<date>{_DAYS}(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?\s+(?:{_MONTHS}),?\s+(?:19|20)\d\d"
    rf"|(?:{_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:(?:19|20)\d\d|\d\d)(?!\d)|(?:19|20)\d\d-\d\d-\d\d(?!\d)|(?:{_MONTHS})\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_AMERICAN = re.compile(rf"({_MONTHS})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})")
_WEEKDAY = re.compile(rf"^{_DAYS}(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a letter, ISO and perhaps partial, and the offsets of its words."""

    iso: str
    start: int
    end: int


def read_dateline(rows: Sequence[Row]) -> Dated | None:
    """The first date that stands by itself, to the day if one does."""
    best: Dated | None = None
    for row in rows:
        for cell in row.cells:
            for found in _DATE.finditer(cell.text):
                iso = _iso(found["date"])
                alone = (
                    found.start() == 0
                    or row.text[: found.start()].strip(" :|").casefold() in ("date", "dated")
                    or len(row.text) < 60
                )
                if iso and alone and (best is None or len(iso) > len(best.iso)):
                    best = Dated(iso, cell.start + found.start("date"), cell.start + found.end("date"))
        if best and len(best.iso) == 10:
            break
    return best


def _iso(words: str) -> str | None:
    words = " ".join(_WEEKDAY.sub("", words).replace(" day of", "").split())
    if found := _AMERICAN.fullmatch(words):
        words = f"{found[2]} {found[1]} {found[3]}"
    elif found := _FIGURES.fullmatch(words):
        year = found[3] if len(found[3]) == 4 else "20" + found[3]
        words = f"{found[1]}/{found[2]}/{year}"
    return read_date(words)
