"""Which service words are about, by a table of words (word list ``service-areas``)."""

import re
from functools import cache

from councilgraph.extract.words import load

_FIRST_SENTENCE = re.compile(r".*?[.!?](?=\s+[^\W\d_a-z]|\s*$)", re.DOTALL)


def service_area(words: str) -> str | None:
    """The key of the service area that words name; None where they name none.

    An area of the list's first table wins wherever it is named, else the one that is named first.
    """
    first, then = _tables()
    for table in (first, then):
        named = [(found.start(), key) for key, pattern in table.items() if (found := pattern.search(words))]
        if named:
            return min(named)[1]
    return None


def about_care_leavers_alone(paragraph: str) -> bool:
    """Whether the first sentence of a paragraph names care leavers and no other children in care."""
    sentence = _FIRST_SENTENCE.match(paragraph)
    words = sentence[0] if sentence else paragraph
    return _tables()[0]["care-leavers"].search(words) is not None and _beside().search(words) is None


@cache
def _tables() -> tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]]:
    lists = load("service-areas")
    first, then = ({key: _pattern(words) for key, words in lists[part].items()} for part in ("first", "then"))
    return first, then


@cache
def _beside() -> re.Pattern[str]:
    return _pattern(load("service-areas")["beside-care-leavers"]["words"])


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)).replace(r"\ ", r"\s+") + ")", re.IGNORECASE)
