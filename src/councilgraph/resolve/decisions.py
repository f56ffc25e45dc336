"""What a person decided about items of records, and how it is applied to them.

Decisions are applied in their order, each to what those before it left. One whose ``old`` no longer holds, or whose item
or words are no longer there, changes nothing and is listed: it is never dropped.
"""

import copy
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from councilgraph.model import Claim, Intervention, Record
from councilgraph.resolve.items import PARTS, Item, folded, item_key, items
from councilgraph.resolve.values import anchored, as_text, editable, from_text, new_item

ACCEPTED, REJECTED = "accepted", "rejected"
WORDS = "words"
PERSON, SAME_AS = "person/", "same-as"
"""A decision on a person: the item begins with the first, its field is the second, ``new`` the key that counts."""

_NEW = "new"

TextOf = Callable[[str], str | None]
"""Gives a document's normalised text by the text's hash."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of ``decisions.csv``.

    Attributes:
        item: key of the item, as `items` gives it; ``…#part/new`` for one that was missed.
        field: key of the item to change, ``words``, or empty for the item as a whole.
        old, new: as text, empty for none; of the item as a whole `ACCEPTED` or `REJECTED`, or the added item as JSON.
        words: the words that prove the item, to find it again by.
    """

    item: str
    field: str
    old: str
    new: str
    words: str
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(slots=True)
class Decided:
    """A record with the decisions applied, and which of them could not be.

    Attributes:
        items: by key; a rejected item is not among them.
        accepted, changed: keys of the items that a person let stand, and of those that they changed or added.
    """

    record: Record
    items: dict[str, Item]
    accepted: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    unheld: list[tuple[Decision, str]] = field(default_factory=list)


class _Unheld(Exception):
    """Why a decision changes nothing."""


def decide(records: Iterable[Record], decisions: Sequence[Decision], text_of: TextOf) -> list[Decided]:
    """Apply decisions to records; a record about which nothing was decided is the same object, others are copies."""
    by_document: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_document[document_of(decision)].append(decision)
    return [_decided(record, by_document.get(record.document.id, ()), text_of) for record in records]


def homeless(records: Iterable[Record], decisions: Iterable[Decision]) -> list[tuple[Decision, str]]:
    """The decisions on documents that are not among the records, each with the reason that it changes nothing."""
    known = {record.document.id for record in records}
    about_people = (PERSON, SAME_AS)
    return [
        (one, "its document is not in the graph")
        for one in decisions
        if document_of(one) not in known and (one.item[: len(PERSON)], one.field) != about_people
    ]


def merged_people(decisions: Iterable[Decision]) -> dict[str, str]:
    """Keys of people who are somebody else under another key, with that key: the last decision on each counts.

    Raises:
        ValueError: two people are each said to be the other.
    """
    said = {
        decision.item.removeprefix(PERSON): decision.new
        for decision in decisions
        if decision.item.startswith(PERSON) and decision.field == SAME_AS
    }
    merged = {}
    for key in said:
        other, met = said[key], {key}
        while other in said:
            if other in met:
                raise ValueError(f"{key} and {other} are each said to be the other")
            met.add(other)
            other = said[other]
        if other:
            merged[key] = other
    return merged


def document_of(decision: Decision) -> str:
    """The id of the document that a decision is about."""
    return decision.item.rpartition("#")[0]


def _decided(record: Record, decisions: Sequence[Decision], text_of: TextOf) -> Decided:
    if not decisions:
        return Decided(record, {item.key: item for item in items(record)})
    record = copy.deepcopy(record)
    decided = Decided(record, {item.key: item for item in items(record)})
    for decision in decisions:
        try:
            _apply(decided, decision, text_of)
        except (_Unheld, ValueError) as error:
            decided.unheld.append((decision, str(error)))
    return decided


def _apply(decided: Decided, decision: Decision, text_of: TextOf) -> None:
    record = decided.record
    part, _, key = decision.item.rpartition("#")[2].partition("/")
    if part not in PARTS:
        raise _Unheld(f"there is no part “{part}” of a record")
    if key == _NEW:
        _add(decided, decision, part, _text(record, text_of))
        return
    item = _find(decided, decision, part)
    values = getattr(record, part)
    if not decision.field:
        if decision.new == ACCEPTED:
            decided.accepted.add(item.key)
        elif decision.new == REJECTED:
            values[:] = [value for value in values if value is not item.value]
            del decided.items[item.key]
            if part == "inspections":
                _without_inspection(decided, item.value.id)
        else:
            raise _Unheld(f"“{decision.new}” is no decision; there are {ACCEPTED} and {REJECTED}")
        return
    decided.changed.add(item.key)
    if decision.field == WORDS:
        item.value.evidence = anchored(_text(record, text_of), decision.new)
    else:
        _must_hold(item, decision)
        setattr(item.value, decision.field, from_text(part, decision.field, decision.new))


def _find(decided: Decided, decision: Decision, part: str) -> Item:
    """The item that a decision means: by its key, else the only one of its part with the words and the old value."""
    if item := decided.items.get(decision.item):
        return item
    wanted = folded(decision.words)
    alike = [
        item
        for item in decided.items.values()
        if item.part == part and wanted and (wanted in folded(item.words) or folded(item.words) in wanted != "")
    ]
    if decision.field and decision.field != WORDS:
        alike = [item for item in alike if as_text(getattr(item.value, decision.field, None)) == decision.old]
    if len(alike) != 1:
        raise _Unheld(f"{'several items are' if alike else 'no item is'} proved by its words any more")
    return alike[0]


def _must_hold(item: Item, decision: Decision) -> None:
    if decision.field not in editable(item.part):
        raise _Unheld(f"there is no key “{decision.field}” to change")
    now = as_text(getattr(item.value, decision.field))
    if now not in (decision.old, decision.new):
        raise _Unheld(f"“{decision.field}” was “{decision.old}” and is “{now}” now")


def _add(decided: Decided, decision: Decision, part: str, text: str) -> None:
    try:
        values = json.loads(decision.new)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise _Unheld("what it adds is not JSON")
    value = new_item(decided.record, part, values, decision.words, text)
    getattr(decided.record, part).append(value)
    key = base = item_key(decided.record.document.id, part, decision.words)
    number = 1
    while key in decided.items:
        number += 1
        key = f"{base}-{number}"
    decided.items[key] = Item(key, part, value)
    decided.changed.add(key)


def _without_inspection(decided: Decided, inspection: str) -> None:
    """Take out what hangs on an inspection that was rejected; claims and the like only lose the link."""
    record = decided.record
    record.judgements = [one for one in record.judgements if one.inspection != inspection]
    record.findings = [one for one in record.findings if one.inspection != inspection]
    linked: list[Claim | Intervention] = [*record.claims, *record.interventions]
    for one in linked:
        if one.inspection == inspection:
            one.inspection = None
    kept = {id(value) for part in PARTS for value in getattr(record, part)}
    decided.items = {key: item for key, item in decided.items.items() if id(item.value) in kept}


def _text(record: Record, text_of: TextOf) -> str:
    text = record.document.text or text_of(record.document.text_sha256 or "")
    if text is None:
        raise _Unheld("the document's text is not kept any more; build it again from its file")
    return text
