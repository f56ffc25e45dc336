"""JSON: long lists written piece by piece, one item a line."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from councilgraph.errors import InputError

_PIECE = 500
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def encoded(value: object) -> str:
    """A value as JSON."""
    return _encode(value)


def array(items: Iterable[object]) -> Iterator[str]:
    """An array, in pieces of some hundred items."""
    waiting = iter(items)
    yield "[\n"
    begin = ""
    while piece := list(islice(waiting, _PIECE)):
        yield begin + _encode(piece)[1:-1]
        begin = ",\n"
    yield "\n]"


def load(path: Path) -> Any:
    """What a file holds.

    Raises:
        InputError: it is no JSON, or has NaN or an infinite number in it, which JSON has not.
    """
    try:
        return json.loads(path.read_bytes(), parse_constant=_refuse)
    except ValueError as error:
        raise InputError(f"not well-formed JSON: {error}", where=str(path)) from error


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no number of JSON")
