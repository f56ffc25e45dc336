"""Numbered paragraphs of the findings.

Numbers run 1, 2, 3 … through a report or begin anew under a heading. A number at the start of a line that does not go on
from the last paragraph, or stands in the middle of a sentence, belongs to the text ("… at the age of / 25.").
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from councilgraph.extract.pages import Reading
from councilgraph.extract.reports.headings import above_subheading

_NUMBER = re.compile(r"(\d{1,3})\s?[.)](?!\d)\s*(?=\S|$)")
_ENDED = re.compile(r".*[.:;!?][’”\"')\]]*\d{0,2}")
_MOST_MISSING = 3
_LOOK_AHEAD = 20


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph: its number, line and offsets; the number is no part of the words."""

    number: int
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    line: int
    skip: int
    after_heading: bool
    sure: bool


def read_paragraphs(
    reading: Reading, first: int, last: int, headings: Collection[int], others: Collection[int]
) -> list[Paragraph]:
    """The numbered paragraphs between two lines (``last`` exclusive).

    Args:
        headings, others: indexes of the lines that belong to headings, and to what else is no paragraph.
    """
    candidates = []
    for index in range(first, last):
        found = _NUMBER.match(reading.lines[index].text)
        if found and index not in others:
            after_heading = index - 1 in headings or index == first
            sure = after_heading or _ENDED.fullmatch(reading.lines[index - 1].text) is not None
            candidates.append(_Candidate(int(found[1]), index, found.end(), after_heading, sure))
    chosen = _chain(candidates)
    stops = sorted({candidate.line for candidate in chosen} | {i for i in {*headings, *others} if first <= i < last})
    paragraphs = []
    for candidate in chosen:
        following = bisect_right(stops, candidate.line)
        stop = stops[following] if following < len(stops) else last
        stop = above_subheading(reading.lines, candidate.line, stop)
        line = reading.lines[candidate.line]
        start = reading.text.index(line.text, line.start) + candidate.skip
        end = reading.lines[stop - 1].end
        if reading.text[start:end].strip():
            paragraphs.append(Paragraph(candidate.number, candidate.line, start, end))
    return paragraphs


def _chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates whose numbers go on from one another."""
    chosen: list[_Candidate] = []
    expected = 1
    for index, candidate in enumerate(candidates):
        later = candidates[index + 1 : index + 1 + _LOOK_AHEAD]
        goes_on = candidate.number == expected and (candidate.sure or not _better(later, expected))
        begins_anew = candidate.number == 1 and candidate.after_heading
        leaps = (
            candidate.sure
            and expected < candidate.number <= expected + _MOST_MISSING
            and not any(other.number == expected for other in later)
        )
        if goes_on or begins_anew or leaps:
            chosen.append(candidate)
            expected = candidate.number + 1
    return chosen


def _better(later: Sequence[_Candidate], number: int) -> bool:
    """Whether a surer candidate for a number comes before the next number."""
    for other in later:
        if other.number == number and other.sure:
            return True
        if other.number == number + 1:
            return False
    return False
