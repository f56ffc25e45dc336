"""What the values of one attribute have in common, and what has to be done to them before they are written.

An attribute has one type over all nodes, or all edges: text, whole number, number, truth or day; where values differ in
type it is text. Characters that XML 1.0 cannot hold become U+FFFD in every format, numbers that are not finite are left
out, those that have no normal form as doubles are 0, and whole numbers that JavaScript would round are text. Days are ISO 8601.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import cast

from councilgraph.projection.model import Value, Values

Scalar = str | int | float | bool
Cell = Scalar | list[Scalar]
Convert = Callable[[Values], Cell | None]

TEXT, WHOLE, NUMBER, TRUTH, DAY = "text", "whole", "number", "truth", "day"
_TYPES: dict[type, str] = {str: TEXT, int: WHOLE, float: NUMBER, bool: TRUTH, date: DAY}
# Beyond this, JavaScript's numbers skip whole ones.
_WHOLE = 2**53 - 1
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

MIXED = "values of attributes that hold several types, written as text"
JOINED = "attributes with several values, joined by “; ”"
CONTROL = "texts with characters that files cannot hold, replaced by �"
ENDLESS = "numbers that are not finite, left out"
TINY = "numbers nearer to 0 than some readers take, written as 0"
LARGE = "whole numbers beyond 2⁵³, written as text"


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute as it stands in a file: its type, and whether it may have several values."""

    type: str
    several: bool = False


@dataclass(slots=True)
class Survey:
    """What was found.

    Attributes:
        convert: makes what is written of what is given; None where all can be written as it is. It gives None where
            nothing is left.
        coerced: how many values are changed, by reason.
    """

    column: Column
    convert: Convert | None = None
    coerced: Counter[str] = field(default_factory=Counter)


def survey(given: Sequence[Values], *, lists: bool) -> Survey:
    """Look at all values of an attribute.

    Args:
        lists: whether the format has lists; else several values are joined to a text.
    """
    several = [values for values in given if isinstance(values, tuple)] if tuple in set(map(type, given)) else []
    single = [v for v in given if not isinstance(v, tuple)] if several else cast(Sequence[Value], given)
    flat = [*single, *chain.from_iterable(several)]
    types = set(map(type, flat))
    coerced: Counter[str] = Counter()
    if int in types:
        coerced[LARGE] = sum(type(value) is int and abs(value) > _WHOLE for value in flat)
    if float in types:
        numbers = [value for value in flat if isinstance(value, float)]
        coerced[ENDLESS] = sum(not math.isfinite(value) for value in numbers)
        coerced[TINY] = sum(0 < abs(value) < sys.float_info.min for value in numbers)
    if str in types:
        odd = {value for value in set(flat) if type(value) is str and _ILLEGAL.search(value)}
        coerced[CONTROL] = sum(value in odd for value in flat) if odd else 0
    if types == {int, float} and not coerced[LARGE]:
        kind = NUMBER
    elif len(types) == 1 and not coerced[LARGE]:
        kind = _TYPES.get(next(iter(types)), TEXT)
    else:
        kind = TEXT
        coerced[MIXED] = len(flat) if len(types) > 1 else 0
    joined = bool(several) and not lists
    if joined:
        kind = TEXT
        coerced[JOINED] = len(several)
    coerced = +coerced
    as_it_is = not coerced and len(types) == 1 and types <= {str, int, float, bool} and not several
    return Survey(
        Column(kind, bool(several) and lists), None if as_it_is else _converter(kind, bool(several) and lists), coerced
    )


def clean(text: str) -> str:
    """A text in which nothing is left that XML 1.0 cannot hold."""
    return text if text.isprintable() else _ILLEGAL.sub("\ufffd", text)


def as_text(value: Value) -> str:
    """A value in the words of a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(_number(value))
    return clean(value) if isinstance(value, str) else str(value)


def _converter(kind: str, as_list: bool) -> Convert:
    one: Callable[[Value], Scalar] = {NUMBER: _number, WHOLE: _same, TRUTH: _same}.get(kind, as_text)  # type: ignore[assignment]

    def convert(values: Values) -> Cell | None:
        each = values if isinstance(values, tuple) else (values,)
        cells = [one(value) for value in each if not isinstance(value, float) or math.isfinite(value)]
        if not cells:
            return None
        if as_list:
            return cells
        return cells[0] if len(cells) == 1 else "; ".join(map(str, cells))

    return convert


def _number(value: Value) -> float:
    number = float(value)  # type: ignore[arg-type]
    return number if not number or abs(number) >= sys.float_info.min else 0.0


def _same(value: Value) -> Value:
    return value
