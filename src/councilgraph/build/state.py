"""What a build leaves in the store for the next one."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from councilgraph.build.report import BuildReport, Trouble
from councilgraph.model import Problem

_VERSION = 1
_LASTING = ("asserted", "counts", "triples", "verdict")


@dataclass(slots=True)
class State:
    """What the graph was made from, and what was said of it.

    Attributes:
        places: files and folders that were asked for, absolute.
        documents: key of the record in the cache by absolute path of the file.
        retracted: reason by document id.
        purged: reason by hash of the file's bytes.
        registers: registers of the user's own, absolute.
        graphs: digest of each graph that a build wrote; None where that is not known any more.
        made_with: hash of what turned records into the graph.
        fingerprint: hash of all that the graph depends on.
        said: of the last report, what stays true while the fingerprint does; JSON as text, for the store sorts keys.
    """

    places: list[str] = field(default_factory=list)
    documents: dict[str, str] = field(default_factory=dict)
    retracted: dict[str, str] = field(default_factory=dict)
    purged: dict[str, str] = field(default_factory=dict)
    registers: list[str] = field(default_factory=list)
    graphs: dict[str, str] | None = None
    made_with: str = ""
    fingerprint: str = ""
    said: str = ""
    version: int = _VERSION

    @classmethod
    def of(cls, stored: dict[str, Any]) -> Self:
        """The state that a store holds: of one that another version wrote, what still has a meaning."""
        if stored.get("version") == _VERSION and stored.keys() <= set(cls.__slots__):
            return cls(**stored)
        return cls(
            places=_texts(stored.get("places")),
            documents=_text_by_text(stored.get("documents")),
            retracted=_text_by_text(stored.get("retracted")),
            purged=_text_by_text(stored.get("purged")),
            registers=_texts(stored.get("registers")),
        )

    def to_dict(self) -> dict[str, Any]:
        """The form that a store holds."""
        return asdict(self)

    def remember(self, report: BuildReport, troubles: Iterable[Trouble]) -> None:
        """Keep what a report says of the graph, and the troubles of documents that were read."""
        said = {name: getattr(report, name) for name in _LASTING}
        self.said = json.dumps({**said, "troubles": [asdict(trouble) for trouble in troubles]})

    def judged(self, verdict: dict[str, Any]) -> None:
        """Keep another verdict on the graph in what was said of it, if anything was."""
        if self.said:
            self.said = json.dumps({**json.loads(self.said), "verdict": verdict})

    def recall(self, report: BuildReport) -> None:
        """Say again what was kept."""
        said = json.loads(self.said)
        for name in _LASTING:
            setattr(report, name, said[name])
        report.troubles += [
            Trouble(trouble["file"], Problem(**trouble["problem"]), trouble["unread"]) for trouble in said["troubles"]
        ]


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _text_by_text(value: Any) -> dict[str, str]:
    pairs = value.items() if isinstance(value, dict) else ()
    return {key: item for key, item in pairs if isinstance(item, str)}
