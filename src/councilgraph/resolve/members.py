"""Members of Parliament to their tenures in the register of members.

Who is not in the register, or cannot be told from another there, is a person of the seat that was printed and is never
given to a namesake.
"""

from dataclasses import dataclass

from councilgraph.registers.members import Membership, members
from councilgraph.resolve.names import slug


@dataclass(frozen=True, slots=True)
class Seat:
    """A constituency that no register knows: last segment of its IRI, name as printed."""

    key: str
    label: str

    @classmethod
    def printed(cls, name: str) -> "Seat":
        """The seat of a printed name."""
        return cls(f"unresolved-{slug(name)}", name)


def find_member(name: str, day: str | None, constituency: str | None) -> Membership | None:
    """The membership of somebody of this name on a day (ISO, perhaps partial); None where it is not certain."""
    return members().find(name, day, constituency)


def registered_names(people: set[str]) -> dict[str, str]:
    """What the register calls those of some people whom it knows, by key."""
    return {one.person: one.name for one in members() if one.person in people} if people else {}


def unknown_member(name: str, constituency: str | None) -> str:
    """The key of a member whom the register does not know: parliament and the seat that was printed."""
    return "-".join([slug(name), "parliament", *([slug(constituency)] if constituency else [])])
