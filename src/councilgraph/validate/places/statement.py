"""A statement with its place, as all syntaxes tell it."""

import re
from dataclasses import dataclass

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple.

    Attributes:
        subject: IRI; ``_:label``; or ``[number`` for a blank node without a label.
        predicate: IRI.  value: IRI, text of a literal, or as for the subject; ``(`` for a list.
        line: of the value, from 1.
    """

    subject: str
    predicate: str
    value: str
    line: int


def unescaped(text: str) -> str:
    """A text with its escapes resolved."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code and int(code, 16) <= 0x10FFFF else _ESCAPED.get(match[3] or "", match[3] or "")
