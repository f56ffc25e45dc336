"""Names of inspectors in a field such as "A Name, His Majesty's Inspector, and B Name HMI".

A name is two to five capitalised words; what styles or titles a person is no part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilgraph.extract.words import load

_WORDS = load("inspectors")
_OFFICE = re.compile(
    "|".join(
        [
            *(
                rf"\b{re.escape(office)}s?\b".replace(r"\ ", r"\s+").replace("'", "['‘’`´]?\\s?")
                for office in sorted(_WORDS["offices"], key=len, reverse=True)
            ),
            *(rf"\b(?-i:{letters})\b" for letters in _WORDS["letters"]),
        ]
    ),
    re.IGNORECASE,
)
_PARTING = re.compile(r"[;,/&+|()•]|\s[-–—]\s|\band\b|\bwith\b", re.IGNORECASE)
_PARTICLES = frozenset(_WORDS["particles"])
_TITLES = frozenset(_WORDS["titles"])
_NEVER = frozenset(_WORDS["never"])
_WORD = re.compile(r"\S+(?:(?<=\w-) \S+)*")
_ELISION = re.compile(r"[a-z][’'](?=[^\W\d_a-z])")  # the d' of d'Angelo
_NAME_WORD = re.compile(r"[^\W\d_]['’.]?[^\W\d_]*(?:[-'’] ?[^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name as printed, and the offsets of its words."""

    name: str
    start: int
    end: int


def read_inspectors(text: str, start: int = 0, end: int | None = None) -> list[Named]:
    """The people whom a field names, in its order; words that are no name are passed over."""
    end = len(text) if end is None else end
    field = _OFFICE.sub(lambda found: ";" * len(found[0]), text[start:end])
    named = []
    position = 0
    for parting in [*_PARTING.finditer(field), None]:
        stop = parting.start() if parting else len(field)
        for first, last in _people(field, position, stop):
            name = " ".join(field[first:last].split()).replace("- ", "-")
            named.append(Named(name, start + first, start + last))
        position = parting.end() if parting else stop
    return named


def _people(field: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The name in a stretch without partings; two names where a line break stands between two whole ones."""
    lines: list[list[tuple[int, int]]] = []
    for line in re.finditer(r"[^\n\f]+", field[start:stop]):
        offset = start + line.start()
        words = [(offset + w.start(), offset + w.end()) for w in _WORD.finditer(line[0])]
        if words:
            lines.append(words)
    whole = [word for words in lines for word in words]
    several = len(lines) > 1 and all(_is_name(field, words) for words in lines)
    for words in lines if several else [whole]:
        while words and field[slice(*words[0])].rstrip(".") in _TITLES:
            words = words[1:]
        if _is_name(field, words):
            yield words[0][0], words[-1][1]


def _is_name(field: str, words: list[tuple[int, int]]) -> bool:
    spelt = [_ELISION.sub("", field[a:b]) for a, b in words]
    return (
        2 <= len(spelt) <= 5
        and all(_NAME_WORD.fullmatch(word) for word in spelt)
        and all(word[0].isupper() or word in _PARTICLES for word in spelt)
        and spelt[0][0].isupper()
        and spelt[-1][0].isupper()
        and _NEVER.isdisjoint((spelt[0], spelt[-1]))
    )
