"""Sets of nodes that may be all but some, so that what a negation lets through need not be listed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from councilgraph.store.protocol import Term


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes listed, or, of whatever nodes are in question, all but those listed."""

    listed: frozenset[Term] = frozenset()
    all_but: bool = False

    @classmethod
    def of(cls, nodes: Iterable[Term]) -> Self:
        """The nodes given."""
        return cls(frozenset(nodes))

    @property
    def is_empty(self) -> bool:
        """Whether there is certainly none."""
        return not self.all_but and not self.listed

    def __contains__(self, node: Term) -> bool:
        return (node in self.listed) is not self.all_but

    def __invert__(self) -> "Nodes":
        return Nodes(self.listed, not self.all_but)

    def __and__(self, other: "Nodes") -> "Nodes":
        if self.all_but and other.all_but:
            return Nodes(self.listed | other.listed, True)
        if self.all_but:
            return Nodes(other.listed - self.listed)
        return Nodes(self.listed - other.listed if other.all_but else self.listed & other.listed)

    def __or__(self, other: "Nodes") -> "Nodes":
        return ~(~self & ~other)
