"""The verdict of the shapes on a graph, kept in the store beside it.

Invariant: what is kept is what the shapes say of the whole merge as it is. After a change only that is asked again which the
change can concern; the whole graph is judged where there is no verdict yet, the shapes are others than last time, or the
change is a large one.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from councilgraph import resources
from councilgraph.build.cache import code_hash
from councilgraph.build.state import State
from councilgraph.store import StoreWriter
from councilgraph.store.writer import Written
from councilgraph.validate.process import Validation
from councilgraph.validate.verdict import Verdict

_NOTE = "verdict.json"
_MOST = 20_000
"""Triples that may change before the whole graph is judged instead."""


class Judging:
    """Judges one change of a store; a context manager.

    Attributes:
        was_carried: whether the last verdict was enough to tell the new one.
    """

    was_carried = False

    def __init__(self, writer: StoreWriter) -> None:
        self._last = _last(writer.note(_NOTE))
        self._validation: Validation | None = None

    def __enter__(self) -> "Judging":
        return self

    def __exit__(self, *exception: object) -> None:
        if self._validation:
            self._validation.__exit__(*exception)

    @property
    def last(self) -> dict[str, Any] | None:
        """Summary of the verdict on the graph as it was; None where none is kept, by the shapes as they are."""
        return self._last.summary() if self._last else None

    @property
    def carries(self) -> bool:
        """Whether that verdict can be carried over a change."""
        return self._last is not None and self._last.found is not None

    def take(self, lines: Iterable[str]) -> None:
        """Hand over some of the new graph; the whole of it is judged, beside whatever is done meanwhile.

        Args:
            lines: canonical N-Triples lines; not to be changed until the verdict is there.
        """
        self._started().take(lines)

    def begin(self) -> None:
        """All of the graph has been handed over."""
        self._started().judge()

    def verdict(self, written: Written) -> Verdict:
        """The verdict on the new graph, which is kept with it.

        Raises:
            CouncilgraphError: the validation ended without one.
        """
        verdict = None
        if self._validation is None:
            verdict = self._carried(written)
            self.was_carried = verdict is not None
            if verdict is None:
                self.take(written.merge.lines())
                self.begin()
        if verdict is None:
            verdict = self._started().result()
        written.note(_NOTE, json.dumps({"rules": rules_hash(), **verdict.to_dict()}).encode())
        return verdict

    def _carried(self, written: Written) -> Verdict | None:
        """The last verdict, with what has changed since; None if that is not to be had."""
        if self._last is None or (changed := written.changed(_MOST)) is None:
            return None
        if not changed:
            return self._last
        from councilgraph.validate.shapes import load_shapes

        return self._last.after(written.merge, load_shapes(), changed)

    def _started(self) -> Validation:
        if self._validation is None:
            self._validation = Validation()
        return self._validation


def commit_judged(writer: StoreWriter) -> tuple[dict[str, Any], dict[str, Any]]:
    """Commit a change that no build made, with the verdict on the new graph.

    Returns:
        Summaries of the last verdict, empty if there was none, and of the new one.
    """
    state = State.of(writer.state)
    with Judging(writer) as judging:
        verdicts = [judging.last or {}]

        def judged(written: Written) -> dict[str, Any]:
            verdicts.append(judging.verdict(written).summary())
            state.judged(verdicts[-1])
            return state.to_dict()

        writer.commit(judged)
    before, after = verdicts
    return before, after


@cache
def rules_hash() -> str:
    """Hash of the shapes that ship and of what applies them."""
    sha = hashlib.sha256(code_hash("validate", "store", "rdf.py").encode())
    for file in sorted(resources.shapes().glob("*.ttl")):
        sha.update(file.name.encode())
        sha.update(file.read_bytes())
    return sha.hexdigest()


def _last(note: bytes | None) -> Verdict | None:
    try:
        kept = json.loads(note or b"{}")
    except ValueError:
        return None
    if not isinstance(kept, Mapping) or kept.get("rules") != rules_hash():
        return None
    return Verdict.from_dict(kept)
