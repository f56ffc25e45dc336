"""What a figure measures, and the limit of grades that it counts up to, by the word list ``statistics``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from councilgraph.extract.prose.patterns import compiled
from councilgraph.extract.words import load

_LISTS = load("statistics")
_OR_BETTER = r"(?:\s+or\s+(?:better|outstanding|above|higher|excellent)|\s+and\s+above|\s+and\s+outstanding)\b"
_OR_WORSE = r"(?:\s+or\s+(?:worse|below|lower|inadequate|poor))\b"


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    units: frozenset[str]
    graded: bool
    last: bool
    words: re.Pattern[str]


def measure(unit: str, scopes: Sequence[str], *, graded: bool) -> str | None:
    """The key of what a number measures; None where no row of the list fits.

    Args:
        unit: the key of what is counted, ``percent`` or ``share``.
        scopes: the words around the number, the nearest first, then those to look at where they tell nothing.
        graded: whether a limit of grades stands in the clause.
    """
    for last in (False, True):
        for words in scopes:
            if (key := _measure(unit, words, graded, last)) is not None:
                return key
    return None


@lru_cache(maxsize=512)
def _measure(unit: str, words: str, graded: bool, last: bool) -> str | None:
    """The first row that fits some words, of those to be asked last or of the others; numbers of a sentence share words."""
    fitting = (row for row in _rows() if row.last == last and unit in row.units and (graded or not row.graded))
    return next((row.key for row in fitting if row.words.search(words)), None)


def grade_limit(words: str) -> tuple[str, str] | None:
    """The grade that words name first, and how it limits what is counted: ``=``, ``>=``, ``<=``, ``<`` or ``>``."""
    found = _grades().search(words)
    if found is None or found.lastgroup is None:
        return None
    grade = next(key for key, group in _groups().items() if found[group])
    before, after = words[: found.start()], words[found.end() :]
    if re.match(_OR_BETTER, after, re.IGNORECASE) or re.search(r"\bat least\s+['\"]?$", before, re.IGNORECASE):
        return grade, ">="
    if re.match(_OR_WORSE, after, re.IGNORECASE) or re.search(
        r"\b(?:no|not) better than\s+['\"]?$", before, re.IGNORECASE
    ):
        return grade, "<="
    if re.search(r"\b(?:less than|below|worse than|short of|not|n't)\s+['\"]?$", before, re.IGNORECASE):
        return grade, "<"
    if re.search(r"\b(?:better than|above)\s+['\"]?$", before, re.IGNORECASE):
        return grade, ">"
    return grade, "="


@cache
def _rows() -> list[_Row]:
    return [
        _Row(
            row["key"], frozenset(row["unit"]), row.get("graded", False), row.get("last", False), compiled(row["words"])
        )
        for row in _LISTS["measures"]
    ]


@cache
def _groups() -> dict[str, str]:
    return {key: key.replace("-", "_") for key in _LISTS["grades"]}


@cache
def _grades() -> re.Pattern[str]:
    groups = (f"(?P<{_groups()[key]}>{words})" for key, words in _LISTS["grades"].items())
    return compiled(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])")
