"""A grade that stands in a sentence: an opening, perhaps whom it is about, a link, and the grade ("… are good")."""

from collections.abc import Sequence
from dataclasses import dataclass

from councilgraph.extract.grades import Scale
from councilgraph.extract.labels import Word, consumed, printed, spellings, words
from councilgraph.extract.pages import Reading

_MOST_WORDS_BETWEEN = 14
_MOST_LINES = 3
_PREPOSITIONS = frozenset({"in", "of", "for"})


@dataclass(frozen=True, slots=True)
class GradeSentence:
    """Opening and grade as printed, the grade's key, offsets, and the line on which it begins."""

    opening: str
    grade: str
    key: str
    start: int
    end: int
    line: int


def read_grade_sentences(
    reading: Reading, first: int, last: int, openings: Sequence[str], links: Sequence[str], scale: Scale
) -> list[GradeSentence]:
    """The sentences between two lines (``last`` exclusive) that begin a line with an opening and give a grade.

    Args:
        openings: how they may begin; words in brackets may be missing.
        links: what may stand before the grade.
    """
    begin = sorted({s for opening in openings for s in spellings(opening)}, key=len, reverse=True)
    link = sorted({s for words_ in links for s in spellings(words_)}, key=len, reverse=True)
    found = []
    for index in range(first, min(last, len(reading.lines))):
        rows = reading.lines[index : min(index + _MOST_LINES, last)]
        among = words(reading.text, rows[0].start, rows[-1].end)
        if not among or not rows[0].text[:1].isupper():
            continue
        end = next((end for opening in begin if (end := consumed(among, 0, opening)) is not None), None)
        if end and (grade := _grade(among, end, link, scale)):
            start, stop, key = grade
            found.append(
                GradeSentence(
                    printed(reading.text, among[:end]),
                    printed(reading.text, among[start:stop]),
                    key,
                    among[0].start,
                    among[stop - 1].end,
                    index,
                )
            )
    return found


def _grade(among: Sequence[Word], index: int, links: Sequence[str], scale: Scale) -> tuple[int, int, str] | None:
    """The grade behind an opening: at once, or behind a name ("in Northmere") if a link or a verb leads to it."""
    named = index < len(among) and among[index].letters in _PREPOSITIONS
    for start in range(index, min(index + _MOST_WORDS_BETWEEN, len(among)) if named else index + 1):
        for begin in [*(end for link in links if (end := consumed(among, start, link)) is not None), start]:
            found = scale.match(among, begin)
            if found and (begin > start or start == index or among[begin].letters.startswith("requir")):
                return begin, *found
    return None
