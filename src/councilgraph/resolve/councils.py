"""Council names as printed to bodies of the register.

A name that the register lacks, that belongs to a body of another time, or that without a date may be a body's or its
predecessor's stays unresolved: it gets a node of its own under its printed name and is never given to a near-name.
"""

from dataclasses import dataclass

from councilgraph.registers import CouncilRegister
from councilgraph.resolve.names import slug


@dataclass(frozen=True, slots=True)
class CouncilReference:
    """A council: ``key`` is the last segment of its IRI, ``gss`` the last code of its area if it is in the register."""

    key: str
    label: str
    gss: str | None
    known: bool


def refer(name: str, on: str | None, register: CouncilRegister) -> CouncilReference:
    """The council that a printed name means on a day (ISO, perhaps partial)."""
    match = register.match(name, on)
    if match.council is None or match.others:
        return CouncilReference(f"unresolved-{slug(name)}", name, None, known=False)
    return CouncilReference(match.council.slug, match.council.name, match.council.gss, known=True)
