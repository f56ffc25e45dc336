"""The rows of an article's page: wrapped paragraphs put together again, bullets without their marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.prose.passages import straight
from councilgraph.extract.words import load

_MARKS = "".join(load("reports")["bullets"]["same"]).replace("o", "")
_BULLET = re.compile(rf"\s*(?:[{re.escape(_MARKS)}*‣▪]|[-–](?=\s)|\d{{1,2}}[.)](?=\s))\s*")
_FIELD = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d\s+", re.IGNORECASE)
_NARROW, _WIDE = 40, 120  # code points of lines that a program wrapped
_OPEN = re.compile(r"[^.!?:\"')\]]$")


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph or single line.

    Attributes:
        start, end: its offsets, without a bullet's mark.
        words: its plain words; one character for each of the text.
        bullet: whether a mark stands before it.
        parted: whether an empty line stands before it.
    """

    start: int
    end: int
    words: str
    bullet: bool
    parted: bool

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    def at(self, index: int) -> int:
        """Where in the document a character of its words stands."""
        return self.start + index


def rows(reading: Reading) -> list[Row]:
    """The rows of a page, in order."""
    width = _width(reading)
    return [row for block in _blocks(reading, width) for row in _row(reading.text, block)]


def _width(reading: Reading) -> int | None:
    """The width at which lines were wrapped; None where a line is a paragraph."""
    lengths = sorted(line.end - line.start for line in reading.lines)
    if not lengths or not _NARROW <= lengths[-1] <= _WIDE:
        return None
    full = sum(length > 0.8 * lengths[-1] for length in lengths)
    return lengths[-1] if full >= max(4, 0.3 * len(lengths)) else None


def _blocks(reading: Reading, width: int | None) -> Iterator[list[tuple[Line, bool]]]:
    """Lines that make up one row, with whether an empty line stands before the first."""
    block: list[tuple[Line, bool]] = []
    for line in reading.lines:
        parted = (
            not block or "\n\n" in reading.text[block[-1][0].end : line.start + 1] or line.page != block[-1][0].page
        )
        if block and not (_goes_on(block[-1][0], line, parted, width)):
            yield block
            block = []
        block.append((line, parted))
    if block:
        yield block


def _goes_on(above: Line, line: Line, parted: bool, width: int | None) -> bool:
    """Whether a line continues the paragraph of the one above it."""
    if _BULLET.match(line.text) or (parted and line.page == above.page):
        return False
    if parted or width is None:
        return bool(line.text[:1].islower() and _OPEN.search(above.text) and len(above.text) >= _NARROW)
    return len(above.text) > 0.7 * width or (line.text[:1].islower() and bool(_OPEN.search(above.text)))


def _row(text: str, block: list[tuple[Line, bool]]) -> Iterator[Row]:
    first, parted = block[0]
    start, end = first.start, block[-1][0].end
    mark = _BULLET.match(text, start, end)
    if mark:
        start = mark.end()
    elif field := _FIELD.match(text, start, end):
        start = field.end()
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end = start + len(stretch.strip())
    if start < end:
        yield Row(start, end, straight(text[start:end]), bool(mark), parted)
