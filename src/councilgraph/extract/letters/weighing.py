"""Clauses of a letter's prose that weigh something: which type of finding each is.

Over the weighing that all prose shares, what inspectors' letters are sure of: a bad thing that has become less is good, a
load that is more than people can carry is bad, and what is flatly not done is bad.
"""

import re
from collections.abc import Iterator
from functools import cache

from councilgraph.extract.prose import evaluation
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.words import load

_FAULTS = (
    r"drift|delays?|backlogs?|waiting\s+(?:lists?|times?)|vacanc(?:y|ies)|turnover|caseloads?|workloads?|gaps?|sickness|exclusions?|re-?referrals?|absences?|numbers?\s+(?:of\s+(?:children|young\s+people)\s+)?"
    r"(?:waiting|missing|excluded|unallocated)|unallocated\s+(?:cases|work)|use\s+of\s+agency\s+\w+|reliance\s+on\s+agency\s+\w+|offending|smoking|teenage\s+(?:pregnanc(?:y|ies)|conceptions?)|placement\s+moves|risks?"
)
_LESS = r"reduc(?:ed|ing)|fall(?:en|ing)|fell|cut|cleared|come\s+down|coming\s+down|shortened|narrowed|ended|eliminated|decreas(?:ed|ing)|dropped|halved|lower(?:ed)?|down|shrunk|removed|tackled|addressed|less\s+common|rare(?:r)?"
_MORE = r"increas(?:ed|ing)|risen|rising|rose|grown|growing|widen(?:ed|ing)|higher|up|doubled|worsened|lengthened"
_MENDED = re.compile(
    rf"\b(?:{_FAULTS})\b[^.;:]{{0,60}}?\b(?:{_LESS})\b|\b(?:reduc(?:ed|ing|tion)|cut(?:ting)?|clear(?:ed|ing)|few(?:er)|less|lower)\s+(?:\w+\s+){{0,3}}(?:{_FAULTS})\b",
    re.IGNORECASE,
)
_GROWN = re.compile(
    rf"\b(?:{_FAULTS}|proportion\s+of\s+(?:[\w-]+\s+){{0,4}}placed\s+(?:more|out|far|at)[^.;]{{0,40}})\b[^.;:]{{0,60}}?\b(?:has|have|is|are|was|were|continues?\s+to|had)\s+(?:been\s+)?(?:\w+ly\s+)?(?:{_MORE})\b",
    re.IGNORECASE,
)
_GREAT = re.compile(
    r"\b(?:significant|considerable|marked|notable|clear|real|substantial|major|important|welcome|encouraging|particular|genuine|rapid|tangible|demonstrable)\s+(?:\w+\s+)?(?:improvements?|progress|strides|strengths?|step\s+forward|steps\s+forward|achievements?)\b",
    re.IGNORECASE,
)
_IMPROVED = re.compile(
    r"\b(?:is|are|represents?|marks?|was)\s+an?\s+(?:\w+\s+)?improvement\b(?!\s+plan)", re.IGNORECASE
)
_LITTLE = re.compile(
    r"\b(?:limited|little|insufficient|slow|minimal|inadequate|not\s+(?:made\s+)?enough|too\s+little|scant|no\s+(?:real|clear|significant|meaningful|discernible))\s+(?:\w+\s+)?(?:progress|improvements?|impact|evidence|difference|change|challenge|oversight|capacity|understanding|support|analysis)\b",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(?:needs?|needed|requires?|required|must|should|lacks?|lack\s+of|no|without|insufficient|too\s+little)\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:at\s+(?:an|a\s+very)\s+early\s+stage|in\s+(?:its|their)\s+infancy|embryonic|too\s+(?:early|soon)\s+to|yet\s+to\s+(?:be|have|make)|not\s+yet\b)",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\bno\s+longer\s+(?:meets?|provides?|have|has|able|good|offers?|receives?|works?|performs?)\b", re.IGNORECASE
)
_AIMED = re.compile(
    r"\b(?:to\s+(?:reduce|tackle|prevent|cut|address|avoid|end|combat|lower|minimise)\s+(?:\w+\s+){1,3}?(?=(?:is|are|was|were|has|have)\b)|quality\s+of\s+|(?:are|is|was|were|be|being)\s+(?:dealt|tackled)\s+with\s+(?=(?:\w+ly|well|in\s+good)\b)|preventing\s+|prevention\s+)",
    re.IGNORECASE,
)
_INSIGHT = re.compile(
    r"\b(?:understands?|knows?|recognises?|aware|clear|honest|realistic|open|accurate|candid)\b[^.;]{0,50}\b(?:where|what|how|that\s+there|about|much)\b[^.;]{0,60}\b(?:weak(?:ness(?:es)?)?|wrong|poor|to\s+do|to\s+be\s+done|improve[sd]?|needed|needs?|remains?|problems?|failings?|shortcomings?|challenges?|better)\b",
    re.IGNORECASE,
)
_NO_INSIGHT = re.compile(r"\b(?:not|n't|never|fail\w*|lack\w*|un(?:clear|aware)|slow|no)\b", re.IGNORECASE)
_TOO_MUCH = re.compile(
    r"\b(?:more|higher|heavier|larger|bigger)\b[^.;]{0,40}\bthan\s+(?:they|staff|anyone|social\s+workers|workers|anybody|one\s+person|is|are|it)\s+(?:can|could|should|safe|manageable|reasonable|feel|were|was|ought)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had|do|does|did|can|could|would|will|may|might)\s+(?:\w+ly\s+)?(?:still\s+)?not|cannot|(?:is|are|was|were|has|have|do|does|did|could|would|wo|ca)n't|never|seldom|rarely|hardly\s+ever|no\s+(?:clear|evidence|plan|record|system|strategy|one|agreed|single|process|analysis)|(?:had|have|has|with|without)\s+(?:no|any)\s+\w+|too\s+\w+ly)\b",
    re.IGNORECASE,
)
_NOT_BAD = re.compile(
    r"\b(?:not\s+(?:need|only|alone|yet\s+been\s+needed|surprising|wait|drift|delay|left)|no\s+longer|not\s+lead\s+to|not\s+(?:inspect|part\s+of|covered|considered)|do\s+not\s+have\s+to)\b",
    re.IGNORECASE,
)
_IN_NEED = re.compile(
    r"\b(?:children|people|families|those|staff|adults|agencies|parents)\s+concerned\b|\b(?:when|if|as|where|wherever|whenever|who|that|what|those|children|families|people|they|it|parents|their|his|her|'s|individual|complex|identified|assessed|varied|special|educational|health|emotional|different|additional|of|in|most)\s+need(?:s|ed)?\b(?:\s+(?:it|to\s+be|help|support|them|protection|most))?",
    re.IGNORECASE,
)
_OPENS_ON = re.compile(
    r"\W*(?:and\s+|but\s+|yet\s+)?(?:is|are|was|were|has|have|had|do|does|did|can|cannot|not|too(?!\s+(?:many|few|much|little))|still|often|seldom|rarely|of|only|less|remain|remains|so|then|also|sometimes|frequently|usually|occasionally|sit|need|needs)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\W*(?:and\s+|but\s+)?(?:they|it|this|these|he|she|who|which|others|few|too\s+few)\b", re.IGNORECASE
)
_CONTRAST = re.compile(
    r"\W*(?:in\s+contrast|by\s+contrast|conversely|however|yet|but|nevertheless|nonetheless|unfortunately|on\s+the\s+other\s+hand)\b,?",
    re.IGNORECASE,
)
_FOUND_THEN = re.compile(
    r"\b(?:when|where|which|after|at\s+which)\s+(?:inspectors|we|it)\s+(?:had\s+)?(?:found|saw|noted|identified|reported|raised\s+concerns?|were\s+concerned|highlighted)\s+(?:that\s+)?(?P<found>[^,;]{12,200}),\s+(?P<now>[^.]{12,})",
    re.IGNORECASE,
)
_WHEN_THEN = re.compile(
    r"\b(?:visit|inspection|review)\b[^,;.]{0,40},\s+(?:when|where|which)\s+(?P<found>(?:(?!\b(?:inspectors|we)\b)[^,;]){8,150}?\b(?:was|were|had)\b[^,;]{3,100}),\s+(?P<now>[^.]{12,})",
    re.IGNORECASE,
)
_OTHER_CASES = re.compile(
    r",?\s+(?:and|but)\s+(?=(?:in|for)\s+(?:too\s+many|some|most|many|a\s+few|a\s+small\s+number\s+of|other|several|a\s+minority\s+of)\b)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|could|will|would|should|must|may|might|needs?|remains?|knows?|sees?|finds?|found|makes?|made|takes?|took|receives?|gets?|gives?|gave|works?|"
    r"live|wait|carry|keep|kept|fell|rose|came|went|feel|felt|show|shows|lack|lacks|provide|provides|support|supports|understand|understands|use|uses|drift|meet|meets|lead|leads|help|helps|know|benefit|visit|visits)\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(r"\b(?:children|parents|carers|mothers|child|staff|managers|leaders|people)$")
_AND_OTHERS = re.compile(
    r"\W*(?:and\s+)?(?:young\s+people|(?:their\s+)?families|fathers|carers|young\s+person)\b", re.IGNORECASE
)
_FEWEST = 4  # words of a clause that says something of its own
_NEGATIVE = frozenset({evaluation.WEAKNESS, evaluation.IMPROVEMENT, evaluation.PRIORITY})


def is_negative(type_: str) -> bool:
    """Whether a type of finding speaks against a service."""
    return type_ in _NEGATIVE or type_ == "area-for-development"


def weigh(words: str) -> str | None:
    """The type of finding that words are; None where they weigh nothing."""
    words = " ".join(words.split())
    if _LITTLE.search(words) and not re.search(r"\b(?:no\s+longer|although|but)\b", words, re.IGNORECASE):
        return evaluation.WEAKNESS
    if _IMPROVED.search(words) or (_GREAT.search(words) and not _NOT_DONE.search(words) and not _NEEDED.search(words)):
        return evaluation.STRENGTH
    if _INSIGHT.search(words) and not _NO_INSIGHT.search(words):
        return evaluation.STRENGTH
    if _TOO_MUCH.search(words) or _GROWN.search(words):
        return evaluation.WEAKNESS
    if _MENDED.search(words) and not re.search(r"\bnot\b|n't\b|\bfewer\s+than\b", words):
        return evaluation.STRENGTH
    if _EARLY.search(words) or _NO_LONGER.search(words):
        return evaluation.WEAKNESS
    plain = _IN_NEED.sub(lambda found: "_" * len(found[0]), _AIMED.sub("", words))
    type_ = evaluation.polarity(plain)
    if type_ in (None, evaluation.NARRATIVE) and _NOT_DONE.search(words) and not _NOT_BAD.search(words):
        return evaluation.WEAKNESS
    if type_ is None and _plain("blame").search(words):
        return evaluation.WEAKNESS
    if type_ is None and _plain("words").search(words):
        return evaluation.STRENGTH
    return type_


def clauses(prose: Prose, sentence: Sentence) -> Iterator[tuple[int, int, str | None]]:
    """The clauses of a sentence that say something of their own, by their offsets, each with its type."""
    plain = prose.plain
    stretches = [(sentence.start, sentence.end)]
    then = _FOUND_THEN.search(plain, sentence.start, sentence.end) or _WHEN_THEN.search(
        plain, sentence.start, sentence.end
    )
    if then:
        stretches = [then.span("found"), then.span("now")]
    for start, end in stretches:
        merged: list[tuple[int, int, str | None]] = []
        for a, b in (part for whole in evaluation.clauses(prose, start, end) for part in _parted(plain, *whole)):
            words = plain[a:b]
            type_ = weigh(words)
            if merged:
                first, last, before = merged[-1]
                joint = _CHILDREN.search(plain[first:last]) and _AND_OTHERS.match(words)
                if joint:
                    merged[-1] = (first, b, weigh(plain[first:b]))
                    continue
                small = (
                    not (before or _FINITE.search(plain[first:last]))
                    or len(words.split()) < _FEWEST
                    or len(plain[first:last].split()) < _FEWEST
                )
                if small or _OPENS_ON.match(words):
                    merged[-1] = (first, b, type_ if type_ not in (None, evaluation.NARRATIVE) else before)
                    continue
                if _PRONOUN.match(words) and (
                    type_ is None or before is None or is_negative(type_) == is_negative(before)
                ):
                    merged[-1] = (first, b, before or type_)
                    continue
            merged.append((a, b, type_))
        yield from merged


def _parted(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """A clause cut where it goes on to other cases ("…, and in some cases …")."""
    cut = _OTHER_CASES.search(plain, start, end)
    return [(start, cut.start()), (cut.end(), end)] if cut else [(start, end)]


@cache
def _plain(name: str) -> re.Pattern[str]:
    """Words that speak for or against a service where nothing else in a clause weighs."""
    return re.compile(r"\b(?:" + "|".join(load("letters")["praise"][name]) + r")\b", re.IGNORECASE)


def contrasts(words: str) -> bool:
    """Whether a sentence sets itself against the one before it."""
    return _CONTRAST.match(words) is not None
