"""Earlier inspections that a document tells of in words of its own: what they graded, and under which framework.

A framework is never guessed: it is the one that the words name, or the only one that had visits of the kind, or else the
only one that graded services of these names on a scale with these grades; in each case one in force on any day that the
words leave open, which without a date is any day at all.
"""

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from councilgraph.extract.reports.graded import family
from councilgraph.model import Inspection, Judgement
from councilgraph.resolve.dates import first_day, last_day
from councilgraph.resolve.vocabulary import Version, Vocabulary, fold

OVERALL = "overall"
_LONGEST_TO_PUBLICATION = timedelta(days=183)
# From the first day on site to the news of the report.
LONGEST_TO_NEWS = timedelta(days=130)


def area_of(framework: str, label: str, day: str | None, words: Vocabulary) -> str | None:
    """The key of the judgement area that a label means in a framework: its own label, or a plain name of the service.

    Args:
        day: when, ISO; it decides between versions that divide the services otherwise.
    """
    versions = [version for version in words.versions.values() if version.framework == framework]
    in_force = [version for version in versions if not version.distance(day)] or versions
    found = words.area(framework, label)
    if found and any(found in version.areas for version in in_force):
        return found
    named = plain_family(label)
    candidates: list[str] = _families().get(framework, {}).get(named, []) if named else []
    return next((area for area in candidates if any(area in version.areas for version in in_force)), found)


def plain_family(label: str) -> str | None:
    """The family of services that a label names, in the words of reports or in those of letters and the press."""
    words = fold(label).removeprefix("the ")
    return next((named for named, labels in _words()["plain"].items() if words in labels), None) or family(label)


def means_all(label: str) -> bool:
    """Whether a label stands for each area that was graded."""
    return fold(label) in _words()["everything"]["labels"]


def family_of(area: str) -> str | None:
    """The family of services that a judgement area sums up; None where there is none."""
    return next(
        (named for by_family in _families().values() for named, areas in by_family.items() if area in areas), None
    )


def conductors(version: str | None, kind: str) -> list[str]:
    """Who conducts inspections under a framework version, or visits of a kind; empty where that is not one body's task."""
    known: dict[str, list[str]] = _words()["conductors"]
    return known.get(version or "") or known.get(kind, [])


def framework_of(
    inspection: Inspection, judgements: Sequence[Judgement], words: Vocabulary, told: str | None = None
) -> str | None:
    """The framework of an inspection with these judgements; None where more than one can be meant.

    Args:
        told: when the news of it was published, ISO, perhaps partial, to go by where it is not dated itself.
    """
    if inspection.framework:
        return "service" if _is_of_service(inspection.framework, judgements, words) else inspection.framework
    first, last = _open_days(inspection, told)
    judgements = [judgement for judgement in judgements if not _is_part(judgement.area)]
    of_visit = _words()["visits"].get(inspection.visit_type)
    if of_visit and len(of_visit) == 1:
        return str(of_visit[0])
    in_force = [
        version
        for version in words.versions.values()
        if (version.earliest_start or "") <= (last or "9999")
        and (first or "") <= (version.latest_end or "9999")
        and (not of_visit or version.framework in of_visit)
    ]
    if of_visit and first and len({version.framework for version in in_force}) == 1:
        return in_force[0].framework
    fitting = {
        version.framework
        for version in in_force
        if all(
            _grades(version, judgement.area, last, words)
            and words.grade(version.framework, judgement.grade, judgement.number)
            and _speaks(version.framework, judgement.grade)
            for judgement in judgements
        )
    }
    by_label = {named for named in fitting if all(words.area(named, judgement.area) for judgement in judgements)}
    fitting = by_label if len(by_label) == 1 else fitting
    if len(fitting) > 1:
        fitting &= {
            framework
            for framework, names in _named().items()
            if any(name in fold(judgement.area) for name in names for judgement in judgements)
        }
    return fitting.pop() if len(fitting) == 1 and judgements else None


def _is_of_service(framework: str, judgements: Sequence[Judgement], words: Vocabulary) -> bool:
    """Whether what was graded, and no area of the framework that a document names, are services inspected by themselves."""
    services = _families()["service"]
    return bool(judgements) and all(
        plain_family(judgement.area) in services and not area_of(framework, judgement.area, None, words)
        for judgement in judgements
    )


def _grades(version: Version, label: str, day: str | None, words: Vocabulary) -> bool:
    """Whether a version graded what a label means on a day, or anything where the label means all."""
    return bool(version.areas) if means_all(label) else area_of(version.framework, label, day, words) in version.areas


def _speaks(framework: str, grade: str) -> bool:
    """Whether a printed grade is in the words of a framework that has words of its own."""
    own = _words()["speaks"].get(framework)
    return own is None or any(word in own for word in fold(grade).split())


def _is_part(label: str) -> bool:
    """Whether a label is known to name only a part of what frameworks grade, which tells nothing about which it was."""
    named = plain_family(label)
    return named is not None and not any(named in by_family for by_family in _families().values())


def _open_days(inspection: Inspection, told: str | None) -> tuple[str | None, str | None]:
    """The first and the last day on which an inspection can have been, of one that is known by its publication too."""
    published = inspection.published or told
    if inspection.start or not published:
        return first_day(inspection.start), last_day(inspection.end or inspection.start)
    longest = _LONGEST_TO_PUBLICATION if inspection.published else LONGEST_TO_NEWS
    first = date.fromisoformat(first_day(published) or "") - longest
    return first.isoformat(), last_day(published)


def _families() -> dict[str, dict[str, list[str]]]:
    families: dict[str, dict[str, list[str]]] = _words()["families"]
    return families


def _named() -> dict[str, list[str]]:
    named: dict[str, list[str]] = _words()["named"]
    return named


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("families.toml").read_text(encoding="utf-8"))
