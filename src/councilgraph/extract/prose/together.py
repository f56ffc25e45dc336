"""People and bodies who speak together: "Ms Hale and Mr Oake said", "the council, the board and the police said"."""

import re
from collections.abc import Sequence

from councilgraph.extract.prose.memory import Memory
from councilgraph.extract.prose.speakers import ORGANISATION, PERSON, PRONOUN, Speaker

_WITH = re.compile(r"\s*,?\s+(?:and|&|along\s+with|together\s+with)\s+(?:the\s+)?")
_BY_COMMA = re.compile(r"\s*,\s+(?:the\s+)?")
_BY_EITHER = re.compile(rf"{_WITH.pattern}|{_BY_COMMA.pattern}")
_LISTED = re.compile(
    r"(?:,\s+(?:the\s+)?[A-Z][\w'& -]{2,60}){0,6},?\s+(?:and|&)\s+(?:the\s+)?[\w'& -]{2,60}?\s+"
    r"(?:(?:has|have|had|also|all|both)\s+)*"
)
_FAR = 260  # code points between a speaker and the verb


def is_listed(plain: str, speaker: Speaker, verb: int) -> bool:
    """Whether only other bodies stand between a body and its verb."""
    return speaker.kind == ORGANISATION and bool(_LISTED.fullmatch(plain, speaker.end, verb))


def listed(plain: str, nearest: Sequence[Speaker], verb: int) -> list[Speaker]:
    """The first of several bodies that speak together."""
    bodies = [s for s in nearest if s.kind == ORGANISATION and verb - s.end < _FAR]
    first = next((s for s in bodies if is_listed(plain, s, verb)), None)
    return [first] if first else []


def pair(plain: str, one: Speaker, other: Speaker) -> tuple[Speaker, ...]:
    """Two people joined with "and"."""
    people = one.kind == other.kind == PERSON and one.name != other.name
    return (one, other) if people and _WITH.fullmatch(plain, one.end, other.start) else ()


def follows(plain: str, speaker: Speaker) -> bool:
    """Whether somebody is named beside another: behind "and" or a comma."""
    return re.search(r"(?:,|\band|&)\s+(?:the\s+)?$", plain[max(0, speaker.start - 12) : speaker.start]) is not None


def first(plain: str, nearest: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The people with whom a sentence begins, in a row."""
    row: list[Speaker] = []
    for speaker in nearest:
        if speaker.kind != PERSON or (row and not _BY_EITHER.fullmatch(plain, row[-1].end, speaker.start)):
            break
        row.append(speaker)
    return tuple(row)


def beside(plain: str, speaker: Speaker, nearest: Sequence[Speaker], memory: Memory) -> tuple[Speaker, ...]:
    """The people who are named in a row before a person, or whom "they" means besides the last of them."""
    if speaker.kind == PRONOUN:
        return memory.together()[:-1] if speaker.name == "they" else ()
    if speaker.kind != PERSON:
        return ()
    row = [speaker]
    for before in reversed([s for s in nearest if s.end <= speaker.start and s.kind != PRONOUN]):
        link = (_WITH if len(row) == 1 else _BY_COMMA).fullmatch(plain, before.end, row[-1].start)
        if not link or before.kind != PERSON or before.name == speaker.name:
            break
        row.append(before)
    return tuple(row[1:])
