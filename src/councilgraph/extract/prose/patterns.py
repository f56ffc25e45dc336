"""Patterns of the word lists: capitals do not matter, and a space is any white space."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a word list."""
    return re.compile(spaced(pattern), re.IGNORECASE | re.DOTALL)


def spaced(pattern: str) -> str:
    """A pattern with its spaces, but those inside brackets for a class of characters, as any white space."""
    out: list[str] = []
    inside = escaped = False
    for char in pattern.replace(" ?", r"\s*"):
        out.append(r"\s+" if char == " " and not inside and not escaped else char)
        if not escaped:
            inside = (inside or char == "[") and char != "]"
        escaped = char == "\\" and not escaped
    return "".join(out)
