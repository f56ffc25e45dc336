"""The table of grades on the first page.

A row is some whole lines whose words are exactly one area's label and one grade, each in its own order but mixed in any
way: the grade's cell is centred, so it may stand after the label, between its lines or above it, and be parted by it.
Grades are never given to areas by their order: where more than one reading of the lines is as good as another, the areas
that they grade differently get no grade. A line with a colon is a heading and no row.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from councilgraph.extract.grades import Scale
from councilgraph.extract.labels import Word, letters, printed, words
from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.reports.areas import Area, Areas

_MOST_LINES_OF_ROW = 8
_MOST_LINES, _MOST_PAGES = 80, 2
_LONGEST_LINE = 200
_MOST_STRAY_LINES = 2
_GRADED, _UNGRADED, _STRAY = 10, 1, -3


@dataclass(frozen=True, slots=True)
class Row:
    """A row: printed label and grade, the key of the grade (both None where it is missing) and its offsets."""

    area: Area
    label: str
    grade: str | None
    key: str | None
    start: int
    end: int


_Path = tuple[tuple[int, int, Row], ...]
"""Rows with the lines that each begins and ends at (exclusive)."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows in their order.

    Attributes:
        strays: words between rows that are none.
        first, last: indexes of the table's lines, ``last`` exclusive.
    """

    rows: tuple[Row, ...]
    strays: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Parse:
    score: int
    paths: tuple[_Path, ...]


def read_table(reading: Reading, areas: Areas, scale: Scale, headers: Sequence[str], start: int = 0) -> Table | None:
    """The table of the first page, or of the page that a line begins; None where there is none.

    Args:
        headers: what the table's header line may say.
        start: index of the line from which the table is looked for.
    """
    lines = reading.lines[start : start + _MOST_LINES]
    lines = [line for line in lines if line.page < lines[0].page + _MOST_PAGES]
    known = {letters(header) for header in headers}
    rows = {index: list(_rows_at(reading.text, lines, index, areas, scale)) for index in range(len(lines))}
    header = next((index for index, line in enumerate(lines) if letters(line.text) in known), None)
    first = next((index for index, found in rows.items() if found and index >= (header or 0)), None)
    if first is None:
        return None

    @cache
    def best(index: int, stray: int) -> _Parse:
        found = _Parse(0, ((),))
        options: list[tuple[int, _Parse, _Path]] = [
            (_GRADED if row.key else _UNGRADED, best(index + size, 0), ((index, index + size, row),))
            for size, row in rows.get(index, ())
        ]
        if stray < _MOST_STRAY_LINES and index + 1 < len(lines):
            options.append((_STRAY, best(index + 1, stray + 1), ()))
        for worth, rest, step in options:
            score = worth + rest.score
            paths = tuple(step + path for path in rest.paths)
            if score > found.score:
                found = _Parse(score, paths[:4])
            elif score == found.score and step:
                found = _Parse(score, (found.paths + paths)[:4])
        return found

    paths = [_without_headings(path) for path in best(first, 0).paths]
    if not paths[0]:
        return None
    agreed = set.intersection(*({(row.area.key, row.key) for _, _, row in path} for path in paths))
    rows_found = tuple(
        row if (row.area.key, row.key) in agreed else replace(row, grade=None, key=None) for _, _, row in paths[0]
    )
    strays = tuple(
        " ".join(line.text for line in lines[end:start])
        for (_, end, _), (start, _, _) in pairwise(paths[0])
        if end < start
    )
    last = max(end for path in paths for _, end, _ in path)
    return Table(rows_found, strays, start + (first if header is None else header), start + last)


def _without_headings(path: _Path) -> _Path:
    """End a table where, after other lines, it would begin anew: those are headings of the body."""
    seen: set[str] = set()
    for index, ((_, end, row), (start, _, following)) in enumerate(pairwise(path), 1):
        seen.add(row.area.key)
        if end < start and following.area.key in seen:
            return path[:index]
    return path


def _rows_at(text: str, lines: Sequence[Line], index: int, areas: Areas, scale: Scale) -> list[tuple[int, Row]]:
    """The rows that begin at a line, each with the number of its lines."""
    found: list[tuple[int, Row]] = []
    among: tuple[Word, ...] = ()
    by_length = _by_length(areas, scale)
    for size, line in enumerate(lines[index : index + _MOST_LINES_OF_ROW], 1):
        if len(line.text) > _LONGEST_LINE or ":" in line.text:
            break
        among += tuple(words(text, line.start, line.end))
        total = sum(len(word.letters) for word in among)
        if not among or total > max(by_length):
            break
        for label, area, grade, key in by_length.get(total, ()):
            if mixed := _unmixed(among, label, grade):
                of_label, of_grade = mixed
                shown = printed(text, of_grade) if of_grade else None
                found.append((size, Row(area, printed(text, of_label), shown, key, among[0].start, among[-1].end)))
    return found


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
