"""N-Triples and N-Quads: a statement a line (https://www.w3.org/TR/n-triples/)."""

import re
from collections.abc import Iterator

from councilgraph.validate.places.statement import Statement, unescaped

_LINE = re.compile(r'\s*(<[^>]*>|_:[^\s<]+)\s*<([^>]*)>\s*(<[^>]*>|_:[^\s<]+|"(?:[^"\\]|\\.)*")')


def statements(text: str) -> Iterator[Statement]:
    """The statements of a file."""
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if found := _LINE.match(line):
            subject, predicate, value = found.groups()
            yield Statement(_term(subject), unescaped(predicate), _term(value), number)


def _term(text: str) -> str:
    return text if text.startswith("_:") else unescaped(text[1:-1])
