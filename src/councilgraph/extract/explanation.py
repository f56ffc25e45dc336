"""Which rule made what of a document's words: the document is read again while somebody listens."""

from councilgraph.extract import extract, genre_of
from councilgraph.extract.trace import Firing, traced
from councilgraph.model import Record
from councilgraph.records import PARTS


def fired_rules(record: Record) -> list[Firing]:
    """The rules that fired on a record's document, in the order of their words.

    An item that no rule speaks for is that of the module that reads the genre: ``ilacs: judgements``.

    Args:
        record: with its document's text; without it no rule fires.
    """
    text = record.document.text
    if text is None:
        return []
    with traced() as heard:
        again = extract(record.document)
    genre = (genre_of(text) or ("no genre",))[0]
    fired = list(dict.fromkeys(heard))
    for part in PARTS:
        for item in getattr(again, part) if part != "problems" else ():
            spans = item.evidence[:1]
            silent = (s for s in spans if not any(one.start < s.end and s.start < one.end for one in heard))
            fired += [Firing(f"{genre}: {part}", span.start, span.end) for span in silent]
    return sorted(fired, key=lambda one: (one.start, one.end, one.rule))
