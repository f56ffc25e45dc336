"""Cells to values of the record, by the kind of their column."""

import re
from collections.abc import Callable
from functools import cache

from councilgraph.documents.manifest import is_url
from councilgraph.documents.normalise import normalise
from councilgraph.near import nearest
from councilgraph.registers.names import slug
from councilgraph.resolve.values import LONGEST
from councilgraph.resolve.vocabulary import fold, vocabulary
from councilgraph.tables.columns import COMPARATORS, Column, Kind
from councilgraph.tables.dates import day_of, period_of
from councilgraph.tables.grid import Cell

LAST_PAGE = 5_000
_LONGEST = 500
_YES = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
_MILLIONS = {"k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000}
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_COMPARED = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<=", "or better": ">=", "or worse": "<="}


class Wrong(Exception):
    """A cell that makes no sense; ``kind`` is that of the mistake, ``value`` what may be taken all the same."""

    def __init__(self, kind: str, message: str, value: object = None) -> None:
        super().__init__(message)
        self.kind, self.message, self.value = kind, message, value


def value_of(cell: Cell, column: Column) -> object:
    """What a cell says.

    Raises:
        Wrong: it makes no sense in its column.
    """
    if cell.error:
        raise Wrong("cell-broken", f"The cell {cell.error}.")
    return _READERS.get(column.kind, _text)(cell, column)


@cache
def choices(scheme: str) -> dict[str, str]:
    """What people may choose of a scheme of the vocabulary: labels by key, in the order of the labels."""
    words = vocabulary()
    found = {key: label for (named, key), label in words.labels.items() if named == scheme and key != scheme}
    if scheme == "framework":
        found |= {key: label for key, label in words.framework_labels.items() if key in found}
    return dict(sorted(found.items(), key=lambda item: item[1].casefold()))


def _text(cell: Cell, column: Column) -> str:
    if isinstance(cell.value, bool):
        raise Wrong("text-impossible", f"{str(cell.value).upper()} is no text for “{column.title}”.")
    text = normalise([str(cell.value) if column.key == "words" else cell.text]).strip()
    if not text:
        raise Wrong("empty", f"“{column.title}” holds nothing that can be read.")
    if column.key == "words" and len(text) > LONGEST:
        raise Wrong("words-long", f"The words are too long: of {len(text):,} characters {LONGEST} at most are taken.")
    if len(text) > _LONGEST:
        raise Wrong(
            "text-long", f"“{column.title}” is too long: of {len(text):,} characters {_LONGEST} at most are taken."
        )
    return text


def _date(cell: Cell, column: Column) -> str:
    try:
        return day_of(cell.value)
    except ValueError as error:
        raise Wrong("date-impossible", str(error)) from error


def _period(cell: Cell, column: Column) -> str:
    try:
        return period_of(cell.value)
    except ValueError as error:
        raise Wrong("period-impossible", str(error)) from error


def _number(cell: Cell, column: Column) -> float:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = round(value * 100, 10) if cell.percent else value
    else:
        text = cell.text.removeprefix("£").removesuffix("%").strip().replace("−", "-").replace(" ", "")
        if not _NUMBER.fullmatch(text):
            raise Wrong("number-impossible", f"“{cell.text}” is no number.{_meant(text)}")
        number = float(text.replace(",", ""))
    if number != number or abs(number) > 1e15:
        raise Wrong("number-impossible", f"“{cell.text}” is no number that can be kept.")
    if column.key == "amount" and number < 0:
        raise Wrong("amount-negative", f"The amount {cell.text} is below zero.")
    return int(number) if number == int(number) else number


def _meant(text: str) -> str:
    if (found := re.fullmatch(r"(\d+(?:\.\d+)?)(k|m|million|bn|billion)", text, re.I)) and len(found[1]) < 12:
        return f" Did you mean {round(float(found[1]) * _MILLIONS[found[2].lower()]):d}?"
    if found := re.fullmatch(r"(\d{1,3}(?:\.\d{3})*),(\d+)", text):
        return f" Did you mean {found[1].replace('.', '')}.{found[2]}?"
    return ""


def _whole(cell: Cell, column: Column) -> int:
    number = _number(cell, column)
    if not isinstance(number, int):
        raise Wrong("number-impossible", f"{cell.text} is no whole number.")
    if column.key == "number" and not 1 <= number <= 4:
        raise Wrong("number-impossible", f"No scale has a grade {number}; numbers of grades are 1 to 4.")
    return number


def _page(cell: Cell, column: Column) -> int:
    text = re.sub(r"^p(?:age|\.)?\s*(?=\d+$)", "", cell.text, flags=re.I)
    if not re.fullmatch(r"\d{1,9}", text):
        meant = re.search(r"\d{1,4}", text)
        more = (
            f" Did you mean {meant[0]}?"
            if meant and int(meant[0]) and not text.isdigit() and "." not in text and text[:1] != "-"
            else ""
        )
        raise Wrong("page-impossible", f"“{cell.text}” is no number of a page.{more}")
    if not 1 <= int(text) <= LAST_PAGE:
        raise Wrong("page-impossible", f"There is no page {int(text)}; pages are 1 to {LAST_PAGE:,}.")
    return int(text)


def _yes(cell: Cell, column: Column) -> bool:
    answer = _YES.get(cell.text.lower())
    if answer is None:
        raise Wrong("yes-or-no", f"“{cell.text}” is neither yes nor no.")
    return answer


def _choice(cell: Cell, column: Column) -> str:
    text, known = cell.text, choices(column.scheme)
    if key := _keys(column.scheme).get(fold(text)):
        return key
    meant = nearest(text, known.values())
    if column.open:
        key = slug(text)
        if not key:
            raise Wrong("value-unknown", f"“{text}” has no letters.")
        more = f" Did you mean “{meant}”?" if meant else ""
        raise Wrong("value-new", f"“{text}” is new: the list of “{column.title}” has no such value.{more}", key)
    offer = f" Did you mean “{meant}”?" if meant else f" There are {', '.join(known.values())}."
    raise Wrong("value-unknown", f"“{text}” is none of the values of “{column.title}”.{offer}")


@cache
def _keys(scheme: str) -> dict[str, str]:
    """Keys of a scheme by what people may write for them."""
    own = vocabulary().labels
    found = {fold(label): key for (named, key), label in own.items() if named == scheme and key != scheme}
    return found | {fold(label): key for key, label in choices(scheme).items()} | {key: key for key in choices(scheme)}


def _comparator(cell: Cell, column: Column) -> str:
    text = _COMPARED.get(cell.text.lower(), cell.text)
    if text not in COMPARATORS:
        raise Wrong("value-unknown", f"“{cell.text}” is no comparison; there are {', '.join(COMPARATORS)}.")
    return text


def _address(cell: Cell, column: Column) -> str:
    if not is_url(cell.text):
        raise Wrong("address-impossible", f"“{cell.text}” is no web address.")
    return cell.text


def _names(cell: Cell, column: Column) -> list[str]:
    return [name for part in re.split(r"[;\n]", str(cell.value)) if (name := " ".join(part.split()))]


def _inspectorates(cell: Cell, column: Column) -> list[str]:
    found = []
    for name in _names(cell, column):
        if not (known := vocabulary().inspectorate(name)):
            raise Wrong("value-unknown", f"“{name}” is no inspectorate; several are parted by semicolons.")
        found.append(known)
    return found


_READERS: dict[Kind, Callable[[Cell, Column], object]] = {
    Kind.date: _date,
    Kind.period: _period,
    Kind.number: _number,
    Kind.whole: _whole,
    Kind.page: _page,
    Kind.yes: _yes,
    Kind.choice: _choice,
    Kind.comparator: _comparator,
    Kind.address: _address,
    Kind.names: _names,
    Kind.councils: _names,
    Kind.inspectorates: _inspectorates,
}
