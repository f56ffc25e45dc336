"""What somebody may have meant who wrote something like it.

Names that are much alike often mean two things: East and West Sussex, Bedford and Bradford. So a word has to differ by a
slip of the pen or two, each word for itself.
"""

import re
from collections.abc import Iterable

from councilgraph.errors import UsageError

_NEAR = 80
"""How alike two names have to be, of 100, to ask whether one was meant for the other."""
_ALIKE = 82
"""How alike two words have to be that differ by more than one slip: a letter too many, too few, or another."""
_SLIPS = 2
"""So many slips a word may have."""
_SHORT = 4
"""Names of fewer letters are not alike for a single slip."""
_LIKELY = 60
"""How alike two names have to be, of 100, to be shown to somebody who named what is not there."""
_SHOWN = 3
_WORD = re.compile(r"[^\W_]+")


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The one of some names that a slip of the pen may have made into a text; None where none is near."""
    return next(iter(all_nearest(text, sorted(known))), None)


def all_nearest(text: str, known: Iterable[str]) -> list[str]:
    """The names nearest to a text, where a slip of the pen may have made them into it; several if they are equally near."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    asked, names = text.casefold(), {name: name.casefold() for name in known}
    alike = process.extract(asked, names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None)
    near = [name for folded, _, name in alike if _is_slip(asked, folded)]
    if not near and len(asked) >= _SHORT:
        near = [name for _, _, name in process.extract(asked, names, scorer=OSA.distance, score_cutoff=1, limit=None)]
    scores = [((fuzz.ratio(asked, names[name]), fuzz.ratio(text, name)), name) for name in near]
    best = max((score for score, _ in scores), default=None)
    return [name for score, name in scores if score == best]


def unknown(what: str, name: str, known: Iterable[str], command: str) -> UsageError:
    """The error for a name of nothing that is known, with what is called most nearly so.

    Args:
        command: what lists all that are known.
    """
    from rapidfuzz import fuzz, process

    like = process.extract(name, list(known), scorer=fuzz.ratio, limit=_SHOWN, score_cutoff=_LIKELY)
    near = ", ".join(match for match, _, _ in like)
    offer = f"Did you mean {near}? " if near else ""
    return UsageError(f"no {what} “{name}”", hint=f"{offer}`{command}` lists them all.")


def _is_slip(text: str, name: str) -> bool:
    """Whether they differ by a slip, or in no word by more than two; numbers may differ."""
    from rapidfuzz.distance import OSA

    if OSA.distance(text, name, score_cutoff=1) <= 1:
        return True
    words, others = _WORD.findall(text), _WORD.findall(name)
    if len(words) != len(others):
        return OSA.distance("".join(words), "".join(others), score_cutoff=1) <= 1
    pairs = zip(words, others, strict=True)
    return all(one == other or (one.isdigit() and other.isdigit()) or _is_word(one, other) for one, other in pairs)


def _is_word(one: str, other: str) -> bool:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) <= _SLIPS and fuzz.ratio(one, other) >= _ALIKE
