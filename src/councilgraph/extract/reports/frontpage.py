"""The front page: who was inspected, when, and who led.

The title stands on top, with the council's name in it ("Inspection of Northmere local authority children's services") or
above it; labelled fields follow. A field may run over lines, up to the next field or the table of grades.
"""

import re
from dataclasses import dataclass

from councilgraph.extract.labels import letters
from councilgraph.extract.pages import Reading
from councilgraph.extract.words import load

_WORDS = load("reports")["front-page"]
_LETTERHEAD = frozenset(letters(line) for line in _WORDS["letterhead"])
_LABELS = "|".join(
    f"(?P<{kind}>{'|'.join(sorted(labels, key=len, reverse=True))})" for kind, labels in _WORDS["fields"].items()
)
_FIELD = re.compile(rf"(?:{_LABELS})(?![^\W\d_])".replace(" ", r"\s+"), re.IGNORECASE)
_COLON = re.compile(r"(?:\(s\))?\s*[:–-]?\s*")
_TITLE = re.compile(
    r"\binspection\s+of\s+(?P<council>(?:(?!\binspection\b)[^:;?!]){0,120}?)\s*"
    r"(?:\blocal\s+authority(?:[’'‘`]?s)?\s+)?\bchildren\s?[’'‘`´]?\s?s\s+(?:social\s+care\s+|social\s+work\s+)?services\b",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(r"\s*(?:in|at|for)\s+", re.IGNORECASE)
_NAME = re.compile(r"(?:\s*the\b)?\s*(?=[^\W\d_])")
_NAME_TAIL = re.compile(r"(?:[’'‘`´]s)?[\s,:–-]*\Z")
_NO_NAME = frozenset({"", "the", "localauthority", "thelocalauthority"})
_LONGEST_NAME = 100
_MOST_TITLE_LINES = 14
_MOST_FIELD_LINES = 6
_MOST_LINES = 45
_TOP = 4000  # code points


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


def read_front_page(reading: Reading, stop: int | None = None, title: re.Pattern[str] = _TITLE) -> FrontPage:
    """The front page of a report.

    Args:
        stop: index of the line at which the table begins.
        title: what the title says; where the council's name stands in it, as the group ``council``.
    """
    lines = [line for line in reading.lines[: _MOST_LINES if stop is None else stop] if line.page == 1]
    labels = [(index, found) for index, line in enumerate(lines) if (found := _FIELD.match(line.text))]
    fields: dict[str, Field] = {}
    ends = [*(index for index, _ in labels[1:]), len(lines)]
    for (index, found), following in zip(labels, ends, strict=True):
        start = reading.text.index(found[0], lines[index].start)
        value = _COLON.match(reading.text, start + found.end(), lines[index].end)
        last = min(following, index + _MOST_FIELD_LINES)
        line_ends = tuple(line.end for line in lines[index:last])
        kind = str(found.lastgroup)
        label = Stretch(found[0], start, start + found.end())
        fields.setdefault(kind, Field(label, value.end() if value else label.end, line_ends))
    top = lines[: min([index for index, _ in labels] + [len(lines), _MOST_TITLE_LINES])]
    if not top:
        return FrontPage(None, None, fields)
    return FrontPage(*_title(reading, top[0].start, top[-1].end, title), fields)


def title_block(text: str) -> tuple[str, bool]:
    """The lines of a text above its first labelled field, and whether there is such a field."""
    rows = [row.strip() for row in text[:_TOP].split("\n") if row.strip()][:_MOST_TITLE_LINES]
    first = next((index for index, row in enumerate(rows) if _FIELD.match(row)), None)
    return "\n".join(rows[:first]), first is not None


def is_titled(text: str) -> bool:
    """Whether a text begins with the title of an inspection of a council's services, and fields below it."""
    block, has_fields = title_block(text)
    return has_fields and _TITLE.search(block) is not None


def _title(reading: Reading, start: int, end: int, wanted: re.Pattern[str]) -> tuple[Stretch | None, Stretch | None]:
    """The title within a stretch, and the council: the name in the title, else before it, else after it."""
    found = wanted.search(reading.text, start, end)
    if found is None:
        return None, None
    title = _stretch(reading, *found.span())
    if letters(found.groupdict().get("council") or "") not in _NO_NAME:
        return title, _name(reading, *found.span("council"))
    above = [line for line in reading.lines if start <= line.start < found.start()]
    while above and (letters(above[0].text) in _LETTERHEAD or not letters(above[0].text)):
        above = above[1:]
    if above:
        return title, _name(reading, above[0].start, min(above[-1].end, found.start()))
    place = _OF_PLACE.match(reading.text, found.end(), end)
    return title, _name(reading, place.end() if place else found.end(), end)


def _name(reading: Reading, start: int, end: int) -> Stretch | None:
    """The council's name in a stretch, without "the" before it."""
    found = _NAME.search(reading.text, start, end)
    tail = _NAME_TAIL.search(reading.text, start, end)
    end = tail.start() if tail else end
    if found is None or not reading.text[found.end()].isupper() or end - found.end() > _LONGEST_NAME:
        return None
    return _stretch(reading, found.end(), end)


def _stretch(reading: Reading, start: int, end: int) -> Stretch:
    return Stretch(reading.words(start, end), start, end)
