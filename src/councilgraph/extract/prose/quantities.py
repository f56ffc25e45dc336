"""Quantities in running text: counts, percentages, shares, rates and sums of money, in figures or in words.

What only looks like a count is left out: dates, times, ages, spans of time, grades, sections of acts, numbers of houses
and telephones. What a count counts is not asked here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from councilgraph.extract.words import load

COUNT, PERCENT, SHARE, MONEY, RATE, ORDINAL = "count", "percent", "share", "money", "rate", "ordinal"

_LISTS = load("statistics")
_UNITS: dict[str, int] = load("numbers")["cardinals"]
_TENS: dict[str, int] = _LISTS["tens"]
_MULTIPLES: dict[str, float] = _LISTS["multiples"]
_ORDINALS: dict[str, int] = _LISTS["ordinals"]
_FRACTIONS: dict[str, float] = _LISTS["fractions"]
_QUALIFIER_OF = {words: key for key, phrases in _LISTS["qualifiers"].items() for words in phrases}
_BESIDE = 40  # code points before and after a number that are looked at
_OLDEST_AGE = 30
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: ``number`` is where its number begins, ``start`` where its qualifier does ("more than").

    ``whole`` is the count that it is said to be out of ("86 of 102"), which ends at ``whole_end``; that count is a quantity
    of its own too, with ``is_whole``.
    """

    kind: str
    value: float
    qualifier: str
    start: int
    number: int
    end: int
    whole: float | None = None
    whole_end: int = 0
    is_whole: bool = False


def alternatives(words: Any) -> str:
    """A pattern of any of some words, the longest first; a space in them is any white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_SMALL = alternatives(word for word in _UNITS if word != "no")
_TEN = alternatives(_TENS)
_WORDED = (
    rf"\b(?:(?:an?|{_SMALL}|{_TEN})[\s-]hundred(?:\s+and\s+(?:{_TEN}|{_SMALL})(?:[\s-](?:{_SMALL}))?)?"
    rf"|(?:{_TEN})(?:[\s-](?:{_SMALL}))?|half\s+a\s+dozen|(?:an?|two|three|four)\s+dozen|an?\s+thousand|{_SMALL})\b"
)
_FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_NUMBER = rf"(?:{_FIGURES}|{_WORDED})"
_MULTIPLE = rf"(?:[\s-]?(?:{alternatives(_MULTIPLES)})\b)?"
_AFTER_SHARE = alternatives(_LISTS["after-share"])
_QUANTITY = re.compile(
    rf"""(?<![\w.,:/£$€@#])(?<![\w£$€]-)(?:
      £\s?(?P<money>{_FIGURES}{_MULTIPLE})
    | (?P<pounds>{_NUMBER}{_MULTIPLE})\s+pounds\b
    | (?P<rate>{_NUMBER})\s+(?:\w+\s+)?(?:for\s+every|for\s+each|per|in\s+every|in\s+each|out\s+of\s+every)\s+10,?000\b
    | (?P<percent>{_NUMBER})[\s-]?(?:%|per\s?cent\b|percentage\s+points?\b|pc\b)
    | of\s+(?:every|each)\s+(?P<base>{_NUMBER})\s+[^.;:,\d]{{3,60}}?,\s+(?:only\s+|just\s+|some\s+|about\s+)?(?P<among>{_NUMBER})\b
    | (?P<both>both)(?=\s+(?:of\s+)?[a-z'])
    | (?P<share>(?:an?|one)[\s-](?:third|quarter|fifth|sixth|tenth)|half|(?:two|three|four|nine)[\s-](?:third|quarter|fifth|tenth)s)(?=\s+(?:{_AFTER_SHARE})\b|[.,;]|\s*$)
    | (?P<part>{_NUMBER})\s+(?P<out>out\s+of(?:\s+every)?|in(?:\s+every)?|of)\s+(?:the\s+|its\s+|all\s+)?(?P<whole>{_NUMBER}|hundred\b)
    | (?P<each>{_NUMBER})\s+(?:[a-z-]+\s+){{1,2}}in\s+(?:every\s+)?(?P<every>{_NUMBER})
    | (?P<ordinal>\b(?:{alternatives(_ORDINALS)})\b|\d{{1,3}}(?:st|nd|rd|th)\b)
    | (?P<count>{_NUMBER}{_MULTIPLE})(?![a-z\d/@]|[.,:/]\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ANY = re.compile(
    rf"\d|\b(?:{_SMALL}|{_TEN}|both|half|third|quarter|fifth|tenth|dozen|hundred|thousand|{alternatives(_ORDINALS)})\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober|tember)?\b"
_SPAN_OF_TIME = re.compile(
    rf"""\s?-?\s?(?:(?:and\s+a\s+half|or\s+more|or\s+so|full|whole|working|more|consecutive|successive|short|long)[\s-]+)*
    (?:{alternatives(_LISTS["time"])})\b
    |(?:\s?(?:-|to|and|or|until)\s?\d{{1,2}}(?:st|nd|rd|th)?)?\s?(?:of\s+)?{_MONTH}(?!\s+(?:be|have|not)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED = re.compile(rf"\b(?:{alternatives(_LISTS['numbered'])})\s*$|\d\s?-?\s?$", re.IGNORECASE)
_DAY = re.compile(rf"\b{_MONTH}\.?\s*$", re.IGNORECASE)
_AGED = re.compile(rf"\b(?:{alternatives(_LISTS['aged'])})\s+(?:\d{{1,2}}\s+(?:and|or|to)\s+)?$", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(
    r"(?<!last )(?<!this )(?<!next )(?<!each )(?<!every )(?<!previous )(?<!a )\byears?\s+$", re.IGNORECASE
)
_LAST_SCHOOL_YEAR, _LAST_DAY = 13, 31
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_QUALIFIER = re.compile(
    rf"\b(?P<words>{alternatives(_QUALIFIER_OF)})\s+(?:(?:a|the|another|a\s+further|an\s+extra|an\s+additional)\s+)?$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\+|\s+or\s+(?:more|above|over)\b")
_AT_MOST = re.compile(r"\s+or\s+(?:fewer|less|under)\b")


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities between two offsets of a plain text, in order."""
    if not _ANY.search(text, start, end):
        return
    for found in _QUANTITY.finditer(text, start, end):
        for kind, group in ((MONEY, "money"), (MONEY, "pounds"), (PERCENT, "percent"), (RATE, "rate")):
            if found[group]:
                yield _quantity(kind, _number(found[group]), text, start, found.start(), found.end())
        if found["base"]:
            yield from _out_of_each(found, text, start)
        elif found["both"]:
            yield _quantity(COUNT, 2, text, start, *found.span())
        elif found["share"]:
            yield _quantity(SHARE, _share(found["share"]), text, start, *found.span())
        elif found["ordinal"]:
            value = _ORDINALS.get(found[0].casefold()) or int(re.sub(r"\D", "", found[0]))
            yield _quantity(ORDINAL, value, text, start, *found.span())
        elif found["each"]:
            yield from _part(found, text, start, end, "each", "every", "in")
        elif found["part"]:
            yield from _part(found, text, start, end, "part", "whole", found["out"].casefold())
        elif found["count"] and _counts(text, found.start(), found.end(), start, end):
            yield _quantity(COUNT, _number(found["count"]), text, start, *found.span())


def _out_of_each(found: re.Match[str], text: str, start: int) -> Iterator[Quantity]:
    """What "of every five carers, four" says."""
    base, part = _number(found["base"]), _number(found["among"])
    if 0 < part < base:
        yield _quantity(SHARE, round(part / base, 3), text, start, *found.span())


def _part(
    found: re.Match[str], text: str, start: int, end: int, one: str, other: str, among: str
) -> Iterator[Quantity]:
    """What "86 of 102" and "one in five" say; elsewhere two numbers have nothing to do with each other."""
    part, whole = _number(found[one]), _number(found[other])
    fine = {group: _counts(text, *found.span(group), start, end) for group in (one, other)}
    if all(fine.values()) and among.startswith(("in", "out")) and 0 < part < whole <= 10:
        yield _quantity(SHARE, round(part / whole, 3), text, start, *found.span())
    elif all(fine.values()) and "every" in among and part < whole == _HUNDRED:
        yield _quantity(PERCENT, part, text, start, *found.span())
    elif all(fine.values()) and not among.startswith("in") and part < whole:
        made = _quantity(COUNT, part, text, start, *found.span(one))
        yield replace(made, whole=whole, whole_end=found.end(other))
        yield replace(_quantity(COUNT, whole, text, start, *found.span(other)), is_whole=True)
    else:
        for group in (group for group, counts in fine.items() if counts):
            yield _quantity(COUNT, _number(found[group]), text, start, *found.span(group))


def _counts(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether a number may count things, by the words beside it."""
    words = text[first:last]
    before = text[max(start, first - _BESIDE) : first]
    after = text[last : min(end, last + _BESIDE)]
    if words.isdigit() and (_YEAR.fullmatch(words) or len(words) > 7 or (words[0] == "0" and len(words) > 1)):
        return False
    if _SPAN_OF_TIME.match(after) or _NUMBERED.search(before) or re.match(r"\s\d", after):
        return False
    if words.isdigit() and int(words) <= _LAST_DAY and _DAY.search(before):
        return False
    if words.isdigit() and int(words) <= _LAST_SCHOOL_YEAR and _SCHOOL_YEAR.search(before):
        return False
    return not (words.isdigit() and int(words) <= _OLDEST_AGE and _AGED.search(before))


def _quantity(kind: str, value: float, text: str, start: int, number: int, end: int) -> Quantity:
    """A quantity with the qualifier that stands before or after it."""
    before = text[max(start, number - _BESIDE) : number]
    qualified = _QUALIFIER.search(before)
    qualifier = _QUALIFIER_OF[" ".join(qualified["words"].casefold().split())] if qualified else "exact"
    if _AT_LEAST.match(text, end):
        qualifier = "at-least"
    elif _AT_MOST.match(text, end):
        qualifier = "at-most"
    return Quantity(
        kind, value, qualifier, number - len(before) + qualified.start() if qualified else number, number, end
    )


def _number(words: str) -> float:
    """A number in figures or in words, with its multiple; whole numbers stay whole."""
    plain = words.replace(",", "").casefold()
    figures = re.match(r"\d+(?:\.\d+)?", plain)
    rest = plain[figures.end() :].strip(" -\n") if figures else re.split(r"[\s-]+", plain)[-1]
    value: float = float(figures[0]) if figures else _spelt(plain)
    value = round(value * _MULTIPLES.get(rest, 1), 6)
    return int(value) if value == int(value) else value


def _spelt(words: str) -> float:
    if words.endswith("dozen"):
        return 6 if words.startswith("half") else 12 * _UNITS.get(words.split()[0], 1)
    total = 0
    for word in re.split(r"[\s-]+", words):
        if word == "hundred":
            total = max(total, 1) * 100
        else:
            total += _TENS.get(word) or _UNITS.get(word, 0)
    return max(total, 1)


def _share(words: str) -> float:
    plain = re.sub(r"^(?:an?|one) ", "", re.sub(r"[\s-]+", " ", words.casefold()))
    return _FRACTIONS[plain]
