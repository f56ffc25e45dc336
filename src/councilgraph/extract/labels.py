"""Printed labels met in running text: compared by their letters alone.

A label may wrap anywhere, have other capitals, apostrophes or spaces, even spaces inside its words; what counts is that
the letters of whole words make up the label exactly. So no label is ever found inside a longer one.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A capital begins a word even without a space before it: cells of a table can run together ("care leaversGood").
_WORD = re.compile(r"[^\W\d_](?:(?![A-Z])[^\W\d_])*")
_INSIDE = frozenset(("", "'", "’", "‘", "-"))
_OPTIONAL = re.compile(r"\(([^)]*)\) ?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its offsets; ``letters`` are those that labels are compared by."""

    start: int
    end: int
    letters: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(match.start(), match.end(), match[0].casefold()) for match in found]


def letters(text: str) -> str:
    """The letters of a text, lower case."""
    return "".join(found.casefold() for found in _WORD.findall(text))


def spellings(label: str) -> list[str]:
    """The letters of a label, once for each choice of its words in brackets, which may be missing."""
    parts = _OPTIONAL.split(label)
    choices = [(part,) if index % 2 == 0 else ("", part) for index, part in enumerate(parts)]
    return [letters("".join(choice)) for choice in itertools.product(*choices)]


def consumed(among: Sequence[Word], index: int, target: str) -> int | None:
    """The index after the words that make up a label from ``index`` on; None where they do not."""
    done = 0
    while done < len(target):
        if index >= len(among) or not target.startswith(among[index].letters, done):
            return None
        done += len(among[index].letters)
        index += 1
    return index


def printed(text: str, among: Iterable[Word]) -> str:
    """Words as they stand in the text, with single spaces where anything but an apostrophe, hyphen or comma parts them."""
    out = ""
    end: int | None = None
    for word in among:
        gap = text[end : word.start] if end is not None else ""
        out += gap if gap in _INSIDE else ", " if gap.strip() == "," else " "
        out += text[word.start : word.end]
        end = word.end
    return out
