"""The parts of an article's sentence that are findings by themselves.

An article joins what inspectors found in lists: of clauses ("that …, that … and that …"), of things ("a way of working
that … and parents who …") and of participles ("…, criticising …"). Two clauses joined by "and" alone are one finding.
"""

import re

from councilgraph.extract.prose.evaluation import FINITE, SUBJECT
from councilgraph.extract.prose.passages import Prose

_PARTICIPLES = (
    "crediting|criticising|criticizing|blaming|praising|warning|noting|highlighting|pointing|finding|adding|saying|commending|"
    "describing|identifying|raising|citing|accusing|singling|concluding|lambasting|condemning"
)
_PAST = "blamed|praised|criticised|warned|noted|concluded|found|added|highlighted|credited|commended|pointed|raised|identified|called"
_HARD = re.compile(
    rf";\s*|:\s+(?=[a-z])|,?\s+(?:and|but|or|nor)\s+that\s+|,\s+that\s+|\s-\s+(?:and,?\s+(?:as a result,?\s+)?)?(?=[a-z])"
    rf"|,?\s+(?:and|but)?\s*(?=(?:{_PARTICIPLES})\b)(?<=[,d]\s)"
    rf"|,?\s+(?:and|but)\s+(?:also\s+)?(?=(?:{_PAST})\b)"
    rf"|,?\s+but\s+(?={SUBJECT}(?:still |also |often |not |had |has )*{FINITE}\b)|,\s+(?:while|whereas|although|though|yet|however)\s+(?={SUBJECT}{FINITE}\b)"
    rf"|,?\s+and\s+(?=there\s+{FINITE}\b)"
    rf"|,?\s+and\s+(?={SUBJECT}(?:should|must|needs?|ought)\b)"
    rf"|,?\s+(?:chiefly\s+|mainly\s+|largely\s+|partly\s+)?because\s+(?=(?:so|too|of)\b)",
    re.IGNORECASE,
)
_COMMA = re.compile(
    rf",\s+(?=(?:there|too many|too few|many|some|few|most|no)\b[^,]{{0,60}}?\b{FINITE}\b)|,\s+(?={SUBJECT}{FINITE}\b)",
    re.IGNORECASE,
)
_AND = re.compile(rf",?\s+and\s+(?={SUBJECT}{FINITE}\b)", re.IGNORECASE)
_THINGS = re.compile(r",?\s+and\s+(?:of\s+)?(?=(?:[\w'-]+ ){1,6}?(?:who|that|being|which)\s+\w)", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:found|finds|speaks? of|spoke of|praised|praises|described|describes|identified|highlighted|saw|sees|noted|credited|criticised|reported)\s+(?!that\b)",
    re.IGNORECASE,
)
_TO = re.compile(r",?\s+and\s+(?:also\s+)?to\s+(?=\w)", re.IGNORECASE)


def parts(prose: Prose, start: int, end: int, *, asked: bool = False) -> list[tuple[int, int]]:
    """The parts of a sentence, by their offsets.

    Args:
        asked: whether the sentence tells what somebody is asked to do, so that "and to" joins two things asked.
    """
    text = prose.plain
    cuts = [m.span() for m in _HARD.finditer(text, start, end)]
    commas = list(_COMMA.finditer(text, start, end))
    ands = [m for m in _AND.finditer(text, start, end) if commas and m.start() > commas[0].start()]
    if commas and ands:
        cuts += [m.span() for m in (*commas, *ands)]
    if _LEADS.search(text, start, end):
        cuts += [m.span() for m in _THINGS.finditer(text, start, end)]
    if asked:
        cuts += [m.span() for m in _TO.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    begin = start
    for a, b in sorted(cuts):
        if a > begin and text.count('"', begin, a) % 2 == 0:
            found.append((begin, a))
            begin = b
        elif a <= begin < b and not found:
            begin = b
    found.append((begin, end))
    return [(a, b) for a, b in found if a < b]
