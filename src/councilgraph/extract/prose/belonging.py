"""What a grade belongs to: the areas it was given for, the councils that have it, the time of its inspection."""

import re
from collections.abc import Sequence
from itertools import pairwise

from councilgraph.extract.prose.areas import OVERALL, Area, find_areas
from councilgraph.extract.prose.given import Case
from councilgraph.extract.prose.grade_words import find_words
from councilgraph.extract.prose.graded import subject_of
from councilgraph.extract.prose.grading_signs import MOVED_TO
from councilgraph.extract.prose.meant import by_words, in_turn
from councilgraph.extract.prose.passages import Sentence
from councilgraph.extract.prose.standing import CouncilName
from councilgraph.extract.prose.times import Time, times


def areas_of(case: Case, following: int, before: Sentence | None) -> list[Area]:
    """What a grade is for: areas that follow it after "for" or "in", or that are its subject.

    Args:
        following: offset where the next grade word begins, or the sentence ends.
        before: the sentence before.
    """
    text, word = case.prose.plain, case.word
    tail = _tail(case, following)
    subject = _subject(case)
    opening = OPENING.match(text, case.sentence.start, word.start)
    if opening and case.begin == case.sentence.start and subject:
        first = [area for area in case.areas if area.start == opening.end()]
        if first and subject[-1].family == OVERALL and subject[0] is not first[0]:
            return first
        if (
            first
            and subject[0] is first[0]
            and any(re.search(r",|\band\b", text[a.end : b.start]) for a, b in pairwise(subject))
        ):
            return subject
    special = [area for area in tail if area.family != OVERALL]
    own = [area for area in subject if area.family != OVERALL]
    if special and own and _ALONG_WITH.fullmatch(text, word.end, tail[0].start):
        return [*own, *special]
    if special:
        by_colon = COLON.fullmatch(text, word.end, tail[0].start) and len(tail) > 2
        return tail if by_colon else [area for area in tail if area in special or _is_overall(text, area)]
    if any(_is_overall(text, area) for area in tail):
        return own if own and _JUDGED.fullmatch(text, own[-1].end, word.start) else tail[:1]
    led = _LED.search(text, case.begin, subject[0].start) if subject else None
    if led and all(area.family == OVERALL for area in subject):
        return [Area("leaders", led[1], *led.span(1))]
    services = [area for area in case.areas if area.family != OVERALL and area.end <= word.start]
    where = [area for area in services if _WHERE.match(text, area.end, word.start)]
    parts = [area for area in services if _PART.search(text, area.end, word.start)]
    if not tail and _THE_REST.match(text, word.end):
        return []
    if not services and (service := _named_service(case)):
        return [service]
    named = own or where[-1:] or parts[-1:] or _meant(case, before) or _of_first(case)
    return named or tail[:1] or subject[:1]


def _of_first(case: Case) -> list[Area]:
    """The areas of the grade before, where this one is only what it moved to, or what "it" had before."""
    text, begin = case.prose.plain, case.begin
    gap = text[begin : case.word.start]
    if begin == case.sentence.start or not (MOVED_TO.fullmatch(gap) or _IT_HAD.search(gap)):
        return []
    first = [area for area in case.areas if area.end <= begin]
    return joined(text, [area for area in first if area.family != OVERALL][-1:])


def _named_service(case: Case) -> Area | None:
    """A service that no framework has a label for, where it is what was found or judged to be good."""
    before = case.prose.plain[case.sentence.start : case.word.start]
    clause = subject_of(before.rstrip("'\" ")) if _FOUND.search(before) else None
    found = _SERVICE.fullmatch(before[clause[0] : clause[1]].strip()) if clause else None
    if clause is None or found is None:
        return None
    start = case.sentence.start + clause[0] + found.start("what")
    if any(start <= area.start < start + len(found["what"]) for area in case.areas):
        return None
    return Area("service", " ".join(found["what"].split()), start, case.sentence.start + clause[1])


def _tail(case: Case, following: int) -> list[Area]:
    """The areas behind a grade."""
    text = case.prose.plain
    tail: list[Area] = []
    meant = _RANK.match(text, case.word.end, following)
    position = meant.end() if meant else case.word.end
    for area in case.areas:
        if not position <= area.start < following:
            continue
        gap = text[position : area.start]
        if not (
            JOINED.fullmatch(gap)
            if tail
            else AFTER.fullmatch(gap) or COLON.fullmatch(gap) or _ALONG_WITH.fullmatch(gap)
        ):
            break
        tail.append(area)
        position = area.end
    return tail


def _subject(case: Case) -> list[Area]:
    """The areas before a grade that belong together."""
    subject: list[Area] = []
    for area in reversed([a for a in case.areas if case.begin <= a.start and a.end <= case.word.start]):
        gap = case.prose.plain[area.end : subject[0].start if subject else case.word.start]
        if ";" in gap or (subject and not JOINED.fullmatch(gap)):
            break
        if not subject and area.family == "leaders" and area.printed.casefold() in _PERSONS and _VERB.search(gap):
            break
        subject.insert(0, area)
    return subject


def _is_overall(text: str, area: Area) -> bool:
    return text[area.start : area.end].casefold() in ("overall", "overall effectiveness")


def joined(text: str, areas: Sequence[Area]) -> list[Area]:
    """The first of some areas, with those that commas and "and" join to it."""
    group = list(areas[:1])
    for area in areas[1:]:
        gap = text[group[-1].end : area.start]
        if ";" in gap or not JOINED.fullmatch(gap):
            break
        group.append(area)
    return group


def _meant(case: Case, before: Sentence | None) -> list[Area]:
    """The service with inspections of its own that "it" means at the head of a sentence: named in the one before."""
    text, sentence = case.prose.plain, case.sentence
    opens = _IT.match(text, sentence.start) or _FOR_THEM.match(text, sentence.start)
    if before is None or not (opens or _THAT_PART.match(text, sentence.start)) or before.passage != sentence.passage:
        return []
    named = find_areas(text, before.start, before.end)
    if _THAT_PART.match(text, sentence.start):
        return [area for area in named if area.family != OVERALL][-1:]
    return [area for area in named if area.family in _SERVICES or _FOR_THEM.match(text, sentence.start)][:1]


def councils_of(case: Case, following: int) -> list[str]:
    """The councils that have a grade: those listed before it or after it, else the one that is spoken of."""
    sentence, word = case.sentence, case.word
    before = case.councils.inside(sentence.start, word.start)
    if case.councils.is_compared(before[-1].start if before else sentence.start, word.start):
        return []  # a neighbour, named for comparison
    text = case.prose.plain
    places = [one.start for one in find_words(case.prose, sentence.start, sentence.end)]
    if turn := in_turn(text, sentence, before, places, word.start):
        return [turn]
    group = joined_names(text, before[::-1])
    if len(group) > 1 and not re.search(r"[;.]", text[before[-1].end : word.start]):
        return group[::-1]
    if not before and (after := [name for name in case.names_after() if name.start < following]):
        return joined_names(text, after)
    if not before and (stood_for := by_words(case.prose, case.councils, sentence, sentence.start, word.start)):
        return stood_for
    one = case.councils.at(word.start)
    if not before and (meant := _IT_IS.search(text, sentence.start, word.start)):
        one = case.councils.spoken_of(meant.start()) or one
    return [one] if one else []


def joined_names(text: str, names: Sequence[CouncilName]) -> list[str]:
    """The first of some councils, with those that commas and "and" join to it, one after the other."""
    group = list(names[:1])
    for name in names[1:]:
        first, last = sorted((group[-1], name), key=lambda one: one.start)
        if not _BETWEEN_NAMES.fullmatch(text, first.end, last.start):
            break
        group.append(name)
    return list(dict.fromkeys(name.council for name in group))


def time_of(case: Case, following: int, published: str | None) -> Time | None:
    """The time named nearest to a grade, in its part of the sentence."""
    sentence, begin, word = case.sentence, case.begin, case.word
    found = [time for time in times(case.prose, sentence.start, sentence.end, published) if _dates(case, time)]
    if begin > sentence.start:
        # "… good in 2014, inadequate": a time right behind the grade before is that one's.
        behind = any(0 <= t.first - word.end < 6 for t in found)
        found = [t for t in found if not begin <= t.first <= begin + 6 or (word.start - t.last < 6 and not behind)]
    found = [time for time in found if not _is_of_the_one_before(case, time)]
    near = [time for time in found if begin <= time.first and time.last <= following]
    if begin > sentence.start and any(t.first >= word.end for t in near):
        # "… in 2018, and good in 2015": what stands before the joint is the other grade's.
        near = [t for t in near if t.first >= word.end or not _JOINT.search(case.prose.plain, t.last, word.start)]
    if not near and begin == sentence.start and following == sentence.end:
        near = found
    if not near and begin > sentence.start and is_joined(case):
        near = [time for time in found if time.last <= begin]
    return min(near, key=lambda t: min(abs(t.first - word.end), abs(word.start - t.last)), default=None)


def _is_of_the_one_before(case: Case, time: Time) -> bool:
    """Whether a time ends the clause of the grade before ("inadequate only two years ago, it is now good")."""
    if not case.sentence.start < case.begin <= time.first < case.word.start:
        return False
    text = case.prose.plain
    return not _PARTS_CLAUSES.search(text, case.begin, time.first) and bool(
        _PARTS_CLAUSES.search(text, time.last, case.word.start)
    )


def is_joined(case: Case) -> bool:
    """Whether a grade is only joined to the one before ("in 2015 it was good, but inadequate for adoption")."""
    gap = case.prose.plain[case.begin : case.word.start]
    return _COORDINATED.fullmatch(gap) is not None and not case.councils.inside(case.begin, case.word.start)


def _dates(case: Case, time: Time) -> bool:
    """Whether a time can be a grade's: not when something else began, as in "has declined since 2015"."""
    text, word = case.prose.plain, case.word
    if time.last < word.start:
        inserted = _RELATIVE.search(text, case.sentence.start, time.first)
        if inserted and _CLOSED.match(text, time.last, word.start):
            return False  # "Northmere, where a trust was set up in 2014, was rated …"
        since = _SINCE.search(text, max(0, time.first - 30), time.last)
        return since is None or text[time.last : time.last + 6] == ", when"
    if _PLACED.search(text, word.end, time.first):
        return False  # "rated good, as was Northmere, where a trust was set up in 2014"
    if ALSO_REACHED.search(text, word.end, time.first) or _SINCE.search(text, word.end, time.first):
        return False
    return _ON_FROM.search(text, time.first, time.last) is None


_SERVICES = ("adoption", "fostering", "private-fostering")
AFTER = re.compile(
    r"['\"]*\s*(?:(?:overall|grade|grades|rating|ratings|judgement|judgment|verdict|mark|standard|both|and|only|just|merely)\s+)*(?:,\s*)?(?:for|in|on|at|over|across|when it comes to|with regard to|of|regarding|by the inspectors for|by Ofsted for|by inspectors for|by the watchdog for|from (?:Ofsted|inspectors|the watchdog|the inspectorate) (?:for|in|on)|in respect of|as far as|in terms of|where|when judged on|on the question of|in relation to|concerning|this time for|once again for|again for)\s+(?:both\s+)?(?:the\s+quality\s+of\s+)?(?:(?:the|its|their|how\s+it|work\s+(?:with|on|in)|services\s+(?:for|to)|support\s+for|provision\s+for|care\s+of|performance\s+(?:on|in)|way\s+(?:that\s+)?(?:it|they)\s+(?:\w+s?)|how\s+(?:well\s+)?(?:it|they)\s+\w+|help\s+(?:given\s+)?(?:to|for)|sub-judgements?\s+(?:for|on)|judgements?\s+(?:for|on))\s+){0,3}['\"]?|['\"]*\s*",
    re.IGNORECASE,
)
COLON = re.compile(r"['\",\s]*(?:[\w ,]{0,40})[:-]\s*(?:the\s+|its\s+|their\s+)?", re.IGNORECASE)
JOINED = re.compile(
    r"['\"]?(?:\s+(?:as a whole|generally|in general|alike))?(?:,|;)?\s*(?:and|as well as|plus|or|along with|together with|and also|but also)?\s*(?:for|in|on|at|of|to)?\s*(?:both\s+)?(?:the|its|their)?\s*['\"]?",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"(?:For|In|On|As for|As to|When it comes to|When it came to|With regard to|As regards)\s+(?:the\s+(?!exp|imp)|its\s+|their\s+)?"
)
_ALONG_WITH = re.compile(
    r"['\",\s]*(?:along with|as well as|together with|and so (?:is|are|was|were|did|does)|as (?:is|are|was|were|did|does))\s+(?:the\s+|its\s+|their\s+)?",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"(?:'s?)?(?:\s+(?:services?|work|team|department))*\s+(?:was|were|is|are|has been|have been)\s+(?:(?:judged|rated|found|graded|deemed|to|be|as)\s+)*['\"]?",
    re.IGNORECASE,
)
_IT_HAD = re.compile(
    r"\b(?:after|when|since|before|until|because|where|as)\b[^;:]{0,40}\b(?:it|they)\s+(?:was|were|had)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r",\s+(?:and|but|while|then)\b|;")
_COORDINATED = re.compile(
    r"(?:(?!\b(?:now|today|currently|this time|since|then|later|before|latest|again|still|became|becomes|up|down|to|rose|fell)\b)[^;:.])*?\b(?:and|but|with|yet|though|although)\b(?:(?!\b(?:now|today|currently|this time|since|then|later|before|latest|again|still|became|becomes)\b)[^;:.]){0,40}",
    re.IGNORECASE,
)
_PARTS_CLAUSES = re.compile(r"[,;:]|\b(?:and|but|while|then|before|now|to)\b")
_RELATIVE = re.compile(r",\s+(?:where|which|who|whose|whom)\b[^,;]*$")
_PLACED = re.compile(r",\s+(?:where|whose|who|whom)\b[^,;]*$")
_CLOSED = re.compile(r"[^,;]{0,30},")
_THE_REST = re.compile(
    r"['\"]*\s+(?:for|in|on|at)\s+(?:all\s+)?(?:the\s+)?(?:rest|remainder|others|everything else|all else|all the others)\b",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:found|singled out|hailed|judged|rated|graded|deemed|marked|pronounced|considered)\b[^,;]{0,20}$",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"(?:[\w' -]{3,60}?'s?\s+)?(?:the\s+|its\s+|their\s+)?(?P<what>(?:[\w-]+\s+){0,2}?(?:help|support|care|services?|provision|arrangements|protection|safeguarding|work)\s+(?:given\s+|offered\s+|provided\s+)?(?:for|with|to|of|on)\s+[\w'-]+(?:\s+[\w'-]+){0,9})\s*",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"['\"]?\s*(?:,|-|\()\s*(?:the|its|their|Ofsted's|an?)\s+(?:[\w'-]+\s+){1,3}?(?:grade|mark|rating|judge?ment|category|score|level|verdict)s?(?:\s+(?:available|possible|of all|there is|on offer|on the scale|of four|of the four))?\s*(?:,|-|\))",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(leaders|leadership|management|managers|bosses)\s+(?:of|at|in|across)\s+(?:the\s+)?(?:[\w'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_PERSONS = ("leaders", "leaders and managers", "managers and leaders")
_VERB = re.compile(
    r"\b(?!(?:are|is|was|were|been|be|being|as|to|also|now|too|both|all|rated|judged|graded|deemed|found|described|marked|declared|considered|called|said|themselves|at|the|and|of|its|a|an|again|still|each|labelled|branded|classed)\b)\w{3,}",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:that|this|which)\s+(?:part|side|arm|area|aspect|element|bit)\b|\b(?:a|the)\s+service\s+(?:that|which)\s",
    re.IGNORECASE,
)
_WHERE = re.compile(r",\s+(?:where|which|for which|in which)\b")
_THAT_PART = re.compile(
    r"(?:That|This)\s+(?:part|area|side|strand|aspect|element|arm|category|heading|one|corner)\b|(?:Here|There),?\s+(?:the|it|inspectors)\b"
)
_FOR_THEM = re.compile(
    r"(?:The\s+|Its\s+|Their\s+)?(?:[Ss]ervices?|[Ss]upport|[Hh]elp|[Cc]are|[Ww]ork|[Pp]rovision)\s+(?:for|with|of|to)\s+(?:them|these|those|this group|such children)\b"
)
_IT = re.compile(r"(?:It|They|This|The service)\b")
_IT_IS = re.compile(r"\b(?:it|its|they|their|the\s+(?:council|authority))\b", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"(?:'s)?,?\s+(?:and\s+|both\s+|joins?\s+|(?:has |have )?joined\s+)?(?:the\s+)?")
ALSO_REACHED = re.compile(
    r",\s+(?:the|a)\s+(?:same\s+)?(?:verdict|grade|rating|judgement|judgment|mark)\s+(?:it|they|inspectors|Ofsted)\s+(?:had\s+)?(?:also\s+|already\s+)?(?:had\s+)?(?:reached|gave|given|received|got|came to)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|until|before|same as|as in|than in)\b[^,;:.]*$|\bby\s+(?!Ofsted\b|[Ii]nspectors?\b|the\b)\w+\s*\w*$",
    re.IGNORECASE,
)
_ON_FROM = re.compile(r"\bon\s+from$|\b(?:earlier|before|previously)$", re.IGNORECASE)
