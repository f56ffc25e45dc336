"""Makes the register of councils from lists that its maker downloads.

The same files, the same slugs assigned before and the same hand-kept facts (councils.toml) always give the same
register. A row that cannot be used is reported and left out, never mended by guessing.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from councilgraph import rdf, resources
from councilgraph.namespaces import SKOS
from councilgraph.registers.councils import COUNCILS, Council
from councilgraph.registers.names import KINDS_OF_TYPE, Name, fold, slug
from councilgraph.registers.tables import read_table

AUTHORITIES, NAMES, PROVIDERS = "local-authorities.csv", "local-authority-names.csv", "ofsted-providers.csv"
_COLUMNS = {
    AUTHORITIES: [
        "local-authority-code",
        "official-name",
        "nice-name",
        "gss-code",
        "start-date",
        "nation",
        "region",
        "local-authority-type",
        "current-authority",
    ],
    NAMES: ["la-name", "local-authority-code"],
    PROVIDERS: ["urn", "la_code", "la_code_new", "local_authority_ons_name"],
}
_CODES = {"la_code_new": "E(?:06|08|09|10)[0-9]{6}", "la_code": "[2-9][0-9]{2}", "urn": "[0-9]{5,7}"}
# Reorganisations take effect on a 1 April. Other starts in the list are days on which data were captured (May and June
# 2005), and those before 2006 are too uncertain there to state; they bound nothing in the time that the graph covers.
_LEGAL_START = re.compile("20(?:0[6-9]|[1-9][0-9])-04-01")
_SMALL = frozenset({"and", "of", "on", "the", "under", "upon", "with"})
_SUFFIX = re.compile(r"\s+(?:UA|district|london boro)$", re.IGNORECASE)


@dataclass(slots=True)
class Imported:
    """A register that was made.

    Attributes:
        councils: sorted by slug.
        gone: names of bodies that the lists know to be no more.
        odd: rows that could not be used, a sentence each.
    """

    councils: list[Council] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


@cache
def hand_kept() -> dict[str, Any]:
    """What the lists lack or put otherwise: ``councils.toml``."""
    return tomllib.loads(Path(__file__).with_name("councils.toml").read_text(encoding="utf-8"))


def import_councils(folder: Path, assigned: Mapping[str, str] | None = None) -> Imported:
    """The present children's services authorities of England.

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
    present = {
        row["gss-code"]: row
        for row in tables[AUTHORITIES]
        if row["nation"] == "England" and row["current-authority"] == "True" and row["local-authority-type"] in types
    }
    result = Imported()
    made: dict[str, Council] = {}
    for row in tables[PROVIDERS]:
        gss, name = row["la_code_new"], row["local_authority_ons_name"]
        if not gss:
            result.gone.append(name)
        elif wrong := [f"{column} {row[column]!r}" for column, form in _CODES.items() if not _has(form, row[column])]:
            result.odd.append(f"{PROVIDERS}: {name} has an impossible {', '.join(wrong)}")
        elif gss in made:
            result.odd.append(f"{PROVIDERS}: {name} has the area {gss} of {made[gss].name}")
        elif gss not in present:
            result.odd.append(f"{PROVIDERS}: {name} has the area {gss}, which is no present authority in {AUTHORITIES}")
        elif region := _regions().get(fold(present[gss]["region"])):
            code = present[gss]["local-authority-code"]
            made[gss] = _council(present[gss], row, region, variants[code], (assigned or {}).get(gss))
        else:
            result.odd.append(f"{AUTHORITIES}: {name} has the unknown region {present[gss]['region']!r}")
    listed = {row["la_code_new"] for row in tables[PROVIDERS]}
    result.odd += [
        f"{AUTHORITIES}: {row['official-name']} ({gss or 'no GSS code'}) is not in {PROVIDERS}"
        for gss, row in present.items()
        if gss not in listed
    ]
    result.councils = _distinct(made.values(), result.odd)
    return result


def _council(
    row: Mapping[str, str], numbers: Mapping[str, str], region: str, variants: Iterable[str], slug_before: str | None
) -> Council:
    ours = hand_kept()["councils"].get(row["local-authority-code"], {})
    kind = hand_kept()["types"][row["local-authority-type"]]
    listed = _spaced(row["official-name"])
    name, short_name = ours.get("name", listed), ours.get("short", _spaced(row["nice-name"]))
    key = slug_before or ours.get("slug") or slug(short_name)
    return Council(
        slug=key,
        iri=COUNCILS + key,
        name=name,
        short_name=short_name,
        aliases=_aliases((name, short_name, *ours.get("aliases", ())), (listed, *variants), kind),
        gss=row["gss-code"],
        dfe=numbers["la_code"],
        urn=numbers["urn"],
        type=kind,
        region=region,
        start=row["start-date"] if _LEGAL_START.fullmatch(row["start-date"]) else None,
    )


def _aliases(names: tuple[str, ...], variants: Iterable[str], kind: str) -> tuple[str, ...]:
    """The hand-kept aliases, and those variants that are other names, not other spellings of one we have.

    ``names``: the official and the short name, then hand-kept aliases. A variant counts if it calls the place
    otherwise, or calls the body by a word that neither a name for that place nor the type of council has.
    """
    known: dict[str, frozenset[str]] = defaultdict(lambda: KINDS_OF_TYPE.get(kind, frozenset()))
    kept = []
    for name in names:
        parsed = Name.parse(name)
        known[parsed.place] |= parsed.kinds
    # Spelt with capitals first: some lists have their variants in lower case alone.
    for variant in sorted({_spaced(variant) for variant in variants}, key=lambda name: (name.islower(), name)):
        name = _capitalised(_SUFFIX.sub("", variant))
        parsed = Name.parse(name)
        if parsed.place not in known or not parsed.kinds <= known[parsed.place]:
            known[parsed.place] |= parsed.kinds
            kept.append(name)
    return tuple(sorted({*names[2:], *kept}))


def _distinct(councils: Iterable[Council], odd: list[str]) -> list[Council]:
    by_slug: dict[str, Council] = {}
    for council in councils:
        first = by_slug.setdefault(council.slug, council)
        if first is not council:
            odd.append(f"{council.name} ({council.gss}) and {first.name} ({first.gss}) have the slug {council.slug}")
    return [by_slug[key] for key in sorted(by_slug)]


@cache
def _regions() -> dict[str, str]:
    """Keys of the vocabulary by folded label."""
    scheme = rdf.BASE + "vocab/region/"
    return {
        fold(triple.object.value): triple.subject.value.removeprefix(scheme)
        for triple in rdf.read_triples(resources.ontology() / "vocabulary" / "region.ttl")
        if triple.predicate == SKOS.prefLabel
        and isinstance(triple.subject, rdf.NamedNode)
        and isinstance(triple.object, rdf.Literal)
        and triple.subject.value.startswith(scheme)
    }


def _has(form: str, code: str) -> bool:
    return re.fullmatch(form, code) is not None


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _capitalised(name: str) -> str:
    """A name in lower case with capitals; one that has some, as it is."""
    if not name.islower():
        return name
    return re.sub(
        r"[^\W_]+", lambda word: word[0] if word[0] in _SMALL and word.start() else word[0].capitalize(), name
    )
