"""Capitalised words that may be personal names, with the titles before them.

Whether they name a person is for what stands around them to say; here only words that no name holds are kept out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from councilgraph.extract.words import load

_WORDS = load("names")
_TITLES = frozenset(title.casefold() for title in _WORDS["titles"])
_NOBLE = frozenset(title.casefold() for title in _WORDS["noble"])
_COUNCILLORS = frozenset(title.casefold() for title in _WORDS["councillors"])
_HONOURS = frozenset(_WORDS["honours"])
_PARTICLES = frozenset(_WORDS["particles"]) - {"of"}
_NEVER = frozenset(_WORDS["never"])
_SURNAMES = frozenset(_WORDS["surnames"])
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?:\.(?=\s+[^\W\d_]))?")
_MOST = 4  # words of a name


@dataclass(frozen=True, slots=True)
class Name:
    """Words that may be a name.

    Attributes:
        words: the name without titles.
        title: what stands before it, lower case, or None.
        begin: where the title begins.
        start, end: of the name's own words and of letters behind it ("OBE").
        owns: whether an apostrophe follows ("Mr Smith's").
    """

    words: tuple[str, ...]
    title: str | None
    begin: int
    start: int
    end: int
    owns: bool

    @property
    def text(self) -> str:
        """The name as printed; a peer of one name keeps the title."""
        noble = self.title and len(self.words) == 1 and self.title in _NOBLE
        return " ".join([self.title.title(), *self.words] if noble and self.title else self.words)

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1]

    @property
    def full(self) -> bool:
        """Whether it can stand for a person alone: two words, or a peer's title and one."""
        return len(self.words) > 1 or self.title in _NOBLE

    @property
    def councillor(self) -> bool:
        """Whether it is styled as a councillor's."""
        return self.title in _COUNCILLORS


def read_names(plain: str, start: int, end: int, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Name]:
    """What may be names in a stretch of plain text, in order.

    Args:
        taken: offsets of words that are no names, such as councils and posts, in order.
    """
    run: list[re.Match[str]] = []
    title: list[re.Match[str]] = []
    index = 0
    last = start
    for token in _TOKEN.finditer(plain, start, end):
        while index < len(taken) and taken[index][1] <= token.start():
            index += 1
        masked = index < len(taken) and taken[index][0] < token.end()
        near = plain[last : token.start()] in (" ", ". ", "  ") or not (run or title)
        last = token.end()
        word = token[0].rstrip(".")
        if not near:
            yield from _name(run, title)
            run, title = [], []
        if word.casefold() in _TITLES | _NOBLE and word[0].isupper():
            yield from _name(run, [] if run else title) if run else ()
            title = [token] if run or not title else [*title, token]
            run = []
        elif _fits(word, bool(run)) and not masked and not (run and run[-1][0].endswith("'s")):
            run.append(token)
        else:
            yield from _name(run, title)
            run, title = [], []
            if _fits(word, False) and not masked:
                run.append(token)
    yield from _name(run, title)


def _fits(word: str, inside: bool) -> bool:
    """Whether a word can be part of a name."""
    bare = word.removesuffix("'s")
    if inside and (word in _PARTICLES or bare in _SURNAMES):
        return True
    if not word[0].isupper() or bare in _NEVER or bare.split("-")[0] in _NEVER:
        return False
    return len(bare) == 1 or not bare.isupper() or (inside and bare in _HONOURS)


def _name(run: list[re.Match[str]], title: list[re.Match[str]]) -> Iterator[Name]:
    words = [token[0] for token in run]
    while words and (words[-1] in _HONOURS or words[-1] in _PARTICLES):
        words.pop()
    if not words or len(words) > _MOST + 1:
        return
    owns = words[-1].endswith("'s")
    words[-1] = words[-1].removesuffix("'s")
    if len(words[-1].rstrip(".")) < 2:
        return
    last = max(n for n, token in enumerate(run) if n < len(words) or token[0] in _HONOURS)
    end = run[last].end() - (2 if owns else 0)
    styled = " ".join(token[0].rstrip(".") for token in title).casefold() or None
    yield Name(tuple(words), styled, (title or run)[0].start(), run[0].start(), end, owns)
