"""JSON: long lists written piece by piece, one item a line."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from json.encoder import encode_basestring as text
from pathlib import Path
from typing import Any

from councilgraph.errors import InputError
from councilgraph.export.fragments import Style

__all__ = ["array", "cells", "encoded", "load", "text"]

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_BATCH = 500
_WRITE: Mapping[type, Callable[[Any], str]] = {
    str: text,
    bool: {True: "true", False: "false"}.__getitem__,
    int: repr,
    float: repr,
    list: _encode,
}


def encoded(value: object) -> str:
    """A value as JSON."""
    return _encode(value)


def array(items: Iterable[str]) -> Iterator[str]:
    """An array of items that are JSON already, one a line."""
    waiting = iter(items)
    begin = "[\n"
    while batch := list(islice(waiting, _BATCH)):
        yield begin + ",\n".join(batch)
        begin = ",\n"
    yield "\n]" if begin == ",\n" else "[]"


def cells(columns: Iterable[str]) -> Style:
    """How the members of an object are written, after others."""
    return Style({name: f",{encoded(name)}:" for name in columns}, "", _WRITE)


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
