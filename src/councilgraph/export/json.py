"""JSON: long lists written piece by piece, one item a line."""

import json
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring as text
from pathlib import Path
from typing import Any

from councilgraph.errors import InputError
from councilgraph.export.fragments import Style
from councilgraph.export.survey import Cell

__all__ = ["array", "cells", "encoded", "load", "text"]

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def encoded(value: object) -> str:
    """A value as JSON."""
    return _encode(value)


def array(items: Iterable[str]) -> Iterator[str]:
    """An array of items that are JSON already, one a line."""
    begin = "[\n"
    for item in items:
        yield begin + item
        begin = ",\n"
    yield "\n]" if begin == ",\n" else "[]"


def cells(columns: Iterable[str]) -> Style:
    """How the members of an object are written."""
    return Style({name: f"{encoded(name)}:" for name in columns}, "", ",", text, _value)


def _value(cell: Cell) -> str:
    """A value that is no text."""
    if type(cell) is bool:
        return "true" if cell else "false"
    return encoded(cell) if isinstance(cell, list) else repr(cell)


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
