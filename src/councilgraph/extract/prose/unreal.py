"""Grades that nobody gave: denied, hoped for, feared, supposed, defined, claimed, or given by others than inspectors."""

import re
from collections.abc import Sequence

from councilgraph.extract.prose.areas import Area
from councilgraph.extract.prose.grade_words import GradeWord
from councilgraph.extract.prose.grading_signs import clause_before, patterns
from councilgraph.extract.prose.passages import Prose, Sentence


def is_unreal(prose: Prose, sentence: Sentence, word: GradeWord, near: str, areas: Sequence[Area]) -> bool:
    """Whether a grade is no fact.

    Args:
        near: the words before it, up to the grade before.
        areas: those of the sentence.
    """
    signs = patterns()
    before = prose.plain[sentence.start : word.start].rstrip("'\" ")
    clause = clause_before(before)
    first = sentence.start + len(before) - len(clause)
    rest = (prose.plain, word.end, sentence.end)
    stands = _STANDS.search(near)
    return bool(
        (not stands and (signs["negated"].search(near) or _is_wished(clause, first, areas)))
        or _NOBODY.search(clause)
        or signs["old"].search(near)
        or _SOFTENED.search(near)
        or _CORRECTED.search(clause)
        or _RANGES.search(before)
        or _SELF.search(near)
        or _is_supposed(prose.plain, sentence, word)
        or _is_of_others(prose.plain, sentence, clause)
        or signs["claimed"].search(*rest)
        or signs["defined"].match(*rest)
    )


def _is_wished(clause: str, first: int, areas: Sequence[Area]) -> bool:
    """Whether words of hope or fear stand before it, which are none of an area's ("prospects of improving")."""
    signs = patterns()
    wishes = (
        wish
        for wish in signs["wish"].finditer(clause)
        if not any(area.start <= first + wish.start() < area.end for area in areas)
    )
    wish = next(wishes, None)
    return wish is not None and not signs["certain"].search(clause) and not _GIVEN_AFTER.search(clause, wish.end())


def _is_of_others(plain: str, sentence: Sentence, clause: str) -> bool:
    """Whether others than inspectors give it: peers, auditors, critics."""
    judges, inspectors = patterns()["judges"], patterns()["inspectors"]
    own = clause.rsplit(", ", 1)[-1]
    if judges.search(own) and not inspectors.search(own):
        return True
    whole = (plain, sentence.start, sentence.end)
    return judges.search(*whole) is not None and inspectors.search(*whole) is None


def _is_supposed(plain: str, sentence: Sentence, word: GradeWord) -> bool:
    """Whether the words are of any such grade: "Being rated good helps", "an inadequate rating would …"."""
    start = sentence.start
    if _GERUND.fullmatch(plain, start, word.start):
        return True
    loose = _ANY.search(plain, start, word.start) or word.start - start < _OPENS
    if loose and _WOULD.match(plain, word.end, sentence.end):
        return True
    return (
        _IT_IS.fullmatch(plain, start, word.start) is not None
        and _TO_SEE.match(plain, word.end, sentence.end) is not None
    )


_NOBODY = re.compile(
    r"\b(?:no|not\s+one|not\s+a\s+single|none\s+of\s+(?:the|its|their|these|those))\s+(?:(?!(?:longer|doubt|more|better)\b)[\w-]+\s+){0,3}?(?:councils?|authorit(?:y|ies)|boroughs?|count(?:y|ies)|departments?|areas?|cit(?:y|ies)|services?|inspections?|judge?ments?|categor(?:y|ies))\b[^.;:,]{0,50}$",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:no|nothing|not|little|never)\s+(?:\w+\s+)?(?:(?:better|more|higher|other|worse)\s+than|(?:reason|cause|grounds|need|case|call|justification|wish)\s+(?:to|for)\s+(?:chang|alter|revis|lower|rais|mov|depart|disturb|amend|touch|disagree|doubt|reconsider|downgrad|tak)\w*)\b[^.;]{0,40}$"
    r"|\b(?:did|does|do|could|would)(?:n't|\s+not)\s+(?:chang|alter|revis|lower|mov|disturb|touch|lose)\w*\s+(?:its|the|that|their)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""What is denied is that the grade is another one."""
_OPENS = 3  # code points before a word that opens its sentence
_CORRECTED = re.compile(
    r"\b(?:the original|originally|an earlier version|a previous version|a headline|we (?:wrongly|incorrectly|mistakenly)|wrongly|incorrectly|mistakenly|in error)\b[^.;]{0,40}\b(?:said|says|stated|reported|gave|listed|described|suggested|claimed)\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:rat|judg|grad|scor|mark|think|thought|consider|call|assess|regard)\w*\s+(?:itself|themselves|himself|herself|ourselves|their own|its own)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_RANGES = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anything|anywhere|everything|scale|spectrum|(?<!other )(?<!same )(?<!opposite )(?<!wrong )(?<!right )(?:road|path|way|route|gap|distance|difference)s?)\b[^.;]{0,25}\b(?:from|between)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_GERUND = re.compile(
    r"['\"]?(?:Being|To be|To become|Becoming|Staying|Getting|To get|Earning|To earn)\s+(?:(?:rated|judged|graded|deemed|found|declared|labelled|branded|called|an?|the|merely|just|as|to)\s+){0,3}['\"]?"
)
_ANY = re.compile(r"\b(?:an?|any|every|another|some|no)\s+['\"]?$", re.IGNORECASE)
_WOULD = re.compile(
    r"['\"]?(?:\s+(?:overall\s+)?(?:rating|grade|verdict|judge?ment|mark|report|finding|label|outcome|result|councils?|services?|authorit(?:y|ies)|department|score|tag))?\s+(?:would|could|might|may|can|will|should|must|means?|is\s+(?:bad|good)\s+(?:for|news)|tends?\s+to)\b",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r"(?:[^.;]*[,;]\s+)?(?:[Ii]t|[Tt]hat)(?:\s+(?:is|was|has been|will be|would be|feels|felt|seems)|'s)\s+"
)
_TO_SEE = re.compile(r"\s*(?:that\b|to\s+(?!be\b|inadequate|outstanding|requir)|news\b|if\b|when\b)")
_GIVEN_AFTER = re.compile(
    r",\s+(?:it|they|Ofsted|(?:the\s+)?[\w']+(?:\s+[\w']+){0,2}?)\s+(?:has|have|had|was|were|gave|rated|judged|found|got|received|awarded|handed)\b",
    re.IGNORECASE,
)
_SOFTENED = re.compile(
    r"\b(?:exceptionally|consistently|generally|largely|mostly|mainly|usually|often|sometimes|particularly|especially|genuinely|truly|increasingly|reasonably|similarly|equally|sufficiently|uniformly)$",
    re.IGNORECASE,
)
