"""Who says what: direct, reported and part-quoted speech with its speaker."""

from bisect import bisect_right
from dataclasses import dataclass, field

from councilgraph.extract.prose.assertions import asserted
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import ALT_TEXT, CAPTION, Prose
from councilgraph.extract.prose.people import People
from councilgraph.extract.prose.speakers import INSPECTORATE, ORGANISATION, PERSON, SPOKESPERSON, Speakers
from councilgraph.extract.prose.utterances import read_utterances
from councilgraph.model import Claim, Record

__all__ = ["INSPECTORATE", "ORGANISATION", "PERSON", "SPOKESPERSON", "Speech", "Speeches", "add_claims", "read_speech"]


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that somebody is quoted or reported as saying.

    Attributes:
        speaker: full name, an organisation's name, ``council spokesperson``, or the inspectorate's name.
        kind: what the speaker is; what an inspectorate says is no claim but a source of findings.
        voice: ``quoted``, ``paraphrased`` or ``reported-speech``.
        start, end: of what is said, without the attribution, quotation marks included where they open and close it.
        capacity: the role in which the speaker speaks, as printed.
        council: the council for which the speaker speaks, where it is known.
    """

    speaker: str
    kind: str
    voice: str
    start: int
    end: int
    capacity: str | None = None
    council: str | None = None


@dataclass(slots=True)
class Speeches:
    """All speech of a document, in its order; no two hold the same words."""

    all: list[Speech] = field(default_factory=list)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.all = sorted(self.all, key=lambda speech: speech.start)
        self._starts = [speech.start for speech in self.all]

    def at(self, offset: int) -> Speech | None:
        """The speech that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 and offset < self.all[index].end else None

    def is_claim(self, offset: int) -> bool:
        """Whether somebody who is no inspectorate says the words at an offset."""
        speech = self.at(offset)
        return speech is not None and speech.kind != INSPECTORATE


def read_speech(prose: Prose, people: People, councils: Councils) -> Speeches:
    """The speech in a document."""
    speeches = []
    for said in read_utterances(prose, Speakers(prose, people, councils)):
        speaker = said.speaker
        person = people.persons[speaker.person] if speaker.person is not None else None
        council = speaker.council
        if council is None and person and person.organisation in {name.council for name in councils.names}:
            council = person.organisation
        speeches.append(Speech(speaker.name, speaker.kind, said.voice, said.start, said.end, speaker.capacity, council))
    return Speeches(speeches)


def add_claims(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write what people and organisations other than an inspectorate say as claims."""
    written: dict[tuple[str, str], Claim] = {}
    for speech in speeches.all:
        if speech.kind == INSPECTORATE:
            continue
        words = prose.words(speech.start, speech.end)
        evidence = prose.evidence(speech.start, speech.end)
        same = written.get((speech.speaker, words))
        if same is not None:
            same.evidence = [*same.evidence, *evidence][:3]
            continue
        sentence = prose.sentence_at(speech.start)
        kind = prose.passage_of(sentence).kind if sentence else None
        claim = Claim(
            speaker=speech.speaker,
            capacity=speech.capacity,
            voice=kind if kind in (CAPTION, ALT_TEXT) else speech.voice,
            council=speech.council or councils.main,
            evidence=evidence,
        )
        assertion = asserted(words, record.document.published)
        if assertion:
            claim.asserts_grade, claim.comparator = assertion.grade, assertion.comparator
            claim.asserts_period = assertion.period
        if evidence:
            prose.fired(f"claims: {speech.voice}", speech.start, speech.end)
            written[speech.speaker, words] = claim
            record.claims.append(claim)
