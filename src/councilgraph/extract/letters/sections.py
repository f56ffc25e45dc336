"""What the blocks of a letter stand under: a heading, or words that lead in a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.letters.blocks import HEADING, PARAGRAPH, POINT, TABLE, Block
from councilgraph.extract.words import load

ASIDE, NONE, PROSE = "aside", "none", "prose"
ASKED = re.compile(
    r"\b(?:areas?|points?)\s+(?:for|of)\s+(?P<kind>priority\s+action|further\s+improvement|improvement|development)\b|\bpriority\s+action\b",
    re.IGNORECASE,
)
"""Words by which a sentence says that something is to be done about what it tells."""
_NEGATED = re.compile(
    r"\b(?:no|not any|without)\s+(?:\w+\s+){0,2}(?:areas?|priority|strengths?|weakness)", re.IGNORECASE
)
_STRENGTHS = re.compile(r"\bstrengths?\b", re.IGNORECASE)
_LEADS_IN = re.compile(r"(?::|\bthat|-)$")


@dataclass(frozen=True, slots=True)
class Section:
    """What a block stands under.

    Attributes:
        type: the type of finding that its points are, ``prose``, or ``none`` where nothing in it is a finding.
        heading: the words of the nearest heading.
        topic: those of the nearest heading that tells of no list: an outcome, a service.
    """

    type: str = PROSE
    heading: str = ""
    topic: str = ""
    leads_in: bool = False


def sectioned(blocks: Sequence[Block]) -> Iterator[tuple[Block, Section]]:
    """Every block that is no heading with its section, in order."""
    section = Section()
    listed = False
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind == HEADING or (block.kind == TABLE and _is_graded_heading(block)):
            words = block.text.strip("*# ")
            leads = following is not None and following.kind == POINT and _LEADS_IN.search(words) is not None
            type_ = section_type(words)
            if leads and type_ == PROSE:
                type_ = section.type
            topic = section.topic if leads or type_ not in (PROSE, NONE, ASIDE) else words
            section = Section(type_, words, topic)
            listed = False
            if block.kind == TABLE or leads:
                yield block, Section(section.type, section.heading, section.topic, leads_in=True)
            continue
        if block.kind == POINT:
            listed = True
        elif listed and block.kind == PARAGRAPH:
            section = Section(PROSE, section.heading, section.topic)
            listed = False
        if block.kind == PARAGRAPH and following is not None and following.kind == POINT:
            last = re.split(r"(?<=[.!?])\s+", block.text)[-1]
            type_ = section_type(last)
            if _LEADS_IN.search(block.text) or type_ != PROSE:
                yield block, Section(section.type, section.heading, section.topic, leads_in=True)
                section = Section(type_ if type_ != PROSE else section.type, section.heading, section.topic)
                continue
        yield block, section


def section_type(words: str) -> str:
    """The type of finding that a heading announces."""
    if _NEGATED.search(words) or _outcomes().match(words):
        return PROSE
    found = [key for key, pattern in _types() if pattern.search(words)]
    mixed = len(found) > 1 and _STRENGTHS.search(words) is not None
    return found[0] if found and not (mixed and found[0] not in (ASIDE, NONE)) else PROSE


def asked_type(asked: re.Match[str]) -> str:
    """The type of finding that words found by `ASKED` make of a sentence."""
    kind = " ".join((asked["kind"] or "priority action").casefold().split())
    return {"priority action": "priority-action", "development": "area-for-development"}.get(
        kind, "area-for-improvement"
    )


def _is_graded_heading(block: Block) -> bool:
    """Whether a table is a heading with its grade ("Staying safe    Grade 2")."""
    return len(block.rows) == 1 and len(block.rows[0].cells) == 2 and block.rows[0].text[0] not in "|+"


@cache
def _types() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (key, re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)", re.IGNORECASE))
        for key, words in load("letters")["sections"].items()
    ]


@cache
def _outcomes() -> re.Pattern[str]:
    return re.compile(r"\W*(?:" + "|".join(load("letters")["outcomes"]["words"]) + r")\b", re.IGNORECASE)
