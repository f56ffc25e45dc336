"""Names with the posts that stand beside them, and the persons that these make.

A name counts as a person's where a post, a party in brackets or a councillor's title stands beside it, or where its
bearer speaks. A title and surname, or a surname alone, is the person of that surname who was named last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.names import Name, read_names
from councilgraph.extract.prose.passages import CAPTION, HEADING, HEADLINE, PULL_QUOTE, Prose
from councilgraph.extract.prose.posts import Post, department, is_interim, rank, read_posts
from councilgraph.extract.prose.verbs import SPEAKS, SPOKEN
from councilgraph.extract.words import load

_PARTIES = "|".join(re.escape(p) for p in sorted(load("names")["parties"], key=len, reverse=True))
_BRACKETS = re.compile(
    rf"\s*\(\s*(?:(?P<party>{_PARTIES})(?:\s*[,:;/-]\s*(?P<ward>[^()]{{1,60}}))?"
    rf"|(?P<place>[^()]{{2,50}}?)[,:]?\s+(?P<last>{_PARTIES}))\s*\)"
)
_PARTY_BEFORE = re.compile(rf"(?<![\w-])(?P<party>{_PARTIES})(?:'s)?\s+(?:[\w'-]+\s+){{0,3}}$")
_MP_AFTER = re.compile(r",?\s+MP\b")
_SEAT_BEFORE = re.compile(r"(?:[A-Z][\w'-]*,?\s+(?:(?:and|upon|of|the|on|under)\s+)?){1,6}$")
_SEAT_AFTER = re.compile(r"\bMP\s+for\s+(?P<seat>.+)$")
_DETERMINER = re.compile(r"(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Ff]ellow)\s+$")
_APPOSITION = re.compile(
    r"(?:\s*,\s*|\s+(?=[A-Z])|\s*,?\s+(?=(?:who|is|was|as|became|becomes|remains)\b))"
    r"(?:who\s+)?(?:(?:is|was|became|becomes|has\s+been|had\s+been|remains|as)\s+)?(?:currently\s+|also\s+|now\s+|both\s+)?"
    r"(?:the\s+|its\s+|their\s+|an?\s+|his\s+|her\s+|our\s+|one\s+of\s+)?(?:\d\d,\s+)?"
    r"(?:[\w&-]+(?:\s+[\w&-]+){0,5}?(?:'s|s')\s+)?(?:[A-Z][\w&-]*\s+){0,5}(?:first\s+|most\s+senior\s+|two\s+)?"
)
_MADE = re.compile(
    r"\b(?:as|becomes?|became|become|appointed|named|made|is|was|been)\s+(?:the\s+|its\s+|their\s+|an?\s+|his\s+|her\s+|our\s+)?(?:[\w-]+(?:'s|s')\s+)?$"
)
_JOINED = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*;\s*|\s*/\s*)(?:also\s+)?(?:the\s+|its\s+)?")
_AND = re.compile(r"\s+and\s+(?:the\s+)?|\s*/\s*")
_BEFORE_NAME = re.compile(r"\s+|\s*,\s+|\s*:\s+|\s+-\s+")
_LEFT = re.compile(r"\b(?:minded to|proposed|nominated|preferred candidate|set to|due to|expected to)\b")
_VERB = re.compile(r"\s+(?:has|had|have|is|was|will|would|who|did|does|went|also|and)\b|\s*,|'s\b|$")
_BODY = re.compile(
    r"(?:[A-Z][\w'&-]*\s+(?:(?:and|of|for|with)\s+)?){0,6}(?:Trust|Board|Partnership|Company|Foundation|Association|Union|Charity)\b"
)
_OF_BODY = re.compile(
    r"\b(?:of|at|for|with)\s+(?:the\s+)?(?P<body>[A-Z][\w'&-]*(?:\s+(?:(?:and|of|for|&)\s+)?[A-Z][\w'&-]*){0,7})"
)
_OFFICES = (
    "cabinet-member",
    "council-leader",
    "elected-mayor",
    "director",
    "other-council-officer",
    "council-spokesperson",
)
_FAR = 120  # code points between a name and "as" with a post


@dataclass(slots=True)
class Mention:
    """A name at a place, with the posts bound to it there; ``first`` and ``last`` hold both."""

    name: Name
    first: int
    last: int
    posts: list[Post] = field(default_factory=list)
    party: str | None = None
    brackets: str | None = None
    seat: str | None = None
    speaks: bool = False
    proposed: bool = False
    words: list[str] = field(default_factory=list)
    person: "Person | None" = None

    @property
    def personal(self) -> bool:
        """Whether what stands around the name shows that it is a person's."""
        return bool(self.posts or self.party or self.seat or self.speaks or self.name.councillor)


@dataclass(slots=True)
class Person:
    """A person of a document."""

    name: str
    words: tuple[str, ...]
    role: str | None = None
    role_type: str = "other"
    organisation: str | None = None
    constituency: str | None = None
    party: str | None = None
    interim: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def read_persons(prose: Prose, councils: Councils) -> tuple[list[Person], list[Mention]]:
    """The persons of a document, and every mention of one, in order."""
    mentions = [
        mention for start, end, kind in _regions(prose) for mention in _mentions(prose, councils, start, end, kind)
    ]
    persons: list[Person] = []
    for mention in mentions:
        if mention.name.full and mention.personal:
            _join(persons, mention)
    for mention in mentions:
        if mention.person is None and (person := _meant(prose, persons, mentions, mention)):
            mention.person = person
            person.mentions.append(mention)
        elif mention.person is None and mention.name.councillor and (mention.speaks or mention.posts):
            _join(persons, mention)
    for person in persons:
        person.mentions.sort(key=lambda m: m.first)
        _describe(prose, councils, person)
    return persons, [mention for mention in mentions if mention.person]


def _regions(prose: Prose) -> Iterator[tuple[int, int, str]]:
    """Where people are named: all passages but headlines, and the line below a pull quote."""
    for passage in prose.passages:
        if passage.kind not in (HEADLINE, HEADING):
            yield passage.start, passage.end, passage.kind
        if passage.speaker:
            start = prose.reading.text.find(passage.speaker.split("\n")[0], passage.end, passage.end + 400)
            if start >= 0:
                yield start, start + len(passage.speaker), PULL_QUOTE


def _mentions(prose: Prose, councils: Councils, start: int, end: int, kind: str) -> list[Mention]:
    """The names of a region with the posts beside them."""
    plain = prose.plain
    posts = list(read_posts(plain, start, end))
    named = [(n.start, n.end) for n in councils.names if n.start < end and n.end > start]
    taken = sorted([*named, *((post.start, post.end) for post in posts)])
    names = list(read_names(plain, start, end, taken))
    begins = {name.begin for name in names}
    free = [post for post in posts]
    found: list[Mention] = []
    for index, name in enumerate(names):
        limit = names[index + 1].begin if index + 1 < len(names) else end
        mention = Mention(name, name.begin, name.end)
        found.append(mention)
        _bind_after(plain, mention, free, limit, begins)
        _bind_before(plain, mention, free, start)
        if not mention.posts:
            _bind_made(plain, mention, free, limit, prose)
        sentence = prose.sentence_at(name.start)
        if mention.posts and sentence:
            mention.proposed = bool(_LEFT.search(plain, sentence.start, max(name.start, mention.posts[-1].start)))
        if bracket := _BRACKETS.match(plain, mention.last, end) or _BRACKETS.match(plain, name.end, end):
            mention.party = bracket["party"] or bracket["last"]
            mention.brackets = bracket[0].strip()
            mention.last = max(mention.last, bracket.end())
        elif party := _PARTY_BEFORE.search(plain, max(start, mention.first - 60), name.begin):
            mention.party = party["party"] if name.councillor or mention.posts else None
        mention.speaks = bool(
            SPEAKS.match(plain, mention.last, end)
            or SPOKEN.search(plain, max(start, mention.first - 40), mention.first)
        )
        mention.speaks = mention.speaks or kind == PULL_QUOTE
        if kind == CAPTION and name.councillor:
            mention.speaks = True
    return found


def _bind_after(plain: str, mention: Mention, free: list[Post], limit: int, begins: set[int]) -> None:
    """Bind the posts in apposition behind a name."""
    if mention.name.owns:
        return
    position = mention.last
    if bracket := _BRACKETS.match(plain, position):
        position = bracket.end()
    gap = _APPOSITION
    for post in [p for p in free if p.start >= position]:
        if post.start > limit or post.start - position > _FAR or not gap.fullmatch(plain, position, post.start):
            break
        if not _own(plain, post, begins):
            break
        mention.posts.append(post)
        mention.words.append(plain[position : post.end])
        free.remove(post)
        position = mention.last = post.end
        gap = _JOINED
    if not mention.posts and (found := _MP_AFTER.match(plain, mention.name.end)):
        mention.last = found.end()


def _own(plain: str, post: Post, begins: set[int]) -> bool:
    """Whether a post is not the title of the name that follows it."""
    following = post.end + len(plain[post.end : post.end + 4]) - len(plain[post.end : post.end + 4].lstrip())
    return following == post.end or following not in begins


def _bind_before(plain: str, mention: Mention, free: list[Post], start: int) -> None:
    """Bind the posts that stand directly before a name."""
    position = mention.name.begin
    bound: list[Post] = []
    while True:
        post = next((p for p in reversed(free) if p.end <= position), None)
        gap = _BEFORE_NAME if not bound else _AND
        if post is None or position - post.end > 12 or not gap.fullmatch(plain, post.end, position):
            break
        if "," in plain[post.end : position] and not bound and mention.posts:
            break
        bound.append(post)
        free.remove(post)
        position = post.start
        if post.type == "mp" and plain[post.title : post.end].strip().upper() == "MP":
            seat = _SEAT_BEFORE.search(plain, max(start, position - 80), position)
            if seat:
                mention.seat = _seat(seat[0])
                position = seat.start()
    if bound:
        mention.words.append(plain[position : mention.name.begin])
        mention.posts = [*bound, *mention.posts]
        opening = _DETERMINER.search(plain, max(start, position - 12), position)
        mention.first = opening.start() if opening else position


def _bind_made(plain: str, mention: Mention, free: list[Post], limit: int, prose: Prose) -> None:
    """Bind a post that a name is said to hold or to get: "named … as commissioner"."""
    sentence = prose.sentence_at(mention.name.start)
    end = min(limit, sentence.end if sentence else limit)
    for post in free:
        if mention.name.end <= post.start < end and post.start - mention.name.end < _FAR:
            if _MADE.search(plain, mention.name.end, post.start):
                mention.posts.append(post)
                mention.words.append(plain[mention.name.end : post.end])
                free.remove(post)
                mention.last = mention.name.end
            return


def _seat(words: str) -> str:
    seat = " ".join(words.split()).rstrip(",")
    return re.sub(r"^(?:The|But|And|As|In)\s+", "", seat)


def _join(persons: list[Person], mention: Mention) -> None:
    """Give a mention to the person of that name, a new one if there is none."""
    name = mention.name
    person = next((p for p in persons if p.words == name.words or _same(p.words, name.words)), None)
    if person is None:
        person = Person(name.text, name.words)
        persons.append(person)
    mention.person = person
    person.mentions.append(mention)


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names are one person's: the same surname, and given names that are the same or initials of it."""
    if one[-1] != other[-1] or len(one) == 1 or len(other) == 1:
        return False
    a, b = one[0].rstrip("."), other[0].rstrip(".")
    return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0])


def _meant(prose: Prose, persons: Sequence[Person], mentions: Sequence[Mention], mention: Mention) -> Person | None:
    """The person whom a surname, or a full name with nothing beside it, means."""
    name = mention.name
    same = [p for p in persons if p.words[-1] == name.surname]
    if not same:
        return None
    if len(name.words) > 1:
        exact = [p for p in same if p.words == name.words or _same(p.words, name.words)]
        if exact or not _opens(prose, name.start):
            return exact[0] if exact else None
    elif (
        name.title is None and _opens(prose, name.start) and not (mention.speaks or _VERB.match(prose.plain, name.end))
    ):
        return None
    earlier = [m.person for m in mentions if m.person in same and m.name.start < name.start] if len(same) > 1 else []
    return earlier[-1] if earlier and earlier[-1] else same[0]


def _opens(prose: Prose, offset: int) -> bool:
    sentence = prose.sentence_at(offset)
    return sentence is None or sentence.start == offset


def _describe(prose: Prose, councils: Councils, person: Person) -> None:
    """Role, organisation, party and the places that prove them, from all mentions."""
    plain = prose.plain
    held = [(rank(post, plain), m, post) for m in person.mentions for post in m.posts]
    first = person.mentions[0]
    person.spans = [(first.first, first.last)]
    person.party = next((m.party for m in person.mentions if m.party), None)
    person.constituency = next((m.seat for m in person.mentions if m.seat), None)
    councillor = any(m.name.councillor for m in person.mentions)
    if not held:
        if any(_MP_AFTER.match(plain, m.name.end) for m in person.mentions):
            person.role, person.role_type, person.organisation = "MP", "mp", "House of Commons"
        elif councillor:
            brackets = next((m.brackets for m in person.mentions if m.brackets), None)
            person.role = f"councillor {brackets}" if brackets else "councillor"
            person.organisation = councils.at(first.name.start) or councils.main
        return
    _, mention, post = min(held, key=lambda entry: entry[0])
    person.role_type = post.type
    person.role = post.words(plain)
    if post.type == "mp":
        seat = _SEAT_AFTER.search(person.role)
        person.constituency = seat["seat"] if seat else person.constituency
        person.role = f"{mention.seat} {person.role}" if mention.seat else person.role
    if post.type == "other" and post.words(plain).casefold().startswith("councillor") and mention.brackets:
        person.role = f"{person.role} {mention.brackets}"
    person.role = f"proposed {person.role}" if mention.proposed else person.role
    person.interim = is_interim(person.role) or any(is_interim(words) for words in mention.words)
    person.organisation = _organisation(prose, councils, person, mention, post)
    if mention is not first:
        person.spans.append((min(mention.first, post.start), max(mention.last, post.end)))
    elif not first.first <= post.start < first.last:
        person.spans = [(min(first.first, post.start), max(first.last, post.end))]


def _organisation(prose: Prose, councils: Councils, person: Person, mention: Mention, post: Post) -> str | None:
    """Whom a person serves."""
    plain = prose.plain
    words = post.words(plain)
    if post.type in ("mp", "minister"):
        return department(words) or ("House of Commons" if post.type == "mp" else None)
    start, end = min(mention.first, post.start), max(mention.last, post.end)
    beside = [
        n.council
        for n in councils.names
        if n.start < end + 40
        and n.end > start
        and (n.start < end or plain[end : n.start] in (" at ", " in ", " of ", " for ", " on ", ", "))
    ]
    if post.type == "inspector":
        return "Ofsted"
    if post.type in _OFFICES:
        return beside[-1] if beside else councils.at(mention.name.start) or councils.main
    of = _OF_BODY.search(plain, post.title, post.end)
    if of and _BODY.search(of["body"]):
        return of["body"]
    if "commissioner" in words.casefold() and "police" not in words.casefold() and "england" not in words.casefold():
        return "Department for Education"
    if "councillor" in words.casefold() or person.party or any(m.name.councillor for m in person.mentions):
        return beside[-1] if beside else councils.at(mention.name.start) or councils.main
    if re.search(r"\b(?:trust|board|charity|union|company)\b", words, re.IGNORECASE):
        body = [found[0] for found in _BODY.finditer(plain, max(0, start - 4000), end) if " " in found[0]]
        return body[-1] if body else None
    return of["body"] if of else None
