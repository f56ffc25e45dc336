"""How names of councils stand in a text: told of, compared, helping, or joined to others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from councilgraph.extract.prose.gazetteer import Found
from councilgraph.extract.prose.passages import Passage, Prose
from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class CouncilName:
    """A council's name at a place of the text; ``council`` is the name under which the record has it.

    Attributes:
        whole: whether it is named as a council ("Kent County Council") and not by its place alone.
        compared: whether it stands there for comparison or as a place of somebody's past only.
        body: whether a trust or board of the place is named.
    """

    council: str
    start: int
    end: int
    whole: bool = True
    compared: bool = False
    body: bool = False


def beside(prose: Prose, names: list[CouncilName], active: list[CouncilName]) -> Iterator[CouncilName]:
    """The names that "and" or a comma joins to an active one."""
    chosen = set(active)
    for one, other in pairwise(names):
        if (one in chosen) != (other in chosen) and _JOINT.fullmatch(prose.plain, one.end, other.start):
            added = other if one in chosen else one
            if not added.compared:
                chosen.add(added)
                yield added


def listed_with(prose: Prose, names: list[CouncilName]) -> set[CouncilName]:
    """The names that are joined to others by commas and "and", three or more."""
    listed: set[CouncilName] = set()
    row: list[CouncilName] = []
    for name in [*names, None]:
        if name and row and _JOINT.fullmatch(prose.plain, row[-1].end, name.start):
            row.append(name)
            continue
        if len(row) > 2:
            listed.update(row)
        row = [name] if name else []
    return listed


def within(name: CouncilName, passages: list[Passage]) -> bool:
    """Whether a name stands in one of some passages."""
    return any(passage.start <= name.start < passage.end for passage in passages)


def stands_for_comparison(prose: Prose, name: Found) -> bool:
    """Whether a name stands for comparison, or for where somebody was before."""
    sentence = prose.sentence_at(name.start)
    start, end = (sentence.start, sentence.end) if sentence else (name.start, name.end)
    before, after = _comparison()
    return bool(
        before.search(prose.plain, max(start, name.start - 80), name.start) or after.match(prose.plain, name.end, end)
    )


def is_told(prose: Prose, name: CouncilName) -> bool:
    """Whether a bare place is the subject or object of what councils do and undergo."""
    sentence = prose.sentence_at(name.start)
    if sentence is None:
        return False
    before = prose.plain[sentence.start : name.start]
    return bool(
        _service().match(prose.plain, name.end, sentence.end)
        or _SERVED.search(before)
        or (_OPENING.fullmatch(before) and _SUBJECT.match(prose.plain, name.end, sentence.end))
        or _OBJECT.search(before)
        or _GRADED.match(prose.plain, name.end, sentence.end)
        or _INSPECTED.search(prose.plain, sentence.start, sentence.end)
    )


def helps(prose: Prose, name: CouncilName) -> bool:
    """Whether a sentence says that the council helps another one, or that the like was done to it."""
    sentence = prose.sentence_at(name.start)
    return sentence is not None and _help().search(prose.plain, sentence.start, sentence.end) is not None


MANY = 6  # councils that make a text one about the nation, where a place is its council
NEXT_SERVICE = re.compile(
    r"(?:'s?)?\s+(?:children(?:'s)?\s+(?:and\s+[\w']+\s+)*(?:services?|social)|childrens\s+services|child\s+protection|social\s+(?:care|services))",
    re.IGNORECASE,
)
_INSPECTED = re.compile(
    r"\b(?:Ofsted|inspect\w+|rated|graded|judged|outstanding|inadequate|requires? improvement|perform(?:s|ing|ed)? \W?(?:poorly|well|adequately|excellently))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:'s)?,?\s+(?:and\s+|or\s+)?(?:in\s+)?(?:the\s+)?|\s*;\s*(?:and\s+)?")
_OPENING = re.compile(
    r"(?:.*[,;:] )?(?:(?:and|but|while|when|meanwhile|now|today|in|since|although|though)\b,? ?)*['\"]?",
    re.IGNORECASE | re.DOTALL,
)
_SUBJECT = re.compile(
    r"(?:,[^,]{1,80},)?\s+(?:has|had|is|was|were|have|are|received|got|achieved|won|scored|kept|lost|failed|joins|joined|became|must|did|'s)\b"
)
_OBJECT = re.compile(
    r"\b(?:rated|graded|judged|marked|inspected|found|told|gave|given|awarded|called|declared|branded|named|visited|ordered|placed|put|handed|criticised|praised|inspectors (?:were|went|spent[^.]{0,30}))"
    r"(?: (?:the|in|to))?\s+$",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:children's (?:services|social care)|child protection|social care|services|children|safeguarding|care leavers|commissioner|inspection of|report on|visit to|assessment of)"
    r"(?: [\w-]+){0,4} (?:in|at|for|of|to)\s+$",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"(?:,| and)[^.;]{0,160}?\b(?:rated|graded|judged|outstanding|inadequate|adequate|good|requires? improvement)\b",
    re.IGNORECASE,
)


@cache
def _service() -> re.Pattern[str]:
    return re.compile(
        r"(?:'s?)?\s+(?:[\w-]+\s+){0,3}?(?:children(?:'s)?\s+(?:and\s+[\w']+\s+)*(?:services?|social)|childrens\s+services|child\s+protection|social\s+(?:care|services)|safeguarding|services\b)",
        re.IGNORECASE,
    )


@cache
def subject() -> re.Pattern[str]:
    """What a text must speak of for its councils to be read."""
    return _any(load("councils")["subject"]["words"])


@cache
def _help() -> re.Pattern[str]:
    return _any(load("councils")["help"]["words"])


@cache
def _comparison() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = load("councils")["comparison"]
    before = "|".join(re.escape(word) for word in lists["before"])
    after = "|".join(re.escape(word) for word in lists["after"])
    return (
        re.compile(
            rf"(?<!\w)(?:{before})\s+(?:the\s+)?(?:[A-Z][\w&'-]+(?:,| and| or)? (?:in |at )?){{0,4}}$", re.IGNORECASE
        ),
        re.compile(rf"(?:'s)?,?\s*(?:(?:which|who|that|,)\s*)?(?:{after})(?!\w)", re.IGNORECASE),
    )


def _any(words: list[str]) -> re.Pattern[str]:
    found = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{found})", re.IGNORECASE)
