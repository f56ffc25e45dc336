"""Makes the register of councils from lists that its maker downloads.

The same files, the same slugs assigned before and the same hand-kept facts (councils.toml, former.toml) always give the
same register. A row that cannot be used is reported and left out, never mended by guessing.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from councilgraph.registers.councils import Change, Council
from councilgraph.registers.former import former_councils, former_kept
from councilgraph.registers.rows import DFE, GSS, URN, Maker, region
from councilgraph.registers.tables import read_table

AUTHORITIES, NAMES, PROVIDERS = "local-authorities.csv", "local-authority-names.csv", "ofsted-providers.csv"
_COLUMNS = {
    AUTHORITIES: [
        "local-authority-code",
        "official-name",
        "nice-name",
        "gss-code",
        "former-gss-codes",
        "start-date",
        "end-date",
        "replaced-by",
        "nation",
        "region",
        "local-authority-type",
        "current-authority",
        "old-ons-la-code",
    ],
    NAMES: ["la-name", "local-authority-code"],
    PROVIDERS: ["urn", "la_code", "la_code_new", "local_authority_ons_name"],
}
_CODES = {"la_code_new": GSS, "la_code": DFE, "urn": URN}
# Reorganisations take effect on a 1 April. Other starts in the list are days on which data were captured (May and June
# 2005), and those before 2006 are too uncertain there to state; they bound nothing in the time that the graph covers.
_LEGAL_START = re.compile("20(?:0[6-9]|[1-9][0-9])-04-01")


@dataclass(slots=True)
class Imported:
    """A register that was made.

    Attributes:
        councils: sorted by slug.
        changes: the reorganisations that joined them.
        odd: rows that could not be used, a sentence each.
    """

    councils: list[Council] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


@cache
def hand_kept() -> dict[str, Any]:
    """What the lists put otherwise: ``councils.toml``."""
    return tomllib.loads(Path(__file__).with_name("councils.toml").read_text(encoding="utf-8"))


def import_councils(folder: Path, assigned: Mapping[str, str] | None = None) -> Imported:
    """The children's services authorities of England, those that are no more among them.

    Args:
        folder: has the three files that are named at the head of this module.
        assigned: slugs assigned before, by GSS code; they are kept whatever a list calls the council now.

    Raises:
        UsageError: a file is missing.
        InputError: a file is not a CSV file in UTF-8, or lacks a column.
    """
    tables = {name: read_table(folder / name, columns) for name, columns in _COLUMNS.items()}
    variants: dict[str, list[str]] = defaultdict(list)
    for row in tables[NAMES]:
        variants[row["local-authority-code"]].append(row["la-name"])
    types = hand_kept()["types"]
    maker = Maker(types, variants, hand_kept()["councils"] | former_kept()["listed"], assigned or {})
    rows = [row for row in tables[AUTHORITIES] if row["nation"] == "England" and row["local-authority-type"] in types]
    listed = {row["gss-code"]: row for row in rows if row["current-authority"] == "True"}
    result = Imported()
    made: dict[str, Council] = {}
    for row in tables[PROVIDERS]:
        gss, name = row["la_code_new"], row["local_authority_ons_name"]
        if not gss:
            # A body that is no more; what stands there for its URN is not of Ofsted's series for councils.
            continue
        if wrong := [f"{column} {row[column]!r}" for column, form in _CODES.items() if not _has(form, row[column])]:
            result.odd.append(f"{PROVIDERS}: {name} has an impossible {', '.join(wrong)}")
        elif gss in made:
            result.odd.append(f"{PROVIDERS}: {name} has the area {gss} of {made[gss].name}")
        elif gss not in listed:
            result.odd.append(f"{PROVIDERS}: {name} has the area {gss}, which is no present authority in {AUTHORITIES}")
        elif region(listed[gss]["region"]) is None:
            result.odd.append(f"{AUTHORITIES}: {name} has the unknown region {listed[gss]['region']!r}")
        else:
            printed = listed[gss]["start-date"]
            start = printed if _LEGAL_START.fullmatch(printed) else None
            made[gss] = maker.council(listed[gss], start=start, dfe=row["la_code"], urn=row["urn"])
    numbered = {row["la_code_new"] for row in tables[PROVIDERS]}
    result.odd += [
        f"{AUTHORITIES}: {row['official-name']} ({gss or 'no GSS code'}) is not in {PROVIDERS}"
        for gss, row in listed.items()
        if gss not in numbered
    ]
    present = _distinct(made.values(), result.odd)
    coded = {council.slug: listed[council.gss or ""]["local-authority-code"] for council in present}
    gone = [row for row in rows if row["current-authority"] != "True"]
    former, result.changes = former_councils(gone, coded, maker, result.odd)
    result.councils = _distinct([*present, *former], result.odd)
    return result


def _distinct(councils: Iterable[Council], odd: list[str]) -> list[Council]:
    by_slug: dict[str, Council] = {}
    for council in councils:
        first = by_slug.setdefault(council.slug, council)
        if first is not council:
            odd.append(f"{council.name} ({council.gss}) and {first.name} ({first.gss}) have the slug {council.slug}")
    return [by_slug[key] for key in sorted(by_slug)]


def _has(form: str, code: str) -> bool:
    return re.fullmatch(form, code) is not None
