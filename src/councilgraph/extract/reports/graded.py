"""What an earlier inspection graded: phrases for services and areas in running text, by family."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.words import load

OVERALL, CAPACITY = "overall", "capacity"
_WORDS = load("previous")
_CHILDREN = ("children and young people", "children", "young people")
_OPTIONAL = re.compile(r"\(([^)]*)\) ?")
_PLACE = r"[A-Z][\w&-]*(?:'s)?(?: (?:and|upon|on|of|the|in|with|[A-Z][\w&-]*(?:'s)?))*"
# What may stand between the words for a service and its verb.
_FILLER = re.compile(
    rf"(?: (?:services?|arrangements|performance|outcomes|overall|areas?|for children(?: and [\w ]+)?|"
    rf"in (?:the )?(?P<place>{_PLACE})))*,? ?"
)
_JOINT = re.compile(r"(?:,| and|,? and (?:for|its|their|the)| /|/)? ?(?:for |the )?")
_PREPOSITION = re.compile(r"\b(?:for|in|to|with|on|from) (?:the )?$")
_OWNER = re.compile(rf"(?P<place>{_PLACE})(?:'s|s') $")
_OF_PLACE = re.compile(
    rf"(?:the )?(?:(?P<alone>{_PLACE})|(?P<owner>{_PLACE})(?:'s|s') .*|[^A-Z]* in (?P<place>{_PLACE}))"
)
_NAMED = re.compile(rf"(?P<place>{_PLACE})(?: (?:City|County|Borough|District|Metropolitan))*(?: Council)? ?$")
# What may stand before the subject of a clause.
_SUBJECT = re.compile(
    r"(?:(?:^|[,;:(–-]|'s|s'|\b(?:and|but|or|when|where|while|as|because|since|after|following|with|that|which|whose|"
    r"until|before|how|also|then|overall|previously|led to|20\d\d)) ?"
    r"(?:(?:the |its |their )?(?:overall |joint )?(?:effectiveness|quality|performance|experiences?|progress|outcomes|"
    r"judge?ments?|ratings?|grades?) (?:of|for|on|in) )?"
    r"(?:(?:all|both|the whole) of )?(?:the|all|its|their|our|both|these|those|this)? ?)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween [^,.;]*$", re.IGNORECASE)
_NOISE = frozenset(_WORDS["words"]["names"])


@dataclass(frozen=True, slots=True)
class Graded:
    """Something that was graded: its family and its words, at their place in a sentence."""

    family: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """The council that a report is about, by the words of its name that tell it from others."""

    words: frozenset[str]

    @classmethod
    def of(cls, name: str | None) -> "Place":
        """The place in a council's name."""
        return cls(frozenset(word for word in _spelt(name or "") if word not in _NOISE))

    def is_named(self, name: str) -> bool:
        """Whether words with capitals name this place, or none."""
        spelt = {word for word in _spelt(name) if word not in _NOISE}
        return not spelt or bool(spelt & self.words)

    def ends(self, name: str) -> bool:
        """Whether words with capitals end with the name of this place, and not with that of a school in it."""
        spelt = _spelt(name)
        first = next((index for index, word in enumerate(spelt) if word in self.words), len(spelt))
        return first < len(spelt) and all(word in self.words or word in _NOISE for word in spelt[first:])

    def is_elsewhere(self, what: str) -> bool:
        """Whether what was inspected is another place, or a service of one."""
        found = _OF_PLACE.fullmatch(what)
        if found is None or (found["alone"] and graded_in(found["alone"])):
            return False
        return not self.is_named(found["alone"] or found["owner"] or found["place"])


def graded_in(words: str) -> list[Graded]:
    """All that is named in some words, the longest phrase at each place."""
    found = [
        Graded(family, match[0], match.start(), match.end())
        for family, pattern in _families()
        for match in pattern.finditer(words)
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Graded] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def graded_before(words: str, place: Place) -> list[Graded]:
    """What the end of some words names, as the subject of a verb behind them, if it is of one place."""
    found = graded_in(words)
    subject: list[Graded] = []
    for one in reversed(found):
        if not subject:
            filler = _FILLER.fullmatch(words, one.end)
            if filler is None or not place.is_named(filler["place"] or ""):
                return []
        elif not _JOINT.fullmatch(words, one.end, subject[0].start) or _PREPOSITION.search(words, 0, one.start):
            break
        if (owner := _OWNER.search(words, 0, one.start)) and not place.is_named(owner["place"]):
            return []
        subject.insert(0, one)
    if subject:
        return subject
    named = _NAMED.search(words)
    if named and place.ends(named["place"]) and not _PREPOSITION.search(words, 0, named.start()):
        return [Graded(OVERALL, named["place"], named.start(), named.end())]
    return []


def is_subject(words: str, one: Graded, place: Place) -> bool:
    """Whether something graded is what a clause is about, by the words before it: no part of it, nor one of another kind
    ("visits to children in care", "nursery services") or place.
    """
    if _BETWEEN.search(words, 0, one.start):
        return False
    if _SUBJECT.search(words, 0, one.start):
        return True
    owner = _NAMED.search(words, 0, one.start)
    return owner is not None and place.ends(owner["place"])


def family(label: str) -> str | None:
    """The family of a whole label: that of the longest phrase in it; None where it names none."""
    found = graded_in(label)
    return max(found, key=lambda one: one.end - one.start).family if found else None


def is_service(family: str) -> bool:
    """Whether a family is one service with inspections of its own."""
    return bool(_WORDS["families"][family].get("service"))


def _spelt(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub(r"'s\b", "", name).casefold())


@cache
def _families() -> Sequence[tuple[str, re.Pattern[str]]]:
    found = []
    for family, facts in _WORDS["families"].items():
        phrases = {spelling for phrase in facts["phrases"] for spelling in _spellings(phrase)}
        body = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
        found.append((family, re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)))
    return found


def _spellings(phrase: str) -> list[str]:
    parts = _OPTIONAL.split(phrase)
    choices = [(part,) if index % 2 == 0 else ("", f"{part} ") for index, part in enumerate(parts)]
    plain = {" ".join("".join(choice).split()) for choice in itertools.product(*choices)}
    plain = {re.sub(r" ('s?)", r"\1", words) for words in plain}
    return [words.replace("%", who) for words in plain for who in _CHILDREN] if "%" in phrase else sorted(plain)
