"""Who says what: direct, reported and part-quoted speech with its speaker."""

from dataclasses import dataclass, field

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.people import People
from councilgraph.model import Record

PERSON, ORGANISATION, SPOKESPERSON, INSPECTORATE = "person", "organisation", "spokesperson", "inspectorate"


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that somebody is quoted or reported as saying.

    Attributes:
        speaker: full name, an organisation's name, ``council spokesperson``, or the inspectorate's name.
        kind: what the speaker is; what an inspectorate says is no claim but a source of findings.
        voice: ``quoted``, ``paraphrased`` or ``reported-speech``.
        start, end: of what is said, without the attribution, quotation marks included where they open and close it.
    """

    speaker: str
    kind: str
    voice: str
    start: int
    end: int


@dataclass(slots=True)
class Speeches:
    """All speech of a document, in its order."""

    all: list[Speech] = field(default_factory=list)

    def at(self, offset: int) -> Speech | None:
        """The speech that holds an offset."""
        return next((speech for speech in self.all if speech.start <= offset < speech.end), None)

    def is_claim(self, offset: int) -> bool:
        """Whether somebody who is no inspectorate says the words at an offset."""
        speech = self.at(offset)
        return speech is not None and speech.kind != INSPECTORATE


def read_speech(prose: Prose, people: People, councils: Councils) -> Speeches:
    """The speech in a document."""
    return Speeches()


def add_claims(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write what people and organisations other than an inspectorate say as claims."""
