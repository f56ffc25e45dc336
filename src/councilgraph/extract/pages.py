"""A document's text as lines without page furniture, and evidence spans cut out of it.

Invariant: a span that leaves this module quotes the document's text exactly, lies on one page, and never holds a running
header, a running footer, a page number or a footnote. Words that run over such furniture become several spans.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from councilgraph.documents.normalise import PAGE_BREAK
from councilgraph.model import Evidence

MOST_SPANS = 3
SHORT, LONG = 700, 4000
"""Code points that a span may have: of most items, and of a whole paragraph."""

_NUMBER = re.compile(r"[-–— ]*(?:page )?(\d{1,4})(?: of \d{1,4})?[-–— ]*", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(\d{1,2}) ?(?=[^\W\d_]|[‘“\"'(])")
_LONGEST_FOOTNOTES = 12  # lines
_FURNITURE_DEPTH = 4  # lines from the top or bottom of a page
_LONGEST_TITLE = 8  # lines
_LONGEST_TITLE_LINE = 200  # code points
_SHORTEST_HEADER = 15  # letters and digits
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[.;:!?][’”\"')]?\s")


class Line(NamedTuple):
    """A line of the text; ``run`` grows where a page ends or furniture stood."""

    start: int
    end: int
    page: int
    run: int
    text: str


@dataclass(slots=True)
class Reading:
    """The lines of a normalised text that are neither empty nor furniture, in order."""

    text: str
    lines: list[Line]
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [line.start for line in self.lines]

    def line_at(self, offset: int) -> int:
        """Index of the line that holds an offset, or of the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def page_at(self, offset: int) -> int:
        """The page (1-based) of an offset."""
        return self.lines[self.line_at(offset)].page if self.lines else 1

    def words(self, start: int, end: int) -> str:
        """The words between two offsets without furniture, single spaces between them."""
        return " ".join(" ".join(self.text[a:b].split()) for a, b in self._pieces(start, end))

    def evidence(self, start: int, end: int, *, limit: int = SHORT, supports: str | None = None) -> list[Evidence]:
        """The words between two offsets as one to three spans.

        Args:
            limit: most code points of a span; longer words are parted between sentences.
            supports: the key that the words prove.
        """
        spans: list[Evidence] = []
        for piece_start, piece_end in self._pieces(start, end):
            for a, b in _parted(self.text, piece_start, piece_end, limit):
                if len(spans) < MOST_SPANS:
                    spans.append(Evidence(a, b, self.page_at(a), self.text[a:b], supports))
        return spans

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches between two offsets that no furniture parts, trimmed."""
        index = self.line_at(start)
        while index < len(self.lines) and self.lines[index].start < end:
            first = self.lines[index]
            while index + 1 < len(self.lines) and self.lines[index + 1].run == first.run:
                index += 1
                if self.lines[index].start >= end:
                    break
            a, b = _trimmed(self.text, max(first.start, start), min(self.lines[index].end, end))
            if a < b:
                yield a, b
            index += 1


def read(text: str) -> Reading:
    """Take a normalised text apart."""
    pages: list[list[tuple[int, int]]] = []
    start = 0
    for page in text.split(PAGE_BREAK):
        pages.append([])
        for row in page.split("\n"):
            if row.strip():
                pages[-1].append((start, start + len(row)))
            start += len(row) + 1
    kept = _without_footnotes(text, _without_furniture(text, pages))
    lines: list[Line] = []
    run = 0
    for number, (stay, rows) in enumerate(zip(map(set, kept), pages, strict=True), 1):
        run += 1
        for first, last in rows:
            if (first, last) in stay:
                lines.append(Line(first, last, number, run, text[first:last].strip()))
            else:
                run += 1
    return Reading(text, lines)


def _without_furniture(text: str, pages: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """Drop page numbers, and what stands at the same place, top or bottom, of many pages after the first or repeats its title."""
    kept = [list(rows) for rows in pages]
    title = _title(text, pages[0])
    many = max(2, ceil(0.4 * (len(pages) - 1)))
    for end in (0, -1):
        going = list(range(len(kept)))
        read_to = [0] * len(kept)  # how far into the title the rows dropped from a page go
        for _ in range(_FURNITURE_DEPTH):
            last = {number: text[slice(*kept[number][end])].strip() for number in going if kept[number]}
            counts = Counter(_shape(row) for number, row in last.items() if number > 0)
            going = []
            for number, row in last.items():
                numbered = _NUMBER.fullmatch(row)
                drop = numbered is not None and int(numbered[1]) == number + 1
                below_title = number > 0 or (end and len(kept[0]) > 2 * _LONGEST_TITLE)
                if below_title and not row.endswith("."):
                    drop = drop or counts[_shape(row)] >= many
                    # What stands there once may be a heading that uses words of the title.
                    once = len(pages) > 2 and counts[_shape(row)] == 1
                    if not once and (after := _in_title(row, title, read_to[number], number + 1)):
                        drop, read_to[number] = True, after
                if drop:
                    del kept[number][end]
                    going.append(number)
    return kept


def _title(text: str, rows: list[tuple[int, int]]) -> str:
    """The letters and digits of a first page's title, down to the line with the year of the event."""
    found = ""
    for start, end in rows[:_LONGEST_TITLE]:
        row = text[start : min(end, start + _LONGEST_TITLE_LINE)]
        found += _letters_and_digits(row)
        if _YEAR.search(row):
            break
    return found


def _in_title(row: str, title: str, start: int, page: int) -> int | None:
    """Where a running header's row ends in the title that it repeats, with or without its page number; None elsewhere.

    Args:
        start: where the row above it ended; at 0 a row must be long enough to be sure, and must begin like a title.
    """
    if len(row) > _LONGEST_TITLE_LINE:
        return None
    unnumbered = row.removesuffix(str(page))
    words = _letters_and_digits(row if unnumbered[-1:].isdigit() else unnumbered)
    if not words or (start == 0 and (len(words) < _SHORTEST_HEADER or row[0].islower())):
        return None
    found = title.find(words, start)
    goes_on = start == 0 or found == start or _YEAR.search(row)
    return found + len(words) if found >= 0 and goes_on else None


def _without_footnotes(text: str, pages: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """Drop the notes at the foot of pages; they are numbered through the document and their mark stands above them."""
    kept = []
    wanted = 1
    for rows in pages:
        cut = len(rows)
        for index in range(max(0, len(rows) - _LONGEST_FOOTNOTES), len(rows)):
            note = _FOOTNOTE.match(text, *rows[index])
            if note and int(note[1]) == wanted and index > 0:
                above = text[rows[0][0] : rows[index - 1][1]]
                if re.search(rf"(?:[^\W\d_][.,;:?!’”]?|^){wanted}(?=\s|$|[.,;:])", above, re.MULTILINE):
                    cut = min(cut, index)
                    wanted += 1
        kept.append(rows[:cut])
    return kept


def _shape(row: str) -> str:
    return re.sub(r"\d+", "#", " ".join(row.split()).casefold())


def _letters_and_digits(row: str) -> str:
    return "".join(c for c in row.casefold() if c.isalnum())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _parted(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch into parts no longer than the limit, after a sentence if there is one, else between words."""
    while end - start > limit:
        ends = [found.end() for found in _SENTENCE_END.finditer(text, start, start + limit)]
        space = max(text.rfind(" ", start, start + limit), text.rfind("\n", start, start + limit))
        cut = ends[-1] if ends else space if space > start else start + limit
        yield _trimmed(text, start, cut)
        start, end = _trimmed(text, cut, end)
    yield start, end
