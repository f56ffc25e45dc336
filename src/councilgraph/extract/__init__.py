"""What a document says, taken from its text: one module a genre, over shared grammars.

`extract` is pure and deterministic and never raises on odd text: what cannot be read becomes a problem of the record.
"""

from importlib import import_module
from types import ModuleType

from councilgraph.model import Document, Problem, Record

GENRES = {
    "ilacs": "reports.ilacs",
    "sif": "reports.sif",
    "board reviews": "reports.board",
    "lac-2013": "reports.lac2013",
    "letters": "letters.letter",
    "other reports": "reports.unread",
    "press": "press.article",
}
"""The modules by what they read, in the order in which they are asked; each has ``recognises`` and ``extract``.

They are imported when they are asked: the patterns of prose take a second to prepare, and most reports need none.
"""


def genre_of(text: str) -> tuple[str, ModuleType] | None:
    """The genre of a text, and the module that reads it; None where it is of no kind that is known."""
    for name, place in GENRES.items():
        module = import_module(f"{__name__}.{place}")
        if module.recognises(text):
            return name, module
    return None


def extract(document: Document) -> Record:
    """What one document says; its own words decide which module reads it."""
    found = genre_of(document.text or "")
    if found:
        record: Record = found[1].extract(document)
        return record
    return Record(document, problems=[Problem("unknown-genre", "this is no kind of text that is known", None)])
