"""What a letter states of an inspection, written to it: its kind, its days on site, when its report came out."""

from collections.abc import Sequence
from dataclasses import replace

from councilgraph.extract.letters.dating import ON_SITE, When
from councilgraph.extract.letters.kinds import Kind
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.times import Time
from councilgraph.model import Inspection, Period

_RECENT = 14  # months before a letter


def put_kind(inspection: Inspection, kind: Kind) -> None:
    """Its framework and visit type."""
    inspection.framework, inspection.visit_type = kind.framework, kind.visit
    inspection.visit_type_basis = "explicit" if kind.visit else None
    if kind.framework == "unannounced" or "unannounced" in kind.words.casefold():
        inspection.announced = False


def put_service(inspection: Inspection) -> None:
    """That it was of a service that is inspected by itself."""
    inspection.framework, inspection.visit_type, inspection.visit_type_basis = (
        "service",
        "service-inspection",
        "explicit",
    )


def put_date(prose: Prose, inspection: Inspection, when: When) -> None:
    """The one date that is given of it: of its days on site, or else of its report or grade."""
    inspection.date_words = prose.words(when.time.first, when.time.last).rstrip(".,")
    inspection.date_basis = when.time.basis
    keys = ("start", "end") if when.of == ON_SITE else ("published",)
    if when.of == ON_SITE:
        inspection.start, inspection.end = when.time.start, when.time.end
    else:
        inspection.published = when.iso
    spans = prose.evidence(when.time.first, when.time.last)
    inspection.evidence += [replace(span, supports=key) for span in spans for key in keys]


def put_stays(prose: Prose, inspection: Inspection, times: Sequence[Time]) -> None:
    """Its days on site, perhaps several stays."""
    periods = [(time.start, time.end) for time in times if time.start and time.end and time.start <= time.end]
    if not periods:
        return
    inspection.periods = [Period(start, end) for start, end in periods]
    inspection.start = min(start for start, _ in periods)
    inspection.end = max(end for _, end in periods)
    inspection.date_words = prose.words(times[0].first, times[-1].last).rstrip(".,")
    inspection.date_basis = times[0].basis
    spans = prose.evidence(times[0].first, times[-1].last)[:1]
    inspection.evidence += [replace(span, supports=key) for span in spans for key in ("start", "end")]


def is_recent(when: When, date: str | None) -> bool:
    """Whether a date lies within the year or so before a letter of a date."""
    iso = when.iso
    return bool(iso and (date is None or _months(date) - _months(iso) <= _RECENT))


def _months(iso: str) -> int:
    return int(iso[:4]) * 12 + (int(iso[5:7]) if len(iso) > 4 else 12)
