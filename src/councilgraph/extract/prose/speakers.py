"""Who may speak at a place of a text: named people, pronouns, posts, spokespersons, organisations, inspectors."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.mentions import named_between
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.people import People
from councilgraph.extract.prose.posts import read_posts
from councilgraph.extract.prose.verbs import BEFORE, SAYING, alternatives
from councilgraph.extract.words import load

PERSON, ORGANISATION, SPOKESPERSON, INSPECTORATE = "person", "organisation", "spokesperson", "inspectorate"
PRONOUN = "pronoun"
OFSTED = "Ofsted"

_UNNAMED = load("speech")["unnamed"]
_GRAMMAR = load("speech")["grammar"]
_SPOKES = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir)\s+)?(?:[\w'&-]+\s+){0,6}?"
    rf"(?i:{alternatives(_UNNAMED['spokesperson'])})\b"
    rf"(?:\s+(?:for|from|at|of)(?:\s+[\w&'-]+){{1,7}}?(?=\s+(?:(?i:{BEFORE})\s+)*(?:{SAYING})\b|[,.:]))?"
)
_SOURCE = re.compile(
    r"(?<![\w'-])(?:[Aa]n?|[Oo]ne|[Aa]nother)\s+"
    r"(?:Department\s+for\s+[A-Z]\w+\s+)?"
    rf"(?:(?!(?:{alternatives(_GRAMMAR['prepositions'])}|an?|the|and|or|that|who|if)\b)[\w'&-]+\s+){{0,5}}?"
    rf"(?i:{alternatives(_UNNAMED['source'])})(?![\w'-])"
    r"(?:,?\s+(?:close\s+to|at|in|inside|within|from|who|with\s+knowledge\s+of|familiar\s+with)\s+[^.;:\"]{2,70}?)?"
    rf"(?=\s*,?\s+(?:(?i:{BEFORE})\s+)*(?:{SAYING})(?![\w-]))"
)
_INSPECTORS = re.compile(
    rf"(?<![\w-])(?i:{alternatives(_UNNAMED['inspectors'])}"
    r"|(?:the|a|this|its|their)\s+(?:(?!council|scrutiny|minister|commissioner|committee|union|police|peer|annual|auditor)\w+\s+){0,2}(?:report|inspectors|document|findings|authors))(?![\w-])(?!'s\s)"
)
_BOSSES = re.compile(
    rf"(?<![\w-])(?i:(?:the\s+)?(?:{alternatives(_UNNAMED['bosses'])}))(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){{0,3}})?(?![\w-])(?!'s\s)"
)
_EPITHET = re.compile(
    rf"(?<![\w-])[Tt]he\s+(?:(?:[Ll]abour|[Cc]onservative|[Tt]ory|[Ll]iberal\s+[Dd]emocrat|[Ll]ib\s+[Dd]em|[Gg]reen|[Ii]ndependent|\d\d-year-old|[\w-]+\s+ward)\s+)?(?i:{alternatives(_UNNAMED['epithets'])})(?![\w'-])"
    rf"(?:\s+(?:for|of|from)\s+(?:the\s+)?[\w' &-]{{2,40}}?)?(?=\s*,|\s+(?:(?i:{BEFORE})\s+){{0,2}}(?:{SAYING})(?![\w-])|\.)"
)
_APPOSED = re.compile(r"(?:\s*\([^()]{1,40}\))?,\s+(?:who\s+is\s+)?(?:also\s+)?(?:the\s+|an?\s+)?(?:council's\s+)?$")
_COUNCIL = re.compile(
    rf"(?<![\w-])(?i:{alternatives(_UNNAMED['council'])})(?![\w-])(?!'s\s)"
    r"(?!\s+(?:leader|spokes|boss|chief|committee|meeting))"
)
_DEPARTMENT = re.compile(rf"(?<![\w-])(?i:{alternatives(_UNNAMED['department'])})(?![\w-])(?!'s\s)")
_GOVERNMENT = re.compile(rf"(?<![\w-])(?i:{alternatives(_UNNAMED['government'])})(?![\w-])(?!'s\s)(?!-)")
_GROUPS = re.compile(rf"(?<![\w-])(?i:{alternatives(_UNNAMED['groups'])})(?![\w-])(?!'s\s)")
_PRONOUNS = re.compile(
    rf"(?<![\w-])(?:(?:[Hh]is|[Hh]er)\s+(?:{alternatives(_GRAMMAR['papers'])})"
    r"|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]ho|which|[Tt]he partners)(?![\w'-])"
)
_BODY = re.compile(
    rf"(?<![\w-])(?:[A-Z][\w'&-]*\s+(?:(?:and|of|for|the)\s+)?){{1,6}}(?:{alternatives(_GRAMMAR['bodies'])})\b"
    r"|(?<![\w-])(?:[A-Z][\w'&-]*\s+){0,3}(?:Association|Institute|Society|Federation|Royal College|College|Centre|Campaign|Confederation|Foundation|Commission|Union|Network|Fellowship|Office)\s+(?:of|for)\s+[A-Z][\w'&-]*(?:\s+(?:(?:and|of|for|in)\s+)?[A-Z][\w'&-]*){0,5}"
    rf"|(?<![\w-])(?:[Tt]he\s+)?(?:{alternatives(_GRAMMAR['names'])})\b(?!'s)"
)
_TOLD_BY = re.compile(
    r"(?<!\w)[Aa]ccording\s+to\s+(?:the\s+)?(?P<body>[A-Z][\w'&-]*(?:\s+(?:(?:and|of|for)\s+)?[A-Z][\w'&-]*){1,6})(?=[,.]|\s+(?:which|who|and|-)\b)"
)
_DEPARTMENT_NAMES = (
    (re.compile(r"(?i)department for children, schools|dcsf"), "Department for Children, Schools and Families"),
    (re.compile(r"(?i)education and skills|dfes"), "Department for Education and Skills"),
)
_OFSTED = re.compile(r"(?i)ofsted|watchdog|inspectorate|regulator")
_OTHERS = re.compile(rf"(?i)\b(?:{alternatives(_GRAMMAR['others'])})\b")
_DEPARTMENTS = re.compile(rf"(?i)\b(?:{alternatives(_GRAMMAR['departments'])})\b")
_OFFICES = frozenset({"cabinet-member", "council-leader", "elected-mayor", "director"})
_NEAR = 400  # code points between a name and the office alone
_COMPOUND = re.compile(
    r"\s+(?:reviews?|reviewers?|challenges?|assessments?|inspections?|audits?|visits?|groups?|support)\b"
)
_FORMER = re.compile(r"(?<![\w-])(?:[Aa]|[Aa]n|[Oo]ne|[Aa]nother|[Tt]he)\s+$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody named or meant at a place: ``name`` as claims give it, or a pronoun's words; ``capacity`` the role."""

    start: int
    end: int
    name: str
    kind: str
    capacity: str | None = None
    council: str | None = None
    person: int | None = None


class Speakers:
    """All who may speak in a document, in order of their places, a later one never inside an earlier."""

    def __init__(self, prose: Prose, people: People, councils: Councils) -> None:
        found = [
            speaker
            for read in (_people, _spokes, _sources, _posts, _bodies)
            for speaker in read(prose, people, councils)
        ]
        order = {PERSON: 0, SPOKESPERSON: 1, INSPECTORATE: 2, ORGANISATION: 3, PRONOUN: 4}
        self.all: list[Speaker] = []
        taken = -1
        for speaker in sorted(found, key=lambda s: (s.start, order[s.kind], -s.end)):
            if speaker.start >= taken:
                self.all.append(speaker)
                taken = speaker.end
            elif self.all and order[speaker.kind] < order[self.all[-1].kind] and speaker.end >= self.all[-1].end:
                self.all[-1] = speaker
                taken = speaker.end
        self._starts = [speaker.start for speaker in self.all]

    def between(self, start: int, end: int) -> list[Speaker]:
        """Those who begin between two offsets."""
        return self.all[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]


def _people(prose: Prose, people: People, councils: Councils) -> Iterator[Speaker]:
    """People by name."""
    for name in people.names:
        person = people.persons[name.person]
        yield Speaker(name.first, name.last, person.name, PERSON, person.role, None, name.person)


def _posts(prose: Prose, people: People, councils: Councils) -> Iterator[Speaker]:
    """People by their posts alone, such as "the executive member" or "a former chief inspector"."""
    for passage in prose.passages:
        for post in read_posts(prose.plain, passage.start, passage.end):
            opening = _FORMER.search(prose.plain, max(passage.start, post.start - 8), post.start)
            start = opening.start() if opening else post.start
            words = post.words(prose.plain)
            if _EPITHET.match(prose.plain, start) or _COMPOUND.match(prose.plain, post.end):
                continue
            inspects = post.type == "inspector" and "former" not in words.casefold()
            if inspects or "spokes" in words.casefold():
                continue
            definite = opening is None or opening[0].strip().casefold() == "the"
            person = _apposed(prose, people, start) if definite else None
            if person is None and definite:
                person = people.holder(words, post.start)
            if person is None and definite and post.type in _OFFICES:
                person = _unposted(people, start)
            if person is not None:
                yield Speaker(
                    start, post.end, people.persons[person].name, PERSON, people.persons[person].role, None, person
                )
            else:
                yield Speaker(start, post.end, words, PERSON, words)


def _apposed(prose: Prose, people: People, start: int) -> int | None:
    """Whom a post means that stands behind a name and a comma: "Una Flint (Lab), leader of the council"."""
    index = bisect_left(people.names, start, key=lambda name: name.start) - 1
    if index < 0:
        return None
    before = people.names[index]
    return before.person if _APPOSED.fullmatch(prose.plain, before.end, start) else None


def _unposted(people: People, start: int) -> int | None:
    """Whom an office means that nobody is said to hold: the one named last before it, where no post of theirs is told."""
    index = bisect_left(people.names, start, key=lambda name: name.start) - 1
    if index < 0 or start - people.names[index].last > _NEAR:
        return None
    number = people.names[index].person
    role = (people.persons[number].role or "councillor").casefold()
    return number if role in ("cllr", "councillor") else None


def _spokes(prose: Prose, people: People, councils: Councils) -> Iterator[Speaker]:
    """Unnamed spokespersons."""
    for found in prose.find(_SPOKES):
        words = " ".join(found[0].split())
        begin = max(found[0].rfind(","), found[0].rfind('"')) + 1
        start = found.start() + begin
        named = named_between(councils, start, found.end())
        council = named[-1].council if named else None
        if _OFSTED.search(words):
            yield Speaker(start, found.end(), OFSTED, SPOKESPERSON, "spokesperson")
        elif _DEPARTMENTS.search(words):
            yield Speaker(start, found.end(), _department(words), SPOKESPERSON, "spokesperson")
        elif (other := _OTHERS.search(words)) and council is None and "council" not in words.casefold():
            body = _BODY.search(words)
            yield Speaker(start, found.end(), _bare(body[0] if body else other[0]), SPOKESPERSON, "spokesperson")
        else:
            yield Speaker(start, found.end(), "council spokesperson", SPOKESPERSON, "council spokesperson", council)


def _sources(prose: Prose, people: People, councils: Councils) -> Iterator[Speaker]:
    """Those of whom only a trade or a place is told, such as "a source at the town hall"."""
    for found in prose.find(_SOURCE):
        words = _bare(found[0])
        named = named_between(councils, found.start(), found.end())
        council = named[-1].council if named else None
        name = OFSTED if _OFSTED.search(words) else _department(words) if _DEPARTMENTS.search(words) else words
        yield Speaker(found.start(), found.end(), name, SPOKESPERSON, words, council)


def _bodies(prose: Prose, people: People, councils: Councils) -> Iterator[Speaker]:
    """Organisations, inspectors, groups and pronouns."""
    plain = prose.plain
    for name in councils.names:
        if prose.sentence_at(name.start) and not name.compared:
            yield Speaker(_article(plain, name.start), name.end, name.council, ORGANISATION, None, name.council)
    for found in prose.find(_COUNCIL):
        council = councils.at(found.end() - 1) or councils.main
        yield Speaker(found.start(), found.end(), council or " ".join(found[0].split()), ORGANISATION, None, council)
    for found in prose.find(_BOSSES):
        council = councils.at(found.end() - 1) or councils.main
        yield Speaker(found.start(), found.end(), council or " ".join(found[0].split()), ORGANISATION, None, council)
    for found in prose.find(_EPITHET):
        yield Speaker(found.start(), found.end(), "he", PRONOUN)
    for found in prose.find(_INSPECTORS):
        yield Speaker(found.start(), found.end(), OFSTED, INSPECTORATE)
    for found in prose.find(_DEPARTMENT):
        yield Speaker(found.start(), found.end(), _department(found[0]), ORGANISATION)
    for found in prose.find(_GOVERNMENT):
        yield Speaker(
            found.start(), found.end(), "Government" if "overnment" in found[0] else _bare(found[0]), ORGANISATION
        )
    for found in prose.find(_BODY):
        yield Speaker(_article(plain, found.start()), found.end(), _bare(found[0]), ORGANISATION)
    for found in prose.find(_TOLD_BY):
        yield Speaker(found.start("body"), found.end("body"), _bare(found["body"]), ORGANISATION)
    for found in prose.find(_GROUPS):
        yield Speaker(found.start(), found.end(), _bare(found[0]), ORGANISATION)
    for found in prose.find(_PRONOUNS):
        yield Speaker(found.start(), found.end(), found[0].casefold(), PRONOUN)


def _article(plain: str, start: int) -> int:
    return start - 4 if plain[max(0, start - 4) : start] in ("the ", "The ") else start


def _bare(words: str) -> str:
    """Without the article."""
    return re.sub(r"^(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)\s+", "", " ".join(words.split()))


def _department(words: str) -> str:
    """A department's name; the one of the day where only "the department" is said."""
    return next((name for pattern, name in _DEPARTMENT_NAMES if pattern.search(words)), "Department for Education")
