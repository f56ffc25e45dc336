"""The desk at which a person looks at what was read: records as decided, their texts, and what is doubtful."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from councilgraph.build.cache import RecordCache
from councilgraph.build.decisions import add_decisions, decisions_file, read_decisions, signature
from councilgraph.build.project import project_of
from councilgraph.build.retraction import named_document
from councilgraph.build.state import State
from councilgraph.errors import UsageError
from councilgraph.query.things import find
from councilgraph.registers import load_register
from councilgraph.resolve import resolve
from councilgraph.resolve.decisions import ACCEPTED, PERSON, REJECTED, SAME_AS, Decided, Decision, decide, merged_people
from councilgraph.resolve.doubts import Doubt, doubts
from councilgraph.resolve.items import Item
from councilgraph.resolve.values import anchored, as_text, from_text, new_item
from councilgraph.store import open_store


@dataclass(slots=True)
class Desk:
    """All documents of a store as decided so far."""

    store: Path
    decided: list[Decided]
    registers: list[Path]
    _texts: RecordCache

    def doubts(self) -> list[Doubt]:
        """What is doubtful, worst first."""
        records, register = [one.record for one in self.decided], load_register(*self.registers)
        resolution = resolve(records, register, merged_people(read_decisions(decisions_file(self.store))))
        return doubts(resolution, self.decided)

    def of_document(self, wanted: str) -> Decided:
        """The record of a document by its path, title, id or IRI.

        Raises:
            UsageError: no document or several answer to that name.
        """
        document = named_document(self.store, wanted)
        return next(one for one in self.decided if one.record.document.id == document.id)

    def item(self, key: str) -> Item:
        """The item with a key.

        Raises:
            UsageError: there is none.
        """
        for one in self.decided:
            if item := one.items.get(key):
                return item
        raise UsageError(f"no item “{key}”", hint="`councilgraph review --list` gives the keys of doubtful items.")

    def text(self, decided: Decided) -> str:
        """The normalised text of a document.

        Raises:
            UsageError: it is not kept any more.
        """
        text = self._texts.text(decided.record.document.text_sha256 or "")
        if text is None:
            raise UsageError(
                f"the text of {decided.record.document.path} is not kept any more",
                hint="`councilgraph build` reads it again from its file.",
            )
        return text

    def change(self, item: Item, key: str, new: str, *, who: str | None = None, why: str = "") -> Decision:
        """The decision that gives a key of an item another value.

        Raises:
            UsageError: the value makes no sense for it.
        """
        name, when = signature(who)
        try:
            if key == "words":
                anchored(self.text(self._holding(item)), new)
                return Decision(item.key, key, item.words, new, item.words, name, when, why)
            from_text(item.part, key, new)
            self._must_be_known(item, key, new)
        except ValueError as error:
            raise UsageError(str(error)) from error
        return Decision(item.key, key, as_text(getattr(item.value, key)), new, item.words, name, when, why)

    def judge(self, item: Item, accepted: bool, *, who: str | None = None, why: str = "") -> Decision:
        """The decision that an item stands, or does not."""
        name, when = signature(who)
        return Decision(item.key, "", "", ACCEPTED if accepted else REJECTED, item.words, name, when, why)

    def addition(
        self,
        decided: Decided,
        part: str,
        values: dict[str, object],
        words: str,
        *,
        who: str | None = None,
        why: str = "",
    ) -> Decision:
        """The decision that adds an item which was missed.

        Raises:
            UsageError: a value makes no sense, or the words are not in the document.
        """
        name, when = signature(who)
        try:
            new_item(decided.record, part, dict(values), words, self.text(decided))
        except ValueError as error:
            raise UsageError(f"a new item of {part}: {error}") from error
        key = f"{decided.record.document.id}#{part}/new"
        return Decision(key, "", "", json.dumps(values, ensure_ascii=False, sort_keys=True), words, name, when, why)

    def merge(self, person: str, other: str, *, who: str | None = None, why: str = "") -> Decision:
        """The decision that two people, named in any way that the graph knows them by, are one: ``other`` stays.

        Raises:
            UsageError: there is nobody of that name, or several people answer to it, or both are one already.
        """
        with open_store(self.store) as reader:
            key, stays = (find(reader, name, "person").rsplit("/", 1)[-1] for name in (person, other))
        if key == stays:
            raise UsageError(f"“{person}” and “{other}” are one person already")
        name, when = signature(who)
        return Decision(PERSON + key, SAME_AS, "", stays, "", name, when, why)

    def write(self, decisions: Sequence[Decision]) -> Path:
        """Add decisions to the file of the store's project; where that is."""
        file = decisions_file(self.store)
        add_decisions(file, decisions)
        return file

    def _must_be_known(self, item: Item, key: str, new: str) -> None:
        """Raise ValueError if a value names an inspection or a council that is not there."""
        if key == "inspection" and new:
            known = [inspection.id for inspection in self._holding(item).record.inspections]
            if new not in known:
                raise ValueError(f"the document has no inspection “{new}”; there are {', '.join(known) or 'none'}")
        if (item.part, key) == ("inspections", "council") and new:
            councils = load_register(*self.registers)
            match = councils.match(new)
            if match.council is None:
                near = " or ".join(council.name for council in councils.near(new, 2))
                raise ValueError(match.reason + (f"; did you mean {near}?" if near else ""))

    def _holding(self, item: Item) -> Decided:
        return next(one for one in self.decided if item.key in one.items)


def open_desk(store: Path) -> Desk:
    """The desk of a store: what its documents say, with all decisions applied.

    Raises:
        UsageError: there is no graph.
        InputError: the file of decisions cannot be read.
    """
    with open_store(store) as reader:
        state = State.of(reader.state)
    cache = RecordCache(store)
    keys = sorted(set(state.documents.values()))
    records = [record for key in keys if (record := cache.get(key)) and record.document.id not in state.retracted]
    decided = decide(records, read_decisions(decisions_file(store)), cache.text)
    project = project_of(store)
    registers = project.own_registers() if project else [Path(path) for path in state.registers]
    return Desk(store, decided, registers, cache)
