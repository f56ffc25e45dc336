"""What somebody may have meant who wrote something like it."""

from collections.abc import Iterable

_NEAR = 80
"""How alike two texts have to be, of 100; or they differ by one slip, such as two letters that changed places."""
_SHORT = 4


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The one of some texts that a slip of the pen may have made into this one; None where none is near."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    asked = text.casefold()
    folded = {one.casefold(): one for one in sorted(known)}
    if len(asked) >= _SHORT and (slips := process.extractOne(asked, list(folded), scorer=OSA.distance, score_cutoff=1)):
        return folded[slips[0]]
    match = process.extractOne(asked, list(folded), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return folded[match[0]] if match else None
