"""Sentences of running text, with single spaces, and where they stand in the document."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.words import load

_MARKS = "".join(load("reports")["bullets"]["same"]).replace("o", "")
_POINT = re.compile(rf"(?:[{re.escape(_MARKS)}]|o(?=\s)|\d{{1,3}}\s?[.)](?!\d))\s*")
_END = re.compile(r"(?<=[.!?])(?P<close>[’”\"')\]]*)\d{0,2}\s+(?=[‘“\"'(]?[^\W\d_a-z])|(?<=[.;:])\s*(?=\d{1,3}\.[A-Z])")
_QUOTES = str.maketrans("‘’‚`´“”„", "'" * 5 + '"' * 3)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words with straight quotation marks, its offsets, and the number of its block.

    A block is a bullet, a numbered paragraph, or the lines between such.
    """

    words: str
    start: int
    end: int
    block: int


def read_sentences(reading: Reading, lines: Iterable[int], holding: re.Pattern[str]) -> Iterator[Sentence]:
    """The sentences on some lines, given by index in order, of the blocks that hold a pattern."""
    block: list[Line] = []
    number = 0
    last = -1
    for index in lines:
        line = reading.lines[index]
        if block and (_POINT.match(line.text) or index != last + 1):
            yield from _sentences(reading, block, number, holding)
            block, number = [], number + 1
        block.append(line)
        last = index
    yield from _sentences(reading, block, number, holding)


def _sentences(reading: Reading, block: list[Line], number: int, holding: re.Pattern[str]) -> Iterator[Sentence]:
    """The sentences of a block."""
    if not block:
        return
    point = _POINT.match(block[0].text)
    rows = [block[0].text[point.end() :] if point else block[0].text, *(line.text for line in block[1:])]
    words = " ".join(rows)
    if not holding.search(words):
        return
    plain = words.translate(_QUOTES)
    begins: list[int] = []
    places: list[int] = []
    position = 0
    for row, line in zip(rows, block, strict=True):
        begins.append(position)
        places.append(reading.text.index(line.text, line.start) + len(line.text) - len(row))
        position += len(row) + 1

    def offset(at: int) -> int:
        """Where in the document a letter of the block stands."""
        row = bisect_right(begins, at) - 1
        return places[row] + at - begins[row]

    begin = 0
    ends = (
        (found.start() if found["close"] is None else found.end("close"), found.end()) for found in _END.finditer(words)
    )
    for end, following in [*ends, (len(words), len(words))]:
        stretch = words[begin:end]
        if stretch.strip():
            first = begin + len(stretch) - len(stretch.lstrip())
            last = begin + len(stretch.rstrip())
            yield Sentence(plain[first:last], offset(first), offset(last - 1) + 1, number)
        begin = following
