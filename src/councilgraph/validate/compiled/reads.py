"""What the verdict on a focus node depends on: the triples that a shape looks at, and how it gets to them.

A shape walks from a focus node along paths and looks, wherever it arrives, at the triples of some properties. If what it
finds differs between two states of a graph, then on some walk the first triple that differs is reached by triples that
both states hold. So the focus nodes that a change can concern are found in the new state alone, by walking back from the
changed triples; and a `Read` has to be told for each step of a walk.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from councilgraph.validate.compiled.path import Path
from councilgraph.validate.compiled.run import NotCompiled

FOCUS = "?n0"


class Unbounded(NotCompiled):
    """Which focus nodes a change can concern cannot be told; the message says why."""


@dataclass(frozen=True, slots=True)
class Read:
    """Triples that are looked at.

    Attributes:
        way: a pattern that leads to them from the focus node; empty where they are its own.
        subject, predicate, value: what they match, each a term, or a variable (a value that is not in ``way`` may be
            anything); None: any predicate.
    """

    way: str
    subject: str
    predicate: str | None
    value: str


@dataclass(frozen=True, slots=True)
class Way:
    """How one gets from the focus node to a node."""

    pattern: str = ""
    node: str = FOCUS
    length: int = 0

    def along(self, path: Path) -> Iterator["Way"]:
        """On by a path."""
        node = f"?n{self.length + 1}"
        yield Way(f"{self.pattern} {self.node} {path.text} {node} .", node, self.length + 1)
        if path.stays:
            yield self

    def read(self, predicate: str | None, *, is_inverse: bool = False) -> Read:
        """The triples of the node with a property."""
        other = "?anything"
        return Read(self.pattern, *((other, predicate, self.node) if is_inverse else (self.node, predicate, other)))

    def reads(self, path: Path) -> Iterator[Read]:
        """What a path looks at from here."""
        for step in path.steps:
            for way in self.along(step.before) if step.before else (self,):
                yield way.read(step.predicate, is_inverse=step.is_inverse)
