"""Texts of our own on inspections of councils that are on no map, and the records of what they tell."""

from councilgraph.extract.pages import read
from councilgraph.extract.prose import councils, findings, outcomes, people, speech
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import BULLET, PARAGRAPH, Passage, Prose
from councilgraph.model import Document, Record

COUNCIL = "Westmarch County Council"
LEAD = f"Ofsted has published a report on {COUNCIL}."


def prose_of(*paragraphs: str) -> Prose:
    """Paragraphs as content; one that begins with a bullet is a point of a list."""
    text = "\n\n".join(paragraphs)
    passages = []
    start = 0
    for paragraph in paragraphs:
        end = start + len(paragraph)
        passages.append(Passage(BULLET if paragraph.startswith("•") else PARAGRAPH, start, end))
        start = end + 2
    return Prose(read(text), passages)


def councils_of(*paragraphs: str, publisher: str | None = None, title: str | None = None) -> Councils:
    """The councils that paragraphs name."""
    return councils.read_councils(prose_of(*paragraphs), Document("a", "a.txt", "0", publisher=publisher, title=title))


def record_of(*paragraphs: str, published: str | None = None, lead: str | None = LEAD) -> Record:
    """Inspections, judgements and findings of paragraphs below a lead that names the council."""
    prose = prose_of(*([lead] if lead else []), *paragraphs)
    document = Document("a", "a.txt", "0", published=published)
    record = Record(document)
    named = councils.read_councils(prose, document)
    speeches = speech.read_speech(prose, people.read_people(prose, named), named)
    outcomes.add_outcomes(record, prose, named, speeches)
    findings.add_findings(record, prose, named, speeches)
    councils.add_councils(record, prose, named)
    for item in [*record.councils, *record.inspections, *record.judgements, *record.findings]:
        assert len(item.evidence) <= 3
        assert all(prose.reading.text[span.start : span.end] == span.quote for span in item.evidence)
    return record


def grades_of(*paragraphs: str, published: str | None = None) -> list[tuple[str, str]]:
    """Areas with their grades, in order; overall effectiveness is "overall"."""
    found = record_of(*paragraphs, published=published).judgements
    return [(j.area.removesuffix(" effectiveness"), j.grade) for j in found]


def found_by(*paragraphs: str) -> list[tuple[str, str]]:
    """Types of findings with their words, in order."""
    return [(f.type, f.evidence[0].quote) for f in record_of(*paragraphs).findings]
