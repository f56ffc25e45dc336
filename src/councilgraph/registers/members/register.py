"""Members of Parliament for English seats, and the councils whose areas their seats lie in.

A name finds a member only if it is the whole name, or the surname with the seat, and only one such member can have sat
on the day: when in doubt nobody is found. The end of a tenure that a by-election followed is known by bounds alone, so
on a day between these a member counts as sitting.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from councilgraph import rdf
from councilgraph.registers.names import plain

PEOPLE = rdf.BASE + "id/person/"
SEATS = rdf.BASE + "id/constituency/"
TENURES = rdf.BASE + "id/tenure/"
OVERLAPS = rdf.BASE + "id/overlap/"
PARLIAMENTS = rdf.BASE + "id/parliament/"
ORGANISATIONS = rdf.BASE + "id/organisation/"
# Words before and after a name that are none of it.
_HONOURS = re.compile(
    r"^(?:the|rt|right|hon|honourable|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|cllr|rev|reverend)\s"
    r"|\s(?:mp|kc|qc|kbe|obe|mbe|cbe|dbe|ch)$"
)


@dataclass(frozen=True, slots=True)
class Parliament:
    """A Parliament: its number, the day of its general election, and of its dissolution where it has come."""

    number: int
    election: str
    dissolution: str | None


@dataclass(frozen=True, slots=True)
class Seat:
    """A constituency in one set of boundaries.

    Attributes:
        key: last segment of its IRI: the name, and the year from which the boundaries were used.
        name: as in the list of constituencies.
        gss: the code of its area.
        start, end: first and last day of the boundaries, ``YYYY-MM-DD``; end is None where they are in use.
    """

    key: str
    name: str
    gss: str
    start: str
    end: str | None = None

    @property
    def label(self) -> str:
        """What it is called in tables: its name, with the years where the boundaries are no more in use."""
        return f"{self.name} ({self.start[:4]}-{self.end[:4]})" if self.end else self.name


@dataclass(frozen=True, slots=True)
class Membership:
    """A member's time in one seat in one Parliament, from an election to the dissolution or before it.

    Attributes:
        key: last segment of the tenure's IRI.
        person: last segment of the person's IRI.
        name: what the person is called, the same in all their memberships and in the graph.
        aliases: other spellings of the name in lists of results.
        constituency, seat: key and name of the seat.
        party: the party at the election, or None; ``stood_as`` then says what the member stood as.
        parliament: its number; that of 2010 is 55.
        start: day of the election, ``YYYY-MM-DD``.
        earliest_end, latest_end: bounds of the end; both None while the Parliament goes on.
    """

    key: str
    person: str
    name: str
    constituency: str
    seat: str
    party: str | None
    parliament: int
    start: str
    earliest_end: str | None = None
    latest_end: str | None = None
    aliases: tuple[str, ...] = ()
    stood_as: str | None = None

    @property
    def label(self) -> str:
        """What the tenure is called in the graph."""
        return f"{self.name}, MP for {self.seat}, elected {self.start}"

    def can_cover(self, first: str, last: str) -> bool:
        """Whether the member can have sat on one of the days from ``first`` to ``last``."""
        return self.start <= last and first <= (self.latest_end or "9999")

    def must_cover(self, first: str, last: str) -> bool:
        """Whether the member certainly sat on all days from ``first`` to ``last``."""
        return self.start <= first and last <= (self.earliest_end or "9999")


@dataclass(frozen=True, slots=True)
class Overlap:
    """That a seat and a council's area share people.

    Attributes:
        constituency, council: key of the seat, slug of the council.
        share: of the seat's people, how many live in the council's area, from 0 to 1.
        start, end: the days on which both existed, ``YYYY-MM-DD``; end is None while both do.
    """

    constituency: str
    council: str
    share: float
    start: str
    end: str | None = None

    @property
    def key(self) -> str:
        """Last segment of its IRI."""
        return f"{self.constituency}-{self.council}"

    def can_cover(self, first: str, last: str) -> bool:
        """Whether both existed on one of the days from ``first`` to ``last``."""
        return self.start <= last and first <= (self.end or "9999")


class MemberRegister:
    """Memberships by name and seat, seats by council; iterates memberships by key.

    Attributes:
        seats: seats by key.
    """

    def __init__(self, memberships: Iterable[Membership], seats: Iterable[Seat], overlaps: Iterable[Overlap]) -> None:
        self.seats = {seat.key: seat for seat in sorted(seats, key=lambda seat: seat.key)}
        self._memberships = sorted(memberships, key=lambda membership: membership.key)
        self._overlaps = sorted(overlaps, key=lambda overlap: (overlap.constituency, -overlap.share, overlap.council))
        self._by_name: dict[str, list[Membership]] = defaultdict(list)
        self._by_seat: dict[str, list[Membership]] = defaultdict(list)
        folded: dict[str, str] = {}
        for membership in self:
            for name in {membership.name, *membership.aliases}:
                self._by_name[folded.get(name) or folded.setdefault(name, plain(name))].append(membership)
            seat = membership.seat
            self._by_seat[folded.get(seat) or folded.setdefault(seat, plain(seat))].append(membership)

    def __iter__(self) -> Iterator[Membership]:
        return iter(self._memberships)

    def __len__(self) -> int:
        return len(self._memberships)

    def find(self, name: str, day: str | None, constituency: str | None = None) -> Membership | None:
        """The one membership that a printed name means on a day, or None.

        Args:
            name: the full name, with or without titles and accents; a surname is enough where the seat is named.
            day: ISO 8601, perhaps partial. None is any day, which is enough only if the person sat once.
            constituency: the seat as printed, its case and punctuation aside; of its bearer alone.

        Returns:
            None where nobody of the name can have sat then, or more than one membership can be meant.
        """
        days = _days(day)
        asked = bare(name)
        if days is None or not asked:
            return None
        found = self._by_name.get(asked, [])
        if constituency is not None:
            seated = self._by_seat.get(_seat(constituency), [])
            found = [m for m in seated if m in found] or [m for m in seated if _may_be(asked, m)]
        sitting = [m for m in found if m.can_cover(*days)]
        if len({m.person for m in sitting}) == 1:
            # Days on both sides of an election: the tenure that certainly covers them all.
            sitting = sitting if len(sitting) == 1 else [m for m in sitting if m.must_cover(*days)]
        return sitting[0] if len(sitting) == 1 else None

    def seats_of(self, council: str, day: str | None = None) -> list[Overlap]:
        """The seats that lie in a council's area on a day, wholly or in part, those with the most of theirs there first.

        Args:
            council: its slug.
            day: ISO 8601, perhaps partial; None is any day.
        """
        days = _days(day)
        if days is None:
            return []
        found = [overlap for overlap in self._overlaps if overlap.council == council and overlap.can_cover(*days)]
        return sorted(found, key=lambda overlap: (-overlap.share, overlap.constituency))

    def councils_of(self, membership: Membership) -> list[Overlap]:
        """The councils in whose areas a member's seat lay while they held it, those with the most of it first."""
        last = membership.latest_end or "9999"
        return [
            overlap
            for overlap in self._overlaps
            if overlap.constituency == membership.constituency and overlap.can_cover(membership.start, last)
        ]


def bare(name: str) -> str:
    """A person's name folded, without titles and honours."""
    folded = plain(name)
    while (shorter := _HONOURS.sub("", folded)) != folded:
        folded = shorter
    return folded


def _seat(printed: str) -> str:
    return plain(printed).removeprefix("the constituency of ")


def _may_be(asked: str, membership: Membership) -> bool:
    """Whether a name is the surname of the one who holds the seat, or that with a first name of the same initial."""
    for name in (plain(spelling) for spelling in (membership.name, *membership.aliases)):
        first, _, surname = name.partition(" ")
        given, _, family = asked.partition(" ")
        if surname.endswith(f" {asked}") or surname == asked or (family == surname and given[0] == first[0]):
            return True
    return False


def _days(day: str | None) -> tuple[str, str] | None:
    """First and last day of an ISO date that may be partial; the last may be a 31st that there is not."""
    if day is None:
        return "0000-01-01", "9999-12-31"
    if not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", day, re.ASCII):
        return None
    missing = len(day) - 10
    return (day + "-01-01"[missing:], day + "-12-31"[missing:]) if missing else (day, day)
