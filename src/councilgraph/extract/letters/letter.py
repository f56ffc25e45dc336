"""A letter to its record: its frame (heads, date, addressee, subject, signatory), its kind, and what that kind says.

In an inspectorate's letter nobody speaks: its evaluations are findings. In a minister's or a council's letter the one who
signs does, findings are what they say that inspectors found, and what they do or demand is an intervention.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from councilgraph.extract.letters.acts import add_acts
from councilgraph.extract.letters.blocks import HEADING as HEADING_BLOCK
from councilgraph.extract.letters.blocks import POINT, TABLE, Block, read_blocks
from councilgraph.extract.letters.claims import own_claims
from councilgraph.extract.letters.correspondents import Correspondent
from councilgraph.extract.letters.events import OFSTED, Events
from councilgraph.extract.letters.findings import Findings
from councilgraph.extract.letters.frame import Frame, closing_at, greeting_at, read_frame
from councilgraph.extract.letters.graded import Graded, with_grades
from councilgraph.extract.letters.kinds import COUNCIL, INSPECTORATE, read_kind, sender
from councilgraph.extract.letters.names import is_same
from councilgraph.extract.letters.persons import read_letter_people
from councilgraph.extract.letters.results import read_results
from councilgraph.extract.letters.retold import Retold
from councilgraph.extract.letters.rows import read_letter, read_rows
from councilgraph.extract.letters.sections import ASIDE, Section, sectioned
from councilgraph.extract.prose import councils, figures, interventions, people, speech
from councilgraph.extract.prose.consequences import link_consequences
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import BULLET, HEADING, HEADLINE, PARAGRAPH, Passage, Prose
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.words import load
from councilgraph.model import CouncilMention, Document, PersonMention, Problem, Record, Statistic

_KINDS = {POINT: BULLET, HEADING_BLOCK: HEADING}
_COUNCIL = re.compile(r"\b(?:council|borough|authority|city of|county of|corporation)\b", re.IGNORECASE)
# A part of a row, without the post of whoever leads the council that it names.
_PART = re.compile(
    r"(?:\b(?:leader|mayor|chair|chief executive|director|cabinet member|councillor)s?\b[^,;]{0,60}?\b(?:of|at|for)\s+(?:the\s+)?(?=[A-Z]))?"
    r"(?P<name>[^,;]*[^,;\s])",
    re.IGNORECASE,
)
_LONGEST = 500_000  # code points; a letter is shorter
_OPENING = 8  # sentences that may name the visit, its days and its inspectors


def recognises(text: str) -> bool:
    """Whether a text is a letter: a line greets somebody, and another closes as letters do or names an addressee."""
    if len(text) > _LONGEST:
        return False
    rows = read_rows(read_letter(text))
    greeting = greeting_at(rows)
    if greeting is None:
        return False
    if closing_at(rows, greeting) is not None:
        return True
    frame = read_frame(rows)
    return frame.date is not None and bool(frame.addressees or frame.signatories)


def extract(document: Document) -> Record:
    """What a letter says."""
    document = replace(document, genre="letter")
    record = Record(document)
    reading = read_letter(document.text or "")
    frame = read_frame(read_rows(reading))
    raw = read_blocks([*frame.body, *frame.annex])
    blocks = list(sectioned(raw))
    content = [(block, section) for block, section in blocks if block.kind != TABLE and section.type != ASIDE]
    prose = Prose(reading, _passages(frame, raw, {b.start for b, s in blocks if s.type == ASIDE}))
    wide = Prose(reading, sorted([*_frame_passages(frame), *prose.passages], key=lambda passage: passage.start))
    sent_by = sender(frame, document.publisher)
    named = councils.read_councils(wide, document)
    council = _council(frame, named, sent_by)
    named.main = council or named.main
    date = document.published if frame.date is None or _is_finer(document.published, frame.date.iso) else frame.date.iso
    kind = read_kind(frame, raw, date) if sent_by == INSPECTORATE else None
    events = Events(record, prose, named.main, kind, date, _bodies(reading.text, frame, sent_by))
    events.open(prose.sentences[:_OPENING], frame.date, [frame.subject] if frame.subject else [])
    results = read_results(raw, prose.plain) if sent_by == INSPECTORATE else []
    events.add_results(results)
    graded = _grades(prose, events)
    findings = Findings(record, prose, events, graded, results)
    persons = people.read_people(prose, named)
    record.people = read_letter_people(frame, prose, persons, named.main, sent_by, prose.sentences)
    said = Speeches()
    if sent_by == INSPECTORATE:
        findings.read_own(content)
    else:
        Retold(prose, findings).read(content)
        said = _others(speech.read_speech(prose, persons, named), frame)
    link_consequences(record, prose)
    figures.add_statistics(record, prose, named, said)
    interventions.add_interventions(record, prose, named, said)
    if sent_by != INSPECTORATE:
        _drop_told(record)
    _own(record, prose, named)
    _drop_targets(record, prose, add_acts(record, prose, content, named, listed=sent_by != INSPECTORATE))
    if sent_by != INSPECTORATE:
        _drop_promises(record)
        _add_claims(record, prose, named, said, content, graded, frame, council if sent_by == COUNCIL else None)
    _add_councils(record, wide, named)
    if not record.councils:
        return Record(document, problems=[Problem("no-council", "no English council is named in this text", None)])
    return record


def _passages(frame: Frame, blocks: Sequence[Block], aside: set[int]) -> list[Passage]:
    """What the letter says, for the grammars of prose: the subject, then the body without tables and asides."""
    passages = [Passage(HEADLINE, *frame.subject)] if frame.subject else []
    passages += [
        Passage(_KINDS.get(block.kind, PARAGRAPH), block.start, block.end)
        for block in blocks
        if block.kind != TABLE and block.start not in aside and block.start < block.end
    ]
    return sorted(passages, key=lambda passage: passage.start)


def _frame_passages(frame: Frame) -> list[Passage]:
    """The parts of the frame's rows that name councils."""
    inside = frame.subject or (0, 0)
    return [
        Passage(HEADING, cell.start + part.start("name"), cell.start + part.end("name"))
        for row in [*frame.head, *frame.foot]
        for cell in row.cells
        for part in _PART.finditer(cell.text)
        if _COUNCIL.search(part[0]) and not inside[0] <= row.start < inside[1]
    ]


def _council(frame: Frame, named: Councils, sent_by: str) -> str | None:
    """The council that a letter is about: the addressee's, or the one that sends it; else the subject's."""
    of_frame = frame.senders if sent_by == COUNCIL else [p for p in frame.addressees if p not in frame.senders]
    for person in of_frame:
        if person.body and (known := named.known(person.body)):
            return known
    spans = [(row.start, row.end) for row in (frame.foot if sent_by == COUNCIL else frame.head)]
    spans += [frame.subject] if frame.subject else []
    for start, end in spans:
        if inside := named.inside(start, end):
            return inside[0].council
    return named.main or next((name.council for name in named.names if name.whole), None)


def _bodies(text: str, frame: Frame, sent_by: str) -> list[str]:
    """The inspectorates that came, as the letter of one names them."""
    if sent_by != INSPECTORATE:
        return [OFSTED]
    words = "\n".join(row.text for row in [*frame.head, *frame.body[:8], *frame.foot])
    bodies = [
        body
        for body, phrases in load("letters")["inspectorates"].items()
        if re.search(r"\b(?:" + "|".join(phrases) + r")\b", words, re.IGNORECASE)
    ]
    return bodies or [OFSTED]


def _is_finer(one: str | None, other: str) -> bool:
    """Whether a date says more than another that it agrees with."""
    return one is not None and len(one) > len(other) and one.startswith(other)


def _grades(prose: Prose, events: Events) -> dict[int, list[Graded]]:
    """The grades of all sentences, by offset, written to the inspections that gave them."""
    found: dict[int, list[Graded]] = {}
    before = None
    told = [(s, graded) for s, graded in with_grades(prose) if prose.passage_of(s).kind not in (HEADLINE, HEADING)]
    events.expect([one for _, graded in told for one in graded])
    for sentence, graded in told:
        if graded:
            found[sentence.start] = graded
        same = before if before is not None and before.passage == sentence.passage else None
        for one in graded:
            events.add_graded(one, same)
        before = sentence
    return found


def _drop_targets(record: Record, prose: Prose, points: Sequence[tuple[int, int]]) -> None:
    """Leave out as figures what is only promised or demanded; what now is stays ("from 52% to 80%")."""
    record.statistics = [
        figure
        for figure in record.statistics
        if not any(start <= figure.evidence[0].start < end for start, end in points) or _is_present(prose, figure)
    ]


def _drop_promises(record: Record) -> None:
    """Leave out as figures the sums that a letter promises: those are what it does."""
    done = [(span.start, span.end) for act in record.interventions for span in act.evidence]
    record.statistics = [
        figure
        for figure in record.statistics
        if figure.unit_kind != "pounds"
        or not any(a < span.end and span.start < b for a, b in done for span in figure.evidence)
    ]


def _is_present(prose: Prose, figure: Statistic) -> bool:
    words = prose.words(figure.evidence[0].start, figure.evidence[-1].end)
    number = f"{figure.value:g}"
    return (
        re.search(
            rf"\b(?:from|currently|now|present|today|stands?\s+at|up\s+on)\s+(?:\w+\s+){{0,2}}?{re.escape(number)}\b",
            words,
        )
        is not None
    )


def _own(record: Record, prose: Prose, named: Councils) -> None:
    """Give what a letter does, and its figures, to the council that it is about.

    A figure stays another's where that is named before it in the sentence.
    """
    for act in record.interventions:
        act.council = named.main
    for figure in record.statistics:
        if figure.council in (None, named.main) or not figure.evidence:
            continue
        start, end = figure.evidence[0].start, figure.evidence[-1].end
        sentence = prose.sentence_at(start)
        digits = re.search(r"\d", prose.plain[start:end])
        number = start + digits.start() if digits else end
        first = sentence.start if sentence else start
        if not any(name.council == figure.council for name in named.inside(first, number)):
            figure.council = named.main


def _drop_told(record: Record) -> None:
    """Leave out as interventions what inspectors are only said to have found."""
    told = [(span.start, span.end) for finding in record.findings for span in finding.evidence]
    record.interventions = [
        act
        for act in record.interventions
        if not any(a < span.end and span.start < b for a, b in told for span in act.evidence)
    ]


def _others(said: Speeches, frame: Frame) -> Speeches:
    """What others than the one who signs are quoted as saying; of named people also what is reported."""
    own = [person.name for person in frame.senders]
    return Speeches(
        [
            one
            for one in said.all
            if (one.voice == "quoted" and one.kind != speech.INSPECTORATE)
            or (
                one.kind == speech.PERSON and " " in one.speaker and not any(is_same(one.speaker, name) for name in own)
            )
        ]
    )


def _add_claims(
    record: Record,
    prose: Prose,
    named: Councils,
    said: Speeches,
    content: Sequence[tuple[Block, Section]],
    graded: dict[int, list[Graded]],
    frame: Frame,
    council: str | None,
) -> None:
    """Write what people are quoted as saying, and what the one who signs asserts."""
    evidence = [item.evidence for item in record.findings] + [item.evidence for item in record.interventions]
    taken = [(span.start, span.end) for spans in evidence for span in spans]
    taken += [(one.start, one.end) for one in said.all]
    signatory = _signatory(record, frame.senders)
    own = list(own_claims(prose, content, signatory, council, graded, taken)) if signatory else []
    speech.add_claims(record, prose, named, Speeches([*said.all, *own]))


def _signatory(record: Record, senders: Sequence[Correspondent]) -> PersonMention | None:
    names = [person.name for person in senders]
    return next((person for person in record.people if any(is_same(person.name, name) for name in names)), None)


def _add_councils(record: Record, wide: Prose, named: Councils) -> None:
    councils.add_councils(record, wide, named)
    if named.main and not any(one.name == named.main for one in record.councils):
        places = [one for one in named.names if one.council == named.main]
        if places:
            record.councils.insert(0, CouncilMention(named.main, wide.evidence(places[0].start, places[0].end)))
