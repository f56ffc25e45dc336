"""The people of a letter's frame: those it is written to, those who sign it, and those who get a copy.

A person of the frame is a name with a post beside or below it, or, with a title, above the name of a body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilgraph.extract.letters.names import is_body, is_contact, is_interim, is_post, read_name
from councilgraph.extract.letters.rows import Cell, Row

_PART = re.compile(r"\s*(?:,|;|\s[-–—]\s|\s\()\s*")
_LABEL = re.compile(
    r"\s*(?:from|to|for the attention of|fao|signed|by|copy to|copy|copies to|copied to|cc)\s*:?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:,|-|/|&|\b(?:and|of|for|the|to|in|with|on)|'s)$", re.IGNORECASE)
_CHAIR_OF = re.compile(r"\bchair(?:man|woman|person)?,?(?: of)?(?: the)? (?P<body>[A-Z].*)$", re.IGNORECASE)
_AND_PERSON = re.compile(
    r",?\s+(?:and|&)\s+(?=(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Councillor|Lord|Baroness|Prof|Professor)\b)"
)
_PLACEHOLDER = re.compile(r"\[.*\]|_+|\.{3,}")
_NEAR = 8  # columns
_MOST_ROWS = 7  # of one person's post and body


@dataclass(slots=True)
class Correspondent:
    """A person of the frame; ``spans`` are the offsets of name, post and body."""

    name: str
    post: str | None
    body: str | None
    spans: list[tuple[int, int]] = field(default_factory=list)
    titled: bool = False
    member: bool = False

    @property
    def interim(self) -> bool:
        """Whether the post is held for a time."""
        return bool(self.post and is_interim(self.post))


def read_block(rows: Sequence[Row], *, signature: bool = False) -> list[Correspondent]:
    """The people whom some rows name, column by column.

    Args:
        signature: whether the rows stand below a closing, where an empty line may part a name from its post.
    """
    return [person for column in _columns(rows) for person in _people(column, signature)]


def read_copies(rows: Sequence[Row]) -> list[Correspondent]:
    """The people in a copy list, one an entry; an entry may wrap."""
    entries: list[list[Cell]] = []
    for row in rows:
        for found in _pieces(row):
            first = _PART.split(found.text)[0]
            begins = read_name(first) is not None or row.gap or (is_body(first) and _is_whole(entries))
            if begins or not entries:
                entries.append([found])
            else:
                entries[-1].append(found)
    people = []
    for entry in entries:
        if (person := _in_line(entry)) is not None and (person.post or person.member):
            people.append(person)
    return people


def _is_whole(entries: Sequence[Sequence[Cell]]) -> bool:
    """Whether the last of some entries ends with the name of a body."""
    words = " ".join(cell.text for cell in entries[-1]) if entries else ""
    return is_body(_PART.split(words.rstrip(" ,;"))[-1])


def _pieces(row: Row) -> Iterator[Cell]:
    """The parts of a row that semicolons and wide gaps divide, labels left out."""
    for cell in row.cells:
        position = 0
        for part in [*re.finditer(r";", cell.text), None]:
            stop = part.start() if part else len(cell.text)
            words = cell.text[position:stop]
            label = _LABEL.match(words) if words.strip() else None
            words = words[label.end() :] if label else words
            if words.strip(" ,;:"):
                offset = cell.text.index(words, position)
                yield Cell(cell.start + offset, cell.start + offset + len(words.rstrip()), words.strip())
            position = part.end() if part else stop


def _all_in_line(cell: Cell) -> list[Correspondent]:
    """The people of "Name, post, and Name, post, body"; the last one's body is everybody's who has none."""
    cuts = [found for found in _AND_PERSON.finditer(cell.text) if found.start() > 0]
    edges = [0, *(found.end() for found in cuts)]
    stops = [*(found.start() for found in cuts), len(cell.text)]
    people = [
        person
        for start, stop in zip(edges, stops, strict=True)
        if (person := _in_line([Cell(cell.start + start, cell.start + stop, cell.text[start:stop])]))
    ]
    for person in people[:-1]:
        person.body = person.body or people[-1].body
    return people


def _in_line(cells: Sequence[Cell]) -> Correspondent | None:
    """The person of "Name, post, body", perhaps over several rows."""
    words = " ".join(cell.text for cell in cells)
    parts = [part.strip(" ,.;:()") for part in _PART.split(words)]
    parts = [part for part in parts if part]
    name = read_name(parts[0]) if parts else None
    if name is None:
        return None
    posts, body = _post_and_body([part for part in parts[1:] if not is_contact(part)])
    post = ", ".join(posts) or name.style
    first = cells[0]
    start = first.start + max(first.text.find(parts[0]), 0)
    spans = [(start + name.start, start + name.end)]
    if posts:
        opening = first.text.find(posts[0]) if first.text.find(posts[0]) >= 0 else name.end
        spans.append((first.start + opening, cells[-1].end))
    return Correspondent(name.words, post, body or _body_of(post), _tight(spans), name.titled, name.member)


def _post_and_body(parts: Sequence[str]) -> tuple[list[str], str | None]:
    """The parts of a post, and the body behind them; what follows the body is its address."""
    bodies = [index for index, part in enumerate(parts) if is_body(part) and not is_post(part)]
    posts = [index for index, part in enumerate(parts) if is_post(part)]
    behind = [index for index in bodies if not posts or index > posts[-1]]
    if not behind:
        last = max(
            [*posts, *(index + 1 for index in posts if index + 1 < len(parts) and len(parts) == index + 2)], default=-1
        )
        return list(parts[: last + 1]), None
    # A department of the council can stand between a post and its council.
    body = next((index for index in reversed(behind) if index <= behind[0] + 2), behind[0])
    return list(parts[:body]), parts[body]


def _columns(rows: Sequence[Row]) -> list[list[tuple[Cell, bool]]]:
    """The cells by column, each with whether an empty line stands before it."""
    several = {cell.start - row.start + row.indent for row in rows if len(row.cells) > 1 for cell in row.cells}
    columns: list[tuple[int, list[tuple[Cell, bool]]]] = []
    for row in rows:
        edge = row.start - row.indent
        for cell in (part for whole in row.cells for part in _parted(whole, edge, several)):
            if _PLACEHOLDER.fullmatch(cell.text):
                continue
            place = cell.start - edge
            home = next((c for c in columns if not several or abs(c[0] - place) <= _NEAR), None)
            if home is None:
                home = (place, [])
                columns.append(home)
            home[1].append((cell, row.gap))
    return [cells for _, cells in columns]


def _parted(cell: Cell, edge: int, columns: set[int]) -> Iterator[Cell]:
    """The parts of a cell that a narrow gap divides just where another column begins."""
    start = 0
    for gap in re.finditer(r"\s{2,}", cell.text):
        if any(abs(cell.start - edge + gap.end() - column) <= 1 for column in columns):
            yield Cell(cell.start + start, cell.start + gap.start(), cell.text[start : gap.start()])
            start = gap.end()
    yield Cell(cell.start + start, cell.end, cell.text[start:])


def _people(column: Sequence[tuple[Cell, bool]], signature: bool) -> Iterator[Correspondent]:
    index = 0
    above: str | None = None
    while index < len(column):
        cell, gap = column[index]
        people, used = _person(column, index, signature)
        index += max(used, 1)
        if people and not is_contact(cell.text):
            people[-1].body = people[-1].body or (above if signature else None)
            above = None
            yield from people
        elif is_body(cell.text) and not is_post(cell.text):
            above = cell.text
        elif gap:
            above = None


def _person(column: Sequence[tuple[Cell, bool]], index: int, signature: bool) -> tuple[list[Correspondent], int]:
    """The people whose names stand at an index of a column, and how many cells tell of them."""
    cell = column[index][0]
    label = _LABEL.match(cell.text)
    text = cell.text[label.end() :] if label else cell.text
    shift = label.end() if label else 0
    name = read_name(text)
    if name is None and "," in text:
        people = _all_in_line(Cell(cell.start + shift, cell.end, text))
        people = [one for one in people if one.post or (one.titled and one.body)]
        if not people:
            return [], 1
        used = 1
        last = people[-1]
        while last.body is None and index + used < len(column) and not column[index + used][1]:
            below = column[index + used][0].text.rstrip(",")
            if read_name(_PART.split(below)[0]):
                break
            used += 1
            if is_body(below) and not is_post(below):
                last.body = below
            elif not (is_post(below) and _OPEN.search(column[index + used - 2][0].text)):
                break
        return people, used
    if name is None:
        return [], 1
    posts, body, used = _below(column, index + 1, signature)
    if not posts and signature and body and body.startswith("HM"):
        return [
            Correspondent(name.words, body, body, [(cell.start + shift + name.start, cell.start + shift + name.end)])
        ], 1 + used
    alone = signature and index == 0 and not is_body(text)
    if not posts and name.style is None and not (name.titled and body and not signature) and not alone:
        return [], 1
    start = cell.start + shift
    spans = [(start + name.start, start + name.end)]
    spans += [(one.start, one.end) for one in posts]
    post = _joined([one.text for one in posts]) or name.style
    if post and body is None:
        post, body = _split_body(post)
    return [Correspondent(name.words, post, body or _body_of(post), _tight(spans), name.titled, name.member)], 1 + used


def _below(column: Sequence[tuple[Cell, bool]], index: int, signature: bool) -> tuple[list[Cell], str | None, int]:
    """The cells of the post and the body below a name, and how many cells they are."""
    posts: list[Cell] = []
    body: str | None = None
    used = 0
    for cell, gap in column[index : index + _MOST_ROWS]:
        text = cell.text.rstrip(",")
        if (
            (gap and not (signature and not posts))
            or is_contact(text)
            or (posts and read_name(text) and not _open(posts))
        ):
            break
        if (posts and _open(posts)) or (is_post(text) and not (posts and read_name(text))):
            if body is not None:
                break
            posts.append(Cell(cell.start, cell.end, text))
        elif is_body(text):
            body = text if body is None else body
            used += 1
            break
        elif posts and (signature or text[:1].islower() or _continues(column, index + used)):
            posts.append(Cell(cell.start, cell.end, text))
        else:
            break
        used += 1
    return posts, body, used


def _continues(column: Sequence[tuple[Cell, bool]], index: int) -> bool:
    """Whether the cell after one, or after the next, is the name of a body."""
    return any(is_body(cell.text) and not is_post(cell.text) for cell, gap in column[index + 1 : index + 2] if not gap)


def _open(posts: Sequence[Cell]) -> bool:
    return _OPEN.search(posts[-1].text) is not None


def _joined(rows: Sequence[str]) -> str:
    """The rows of a post as one, a comma where a new part begins."""
    post = ""
    for row in rows:
        gap = "" if not post else " " if _OPEN.search(post) or row[0].islower() else ", "
        post += gap + row
    return post


def _split_body(post: str) -> tuple[str, str | None]:
    """A post without the body that ends it behind a comma."""
    before, comma, last = post.rpartition(", ")
    if comma and is_body(last) and not is_post(last):
        return before, last
    return post, None


def _body_of(post: str | None) -> str | None:
    """The board that a chair chairs."""
    found = _CHAIR_OF.search(post or "")
    return found["body"] if found and is_body(found["body"]) and not is_post(found["body"]) else None


def _tight(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [span for span in spans if span[0] < span[1]]
