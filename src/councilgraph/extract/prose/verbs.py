"""The verbs by which a text says that somebody speaks."""

import re
from collections.abc import Iterable

from councilgraph.extract.words import load

_WORDS = load("speech")["verbs"]


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first, any spaces within them."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


SAYING = alternatives([*_WORDS["say"], *_WORDS["call"], *_WORDS["object"]])
BEFORE = alternatives(_WORDS["before"])
SPEAKS = re.compile(
    rf"(?:\s*,\s+(?:(?:aged\s+)?\d\d,\s+)?(?:(?:aged\s+)?\d\d|[^,.\"]{{3,90}})\s*,|\s*,)?\s*(?:(?i:{BEFORE})\s+){{0,3}}(?:{SAYING})(?![\w-])"
)
"""What may stand behind a speaker: an apposition, auxiliaries, then a verb."""
SPOKEN = re.compile(
    r"(?:[\"',.!?]\s*)(?:said|says|added|adds|wrote|asked|explained|insisted|admitted|warned|argued|continued|told\s+\w+)\s+(?:the\s+)?$"
)
"""What stands before a speaker who is named behind the words: quotation mark or comma, then a verb."""
VERB = re.compile(
    rf"(?<![\w'-])(?:{alternatives([*_WORDS['say'], *_WORDS['call'], *_WORDS['object'], *_WORDS['find']])})(?![\w-])"
)
"""Any verb that may give words to a speaker."""
CALLING, OBJECT, GUARDED = frozenset(_WORDS["call"]), frozenset(_WORDS["object"]), frozenset(_WORDS["guarded"])
WHOLE = frozenset(_WORDS["whole"])
"""Verbs that are said with what follows them, since their sense turns or bears it."""
FINDING = frozenset(_WORDS["find"]) - frozenset(_WORDS["say"])
TELLING = frozenset(
    [
        "told",
        "tells",
        "telling",
        "informed",
        "informs",
        "assured",
        "assures",
        "reassured",
        "reassures",
        "asked",
        "asks",
        "asking",
        "urged",
        "urges",
        "urging",
    ]
)
PROMISING = frozenset(
    ["promised", "promises", "promising", "pledged", "pledges", "pledging", "vowed", "vows", "vowing", "agreed"]
)
