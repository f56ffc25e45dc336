"""What a document says, taken from its text: one module a genre, over shared grammars.

`extract` is pure and deterministic and never raises on odd text: what cannot be read becomes a problem of the record.
"""

from types import ModuleType

from councilgraph.extract.letters import letter
from councilgraph.extract.press import article
from councilgraph.extract.reports import board, ilacs, lac2013, sif, unread
from councilgraph.model import Document, Problem, Record

GENRES: dict[str, ModuleType] = {
    "ilacs": ilacs,
    "sif": sif,
    "board reviews": board,
    "lac-2013": lac2013,
    "letters": letter,
    "other reports": unread,
    "press": article,
}
"""The modules by what they read, in the order in which they are asked; each has ``recognises`` and ``extract``."""


def extract(document: Document) -> Record:
    """What one document says; its own words decide which module reads it."""
    text = document.text or ""
    for genre in GENRES.values():
        if genre.recognises(text):
            record: Record = genre.extract(document)
            return record
    return Record(document, problems=[Problem("unknown-genre", "this is no kind of text that is known", None)])
