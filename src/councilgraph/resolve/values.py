"""Values of items as people write them, in ``decisions.csv`` and in views, and words tied to the text again."""

import json
import re
from dataclasses import MISSING, fields
from datetime import date
from types import UnionType
from typing import Any, get_args, get_type_hints

from councilgraph.model import Evidence, Record
from councilgraph.near import nearest
from councilgraph.records import PARTS as KINDS
from councilgraph.resolve.dates import is_day
from councilgraph.resolve.vocabulary import fold, vocabulary

LONGEST = 700
"""Code points of words that may prove an item."""

SCHEMES = {
    ("findings", "type"): "finding-type",
    ("findings", "service_area"): "service-area",
    ("people", "role_type"): "post-type",
    ("inspections", "framework"): "framework",
    ("inspections", "visit_type"): "visit-type",
    ("statistics", "qualifier"): "qualifier",
}
"""The closed list of the vocabulary that a key's values come from."""

_DAYS = frozenset({"start", "end", "published", "date"})
_FIXED = frozenset({"evidence", "id", "gss", "area_concept", "grade_concept", "periods"})


def as_text(value: Any) -> str:
    """A value of a key as decisions have it: empty for none, lists and truth values as in JSON."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def from_text(part: str, key: str, text: str) -> Any:
    """The value that a text means for a key of a part's items.

    Raises:
        ValueError: there is no such key to change, or the text makes no sense for it; the message says what would.
    """
    kinds = editable(part)
    if key not in kinds:
        raise ValueError(f"no key “{key}” to change; there are {', '.join(kinds)}")
    scheme = SCHEMES.get((part, key))
    kind, optional = kinds[key]
    if not text:
        if optional:
            return None
        raise ValueError(f"“{key}” cannot be empty")
    if scheme and (scheme, text) not in vocabulary().labels:
        known = sorted(concept for named, concept in vocabulary().labels if named == scheme and concept != scheme)
        raise ValueError(f"“{text}” is no {scheme.replace('-', ' ')}; there are {', '.join(known)}")
    if key in _DAYS and not is_day(text):
        raise ValueError(f"“{text}” is no date; write it as 2024-05-13, 2024-05 or 2024")
    if (part, key) == ("judgements", "grade"):
        labels = vocabulary().grade_labels
        if fold(text) not in labels and (meant := nearest(fold(text), labels)):
            raise ValueError(f"“{text}” is no label of any grade; did you mean “{meant}”?")
    if kind is str:
        return text
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if kind is bool and isinstance(value, bool):
        return value
    if kind is list and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    wanted = {float: "a number", int: "a whole number", bool: "true or false", list: 'a list such as ["a", "b"]'}
    raise ValueError(f"“{text}” for “{key}” is not {wanted[kind]}")


def editable(part: str) -> dict[str, tuple[type[Any], bool]]:
    """The keys of a part's items that a person may change: their type, and whether they may be empty."""
    kind = KINDS[part]
    hints = get_type_hints(kind)
    found: dict[str, tuple[type[Any], bool]] = {}
    for one in fields(kind):
        if one.name in _FIXED:
            continue
        hint = hints[one.name]
        choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        plain = next(choice for choice in choices if choice is not type(None))
        found[one.name] = (getattr(plain, "__origin__", plain), type(None) in choices)
    return found


def anchored(text: str, words: str) -> list[Evidence]:
    """Where words stand in a text, whatever the spaces between them; several stretches are parted by "…".

    Raises:
        ValueError: they do not, or are none, or too many.
    """
    found = []
    for stretch in words.split(" … "):
        if not stretch.strip() or len(stretch) > LONGEST:
            raise ValueError(f"give the words that prove it, at most {LONGEST} characters in a stretch")
        match = re.search(r"\s+".join(map(re.escape, stretch.split())), text)
        if match is None:
            raise ValueError(f"the words “{shortened(stretch)}” are not in the document")
        start, end = match.span()
        found.append(Evidence(start, end, text.count("\f", 0, start) + 1, text[start:end]))
    if len(found) > 3:
        raise ValueError("three stretches of words at most")
    return found


def shortened(words: str, most: int = 60) -> str:
    """Words for a line of a message."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def new_item(record: Record, part: str, values: dict[str, Any], words: str, text: str) -> Any:
    """An item of a part from the values of its keys as text or JSON, proved by words.

    Raises:
        ValueError: a value or the words make no sense.
    """
    kind = KINDS[part]
    given = {key: from_text(part, key, as_text(value)) for key, value in values.items() if value not in (None, "")}
    for one in fields(kind):
        needed = one.default is MISSING and one.default_factory is MISSING
        if needed and one.name not in given and part == "inspections" and one.name == "id":
            given["id"] = _free_id(record)
        elif needed and one.name not in given:
            raise ValueError(f"“{one.name}” is missing")
    return kind(**given, evidence=anchored(text, words))


def _free_id(record: Record) -> str:
    taken = {inspection.id for inspection in record.inspections}
    return next(name for number in range(1, len(taken) + 2) if (name := f"i{number}") not in taken)
