"""Who spoke or was named last, for what a text leaves to its reader."""

from dataclasses import dataclass

from councilgraph.extract.prose.speakers import PERSON, PRONOUN, SPOKESPERSON, Speaker


@dataclass(slots=True)
class Memory:
    """Who spoke or was named last, for pronouns and for quotations that nobody is given.

    Attributes:
        last, passage: who spoke last, and in which passage.
        subject, subject_passage: the person who was the subject of a sentence last, and of which passage.
        row, row_passage: the people who were a subject together last, and in which passage.
        reading: the passage that is being read.
    """

    person: Speaker | None = None
    named: Speaker | None = None
    body: Speaker | None = None
    last: Speaker | None = None
    passage: int = -9
    subject: Speaker | None = None
    subject_passage: int = -9
    row: tuple[Speaker, ...] = ()
    row_passage: int = -9
    reading: int = 0

    def resolve(self, speaker: Speaker) -> Speaker | None:
        """Whom a pronoun means; others mean themselves."""
        if speaker.kind != PRONOUN:
            return speaker
        first = speaker.name.split()[0]
        if first in ("he", "she", "his", "her"):
            return self.person or self.named
        if first == "they" and (people := self.together()):
            return people[-1]
        return self.body if first in ("it", "they", "the") else None

    def note(self, speaker: Speaker) -> None:
        """Remember somebody as subject."""
        if speaker.kind in (PERSON, SPOKESPERSON):
            self.person = speaker
            if speaker.person is not None:
                self.subject, self.subject_passage = speaker, self.reading
        else:
            self.body = speaker
            self.row = ()

    def remember(self, row: tuple[Speaker, ...]) -> None:
        """Remember people who are the subject together."""
        self.row, self.row_passage = row, self.reading

    def together(self) -> tuple[Speaker, ...]:
        """The people whom "they" means: those who were the subject together here or in the passage before."""
        return self.row if self.row_passage in (self.reading - 1, self.reading) else ()

    def heard(self, passage: int) -> Speaker | None:
        """Whose a quotation is that opens a passage and that nobody is given."""
        if self.passage in (passage - 1, passage):
            return self.last
        return self.subject if self.subject_passage == passage - 1 else None

    def spoke(self, speaker: Speaker, passage: int) -> None:
        """Remember who spoke, in which passage."""
        self.note(speaker)
        self.last = speaker
        self.passage = passage
