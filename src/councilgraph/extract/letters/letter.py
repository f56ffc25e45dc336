"""A letter to its record: its frame (heads, date, addressee, subject, signatory), its kind, and what that kind says."""

from dataclasses import replace

from councilgraph.model import Document, Record


def recognises(text: str) -> bool:
    """Whether a text is a letter: it greets somebody and closes as letters do."""
    return False


def extract(document: Document) -> Record:
    """What a letter says."""
    return Record(replace(document, genre="letter"))
