"""Councils that are no more and the reorganisations that ended them.

A former council ends on the day before the reorganisation that ended it; the days in the list mix this day and the next
and are only held against it. What no list has is kept by hand, each fact with its source (former.toml). A reorganisation
counts only where every council that it made is in the lists.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from councilgraph.registers.councils import COUNCILS, Change, Council
from councilgraph.registers.rows import DFE, Maker, Row, new_slug, region

LIST = "local-authorities.csv"


@cache
def former_kept() -> dict[str, Any]:
    """What is kept by hand of former councils: ``former.toml``."""
    return tomllib.loads(Path(__file__).with_name("former.toml").read_text(encoding="utf-8"))


def former_councils(
    rows: Iterable[Row], present: Mapping[str, str], maker: Maker, odd: list[str]
) -> tuple[list[Council], list[Change]]:
    """The former councils of the list and of the hand-kept file, and the reorganisations.

    Args:
        rows: those of the list for councils that are no more.
        present: three-letter codes of the councils that exist, by slug.
        odd: gets a sentence for each row that could not be used.
    """
    changes = _changes(present.keys(), odd)
    endings = {slug: change for change in changes for slug in change.originals}
    councils: dict[str, Council] = {}
    for council in [*_unlisted(endings, present.keys(), maker), *_listed(rows, endings, present, maker, odd)]:
        if council.slug in councils:
            odd.append(
                f"{LIST}: {council.name} ({council.gss}) is {councils[council.slug].name}, which is there already"
            )
        else:
            councils[council.slug] = council
    known = []
    for change in changes:
        if missing := [slug for slug in change.originals if slug not in councils]:
            odd.append(f"{change.label}: there is no former council {', '.join(missing)}")
        else:
            known.append(change)
    return list(councils.values()), known


def _changes(present: Iterable[str], odd: list[str]) -> list[Change]:
    there = set(present)
    changes = []
    for fact in former_kept()["changes"]:
        missing = [slug for slug in fact["after"] if slug not in there]
        if not missing:
            changes.append(
                Change(
                    key=fact["key"],
                    label=fact["label"],
                    day=fact["day"],
                    originals=tuple(sorted(fact["before"])),
                    results=tuple(sorted(fact["after"])),
                    order=former_kept()["sources"][fact["order"]]["iri"],
                    note=fact.get("note", ""),
                )
            )
        elif len(missing) < len(fact["after"]):
            odd.append(f"{fact['label']}: there is no council {', '.join(missing)}")
    return changes


def _unlisted(endings: Mapping[str, Change], present: Iterable[str], maker: Maker) -> Iterable[Council]:
    for fact in former_kept()["unlisted"]:
        key = maker.assigned.get(fact["gss"]) or new_slug(fact["short"], present, fact["start"])
        if change := endings.get(key):
            yield Council(
                slug=key,
                iri=COUNCILS + key,
                name=fact["name"],
                short_name=fact["short"],
                aliases=tuple(sorted(fact.get("aliases", ()))),
                gss=fact["gss"],
                dfe=fact["dfe"],
                type=fact["type"],
                region=fact["region"],
                start=fact["start"],
                end=_eve(change.day),
                sources=_sources(fact),
            )


def _listed(
    rows: Iterable[Row],
    endings: Mapping[str, Change],
    present: Mapping[str, str],
    maker: Maker,
    odd: list[str],
) -> Iterable[Council]:
    for row in rows:
        fact = former_kept()["listed"].get(row["local-authority-code"], {})
        council = replace(
            maker.council(row, present.keys(), start=fact.get("start")),
            region=region(row["region"]) or fact.get("region"),
            dfe=row["old-ons-la-code"] if re.fullmatch(DFE, row["old-ons-la-code"]) else None,
            urn=fact.get("urn"),
            sources=_sources(fact),
        )
        change = endings.get(council.slug)
        if change is None:
            odd.append(f"{LIST}: {council.name} ({council.gss}) is no more, and what followed it is not known")
            continue
        followed = sorted(present[slug] for slug in change.results)
        if sorted(row["replaced-by"].split(",")) != followed:
            odd.append(f"{LIST}: {council.name} was replaced by {row['replaced-by']}, and not by {','.join(followed)}")
        elif row["end-date"] not in (_eve(change.day), change.day):
            odd.append(f"{LIST}: {council.name} ended on {row['end-date']}, and the reorganisation was on {change.day}")
        elif council.region is None:
            odd.append(f"{LIST}: {council.name} has the unknown region {row['region']!r}")
        else:
            yield replace(council, end=_eve(change.day))


def _sources(fact: Mapping[str, Any]) -> tuple[str, ...]:
    """The IRIs of what the hand-kept facts of a council were taken from."""
    return tuple(sorted({former_kept()["sources"][key]["iri"] for key in fact.get("from", {}).values()}))


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
