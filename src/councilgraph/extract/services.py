"""Which service words are about, by a table of words (word list ``service-areas``)."""

import re
from collections.abc import Sequence
from functools import cache

from councilgraph.extract.words import load

_FIRST_SENTENCE = re.compile(r".*?[.!?](?=\s+[^\W\d_a-z]|\s*$)", re.DOTALL)


def service_area(words: str) -> str | None:
    """The key of the service area that words name; None where they name none.

    An area of the list's first table wins wherever it is named, else the one that is named first.
    """
    words = words.lower()
    for keys, pattern in _tables():
        if found := pattern.search(words):
            return keys[(found.lastindex or 1) - 1]
    return None


def about_care_leavers_alone(paragraph: str) -> bool:
    """Whether the first sentence of a paragraph names care leavers and no other children in care."""
    sentence = _FIRST_SENTENCE.match(paragraph)
    words = (sentence[0] if sentence else paragraph).lower()
    care_leavers, beside = _alone()
    return care_leavers.search(words) is not None and beside.search(words) is None


@cache
def _tables() -> list[tuple[list[str], re.Pattern[str]]]:
    """The keys of each table with one pattern that has a group for each of them."""
    tables = [load("service-areas")[part] for part in ("first", "then")]
    return [(sorted(table), _pattern([table[key] for key in sorted(table)])) for table in tables]


@cache
def _alone() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of care leavers, and of other children in care."""
    lists = load("service-areas")
    return _pattern([lists["first"]["care-leavers"]]), _pattern([lists["beside-care-leavers"]["words"]])


def _pattern(groups: Sequence[Sequence[str]]) -> re.Pattern[str]:
    """One pattern, a group for each list of words, for text in lower case."""
    found = ("(" + "|".join(re.escape(words.lower()) for words in group) + ")" for group in groups)
    return re.compile(r"(?<!\w)(?:" + "|".join(found).replace(r"\ ", r"\s+") + ")")
