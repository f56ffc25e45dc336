"""The verbs by which a text says that somebody speaks."""

import re
from collections.abc import Iterable

from councilgraph.extract.words import load

_WORDS = load("speech")["verbs"]


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first, any spaces within them."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


_DOWN_TO = r"puts?\s+(?:[\w'-]+\s+){1,6}?down\s+to"  # "put the rise down to luck"
SAYING = _DOWN_TO + "|" + alternatives([*_WORDS["say"], *_WORDS["call"], *_WORDS["object"]])
BEFORE = (
    alternatives(_WORDS["before"])
    + r"|(?:went|goes|took|takes|logged)\s+(?:on|on\s+to|onto|to)\s+\w+\s+to|us(?:ed|es|ing)\s+(?:[\w'-]+\s+){1,5}?to"
)
SPEAKS = re.compile(
    rf"(?:\s*,\s+(?:(?:aged\s+)?\d\d,\s+)?(?:(?:aged\s+)?\d\d|[^,.\"]{{3,90}})\s*,|\s*,)?"
    rf"\s*(?:(?i:{BEFORE})\s+){{0,3}}(?:{SAYING})(?![\w-])"
)
"""What may stand behind a speaker: an apposition, auxiliaries, then a verb."""
SPOKEN = re.compile(rf"(?:[\"',.!?]\s*)(?:(?:{alternatives(_WORDS['inverted'])})|told\s+\w+)\s+(?:the\s+)?$")
"""What stands before a speaker who is named behind the words: quotation mark or comma, then a verb."""
VERB = re.compile(rf"(?<![\w'-])(?:{SAYING}|{alternatives([*_WORDS['state'], *_WORDS['find']])})(?![\w-])")
"""Any verb that may give words to a speaker."""


def word_of(verb: re.Match[str]) -> str:
    """A verb as the word lists have it."""
    word = " ".join(verb[0].split()).casefold()
    return "put down to" if word.startswith("put") and word.endswith("down to") else word


CALLING, OBJECT, GUARDED = frozenset(_WORDS["call"]), frozenset(_WORDS["object"]), frozenset(_WORDS["guarded"])
STATE, MIND, BLAME = frozenset(_WORDS["state"]), frozenset(_WORDS["mind"]), frozenset(_WORDS["blame"])
WHOLE = frozenset(_WORDS["whole"])
"""Verbs that are said with what follows them, since their sense turns or bears it."""
FINDING = frozenset(_WORDS["find"]) - frozenset(_WORDS["say"])
_GRAMMAR = load("speech")["grammar"]
TELLING, PROMISING = frozenset(_GRAMMAR["telling"]), frozenset(_GRAMMAR["promising"])
APOLOGISING = frozenset(_GRAMMAR["apologising"])
"""Verbs that alone are a courtesy; with the speaker's own words they are a claim."""
