"""Names of inspectors in a field such as "A Name, His Majesty's Inspector, and B Name HMI".

A name is two to five capitalised words; what styles or titles a person is no part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilgraph.extract.words import load


def _office(style: str) -> str:
    """Pattern of an office with any apostrophe, or none, any spaces, and perhaps the number of a footnote."""
    return rf"\b{re.escape(style)}s?\d*\b".replace(r"\ ", r"\s+").replace("'", r"\s?['‘’`´]?\s?")


def _letters(style: str) -> str:
    """Pattern of letters after a name; three or more may have points or spaces between them."""
    gap = r"\.?\s?" if len(style) > 2 else r"\.?"
    return rf"\b(?-i:{gap.join(style)})\b\.?"


_WORDS = load("inspectors")
_OFFICE = re.compile(
    "|".join([*map(_office, sorted(_WORDS["offices"], key=len, reverse=True)), *map(_letters, _WORDS["letters"])]),
    re.IGNORECASE,
)
_PARTING = re.compile(r"[;,/&+|()•]|\s[-–—]\s|\band\b|\bwith\b", re.IGNORECASE)
_PARTICLES = frozenset(_WORDS["particles"])
_TITLES = frozenset(_WORDS["titles"])
_NEVER = frozenset(_WORDS["never"])
_NAME_WORD = re.compile(r"[^\W\d_]['’.]?[^\W\d_]*(?:[-'’]\s?[^\W\d_]+)*\.?")
_WORD = re.compile(r"\S+(?:(?<=\w-)\s\S+)*")
_AT_HYPHEN = re.compile(r"(?<=-)\s")


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name as printed, and the offsets of its words."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Inspectors:
    """The people whom a field names, in its order, and the words that are neither a name nor an office."""

    named: tuple[Named, ...]
    unread: tuple[str, ...]


def read_inspectors(text: str, start: int = 0, end: int | None = None) -> Inspectors:
    """The people whom a field names."""
    end = len(text) if end is None else end
    field = _OFFICE.sub(lambda found: ";" * len(found[0]), text[start:end])
    named: list[Named] = []
    unread: list[str] = []
    position = 0
    for parting in [*_PARTING.finditer(field), None]:
        stop = parting.start() if parting else len(field)
        for words in _stretches(field, position, stop):
            first, last = words[0][0], words[-1][1]
            spelt = [field[a:b] for a, b in words]
            if _is_name(spelt):
                name = " ".join(_AT_HYPHEN.sub("", field[first:last]).split())
                named.append(Named(name, start + first, start + last))
            elif not _NEVER.issuperset(spelt) and any(map(str.isalpha, "".join(spelt))):
                unread.append(" ".join(spelt))
        position = parting.end() if parting else stop
    return Inspectors(tuple(named), tuple(unread))


def _stretches(field: str, start: int, stop: int) -> Iterator[list[tuple[int, int]]]:
    """The words between two partings, without titles; one list a line where every line is a whole name."""
    lines: list[list[tuple[int, int]]] = [[]]
    end = start
    for word in _WORD.finditer(field, start, stop):
        if lines[-1] and not {"\n", "\f"}.isdisjoint(field[end : word.start()]):
            lines.append([])
        lines[-1].append(word.span())
        end = word.end()
    several = len(lines) > 1 and all(_is_name([field[a:b] for a, b in line]) for line in lines)
    for words in lines if several else [[word for line in lines for word in line]]:
        while words and field[slice(*words[0])].rstrip(".") in _TITLES:
            words = words[1:]
        if words:
            yield words


def _is_name(words: list[str]) -> bool:
    return (
        2 <= len(words) <= 5
        and all(_NAME_WORD.fullmatch(word) for word in words)
        and all(_has_capital(word) or word in _PARTICLES for word in words)
        and _has_capital(words[0])
        and _has_capital(words[-1])
        and _NEVER.isdisjoint((words[0], words[-1]))
    )


def _has_capital(word: str) -> bool:
    """Whether a word begins with a capital, perhaps after an elided particle ("d'Arblay")."""
    return word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())
