"""Grades in rows: right behind the area or the council that has them, in lines of a table or between commas."""

from collections.abc import Sequence

from councilgraph.extract.prose.areas import OVERALL, Area
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.grade_words import GradeWord
from councilgraph.extract.prose.grading_signs import (
    BRACKET,
    CELLS,
    LIST_STOP,
    MARK,
    NEXT_TO,
    ROW,
    ROW_ENDS,
    STOP,
    WHICH,
)
from councilgraph.extract.prose.passages import Prose, Sentence


def is_row(
    prose: Prose, sentence: Sentence, begin: int, word: GradeWord, areas: Sequence[Area], *, goes_on: bool
) -> bool:
    """Whether a grade stands right behind an area: in a row of a table, or where a sentence goes on with further areas.

    Args:
        begin: offset where the grade word before it ends, or where the sentence begins.
        areas: those of the sentence.
        goes_on: whether the sentence has told of a grade before.
    """
    text = prose.plain
    before = [area for area in areas if begin <= area.start and area.end <= word.start]
    if not before or (before[-1].family == OVERALL and not before[-1].printed.lower().startswith("overall")):
        return False
    gap = text[before[-1].end : word.start]
    opens = before[0].start - sentence.start < 5
    item = text[max(0, before[-1].start - 2) : before[-1].start].strip() in (":", ";")
    if item and gap == ", " and LIST_STOP.match(text, word.end):
        return True
    if opens and sentence.end - word.end < 4:
        return ROW.fullmatch(gap) is not None
    if opens and word.key == "requires-improvement" and not gap.strip() and STOP.match(text, word.end, sentence.end):
        return True
    if word.quoted and WHICH.fullmatch(gap):
        return True
    return NEXT_TO.fullmatch(gap) is not None and (goes_on or (word.quoted and opens))


def is_row_of_council(prose: Prose, sentence: Sentence, begin: int, word: GradeWord, councils: Councils) -> bool:
    """Whether a line is the name of a council with its grade, or a grade in brackets stands behind one."""
    names = councils.inside(sentence.start, word.start)
    if names and BRACKET.fullmatch(prose.plain, max(begin, names[-1].end), word.start):
        return prose.plain[word.end : word.end + 2].lstrip("'")[:1] in (")", ",")
    if len(names) != 1 or names[0].start - sentence.start > MARK:
        return False
    ends = ROW_ENDS.fullmatch(prose.plain, word.end, sentence.end)
    return ends is not None and CELLS.fullmatch(prose.plain, names[0].end, word.start) is not None
