"""Grades that were given more than once: "inadequate in 2014 and again in 2017", "in 2011, 2014 and 2018"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from councilgraph.extract.prose.areas import Area
from councilgraph.extract.prose.given import Case
from councilgraph.extract.prose.grade_words import GradeWord, find_words
from councilgraph.extract.prose.times import Time, times


def other_times(case: Case, time: Time, published: str | None) -> Iterator[tuple[Time, list[Area]]]:
    """The other times in a sentence at which a grade was given, and the area that it is said to be for that time.

    Args:
        time: the one that goes with the grade.
        published: the day that relative words go by.
    """
    found = list(times(case.prose, case.sentence.start, case.sentence.end, published))
    row = _row(case, found, time)
    if row[-1].last <= case.word.start and len(_words(case)) > 1:
        return
    for before, one in zip([None, *row], row, strict=False):
        if one != time:
            begin = before.last if before else one.first
            yield one, [area for area in case.areas if begin <= area.start and area.end <= one.first]


def in_turn(case: Case, published: str | None) -> Time | None:
    """The time of a grade where a sentence names as many times as grades ("in 2011 and 2015 … adequate and then good")."""
    words = _words(case)
    if len(words) < 2 or not all(
        _THEN.fullmatch(case.prose.plain, one.end, other.start) for one, other in pairwise(words)
    ):
        return None
    found = list(times(case.prose, case.sentence.start, words[0].start, published))
    if len(found) != len(words) or not all(
        _AND.fullmatch(case.prose.plain, one.last, other.first) for one, other in pairwise(found)
    ):
        return None
    return next((time for time, word in zip(found, words, strict=True) if word.start == case.word.start), None)


def _words(case: Case) -> list[GradeWord]:
    return find_words(case.prose, case.sentence.start, case.sentence.end)


def _row(case: Case, found: Sequence[Time], time: Time) -> list[Time]:
    """The times that are joined to one, with it, in their order."""
    text = case.prose.plain
    row: list[Time] = []
    for one in found:
        if row and not _is_joined(case, text, row[-1], one):
            if time in row:
                break
            row = []
        row.append(one)
    return row if time in row and not _BETWEEN.search(text, case.sentence.start, row[0].first) else [time]


def _is_joined(case: Case, text: str, one: Time, other: Time) -> bool:
    """Whether "and", a comma or "again" is all that stands between two times."""
    gap = list(text[one.last : other.first])
    for area in case.areas:
        if one.last <= area.start and area.end <= other.first:
            gap[area.start - one.last : area.end - one.last] = "_" * (area.end - area.start)
    words = "".join(gap)
    if _AGAIN.fullmatch(words):
        return not _GOES_ON.match(text, other.last, case.sentence.end)
    ends = _STOPS.match(text, other.last, case.sentence.end)
    opens = other.last < case.word.start and not _GOES_ON.match(text, other.last, case.sentence.end)
    return _AND.fullmatch(words) is not None and bool(ends or opens)


_THEN = re.compile(r"['\"]?,?\s+(?:and\s+|then\s+|finally\s+|an?\s+|again\s+)*['\"]?")
_BETWEEN = re.compile(r"\b(?:between|from|since)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FOR = r"(?:(?:for|on|over|at)\s+(?:the\s+|its\s+|their\s+)?_+\s*)?"
_AGAIN = re.compile(
    rf",?\s*(?:(?:and|but|then)\s+)?(?:(?:then|yet)\s+)?(?:again|once\s+more|once\s+again|a\s+second\s+time|for\s+a\s+second\s+time|also|as\s+well\s+as|a\s+further\s+time|twice\s+more|afresh)\s*(?:,\s*)?{_FOR}(?:back\s+)?(?:in|during)?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s*(?:and\s+|then\s+)?(?:in\s+)?", re.IGNORECASE)
_STOPS = re.compile(r"\s*(?:[.;:)]|\Z|,\s+(?:and|but|then)\b|(?:,|\s+and)\s+(?:in\s+)?(?:19|20)\d\d)")
_GOES_ON = re.compile(r",?\s+(?:it|they|the|was|were|is|had)\b", re.IGNORECASE)
