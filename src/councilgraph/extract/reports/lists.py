"""Lists of points under a heading of their own, such as what needs to improve.

A point is a top-level bullet with its wrap lines and whatever it holds; a numbered point where a list has numbers in place
of bullets; the whole text where it has neither.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from councilgraph.extract.labels import letters
from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.reports.headings import above_subheading
from councilgraph.extract.words import load

_SAME_MARK: dict[str, str] = {mark: group[0] for group in load("reports")["bullets"]["same"] for mark in group}
_MARK = re.compile(r"(?P<mark>[^\w\s(\[‘“\"'’”£…]|o(?=\s|$))\s*(?=\S|$)")
_NUMBER = re.compile(r"\d{1,2}\s?[.)]\s+")
_FIRST_PARAGRAPH = re.compile(r"1\s?[.)](?!\d)")
_LONGEST_HEADING = 90
_NOTE_MARK = re.compile(r"\d{1,2}")
_HEADING = re.compile(r"[^\d.?:;]+[\s?:.]*\d{0,2}[\s?:.]*")


@dataclass(frozen=True, slots=True)
class PointList:
    """A list: type of its points, its heading's and its text's lines (``last`` exclusive), the points' offsets."""

    type: str
    heading: int
    first: int
    last: int
    points: tuple[tuple[int, int], ...]


def list_headings(reading: Reading, titles: Mapping[str, Sequence[str]]) -> list[tuple[int, int, str]]:
    """The headings of lists: their first and last line (exclusive) and the type of the points below.

    A heading that goes on ("… in Northmere?"), wraps, or begins with a small letter must have a bullet below it.

    Args:
        titles: what a heading may say, by type.
    """
    wanted = {letters(title): kind for kind, several in titles.items() for title in several}
    initials = frozenset(letter for title in wanted for letter in (title[0], title[0].upper()))
    beginnings = tuple({title[:4] for title in wanted})
    rows = [line.text for line in reading.lines]
    found = []
    for index, row in enumerate(rows):
        if row[0] not in initials or len(row) > _LONGEST_HEADING or not letters(row[:12]).startswith(beginnings):
            continue
        for last in (index + 1, index + 2):
            words = " ".join(rows[index:last])
            bulleted = _MARK.match(rows[last]) if last < len(rows) else None
            sure = row[:1].isupper() and last == index + 1
            if _HEADING.fullmatch(words) and (kind := _kind(letters(words), wanted, bulleted is not None, sure)):
                found.append((index, last, kind))
                break
    return found


def _kind(heading: str, wanted: Mapping[str, str], bulleted: bool, sure: bool) -> str | None:
    """The type of the points under a heading, by its letters."""
    if bulleted:
        opening = [title for title in wanted if heading.startswith(title)]
        return wanted[max(opening, key=len)] if opening else None
    return wanted.get(heading) if sure else None


def read_list(reading: Reading, heading: int, first: int, kind: str, stop: int) -> PointList:
    """The list below a heading.

    Args:
        heading, first: indexes of the heading's first line, and of the line below it.
        stop: index of the line before which the list ends at the latest; a paragraph numbered 1 ends it too.
    """
    while first < stop and _NOTE_MARK.fullmatch(reading.lines[first].text):
        first += 1
    stop = next((i for i in range(first + 1, stop) if _FIRST_PARAGRAPH.match(reading.lines[i].text)), stop)
    starts = _bulleted(reading.lines[first:stop]) or _numbered(reading.lines[first:stop])
    if first < stop:
        starts = starts or [(0, 0)]
        stop = above_subheading(reading.lines, first + starts[-1][0], stop)
    return PointList(kind, heading, first, stop, tuple(_points(reading, reading.lines[first:stop], starts)))


def read_bullets(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """The offsets of the top-level bullets between two lines (``last`` exclusive), each with its wrap lines."""
    lines = reading.lines[first:last]
    return _points(reading, lines, _bulleted(lines))


def _points(reading: Reading, lines: Sequence[Line], starts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    points = []
    for (index, skip), (following, _) in pairwise([*starts, (len(lines), 0)]):
        start = reading.text.index(lines[index].text, lines[index].start) + skip
        if reading.text[start : lines[following - 1].end].strip():
            points.append((start, lines[following - 1].end))
    return points


def _bulleted(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Lines that begin a top-level bullet, with the length of the mark: marks like the list's first one."""
    marked = [(index, found) for index, line in enumerate(lines) if (found := _MARK.match(line.text))]
    if not marked:
        return []
    top = _mark(marked[0][1])
    return [(index, found.end()) for index, found in marked if _mark(found) == top]


def _mark(found: re.Match[str]) -> str:
    mark: str = found["mark"]
    return _SAME_MARK.get(mark, mark)


def _numbered(lines: Sequence[Line]) -> list[tuple[int, int]]:
    return [(index, found.end()) for index, line in enumerate(lines) if (found := _NUMBER.match(line.text))]
