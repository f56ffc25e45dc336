"""Kinds of inspection report, told apart by the words of their titles."""

import re
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.reports.frontpage import title_block
from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its key and what it is called in a sentence."""

    key: str
    name: str


def titled(text: str) -> Kind | None:
    """The kind of report that a text's title, above the fields of its front page, names."""
    block, _ = title_block(text)
    return next((kind for kind, title in _titles() if title.search(block)), None)


def is_of(text: str, *keys: str) -> bool:
    """Whether a text's title is that of one of some kinds, given by their keys."""
    kind = titled(text)
    return kind is not None and kind.key in keys


def pattern(*keys: str) -> re.Pattern[str]:
    """The titles of some kinds, as one pattern."""
    return re.compile("|".join(title.pattern for kind, title in _titles() if kind.key in keys), re.IGNORECASE)


@cache
def _titles() -> list[tuple[Kind, re.Pattern[str]]]:
    """Every kind with its titles, as whole words with anything but letters between them."""
    return [
        (
            Kind(kind["key"], kind["name"]),
            re.compile(
                "|".join(
                    r"\b" + r"[\W_]+".join(re.findall(r"\w+", title)) + r"(?![^\W\d_])" for title in kind["titles"]
                ),
                re.IGNORECASE,
            ),
        )
        for kind in load("reports")["kinds"]
    ]
