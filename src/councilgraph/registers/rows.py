"""Rows of the lists as councils: official and short name, further names, region."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from councilgraph import rdf, resources
from councilgraph.namespaces import SKOS
from councilgraph.registers.councils import COUNCILS, Council
from councilgraph.registers.names import KINDS_OF_TYPE, Name, fold, slug

Row = Mapping[str, str]

GSS, DFE, URN = "E(?:06|08|09|10)[0-9]{6}", "[2-9][0-9]{2}", "[0-9]{5,7}"
_SMALL = frozenset({"and", "of", "on", "the", "under", "upon", "with"})
_SUFFIX = re.compile(r"\s+(?:UA|district|london boro)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes councils of the rows of the names-and-codes list.

    Attributes:
        types: keys of the vocabulary council-type, by type in the list.
        variants: further spellings of a council, by its three-letter code.
        kept: what is kept by hand of a council, by its three-letter code.
        assigned: slugs assigned before, by GSS code.
    """

    types: Mapping[str, str]
    variants: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kept: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    assigned: Mapping[str, str] = field(default_factory=dict)

    def council(self, row: Row, taken: Iterable[str] = (), **facts: Any) -> Council:
        """The council of a row.

        Args:
            taken: slugs of namesakes; where a council has none assigned, it gets its start year after such a one.
            facts: fields of a council that are not in the row, or are to go before it.
        """
        ours = self.kept.get(row["local-authority-code"], {})
        kind = self.types[row["local-authority-type"]]
        listed = spaced(row["official-name"])
        name, short_name = ours.get("name", listed), ours.get("short", spaced(row["nice-name"]))
        former = tuple(code for code in re.split(r"[,\s]+", row["former-gss-codes"]) if re.fullmatch(GSS, code))
        key = next((self.assigned[code] for code in (row["gss-code"], *former) if code in self.assigned), None)
        key = key or ours.get("slug") or new_slug(short_name, taken, facts.get("start"))
        known = (name, short_name, *ours.get("aliases", ()))
        variants = (listed, *self.variants.get(row["local-authority-code"], ()))
        stated = {"region": region(row["region"]), "gss": row["gss-code"], "former_gss": former} | facts
        return Council(
            slug=key,
            iri=COUNCILS + key,
            name=name,
            short_name=short_name,
            aliases=_aliases(known, variants, kind),
            type=kind,
            **stated,
        )


def new_slug(short_name: str, taken: Iterable[str], start: str | None) -> str:
    """The slug of a name, with the year of the start after it where a namesake has it."""
    plain = slug(short_name)
    return f"{plain}-{start[:4]}" if start and plain in taken else plain


def region(label: str) -> str | None:
    """The key of a region in the vocabulary."""
    return _regions().get(fold(label))


def spaced(name: str) -> str:
    """A name with single spaces."""
    return " ".join(name.split())


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
    for variant in sorted({spaced(variant) for variant in variants}, key=lambda name: (name.islower(), name)):
        name = _capitalised(_SUFFIX.sub("", variant))
        parsed = Name.parse(name)
        if parsed.place not in known or not parsed.kinds <= known[parsed.place]:
            known[parsed.place] |= parsed.kinds
            kept.append(name)
    return tuple(sorted({*names[2:], *kept}))


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


def _capitalised(name: str) -> str:
    """A name in lower case with capitals; one that has some, as it is."""
    if not name.islower():
        return name
    return re.sub(
        r"[^\W_]+", lambda word: word[0] if word[0] in _SMALL and word.start() else word[0].capitalize(), name
    )
