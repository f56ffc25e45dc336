"""The front page: who was inspected, when, and who led.

The title stands on top, with the council's name in it ("Inspection of Northmere local authority children’s services"),
above it or below it; labelled fields follow, mostly one a line. A field may run over lines, up to the next field or the
table of grades.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from councilgraph.extract.labels import Word, consumed, letters, words
from councilgraph.extract.pages import Line, Reading
from councilgraph.extract.words import load

_WORDS = load("reports")["front-page"]
_LETTERHEAD = frozenset(letters(line) for line in _WORDS["letterhead"])
_LABELS = sorted(
    ((letters(s), kind) for kind, several in _WORDS["fields"].items() for s in several), key=lambda x: -len(x[0])
)
_COLON = re.compile(r"[\s)]*[:–-]?\s*")
_OF_PLACE = re.compile(r"\s*(?:in|at|for)\s+", re.IGNORECASE)
_NAME = re.compile(r"[\s\d.–-]*(?:the\s+)?(?=[^\W\d_])", re.IGNORECASE)
_NAME_TAIL = re.compile(r"(?:\s+local\b.*)?(?:[’'‘`´]s)?[\s,:–-]*\Z", re.IGNORECASE | re.DOTALL)
_NOT_IN_NAME = re.compile(r"[:;?!]")
_NO_NAME = frozenset({"", "the", "localauthority", "thelocalauthority"})
_LONGEST_NAME = 120
_MOST_TITLE_LINES = 14
_MOST_FIELD_LINES = 6
_MOST_LINES = 45
_LONGEST_LINE = _LONGEST_FIELD = 1000
_TOP = 4000  # code points

TitleWords = Mapping[str, Sequence[str]]
"""What titles of a kind of report say: ``before`` and ``after`` the council's name, and ``never``."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words as printed, single spaces between them, with their offsets."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled field: where its label and its value begin, and the ends of the value's lines."""

    label: Stretch
    start: int
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Title and council, None where there is none, and the fields by kind (``dates``, ``leads``, ``published``)."""

    title: Stretch | None
    council: Stretch | None
    fields: dict[str, Field]


@dataclass(frozen=True, slots=True)
class _Label:
    line: int
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Title:
    """Offsets of a title and of what stands in the place of the council's name."""

    start: int
    name: int
    name_end: int
    end: int


def read_front_page(reading: Reading, titles: TitleWords, stop: int | None = None) -> FrontPage:
    """The front page of a report.

    Args:
        titles: what the title may say.
        stop: index of the line at which the table begins.
    """
    lines = [line for line in reading.lines[: _MOST_LINES if stop is None else stop] if line.page == 1]
    labels = [label for index, line in enumerate(lines) for label in _labels(reading.text, index, line)]
    fields: dict[str, Field] = {}
    for index, label in enumerate(labels):
        following = labels[index + 1] if index + 1 < len(labels) else None
        fields.setdefault(label.kind, _field(reading, lines, label, following))
    top = lines[: min(labels[0].line if labels else len(lines), _MOST_TITLE_LINES)]
    if not top:
        return FrontPage(None, None, fields)
    title, council = _title_and_council(reading, titles, top[0].start, top[-1].end)
    return FrontPage(title, council, fields)


def title_block(text: str) -> tuple[str, bool]:
    """The lines of a text above its first labelled field, and whether there is such a field."""
    rows = [row.strip() for row in re.split("[\n\f]", text[:_TOP]) if row.strip()][:_MOST_TITLE_LINES]
    first = next((index for index, row in enumerate(rows) if _label_at(words(row[:_LONGEST_LINE]), 0)), None)
    return "\n".join(rows[:first]), first is not None


def is_titled(text: str, titles: TitleWords) -> bool:
    """Whether a text begins with a title of a kind of report, and fields below it."""
    block, has_fields = title_block(text)
    if not has_fields or _title(block, words(block), titles) is None:
        return False
    spelt = letters(block)
    return not any(letters(never) in spelt for never in titles["never"])


def _label_at(among: Sequence[Word], index: int) -> tuple[int, str] | None:
    """The index after the label of a field that begins at a word, and the field's kind."""
    for label, kind in _LABELS:
        if (end := consumed(among, index, label)) is not None:
            return end, kind
    return None


def _labels(text: str, index: int, line: Line) -> Iterator[_Label]:
    """The labels on a line: at its beginning, and further on before a colon."""
    among = words(text, line.start, min(line.end, line.start + _LONGEST_LINE))
    at = 0
    while at < (len(among) if ":" in line.text else 1):
        found = _label_at(among, at)
        if found and (at == 0 or ":" in (_COLON.match(text, among[found[0] - 1].end) or "")[0]):
            yield _Label(index, found[1], among[at].start, among[found[0] - 1].end)
            at = found[0]
        else:
            at += 1


def _field(reading: Reading, lines: Sequence[Line], label: _Label, following: _Label | None) -> Field:
    last = min(following.line if following else len(lines), label.line + _MOST_FIELD_LINES)
    ends = [line.end for line in lines[label.line : last]]
    if following and len(ends) < _MOST_FIELD_LINES and following.start > lines[following.line].start:
        ends.append(following.start)
    value = _COLON.match(reading.text, label.end, ends[0])
    start = value.end() if value else label.end
    ends = [max(start, min(end, start + _LONGEST_FIELD)) for end in ends]
    return Field(_stretch(reading, label.start, label.end), start, tuple(ends))


def _title_and_council(
    reading: Reading, titles: TitleWords, start: int, end: int
) -> tuple[Stretch | None, Stretch | None]:
    """The title within a stretch, and the council: the name in the title, else before it, else after it."""
    text = reading.text
    found = _title(text, words(text, start, min(end, start + _TOP)), titles)
    if found is None:
        return None, None
    title = _stretch(reading, found.start, found.end)
    if letters(text[found.name : found.name_end]) not in _NO_NAME:
        return title, _name(reading, found.name, found.name_end)
    above = [line for line in reading.lines if start <= line.start < found.start]
    while above and (letters(above[0].text) in _LETTERHEAD or not letters(above[0].text)):
        above = above[1:]
    if above:
        return title, _name(reading, above[0].start, min(above[-1].end, found.start))
    place = _OF_PLACE.match(text, found.end, end)
    return title, _name(reading, place.end() if place else found.end, end)


def _title(text: str, among: Sequence[Word], titles: TitleWords) -> _Title | None:
    """The first title among words."""
    after = sorted(map(letters, titles["after"]), key=len, reverse=True)
    for before in map(letters, titles["before"]):
        for index in range(len(among)):
            name = consumed(among, index, before)
            if name is None:
                continue
            opened = among[name - 1].end
            for last in range(name, len(among)):
                if among[last].start > opened + _LONGEST_NAME or _NOT_IN_NAME.search(text, opened, among[last].start):
                    break
                end = next((end for words in after if (end := consumed(among, last, words)) is not None), None)
                if end is not None:
                    return _Title(among[index].start, opened, among[last].start, among[end - 1].end)
    return None


def _name(reading: Reading, start: int, end: int) -> Stretch | None:
    """The council's name in a stretch, without "the" before it; None where it can be no name."""
    found = _NAME.match(reading.text, start, end)
    tail = _NAME_TAIL.search(reading.text, start, end)
    end = tail.start() if tail else end
    if found is None or end - found.end() > _LONGEST_NAME:
        return None
    name = _stretch(reading, found.end(), end)
    return name if any(map(str.isupper, name.words)) else None


def _stretch(reading: Reading, start: int, end: int) -> Stretch:
    return Stretch(reading.words(start, end), start, end)
