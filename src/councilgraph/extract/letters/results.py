"""The grades that a letter itself gives: in a table, beside a heading, or in words below the heading of an outcome."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilgraph.extract.letters.blocks import HEADING, PARAGRAPH, TABLE, Block
from councilgraph.extract.letters.rows import Cell, Row

_WORD = r"outstanding|very good|good|adequate|inadequate|satisfactory|requires? improvement(?: to be good)?|performs? (?:excellently|well|adequately|poorly)|excellent|poor"
_GRADE = re.compile(
    rf"(?:grade\s*:?\s*)?(?P<number>[1-4])(?:\s*[-:(]?\s*(?P<word>{_WORD})\)?)?|(?P<label>{_WORD})(?:\s*[-:(]?\s*(?:grade\s*)?(?P<behind>[1-4])\)?)?",
    re.IGNORECASE,
)
_IN_LINE = re.compile(
    rf"(?P<label>[^\d|]*?[a-z)])(?:[\s.:|_-]*[.:|_-]\s*|\s+)(?P<grade>{_GRADE.pattern.replace('?P<label>', '?P<words>')})[.\s*]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-=_|+\s.]*")
_DEFINES = re.compile(
    r"[^a-z]*[1-4]\b\W*\s*(?:=|performs|outstanding|good|adequate|inadequate|a service|an organisation|excellent|very good|poor|service)|.*\b[1-4]\s*[:=]\s*(?:outstanding|good|adequate|inadequate)",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\b(?:grades?(?: awarded)?|areas? for judge?ment|judge?ment areas?|service descriptors?|descriptors?)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:being healthy|staying safe|enjoying|positive contribution|economic well|capacity|overall|children'?s services|social care|education|safeguarding|looked[- ]after|leadership|rating|assessment|"
    r"judge?ment|effectiveness|outcomes|service management|help and protection|children in care|care leavers|adoption|fostering|contribution|quality of provision)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:,|-|/|&|\b(?:and|of|for|the|to|in|with|on|its|their|including))$", re.IGNORECASE)
_RATING = re.compile(r"\b(?:rating|grade|judge?ment|assessment)\s+(?:\w+\s+){0,3}?(?:is|was)\W*$", re.IGNORECASE)
_BELOW = re.compile(
    r"(?:the\s+)?(?:(?:council|local\s+authority|authority)'s\s+)?(?:overall\s+)?(?:outcomes?|contribution|performance|services?|provision|quality|effectiveness|capacity)\b"
    rf"[^.;:]{{0,160}}?\s(?:is|are|was|were)\s+(?!poor|excellent)(?P<grade>{_WORD})(?=[.,;]|\s+(?:overall|and|with|in)\b)",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:being healthy|staying safe|enjoying and achieving|positive contribution|economic well[- ]?being|capacity|service management|leadership)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:visit|inspection|letter|assessment)\b.*\b(?:19|20)\d\d\b", re.IGNORECASE
)  # a head with the page
_AFTER_GRADE = 12  # code points
OVERALL_LABEL = "overall effectiveness"
"""What the area of a grade is called that is given to all of a council's services together."""
_LONGEST_LABEL = 220  # code points


@dataclass(slots=True)
class Result:
    """A grade with what it was given to; ``spans`` are the offsets of its words."""

    area: str
    grade: str
    number: int | None
    spans: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Entry:
    """A row of a table that may wrap."""

    cells: list[Cell] = field(default_factory=list)
    grade: Cell | None = None

    @property
    def label(self) -> str:
        return " ".join(cell.text.strip(" |.:*_-") for cell in self.cells).strip()


def read_results(blocks: Sequence[Block], plain: str) -> list[Result]:
    """The grades that tables and headings give, each area once, then those in words below an outcome's heading."""
    found: dict[str, Result] = {}
    outcome = ""
    for block in blocks:
        if block.kind in (TABLE, HEADING):
            results = list(_of_table(block.rows) if block.kind == TABLE else _of_line(block))
            for result in results:
                if _RUNNING.search(result.area):
                    continue
                if not (block.kind == TABLE and _is_heading(block) and _is_known(found, result.area)):
                    found.setdefault(_key(result.area), result)
            outcome = block.text.strip("*# ") if len(block.rows) == 1 and _OUTCOME.search(block.text) else ""
            if results and outcome:
                outcome = results[-1].area
        elif block.kind == PARAGRAPH and outcome and (below := _BELOW.match(plain, block.start, block.end)):
            found.setdefault(_key(outcome), Result(outcome, below["grade"], None, [below.span()]))
            outcome = ""
        elif block.kind == PARAGRAPH and len(block.rows) == 1 and len(block.text) < _LONGEST_LABEL:
            for result in _of_line(block):
                found.setdefault(_key(result.area), result)
    return list(found.values())


def _key(area: str) -> str:
    return re.sub(r"[^a-z]", "", area.casefold())


def _is_heading(block: Block) -> bool:
    """Whether a table is one row that may head a section ("Capacity to improve    Grade 2")."""
    return len(block.rows) == 1


def _is_known(found: dict[str, Result], area: str) -> bool:
    """Whether a grade is known of an area that a heading names in short."""
    return any(key.startswith(_key(area)) for key in found)


def _of_table(rows: Sequence[Row]) -> Iterator[Result]:
    entries: list[_Entry] = []
    closed = True
    for row in rows:
        if _RULE.fullmatch(row.text):
            closed = True
            continue
        cells = _cells(row)
        text = " ".join(cell.text for cell in cells)
        if not cells or _DEFINES.match(text):
            closed = True
            continue
        last = _GRADE.fullmatch(cells[-1].text.strip(" *"))
        if last is None and _HEADER.search(cells[-1].text) and len(cells) > 1:
            closed = True
            continue
        if (
            last is None
            and len(cells) == 1
            and (whole := _IN_LINE.fullmatch(cells[0].text))
            and (_KNOWN.search(whole["label"]) or (entries and not closed and not entries[-1].grade))
        ):
            start = cells[0].start
            cells = [
                Cell(start, start + whole.end("label"), whole["label"]),
                Cell(start + whole.start("grade"), start + whole.end("grade"), whole["grade"]),
            ]
            last = _GRADE.fullmatch(cells[-1].text)
        grade = cells.pop() if last else None
        label = " ".join(cell.text for cell in cells)
        entry = entries[-1] if entries else None
        goes_on = (
            entry is not None
            and not closed
            and (
                not label
                or label[0].islower()
                or _OPEN.search(entry.label) is not None
                or (entry.grade is None and not entry.cells)
            )
            and not (grade and entry.grade)
        )
        if entry is None or not goes_on:
            entry = _Entry()
            entries.append(entry)
        entry.cells += cells
        entry.grade = entry.grade or grade
        # Between ruled lines everything is one row.
        closed = False
    for entry in entries:
        if entry.grade and entry.label and len(entry.label) <= _LONGEST_LABEL:
            yield _result(entry.label, entry.grade, [(cell.start, cell.end) for cell in entry.cells])


def _cells(row: Row) -> list[Cell]:
    """The cells of a row, parted by lines where it has them."""
    if "|" not in row.text:
        return [cell for cell in row.cells if cell.text.strip(" .|*_")]
    cells = []
    for cell in row.cells:
        for part in re.finditer(r"[^|]+", cell.text):
            words = part[0].strip()
            if words.strip(" .*_-+"):
                begin = cell.start + part.start() + part[0].index(words)
                cells.append(Cell(begin, begin + len(words), words))
    return cells


def _of_line(block: Block) -> Iterator[Result]:
    """The grade of a heading such as "Staying safe - Grade 2", or of a line with the rating."""
    row = block.rows[-1]
    words = row.cells[0].text if len(row.cells) == 1 else ""
    found = _IN_LINE.fullmatch(words)
    if (
        found
        and not re.search(r"[.;!?]\s", found["label"])
        and _KNOWN.search(found["label"])
        and (_RATING.search(found["label"]) or not re.search(r"\b(?:is|are|was|were|to|be)$", found["label"]))
    ):
        start = row.start
        cell = Cell(start + found.start("grade"), start + found.end("grade"), found["grade"])
        label = OVERALL_LABEL if _RATING.search(found["label"]) else found["label"].strip(" #*:-")
        if label.casefold().startswith("grade"):
            return
        yield _result(label, cell, [(start + found.start("label"), start + found.end("label"))])


def _result(label: str, cell: Cell, spans: list[tuple[int, int]]) -> Result:
    found = _GRADE.fullmatch(cell.text.strip(" *."))
    number = next((int(found[key]) for key in ("number", "behind") if found and found[key]), None)
    words = " ".join(cell.text.strip(" *.").split())
    return Result(" ".join(label.split()), words, number, _joined([*spans, (cell.start, cell.end)]))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans as few stretches: a label and its grade on one row are one."""
    spans = sorted(spans)
    joined = [spans[0]]
    for start, end in spans[1:]:
        if start - joined[-1][1] < 120:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def only_grades(words: str) -> bool:
    """Whether a sentence below the heading of an outcome does no more than give its grade."""
    found = _BELOW.match(words)
    return found is not None and len(words) - found.end() < _AFTER_GRADE
