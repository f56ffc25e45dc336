"""Whether a verb that also tells of deeds and states has words of a speaker, and where those begin."""

import re
from collections.abc import Sequence

from councilgraph.extract.prose.passages import Passage
from councilgraph.extract.prose.quotes import Quotation
from councilgraph.extract.prose.speakers import INSPECTORATE, ORGANISATION, PERSON, SPOKESPERSON, Speaker
from councilgraph.extract.prose.verbs import FINDING, GUARDED, MIND, OBJECT, STATE, TELLING, WHOLE, alternatives
from councilgraph.extract.words import load

_GRAMMAR = {key: alternatives(words) for key, words in load("speech")["grammar"].items()}
_CLAUSE = re.compile(rf"\s*(?:(?:{_GRAMMAR['clauses']})(?![\w'])|:|\"|'|,\s*[\"'])", re.IGNORECASE)
_ADDRESSEE = re.compile(
    r"\s+(?:[\w'&/-]+\s+){0,7}?(?=that\b|how\b|why\b|whether\b)|\s+[^.\"']{0,60}?(?=[:,]\s*[\"'])"
    r"|\s+(?:[\w'&/-]+\s+){0,4}?[\w'&/-]+(?=:)"
)
_TOLD_PLAIN = re.compile(
    rf"\s+(?:{_GRAMMAR['hearers']}|BBC[\w ]{{0,20}}|(?:the\s+)?[A-Z][\w ]{{2,25}}?)\s+(?=(?:{_GRAMMAR['heard']})\b)"
)
_TOLD_WHOM = re.compile(r"\s+(?:[\w'&-]+\s*){1,6}(?=[.,]|$)")
_INSPECTORS = re.compile(rf"\s+(?:{alternatives(load('speech')['unnamed']['inspectors'])})(?![\w-])", re.IGNORECASE)
_GROUP = re.compile(rf"(?:the\s+)?(?:{alternatives(load('speech')['unnamed']['groups'])})", re.IGNORECASE)
_TO_US = re.compile(
    r"\s+(?:us|this (?:news)?paper|the (?:editor|newsdesk)) to (?:point out|clarify|make clear|stress|say|correct)\b"
)
_QUANTITY = re.compile(
    r"\s+(?:an?|half|nearly|almost|about|around|over|more than|at least|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|£[\d,.]+\w*)\s",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?:\s*,\s+[\w ]{3,20},|\s+however,?|\s+(?:to|by)\s+\w+)?\s*(?:that\b|:|\"|'(?=\w))"
    r"|\s+(?:the|it|they|he|she|we|its|their|this|there|of)\s"
)
_NAMED = re.compile(
    r"\s+(?:Mr|Mrs|Ms|Dr|Sir|[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3})\s+(?:\w+\s+)?(?:is|was|had|has|would|were|are|will)\b"
)


def may_speak(
    plain: str,
    passage: Passage,
    quotations: Sequence[Quotation],
    verb: re.Match[str],
    word: str,
    meant: Speaker,
    speaker: Speaker,
    floor: int,
) -> bool:
    """Whether a verb has words behind or before it that its subject says.

    Args:
        meant, speaker: the subject, and the place where it is named or meant.
        floor: where the sentence begins.
    """
    if _TO_US.match(plain, verb.end(), passage.end):
        return False
    if word in FINDING:
        return meant.kind == INSPECTORATE
    if word in STATE:
        return _has_mind(meant) and is_stated(plain, verb.end(), passage.end)
    if word in MIND and not _has_mind(meant):
        return False
    if word in TELLING and _serves(meant) and _INSPECTORS.match(plain, verb.end(), passage.end):
        return False
    if word not in GUARDED:
        return True
    behind = plain[floor : speaker.start].rstrip()
    if plain[verb.end() : verb.end() + 1] in (".", ",", ":", ""):
        return True
    if behind[-1:] in ('"', "'") and quotations:
        return True
    if word in WHOLE and plain[verb.end() : verb.end() + 2].strip():
        return True
    if word in TELLING:
        if behind.endswith(",") and len(behind.split()) >= 3 and _TOLD_WHOM.match(plain, verb.end(), passage.end):
            return True
        return addressed(plain, verb.end(), passage.end) is not None
    if word in MIND and _QUANTITY.match(plain, verb.end(), passage.end):
        return True
    if _CLAUSE.match(plain, verb.end(), passage.end) or _NAMED.match(plain, verb.end(), passage.end):
        return True
    return word in OBJECT


def is_stated(plain: str, start: int, end: int) -> bool:
    """Whether a state of mind has behind it what it is about: "… that", a quotation, a clause."""
    return _STATED.match(plain, start, end) is not None


def _has_mind(meant: Speaker) -> bool:
    """Whether a speaker is a person or a named body, and no inspector."""
    return meant.kind in (PERSON, SPOKESPERSON) or (meant.kind == ORGANISATION and not _GROUP.fullmatch(meant.name))


def _serves(meant: Speaker) -> bool:
    """Whether a speaker is one of those to whom inspectors listen: staff, families, somebody without a name."""
    return meant.kind == SPOKESPERSON or (meant.kind == ORGANISATION and _GROUP.fullmatch(meant.name) is not None)


def addressed(plain: str, start: int, end: int) -> int | None:
    """Where the words begin that somebody is told, behind whom; None where nothing is told."""
    found = _ADDRESSEE.match(plain, start, end) or _TOLD_PLAIN.match(plain, start, end)
    return found.end() if found else None
