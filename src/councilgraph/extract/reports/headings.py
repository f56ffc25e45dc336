"""Headings of the body: an area's label on lines of its own, mostly with the grade behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from councilgraph.extract.grades import Scale
from councilgraph.extract.labels import Word, consumed, letters, printed, words
from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.reports.areas import Area, Areas

_MOST_LINES = 5
_LONGEST_LINE = 160
_BEGINNING = 12  # letters of a label that stand on one line if the line has as many
_MOST_SUBHEADING_LINES = 3
_LONGEST_SUBHEADING = 140
_HEADING = re.compile(r"(?:[^.;!?()\d]|(?<=[^\W\d_])\d{1,2}(?!\w))*\.?\d{0,2}")  # digits: numbers of footnotes
_NUMBERED = re.compile(r"\d{1,3}\s?[.)]")
_SENTENCE_END = re.compile(r".*[.:;!?][’”\"')]?\d{0,2}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: printed label and grade, key of the grade (None where it has none), offsets and lines."""

    area: Area
    label: str
    grade: str | None
    key: str | None
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Grade:
    """A grade behind a label: its words and key, and whether nothing but a line break stands before it."""

    start: int
    end: int
    key: str
    below: bool


def read_headings(
    reading: Reading, areas: Areas, scale: Scale, links: Sequence[str], start: int, end: int
) -> list[Heading]:
    """The headings between two lines (``end`` exclusive), in order.

    Args:
        links: words that may stand between label and grade, such as "is".
    """
    linking = sorted((letters(link) for link in links), key=len, reverse=True)
    beginnings = tuple({label[:_BEGINNING] for label in areas.by_label})
    initials = frozenset(letter for label in areas.by_label for letter in (label[0], label[0].upper()))
    found: list[Heading] = []
    index = start
    while index < end:
        heading = None
        row = reading.lines[index].text
        begun = letters(row[:40]) if row[0] in initials else None
        if begun is not None and (len(begun) < _BEGINNING or begun.startswith(beginnings)):
            heading = _heading(reading, index, areas, scale, linking)
        if heading:
            found.append(heading)
        index = heading.last if heading else index + 1
    return found


def _heading(reading: Reading, index: int, areas: Areas, scale: Scale, links: Sequence[str]) -> Heading | None:
    among: list[Word] = []
    line_ends: dict[int, int] = {}
    for last, line in enumerate(reading.lines[index : index + _MOST_LINES], index + 1):
        if len(line.text) > _LONGEST_LINE or (among and _NUMBERED.match(line.text)):
            break
        among += words(reading.text, line.start, line.end)
        line_ends[len(among)] = last
    label = areas.match(among, 0)
    if label is None:
        return None
    label_end, area = label
    for grade in (_grade(reading.text, among, label_end, scale, links), None):
        end = grade.end if grade else label_end
        if end in line_ends and _stands_alone(reading, index, line_ends[end], grade):
            return Heading(
                area,
                printed(reading.text, among[:label_end]),
                printed(reading.text, among[grade.start : end]) if grade else None,
                grade.key if grade else None,
                among[0].start,
                among[end - 1].end,
                index,
                line_ends[end],
            )
    return None


def _grade(text: str, among: Sequence[Word], index: int, scale: Scale, links: Sequence[str]) -> _Grade | None:
    """The grade behind a label."""
    for start in [index, *(end for link in links if (end := consumed(among, index, link)) is not None)]:
        if found := scale.match(among, start):
            gap = text[among[index - 1].end : among[start].start]
            return _Grade(start, found[0], found[1], gap.isspace() and gap != " ")
    return None


def _stands_alone(reading: Reading, first: int, last: int, grade: _Grade | None) -> bool:
    """Whether lines (``last`` exclusive) are a heading and no part of a sentence or a table, by what stands around them."""
    rows = [line.text for line in reading.lines[first:last]]
    if not _HEADING.fullmatch(" ".join(rows)):
        return False
    before = reading.lines[first - 1].text if first else ""
    following = reading.lines[last].text if last < len(reading.lines) else ""
    ended = not before or _SENTENCE_END.fullmatch(before) is not None
    numbered = _NUMBERED.match(following) is not None
    if not rows[0][:1].isupper():
        return ended and grade is not None and numbered
    if numbered or (grade and not grade.below):
        return (numbered or not following[:1].islower()) and (ended or not rows[-1].endswith("."))
    return ended and following[:1].isupper()


def above_subheading(lines: Sequence[Line], first: int, stop: int) -> int:
    """Where a text that ends before ``stop`` really ends: short lines that follow its last sentence and are none themselves
    are the heading of what comes next.

    Args:
        first: index of the text's first line, which always belongs to it.
    """
    start = stop
    while start > first + 1 and stop - start < _MOST_SUBHEADING_LINES:
        start -= 1
        if _SENTENCE_END.fullmatch(lines[start].text):
            return stop
        if lines[start].text[:1].isupper() and _SENTENCE_END.fullmatch(lines[start - 1].text):
            return start if sum(len(line.text) for line in lines[start:stop]) <= _LONGEST_SUBHEADING else stop
    return stop
