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
from councilgraph.extract.words import load

_SAME_MARK: dict[str, str] = {mark: group[0] for group in load("reports")["bullets"]["same"] for mark in group}
_MARK = re.compile(r"(?P<mark>[^\w\s(\[‘“\"'’”£…]|o(?=\s))\s*(?=\S|$)")
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


def list_headings(reading: Reading, titles: Mapping[str, Sequence[str]]) -> list[tuple[int, str]]:
    """The lines that are headings of lists, with the type of the points below.

    A heading that goes on ("… in Northmere?") must have a bullet below it.

    Args:
        titles: what a heading may say, by type.
    """
    wanted = {letters(title): kind for kind, several in titles.items() for title in several}
    found = []
    for index, line in enumerate(reading.lines):
        if line.text[:1].isupper() and len(line.text) <= _LONGEST_HEADING and _HEADING.fullmatch(line.text):
            key = letters(line.text)
            following = reading.lines[index + 1].text if index + 1 < len(reading.lines) else ""
            if key in wanted:
                found.append((index, wanted[key]))
            elif _MARK.match(following) and (opening := [title for title in wanted if key.startswith(title)]):
                found.append((index, wanted[max(opening, key=len)]))
    return found


def read_list(reading: Reading, heading: int, kind: str, stop: int) -> PointList:
    """The list below a heading.

    Args:
        stop: index of the line before which the list ends at the latest; a paragraph numbered 1 ends it too.
    """
    first = heading + 1
    while first < stop and _NOTE_MARK.fullmatch(reading.lines[first].text):
        first += 1
    stop = next((i for i in range(first + 1, stop) if _FIRST_PARAGRAPH.match(reading.lines[i].text)), stop)
    lines = reading.lines[first:stop]
    starts = _bulleted(lines) or _numbered(lines)
    if not starts and lines:
        starts = [(0, 0)]
    return PointList(kind, heading, first, stop, tuple(_points(reading, lines, starts)))


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
