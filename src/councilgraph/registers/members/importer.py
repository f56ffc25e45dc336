"""Makes the register of members from lists that its maker downloads.

The same files, the same register of councils and the same hand-kept facts (members.toml) always give the same register.
A row that cannot be used is reported and left out. A person is named for the name and the seat of their first election
in the lists, so a later list changes no key.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from councilgraph.registers.councils import CouncilRegister
from councilgraph.registers.members import overlaps as shares
from councilgraph.registers.members.elections import Lists, Win, unusable
from councilgraph.registers.members.identity import Names, same_people
from councilgraph.registers.members.register import Membership, Overlap, Parliament, Seat
from councilgraph.registers.names import plain, slug


@dataclass(slots=True)
class ImportedMembers:
    """A register that was made.

    Attributes:
        parliaments: in order.
        seats, memberships, overlaps: each sorted by key.
        odd: rows that could not be used, a sentence each.
    """

    parliaments: list[Parliament] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    overlaps: list[Overlap] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


@cache
def hand_kept() -> dict[str, Any]:
    """Codes, first names and sources: ``members.toml``."""
    return tomllib.loads(Path(__file__).with_name("members.toml").read_text(encoding="utf-8"))


def import_members(folders: Sequence[Path], councils: CouncilRegister) -> ImportedMembers:
    """The members for English seats since 2010, and the overlaps of their seats with the areas of councils.

    Args:
        folders: hold the lists, as named in `elections` and `overlaps`; the first that has a list counts.
        councils: the register whose councils are meant.

    Raises:
        UsageError: a file is missing.
        InputError: a file is not a CSV file in UTF-8, or lacks what it must have.
    """
    made, lists, kept = ImportedMembers(), Lists(folders), hand_kept()
    made.parliaments = lists.parliaments()
    seats = lists.seats()
    everyone = [win for parliament in made.parliaments for win in lists.wins(parliament)]
    english = [win for win in everyone if win.english]
    codes = kept["parties"].keys() | kept["without-party"].keys()
    made.odd += unusable(english, seats, codes)
    usable = [win for win in english if not list(unusable([win], seats, codes))]
    wins = sorted(usable, key=lambda win: (win.day, win.code, win.name))
    origins = shares.origins(lists.file(shares.SUCCESSIONS), seats)
    least = kept["least-share"]
    near = {
        code: [earlier for earlier, of in parts.items() if of >= least["estimated"]] for code, parts in origins.items()
    }
    people = same_people(wins, everyone, near, Names(kept["first-names"]))
    ends = _ends(wins, made.parliaments)
    made.memberships = _distinct((m for person in people for m in _memberships(person, seats, ends)), made.odd)
    used = {win.code for win in wins}
    made.seats = sorted((seat for code, seat in seats.items() if code in used), key=lambda seat: seat.key)
    counted = shares.counted(lists.file(shares.DISTRICTS), lists.file(shares.AUTHORITIES), councils, made.odd)
    made.overlaps = sorted(
        [
            *shares.overlaps([s for s in made.seats if s.gss in counted], counted, least["counted"], councils),
            *shares.overlaps(
                [s for s in made.seats if s.gss not in counted],
                shares.estimated(origins, counted),
                least["estimated"],
                councils,
            ),
        ],
        key=lambda overlap: overlap.key,
    )
    made.odd += [
        f"{seat.name} ({seat.gss}): nothing is known of the councils in it"
        for seat in made.seats
        if seat.key not in {overlap.constituency for overlap in made.overlaps}
    ]
    return made


def _ends(wins: Iterable[Win], parliaments: Iterable[Parliament]) -> dict[Win, tuple[str | None, str | None]]:
    """Bounds of the end of each tenure: dissolution, or, where a by-election followed, at some time before its writ."""
    ends: dict[Win, tuple[str | None, str | None]] = {}
    for parliament in parliaments:
        of_seat: dict[str, list[Win]] = {}
        for win in wins:
            if win.parliament == parliament.number:
                of_seat.setdefault(win.code, []).append(win)
        for held in of_seat.values():
            for win, following in pairwise(held):
                ends[win] = win.day, following.writ or following.day
            ends[held[-1]] = parliament.dissolution, parliament.dissolution
    return ends


def _memberships(
    person: Sequence[Win], seats: Mapping[str, Seat], ends: Mapping[Win, tuple[str | None, str | None]]
) -> Iterable[Membership]:
    first = person[0]
    key = f"{slug(first.name)}-parliament-{slug(seats[first.code].name)}"
    counts = Counter(win.name for win in person)
    # The spelling that was met most, of two the later.
    name = max(reversed([win.name for win in person]), key=lambda spelling: counts[spelling])
    others = {plain(spelling): spelling for spelling in sorted(counts) if plain(spelling) != plain(name)}
    kept = hand_kept()
    for win in person:
        seat = seats[win.code]
        earliest_end, latest_end = ends[win]
        yield Membership(
            key=f"{key}-{win.day}",
            person=key,
            name=name,
            aliases=tuple(sorted(others.values())),
            constituency=seat.key,
            seat=seat.name,
            party=kept["parties"].get(win.party),
            stood_as=kept["without-party"].get(win.party),
            parliament=win.parliament,
            start=win.day,
            earliest_end=earliest_end,
            latest_end=latest_end,
        )


def _distinct(memberships: Iterable[Membership], odd: list[str]) -> list[Membership]:
    by_key: dict[str, Membership] = {}
    for membership in memberships:
        first = by_key.setdefault(membership.key, membership)
        if first is not membership:
            odd.append(f"{membership.name} was elected to {membership.seat} twice on {membership.start}")
    return [by_key[key] for key in sorted(by_key)]
