"""Visits told of as one of several: "monitoring visits came in between. The last of them, in July, found …"."""

import re
from collections.abc import Iterator

from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.times import Time, times


def one_of_several(
    prose: Prose, sentence: Sentence, before: Sentence | None, published: str | None
) -> Iterator[tuple[tuple[int, int], Time]]:
    """The visits that a sentence dates one by one: where their kind is named, and when each was.

    Args:
        before: the sentence before.
        published: the day that relative words go by.
    """
    text = prose.plain
    named = _SEVERAL.search(text, sentence.start, sentence.end)
    if named is None and before and (opening := _ONE.match(text, sentence.start, sentence.end)):
        named = _SEVERAL.search(text, before.start, before.end)
        found = list(times(prose, opening.end(), sentence.end, published))
        if named and found and _CLOSE.fullmatch(text, opening.end(), found[0].first):
            yield named.span(), found[0]
        return
    if named is None:
        return
    end = named.end()
    for time in times(prose, named.end(), sentence.end, published):
        if not _JOINED.fullmatch(text, end, time.first):
            return
        yield named.span(), time
        end = time.last


_SEVERAL = re.compile(r"\b(?:monitoring|focus+ed|follow-up|progress)\s+visits\b", re.IGNORECASE)
_WHICH = r"(?:last|latest|most\s+recent|newest|final|first|second|third|fourth|fifth|sixth|seventh|eighth)"
_ONE = re.compile(
    rf"(?:(?:But|And|Yet)\s+)?(?:The\s+(?:very\s+)?{_WHICH}(?:\s+(?:of\s+(?:them|these|those|the\s+\w+)|one|visit|such\s+visit|trip))?|A\s+(?:further|second|third|fourth|fifth)(?:\s+one|\s+visit)?|Another(?:\s+one|\s+visit)?|One(?:\s+of\s+(?:them|these|those))?)\b,?(?=\s)",
)
_CLOSE = re.compile(
    r"[,\s]+(?:(?:was|came|took\s+place|followed|happened|held|made|carried\s+out|paid|is|on\s+site)\s+)*(?:(?:in|on|at|back\s+in|from|during|late|early|as\s+(?:late|recently)\s+as)\s+)*(?:the\s+)?"
)
_JOINED = re.compile(
    r"[,\s]+(?:(?:were|came|took\s+place|followed|held|made|carried\s+out|paid|and|then|again|both|to\s+\w+|there|on)\s+)*(?:(?:in|on|during)\s+)*"
)
