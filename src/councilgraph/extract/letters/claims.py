"""What the one who signs a letter asserts in it: views, apologies, undertakings in the first person.

Openings, courtesies, copying and acts are none, nor is what is an intervention, a figure or a grade of the record already.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from councilgraph.extract.letters.blocks import PARAGRAPH, POINT, Block
from councilgraph.extract.letters.graded import Graded
from councilgraph.extract.letters.sections import ASIDE, Section
from councilgraph.extract.prose import evaluation
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.practice import is_practice
from councilgraph.extract.prose.speech import PERSON, Speech
from councilgraph.extract.words import load
from councilgraph.model import PersonMention

OWN_VOICE = "own-voice"
_BEFORE_WE = (
    "and|but|so|that|because|as|if|when|while|which|believe|think|know|say|is|him|her|them|how|where|what|than|since|until|before|after"
    "|though|although"
)
_FIRST = re.compile(
    r"(?<!part )(?<!annex )(?<!section )(?<!appendix )(?<!chapter )(?-i:\bI\b)(?=\s|'(?:m|ve|ll|d)\b)"
    rf"|(?:^|[,;:-]\s*|\b(?:{_BEFORE_WE})\s+)['\"]?we(?:\s|'(?:ve|ll|d|re)\b)",
    re.IGNORECASE,
)
_AND_FIRST = re.compile(r"[,;:]\s*(?:and|but|so)\s+(?=(?:I|we)\b)")
_SHORT = 4  # words of a sentence that only goes on with the one before it
_GOES_ON = re.compile(r"\b(?:that|this|it|so)\W*$", re.IGNORECASE)
_LONGEST_GOING_ON = 8  # words
_RELAYED = re.compile(
    r"\b(?:Ofsted (?:has |have )?(?:published|visited|inspected|came|called)|(?:inspectors|they) (?:were with us|came|visited|called|spent)|you may (?:have|already)|hear (?:about|of) it|I'm told|I am told|(?:I should|let me|I must|I can|I would) (?:also )?(?:add|say|tell you|note|mention) that (?:they|inspectors|Ofsted)|let me tell you|here is|four things|\w+ things stand out|glad to meet|meet you)\b",
    re.IGNORECASE,
)
_LONGEST_VIEW = 30  # words
_OUGHT = re.compile(
    r"\b(?:would be (?:wrong|right|easy|tempting|unfair|foolish)|it is (?:right|wrong|vital|clear|plain|not enough|only right|time)|there (?:is|can be|was) no|has to be|have to be|should|ought to|must|matters|would accept|accept|cannot|can't|never|nobody|no one|no (?:child|family|parent|council|excuse|reason))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:Ofsted|inspect\w+|they|his|her|report|letter|review|direction|notice|commissioner|copy|copies|inadequate|judged|graded|rated|\d{2,})\b|£",
    re.IGNORECASE,
)


def own_claims(
    prose: Prose,
    blocks: Sequence[tuple[Block, Section]],
    signatory: PersonMention,
    council: str | None,
    graded: dict[int, list[Graded]],
    taken: Iterable[tuple[int, int]],
) -> Iterator[Speech]:
    """What the signatory of a letter asserts.

    Args:
        graded: the grades that sentences give, by the offset of the sentence.
        taken: offsets of what is something else already: quoted speech, findings, interventions.
    """
    taken = sorted(taken)
    for block, section in blocks:
        if section.type == ASIDE or not (block.kind == PARAGRAPH or _is_numbered_paragraph(prose, block)):
            continue
        last: Speech | None = None
        for sentence in prose.sentences_in(block.start, block.end):
            start = _begins(prose, sentence, graded.get(sentence.start, []))
            words = prose.words(sentence.start, sentence.end)
            joins = (
                start is not None
                and not _FIRST.search(words)
                and not any(a < sentence.end and start < b for a, b in taken)
            )
            if last is not None and (_only_goes_on(words) or joins):
                last = _longer(last, sentence.end)
                continue
            if last is not None:
                yield last
            last = None
            if start is not None and not any(a < sentence.end and start < b for a, b in taken):
                last = Speech(signatory.name, PERSON, OWN_VOICE, start, sentence.end, signatory.role, council)
        if last is not None:
            yield last


def _is_numbered_paragraph(prose: Prose, block: Block) -> bool:
    """Whether a point is a paragraph with a number: whole sentences, and no part of a sentence that a list goes on."""
    words = prose.words(block.start, block.end)
    return block.kind == POINT and words[:1].isupper() and words[-1:] in tuple(".!?")


def _begins(prose: Prose, sentence: Sentence, graded: Sequence[Graded]) -> int | None:
    """Where what somebody asserts begins in a sentence; None where they assert nothing."""
    start = sentence.start
    if graded:
        behind = next((m for m in _AND_FIRST.finditer(prose.plain, max(g.end for g in graded), sentence.end)), None)
        if behind is None:
            return None
        start = behind.end()
    words = prose.words(start, sentence.end)
    if words.endswith("?") or '"' in words:
        return None
    first = _FIRST.search(words)
    if _RELAYED.search(words):
        return None
    if first is None and not _any("views").search(words) and not _is_view(words):
        return None
    return None if _any("words").search(words) or _any("acts").search(words) else start


def _is_view(words: str) -> bool:
    """Whether a sentence without "I" or "we" judges or demands something, as only somebody with a view does."""
    if len(words.split()) > _LONGEST_VIEW or _OTHERS.search(words):
        return False
    if _OUGHT.search(words):
        return True
    return abs(evaluation.weigh(words)) > 1 and not is_practice(words, everybody=False)


def _only_goes_on(words: str) -> bool:
    count = len(words.split())
    return count < _SHORT or (count < _LONGEST_GOING_ON and _GOES_ON.search(words) is not None)


def _longer(speech: Speech, end: int) -> Speech:
    return Speech(speech.speaker, speech.kind, speech.voice, speech.start, end, speech.capacity, speech.council)


@cache
def _any(name: str) -> re.Pattern[str]:
    words = load("letters")["courtesies"][name]
    return re.compile(r"\b(?:" + "|".join(phrase.replace(" ", r"\s+") for phrase in words) + r")\b", re.IGNORECASE)
