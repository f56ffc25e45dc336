"""Names of councils taken apart: what the place is called, and what kind of body the words say it is.

"City of Bradford Metropolitan District Council" is the place ``bradford`` with the words city, metropolitan and
district. Places are compared whole and never in part, so near-names stay apart; the words decide between bodies of
one place (Durham's county council is not the city council that it replaced).
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_ABBREVIATIONS: dict[str, str] = _WORDS["abbreviations"]
KINDS, NOISE, _JOINTS = (frozenset(_WORDS[key]) for key in ("kinds", "noise", "joints"))
KINDS_OF_TYPE: dict[str, frozenset[str]] = {key: frozenset(kinds) for key, kinds in _WORDS["kinds-of-type"].items()}


def plain(name: str) -> str:
    """Lower-case ASCII words parted by single spaces: case, accents and punctuation folded, "&" read as "and"."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold().replace("&", " and "))
    letters = "".join(c for c in letters if c not in "'’‘`´" and not unicodedata.combining(c))
    return " ".join(re.findall("[a-z0-9]+", letters))


def slug(name: str) -> str:
    """The words of a name as the last segment of an IRI."""
    return plain(name).replace(" ", "-")


def fold(name: str) -> str:
    """`plain`, with abbreviations and spellings brought to one form ("St.", "Saint"; "upon", "on"; "MBC")."""
    return " ".join(_ABBREVIATIONS.get(word, word) for word in plain(name).split())


@dataclass(frozen=True, slots=True)
class Name:
    """A council's name: ``place`` in folded words, ``kinds`` the words for the kind of body, ``london`` among them."""

    place: str
    kinds: frozenset[str]

    @classmethod
    def parse(cls, printed: str) -> "Name":
        """Take a printed name apart; ``place`` is empty where nothing but words for a body is left."""
        words = fold(printed).split()
        kinds = set()
        place = []
        for word, following in zip_longest(words, words[1:]):
            if word in KINDS or (word == "london" and following == "borough"):
                kinds.add(word)
            elif word not in NOISE:
                place.append(word)
        while place and place[0] in _JOINTS:
            del place[0]
        while place and place[-1] in _JOINTS:
            del place[-1]
        return cls(" ".join(place), frozenset(kinds))
