"""An article to its record: content, councils, people, speech, then inspections, findings, figures and interventions.

Each step takes what the ones before it found; what somebody says is a claim, and no step after that reads it as a
finding of inspectors.
"""

import re
from dataclasses import replace

from councilgraph.extract.pages import read
from councilgraph.extract.press import layout
from councilgraph.extract.prose import councils, figures, findings, interventions, outcomes, people, speech
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.verbs import alternatives
from councilgraph.extract.reports import kinds
from councilgraph.extract.words import load
from councilgraph.model import Document, Problem, Record

_WORDS = load("layout")["articles"]
_LONGEST = 300_000  # code points
_TOP = 60_000  # code points within which an article says what it is about
_INSPECTORS = re.compile(rf"(?<![\w-])(?:{alternatives(_WORDS['inspectors'])})(?![\w-])", re.IGNORECASE)
_SUBJECT = re.compile(rf"(?<![\w-])(?:{alternatives(_WORDS['subjects'])})(?![\w-])", re.IGNORECASE)
_ENGLAND = re.compile(rf"(?<![\w-])(?:{alternatives(_WORDS['england'])})(?![\w-])", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"(?<![\w-])(?:{alternatives(_WORDS['elsewhere'])})(?![\w-])", re.IGNORECASE)
_KINDS = [kind["key"] for kind in load("reports")["kinds"]]
_REPORTS = kinds.pattern(*_KINDS).pattern
_AFTER = alternatives(load("ilacs")["title"]["after"]).replace("'", "['’]")
_TITLE = re.compile(
    rf"^\W*(?:{_REPORTS})|(?:{_REPORTS}|\binspection\s+of\s[^.]{{0,80}}?(?:{_AFTER}))[^\w.!?\"]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SALUTATION = re.compile(r"^\s*(?:Dear|To) [^.\n]{2,80}$", re.MULTILINE)
_CLOSING = re.compile(r"^\s*Yours (?:sincerely|faithfully|truly)\b", re.MULTILINE)


def recognises(text: str) -> bool:
    """Whether a text is an article on inspectors of services for children in England, not a report or letter."""
    top = text[:_TOP]
    if _TITLE.search(top) or (_SALUTATION.search(top) and _CLOSING.search(top)):
        return False
    if _ELSEWHERE.search(top) and not _ENGLAND.search(top):
        return False
    return bool(_INSPECTORS.search(top) and _SUBJECT.search(top))


def extract(document: Document) -> Record:
    """What an article says."""
    document = replace(document, genre="press-article")
    if len(document.text or "") > _LONGEST:
        return Record(document, problems=[Problem("too-large", "this text is too long for an article", None)])
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
