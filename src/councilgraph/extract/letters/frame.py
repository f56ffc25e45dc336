"""The frame of a letter: what stands above its greeting and below its closing, and its subject.

The order varies: a date can stand anywhere, a subject above or below the greeting, the sender's name above and below.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from councilgraph.extract.letters.correspondents import Correspondent, read_block, read_copies
from councilgraph.extract.letters.dateline import Dated, read_dateline
from councilgraph.extract.letters.names import is_contact, is_post, is_same, read_name
from councilgraph.extract.letters.rows import Row
from councilgraph.extract.words import load

_LONGEST_GREETING = 120
_LONGEST_CLOSING = 60
_LONGEST_HEAD_ROW = 100  # code points of a row above the greeting; a longer one is prose
_MOST_HEAD = 120  # rows
_LONGEST_SUBJECT = 5  # rows
_LONGEST_SUBJECT_LINE = 220
_MOST_SIGNATURE = 40  # rows
_MOST_PAPER_HEAD = 4  # rows at the top in which the post of the one who writes may stand
_SENTENCE = re.compile(r"[.!?]['\")]?$")
_FIELD = re.compile(r"[A-Z][\w ]{1,20}:\s")
_FROM = re.compile(r"from(?:\s*:|\s+the)?\s+(?:office of (?:the )?)?", re.IGNORECASE)
_MARKUP = re.compile(r"^[#*_\s]+|[*_\s]+$")


@dataclass(slots=True)
class Frame:
    """A letter taken apart.

    Attributes:
        rows: all of them.
        head: rows above the greeting.
        subject: offsets of the subject line.
        body: the rows between greeting and closing, without the subject.
        annex, foot: rows of what is annexed behind the signature, and of what stands before that.
        addressees: people named above the greeting, of either side.
        signatories, copies: people named below the closing.
    """

    rows: Sequence[Row]
    head: Sequence[Row] = ()
    subject: tuple[int, int] | None = None
    body: Sequence[Row] = ()
    annex: Sequence[Row] = ()
    foot: Sequence[Row] = ()
    date: Dated | None = None
    addressees: list[Correspondent] = field(default_factory=list)
    signatories: list[Correspondent] = field(default_factory=list)
    copies: list[Correspondent] = field(default_factory=list)

    @property
    def senders(self) -> list[Correspondent]:
        """Those who sign, with the posts that they have above."""
        signed = "\n".join(row.text for row in self.foot).casefold()
        return [
            *self.signatories,
            *(
                person
                for person in self.addressees
                if person.name.casefold() in signed or any(is_same(person.name, one.name) for one in self.signatories)
            ),
        ]

    @property
    def people(self) -> Iterable[Correspondent]:
        """All people of the frame."""
        return [*self.addressees, *self.signatories, *self.copies]

    @property
    def subject_words(self) -> str:
        """The subject in single spaces."""
        if self.subject is None:
            return ""
        start, end = self.subject
        return " ".join(
            row.text[max(0, start - row.start) :] for row in self.rows if start < row.end and row.start < end
        )


def greeting_at(rows: Sequence[Row]) -> int | None:
    """The index of the row that greets."""
    greeting = [
        index
        for index, row in enumerate(rows[:_MOST_HEAD])
        if len(text := _MARKUP.sub("", row.text)) <= _LONGEST_GREETING
        and _greeting().match(text)
        and not _SENTENCE.search(text)
    ]
    dear = [index for index in greeting if _MARKUP.sub("", rows[index].text)[:4].casefold() == "dear"]
    return next(iter(dear or greeting), None)


def closing_at(rows: Sequence[Row], after: int) -> int | None:
    """The index of the row that closes a letter."""
    for index in range(after + 1, len(rows)):
        text = _MARKUP.sub("", rows[index].cells[0].text)
        if len(text) <= _LONGEST_CLOSING and _closing().fullmatch(text):
            return index
    return None


def read_frame(rows: Sequence[Row]) -> Frame:
    """Take a letter apart."""
    greeting = greeting_at(rows)
    start = -1 if greeting is None else greeting
    closing = closing_at(rows, start)
    stop = closing if closing is not None else _unclosed(rows, start)
    frame = Frame(rows, head=rows[: max(start, 0)])
    body = list(rows[start + 1 : stop])
    told_above = [row for row in frame.head if len(row.text) > _LONGEST_HEAD_ROW and _SENTENCE.search(row.text)]
    frame.subject, used = _subject(body)
    frame.body = [*told_above, *body[used:]]
    if frame.subject is None:
        frame.subject = _subject_above(frame.head)
    _read_foot(frame, rows[stop + (closing is not None) :])
    above = _copied_above(frame.head)
    if above:
        frame.copies = [*read_copies(_without_label(above)), *frame.copies]
    frame.addressees = read_block(_without_contacts([row for row in frame.head if row not in above]))
    _head_post(frame)
    frame.date = read_dateline([*frame.head, *frame.foot, *body[: used or 1], *rows[stop:]])
    return frame


def _read_foot(frame: Frame, rows: Sequence[Row]) -> None:
    """What stands below the closing: signatures, copies, annexes."""
    copies = annex = tail = len(rows)
    for index, row in enumerate(rows):
        text = _MARKUP.sub("", row.text)
        if index and _annex().match(text) and (row.gap or text.isupper()):
            annex = index
            break
        if copies == len(rows) and _copies().match(text):
            copies = index
        if index and tail == len(rows) and _tail().match(text) and (row.gap or index > 1):
            tail = index
    end = min(tail if tail > copies or copies == len(rows) else copies, annex)
    signature = list(rows[: min(copies, end, annex, _MOST_SIGNATURE)])
    frame.signatories = read_block(_without_contacts(signature), signature=True)
    listed = list(rows[copies : min(annex, tail if tail > copies else annex)])
    if listed:
        listed = _without_label(listed)
        frame.copies = read_copies(listed)
    frame.annex = rows[annex:]
    frame.foot = rows[:annex]


def _head_post(frame: Frame) -> None:
    """Give the one who signs without a post the one that the head of the paper names by itself; who has one above is known."""
    above = [person.name for person in frame.addressees]
    frame.signatories = [
        one for one in frame.signatories if one.post or not any(is_same(one.name, name) for name in above)
    ]
    unposted = [one for one in frame.signatories if one.post is None]
    taken = {span for person in frame.addressees for span in person.spans}
    for row in frame.head[: _MOST_PAPER_HEAD if len(unposted) == 1 else 0]:
        cell = row.cells[0]
        label = _FROM.match(cell.text)
        post = cell.text[label.end() if label else 0 :].rstrip(",")
        if is_post(post) and not read_name(post) and (cell.start, cell.end) not in taken:
            unposted[0].post = post
            unposted[0].spans.append((cell.end - len(cell.text) + (label.end() if label else 0), cell.end))
            return


def _copied_above(head: Sequence[Row]) -> list[Row]:
    """The rows above the greeting that say who gets a copy."""
    first = next((n for n, row in enumerate(head) if (found := _copies().match(row.text)) and ":" in found[0]), None)
    if first is None:
        return []
    last = next((n for n in range(first + 1, len(head)) if head[n].gap or _FIELD.match(head[n].text)), len(head))
    return list(head[first:last])


def _without_label(rows: list[Row]) -> list[Row]:
    """The rows of a copy list without the word that begins it."""
    found = _copies().match(rows[0].text)
    first = rows[0]
    if not found:
        return rows
    cells = []
    start = first.start + found.end()
    for cell in first.cells:
        if cell.end > start:
            cut = max(0, start - cell.start)
            words = cell.text[cut:]
            cut += len(words) - len(words.lstrip(" :"))
            if cell.text[cut:].strip():
                cells.append(type(cell)(cell.start + cut, cell.end, cell.text[cut:]))
    rest = rows[1:]
    if not cells:
        return rest
    return [
        Row(cells[0].start, first.end, first.text[found.end() :].strip(" :"), first.indent, True, tuple(cells)),
        *rest,
    ]


def _subject(body: Sequence[Row]) -> tuple[tuple[int, int] | None, int]:
    """The subject below the greeting, and how many rows it takes."""
    rows: list[Row] = []
    for row in body[:_LONGEST_SUBJECT]:
        if rows and (row.gap or _is_sentence_like(row.text, rows)):
            break
        rows.append(row)
    if not rows:
        return None, 0
    words = " ".join(row.text for row in rows)
    labelled = _label().match(words)
    ends_like_prose = _SENTENCE.search(words) or words.endswith((",", ";", ":"))
    if not labelled and (ends_like_prose or len(words) > _LONGEST_SUBJECT_LINE):
        return None, 0
    if len(rows) == _LONGEST_SUBJECT and not labelled:
        return None, 0
    opening = labelled or _MARKUP.match(words)
    return (rows[0].start + (opening.end() if opening else 0), rows[-1].end), len(rows)


def _is_sentence_like(text: str, above: Sequence[Row]) -> bool:
    """Whether a row below a subject begins the first paragraph where no empty line parts them."""
    return (above[-1].text.isupper() and not text.isupper()) or bool(
        re.match(r"(?:Thank|This letter|I am|I was|Following|We )\b", text)
    )


def _subject_above(head: Sequence[Row]) -> tuple[int, int] | None:
    """A subject above the greeting: a row labelled so, or one in capitals below the addressee."""
    for row in reversed(head[-6:]):
        text = _MARKUP.sub("", row.text)
        if (found := _label().match(row.text)) and not is_contact(row.text):
            return row.start + found.end(), row.end
        if (
            len(text) > 20
            and text.isupper()
            and not is_contact(text)
            and not any(map(str.isdigit, text[-3:]))
            and not text.startswith("[")
        ):
            return row.start, row.end
    return None


def _unclosed(rows: Sequence[Row], start: int) -> int:
    """Where the body of a letter without a closing ends: above a name with a post, or a copy list, else nowhere."""
    for index in range(max(start + 1, len(rows) - _MOST_SIGNATURE), len(rows)):
        row = rows[index]
        if _copies().match(row.text) and row.gap and ":" in row.text:
            return index
        if (
            row.gap
            and read_name(row.cells[0].text)
            and index + 1 < len(rows)
            and is_post(rows[index + 1].cells[0].text)
        ):
            return index
    return len(rows)


def _without_contacts(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if not all(is_contact(cell.text) for cell in row.cells)]


@cache
def _any(key: str) -> str:
    phrases = sorted(load("letters")["frame"][key], key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)


@cache
def _greeting() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('greetings')})\b", re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('closings')})\W*|yours,?\s[^.;:]{{0,40}}", re.IGNORECASE)


@cache
def _copies() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('copies')})(?:\s*:|(?=\s+[A-Z])|\s*$)", re.IGNORECASE)


@cache
def _annex() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('annexes')})\b(?!.*[.;,]$)", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('tails')})\b", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(load("letters")["frame"]["subjects"])
    return re.compile(rf"\W*(?:{words})\s*:\s*", re.IGNORECASE)
