"""Articles of our own about a council that is none, and the records of their people and claims."""

from councilgraph.extract.pages import read
from councilgraph.extract.press import layout
from councilgraph.extract.prose import councils, people, speech
from councilgraph.extract.prose.passages import Prose
from councilgraph.model import Document, Record

LEAD = "Westmarch County Council has been rated inadequate by Ofsted after an inspection of its children's services."


def record(*paragraphs: str, published: str | None = None) -> Record:
    """The people and claims of an article with these paragraphs below a lead that names the council."""
    text = "\n\n".join([LEAD, *paragraphs])
    document = Document("a", "a.txt", "0", text=text, published=published)
    found = Record(document)
    prose = Prose(reading := read(text), layout.passages(reading))
    named = councils.read_councils(prose, document)
    persons = people.read_people(prose, named)
    people.add_people(found, prose, persons)
    speech.add_claims(found, prose, named, speech.read_speech(prose, persons, named))
    for item in [*found.people, *found.claims]:
        assert 1 <= len(item.evidence) <= 3
        for span in item.evidence:
            assert text[span.start : span.end] == span.quote
    return found


def said(*paragraphs: str) -> list[tuple[str, str]]:
    """Speakers with what they say, in order."""
    return [(claim.speaker, claim.evidence[0].quote) for claim in record(*paragraphs).claims]
