"""Grade words that are labels where no verb or noun of grading goes with them.

"It got a 'good'", "Verdict: inadequate", "an inadequate for adoption", "the third area requires improvement",
"Northmere 'good', Southmere 'inadequate'": quotation marks, an article, a colon, or a subject that is graded tell it.
"""

import re
from functools import cache

from councilgraph.extract.prose.areas import Area
from councilgraph.extract.prose.councils import CouncilName
from councilgraph.extract.prose.grade_words import GradeWord, any_of
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.words import load

_FIRM = ("inadequate", "outstanding", "requires-improvement")
"""Labels that are seldom words of praise or blame for anything else."""
_MEASURED = ("poor", "excellent", "adequate", "satisfactory")
"""Labels that are everyday words."""


def is_tag(
    prose: Prose, sentence: Sentence, begin: int, word: GradeWord, areas: list[Area], names: list[CouncilName]
) -> bool:
    """Whether a grade word stands as a label.

    Args:
        begin: offset where the grade word before it ends, or where the sentence begins.
        areas, names: areas and councils of the sentence.
    """
    text = prose.plain
    before = text[max(begin, word.start - 120) : word.start]
    behind = (text, word.end, sentence.end)
    if _after_verdict(text, sentence, begin, word) or _is_apposed(text, sentence, word):
        return True
    if word.key in _MEASURED and not word.quoted:
        return False
    if is_nominal(before) and (word.quoted or _ENDS_NOUN.match(*behind)):
        return word.key in _FIRM or word.quoted or _ENDS_GOOD.match(*behind) is not None
    places = sorted([(area.start, area.end) for area in areas] + [(name.start, name.end) for name in names])
    next_to = max((end for start, end in places if begin <= start and end <= word.start), default=None)
    if word.quoted and next_to is not None and _BESIDE.fullmatch(text, next_to, word.start):
        return True
    if word.quoted and any(word.end < start <= word.end + 2 for start, _ in places):
        return "," not in text[word.end : word.end + 3]
    if word.key in _FIRM and _FOR_OVERALL.match(*behind) and _OPENS.search(before):
        return True
    return word.key in _FIRM and not before.strip(" '\"") and _for_area(text, word, areas)


def is_nominal(before: str) -> bool:
    """Whether words before a grade word make a noun of it ("with a good", "back at requires improvement")."""
    return _ARTICLE.search(before) is not None


def is_finite(prose: Prose, sentence: Sentence, begin: int, word: GradeWord) -> bool:
    """Whether "requires improvement" is a grade that the subject of its clause has, with nothing said of where."""
    text = prose.plain
    if word.key != "requires-improvement" or not ENDS_CLAUSE.match(text, word.end, sentence.end):
        return False
    clause = _CLAUSES.split(text[max(sentence.start, begin) : word.end])[-1]
    return _graded().search(clause[: word.start - word.end]) is not None


def _after_verdict(text: str, sentence: Sentence, begin: int, word: GradeWord) -> bool:
    """Whether a colon, a dash or a question mark parts it from a noun of judging."""
    if word.start - sentence.start < 3 and sentence.end - word.end < 4 and _THAT_IS.match(text, sentence.end):
        return True
    if word.start - sentence.start < 3:
        before = text[max(0, sentence.start - 120) : sentence.start].rstrip("'\" ")
        return before.endswith("?") and _verdict().search(re.split(r"[.!]\s", before)[-1]) is not None
    before = text[max(begin, sentence.start, word.start - 160) : word.start].rstrip("'\" ")
    if begin > sentence.start and before.strip("'\" ,") in (":", "-"):
        return False
    return before.endswith((":", " -")) and _verdict().search(before) is not None


def _is_apposed(text: str, sentence: Sentence, word: GradeWord) -> bool:
    """Whether it stands by itself between commas or dashes behind a noun of judging ("its last mark, good, …")."""
    before = _APPOSED.search(text, sentence.start, word.start)
    return before is not None and _CLOSED.match(text, word.end, sentence.end) is not None


def _for_area(text: str, word: GradeWord, areas: list[Area]) -> bool:
    found = _FOR.match(text, word.end)
    return found is not None and any(0 <= area.start - found.end() < 12 for area in areas)


_THAT_IS = re.compile(
    r"['\"\s]*(?:That|This|It|Such)\s+(?:one\s+word\s+)?(?:is|was|'s)\s+(?:the|how|what|its|Ofsted|inspectors)\b"
)
_APPOSED = re.compile(
    r"\b(?:grade|grading|rating|mark|judge?ment|verdict|score|result|outcome|category|label|one|word|band|class|tier|rung|level)(?:\s+\([^)]*\))?\s*(?:,|\(|-)\s*(?:that of\s+|of\s+|namely\s+|an?\s+|merely\s+|just\s+|only\s+)?['\"]?$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"['\"]?\s*(?:,|\)|-|\.|\Z)")
_ARTICLE = re.compile(
    r"\b(?:with|at|into|as|to|on|an?|another|a (?:second|third|first|solid|straight|clear|firm|rare|coveted|hard-won|lowly|dismal|damning|dreaded|full|clean|clear|bare|resounding)|straight|consecutive|successive)\s+['\"]?$",
    re.IGNORECASE,
)
_ENDS_NOUN = re.compile(
    r"['\"]?(?:\s*(?:[.,;:)]|\Z)|\s+(?:for|in|on|overall|across|this time|last time|from|by|after|under|at|and|but|while|when|that|which|two|three|four|five|a year|last|to its name)\b)"
)
_ENDS_GOOD = re.compile(
    r"['\"]?(?:\s*(?:[.;:)]|\Z)|\s+(?:for (?:its|the|help|(?:adoption|leader|safeguard|child|care|looked|fostering|protecti|support)\w*)|overall|across|from (?:Ofsted|the (?:watchdog|inspect|regulator)|inspectors|its inspect|government)|by Ofsted|in (?:all|every|(?:19|20)\d\d|its|the bag))\b|\s*,)"
)
_BESIDE = re.compile(
    r"(?:'s)?\s*(?:\(|,|:|-)?\s*(?:(?:was|were|is|are|as|both|all|now|also|each|too|still|only|being|an?|merely|told they|told it|get|gets|got|now rated)\s+){0,3}['\"]"
)
_FOR_OVERALL = re.compile(r"['\"]?\s+overall\b")
_OPENS = re.compile(r"(?:^|[:;,-])\s*['\"]?$")
_FOR = re.compile(r"['\"]*\s+(?:for|in|on)\s+(?:the\s+|its\s+)?(?:way\s+|how\s+)?", re.IGNORECASE)
ENDS_CLAUSE = re.compile(
    r"['\"]*\s*(?:[.,;:)]|\Z|-\s|(?:to be (?:rated )?['\"]?good|overall|too|as well|and|but|while|whereas|although|for (?:its|the|their)|in (?:all|every)|according)\b)"
)
_CLAUSES = re.compile(
    r"[;:]|,\s+(?:and|but|while|although|which|who|where|whereas|though|yet|so)\s|\bthat\b(?! part| requires?\b| required\b)|\b(?:but|while|although|whereas|because|said|says|say|found|concluded|judged|ruled|reported|told|ruling|saying)\b",
    re.IGNORECASE,
)


@cache
def _verdict() -> re.Pattern[str]:
    """Nouns of judging."""
    nouns = any_of([*load("outcomes")["nouns"]["before"], "answer"])
    return re.compile(rf"(?<![\w-])(?:{nouns})(?![\w-])", re.IGNORECASE)


@cache
def _graded() -> re.Pattern[str]:
    """A subject that is graded, right before its verb."""
    lists = load("outcomes")["graded"]
    words = any_of([*lists["nouns"], *lists["pronouns"]])
    return re.compile(
        rf"(?<![\w-])(?:{words})(?:\s+(?:as a whole|alone|there|itself|too|that|which|who)|,[^,]*,)?(?:\s*,)?(?:\s+(?:all|both|each|also|still|now|only|too|overall|therefore|however|however,))*[\s,'\"]*$",
        re.IGNORECASE,
    )
