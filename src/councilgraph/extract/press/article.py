"""An article to its record: content, councils, people, speech, then inspections, findings, figures and interventions.

Each step takes what the ones before it found; what somebody says is a claim, and no step after that reads it as a
finding of inspectors.
"""

from dataclasses import replace

from councilgraph.extract.pages import read
from councilgraph.extract.press import layout
from councilgraph.extract.prose import councils, figures, findings, interventions, outcomes, people, speech
from councilgraph.extract.prose.passages import Prose
from councilgraph.model import Document, Problem, Record


def recognises(text: str) -> bool:
    """Whether a text is an article: prose that names a council and inspectors, and no report or letter."""
    return bool(text.strip())


def extract(document: Document) -> Record:
    """What an article says."""
    document = replace(document, genre="press-article")
    record = Record(document)
    prose = Prose(reading := read(document.text or ""), layout.passages(reading))
    named = councils.read_councils(prose, document)
    persons = people.read_people(prose, named)
    speeches = speech.read_speech(prose, persons, named)
    outcomes.add_outcomes(record, prose, named, speeches)
    findings.add_findings(record, prose, named, speeches)
    figures.add_statistics(record, prose, named, speeches)
    interventions.add_interventions(record, prose, named, speeches)
    people.add_people(record, prose, persons)
    speech.add_claims(record, prose, named, speeches)
    councils.add_councils(record, prose, named)
    if not record.councils:
        return Record(document, problems=[Problem("no-council", "no English council is named in this text", None)])
    return record
