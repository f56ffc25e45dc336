"""Sections of the body, by headings that stand on lines of their own.

A table of contents repeats the headings with page numbers; its lines are no headings.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from councilgraph.extract.labels import letters
from councilgraph.extract.pages import Reading
from councilgraph.extract.reports.headings import Heading

CONTENTS = "contents"
LISTS = {
    "improvement": "area-for-improvement",
    "area-for-improvement": "area-for-improvement",
    "priority-action": "priority-action",
    "strength": "strength",
}
"""The kinds of section that are lists of points, with the type of finding that each point is."""

_LONGEST_HEADING = 90
_MOST_LINES = 2
_HEADING = re.compile(r"[^.;?]*[?:.]{0,2}\s?\d{0,2}[?:]?")
_CONTENTS_LINE = re.compile(r".*\D\d{1,3}")


@dataclass(frozen=True, slots=True)
class Section:
    """A section.

    Attributes:
        first, text, last: the lines of its heading, of its text, and after it.
        service: key of the service area that its heading names.
    """

    kind: str
    first: int
    text: int
    last: int
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The sections of a report in order, and the headings of its judgement areas, without those of the contents."""

    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]

    def lines(self, *kinds: str) -> set[int]:
        """The lines of all sections of some kinds, headings included."""
        return {
            line for section in self.sections if section.kind in kinds for line in range(section.first, section.last)
        }

    @property
    def heading_lines(self) -> set[int]:
        """The lines of all headings."""
        return {line for section in self.sections for line in range(section.first, section.text)}


def read_body(
    reading: Reading, titles: Mapping[str, Sequence[str]], start: int, headings: Sequence[Heading], kind: str
) -> Body:
    """The sections from a line on.

    Args:
        titles: what a heading may say, by the kind of section that it begins; `CONTENTS` is the table of contents, and
            a title that ends in "…" may go on.
        headings: those of judgement areas, which begin sections of the kind ``kind``.
    """
    wanted = _Titles(titles)
    of_areas = {heading.first: heading for heading in headings}
    begun: list[Section] = []
    kept: list[Heading] = []
    index = start
    while index < len(reading.lines):
        found, end = _heading(reading, index, wanted)
        service = None
        if found == CONTENTS:
            begun.append(Section(found, index, index, len(reading.lines)))
            index = end = _contents_end(reading, end)
            found = kind if index < len(reading.lines) else None
        heading = of_areas.get(index) if found is None else None
        # Without a grade it may head a group of points within a list.
        if heading and (heading.key or not begun or begun[-1].kind not in LISTS):
            found, end, service = kind, heading.last, heading.area.service
            kept.append(heading)
        if found:
            begun.append(Section(found, index, end, len(reading.lines), service))
        index = end
    borders = [section.first for section in begun] + [len(reading.lines)]
    sections = (
        Section(
            section.kind, section.first, section.text, borders[bisect_right(borders, section.first)], section.service
        )
        for section in begun
    )
    return Body(tuple(sections), tuple(kept))


class _Titles:
    """The titles of sections by their letters."""

    def __init__(self, titles: Mapping[str, Sequence[str]]) -> None:
        rows = [(title, kind) for kind, several in titles.items() for title in several]
        self._whole = {letters(title): kind for title, kind in rows if not title.endswith("…")}
        self._opening = {letters(title): kind for title, kind in rows if title.endswith("…")}

    def kind(self, key: str) -> str | None:
        """The kind of section that a heading of these letters begins."""
        return self._whole.get(key) or next(
            (kind for title, kind in self._opening.items() if key.startswith(title)), None
        )


def _heading(reading: Reading, index: int, titles: _Titles) -> tuple[str | None, int]:
    """The kind of the heading that begins at a line, None where there is none, and the line after it."""
    first = reading.lines[index]
    if not first.text[:1].isupper():
        return None, index + 1
    key = ""
    for last, line in enumerate(reading.lines[index : index + _MOST_LINES], index + 1):
        if line.page != first.page or len(line.text) > _LONGEST_HEADING or not _HEADING.fullmatch(line.text):
            break
        key += letters(line.text)
        goes_on = last < len(reading.lines) and reading.lines[last].text[:1].islower()
        if (kind := titles.kind(key)) and not goes_on:
            return kind, last
    return None, index + 1


def _contents_end(reading: Reading, index: int) -> int:
    """The line after the last line of a table of contents that ends with a page number."""
    page = reading.lines[index - 1].page
    end = index
    while index < len(reading.lines) and reading.lines[index].page == page:
        index += 1
        if _CONTENTS_LINE.fullmatch(reading.lines[index - 1].text):
            end = index
    return end
