"""Findings of a report: the points of its lists, and its numbered paragraphs with the service area of their section."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from councilgraph.extract.labels import letters
from councilgraph.extract.pages import LONG, Reading
from councilgraph.extract.reports.headings import Heading
from councilgraph.extract.reports.lists import PointList, list_headings, read_list
from councilgraph.extract.reports.paragraphs import read_paragraphs
from councilgraph.extract.services import about_care_leavers_alone, service_area
from councilgraph.extract.words import load
from councilgraph.model import Finding, Problem

_ENDINGS = {kind: tuple(map(letters, rows)) for kind, rows in load("reports")["endings"].items()}
_ENDINGS_INITIALS = frozenset(key[0].upper() for keys in _ENDINGS.values() for key in keys)
_IMPROVEMENT = "area-for-improvement"
_ALONE = "care-leavers"


def find(
    inspection: str,
    reading: Reading,
    headings: Sequence[Heading],
    titles: Mapping[str, Sequence[str]],
    body: int,
    end: int,
) -> tuple[list[Finding], list[Problem]]:
    """The findings of a report in its order, and what is missing.

    Args:
        titles: what headings of lists may say, by the type of their points.
        body, end: indexes of the line at which the text after the front matter begins, and of the one after it.
    """
    lists = _lists(reading, headings, titles, body, end)
    findings = [
        Finding(inspection, points.type, service_area(reading.words(*point)), evidence=reading.evidence(*point))
        for points in lists
        for point in points.points
    ]
    problems = []
    if not any(points.type == _IMPROVEMENT and points.points for points in lists):
        problems.append(Problem("section-missing", "the report has no section on what needs to improve"))
    narratives = _narratives(inspection, reading, headings, lists, body, end)
    if not narratives:
        problems.append(Problem("section-missing", "the report has no numbered paragraphs"))
    return findings + narratives, problems


def body_end(reading: Reading, body: int) -> int:
    """Index of the line, from one on, at which the text about the inspectorate begins; the number of lines if none does."""
    return next((i for i in range(body, len(reading.lines)) if _ends(reading.lines[i].text)), len(reading.lines))


def _ends(row: str) -> bool:
    """Whether a line begins the text about the inspectorate."""
    if row[0] not in _ENDINGS_INITIALS:
        return False
    key = letters(row[:80])
    return key.startswith(_ENDINGS["lines"]) or key in _ENDINGS["headings"]


def _lists(
    reading: Reading, headings: Sequence[Heading], titles: Mapping[str, Sequence[str]], body: int, end: int
) -> list[PointList]:
    starts = [found for found in list_headings(reading, titles) if body <= found[0] < end]
    stops = sorted([end, *(heading.first for heading in headings), *(line for line, _, _ in starts)])
    return [read_list(reading, line, first, kind, stops[bisect_right(stops, line)]) for line, first, kind in starts]


def _narratives(
    inspection: str,
    reading: Reading,
    headings: Sequence[Heading],
    lists: Sequence[PointList],
    body: int,
    end: int,
) -> list[Finding]:
    """One finding a numbered paragraph."""
    of_headings = {line for heading in headings for line in range(heading.first, heading.last)}
    of_lists = {line for points in lists for line in range(points.heading, points.last)}
    sections = [heading.first for heading in headings]
    found = []
    for paragraph in read_paragraphs(reading, body, end, of_headings, of_lists):
        section = bisect_left(sections, paragraph.line)
        area = headings[section - 1].area if section else None
        service = area.service if area else None
        if area and _ALONE in area.covers and about_care_leavers_alone(reading.words(paragraph.start, paragraph.end)):
            service = _ALONE
        spans = reading.evidence(paragraph.start, paragraph.end, limit=LONG)
        found.append(Finding(inspection, "narrative", service, evidence=spans))
    return found
