"""Lines of a letter's frame: whether one is a name, a post, a body or a way of contact.

A name is a title with a surname, or two to five words with capitals, initials among them; titles, honours and letters
behind a name are no part of it.
"""

import re
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.words import load

_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_SPOKEN = re.compile(r"^[A-Z][AEIOUY]$|^[AEIOUY][A-Z]$")  # two capitals that may be a forename ("JO")
_LONGEST = 70  # code points of a line with a name
_SHOUTED = re.compile(r"[^a-z]*")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in a text: its words, their offsets in it, whether a title stands before it, and a style behind."""

    words: str
    start: int
    end: int
    titled: bool
    style: str | None = None
    member: bool = False


def read_name(text: str) -> Name | None:
    """The name that a text consists of, but for titles and honours; None where it is anything else."""
    if not text or len(text) > _LONGEST:
        return None
    before = _titles().match(text)
    start = before.end() if before else 0
    end = len(text.rstrip(" ,:"))
    style: str | None = None
    member = False
    while found := _honours().search(text, start, end):
        end = found.start()
        if found["style"]:
            style = found["style"]
        member = member or found["honour"] == "MP"
    words = text[start:end].split()
    title = before[0].strip() if before else ""
    titled = bool(title)
    if style is None and _holding("posts").search(title):
        style = title
    if not words or not (1 if titled else 2) <= len(words) <= 5 or not all(map(_is_name_word, words)):
        return None
    last = words[-1].casefold()
    if _INITIALS.fullmatch(words[-1]) or last in _particles() or not words[-1][0].isupper():
        return None
    if any(word.casefold().rstrip(".,") in _never() for word in words):
        return None
    return Name(_cased(" ".join(words)), start, end, titled, style, member)


def is_post(text: str) -> bool:
    """Whether a line is a post somebody holds."""
    words = load("letters")["names"]
    if text in words["styles"]:
        return True
    return _holding("posts").search(text) is not None and not text.endswith((".", "?"))


def is_body(text: str) -> bool:
    """Whether a line is the name of a body."""
    return _holding("bodies").search(text) is not None and text[:1].isupper()


def is_contact(text: str) -> bool:
    """Whether a line tells how to reach somebody."""
    return "@" in text or "www." in text or ".gov.uk" in text or _contacts().match(text) is not None


def is_interim(post: str) -> bool:
    """Whether somebody holds a post for a time."""
    return re.search(r"\b(?:" + "|".join(load("letters")["names"]["interim"]) + r")\b", post, re.IGNORECASE) is not None


def _is_name_word(word: str) -> bool:
    if word.casefold() in _particles():
        return True
    if _INITIALS.fullmatch(word):
        return True
    return _WORD.fullmatch(word) is not None and (word[0].isupper() or word[:2].casefold() in ("d'", "o'"))


def _cased(name: str) -> str:
    """A name printed in capitals, as it would be written."""
    if not _SHOUTED.fullmatch(name) or all(_INITIALS.fullmatch(word) for word in name.split()):
        return name
    words = [
        word
        if _INITIALS.fullmatch(word) and len(word) < 3 and not _SPOKEN.search(word)
        else re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
        for word in name.split()
    ]
    return " ".join(re.sub(r"^Mc([a-z])", lambda found: "Mc" + found[1].upper(), word) for word in words)


@cache
def _never() -> frozenset[str]:
    words = load("letters")["names"]
    single = [word for kind in ("posts", "bodies") for word in words[kind] if " " not in word]
    # Names of people that are also words of the lists.
    return frozenset([*words["never"], *single]) - {"lead", "speaker", "sheriff", "judge"}


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("letters")["names"]["particles"])


@cache
def _titles() -> re.Pattern[str]:
    titles = "|".join(map(re.escape, sorted(load("letters")["names"]["titles"], key=len, reverse=True)))
    return re.compile(rf"(?:(?:{titles})\.?(?=\s)\s+)*", re.IGNORECASE)


@cache
def _honours() -> re.Pattern[str]:
    words = load("letters")["names"]
    return re.compile(
        rf"[\s,]+(?:(?P<honour>{'|'.join(words['honours'])})|(?P<style>{'|'.join(words['styles'])}))[.,]*$"
    )


@cache
def _holding(kind: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("letters")["names"][kind], key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE)


@cache
def _contacts() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("letters")["frame"]["contacts"], key=len, reverse=True)))
    return re.compile(rf"(?:{words})(?:\s*[:.]|\s+(?=[\d(+]))", re.IGNORECASE)
