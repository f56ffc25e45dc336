"""Turtle and TriG (https://www.w3.org/TR/trig/): tokens with their lines, and which of them are subjects and values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from councilgraph.validate.places.statement import Statement, unescaped

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<long>\"{3}(?:[^"\\]|\\.|\"(?!\"\"))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3})
  | (?P<string>"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
  | (?P<iri><[^<>\s]*>)
  | (?P<blank>_:[\w](?:[\w.\-·]*[\w\-·])?)
  | (?P<at>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w:]))
  | (?P<name>(?:[^\W\d_](?:[\w.\-·]*[\w\-·])?)?:(?:(?:[\w:\-·]|%[0-9A-Fa-f]{2}|\\.)(?:(?:[\w:.\-·]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:\-·]|%[0-9A-Fa-f]{2}|\\.))?)?)
  | (?P<word>[A-Za-z]+)
  | (?P<mark>\^\^|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_LITERALS = ("long", "string", "number")


@dataclass(slots=True)
class _Frame:
    """A statement, blank node or list that is being read; ``awaits`` is what its next term is."""

    kind: str
    subject: str = ""
    predicate: str = ""
    awaits: str = "subject"


def statements(text: str) -> Iterator[Statement]:
    """The statements of a file."""
    return _Reader(text).statements()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._prefixes: dict[str, str] = {}
        self._base = ""
        self._nameless = 0
        self._frames = [_Frame("statement")]

    def statements(self) -> Iterator[Statement]:
        tokens = self._tokens()
        for kind, token, line in tokens:
            frame = self._frames[-1]
            directive = token.lower().removeprefix("@")
            if directive in ("prefix", "base") and kind in ("at", "word") and frame.awaits == "subject":
                self._declare(directive, tokens)
            elif kind == "mark" and token == "^^":
                next(tokens, None)
            elif kind == "mark":
                yield from self._mark(frame, token, line)
            elif kind in _LITERALS or kind in ("iri", "name", "blank"):
                yield from self._term(frame, self._value(kind, token), line)
            elif kind == "word" and frame.awaits == "predicate" and token == "a":
                frame.predicate, frame.awaits = _TYPE, "value"
            elif kind == "word" and frame.awaits == "value":
                yield from self._term(frame, token, line)

    def _tokens(self) -> Iterator[tuple[str, str, int]]:
        line = 1
        for found in _TOKEN.finditer(self._text):
            token = found[0]
            if found.lastgroup != "space":
                yield str(found.lastgroup), token, line
            line += token.count("\n") + token.count("\r") - token.count("\r\n")

    def _declare(self, directive: str, tokens: Iterator[tuple[str, str, int]]) -> None:
        """A prefix or a base; the full stop that may follow ends nothing."""
        prefix = next(tokens, ("", "", 0))[1] if directive == "prefix" else ""
        iri = self._resolved(next(tokens, ("", "<>", 0))[1][1:-1])
        if directive == "prefix":
            self._prefixes[prefix.removesuffix(":")] = iri
        else:
            self._base = iri

    def _resolved(self, iri: str) -> str:
        iri = unescaped(iri)
        return urljoin(self._base, iri) if self._base and not re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", iri) else iri

    def _value(self, kind: str, token: str) -> str:
        if kind == "iri":
            return self._resolved(token[1:-1])
        if kind == "name":
            prefix, _, local = token.partition(":")
            return self._prefixes.get(prefix, f"{prefix}:") + re.sub(r"\\(.)", r"\1", local)
        if kind == "long":
            return unescaped(token[3:-3])
        return unescaped(token[1:-1]) if kind == "string" else token

    def _term(self, frame: _Frame, term: str, line: int) -> Iterator[Statement]:
        if frame.kind == "list":
            return
        if frame.awaits == "subject":
            frame.subject, frame.awaits = term, "predicate"
        elif frame.awaits == "predicate":
            frame.predicate, frame.awaits = term, "value"
        elif frame.awaits == "value":
            frame.awaits = "end"
            yield Statement(frame.subject, frame.predicate, term, line)

    def _mark(self, frame: _Frame, mark: str, line: int) -> Iterator[Statement]:
        if mark in "[(":
            self._nameless += mark == "["
            name = f"[{self._nameless}" if mark == "[" else mark
            yield from self._term(frame, name, line)
            self._frames.append(_Frame("node", name, awaits="predicate") if mark == "[" else _Frame("list"))
        elif mark in "])" and len(self._frames) > 1:
            self._frames.pop()
        elif mark == "," and frame.kind != "list":
            frame.awaits = "value"
        elif mark == ";" and frame.kind != "list":
            frame.awaits = "predicate"
        elif mark in ".{}":
            self._frames = [_Frame("statement")]
