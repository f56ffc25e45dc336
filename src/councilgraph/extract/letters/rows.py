"""The rows of a letter, without page numbers and running footers, and the cells that wide gaps part them into."""

import re
from collections import Counter
from dataclasses import dataclass

from councilgraph.documents.normalise import PAGE_BREAK
from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.prose.passages import straight

_CELL = re.compile(r"\S(?:\S| {1,2}(?! ))*")
_PAGE = re.compile(r"[-\W]*(?:page\s+)?\d{1,2}\s*(?:of|/)\s*\d{1,2}\W*|page\s+\d{1,2}\W*|-\s*\d{1,2}\s*-|\d{1,2}", re.IGNORECASE)
_PAGE_LABEL = re.compile(r"\bpage \d{1,2} ?(?:of|/) ?\d{1,2}\W*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONGEST_FOOTER = 100  # code points
_SHORTEST_FOOTER = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a row that wide gaps part from others; ``text`` has straight quotation marks."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not empty: its words, how far it is indented, and whether an empty line stands before it."""

    start: int
    end: int
    text: str
    indent: int
    gap: bool
    cells: tuple[Cell, ...]


def read_letter(text: str) -> Reading:
    """The lines of a letter without what the foot of each page repeats."""
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
    for index, line in enumerate(reading.lines):
        if _is_furniture(reading, index, shapes):
            dropped += 1
        else:
            kept.append(line._replace(run=line.run + dropped))
    return Reading(text, kept)


def read_rows(reading: Reading) -> list[Row]:
    """The rows of a letter."""
    rows: list[Row] = []
    before = 0
    for line in reading.lines:
        raw = reading.text[line.start : line.end]
        start = line.start + len(raw) - len(raw.lstrip())
        end = line.start + len(raw.rstrip())
        between = reading.text[before:start]
        gap = between.count("\n") > 1 and not between[: between.rfind("\n")].strip() or "\f" in between
        cells = tuple(
            Cell(line.start + found.start(), line.start + found.end(), straight(found[0]))
            for found in _CELL.finditer(raw)
        )
        rows.append(Row(start, end, " ".join(straight(line.text).split()), start - line.start, gap, cells))
        before = end
    return rows


def _is_furniture(reading: Reading, index: int, shapes: Counter[str]) -> bool:
    """Whether a line is a page number, or one of several that differ in their numbers alone and stand by themselves."""
    line = reading.lines[index]
    words = line.text
    apart = _stands_apart(reading, index)
    if _PAGE_LABEL.search(words) and len(words) <= _LONGEST_FOOTER:
        return True
    if _PAGE.fullmatch(words):
        return apart
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
