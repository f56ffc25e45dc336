"""Grades as printed, by the scale they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.labels import Word, consumed, letters, spellings
from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """The labels of a scale: their letters to the grade's key, longest first."""

    labels: dict[str, str]

    def key(self, label: str) -> str | None:
        """The key of the grade with a printed label; None where it is not on the scale."""
        return self.labels.get(letters(label))

    def match(self, among: Sequence[Word], index: int) -> tuple[int, str] | None:
        """The index after the longest grade that begins at ``index``, and its key."""
        for label, key in self.labels.items():
            end = consumed(among, index, label)
            if end is not None:
                return end, key
        return None


@cache
def scale(name: str) -> Scale:
    """A scale of the word list ``grades``, such as ``social-care``."""
    found = {spelling: key for key, labels in load("grades")[name].items() for s in labels for spelling in spellings(s)}
    return Scale(dict(sorted(found.items(), key=lambda item: -len(item[0]))))
