"""Quotations in a stretch of text: what stands between quotation marks, double or single, curly or straight."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[\"'“”„‘’‚`´]")
_DOUBLE_OPEN, _SINGLE_OPEN = "“„", "‘‚"
_LOOK = 6  # marks that are looked at for a better end


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; the offsets include the marks, and ``closed`` says whether the second is there."""

    start: int
    end: int
    closed: bool


def read_quotations(text: str, start: int, end: int) -> Iterator[Quotation]:
    """The quotations of a paragraph, outermost only, in order."""
    marks = [found.start() for found in _MARK.finditer(text, start, end)]
    index = 0
    while index < len(marks):
        mark = marks[index]
        double = text[mark] in '"“„'
        if text[mark] not in "”" and _opens(text, mark, start, end) and (double or not _elided(text, mark, end)):
            close = _close(text, marks, index + 1, end, double)
            if close is not None:
                yield Quotation(mark, marks[close] + 1, True)
                index = close
            elif double or mark == start:
                yield Quotation(mark, end, False)
                return
        index += 1


def _opens(text: str, mark: int, start: int, end: int) -> bool:
    """Whether a mark can begin a quotation."""
    before = text[mark - 1] if mark > start else " "
    after = text[mark + 1] if mark + 1 < end else " "
    if text[mark] in _DOUBLE_OPEN + _SINGLE_OPEN:
        return not after.isspace()
    if text[mark] == "’":
        return False
    return (before.isspace() or before in '([{-–—/:"“') and not after.isspace()


def _elided(text: str, mark: int, end: int) -> bool:
    """Whether a single mark stands for letters left out ("'em", "'80s")."""
    word = text[mark + 1 : min(end, mark + 5)].casefold()
    return word[:1].isdigit() or word.startswith(("em ", "tis", "twas", "cos"))


def _close(text: str, marks: list[int], index: int, end: int, double: bool) -> int | None:
    """The index of the mark that ends a quotation."""
    weak: int | None = None
    looked = 0
    while index < len(marks):
        mark = marks[index]
        sign = text[mark]
        before = text[mark - 1]
        after = text[mark + 1] if mark + 1 < end else " "
        if double:
            if sign in '”"' and (sign == "”" or not after.isalnum() or before in ".,!?…"):
                return index
        elif sign in "'’`´" and not after.isalnum() and not before.isspace():
            if before in ".,!?…;:" or after not in " " or before != "s":
                return index if before in ".,!?…;:" or weak is None or before != "s" else weak
            weak = index if weak is None else weak
            looked += 1
        elif sign in _SINGLE_OPEN and weak is not None:
            return weak
        if looked > _LOOK:
            return weak
        index += 1
    return weak
