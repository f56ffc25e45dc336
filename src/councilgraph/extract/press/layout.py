"""Which lines of an article are content, and what each is: headline, standfirst, paragraph, caption, pull quote.

What a page puts around an article (links to others, adverts, jobs, comments, who wrote it and when) is no passage, so
nothing that is read from passages can come from it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from councilgraph.extract.pages import Reading
from councilgraph.extract.press.rows import Row, rows
from councilgraph.extract.prose.passages import (
    ALT_TEXT,
    BULLET,
    CAPTION,
    HEADING,
    HEADLINE,
    PARAGRAPH,
    PULL_QUOTE,
    STANDFIRST,
    Passage,
)
from councilgraph.extract.words import load

_WORDS = load("layout")
_CAPTIONS = _WORDS["captions"]
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_ENOUGH = 3  # paragraphs after which a line of links ends the article
_FEW = 8  # words of a heading
_LONG = 15  # words that make a paragraph even without a full stop


def _phrase(phrase: str) -> str:
    return re.escape(phrase).replace(r"\#", r"(?:#|\d+)").replace(r"\*", r"\w+(?: \w+){0,2}").replace(r"\ ", r"\s+")


def _beginning(phrases: Iterable[str], before: str = "", after: str = r"(?![\w'])") -> re.Pattern[str]:
    ordered = sorted(set(phrases), key=len, reverse=True)
    return re.compile(rf"\W{{0,4}}{before}(?:{'|'.join(map(_phrase, ordered))}){after}", re.IGNORECASE)


_END = _beginning(_WORDS["end"])
_SPOKEN = _beginning(_WORDS["sentences"])
_ASIDE = _beginning(_WORDS["aside"], after=r"\W*$")
_NOISE = _beginning(_WORDS["noise"], after=r"(?:\W*$|\s?[:|,>].*$|\s+[A-Z].*(?<![.!?\"'])$)")
_LINK = re.compile(
    r"(?:[A-Z][A-Z &]{2,30}|[Rr]ead(?: more| also| next)?|[Mm]ore|[Ww]atch|[Ll]isten|[Ss]ee also|[Rr]elated)\s?:\s\S"
    r".{0,200}"
)
_SENTENCE = re.compile(r"[.!?…]['\")\]]*$")
_QUOTED_END = re.compile(r"[\"']$")
_DATE = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b"
    rf"|\b{_MONTH}\s+(?:19|20)\d\d\b|\b\d{{1,2}}[:.]\d\d\s?(?:am|pm|GMT|BST)\b"
    r"|\b\d+\s+(?:minutes?|hours?|days?|weeks?|months?|years?)\s+ago\b)"
)
_BYLINE = re.compile(r"(?:[Bb]y|BY|Words|From)\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){1,3}\b.{0,60}")
_NAME = re.compile(r"(?:[A-Z][\w'.-]*)(?:\s+(?:&\s+)?[A-Z][\w'.-]*){0,3}")
_CREDIT = re.compile(
    rf"(?:(?<=[.!?\"')a-z])|^|\s)(?:{'|'.join(map(_phrase, sorted(_CAPTIONS['after'], key=len, reverse=True)))})"
    r"(?:\s?[:,©]|\s+(?:by|from)\b|\s+(?=[A-Z]))\s*[^.!?]{0,60}$",
    re.IGNORECASE,
)
_CAPTION = _beginning(_CAPTIONS["before"], after=r"\s?(?:[:,]\s*|\s+(?=[A-Z]))")
_CAPTION_ALONE = _beginning(_CAPTIONS["before"][:5], after=r"\W*$")
_POSED = re.compile("|".join(map(re.escape, _CAPTIONS["posed"])), re.IGNORECASE)
_SITE = re.compile(r"(?:[A-Z][\w&'-]*\s){0,4}?[A-Z][\w&'-]*:\s(?=[A-Z])")
_START_QUOTE = _beginning(_WORDS["pull-quote"]["start"])
_END_QUOTE = _beginning(_WORDS["pull-quote"]["end"], after=r"\b\s*")


def passages(reading: Reading) -> list[Passage]:
    """The content of an article, in its order."""
    found = _Layout(rows(reading)).read()
    return list(_without_repeats(reading, found))


@dataclass(slots=True)
class _Layout:
    """One walk over the rows of a page."""

    rows: Sequence[Row]
    prose: int = 0
    headed: bool = False
    aside: bool = False

    def read(self) -> list[Passage]:
        """Passages, in order."""
        last = max((index for index, row in enumerate(self.rows) if _is_prose(row) and not _is_noise(row)), default=-1)
        found: list[Passage] = []
        index = 0
        while index < len(self.rows):
            row = self.rows[index]
            if _START_QUOTE.match(row.words):
                quote, index = self._pull_quote(index)
                found += quote
                continue
            if _is_end(row):
                if self.prose >= _ENOUGH or index > last:
                    break
                self.aside = True
            elif _ASIDE.match(row.words):
                self.aside = True
            elif _CAPTION_ALONE.match(row.words):
                if index + 1 < len(self.rows):
                    index += 1
                    found.append(Passage(CAPTION, self.rows[index].start, self.rows[index].end))
            else:
                found += self._passage(index, last, found)
            index += 1
        return found

    def _passage(self, index: int, last: int, found: Sequence[Passage]) -> Iterator[Passage]:
        """What a row is, if it is content."""
        row = self.rows[index]
        picture = list(_picture(row))
        before = self.rows[index - 1] if index else None
        after = self.rows[index + 1] if index + 1 < len(self.rows) else None
        if picture:
            yield from picture if not before or before.words != row.words else ()
        elif _is_noise(row):
            return
        elif after and after.words == row.words:
            yield Passage(CAPTION, row.start, row.end)
        elif before and before.words == row.words:
            return
        elif row.bullet and (not self.aside or (_is_prose(row) and self.prose)):
            self.aside = False
            yield Passage(BULLET if row.bullet and self._lists(index) else PARAGRAPH, row.start, row.end)
        elif _is_prose(row) or (self.prose and row.count > _LONG and not self.aside):
            self.aside = False
            self.prose += 1
            yield Passage(PARAGRAPH, row.start, row.end)
        elif self.aside:
            return
        elif not self.prose:
            yield from self._head(row)
        elif index < last or self._lists(index):
            yield from self._between(index)

    def _head(self, row: Row) -> Iterator[Passage]:
        """A row above the first paragraph."""
        if _BYLINE.fullmatch(row.words) or (_DATE.search(row.words) and row.count <= 2 * _FEW):
            return
        if _NAME.fullmatch(row.words) and row.count <= 4:
            return
        if not self.headed and row.count >= 4:
            self.headed = True
            yield Passage(HEADLINE, row.start, row.end)
        elif row.count >= 5:
            yield Passage(STANDFIRST, row.start, row.end)

    def _between(self, index: int) -> Iterator[Passage]:
        """A row without a full stop between paragraphs: a heading, a part of a list, or what stands below a picture."""
        row = self.rows[index]
        if (_DATE.search(row.words) and row.count <= 5) or _BYLINE.fullmatch(row.words):
            return
        if self._lists(index):
            yield Passage(BULLET, row.start, row.end)
        elif row.count <= _FEW:
            yield Passage(HEADING, row.start, row.end)
        else:
            yield Passage(CAPTION, row.start, row.end)

    def _lists(self, index: int) -> bool:
        """Whether a row is part of a list that a colon or a heading in capitals opens."""
        row = self.rows[index]
        while index and not self.rows[index].bullet and not self.rows[index].parted:
            index -= 1
            if self.rows[index].words.isupper() or self.rows[index].words.endswith(":"):
                return True
        if row.bullet:
            while index and self.rows[index].bullet:
                index -= 1
            return _is_prose(self.rows[index]) or not _ASIDE.match(self.rows[index].words)
        return False

    def _pull_quote(self, index: int) -> tuple[list[Passage], int]:
        """The quotation that begins at a row, and the index after it."""
        for end in range(index + 1, min(index + 8, len(self.rows))):
            closing = _END_QUOTE.match(self.rows[end].words)
            if closing and end > index + 1:
                speaker = self.rows[end].words[closing.end() :].strip()
                following = end + 1
                if not speaker and following < len(self.rows):
                    speaker = self.rows[following].words
                    following += 1
                first, last = self.rows[index + 1], self.rows[end - 1]
                return [Passage(PULL_QUOTE, first.start, last.end, speaker or None)], following
        return [], index + 1


def _is_prose(row: Row) -> bool:
    """Whether a row is a paragraph: some words with a full stop, or many."""
    if _SENTENCE.search(row.words) and (row.count >= 4 or row.words[0] in "\"'"):
        return True
    return row.count >= 3 and row.words.endswith((":", ",", ";"))


def _is_end(row: Row) -> bool:
    """Whether nothing of the article stands after a row."""
    if _SPOKEN.match(row.words):
        return True
    if not (found := _END.match(row.words)) or (_is_prose(row) and not row.words.endswith(":")):
        return False
    return " " in found[0].strip() or not row.words[found.end() :].strip(" :.>-|()0123456789")


def _is_noise(row: Row) -> bool:
    return bool(
        (_NOISE.match(row.words) and not (row.count > _FEW and _is_prose(row)))
        or (_LINK.fullmatch(row.words) and not _QUOTED_END.search(row.words))
    )


def _picture(row: Row) -> Iterator[Passage]:
    """The words that belong to a picture: what it shows, what stands below it; without who took it."""
    words = row.words
    if opening := _CAPTION.match(words):
        credit = _CREDIT.search(words, opening.end())
        yield from _cut(row, CAPTION, opening.end(), credit.start() if credit else len(words))
    elif posed := _POSED.search(words):
        yield from _cut(row, ALT_TEXT, 0, posed.start())
        yield from _cut(row, CAPTION, posed.end(), len(words))
    elif (credit := _CREDIT.search(words)) and credit.start() > 0:
        named = words[credit.start() :].lstrip().casefold()
        kind = ALT_TEXT if named.startswith(("image source", "image copyright")) else CAPTION
        yield from _cut(row, kind, 0, credit.start())
    elif credit:
        yield from ()
    elif site := _SITE.match(words):
        rest = words[site.end() :]
        half = rest[: len(rest) // 2].strip()
        if rest[len(half) :].strip() == half and half:
            yield from _cut(row, CAPTION, site.end(), site.end() + len(half))


def _cut(row: Row, kind: str, start: int, end: int) -> Iterator[Passage]:
    """A part of a row as a passage."""
    stretch = row.words[start:end]
    first = start + len(stretch) - len(stretch.lstrip())
    last = start + len(stretch.rstrip(" ,"))
    if first < last:
        yield Passage(kind, row.at(first), row.at(last - 1) + 1)


def _without_repeats(reading: Reading, found: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, the first paragraph as standfirst where later ones say its sentences again."""
    first = next((passage for passage in found if passage.kind == PARAGRAPH), None)
    for passage in found:
        if passage is first and _said_again(reading.text, passage):
            passage = Passage(STANDFIRST, passage.start, passage.end)
        yield passage


def _said_again(text: str, passage: Passage) -> bool:
    sentences = [s for s in re.split(r"(?<=[.!?])\s+", text[passage.start : passage.end].strip()) if s]
    return bool(sentences) and all(len(s) > 20 and s in text[passage.end :] for s in sentences)
