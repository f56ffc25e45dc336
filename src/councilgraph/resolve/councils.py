"""Council names as printed to bodies of the register.

A name that the register lacks, that belongs to a body of another time, or that without a date may be a body's or its
predecessor's stays unresolved: it gets a node of its own under its printed name and is never given to a near-name.
"""

from dataclasses import dataclass

from councilgraph.registers import CouncilRegister
from councilgraph.resolve.dates import first_day, last_day
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


def refer_then(now: CouncilReference, name: str, start: str | None, register: CouncilRegister) -> CouncilReference:
    """The council of an inspection that a document tells of: that of its day, which may be a predecessor.

    Args:
        now: what the name means in the rest of the document.
        start: when the inspection started (ISO, perhaps partial). Where the name means nothing then, it keeps its
            meaning only if that council can have existed.
    """
    then = refer(name, start, register) if start else now
    council = register.by_slug(now.key)
    if then.known or not start or council is None:
        return then
    earliest, latest = first_day(start) or "", last_day(start) or ""
    return now if (council.start or "") <= latest and earliest <= (council.end or "9999") else then
