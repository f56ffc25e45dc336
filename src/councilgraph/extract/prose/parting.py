"""The parts of an article's sentence that are findings by themselves.

An article joins what inspectors found in lists: of clauses ("that …, that … and that …"), of things ("a way of working
that … and parents who …"), of participles ("…, criticising …"). Two clauses joined by "and", each with a subject of its own, are two.
"""

import re

from councilgraph.extract.prose.evaluation import FINITE, SUBJECT
from councilgraph.extract.prose.passages import Prose

_PARTICIPLES = (
    "crediting|criticising|criticizing|blaming|praising|warning|noting|highlighting|pointing|commending|describing|"
    "identifying|raising|citing|accusing|singling|lambasting|condemning"
)
_PAST = "blamed|praised|criticised|warned|noted|concluded|found|added|highlighted|credited|commended|pointed|raised|identified|called"
_NO_VERB = rf"(?!(?!(?:work|need|needs|cuts?|leaves|use|means|lies|sets?)\b){FINITE}\b)"
_NOUNS = rf"{_NO_VERB}(?!\w+ing\b){SUBJECT}"
_LONG = rf"{_NO_VERB}(?!\w+ing\b)(?:[\w'-]+ ){{1,10}}?"
_HARD = re.compile(
    rf";\s*|:\s+(?=[a-z])|,?\s+(?:and|but|or|nor)\s+that\s+|,\s+that\s+|\s-\s+(?:and,?\s+(?:as a result,?\s+)?)?(?=[a-z])"
    rf"|(?<=[,\"']\s)(?=(?:{_PARTICIPLES})\b)|,?\s+(?:and|but)\s+(?:also\s+)?(?=(?:{_PAST}|{_PARTICIPLES})\b)"
    rf"|,?\s+but\s+(?={_NOUNS}(?:still |also |often |not )*{FINITE}\b)|,\s+(?:while|whereas|although|though|yet|however)\s+(?={_NOUNS}{FINITE}\b)"
    r"|,\s+(?:but|yet)\s+(?:also\s+)?(?=(?:took|takes|found|finds|saw|sees|gave|gives|had|has|were|was|could|did|worr(?:y|ies|ied)|fret|warn|critici[sz]e|fault|regret|lament|question|complain)(?:s|d|ed)?\b)"
    rf"|,?\s+and\s+(?=(?:there|many|too many|too few|some|most|few)\b[^,]{{0,50}}?\b(?:{FINITE}|\w+ed)\b)"
    rf"|,?\s+and\s+(?={_LONG}(?:should|must|needs?|ought)\b)"
    rf"|,\s+and\s+(?={_LONG}{FINITE}\b)|,\s+and\s+(?=(?:had|has|have|could|did)\b)"
    rf"|\b(?:report|inspection|visit|letter|review) (?:that|which) (?:found|said|warned|revealed)(?: that)?\s+"
    rf"|\s+after\s+(?=(?:its|their|the|Ofsted|inspectors|a)\b[^.;]{{0,90}}?\b(?:found|reported|raised|said|identified|criticised|warned|uncovered)\b)"
    rf"|,?\s+(?:chiefly\s+|mainly\s+|largely\s+|partly\s+)?because\s+(?=(?:so|too)\b)",
    re.IGNORECASE,
)
_COMMA = re.compile(
    rf",\s+(?=(?:there|too many|too few|many|some|few|most|no)\b[^,]{{0,60}}?\b{FINITE}\b)|,\s+(?={_NOUNS}{FINITE}\b)",
    re.IGNORECASE,
)
_AND = re.compile(rf",?\s+and\s+(?!\d)(?={_NOUNS}{FINITE}\b)", re.IGNORECASE)
_THINGS = re.compile(
    r",?\s+and\s+(?:of\s+)?(?=(?:(?!and\b)[\w'-]+ ){1,6}?(?:who|that|being|which)\s+\w)", re.IGNORECASE
)
_LEADS = re.compile(
    r"\b(?:found|finds|speaks? of|spoke of|praised|praises|described|describes|identified|highlighted|saw|sees|noted|credited|criticised|reported)"
    r"\s+(?!that\b)(?:[\w'-]+\s+){2}",
    re.IGNORECASE,
)
_TO = re.compile(r",?\s+and\s+(?:also\s+)?to\s+(?=\w)", re.IGNORECASE)
_OPENING = re.compile(
    r"\W*(?:in|during|at|for|while|whilst|although|though|since|once|when|where|if|after|before|as|despite|with|under|over|on|by|of|among|because)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\bthat\b")
_VERB = re.compile(
    rf"\b{FINITE}\b|\b(?!(?:disabled|adopted|fostered|excluded|abused|harmed|neglected|troubled|dedicated|committed|skilled|experienced|qualified|detailed|"
    r"unaccompanied|fostering|safeguarding|housing|training|parenting|offending|nothing|something|everything|during|evening|wellbeing)\b)\w{3,}(?:ed|ing)\b",
    re.IGNORECASE,
)


def parts(prose: Prose, start: int, end: int, *, asked: bool = False) -> list[tuple[int, int]]:
    """The parts of a sentence, by their offsets.

    Args:
        asked: whether the sentence tells what somebody is asked to do, so that "and to" joins two things asked.
    """
    text = prose.plain
    cuts = [m.span() for m in _HARD.finditer(text, start, end)]
    commas = list(_COMMA.finditer(text, start, end))
    ands = list(_AND.finditer(text, start, end))
    if commas and _OPENING.match(text, start, end):
        del commas[0]  # what opens the sentence is no part
    if commas and any(m.start() > commas[0].start() for m in ands):
        cuts += [m.span() for m in commas]
    cuts += [m.span() for m in ands]
    if leads := _LEADS.search(text, start, end):
        cuts += [m.span() for m in _THINGS.finditer(text, leads.end() - 1, end)]
    if asked:
        cuts += [m.span() for m in _TO.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    begin = start
    for a, b in sorted(cuts):
        if (
            a > begin
            and text.count('"', begin, a) % 2 == 0
            and (_VERB.search(text, begin, a) or _THAT.search(text, a, b))
        ):
            found.append((begin, a))
            begin = b
        elif a <= begin < b and not found:
            begin = b
    found.append((begin, end))
    return [(a, b) for a, b in found if a < b]
