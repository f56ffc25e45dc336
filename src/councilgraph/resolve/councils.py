"""Council names as printed to bodies of the register.

A name that the register lacks, or that belongs to a body that began later, stays unresolved: it gets a node of its own
under its printed name and is never given to a near-name.
"""

from dataclasses import dataclass

from councilgraph.registers import CouncilRegister
from councilgraph.resolve.names import slug


@dataclass(frozen=True, slots=True)
class CouncilReference:
    """A council: ``key`` is the last segment of its IRI, ``gss`` its present code where it is in the register."""

    key: str
    label: str
    gss: str | None
    known: bool


def refer(name: str, on: str | None, register: CouncilRegister) -> CouncilReference:
    """The council that a printed name means on a day (ISO, perhaps partial)."""
    council = register.lookup(name, on)
    if council is None:
        return CouncilReference(f"unresolved-{slug(name)}", name, None, known=False)
    return CouncilReference(council.slug, council.name, council.gss, known=True)
