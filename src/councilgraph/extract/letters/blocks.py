"""The body of a letter as blocks: headings, paragraphs, points of lists, and tables.

Any mark can be a bullet; a list can also be set in without one. A block goes on over the end of a page.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from councilgraph.extract.letters.rows import MARK, Row

HEADING, PARAGRAPH, POINT, TABLE = "heading", "paragraph", "point", "table"

_MARK = re.compile(rf"(?P<mark>{MARK.pattern})\s+(?=\S)")
_ENDED = re.compile(r"[.!?:;]['\")\]]?$")
_SENTENCE_END = re.compile(r"[.!?]['\")\]]?$")
_DEFINES = re.compile(
    r"(?:grade\s+)?[1-4]\b\W*\s(?:performs|outstanding|good|adequate|inadequate|a service|an organisation|excellent|poor)|.*\b[1-4]\s*[:=]\s*(?:outstanding|good|adequate|inadequate)",
    re.IGNORECASE,
)
_LONE_GRADE = re.compile(r"(?:grade )?[1-4]", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.|_|\. |-){5,}\s*\S")
_RULE = re.compile(r"[-=_|+\s.]{4,}")
_MARKUP = re.compile(r"^#{1,6}\s+|^\*\*(?=\S)")
_RUN_IN = re.compile(r"(?:(?<=[;:,.])|(?<=\band)|(?<=;\sand))\s*(?P<mark>\((?:[a-h]|[1-9]|[ivx]{1,4})\))\s+")
_LONGEST_HEADING = 130  # code points
_MOST_HEADING_ROWS = 3
_HEADING_SHARE = 0.75  # of the width
_ONE_LINE = 160  # a line longer than this is a paragraph by itself


@dataclass(slots=True)
class Block:
    """A block of the body; ``start`` is behind the mark of a point, ``opened`` before it."""

    kind: str
    start: int
    end: int
    rows: list[Row] = field(default_factory=list)
    mark: str | None = None
    opened: int = 0

    @property
    def text(self) -> str:
        """Its words in single spaces, without its mark."""
        words = " ".join(row.text for row in self.rows)
        found = _MARK.match(words) if self.mark else _MARKUP.match(words)
        return words[found.end() :] if found else words


def read_blocks(rows: Sequence[Row]) -> list[Block]:
    """The blocks of a letter's body, in order."""
    base = _base(rows)
    width = max((row.indent + len(row.text) for row in rows), default=0)
    blocks: list[Block] = []
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        mark = _mark(row)
        block = blocks[-1] if blocks else None
        if block and not mark and _goes_on(block, row, following, base, width):
            block.rows.append(row)
            block.end = row.end
            continue
        start = row.start + (mark.end() if mark else 0)
        kind = POINT if mark or _is_set_in(row, base) else PARAGRAPH
        blocks.append(Block(kind, start, row.end, [row], mark["mark"] if mark else None, row.start))
    _name_kinds(blocks, width)
    return [part for block in blocks for part in _run_in(block)]


def _mark(row: Row) -> re.Match[str] | None:
    found = _MARK.match(row.cells[0].text)
    if found and _RULE.fullmatch(row.text):
        return None
    return found


def _base(rows: Sequence[Row]) -> int:
    """How far running text is indented."""
    indents = Counter(row.indent for row in rows if len(row.text) > 60 and not _MARK.match(row.text))
    if not indents:
        return min((row.indent for row in rows), default=0)
    most = max(indents.values())
    return min(indent for indent, count in indents.items() if count >= most / 3)


def _is_set_in(row: Row, base: int) -> bool:
    """Whether a row without a mark is a point of a list that is set in."""
    return row.indent > base and len(row.cells) == 1


def _goes_on(block: Block, row: Row, following: Row | None, base: int, width: int) -> bool:
    """Whether a row without a mark belongs to the block above it."""
    last = block.rows[-1]
    open_ = not _ENDED.search(last.text)
    is_table = any(len(one.cells) > 1 or one.text[0] in "|+" or _LONE_GRADE.fullmatch(one.text) for one in (row, last))
    if (
        row.torn
        and open_
        and len(last.text) > 40
        and not is_table
        and not (row.text[0].isupper() and len(row.text) < 60 and not _ENDED.search(row.text))
    ):
        return True
    if row.gap:
        return open_ and row.text[0].islower() and len(last.text) > 30 and block.mark is not None
    if is_table or _RULE.fullmatch(row.text):
        return True
    if _MARKUP.match(row.text) or (_MARKUP.match(last.text) and len(block.rows) == 1):
        return False
    if row.text[0].islower() and not (block.kind == POINT and block.mark is None and row.indent == last.indent):
        return True
    long_line = last.indent + len(last.text) >= 0.8 * width
    if not open_ and _is_heading(row, following, width):
        return False
    if width > _ONE_LINE:
        return open_ and long_line
    if block.kind == POINT:
        if block.mark is not None:
            return (
                row.indent > block.rows[0].indent
                or (open_ and row.indent >= block.rows[0].indent and long_line)
                or (open_ and long_line)
            )
        return row.indent > block.rows[0].indent or (
            row.indent == last.indent and long_line and not (not open_ and row.text[0].isupper())
        )
    if row.indent > base + 1 and last.indent <= base:
        return False
    heading = len(block.rows) == 1 and open_ and len(last.text) < _HEADING_SHARE * width
    if heading and row.text[0].isupper():
        return False
    return open_ or long_line or len(last.text) >= _HEADING_SHARE * width


def _is_heading(row: Row, following: Row | None, width: int) -> bool:
    """Whether a row below the end of a sentence is a heading, by its length and by the row below it."""
    short = len(row.text) < _HEADING_SHARE * width and row.text[0].isupper() and not _ENDED.search(row.text)
    return short and following is not None and (_mark(following) is not None or following.text[0].isupper())


def _name_kinds(blocks: list[Block], width: int) -> None:
    """Tell headings and tables from paragraphs."""
    for block in blocks:
        words = block.text
        if (
            any(len(row.cells) > 1 for row in block.rows)
            or _DEFINES.match(words)
            or words[0] in "|+"
            or any(_RULE.fullmatch(row.text) for row in block.rows)
            or any(_LEADERS.search(row.text) for row in block.rows)
            or (len(block.rows) > 1 and any(_LONE_GRADE.fullmatch(row.text) for row in block.rows))
        ):
            if block.mark is None or _DEFINES.match(block.rows[0].text):
                block.kind = TABLE
        elif block.kind == PARAGRAPH and len(words) <= _LONGEST_HEADING and len(block.rows) <= _MOST_HEADING_ROWS:
            bare = words.rstrip("*_ ")
            if not bare.endswith((",", ";")) and (bare.endswith("?") or not _SENTENCE_END.search(bare)):
                block.kind = HEADING


def _run_in(block: Block) -> list[Block]:
    """A paragraph with lettered points in its run, as what leads in and the points."""
    if block.kind not in (PARAGRAPH, POINT):
        return [block]
    edges: list[tuple[int, int]] = []
    for row in block.rows:
        for found in _RUN_IN.finditer(" " + (row.cells[0].text if len(row.cells) == 1 else "")):
            edges.append((row.start + found.start("mark") - 1, row.start + found.end() - 1))
    if len(edges) < (1 if block.mark and block.mark[0] == "(" else 2):
        return [block]
    first = block.rows[0]
    parts = [Block(block.kind, block.start, edges[0][0], block.rows, block.mark, block.opened)]
    stops = [*(edge[0] for edge in edges[1:]), block.end]
    parts[0].rows = [
        Row(block.start, edges[0][0], _between(block.rows, block.start, edges[0][0]), first.indent, first.gap, ())
    ]
    parts[0].mark = None
    for (opened, start), stop in zip(edges, stops, strict=True):
        words = _between(block.rows, start, stop)
        parts.append(Block(POINT, start, stop, [Row(start, stop, words, first.indent, False, ())], None, opened))
    return parts


def _between(rows: Sequence[Row], start: int, stop: int) -> str:
    """The words of some rows between two offsets."""
    return " ".join(row.text[max(0, start - row.start) : max(0, stop - row.start)] for row in rows).strip()
