"""Reports of kinds that are known by their titles and that nothing reads yet."""

from dataclasses import replace

from councilgraph.extract.reports import kinds
from councilgraph.extract.reports.frontpage import title_block
from councilgraph.model import Document, Problem, Record


def recognises(text: str) -> bool:
    """Whether the title is that of a known kind, with fields below it: an article can name any kind in its prose."""
    _, has_fields = title_block(text)
    return has_fields and kinds.titled(text) is not None


def extract(document: Document) -> Record:
    """A record that says what the report is and asserts nothing."""
    kind = kinds.titled(document.text or "")
    name = kind.name if kind else "an inspection"
    problem = Problem("not-yet-read", f"this is a report of {name}; such reports are not read yet", 1)
    return Record(replace(document, genre="inspection-report"), problems=[problem])
