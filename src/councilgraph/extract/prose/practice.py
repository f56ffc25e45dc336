"""What prose describes without a word of praise or blame: who does what in a service, and which way that leans.

"Children are met by somebody whom they know" weighs nothing by its words; where inspectors say it, it is a finding. It speaks
against a service where something in it is missing, and else goes the way of the words before it.
"""

import re
from collections.abc import Sequence
from functools import cache

from councilgraph.extract.prose.evaluation import FINITE, STRENGTH, WEAKNESS
from councilgraph.extract.prose.verbs import alternatives
from councilgraph.extract.words import load

_BEFORE_NOUN, _FEW_BEFORE_NOUN = 7, 3  # words that may stand before the noun which says whom a clause is about
_VERB = re.compile(
    rf"\b{FINITE}\b(?!-)|\b\w{{2,}}(?:ed|es)\b(?!-)|\b(?:catch|share|remember|include|look|help|find|ask|talk|visit|write)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!as though )(?<!as if )\b(?:will|would|shall|is to|are to|plans? to|hopes?|aims?|intends?|due to|going to)\b",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:not|cannot|\w+n't|never|nor|neither|nobody|no one|no-one|none|nothing|nowhere|without|no|few|fewer|little|hardly|scarcely|rarely|seldom|barely|only|leaves? out|left out|omit\w*|too|despite)\b",
    re.IGNORECASE,
)
_ABOUT_THE_VISIT = re.compile(
    r"\b(?:Ofsted|(?:joint |last |this |the )?inspect\w+|(?:the|this|last|focused|monitoring) visits?|frameworks?|grad(?:e|es|ed)|ratings?|rated|judgements?|reports?|votes?|voted|resigned|left the post)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"£|\d{3}|\bper cent\b|%|\d\d\b|\bof every\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:in|on \d+|last) (?:January|February|March|April|May|June|July|August|September|October|November|December)|yesterday|today|tonight|"
    r"last (?:week|month|night|year)|this (?:week|month|morning)|protest\w*|strikes?|petition\w*|walked out|town hall|celebrated|primary school|can (?:ring|call|visit|contact|email|get))\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|nowadays|these days|since then)\b", re.IGNORECASE)
_NO_LONGER = re.compile(
    r"\b(?:no longer|not only|not just|rather than about|no (?:child|children|young person|family|case)\b|nobody (?:is|was) (?:turned|sent) away|without (?:delay|fuss|waiting|having to))\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\W*(?:but|however|yet|on the other hand|by contrast|conversely)\b|\b(?:however|by contrast)\b", re.IGNORECASE
)


def is_practice(words: str, *, everybody: bool) -> bool:
    """Whether a clause tells what is done in a service.

    Args:
        everybody: whether the council and those at its top count too, not only the work and those whom it is for.
    """
    subject = _subjects("everybody" if everybody else "people").match(words)
    if subject is None or _AHEAD.search(words) or _ABOUT_THE_VISIT.search(words):
        return False
    if not everybody and (_FIGURE.search(words) or _EVENT.search(words)):
        return False
    return _VERB.search(words, subject.end()) is not None


def leaning(words: str, before: str | None) -> str | None:
    """The type of finding that a clause of practice is, after one of another type; None where nothing tells."""
    if _MISSING.search(_NO_LONGER.sub("_", words)):
        return WEAKNESS
    if _NO_LONGER.search(words) or _NOW.search(words):
        return STRENGTH
    if before in (STRENGTH, WEAKNESS) and _TURN.search(words):
        return STRENGTH if before == WEAKNESS else WEAKNESS
    return before if before in (STRENGTH, WEAKNESS) else None


def tone(grades: Sequence[str]) -> str | None:
    """Which way grades speak; None where some speak for a service and some against."""
    good = [re.match(r"\W*(?:good|outstanding|excellent|well)", grade, re.IGNORECASE) is not None for grade in grades]
    if not good or any(good) != all(good):
        return None
    return STRENGTH if all(good) else WEAKNESS


@cache
def _subjects(name: str) -> re.Pattern[str]:
    """A clause that begins with a noun of the list, or a few words before it that are no verb."""
    lists = load("evaluation")["practice"]
    nouns = (
        [*lists["people"], *lists["work"]] if name == "people" else [*lists["people"], *lists["work"], *lists["top"]]
    )
    far = _FEW_BEFORE_NOUN if name == "people" else _BEFORE_NOUN
    between = rf"(?:(?!{FINITE}\b)(?!(?:of|for|council|authority|county|director)\b)[\w',-]+\s+){{0,{far}}}?"
    there = r"(?:there\s+(?:is|are|was|were|remains?|remained|exists?|had\s+been|has\s+been|have\s+been)\s+)?"
    some = r"(?:(?:\w+\s+)?(?:hundreds|dozens|scores|thousands|number|handful|majority|minority|most|many|some|all|half|third|quarter|none|few|several|one|two|group|out|quality)\s+of\s+)?"
    return re.compile(
        rf"\W*(?!(?:for|of|with|to|from|as|by|than)\b){there}{some}{between}['\"]?(?:{alternatives(nouns)})(?![\w'-])",
        re.IGNORECASE,
    )
