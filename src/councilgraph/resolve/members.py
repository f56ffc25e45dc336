"""Members of parliament to their tenures in the register of members.

A member is found by name, day and seat; who is not in the register, or sat on no such day, is a person of that seat alone
and is never given to a namesake.
"""

from typing import NamedTuple

from councilgraph.resolve.names import slug


class Seat(NamedTuple):
    """A constituency: last segment of its IRI, name."""

    key: str
    label: str


class Member(NamedTuple):
    """A member in one parliament: keys of person, tenure and seat, party."""

    person: str
    name: str
    tenure: str
    seat: Seat
    party: str | None


def find_member(name: str, day: str | None, constituency: str | None) -> Member | None:
    """The member of this name on a day; None where the register does not settle it."""
    return None


def unknown_member(name: str, constituency: str | None) -> str:
    """The key of a member whom the register does not know: parliament and the seat that was printed."""
    return "-".join([slug(name), "parliament", *([slug(constituency)] if constituency else [])])
