"""Who spoke or was named last, for what a text leaves to its reader."""

from dataclasses import dataclass

from councilgraph.extract.prose.speakers import PERSON, PRONOUN, SPOKESPERSON, Speaker


@dataclass(slots=True)
class Memory:
    """Who spoke or was named last, for pronouns and for quotations that nobody is given."""

    person: Speaker | None = None
    named: Speaker | None = None
    body: Speaker | None = None
    last: Speaker | None = None
    passage: int = -9

    def resolve(self, speaker: Speaker) -> Speaker | None:
        """Whom a pronoun means; others mean themselves."""
        if speaker.kind != PRONOUN:
            return speaker
        first = speaker.name.split()[0]
        if first in ("he", "she", "his", "her"):
            return self.person or self.named
        return self.body if first in ("it", "they", "the") else None

    def note(self, speaker: Speaker) -> None:
        """Remember somebody as subject."""
        if speaker.kind in (PERSON, SPOKESPERSON):
            self.person = speaker
        else:
            self.body = speaker

    def spoke(self, speaker: Speaker, passage: int) -> None:
        """Remember who spoke, in which passage."""
        self.note(speaker)
        self.last = speaker
        self.passage = passage
