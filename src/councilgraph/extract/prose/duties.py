"""Posts that a text tells of by verbs and not by titles: "who chairs the board", "a group led by".

What is led, held or chaired says what kind of post it is; a brief is a cabinet member's where a councillor holds it.
"""

import re
from dataclasses import dataclass

from councilgraph.extract.prose.verbs import alternatives
from councilgraph.extract.words import load

_WORDS = {key: alternatives(words) for key, words in load("posts")["duties"].items()}
_WHAT = r"(?:[\w'&-]+\s+){0,8}?"
_RELATIVE = re.compile(
    rf"(?:\s*\([^()]{{1,60}}\))?,?\s+(?:who\s+|whose\s+(?:cabinet\s+|executive\s+)?|and\s+who\s+)?(?:(?:{_WORDS['adverbs']})\s+){{0,2}}"
    rf"(?P<duty>(?:{_WORDS['lead']})\s+(?!on\b)(?P<led>{_WHAT}(?i:{_WORDS['led']}))(?![\w'-])(?!\s+(?i:{_WORDS['led']}|party))"
    rf"|(?P<hold>{_WORDS['hold']})\s+(?P<brief>{_WHAT}(?i:{_WORDS['briefs']}))(?![\w'-])"
    r"(?:\s+(?:for|of|in|on)\s+[\w' -]{3,60}?(?=[,.;]|\s+(?:said|says|told|in\s+[A-Z])))?"
    rf"|(?P<taken>{_WORDS['took']})\s+{_WHAT}(?i:{_WORDS['seats']})(?![\w'-])"
    rf"|(?:{_WORDS['serve']})\s+{_WHAT}(?i:{_WORDS['served']})(?![\w'-]))"
)
_PLAIN = (
    (
        re.compile(
            rf"\s+(?:of\s+[A-Z]\w+\s+|[QK]C\s+)?(?P<duty>(?:{_WORDS['reviewing']})\s+(?:the|a|an|its|this|that)\s+"
            rf"(?:[\w-]+\s+){{0,3}}?(?:{_WORDS['reviews']}))(?![\w'-])"
        ),
        "other",
    ),
    (
        re.compile(
            rf"\s+(?:is|was|has\s+been|will\s+be)\s+(?:(?:now|currently|temporarily|still|also)\s+)?(?P<duty>(?:{_WORDS['leading']})\s+"
            rf"(?P<led>{_WHAT}(?i:{_WORDS['led']})))(?![\w'-])"
        ),
        "other",
    ),
    (
        re.compile(
            r",?\s+(?:who|which)\s+(?P<duty>(?:represents|represented|sits\s+for|has\s+represented)\s+[\w' -]{3,50}?\s+(?:in\s+Parliament|in\s+the\s+Commons|at\s+Westminster|in\s+the\s+House\s+of\s+Commons))"
        ),
        "mp",
    ),
    (
        re.compile(
            r",\s+(?P<duty>(?:one|a\s+member|head|leader)\s+of\s+(?:the\s+|Ofsted's\s+|its\s+)?(?:\w+\s+)?(?:inspectors|inspection\s+team|inspecting\s+team|team\s+of\s+inspectors))\b"
        ),
        "inspector",
    ),
)
"""What is told of somebody plainly, with the kind of post where nothing that is led says it."""
_WITHOUT_WHO = ("responsible for", "in charge of", "with responsibility for", "at the head of", "at the helm of")
_PASSIVE = re.compile(
    rf"(?P<what>(?i:{_WORDS['led']}))(?![\w'-])[^.;\"]{{0,60}}?\b(?P<duty>(?:{_WORDS['led-by']})\s+by)\s+(?:the\s+)?$"
)
_WHO_LED = re.compile(
    rf"\b(?:{_WORDS['persons']})\s+(?:who|that)\s+(?:(?:{_WORDS['adverbs']}|until\s+[\w ]{{3,20}})\s+)?"
    rf"(?P<duty>(?:{_WORDS['lead']})\s+(?P<what>{_WHAT}(?i:{_WORDS['led']})))(?:\s+(?:until|since|from|for)\s+[^,.;]{{3,40}})?\s*,?\s+$"
)
_IT_IS_LED = re.compile(
    rf"\b(?:[Ii]t|[Tt]his|[Ww]hich|[Tt]hat)\s+(?:will\s+be|is\s+to\s+be|is|was|would\s+be|has\s+been)\s+"
    rf"(?:\w+ly\s+)?(?P<duty>(?:{_WORDS['led-by']})\s+by)\s+(?:the\s+)?$"
)
_COUNCIL = re.compile(rf"(?i:{_WORDS['councils']})$")
_DEPARTMENT = re.compile(rf"(?i:{_WORDS['departments-led']})$")
_INSPECTION = re.compile(r"(?i)\b(?:inspection|inspection team|team of inspectors|inspectors)$")
_CABINET = re.compile(r"(?i)\b(?:cabinet|executive|portfolio|brief)\b")
_REST = re.compile(r"[^,.;:\"]{0,80}(?=,)")
_CHARGE = re.compile(r"\b(?:responsible|charge|answers|accountable)\b")
_PAST = re.compile(r"\b(?:led|ran|headed|was|used|had|chaired)\b")


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody is said to do: its words, the kind of post that it makes, where it ends."""

    words: str
    type: str
    end: int


def behind(plain: str, start: int, end: int, *, councillor: bool) -> Duty | None:
    """The duty of a clause behind a name."""
    for pattern, kind in _PLAIN:
        if said := pattern.match(plain, start, end):
            led = said.groupdict().get("led")
            words = " ".join(said["duty"].split())
            return Duty(words, _led(led, past=False) if led else kind, said.end())
    found = _RELATIVE.match(plain, start, end)
    if found is None:
        return None
    words = " ".join(found["duty"].split())
    if not {"who", "whose"}.intersection(found[0].split()) and not words.startswith(_WITHOUT_WHO):
        return None
    if found["led"]:
        kind = _led(found["led"], past=bool(_PAST.search(words)))
    elif found["brief"]:
        held = councillor or _CABINET.search(found[0])
        runs = _CHARGE.search(words) and _DEPARTMENT.search(found["brief"])
        kind = "cabinet-member" if held else "director" if runs else "other"
    elif found["taken"]:
        kind = "cabinet-member" if councillor or _CABINET.search(words) else "other"
    else:
        kind = "other"
    rest = _REST.match(plain, found.end(), end)
    return Duty(words, kind, rest.end() if rest else found.end())


def before(plain: str, start: int, end: int) -> Duty | None:
    """The duty of a participle before a name: "a board chaired by"."""
    if led := _WHO_LED.search(plain, max(start, end - 140), end):
        return Duty(" ".join(led["duty"].split()), _led(led["what"], past=False), end)
    if by := _IT_IS_LED.search(plain, max(start, end - 100), end):
        return Duty(" ".join(by["duty"].split()), "other", end)
    found = _PASSIVE.search(plain, max(start, end - 140), end)
    if found is None:
        return None
    words = " ".join(found["duty"].split())
    kind = "other" if words.startswith(("chair", "co-chair")) else _led(found["what"], past=False)
    return Duty(words, kind, end)


def _led(what: str, *, past: bool) -> str:
    if _COUNCIL.search(what):
        return "council-leader"
    if _INSPECTION.search(what):
        return "inspector"
    return "director" if _DEPARTMENT.search(what) and not past else "other"
