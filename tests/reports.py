"""Records of fictional reports, whose words stand in a text that is put together here."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from councilgraph import mapping, resources
from councilgraph.model import (
    CouncilMention,
    Document,
    Evidence,
    Finding,
    Inspection,
    Judgement,
    Period,
    Record,
)
from councilgraph.rdf import BASE
from councilgraph.registers import CouncilRegister
from councilgraph.registers.councils import Council
from councilgraph.resolve import resolve
from councilgraph.store import write_store

NORTHMERE = "Northmere County Council"
OVERALL, LEADERS = "Overall effectiveness", "The impact of leaders on social work practice with children and families"
CARE_LEAVERS = "The experiences and progress of care leavers"

REGISTER = CouncilRegister(
    Council(slug=slug, iri=f"{BASE}id/council/{slug}", name=name, short_name=name.split()[0], type=kind)
    for slug, name, kind in (
        ("northmere", NORTHMERE, "county"),
        ("eastvale", "Eastvale Metropolitan Borough Council", "metropolitan-district"),
    )
)


class Page:
    """Text that grows line by line, with the place of each line."""

    def __init__(self) -> None:
        self.text = ""

    def line(self, words: str, supports: str | None = None) -> Evidence:
        """Add words and a line break; where they stand."""
        start, page = len(self.text), self.text.count("\f") + 1
        self.text += words + "\n"
        return Evidence(start, start + len(words), page, words, supports)

    def end(self) -> None:
        """Begin another page."""
        self.text += "\f"


def report(
    id: str = "northmere-2024",
    *,
    council: str = NORTHMERE,
    start: str | None = "2024-05-13",
    end: str | None = "2024-05-24",
    periods: Sequence[tuple[str, str]] = (),
    dates: str | None = None,
    leads: Sequence[str] = ("Ada Fernsby",),
    grades: Sequence[tuple[str, str]] = ((LEADERS, "Good"), (OVERALL, "Good")),
    findings: Sequence[tuple[str, str]] = (("area-for-improvement", "How soon families get help."),),
    framework: str = "ilacs",
    visit_type: str = "standard",
    ending: str = "",
    **document: Any,
) -> Record:
    """A report of one inspection: front page, table and findings on pages of their own.

    Args:
        dates: as printed.  grades: area and grade as printed.  findings: type and words.
        ending: further text, which makes another text of the same report.
        document: fields of `Document` to set; None for what is not known.
    """
    page = Page()
    dates = dates or f"{start} to {end}"
    named = page.line(council, "council")
    dated = page.line(dates, "start")
    evidence = [named, dated, Evidence(dated.start, dated.end, dated.page, dated.quote, "end")]
    evidence += [page.line(name, "lead_inspectors") for name in leads]
    page.end()
    judgements = [Judgement("i1", area, grade, evidence=[page.line(f"{area}: {grade}")]) for area, grade in grades]
    page.end()
    found = [Finding("i1", kind, "help-and-protection", evidence=[page.line(words)]) for kind, words in findings]
    text = page.text + ending
    known = {
        "path": f"{id}.pdf",
        "sha256": hashlib.sha256(id.encode(errors="surrogatepass")).hexdigest(),
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "genre": "inspection-report",
        "title": "Inspection of Northmere",
        "publisher": "Ofsted",
        "published": "2024-07-01",
        "licence": "OGL-UK-3.0",
        "pages": 3,
        "text": text,
    } | document
    inspection = Inspection(
        "i1",
        council,
        bodies=["Ofsted"],
        framework=framework,
        visit_type=visit_type,
        start=start,
        end=end,
        periods=[Period(*period) for period in periods],
        date_words=dates,
        lead_inspectors=list(leads),
        evidence=evidence,
    )
    return Record(Document(id, **known), [CouncilMention(council, [named])], [inspection], judgements, found)


def store(folder: Path, *records: Record) -> Path:
    """A store of what some records say, with ontology, vocabulary and a register."""
    standing = mapping.standing_graphs([resources.samples() / "registers" / "fictional-councils.ttl"])
    with write_store(folder) as writer:
        for graph, lines in (dict(mapping.graphs(resolve(records, REGISTER))) | standing).items():
            writer.put(graph, lines)
        writer.commit({})
    return folder
