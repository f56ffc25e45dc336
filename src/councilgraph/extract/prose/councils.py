"""The councils that a text is about: names as printed, where they stand, and which council a place in the text speaks of."""

from dataclasses import dataclass, field

from councilgraph.extract.prose.passages import Prose
from councilgraph.model import Document, Record


@dataclass(frozen=True, slots=True)
class CouncilName:
    """A council's name at a place of the text; ``council`` is the name under which the record has it."""

    council: str
    start: int
    end: int


@dataclass(slots=True)
class Councils:
    """The councils named in a document, in order of their places.

    Attributes:
        names: every place where one is named or meant ("the county council", "the authority").
        main: the council that the document is about; None where it is about several or the nation.
    """

    names: list[CouncilName] = field(default_factory=list)
    main: str | None = None

    def at(self, offset: int) -> str | None:
        """The council that the words at an offset speak of: named last before them in their paragraph, else the main one."""
        before = [n for n in self.names if n.start <= offset]
        return before[-1].council if before else self.main


def read_councils(prose: Prose, document: Document) -> Councils:
    """The councils named in the content of a document."""
    return Councils()


def add_councils(record: Record, prose: Prose, councils: Councils) -> None:
    """Write the councils that the record says something about, or that are named as part of what it tells."""
