"""The people of a letter: those of its frame, the inspectors whom it names, and others whom its body names in a post."""

import re
from collections.abc import Iterable, Sequence

from councilgraph.extract.letters.correspondents import Correspondent
from councilgraph.extract.letters.frame import Frame
from councilgraph.extract.letters.kinds import COUNCIL, DEPARTMENT, INSPECTORATE
from councilgraph.extract.people import read_inspectors
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.people import People
from councilgraph.extract.prose.posts import department, role_type
from councilgraph.model import PersonMention

OFSTED, DFE, COMMONS = "Ofsted", "Department for Education", "House of Commons"
_OFFICE = re.compile(
    r"\b(?:HMI|SHMI|(?:Her|His)\s+Majesty's\s+(?:Senior\s+)?Inspectors?|(?:Ofsted|social\s+care|lead)\s+inspectors?)\b"
)
_DEPARTMENTS = re.compile(r"Department for [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*|Department of [A-Z]\w+")
_MOST_SPANS = 3


def read_letter_people(
    frame: Frame, prose: Prose, named: People, council: str | None, sent_by: str, opening: Sequence[Sentence]
) -> list[PersonMention]:
    """The people of a letter, each once.

    Args:
        named: whom its body names.
        council: the council that it is about.
        opening: the sentences that may name the inspectors.
    """
    found: list[PersonMention] = []
    senders = {person.name for person in frame.senders}
    for person in frame.people:
        if mention := _of_frame(person, prose, council, sent_by, person.name in senders, frame):
            _merge(found, mention)
    for mention in _inspectors(prose, opening):
        _merge(found, mention)
    for mention in named.persons:
        _merge(found, mention)
    return found


def _of_frame(
    person: Correspondent, prose: Prose, council: str | None, sent_by: str, sends: bool, frame: Frame
) -> PersonMention | None:
    role = person.post or ("MP" if person.member else None)
    if role is None and not (person.titled and person.body):
        return None
    kind = role_type(role) if role else "other"
    body = person.body
    if sends and sent_by == INSPECTORATE:
        kind = "inspector"
        body = body or OFSTED
    elif role == "MP" or (person.member and kind in ("mp", "other")):
        kind, body = "mp", COMMONS
    elif kind == "minister" or (sends and sent_by == DEPARTMENT):
        body = body if body and "epartment" in body else department(role or "") or _department(frame)
        kind = kind if kind == "minister" else "other"
    elif body and _DEPARTMENTS.search(body):
        kind = "other"
    elif kind == "inspector":
        body = body or OFSTED
    elif body is None and (
        (sends and sent_by == COUNCIL)
        or kind in ("director", "council-leader", "cabinet-member", "elected-mayor", "other-council-officer")
    ):
        body = council
    if body is None and role and not sends:
        body = role if re.search(r"\bcommissioner for [A-Z]", role, re.IGNORECASE) else None
    spans = [span for start, end in person.spans for span in prose.evidence(start, end)]
    return PersonMention(person.name, role, kind, body, interim=person.interim, evidence=spans[:_MOST_SPANS])


def _department(frame: Frame) -> str:
    found = next((found for row in frame.head if (found := _DEPARTMENTS.search(row.text))), None)
    return found[0] if found else DFE


def _inspectors(prose: Prose, opening: Iterable[Sentence]) -> Iterable[PersonMention]:
    """The inspectors whom sentences name with their office."""
    for sentence in opening:
        office = _OFFICE.search(prose.plain, sentence.start, sentence.end)
        if office is None:
            continue
        for named in read_inspectors(prose.plain, sentence.start, sentence.end).named:
            beside = _OFFICE.search(prose.plain, named.end, sentence.end)
            role = beside[0] if beside and beside.start() - named.end <= 4 else office[0]
            role = re.sub(r"^(?:lead )?inspector.*", "inspector", " ".join(role.split()).removesuffix("s"))
            yield PersonMention(
                named.name.rstrip("."),
                role,
                "inspector",
                OFSTED,
                evidence=prose.evidence(
                    named.start, named.start + len(prose.plain[named.start : named.end].rstrip("."))
                ),
            )


def _merge(found: list[PersonMention], new: PersonMention) -> None:
    """Add a person, or their words to the one that they are."""
    for known in found:
        if not _is_same(known.name, new.name):
            continue
        if _fullness(new.name) > _fullness(known.name):
            known.name = new.name
        if known.role is None:
            known.role, known.role_type = new.role, new.role_type
        known.organisation = known.organisation or new.organisation
        known.constituency = known.constituency or new.constituency
        known.party = known.party or new.party
        met = {(span.start, span.end) for span in known.evidence}
        known.evidence = [*known.evidence, *(span for span in new.evidence if (span.start, span.end) not in met)][
            :_MOST_SPANS
        ]
        return
    found.append(new)


def _is_same(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same surname, and forenames that agree as far as they are given."""
    a, b = _parts(one), _parts(other)
    if a[-1] != b[-1]:
        return False
    return all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in zip(a[:-1], b[:-1], strict=False))


def _parts(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", name.replace("’", "'").casefold()) or [""]


def _fullness(name: str) -> int:
    return sum(len(part) > 1 for part in _parts(name))
