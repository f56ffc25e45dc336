"""The block near the end of a report that names the inspection team, a line or two for each role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from councilgraph.extract.labels import letters
from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.people import read_inspectors
from councilgraph.extract.reports.opening import OFSTED
from councilgraph.extract.words import load
from councilgraph.model import Inspection, PersonMention

_WORDS = load("team")
_HEADINGS = frozenset(map(letters, _WORDS["headings"]))
_LEADS = frozenset(_WORDS["leads"])
_ENDINGS = tuple(map(letters, load("reports")["endings"]["lines"] + load("reports")["endings"]["headings"]))
_MOST_LINES = 30
_LONGEST_HEADING = 40
_LONGEST_FIELD = 6  # lines


@dataclass(frozen=True, slots=True)
class _Field:
    """A role with the offsets of its label, and of what is behind it."""

    role: str
    label: tuple[int, int]
    value: tuple[int, int]


def read_team(reading: Reading, inspection: Inspection) -> list[PersonMention]:
    """The people of the team in their order, each once for a role; the leads go to the inspection."""
    people: list[PersonMention] = []
    met: set[tuple[str, str]] = set()
    for field in _fields(reading):
        label = reading.evidence(*field.label)
        for person in read_inspectors(reading.text, *field.value).named:
            if (person.name, field.role) in met:
                continue
            met.add((person.name, field.role))
            spans = reading.evidence(person.start, person.end)
            if field.role in _LEADS:
                inspection.lead_inspectors.append(person.name)
                inspection.evidence += [replace(span, supports="lead_inspectors") for span in spans]
            people.append(PersonMention(person.name, field.role, "inspector", OFSTED, evidence=(label + spans)[:3]))
    return people


def _fields(reading: Reading) -> Iterator[_Field]:
    """The roles of every block, each on a line that begins with it, perhaps with wraps."""
    for heading, line in enumerate(reading.lines):
        if len(line.text) > _LONGEST_HEADING or letters(line.text) not in _HEADINGS:
            continue
        block = _block(reading, heading + 1)
        starts = [(index, found) for index, row in enumerate(block) if (found := _roles().match(row.text))]
        stops = [*(index for index, _ in starts[1:]), len(block)]
        for (index, found), stop in zip(starts, stops, strict=False):
            rows = block[index : min(stop, index + _LONGEST_FIELD)]
            start = reading.text.index(found[0], rows[0].start)
            yield _Field(
                _singular(found["role"]), (start, start + found.end("role")), (start + found.end(), rows[-1].end)
            )


def _block(reading: Reading, first: int) -> list[Line]:
    """The lines from one on, to the end of its page or to the text about the inspectorate."""
    block: list[Line] = []
    for line in reading.lines[first : first + _MOST_LINES]:
        if line.page != reading.lines[first].page or _ends(line.text):
            break
        block.append(line)
    return block


def _ends(row: str) -> bool:
    """Whether a line begins the text about the inspectorate."""
    return letters(row[:80]).startswith(_ENDINGS)


@cache
def _roles() -> re.Pattern[str]:
    roles = "|".join(re.escape(role).replace(r"\ ", r"\s+") for role in sorted(_WORDS["roles"], key=len, reverse=True))
    return re.compile(rf"(?P<role>(?:{roles})s?)(?![^\W\d_])(?:\s*\(s\))?\s*[:–-]?\s*", re.IGNORECASE)


def _singular(label: str) -> str:
    """The role in the list's spelling."""
    plain = " ".join(label.split()).casefold()
    roles: list[str] = _WORDS["roles"]
    return next(role for role in roles if plain in (role.casefold(), f"{role.casefold()}s"))
