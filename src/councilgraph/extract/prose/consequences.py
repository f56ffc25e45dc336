"""Which findings a text says led to a grade: `contributes_to` names the inspection that gave it.

Words do it that stand between the two ("…, which led to a rating of …"; "judged … because …"), or that begin the
sentence of the grade and point back ("Consequently, …").
"""

import re
from collections.abc import Iterator

from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.model import Finding, Record

_GRADE = (
    r"\b(?:(?:judge|assess|rat|grad|award|mark|downgrad|classifi|deem)(?:ed|es|s|ing)?|given)\b[^.;]{0,80}?\b"
    r"(?:inadequate|poor(?:ly)?|adequate(?:ly)?|requir\w+\s+improvement|satisfactory|good|well|outstanding|excellent(?:ly)?|[1-4])\b"
    r"|\b(?:rating|grade|judge?ment|mark|score|assessment)s?\b"
    r"|\bperform(?:s|ing)?\s+(?:poorly|adequately|well|excellently)\b|\b(?:an?\s+)?['\"]?(?:inadequate|requires\s+improvement)\b"
)
_WHY = re.compile(
    r"\W*(?:consequently|as\s+an?\s+(?:direct\s+)?(?:result|consequence)|in\s+consequence|for\s+(?:this|that|these|those|such|all\s+these)\s+reasons?|therefore|accordingly|hence|thus|"
    r"(?:because|on\s+account|as\s+a\s+result|in\s+view|in\s+(?:the\s+)?light|by\s+reason)\s+of\s+(?:all\s+)?(?:this|that|these|those)|(?:owing|due)\s+to\s+(?:this|that|these|those)|(?:this|that|which)\s+is\s+(?:the\s+reason\s+)?why|"
    r"(?:given|reflecting)\s+(?:this|that|these|those)|(?:it|this|that|these|those)\b[^.;]{0,60}?\b(?:led|resulted|meant|means|mean|caused?|brought|contributed|explains?|accounts?|limited|cost|pulled|dragged))\b",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"\b(?:(?:led|leads?|leading|contributed?|contributes|contributing)\s+(?:directly\s+|in\s+turn\s+)?to|(?:resulted|results|resulting)\s+in|caused?|brought\s+about|(?:was|were|is|are)\s+(?:the\s+(?:main\s+)?reasons?\s+(?:for|why)|why|what\s+(?:has\s+)?(?:led|caused))|"
    rf"accounts?\s+for|explains?|l(?:ies|ay)\s+behind|meant\s+that|means\s+that|has\s+meant|limited|(?:pulled|dragged|brought)\s+down|lowered|earned|cost)\b[^.;]{{0,100}}?(?:{_GRADE})",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    rf"(?:{_GRADE})[^.;]{{0,60}}?\b(?:because(?:\s+of)?|owing\s+to|due\s+to|as\s+a\s+result\s+of|on\s+account\s+of|in\s+view\s+of|in\s+(?:the\s+)?light\s+of|on\s+the\s+strength\s+of|thanks\s+to|as\s+a\s+consequence\s+of|by\s+reason\s+of)\b",
    re.IGNORECASE,
)
_GRADES = re.compile(_GRADE, re.IGNORECASE)
_LOW = re.compile(r"poor|inadequate|adequate|requir|satisfactory|\b[12]\b", re.IGNORECASE)
_UNMEANT = re.compile(r"\b(?:not|never|n't|may|might|could|would|will|should|can|if|unless|whether)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?(?:it|this|that|these|those|they|which|both|all\s+of\s+(?:this|these))\b", re.IGNORECASE
)
_GOOD = frozenset({"strength"})
_NEITHER = frozenset({"narrative"})


def link_consequences(record: Record, prose: Prose) -> None:
    """Say of the findings that led to a grade which inspection gave it."""
    for sentence in prose.sentences if record.judgements and record.findings else ():
        if not _GRADES.search(prose.plain, sentence.start, sentence.end) or _UNMEANT.search(
            prose.plain, sentence.start, sentence.end
        ):
            continue
        graded = _graded(record, sentence)
        if graded is None:
            continue
        inspection, is_low = graded
        for finding in _causes(record, prose, sentence):
            if finding.type not in _NEITHER and (finding.type in _GOOD) != is_low:
                finding.contributes_to = inspection
                prose.fired("findings: led to a grade", sentence.start, sentence.end)


def _graded(record: Record, sentence: Sentence) -> tuple[str, bool] | None:
    """The inspection whose grade a sentence tells of, and whether that is a low one; else the first one's."""
    told = [
        one
        for one in record.judgements
        if any(span.start < sentence.end and sentence.start < span.end for span in one.evidence)
    ]
    main = [one for one in record.judgements if one.inspection == record.inspections[0].id]
    judgements = told or main
    if not judgements:
        return None
    return judgements[0].inspection, _LOW.search(judgements[0].grade) is not None


def _causes(record: Record, prose: Prose, sentence: Sentence) -> Iterator[Finding]:
    """The findings that a sentence says led to the grade it tells of."""
    plain, start = prose.plain, prose.passage_of(sentence).start
    if _WHY.match(plain, sentence.start, sentence.end):
        yield from _within(record, start, sentence.start)
    elif led := _LED.search(plain, sentence.start, sentence.end):
        if _POINTS_BACK.match(plain, sentence.start, led.start()):
            before = prose.sentences_in(start, sentence.start)[-1:]
            yield from _within(record, before[0].start if before else start, sentence.start)
        yield from _within(record, sentence.start, led.end())
    elif because := _BECAUSE.search(plain, sentence.start, sentence.end):
        yield from _within(record, because.end(), sentence.end)


def _within(record: Record, start: int, end: int) -> Iterator[Finding]:
    """The findings whose words begin or go on between two offsets."""
    for finding in record.findings:
        if any(span.start < end and start < span.end for span in finding.evidence):
            yield finding
