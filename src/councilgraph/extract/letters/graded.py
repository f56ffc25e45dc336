"""Sentences of a letter that tell which grade was given, to what, and when.

Only a verb or noun of judging, or a copula behind something that is graded, makes a grade; what is negated, hoped for or
defined is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from councilgraph.extract.letters.areas import OVERALL, Area, areas_in, chain, others
from councilgraph.extract.prose.passages import Prose, Sentence

_LABELS = (
    r"outstanding|inadequate|satisfactory|adequate|very\s+good|excellent|poor|good|"
    r"requir(?:es?|ed|ing)\s+improvement(?:\s+to\s+be\s+good)?|"
    r"perform(?:s|ed|ing)?\s+(?:well|poorly|adequately|excellently)"
)
_GRADE = (
    rf"['\"]*(?P<grade>(?:{_LABELS}|grade\s+[1-4]|[1-4])(?![\w%.-]*\w))['\"]*"
    r"(?:\s*\((?:grade\s*)?(?P<number>[1-4])\)|,?\s+\(?grade\s+(?P<graded>[1-4])\)?)?"
)
_ALONE = (
    r"(?=['\"]*(?:[,.;:)]|\s+-|\s*$|\s+(?:overall|for|in|at|by|across|and|with|under|when|since|but|after|during|on|as|while|"
    r"although|though|too|again|also|last|this|because|from|following|despite|yet|throughout|both|it|whereas|we|is|was|to)\b))"
)
_VERB = (
    r"\b(?:judg(?:ed|es|ing)|rat(?:ed|es|ing)|grad(?:ed|es)|found|finds|assess(?:ed|es)|deemed|class(?:ed|ified)|"
    r"consider(?:ed|s)|marked|scored|awarded|gave|given|received)\b"
)
_JUDGED = re.compile(
    rf"{_VERB}(?P<object>(?:(?!\b(?:judged|rated|graded|found|was|were|is|are)\b)[^.;:]){{0,170}}?)\s(?:to\s+be\s+|as\s+being\s+|as\s+|to\s+|an?\s+|the\s+)?{_GRADE}{_ALONE}",
    re.IGNORECASE,
)
_COPULA = re.compile(
    rf"\b(?:was|were|is|are|remains?|remained|be|being|been|became|become)\s+(?:also\s+|both\s+|all\s+|still\s+|therefore\s+|now\s+|only\s+|again\s+|each\s+){{0,2}}(?!poor|excellent|very){_GRADE}{_ALONE}",
    re.IGNORECASE,
)
_ACTS = re.compile(
    rf"(?P<grade>requir(?:es?|ed|ing)\s+improvement(?:\s+to\s+be\s+good)?|perform(?:s|ed|ing)?\s+(?:well|poorly|adequately|excellently))"
    rf"(?:\s*\((?P<number>[1-4])\))?(?P<graded>)['\"]*{_ALONE}",
    re.IGNORECASE,
)
_NOUN = re.compile(
    rf"\b(?:grade|rating|judge?ment)s?\s+(?:for\s+(?P<object>[^.;,]{{3,80}}?)\s+)?(?:of|was|were|is|are|as)\s+{_GRADE}{_ALONE}",
    re.IGNORECASE,
)
_GRADED_NOUN = re.compile(
    r"\b(?:an?|the|its|your|their|our|with|two|three|and|of|further|as|received|gave|given)\s+(?:overall\s+)?['\"]*"
    rf"(?P<grade>{_LABELS})['\"]*(?P<number>)(?P<graded>)\s+(?:overall\s+)?(?:judge?ment|rating|grade|grading)s?\b(?:\s+(?:for|on)\s+(?P<object>[^.;]{{3,220}}))?",
    re.IGNORECASE,
)
_LIKEWISE = re.compile(
    r"(?:\s+(?:by|in|at|on|last|this|under|following|after)\b[^.;:,]{0,60}?)?[,;]?\s+(?:as\s+(?:were|was|are|is|did|had)|(?:and\s+)?so\s+(?:too\s+)?(?:were|was|are|is|did|does|do|had))\s+(?P<object>[^.;:]{3,220})",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"\b(?:gone|went|moved?|ris(?:en|es)|rose|improved?|up|down|dropp?ed|fallen|fell|slipped|downgraded|upgraded|declined|deteriorated|progressed|changed|raised|lifted)\s+(?:\w+\s+)?from\s+(?:an?\s+(?:rating\s+of\s+)?|being\s+(?:rated\s+)?)?['\"]*(?P<old>{_LABELS})['\"]*\s+to\s+(?:an?\s+|being\s+)?{_GRADE}",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"['\"]*(?:\s+(?:overall|again|now))*,?\s+(?:(?:up|down|improved|risen|raised|fallen|downgraded|a\s+(?:rise|fall|drop|step\s+(?:up|down)))\s+from|having\s+(?:previously\s+|once\s+)?been|compared\s+(?:with|to)|as\s+(?:against|opposed\s+to)|against)\s+(?:an?\s+(?:rating\s+of\s+)?|being\s+(?:rated\s+)?)?['\"]*(?P<old>{_LABELS})\b",
    re.IGNORECASE,
)
_NEXT_NUMBER = re.compile(
    r"\s+and\s+(?P<object>[a-z][^.;:,\d]{3,60})\s+(?P<grade>[1-4])(?P<number>)(?P<graded>)(?=[.,;])", re.IGNORECASE
)
_BARE = re.compile(
    rf"\s+(?:also\s+|both\s+|likewise\s+|all\s+)?(?:as\s+|judged\s+|rated\s+|being\s+)?{_GRADE}{_ALONE}", re.IGNORECASE
)
_UNMEANT = re.compile(
    r"(?:\b(?:no\s+longer|not|never|neither|nor|cannot|yet\s+to|hopes?|want(?:s|ed)?|mean(?:s|t)?\s+(?:us|them|it|to|our|the|its|their|your)|aim(?:s|ed|ing)?|on\s+(?:our|its|the|your|their)\s+way|if|unless|could|(?-i:may)|might|"
    r"expect(?:s|ed)?|until|ambition|towards?|would|should|must|determined|deserve|example|definition|means|so\s+that|in\s+order|from\s+being|can|will|become|becoming)|n't)\b[^.;:,]{0,60}$",
    re.IGNORECASE,
)
_RECALLED = re.compile(
    r"\b(?:will|would|can|could|may|should|must)\s+(?:also\s+|no\s+doubt\s+|well\s+|already\s+)?(?:\w+|be\s+(?:well\s+)?aware|have\s+(?:seen|read|noted))\s+(?:\w+\s+)?(?:that|how)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:\s+(?:in|of|across|at|for|provided\s+by|within|by)\s+(?:the\s+)?(?:[A-Z][\w'-]*|borough|county|city|council|area|authority|children|families|and|young|people|with|upon|on)(?:\s+(?:and|with|upon|on|of|the|[A-Z][\w'-]*))*)?"
    r"(?:,?\s+(?:had|has|have|already|also|been|both|all|was|were|is|are|be|being|overall|themselves|itself|by|Ofsted|inspectors?|therefore|subsequently|then|now|previously|again|still|each|first|last|to|which|who|that|as|not\s+only|continue[sd]?|was\s+inspected[^.;]{0,40}\s+and)\b)*[\s,'\"]*$"
)
_PART_OF = re.compile(
    r"\b(?!(?:effectiveness|performance|experiences?|progress|outcomes|arrangements|judge?ments?|grades?|ratings?|and|but|that|which|while|also|found|judged|rated)\b)[\w']+\s+(?:of|for|in|to|by|with|from|run\s+by|within)\s+(?:the\s+|its\s+|your\s+|our\s+|their\s+)?$",
    re.IGNORECASE,
)
_GIVEN_FOR = re.compile(
    rf"['\"](?P<grade>{_LABELS})['\"],?\s+(?:for|on)\s+(?P<what>[^.;\"]{{3,160}}?)(?=,?\s+and\s+['\"]|,\s+['\"]|[.;]|$)",
    re.IGNORECASE,
)
_GIVING = re.compile(r"\b(?:gave|given|gives|awarded|got|received|rated|judged|graded|scored)\b", re.IGNORECASE)
_FOR_AREA = re.compile(
    r"\W*(?:for|on|in)\s+(?P<object>[^.;,]{3,120}?),?\s+(?:we|it|they|you|the (?:council|authority))\b", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\b(?:the|this|your)\s+(?:local\s+)?(?:borough|council|authority|county|city|town)\s+(?:was|were|had\s+been|has\s+been|is)\s*$",
    re.IGNORECASE,
)
_LAST_ONE = re.compile(
    r"\W*(?:but |and )?(?:the|our|its|your|their) (?:last|latest|previous|current|most recent) (?:one|grade|rating|judge?ment)\b",
    re.IGNORECASE,
)
_LONGEST = 3000  # code points; what is longer is no sentence
_CLAUSE_ENDS = re.compile(r"[;:]\s|,?\s+(?:but|although|though|while|whereas|and\s+that)\s", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:for|in|on)\s+(?P<what>(?:(?!\s(?:in|at|after|by|when)\s)[^.;:]){3,150})", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:^|[,;]\s*|\b(?:and|but|that|when|since|which|as|because)\s+|^(?:in|by|at|during|for|until|throughout|then|last|this|previously|earlier|before)\b(?:\s+[\w-]+){0,4}?\s+)(?P<pronoun>it|they|which|these|this|both)\b[^,;]{0,60}$|\bwhich\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade given to something; the offsets are of the clause's words from what was graded to the grade.

    ``earlier`` says that it was given before the one that the sentence is about ("from good to …").
    """

    area: Area | None
    grade: str
    number: int | None
    start: int
    end: int
    sentence: Sentence
    earlier: bool = False


def read_graded(prose: Prose, sentence: Sentence, before: Sentence | None = None) -> list[Graded]:
    """The grades that a sentence gives.

    Args:
        before: the sentence before it in its paragraph, for what a pronoun stands for.
    """
    found: list[Graded] = []
    if sentence.end - sentence.start > _LONGEST:
        return found
    for pattern in (_JUDGED, _NOUN, _GRADED_NOUN, _NEXT_NUMBER, _ACTS, _COPULA):
        for match in pattern.finditer(prose.plain, sentence.start, sentence.end):
            place = match.span("grade")
            if any(one.start <= place[0] < one.end for one in found) or _is_unmeant(
                prose.plain, sentence, match, place
            ):
                continue
            subjects = _subjects(prose, sentence, match, before, strict=pattern in (_COPULA, _ACTS))
            subjects = _narrowed(prose.plain, match.end(), sentence.end, subjects)
            if pattern is _NEXT_NUMBER and not found:
                continue
            number = next((int(match[key]) for key in ("number", "graded") if match[key]), None)
            for area in subjects:
                first = min(area.start, match.start()) if area and area.start >= sentence.start else match.start()
                found.append(Graded(area, " ".join(match["grade"].split()), number, first, match.end(), sentence))
            if subjects and (like := _LIKEWISE.match(prose.plain, match.end(), sentence.end)):
                for area in areas_in(prose.plain, *like.span("object")):
                    found.append(
                        Graded(area, " ".join(match["grade"].split()), number, match.start(), like.end(), sentence)
                    )
    found = list(_given_for(prose, sentence, found))
    found += _moved(prose, sentence, found)
    if found:
        found += _before(prose.plain, sentence, found)
        found += _beside(prose.plain, sentence, found)
    return sorted(found, key=lambda one: one.end)


def _given_for(prose: Prose, sentence: Sentence, found: Sequence[Graded]) -> Iterator[Graded]:
    """The grades found, and for those in quotation marks what they were given for, in words that are no area's name."""
    giving = _GIVING.search(prose.plain, sentence.start, sentence.end)
    told = list(_GIVEN_FOR.finditer(prose.plain, giving.end(), sentence.end)) if giving else []
    yield from (one for one in found if not any(match.start() <= one.end - 1 <= match.end() for match in told))
    for match in told:
        if _is_unmeant(prose.plain, sentence, match, match.span("grade")):
            continue
        words = " ".join(match["what"].split())
        area = Area(words.casefold(), words, *match.span("what"))
        yield Graded(area, match["grade"], None, match.start(), match.end(), sentence)


def _moved(prose: Prose, sentence: Sentence, found: Sequence[Graded]) -> Iterator[Graded]:
    """The grades of "from inadequate to good", new and old."""
    for match in _MOVED.finditer(prose.plain, sentence.start, sentence.end):
        if any(one.start < match.end() and match.start("old") < one.end for one in found):
            continue
        named = areas_in(prose.plain, sentence.start, match.start())
        area = named[-1] if named else None
        start = area.start if area else match.start()
        for key, earlier in (("grade", False), ("old", True)):
            yield Graded(area, " ".join(match[key].split()), None, start, match.end(key), sentence, earlier)


def _before(plain: str, sentence: Sentence, found: Sequence[Graded]) -> Iterator[Graded]:
    """The grades that stand behind those given, as what was before ("good, up from adequate")."""
    for one in found:
        if match := _FROM.match(plain, one.end, sentence.end):
            old = " ".join(match["old"].split())
            yield Graded(one.area, old, None, one.start, match.end("old"), sentence, earlier=True)


def _beside(plain: str, sentence: Sentence, found: Sequence[Graded]) -> Iterator[Graded]:
    """Grades that stand right behind an area, after one that a verb gives ("…, with leadership good and …")."""
    last = min(found, key=lambda one: one.end)
    for area in areas_in(plain, last.end, sentence.end):
        if any(one.start <= area.start < one.end for one in found):
            continue
        grade = _BARE.match(plain, area.end, sentence.end)
        if grade and re.search(
            r"\b(?:with|and|but|for)\s+(?:the\s+|its\s+|both\s+|your\s+)?$|,\s+(?:the\s+)?$",
            plain[last.end : area.start],
        ):
            yield Graded(area, " ".join(grade["grade"].split()), None, area.start, grade.end(), sentence, last.earlier)


def _is_unmeant(plain: str, sentence: Sentence, match: re.Match[str], place: tuple[int, int]) -> bool:
    """Whether a grade is negated, hoped for, or only named."""
    begin = _clause_start(plain, sentence, place[0])
    before = plain[begin : place[0]]
    return _UNMEANT.search(before) is not None and not _RECALLED.search(before)


def _clause_start(plain: str, sentence: Sentence, at: int) -> int:
    """Where the clause before an offset begins."""
    ends = [found.end() for found in _CLAUSE_ENDS.finditer(plain, sentence.start, at)]
    return ends[-1] if ends else sentence.start


def _subjects(
    prose: Prose, sentence: Sentence, match: re.Match[str], before: Sentence | None, *, strict: bool
) -> Sequence[Area | None]:
    """What was graded: an object behind the verb, else the subject before it, else what a pronoun stands for."""
    plain = prose.plain
    if "object" in match.re.groupindex and match["object"]:
        start, end = match.span("object")
        inside = areas_in(plain, start, end)
        if inside:
            last = inside[-1]
            if others().search(plain, last.end, end):
                return []
            return chain(plain, inside)
        if others().search(plain, start, end):
            return []
    begin = _clause_start(plain, sentence, match.start())
    if (led := _FOR_AREA.match(plain, begin, match.start())) and (inside := areas_in(plain, *led.span("object"))):
        return chain(plain, inside)
    known = areas_in(plain, begin, match.start())
    while known:
        if _FILLER.match(plain[known[-1].end : match.start()] + " ") or (
            not strict and not others().search(plain, known[-1].end, match.start())
        ):
            if _is_part(plain, begin, known[-1]):
                return []
            return chain(plain, known)
        break
    if known and strict:
        return []
    pronoun = _PRONOUN.search(plain[begin : match.start()])
    if pronoun and before is not None:
        named = areas_in(plain, before.start, before.end)
        special = [one for one in named if one.family != OVERALL]
        if special or named:
            return (special or named)[:1]
        return [] if strict else [None]
    if _LAST_ONE.match(plain, begin, match.start()) or (not strict and _WHOLE.search(plain[begin : match.start()])):
        return [None]
    if strict or others().search(plain, begin, match.start()):
        return []
    return [None]


def _narrowed(plain: str, start: int, end: int, subjects: Sequence[Area | None]) -> Sequence[Area | None]:
    """What was graded, where words behind the grade ("… for leadership") say it of the council."""
    behind = _BEHIND.match(plain, start, end)
    if behind is None or any(one and one.family != OVERALL for one in subjects):
        return subjects
    named = [one for one in areas_in(plain, *behind.span("what")) if one.family != OVERALL]
    return named or subjects


def _is_part(plain: str, begin: int, area: Area) -> bool:
    """Whether an area only tells where something else is ("plans for children in care")."""
    return _PART_OF.search(plain[begin : area.start]) is not None


def with_grades(prose: Prose) -> Iterator[tuple[Sentence, list[Graded]]]:
    """Every sentence of a letter with the grades that it gives."""
    before: Sentence | None = None
    for sentence in prose.sentences:
        same = before if before is not None and before.passage == sentence.passage else None
        yield sentence, read_graded(prose, sentence, same)
        before = sentence
