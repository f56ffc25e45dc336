"""What a grade word is said of: a council, its services, an area of theirs - or a school, a home, a plan.

The subject of a clause is what stands before its verb; a grade of something that no inspection of a council grades is
no grade of the council.
"""

import re
from functools import cache

from councilgraph.extract.prose.areas import OVERALL, Area
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.grade_words import GradeWord, any_of
from councilgraph.extract.prose.grading_signs import WITHIN, patterns
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.words import load


def is_of_others(
    prose: Prose, councils: Councils, sentence: Sentence, begin: int, word: GradeWord, areas: list[Area]
) -> bool:
    """Whether a school, a home, a plan or the like is what has the grade.

    Args:
        begin: offset where the grade word before it ends, or where the sentence begins.
        areas: those of the sentence.
    """
    plain = prose.plain
    text = list(plain[sentence.start : sentence.end])
    for area in areas:
        text[area.start - sentence.start : area.end - sentence.start] = "_" * (area.end - area.start)
    blank = _HOMEWARD.sub(lambda found: "_" * len(found[0]), "".join(text))
    at = word.start - sentence.start
    before = blank[begin - sentence.start : at]
    named_after = councils.inside(begin, word.start) or any(begin <= a.start < word.start for a in areas)
    if not named_after and not patterns()["others"].search(before):
        before = blank[:at]  # "…, and parts of it are outstanding"
    clause = subject_of(before)
    subject = re.split(r"[;:]|\bbut\b|\bwhile\b|\balthough\b", before)[-1]
    if clause and clause[0] > len(before) - len(subject):
        subject = before[clause[0] :]
    found = list(patterns()["others"].finditer(subject))
    if patterns()["others-after"].match(blank[at + word.end - word.start :].lstrip("'\" ")):
        return True
    if not found:
        return False
    offset = sentence.start + at - len(subject)
    own = [
        a for a in areas if a.end <= word.start and not (a.family == OVERALL and _is_within(plain, a.start, sentence))
    ]
    names = [
        name
        for name in councils.inside(sentence.start, word.start)
        if not _is_within(plain, name.start, sentence) or _RELATED.match(plain, name.end)
    ]
    nearest = max([-1, *(area.end - offset for area in own), *(name.end - offset for name in names)])
    return bool(found[-1].end() > nearest)


def _is_within(plain: str, start: int, sentence: Sentence) -> bool:
    """Whether a name only says where something is, or whose it is ("schools in Westmarch", "homes run by the council")."""
    return WITHIN.search(plain, max(sentence.start, start - 14), start) is not None


def has_graded_subject(
    prose: Prose, councils: Councils, sentence: Sentence, word: GradeWord, areas: list[Area]
) -> bool | None:
    """Whether the subject of "is good" is a council, its services, an area, or what stands for one.

    None where there is no such subject to be seen.
    """
    before = prose.plain[sentence.start : word.start].rstrip("'\" ")
    found = subject_of(before)
    if found is None:
        named = patterns()["pronoun"].search(before) or councils.inside(sentence.start, word.start)
        return True if named or any(area.end <= word.start for area in areas) else None
    start, end = sentence.start + found[0], sentence.start + found[1]
    if _graded_noun().search(before[found[0] : found[1]]):
        return True
    places = [name.start for name in councils.inside(start, end)]
    places += [area.start for area in areas if start <= area.start and area.end <= end]
    return any(
        not _is_within(prose.plain, place, sentence) or _QUALITY.search(before[: place - sentence.start])
        for place in places
    )


def is_graded(words: str) -> bool:
    """Whether words name what inspections grade, or stand for it."""
    return _graded_noun().search(words) is not None


def subject_of(before: str) -> tuple[int, int] | None:
    """Where the subject stands in the clause that ends where words end; None where its verb is not one of being."""
    chain = (found for found in _VERB.finditer(before) if _ADVERBS.fullmatch(before, found.end()))
    verb = next(chain, None)
    if verb is None:
        return None
    # What a relative clause says in between is not the subject.
    rest = _RELATIVE.sub(lambda one: " " * len(one[0]), before[: verb.end()] + " ")[: verb.start()]
    start = max((cut.end() for cut in _CLAUSES.finditer(rest)), default=0)
    stretch = rest[start:]
    first, last = start + len(stretch) - len(stretch.lstrip(" '\"")), start + len(_TO.sub("", stretch).rstrip(" '\""))
    return (first, last) if first < last else None


_HOMEWARD = re.compile(
    r"\b(?:(?:went|go|goes|going|came|come|comes|driv\w+|drove|hammer\w*|at|feel at|bring|brings|brought)\s+home|home and dry|home straight|young carers|(?:they|we|who|people|staff) work(?:ed)? (?:in|for|at))\b"
)
_TO = re.compile(r"\s+to\s*$")
_RELATIVE = re.compile(
    r",\s+(?:which|who|where)\b[^,;:]*,"
    r"|,\s+(?:in|with|under|once|already|long|itself|now|until|despite|after|since|though|formerly|previously|one|an?|the)\b[^,;:]*,(?=\s+(?:has|have|had|is|are|was|were)\b)"
    r"|\s(?:that|which|who)\s+(?:had\s+been|has\s+been|have\s+been|was|were|is|are)\b[^,;:]*?(?=\s(?:is|are|was|were|has|have|had)\b)"
)
_QUALITY = re.compile(
    r"\b(?:quality|standard|provision|delivery|state|effectiveness|running|area|areas) of (?:the |its |their )?$",
    re.IGNORECASE,
)
_RELATED = re.compile(r",\s+(?:which|itself|a council|an authority|rated|judged|graded|deemed|found)\b")
_BEING = r"(?:was|were|is|are|be|been|being|remains?|remained|became|becomes?|stays?|stayed|'s|isn't|wasn't)"
_VERB = re.compile(rf"(?<!\w)(?:(?:has|have|had)\s+(?:\w+ly\s+)?)?{_BEING}(?!\w)", re.IGNORECASE)
_ADVERBS = re.compile(
    r"(?:[\s'\",]+(?:now|also|again|still|all|both|each|too|then|already|found|judged|rated|graded|deemed|declared|considered|ruled|said|thought|felt|classed|marked|described|labelled|branded|as|to|be|overall|merely|only|just|officially|therefore|however|likewise|by\s+(?:Ofsted|inspectors|the\s+\w+)|once|an?|the|simply|at|\w+ly))*[\s'\",:-]*",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"[;:]|,\s+(?:and|but|while|although|which|who|where|with|whereas|though|yet|so)\b|(?<!one|two) \bthat\b(?! part)|\b(?:but|while|although|whereas|because|after|when|since|whether|found|finding|said|says|concluded|judged|ruled|reported)\b",
    re.IGNORECASE,
)


@cache
def _graded_noun() -> re.Pattern[str]:
    """Nouns and pronouns that stand for what inspections grade."""
    lists = load("outcomes")["graded"]
    nouns, pronouns = any_of(lists["nouns"]), any_of(lists["pronouns"])
    return re.compile(
        rf"(?<![\w-])(?:{nouns})(?:\s+(?:as a whole|overall|alone|there|itself|themselves|too|generally)|\s*,.*|\s+(?:for|in|of|at|from|to|across|run|provided|offered|given|by|under)\b.*)*\W*$"
        rf"|^\W*(?:(?:only|even|and|or|so|yet|today|now|again|this time|at the time),?\s+)*(?:{pronouns})(?!\w)"
        rf"|(?<!\w)(?:{pronouns})\W*$",
        re.IGNORECASE | re.DOTALL,
    )
