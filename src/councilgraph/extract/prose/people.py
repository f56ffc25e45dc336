"""The people whom a text names in a post, and who is meant by a title and surname, a pronoun or a post further on."""

from dataclasses import dataclass, field

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import Prose
from councilgraph.model import PersonMention, Record


@dataclass(slots=True)
class People:
    """The persons of a document, as they will stand in its record, and every place where one is named."""

    persons: list[PersonMention] = field(default_factory=list)


def read_people(prose: Prose, councils: Councils) -> People:
    """The people named in the content of a document."""
    return People()


def add_people(record: Record, prose: Prose, people: People) -> None:
    """Write the people to a record."""
