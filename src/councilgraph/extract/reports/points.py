"""Findings of reports whose paragraphs are numbered through sections of many kinds.

The section decides what a numbered paragraph is: a point to improve, a strength, or a paragraph of the narrative. Bullets
may stand in place of numbers, or below numbered headings. A paragraph that says that there is nothing of a kind ("no
areas for priority action") is no finding.
"""

import re
from collections.abc import Callable, Sequence

from councilgraph.extract.pages import LONG, Reading
from councilgraph.extract.reports.lists import read_bullets
from councilgraph.extract.reports.paragraphs import Paragraph, read_paragraphs
from councilgraph.extract.reports.sections import CONTENTS, LISTS, Body, Section
from councilgraph.extract.services import service_area
from councilgraph.model import Finding, Problem

_NARRATIVE = "narrative"
_SILENT = (CONTENTS, "other", "ending")
_NOTHING = re.compile(
    r"[^.]*\b(?:no|none|not)\b[^.]*\b(?:areas?|actions?|improvements?|recommendations?)\b[^.]*\.?", re.IGNORECASE
)
_LONGEST_NOTHING = 130
_LONGEST_HEADING = 100
# A sentence that its bullets go on with.
_LED_IN = re.compile(
    r".*(?:[.:;,!?][’”\"')\]]*\d{0,2}|\b(?:and|are|by|ensure|ensuring|for|include|includes|including|is|of|on|or|that|to|with))"
    r"|.*[;:].*",
    re.DOTALL,
)


def find(
    reading: Reading, body: Body, start: int, owner: Callable[[Section], str | None]
) -> tuple[list[Finding], list[Problem]]:
    """The findings of a report in its order, and what is missing.

    Args:
        start: index of the line at which the text after the front matter begins.
        owner: id of the inspection that a section is about; None: of none.
    """
    paragraphs = read_paragraphs(reading, start, len(reading.lines), body.heading_lines, body.lines(CONTENTS))
    sections = [section for section in body.sections if section.kind not in _SILENT]
    numbered = [[p for p in paragraphs if section.text <= p.line < section.last] for section in sections]
    narrative = [LISTS.get(section.kind, _NARRATIVE) == _NARRATIVE for section in sections]
    without_numbers = not any(told and found for told, found in zip(narrative, numbered, strict=True))
    findings = []
    for section, found, told in zip(sections, numbered, narrative, strict=True):
        inspection = owner(section)
        if inspection is None:
            continue
        if not told:
            points = _points(reading, section, found)
        elif without_numbers:
            points = read_bullets(reading, section.text, section.last)
        else:
            points = [(paragraph.start, paragraph.end) for paragraph in found]
        for first, last in points:
            words = reading.words(first, last)
            if told or len(words) > _LONGEST_NOTHING or not _NOTHING.fullmatch(words):
                spans = reading.evidence(first, last, limit=LONG) if told else reading.evidence(first, last)
                service = section.service or service_area(words)
                findings.append(Finding(inspection, LISTS.get(section.kind, _NARRATIVE), service, evidence=spans))
    types = {finding.type for finding in findings}
    problems = []
    if types.isdisjoint(("area-for-improvement", "priority-action")):
        problems.append(Problem("section-missing", "the report has no section on what needs to improve"))
    if _NARRATIVE not in types:
        problems.append(Problem("section-missing", "the report has no numbered paragraphs"))
    return findings, problems


def _points(reading: Reading, section: Section, numbered: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The offsets of the points of a list."""
    if not numbered and section.text < section.last:
        whole = reading.lines[section.text].start, reading.lines[section.last - 1].end
        return read_bullets(reading, section.text, section.last) or [whole]
    points: list[tuple[int, int]] = []
    for paragraph in numbered:
        bullets = read_bullets(reading, paragraph.line + 1, reading.line_at(paragraph.end - 1) + 1)
        headed = bullets and _is_heading(reading.text[paragraph.start : bullets[0][0]])
        points += bullets if headed else [(paragraph.start, paragraph.end)]
    return points


def _is_heading(lead: str) -> bool:
    """Whether the words before the first bullet, its mark included, are a heading and no sentence that leads on to it."""
    words = " ".join(lead.split()[:-1])
    return len(words) <= _LONGEST_HEADING and _LED_IN.fullmatch(words) is None
