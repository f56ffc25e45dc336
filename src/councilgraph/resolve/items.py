"""Items of a record by keys that outlive a new reading: the document, the part, and a hash of the item's words.

A key looks like ``bbc-2024-01-12#judgements/3f9ab2c41d07``; where two items of a part stand on the same words, the later
ones have a number behind it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from councilgraph.model import Record

PARTS = ("councils", "inspections", "judgements", "findings", "people", "claims", "statistics", "interventions")
"""The parts of a record that hold items, in its order."""


class Item(NamedTuple):
    """An item of a record with its key; ``value`` is the dataclass."""

    key: str
    part: str
    value: Any

    @property
    def words(self) -> str:
        """The words that prove it, those of several spans parted by " … "."""
        return " … ".join(span.quote for span in self.value.evidence)

    @property
    def page(self) -> int | None:
        """The page of its first words."""
        return self.value.evidence[0].page if self.value.evidence else None


def items(record: Record) -> Iterator[Item]:
    """All items of a record."""
    met: Counter[str] = Counter()
    for part in PARTS:
        for value in getattr(record, part):
            words = " ".join(span.quote for span in value.evidence)
            key = item_key(record.document.id, part, words)
            met[key] += 1
            yield Item(key if met[key] == 1 else f"{key}-{met[key]}", part, value)


def item_key(document_id: str, part: str, words: str) -> str:
    """The key of the first item of a part with some words; spaces and case do not count."""
    digest = hashlib.sha256(folded(words).encode(errors="surrogatepass")).hexdigest()
    return f"{document_id}#{part}/{digest[:12]}"


def folded(words: str) -> str:
    """Words without spaces, marks that part spans, and case."""
    return "".join(words.replace("…", "").split()).casefold()
