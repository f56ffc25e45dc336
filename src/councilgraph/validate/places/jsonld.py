"""JSON-LD as people write it: objects with ``@id``, terms and prefixes of contexts in the file itself."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from councilgraph.validate.places.statement import Statement

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+|\n')


@dataclass(slots=True)
class _Object:
    """An object that is being read; pairs are key, value and line."""

    name: str
    key: str = ""
    pairs: list[tuple[str, str, int]] = field(default_factory=list)


def statements(text: str) -> Iterator[Statement]:
    """The statements of a file, as far as its own contexts tell what terms mean."""
    try:
        terms = dict(_terms(json.loads(text)))
    except (ValueError, RecursionError):
        return
    for node in _objects(text):
        name = next((_expanded(value, terms, node=True) for key, value, _ in node.pairs if key == "@id"), node.name)
        for key, value, line in node.pairs:
            if key == "@type":
                yield Statement(name, _TYPE, _expanded(value, terms), line)
            elif not key.startswith("@"):
                yield Statement(name, _expanded(key, terms), _expanded(value, terms, node=True), line)


def _objects(text: str) -> Iterator[_Object]:
    """The objects of a file that are nodes, innermost first."""
    line, number = 1, 0
    stack: list[_Object | None] = []
    expects_key = False
    for found in _TOKEN.finditer(text):
        token = found[0]
        inner = stack[-1] if stack else None
        if token == "\n":
            line += 1
        elif token == "{":
            number += 1
            stack.append(_Object(f"[{number}"))
            expects_key = True
        elif token == "[":
            stack.append(None)
            expects_key = False
        elif token in "}]":
            ended = stack.pop() if stack else None
            expects_key = False
            holder = next((one for one in reversed(stack) if one), None)
            if ended and any(key in ("@value", "@list", "@set") for key, _, _ in ended.pairs):
                values = [value for key, value, _ in ended.pairs if key == "@value"]
                if holder and values:
                    holder.pairs.append((holder.key, values[0], line))
            elif ended and not (holder and holder.key == "@context"):
                if holder and holder.key:
                    own = next((value for key, value, _ in ended.pairs if key == "@id"), ended.name)
                    holder.pairs.append((holder.key, own, ended.pairs[0][2] if ended.pairs else line))
                yield ended
        elif token == ",":
            expects_key = inner is not None
        elif token == ":":
            expects_key = False
        elif expects_key and inner is not None:
            inner.key = json.loads(token) if token.startswith('"') else token
        else:
            holder = inner or next((one for one in reversed(stack) if one), None)
            if holder:
                value = json.loads(token) if token.startswith('"') else token
                holder.pairs.append((holder.key, str(value), line))


def _terms(value: Any) -> Iterator[tuple[str, str]]:
    """What contexts say of terms and prefixes."""
    if isinstance(value, list):
        for one in value:
            yield from _terms(one)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == "@context":
                for context in inner if isinstance(inner, list) else [inner]:
                    for term, meaning in context.items() if isinstance(context, dict) else ():
                        iri = meaning.get("@id", "") if isinstance(meaning, dict) else meaning
                        if isinstance(iri, str):
                            yield term, iri
            else:
                yield from _terms(inner)


def _expanded(text: str, terms: dict[str, str], *, node: bool = False) -> str:
    """The IRI that a term or a compact IRI stands for; other texts stay.

    Args:
        node: it names a node, or is a value: then it is no term.
    """
    for _ in range(5):
        prefix, colon, local = text.partition(":")
        if not node and text in terms and terms[text] != text:
            text = terms[text]
        elif colon and not local.startswith("//") and prefix in terms:
            text, node = terms[prefix] + local, True
        else:
            break
    if not node and ":" not in text and "@vocab" in terms:
        return terms["@vocab"] + text
    return text
