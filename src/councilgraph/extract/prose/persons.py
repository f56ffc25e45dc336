"""The persons that the names of a text make.

A title and surname, or a surname alone, is the person of that surname who was named last.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.employers import elsewhere
from councilgraph.extract.prose.mentions import Mention, named_between, read_mentions
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.posts import Post, department, is_former, is_interim, is_portfolio, rank
from councilgraph.extract.prose.succession import (
    OFFICES,
    holder_before,
    identify,
    identify_pronouns,
    identify_speakers,
    is_relative,
    succeeding,
)

_SEAT_AFTER = re.compile(r"\bMP\s+for\s+(?P<seat>.+)$")
_VERB = re.compile(r"\s+(?:has|had|have|is|was|will|would|who|did|does|went|also|and)\b|\s*,|'s\b|$")
_BODY = re.compile(
    r"(?:[A-Z][\w'&-]*\s+(?:(?:and|of|for|with)\s+)?){0,6}"
    r"(?:Trust|Board|Partnership|Company|Foundation|Association|Union|Charity)\b"
)
_OF_BODY = re.compile(
    r"\b(?:of|at|for|with)\s+(?:the\s+)?(?P<body>[A-Z][\w'&-]*(?:\s+(?:(?:and|of|for|&)\s+)?[A-Z][\w'&-]*){0,7})"
)
_UNION = re.compile(
    r"\b(?!(?:The|An?|Its|Their|His|Her|But|And|In|As|Former)\b)(?P<body>[A-Z][\w'&-]*(?:\s+[A-Z][\w'&-]*){0,4})\s+$"
)
_OWN_BODY = re.compile(
    r"(?P<body>[A-Z][\w&-]*(?:\s+(?:(?:and|of|for|&)\s+)?[A-Z][\w&-]*){0,5})'s?\s+(?:[\w-]+\s+){0,3}$"
)
_OWNED_BY_COUNCIL = re.compile(r"'s?\s+(?:[\w-]+\s+){0,3}$|\s+$")
_BESIDE = frozenset((" at ", " in ", " of ", " for ", " on ", ", "))
_ELSEWHERE_SEATED = {"mp": "House of Commons", "inspector": "Ofsted"}
_SENT = re.compile(r"\b(?:commissioner|advis[eo]r|envoy)\b", re.IGNORECASE)
_APART = 60  # code points between a name and the post that the sentence before gives it
_ELSEWHERE = re.compile(r"\b(?:trust|board|charity|union|company)\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
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


def read_persons(prose: Prose, councils: Councils) -> tuple[list[Person], list[tuple[Mention, Person]]]:
    """The persons of a document, and every mention of one, in order."""
    mentions = read_mentions(prose, councils)
    identify(prose, mentions)
    identify_speakers(prose, mentions)
    identify_pronouns(prose, mentions)
    by_surname: dict[str, list[Person]] = {}
    meant: dict[int, Person] = {}
    for index, mention in enumerate(mentions):
        knight = mention.name.title in ("sir", "dame") and len(mention.name.words) == 1
        if mention.name.full and mention.personal and not knight:
            meant[index] = _join(by_surname, mention)
    last: dict[str, Person] = {}
    for index, mention in enumerate(mentions):
        surname = mention.name.surname
        if index not in meant:
            given = _by_given_name(by_surname, mention)
            found = given or _meant(prose, by_surname.get(surname, []), last.get(surname), mention)
            if found:
                meant[index] = found
                found.mentions.append(mention)
            elif mention.name.councillor and (mention.speaks or mention.posts):
                meant[index] = _join(by_surname, mention)
        if index in meant:
            last[surname] = meant[index]
    persons = list(dict.fromkeys(meant[index] for index in sorted(meant)))
    for person in persons:
        person.mentions.sort(key=lambda m: m.first)
        _describe(prose, councils, person)
    holders = sorted((m.first, n) for n, p in enumerate(persons) if p.role_type in OFFICES for m in p.mentions)
    for person in persons:
        _succeed(prose, person, persons, holders)
    return persons, [(mention, meant[index]) for index, mention in enumerate(mentions) if index in meant]


def _join(by_surname: dict[str, list[Person]], mention: Mention) -> Person:
    """The person of that name, a new one if there is none, with the mention."""
    name = mention.name
    persons = by_surname.setdefault(name.surname, [])
    person = next((p for p in persons if p.words == name.words or _same(p.words, name.words)), None)
    if person is None:
        person = Person(name.text, name.words)
        persons.append(person)
    person.mentions.append(mention)
    return person


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names are one person's: the same surname, the given name the same or an initial of it."""
    if one[-1] != other[-1] or len(one) == 1 or len(other) == 1:
        return False
    a, b = one[0].rstrip("."), other[0].rstrip(".")
    return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0])


def _meant(prose: Prose, same: Sequence[Person], last: Person | None, mention: Mention) -> Person | None:
    """Whom a surname, or a full name with nothing beside it, means among those of that surname."""
    name = mention.name
    if not same:
        return None
    opens = _opens(prose, name.start)
    if len(name.words) > 1:
        exact = [p for p in same if p.words == name.words or _same(p.words, name.words)]
        if exact or not opens:
            return exact[0] if exact else None
    elif name.title is None and opens and not (mention.speaks or _VERB.match(prose.plain, name.end)):
        return None
    return last or same[0]


def _by_given_name(by_surname: dict[str, list[Person]], mention: Mention) -> Person | None:
    """Whom a knight's title with a given name means: "Sir Edwin" after "Sir Edwin Vane"."""
    name = mention.name
    if len(name.words) > 1 or name.title not in ("sir", "dame"):
        return None
    same = [p for persons in by_surname.values() for p in persons if len(p.words) > 1 and p.words[0] == name.words[0]]
    return next((p for p in same if any(m.name.title == name.title for m in p.mentions)), None)


def _opens(prose: Prose, offset: int) -> bool:
    sentence = prose.sentence_at(offset)
    return sentence is None or sentence.start == offset


def _describe(prose: Prose, councils: Councils, person: Person) -> None:
    """Role, organisation, party and the places that prove them, from all mentions."""
    plain = prose.plain
    first = person.mentions[0]
    person.spans = [(first.first, first.last)]
    person.party = next((m.party for m in person.mentions if m.party), None)
    person.constituency = next((m.seat for m in person.mentions if m.seat), None)
    held = [(m, *served) for m in person.mentions for post in m.posts for served in [_served(plain, councils, post)]]
    if not held:
        _without_post(councils, person)
        return
    sent = any(_SENT.search(post.words(plain)) and not is_former(post.words(plain)) for _, post, _ in held)
    mention, post, employer = min(
        held, key=lambda entry: (sent and is_former(entry[1].words(plain)), rank(entry[1], plain))
    )
    duty = next((m.duty for m in person.mentions if m.duty), None)
    if duty and (duty.type in OFFICES if post.type == "other" else is_former(post.words(plain))):
        _without_post(councils, person)
        return
    person.role_type = post.type
    person.role = post.words(plain)
    if post.type == "mp":
        seat = _SEAT_AFTER.search(person.role)
        person.constituency = seat["seat"] if seat else person.constituency
        person.role = f"{mention.seat} {person.role}" if mention.seat else person.role
    if mention.brackets and person.role.casefold().startswith("councillor"):
        person.role = f"{person.role} {mention.brackets}"
    person.role = f"proposed {person.role}" if mention.proposed else person.role
    person.interim = is_interim(person.role) or any(is_interim(words) for words in mention.words)
    person.organisation = employer or _organisation(prose, councils, person, mention, post)
    start, end = min(mention.first, post.start), max(mention.last, post.end)
    if mention.first - post.end > _APART:
        person.spans.append((post.start, post.end))
    elif mention is first:
        person.spans = [(start, end)]
    else:
        person.spans.append((start, end))


def _served(plain: str, councils: Councils, post: Post) -> tuple[Post, str | None]:
    """A post as what it is at another body than a council, and the name of that."""
    return elsewhere(plain, councils, post) or (post, None)


def _without_post(councils: Councils, person: Person) -> None:
    """Describe a person by a member's letters, a councillor's title, or by what they are said to lead."""
    first = person.mentions[0]
    duty = next((m.duty for m in person.mentions if m.duty), None)
    councillor = any(m.name.councillor for m in person.mentions)
    if any(m.member for m in person.mentions):
        person.role, person.role_type, person.organisation = "MP", "mp", "House of Commons"
    elif duty:
        person.role, person.role_type = duty.words, duty.type
        if duty.type in _ELSEWHERE_SEATED:
            person.organisation = _ELSEWHERE_SEATED[duty.type]
            return
        person.organisation = councils.main or councils.at(first.name.start) if duty.type in OFFICES else first.body
    elif councillor:
        brackets = next((m.brackets for m in person.mentions if m.brackets), None)
        person.role = f"councillor {brackets}" if brackets else "councillor"
        person.organisation = councils.main or councils.at(first.name.start)
    else:
        person.organisation = next((m.body for m in person.mentions if m.body), None)
        if person.organisation == "Ofsted":
            person.role_type = "inspector"


def _succeed(prose: Prose, person: Person, persons: Sequence[Person], holders: Sequence[tuple[int, int]]) -> None:
    """Give a deputy, predecessor or successor the kind of post of whom was named last before."""
    follows = next((m for m in person.mentions if m.follows), None) if person.role is None else None
    if follows or (person.role and is_relative(person.role)):
        mention = follows or next(m for m in person.mentions if m.posts)
        if person.role and person.role.casefold().endswith(("colleague", "counterpart")):
            members = [p for p in persons if p.role_type == "mp" and p.mentions[0].first < mention.first]
            if members:
                person.role, person.role_type, person.organisation = "MP", "mp", "House of Commons"
            else:
                person.role_type = "other"
            return
        number = holder_before(holders, mention.first)
        if number is not None and persons[number] is not person:
            before = persons[number]
            person.role_type, acting = succeeding(prose, mention, before.role_type)
            person.interim, person.organisation = person.interim or acting, before.organisation


def _organisation(prose: Prose, councils: Councils, person: Person, mention: Mention, post: Post) -> str | None:
    """Whom a person serves."""
    plain = prose.plain
    words = post.words(plain)
    if post.type in ("mp", "minister"):
        return department(words) or ("House of Commons" if post.type == "mp" else None)
    if post.type == "inspector":
        return "Ofsted"
    start, end = min(mention.first, post.start), max(mention.last, post.end)
    council = _council(prose, councils, mention, post)
    if post.type in OFFICES:
        return council
    of = _OF_BODY.search(plain, post.title, post.end)
    own = _OWN_BODY.search(plain, max(0, post.start - 60), post.start)
    if not own and post.type == "other" and plain[post.start].islower():
        own = _UNION.search(plain, max(0, post.start - 60), post.start)
    if of and _BODY.search(of["body"]):
        return of["body"]
    role = words.casefold()
    if "councillor" in role or person.party or any(m.name.councillor for m in person.mentions):
        return council
    if own and not any(n.start <= own.start("body") < n.end for n in named_between(councils, start - 160, end)):
        return own["body"].removeprefix("The ")
    if "commissioner" in role and "police" not in role and "england" not in role:
        return "Department for Education"
    if _ELSEWHERE.search(words):
        bodies = [found[0] for found in _BODY.finditer(plain, max(0, end - 4000), end) if " " in found[0]]
        return bodies[-1] if bodies else None
    return of["body"] if of else None


def _council(prose: Prose, councils: Councils, mention: Mention, post: Post) -> str | None:
    """The council of a post: named in it or beside it, meant by "its", else the one that the document is about."""
    plain = prose.plain
    start, end = min(mention.first, post.start), max(mention.last, post.end)
    near = named_between(councils, start - 80, end + 12)
    inside = [n for n in near if n.start >= start and (n.start < end or plain[end : n.start] in _BESIDE)]
    owners = [n for n in near if n.end <= post.start and _OWNED_BY_COUNCIL.fullmatch(plain, n.end, post.start)]
    if named := [n for n in [*owners, *inside] if plain[n.start].isupper()]:
        return named[0].council
    of = _OF_BODY.search(plain, post.title, post.end)
    if of and not is_portfolio(of["body"]):
        return None
    if any("its" in words.split() or "their" in words.split() for words in mention.words):
        return councils.at(mention.first - 1) or councils.main
    return councils.main or councils.at(mention.name.start)
