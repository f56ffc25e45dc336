"""What a build did, for people and for the command line."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from councilgraph.errors import printable
from councilgraph.model import Problem


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem and the file or folder that has it.

    Attributes:
        file: its absolute path.
        unread: an input could not be read.
    """

    file: str
    problem: Problem
    unread: bool

    @property
    def path(self) -> str:
        """The path for people: relative to the current folder where it lies below that, and printable."""
        path = Path(self.file)
        with suppress(ValueError, OSError):
            path = path.relative_to(Path.cwd())
        return printable(str(path))


@dataclass(slots=True)
class BuildReport:
    """Figures of a build.

    Attributes:
        read, cached: documents read anew, and taken as they were.
        asserted: documents that state something.
        counts: things in the graph, by kind; of people, those of whom documents tell.
        changed: graphs written or withdrawn; 0 where nothing changed.
        verdict: ``conforms`` and counts of results by severity and rule, as `validate` gives them.
    """

    read: int = 0
    cached: int = 0
    asserted: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    changed: int = 0
    triples: int = 0
    troubles: list[Trouble] = field(default_factory=list)
    verdict: dict[str, Any] = field(default_factory=dict)

    @property
    def problems_by_code(self) -> dict[str, int]:
        """How many documents have each kind of problem, most frequent first."""
        documents: dict[str, set[str]] = {}
        for trouble in self.troubles:
            documents.setdefault(trouble.problem.code, set()).add(trouble.file)
        return dict(Counter({code: len(paths) for code, paths in documents.items()}).most_common())

    @property
    def exit_code(self) -> int:
        """3 where an input could not be read, else 1 where the data do not conform, else 0."""
        if any(trouble.unread for trouble in self.troubles):
            return 3
        return 0 if self.verdict.get("conforms", True) else 1
