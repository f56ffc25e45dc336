"""What kind of letter it is: who sends it, and which assessment or visit it tells of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.letters.blocks import HEADING, PARAGRAPH, Block
from councilgraph.extract.letters.frame import Frame
from councilgraph.extract.words import load

INSPECTORATE, DEPARTMENT, COUNCIL = "inspectorate", "department", "council"

_MINISTER = re.compile(r"\b(?:minister|secretary of state|under[- ]secretary)\b", re.IGNORECASE)
_INSPECTOR = re.compile(r"\b(?:inspector|inspection|hmi)s?\b", re.IGNORECASE)
_COUNCIL_POST = re.compile(
    r"\b(?:leader|mayor|chief executive|director|cabinet|lead member|portfolio|head of)\b", re.IGNORECASE
)
_OPENING = 3  # paragraphs that tell what a letter is about
_ILACS = "2018"  # the year that its monitoring visits began


@dataclass(frozen=True, slots=True)
class Kind:
    """An assessment or visit: framework, visit type, whether it gives grades, and the words that name it there."""

    framework: str | None
    visit: str | None
    graded: bool
    words: str = ""


def sender(frame: Frame, publisher: str | None) -> str:
    """Who sends a letter: an inspectorate, a department or a council."""
    signed = " \n".join(f"{person.post or ''} {person.body or ''}" for person in frame.senders)
    head = "\n".join(row.text for row in frame.head)
    if _MINISTER.search(signed):
        return DEPARTMENT
    for words in (signed, publisher or "", head):
        if _names("inspectorate", words) or (words is signed and _INSPECTOR.search(words)):
            return INSPECTORATE
        if _names("department", words):
            return DEPARTMENT
        if words is signed and _COUNCIL_POST.search(words) and not _names("inspectorate", head):
            return COUNCIL
    return COUNCIL


def read_kind(frame: Frame, blocks: Sequence[Block], date: str | None) -> Kind:
    """The assessment or visit that a letter of an inspectorate is about."""
    paragraphs = [block.text for block in blocks if block.kind == PARAGRAPH][:_OPENING]
    headings = [block.text for block in blocks if block.kind == HEADING][:2]
    for words in (frame.subject_words, *paragraphs[:1], *headings, *paragraphs[1:]):
        if found := find_kind(words, date):
            return found
    return Kind(None, None, graded=True)


def find_kind(words: str, date: str | None) -> Kind | None:
    """The kind that some words name; of several the one named first in the list of kinds."""
    for kind, since, pattern in _kinds():
        if since and (date or "") < since:
            continue
        if found := pattern.search(words):
            return _of(kind, found[0], date)
    return None


def _of(kind: Kind, words: str, date: str | None) -> Kind:
    framework = kind.framework
    if framework == "monitoring":
        framework = None if date is None else "ilacs" if date >= _ILACS else "sif"
    return Kind(framework, kind.visit, kind.graded, words)


def _names(kind: str, words: str) -> bool:
    phrases = "|".join(map(re.escape, load("letters")["senders"][kind]))
    return re.search(rf"\b(?:{phrases})\b", words, re.IGNORECASE) is not None


@cache
def _kinds() -> list[tuple[Kind, str | None, re.Pattern[str]]]:
    return [
        (
            Kind(kind["framework"], kind.get("visit"), bool(kind.get("graded"))),
            kind.get("since"),
            re.compile(r"\b(?:" + "|".join(map(_pattern, kind["words"])) + r")", re.IGNORECASE),
        )
        for kind in load("letters")["kinds"]
    ]


def _pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "'?")
