"""The people whom a text names in a post, and where it names them."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.persons import Person, read_persons
from councilgraph.extract.prose.posts import read_posts, role_type
from councilgraph.model import Evidence, PersonMention, Record

_MOST_SPANS = 2
_BACK = 100  # names, among which the holder of a post was named last


@dataclass(frozen=True, slots=True)
class PersonName:
    """A place where a person is named: ``person`` is the index in `People.persons`.

    Attributes:
        start, end: of the name with its title.
        first, last: of the name with the post that stands beside it.
        title: what stands before the name, lower case, or None.
    """

    person: int
    start: int
    end: int
    first: int
    last: int
    title: str | None = None


@dataclass(slots=True)
class People:
    """The persons of a document, as they will stand in its record, and every place where one is named, in order."""

    persons: list[PersonMention] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    _holders: dict[str, frozenset[int]] = field(default_factory=dict)

    def holder(self, words: str, before: int) -> int | None:
        """Who holds a post such as "the executive member": named last before an offset, else the only one."""
        same = self._holders.get(words)
        if same is None:
            same = self._holders[words] = self._with(words)
        index = bisect_left(self.names, before, key=lambda name: name.start)
        same = same or self._with_last(words)
        named = next((n.person for n in reversed(self.names[max(0, index - _BACK) : index]) if n.person in same), None)
        return named if named is not None else next(iter(same)) if len(same) == 1 else None

    def _with_last(self, words: str) -> frozenset[int]:
        """Those whose role has the last word of a title, such as the "Labour leader" of "the opposition leader"."""
        last = re.split(r"\s+(?:for|of|at|in|on)\s+", words)[0].split()[-1].casefold()
        return frozenset(
            n for n, person in enumerate(self.persons) if person.role and last in person.role.casefold().split()
        )

    def _with(self, words: str) -> frozenset[int]:
        """Those whose role has the title in some words, else those whose post is of its type."""
        kind = role_type(words)
        title = next((words[post.title :] for post in read_posts(words)), words).casefold()
        same = frozenset(n for n, person in enumerate(self.persons) if person.role and title in person.role.casefold())
        return same or frozenset(n for n, p in enumerate(self.persons) if p.role_type == kind != "other")


def read_people(prose: Prose, councils: Councils) -> People:
    """The people named in the content of a document."""
    persons, mentions = read_persons(prose, councils)
    kept = {id(person): n for n, person in enumerate(persons)}
    people = People([_mention(prose, person) for person in persons])
    people.names = [
        PersonName(kept[id(person)], m.name.begin, m.name.end, m.first, m.last, m.name.title) for m, person in mentions
    ]
    for person in persons:
        prose.fired("people: a name with a post", *person.spans[0])
    return people


def add_people(record: Record, prose: Prose, people: People) -> None:
    """Write the people to a record."""
    record.people += people.persons


def _mention(prose: Prose, person: Person) -> PersonMention:
    evidence: list[Evidence] = []
    for start, end in person.spans[:_MOST_SPANS]:
        evidence += prose.evidence(start, end)[:1]
    return PersonMention(
        name=person.name,
        role=person.role,
        role_type=person.role_type,
        organisation=person.organisation,
        constituency=person.constituency,
        party=person.party,
        interim=person.interim,
        evidence=evidence,
    )
