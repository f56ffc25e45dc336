"""The rows of a letter, without page numbers and running footers, and the cells that wide gaps part them into."""

import re
from collections import Counter
from dataclasses import dataclass

from councilgraph.documents.normalise import PAGE_BREAK
from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.prose.passages import straight

_CELL = re.compile(r"\S(?:\S| {1,2}(?! ))*")
MARK = re.compile(
    r"[^\w\s'\"(\[£$%#*|+=‘’“”]{1,2}|\*(?!\*)|o(?=\s|$)|\u00b7|[\ue000-\uf8ff]|[ïâ]\S{1,2}(?=\s|$)|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)](?!\d)"
)
"""What stands before a point of a list; any mark can be a bullet."""

_PAGE = re.compile(
    r"[-\W]*(?:page\s+)?\d{1,2}\s*(?:of|/)\s*\d{1,2}\W*|page\s+\d{1,2}\W*|-\s*\d{1,2}\s*-|\d{1,2}", re.IGNORECASE
)
_PAGE_LABEL = re.compile(r"\bpage \d{1,2} ?(?:of|/) ?\d{1,2}\W*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONGEST_FOOTER = 100  # code points
_SHORTEST_FOOTER = 8
_SAME = 20  # first code points of a running head that repeats an earlier line
_RIGHT = 40  # columns: a number that stands there alone is a page number


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a row that wide gaps part from others; ``text`` has straight quotation marks."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not empty: its words, how far it is indented, and whether an empty line stands before it.

    ``torn`` says that a page ends, or a running footer stood, before it.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: bool
    cells: tuple[Cell, ...]
    torn: bool = False


def read_letter(text: str) -> Reading:
    """The lines of a letter without page numbers, what the foot of each page repeats, and the heads of further pages."""
    lines: list[Line] = []
    start = 0
    for number, page in enumerate(text.split(PAGE_BREAK), 1):
        for row in page.split("\n"):
            if row.strip():
                lines.append(Line(start, start + len(row), number, number, row.strip()))
            start += len(row) + 1
    reading = Reading(text, lines)
    shapes = Counter(_DIGITS.sub("#", line.text) for line in reading.lines)
    kept: list[Line] = []
    dropped = 0
    begun: set[str] = set()
    for index, line in enumerate(reading.lines):
        begins = line.text[:_SAME].casefold()
        below = dropped and kept and reading.lines[index - 1].end != kept[-1].end
        header = below and len(begins) == _SAME and begins in begun and _stands_apart(reading, index)
        begun.add(begins)
        if header or _is_furniture(reading, index, shapes):
            dropped += 1
        else:
            kept.append(line._replace(run=line.run + dropped))
    return Reading(text, kept)


def read_rows(reading: Reading) -> list[Row]:
    """The rows of a letter."""
    rows: list[Row] = []
    before = 0
    run = 1
    for line in reading.lines:
        raw = reading.text[line.start : line.end]
        start = line.start + len(raw) - len(raw.lstrip())
        end = line.start + len(raw.rstrip())
        between = reading.text[before:start]
        torn = line.run != run
        gap = torn or between.count("\n") > 1 or "\f" in between
        places = [found.span() for found in _CELL.finditer(raw)]
        if len(places) > 1 and MARK.fullmatch(raw[slice(*places[0])]):
            places[:2] = [(places[0][0], places[1][1])]
        cells = tuple(Cell(line.start + a, line.start + b, straight(raw[a:b])) for a, b in places)
        words = " ".join(straight(line.text).split())
        rows.append(Row(start, end, words, start - line.start, gap, cells, torn))
        before, run = end, line.run
    return rows


def _is_furniture(reading: Reading, index: int, shapes: Counter[str]) -> bool:
    """Whether a line is a page number, or one of several that differ in their numbers alone and stand by themselves."""
    line = reading.lines[index]
    words = line.text
    apart = _stands_apart(reading, index)
    if _PAGE_LABEL.search(words) and len(words) <= _LONGEST_FOOTER:
        return True
    if _PAGE.fullmatch(words):
        raw = reading.text[line.start : line.end]
        return apart or len(raw) - len(raw.lstrip()) > _RIGHT
    shape = _DIGITS.sub("#", words)
    return (
        apart
        and shapes[shape] > 1
        and "#" in shape
        and _SHORTEST_FOOTER <= len(shape) <= _LONGEST_FOOTER
        and not words.endswith((".", ";", ","))
    )


def _stands_apart(reading: Reading, index: int) -> bool:
    """Whether an empty line or a page's end stands on both sides of a line."""
    line = reading.lines[index]
    before = reading.text[reading.lines[index - 1].end : line.start] if index else "\n\n"
    following = reading.text[line.end : reading.lines[index + 1].start] if index + 1 < len(reading.lines) else "\n\n"
    return all(between.count("\n") > 1 or "\f" in between for between in (before, following))
