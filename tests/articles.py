"""Records of fictional articles and letters, whose words stand in a text that is put together here."""

import hashlib
from typing import Any

from councilgraph.model import (
    Claim,
    CouncilMention,
    Document,
    Finding,
    Inspection,
    Intervention,
    Judgement,
    PersonMention,
    Record,
    Statistic,
)
from reports import NORTHMERE, Page


class Article:
    """An article that grows statement by statement; each is a line of its text.

    Args:
        published: ISO, perhaps partial; None where it is not known.
        document: further fields of `Document`.
    """

    def __init__(self, id: str = "northmere-post", *, published: str | None = "2024-07-02", **document: Any) -> None:
        self._page = Page()
        self._id, self._known = id, {"genre": "press-article", "publisher": "Northmere Post", "published": published}
        self._known |= document
        self._record = Record(Document(id, f"{id}.txt", ""))

    def council(self, name: str = NORTHMERE) -> "Article":
        """Name a council."""
        self._record.councils.append(CouncilMention(name, [self._page.line(name)]))
        return self

    def inspection(self, id: str = "i1", council: str = NORTHMERE, **fields: Any) -> "Article":
        """Tell of an inspection; the council is named where it was not before."""
        if council not in {known.name for known in self._record.councils}:
            self.council(council)
        evidence = [self._page.line(f"Inspectors came to {council}.", "council")]
        self._record.inspections.append(Inspection(id, council, evidence=evidence, **{"bodies": ["Ofsted"]} | fields))
        return self

    def judgement(self, area: str, grade: str, inspection: str = "i1", **fields: Any) -> "Article":
        """Tell of a grade."""
        evidence = [self._page.line(f"{area}: {grade}.")]
        self._record.judgements.append(Judgement(inspection, area, grade, evidence=evidence, **fields))
        return self

    def finding(self, kind: str, words: str, inspection: str = "i1", **fields: Any) -> "Article":
        """Tell what inspectors found."""
        self._record.findings.append(Finding(inspection, kind, evidence=[self._page.line(words)], **fields))
        return self

    def person(self, name: str, role: str | None, role_type: str, organisation: str | None, **fields: Any) -> "Article":
        """Name somebody in an office."""
        line = self._page.line(f"{name}, {role}, of {organisation}.")
        self._record.people.append(PersonMention(name, role, role_type, organisation, evidence=[line], **fields))
        return self

    def claim(self, speaker: str, words: str, **fields: Any) -> "Article":
        """Quote somebody."""
        self._record.claims.append(Claim(speaker, evidence=[self._page.line(words)], **fields))
        return self

    def statistic(self, measure: str, value: float, words: str, **fields: Any) -> "Article":
        """Give a number."""
        line = self._page.line(words)
        self._record.statistics.append(Statistic(measure, value, evidence=[line], **{"council": NORTHMERE} | fields))
        return self

    def intervention(self, kind: str, words: str, **fields: Any) -> "Article":
        """Tell what is done."""
        line = self._page.line(words)
        self._record.interventions.append(Intervention(kind, evidence=[line], **{"council": NORTHMERE} | fields))
        return self

    def record(self) -> Record:
        """The record of all that was told."""
        text = self._page.text
        self._record.document = Document(
            self._id,
            f"{self._id}.txt",
            hashlib.sha256(self._id.encode()).hexdigest(),
            text_sha256=hashlib.sha256(f"{self._id}\n{text}".encode()).hexdigest(),
            title=f"An article called {self._id}",
            pages=1,
            text=text,
            **self._known,
        )
        return self._record
