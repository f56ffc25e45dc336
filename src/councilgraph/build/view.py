"""A document's record as a text that a person edits, and the decisions that their changes mean.

The text is TOML: a table an item, with its key, its values and its words. A changed value is a change, a table taken
out a rejection, a table without ``item`` an addition. A key without a value is left out.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from councilgraph.build.desk import Desk
from councilgraph.errors import InputError, UsageError
from councilgraph.resolve.decisions import Decided, Decision
from councilgraph.resolve.items import PARTS, Item
from councilgraph.resolve.values import as_text, editable

_HEAD = """\
# {title}
#
# Change a value to correct it. Take a whole item out to reject it. To add what was missed, copy an item, take its line
# “item” out and give the words of the document that prove it. Lines that begin with # do not count.
"""


def rendered(decided: Decided) -> str:
    """The view of a record."""
    document = decided.record.document
    title = " · ".join(filter(None, (document.title or document.path, document.publisher, document.published)))
    lines = [_HEAD.format(title=" ".join(title.split()))]
    for part in PARTS:
        keys = editable(part)
        lines.append(f"# {part}: {', '.join(keys)}, words")
        for item in decided.items.values():
            if item.part == part:
                lines += _table(item, keys)
        lines.append("")
    return "\n".join(lines) + "\n"


def changes(desk: Desk, decided: Decided, view: str, *, who: str | None = None, why: str = "") -> list[Decision]:
    """The decisions that an edited view means, in its order; rejections last.

    Raises:
        InputError: it is no view any more.
        UsageError: a value or words make no sense.
    """
    try:
        data = tomllib.loads(view)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"the view is not well-formed: {error}", hint="Quote values as the others are.") from error
    found: list[Decision] = []
    kept: set[str] = set()
    for part, table in _tables(data):
        key = table.pop("item", None)
        words = str(table.pop("words", ""))
        if key is None:
            found.append(desk.addition(decided, part, table, words, who=who, why=why))
            continue
        item = decided.items.get(str(key))
        if item is None or item.part != part or item.key in kept:
            raise UsageError(f"no item “{key}” of {part} to change", hint="Take the line “item” out to add a new one.")
        kept.add(item.key)
        found += _differences(desk, item, table, words, who, why)
    gone = [item for item in decided.items.values() if item.key not in kept]
    if gone and not kept:
        hint = "Leave what stands; `councilgraph remove` takes out a whole document."
        raise UsageError(f"nothing is left in the view, which would reject all {len(gone)} items", hint=hint)
    return found + [desk.judge(item, False, who=who, why=why) for item in gone]


def _table(item: Item, keys: Mapping[str, Any]) -> Iterator[str]:
    yield f"[[{item.part}]]"
    yield f"item = {_toml(item.key)}"
    if item.part == "inspections":
        yield f"# judgements and findings call it {_toml(item.value.id)}"
    for key in keys:
        value = getattr(item.value, key)
        if value is not None and value != []:
            yield f"{key} = {_toml(value)}"
    yield f"words = {_toml(' '.join(item.words.split()))}"
    yield ""


def _toml(value: Any) -> str:
    """A text, number, truth value or list of texts: for these, TOML is written as JSON is."""
    return json.dumps(value, ensure_ascii=False)


def _tables(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part, tables in data.items():
        if part not in PARTS or not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            raise InputError(f"“{part}” is no part of a record", hint=f"The parts are {', '.join(PARTS)}.")
        for table in tables:
            yield part, dict(table)


def _differences(
    desk: Desk, item: Item, table: Mapping[str, Any], words: str, who: str | None, why: str
) -> Iterator[Decision]:
    keys = editable(item.part)
    if unknown := next((key for key in table if key not in keys), None):
        raise UsageError(f"no key “{unknown}” in {item.part}", hint=f"The keys are {', '.join(keys)}.")
    for key in keys:
        new = as_text(table.get(key)) if table.get(key) != [] else as_text([])
        old = getattr(item.value, key)
        if key not in table and old == []:
            continue
        if as_text(old) != new:
            yield desk.change(item, key, new, who=who, why=why)
    if " ".join(words.split()) != " ".join(item.words.split()):
        yield desk.change(item, "words", words, who=who, why=why)
