"""The table of grades on the first page.

A row is some whole lines whose words are exactly one area's label and one grade, each in its own order but mixed in any
way: the grade's cell is centred, so it may stand after the label, between its lines or above it, and be parted by it.
Grades are never given to areas by their order: a grade above its row's label, or on lines of its own below, could be its
neighbour's as well, and is sure only where the whole table is read. A line with a colon is a heading and no row.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, pairwise

from councilgraph.extract.grades import Scale
from councilgraph.extract.labels import Word, letters, printed, words
from councilgraph.extract.pages import Reading
from councilgraph.extract.reports.areas import Area, Areas

_MOST_LINES_OF_ROW = 8
_MOST_LINES, _MOST_PAGES = 80, 2
_LONGEST_LINE = 200
_MOST_STRAY_LINES = 8
_BREAK = re.compile("[\n\f]")
_GRADED, _UNGRADED, _STRAY = 10, 1, -3


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        label, grade, key: printed label and grade, the key of the grade; the last two None where it has none.
        above, below: whether the grade stands before the label, or on lines of its own below it.
    """

    area: Area
    label: str
    grade: str | None
    key: str | None
    start: int
    end: int
    above: bool = False
    below: bool = False


@dataclass(frozen=True, slots=True)
class Stray:
    """Words of the table that are no row; ``after`` is the row above them."""

    words: str
    after: Row | None


@dataclass(frozen=True, slots=True)
class Table:
    """The table.

    Attributes:
        rows: in their order.
        strays: what is left over.
        whole: whether nothing is, where the table begins is certain, and every row has its grade.
        first, last: indexes of the table's lines, ``last`` exclusive.
    """

    rows: tuple[Row, ...]
    strays: tuple[Stray, ...]
    whole: bool
    first: int
    last: int

    def is_sure(self, row: Row) -> bool:
        """Whether a row's grade belongs to its label beyond doubt, and its label does not go on in what is left over."""
        if self.whole:
            return True
        parted = any(stray.after is row for stray in self.strays) or any(_clash(row, other) for other in self.rows)
        return not (row.above or row.below or parted)


def _clash(row: Row, other: Row) -> bool:
    """Whether two rows divide the services differently, so that one of them must be misread."""
    return row.area is not other.area and not row.area.covers.isdisjoint(other.area.covers)


_Placed = tuple[int, int, Row]
"""A row with the lines that it begins and ends at (exclusive)."""


def read_table(reading: Reading, areas: Areas, scale: Scale, headers: Sequence[str], start: int = 0) -> Table | None:
    """The table of the first page, or of the page that a line stands on; None where there is none.

    Args:
        headers: what the table's header may say.
        start: index of the line from which the table is looked for.
    """
    lines = reading.lines[start : start + _MOST_LINES]
    lines = [line for line in lines if line.page < lines[0].page + _MOST_PAGES]
    cells = [
        words(reading.text, line.start, line.end) if len(line.text) <= _LONGEST_LINE and ":" not in line.text else None
        for line in lines
    ]
    known = {letters(header) for header in headers}
    header = next(_headers(cells, known), None)
    starting = [list(_rows_at(reading.text, cells, index, areas, scale)) for index in range(len(cells))]
    begin = header[1] if header else next((index for index, found in enumerate(starting) if found), len(cells))
    placed = _without_headings(_best(starting, cells, begin))
    if not placed:
        return None
    rows = tuple(row for _, _, row in placed)
    gaps, end = _gaps(placed, starting, begin, [scale.key(line.text) is not None for line in lines])
    strays = [Stray(" ".join(line.text for line in lines[first:last]), above) for first, last, above in gaps]
    strays = [stray for stray in strays if letters(stray.words) not in {"", *known}]
    bounded = header is not None or areas.services == frozenset().union(*(row.area.covers for row in rows))
    clashing = any(_clash(row, other) for row, other in combinations(rows, 2))
    whole = bounded and not strays and not clashing and all(row.key for row in rows)
    return Table(rows, tuple(strays), whole, start + (header[0] if header else begin), start + end)


def _gaps(
    placed: Sequence[_Placed], starting: Sequence[Sequence[tuple[int, Row]]], begin: int, is_grade: Sequence[bool]
) -> tuple[list[tuple[int, int, Row | None]], int]:
    """The lines of the table that are no row, with the row above them, and the end of the table.

    A grade alone below the last row is left over, and so is what parts it from a row that could not be reached.
    """
    gaps: list[tuple[int, int, Row | None]] = []
    above: Row | None = None
    end = begin
    for first, last, row in placed:
        if end < first:
            gaps.append((end, first, above))
        above, end = row, last
    seen = {row.area.key for _, _, row in placed}
    for index in range(end, min(end + _MOST_STRAY_LINES, len(starting))):
        unreached = any(row.key and row.area.key not in seen for _, row in starting[index])
        if unreached or (index == end and is_grade[index]):
            return [*gaps, (end, index + 1, above)], index + 1
    return gaps, end


def _headers(cells: Sequence[Sequence[Word] | None], known: set[str]) -> Iterator[tuple[int, int]]:
    """The lines of headers, on one line or two."""
    spelt = ["".join(word.letters for word in cell or ()) for cell in cells]
    for index, (one, following) in enumerate(pairwise([*spelt, ""])):
        if one in known:
            yield index, index + 1
        elif one and one + following in known:
            yield index, index + 2


def _best(
    rows: Sequence[Sequence[tuple[int, Row]]], cells: Sequence[Sequence[Word] | None], begin: int
) -> tuple[_Placed, ...]:
    """The rows from a line on that leave least over, most of them graded."""
    best: dict[tuple[int, int], tuple[int, tuple[_Placed, ...]]] = defaultdict(lambda: (0, ()))
    for index in range(len(rows) - 1, begin - 1, -1):
        found: tuple[int, tuple[_Placed, ...]] = (0, ())
        for size, row in rows[index]:
            score, path = best[index + size, 0]
            score += _GRADED if row.key else _UNGRADED
            if score >= found[0]:  # of two readings that are as good, the one that takes in more lines
                found = score, ((index, index + size, row), *path)
        for stray in range(_MOST_STRAY_LINES + 1):
            best[index, stray] = found
            if stray < _MOST_STRAY_LINES and cells[index] is not None:
                score, path = best[index + 1, stray + 1]
                best[index, stray] = max(found, (score + _STRAY, path), key=lambda option: option[0])
    return best[begin, 0][1]


def _without_headings(placed: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
    """End a table where, after other lines, it would begin anew: those are headings of the body."""
    seen: set[str] = set()
    for index, ((_, end, row), (start, _, following)) in enumerate(pairwise(placed), 1):
        seen.add(row.area.key)
        if end < start and following.area.key in seen:
            return placed[:index]
    return placed


def _rows_at(
    text: str, cells: Sequence[Sequence[Word] | None], index: int, areas: Areas, scale: Scale
) -> Iterator[tuple[int, Row]]:
    """The rows that begin at a line, each with the number of its lines."""
    among: list[Word] = []
    total = 0
    by_length = _by_length(areas, scale)
    longest = max(by_length)
    for size, cell in enumerate(cells[index : index + _MOST_LINES_OF_ROW], 1):
        if cell is None:
            return
        among += cell
        total += sum(len(word.letters) for word in cell)
        if not total or total > longest:
            return
        for label, area, grade, key in by_length.get(total, ()):
            mixed = _unmixed(tuple(among), label, grade)
            if mixed is None:
                continue
            of_label, of_grade = mixed
            row = Row(area, printed(text, of_label), None, None, among[0].start, among[-1].end)
            if of_grade:
                above = of_grade[-1].end <= of_label[0].start
                below = _BREAK.search(text, of_label[-1].end, of_grade[0].start) is not None
                row = replace(row, grade=printed(text, of_grade), key=key, above=above, below=below)
            yield size, row


@cache
def _by_length(areas: Areas, scale: Scale) -> dict[int, list[tuple[str, Area, str, str | None]]]:
    """Every label with every grade and without, by the number of their letters."""
    found: dict[int, list[tuple[str, Area, str, str | None]]] = defaultdict(list)
    for label, area in areas.by_label.items():
        for grade, key in [*scale.labels.items(), ("", None)]:
            found[len(label) + len(grade)].append((label, area, grade, key))
    return dict(found)


def _unmixed(among: tuple[Word, ...], label: str, grade: str) -> tuple[list[Word], list[Word]] | None:
    """The words that make up a label and those that make up a grade, if all words do one or the other in order."""
    if not among:
        return ([], []) if not label and not grade else None
    first, rest = among[0], among[1:]
    if label.startswith(first.letters) and (found := _unmixed(rest, label[len(first.letters) :], grade)):
        return [first, *found[0]], found[1]
    if grade.startswith(first.letters) and (found := _unmixed(rest, label, grade[len(first.letters) :])):
        return found[0], [first, *found[1]]
    return None
