"""The judgement areas of a framework, by the labels that its reports print."""

from dataclasses import dataclass
from functools import cache

from councilgraph.extract.labels import Word, consumed, spellings
from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class Area:
    """What is graded.

    Attributes:
        covers: the services behind it; two areas of one report never share one.
        service: key of the service area of the paragraphs under its heading.
        labels: letters of the labels, see `labels.spellings`.
    """

    key: str
    covers: frozenset[str]
    service: str | None
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Areas:
    """The areas of a framework; ``by_label`` has the longest labels first, ``services`` all that they cover."""

    by_label: dict[str, Area]
    services: frozenset[str]

    def match(self, among: list[Word], index: int) -> tuple[int, Area] | None:
        """The index after the longest label that begins at ``index``, and its area."""
        if index < len(among):
            first = among[index].letters
            for label, area in self.by_label.items():
                if label.startswith(first) and (end := consumed(among, index, label)) is not None:
                    return end, area
        return None


@cache
def areas(framework: str) -> Areas:
    """The areas of the word list of a framework, such as ``ilacs``."""
    found: dict[str, Area] = {}
    for key, words in load(framework)["areas"].items():
        labels = tuple(spelling for label in words["labels"] for spelling in spellings(label))
        area = Area(key, frozenset(words["covers"]), words.get("service"), labels)
        found |= dict.fromkeys(labels, area)
    services = frozenset(service for area in found.values() for service in area.covers)
    return Areas(dict(sorted(found.items(), key=lambda item: -len(item[0]))), services)
