"""What claims and figures are about: services by the words that name them, and grades in the order of their scale."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from councilgraph.resolve.vocabulary import Grade, vocabulary


def services_named(words: str) -> tuple[str, ...]:
    """The keys of the service areas that words name, each once, in their order."""
    plain = re.sub(r"\s+", " ", re.sub(r"['’‘]", "", words)).casefold()
    met = dict.fromkeys(_service_of()[found[0]] for found in _pattern().finditer(plain))
    return tuple(met)


def narrowest(services: Iterable[str]) -> tuple[str, ...]:
    """Service areas without those that are above another of them."""
    named = tuple(services)
    above = {area for service in named for area in _above(service)}
    return tuple(service for service in named if service not in above)


def disputes_currency(words: str) -> bool:
    """Whether words say of a rating that it rests on what has passed."""
    plain = re.sub(r"\s+", " ", words).casefold()
    return all(any(phrase in plain for phrase in phrases) for phrases in _words()["currency"].values())


def office_named(words: str) -> str | None:
    """The office by which words call whoever is sent to direct improvement; None where they name none."""
    plain = words.casefold()
    return next((office for office in _words()["offices"]["names"] if re.search(rf"\b{office}s?\b", plain)), None)


def _above(service: str) -> Iterable[str]:
    broader = vocabulary().broader
    while service := broader.get(service, ""):
        yield service


def rank(grade: Grade) -> int | None:
    """The place of a grade on its scale, the greater the better; None on scales without an order."""
    if grade.band is not None:
        return grade.band
    order: list[list[str]] = _words()["order"].get(grade.scale, [])
    return next((place for place, keys in enumerate(order, 1) if grade.key in keys), None)


def counts_councils(unit_kind: str | None) -> bool:
    """Whether a figure counts councils, or what stands for them."""
    return unit_kind in _words()["councils"]["units"]


def step(kind: str) -> str | None:
    """The step that interventions of a kind are, whatever documents call it; None where kinds do not rival."""
    rivals: dict[str, list[str]] = _words()["rivals"]
    return next((named for named, kinds in rivals.items() if kind in kinds), None)


def sureness(stage: str | None) -> int:
    """How sure it is that an intervention of a stage took place."""
    order: list[str] = _words()["stages"]["order"]
    return order.index(stage) if stage in order else -1


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_service_of(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + ")")


@cache
def _service_of() -> dict[str, str]:
    return {phrase: key for key, phrases in _words()["words"].items() for phrase in phrases}


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("subjects.toml").read_text(encoding="utf-8"))
