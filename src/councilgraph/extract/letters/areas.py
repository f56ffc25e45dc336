"""What can be graded, as letters name it: all services together, or one of the areas of the word list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.words import load

OVERALL = "overall"
_JOINED = re.compile(
    r"\s*(?:,|,?\s*and|&|;)\s*(?:for\s+|of\s+)?(?:the\s+|its\s+|their\s+|your\s+|our\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Area:
    """Something that is graded, named at a place of the text."""

    family: str
    words: str
    start: int
    end: int


def areas_in(plain: str, start: int, end: int) -> list[Area]:
    """All that can be graded and is named between two offsets, the longest phrase at each place."""
    found = [
        Area(family, " ".join(match[0].split()), match.start(), match.end())
        for family, pattern in _areas()
        for match in pattern.finditer(plain, start, end)
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Area] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def chain(plain: str, known: Sequence[Area]) -> list[Area]:
    """The last of some areas, with those that "and" or a comma joins to it."""
    chain = [known[-1]]
    for one in reversed(known[:-1]):
        if not _JOINED.fullmatch(plain, one.end, chain[0].start):
            break
        chain.insert(0, one)
    return chain


@cache
def _areas() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (
            family,
            re.compile(
                r"(?<![\w-])(?:" + "|".join(phrase.replace(" ", r"\s+") for phrase in phrases) + r")(?![\w-])",
                re.IGNORECASE,
            ),
        )
        for family, phrases in load("letters")["areas"].items()
    ]


@cache
def others() -> re.Pattern[str]:
    """What has grades of its own that are not a council's: schools, homes, other inspections."""
    return re.compile(r"\b(?:" + "|".join(load("letters")["others"]["words"]) + r")\b", re.IGNORECASE)
