"""The register of councils and its index of names.

A name finds a council only if the whole place is the same, the words for the kind of body do not contradict the
council's, and the council existed on the day: when in doubt nothing is found, for a wrong split can be repaired and a
wrong merge cannot.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from councilgraph import rdf, resources
from councilgraph.namespaces import CG, RDF, RDFS, SKOS
from councilgraph.registers.names import KINDS_OF_TYPE, Name

COUNCILS = rdf.BASE + "id/council/"
_TIERS = frozenset({"county", "borough", "district", "city"})
_ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)")
# Of 100: what a name must reach to be offered, and how far it may fall short of the nearest.
_NEAR_ENOUGH, _NEAR_THE_BEST = 70, 10


@dataclass(frozen=True, slots=True)
class Council:
    """A council of the register.

    Attributes:
        slug, iri: last segment of the IRI, assigned once; the IRI.
        name, short_name, aliases: official name, the name of the place, further names.
        gss, dfe, urn: present codes of the statistical area, in DfE statistics, in Ofsted's list.
        type, region: keys of the vocabularies council-type and region.
        start, end: first and last day, ``YYYY-MM-DD``; None where it began before 2006 or has not ended.
    """

    slug: str
    iri: str
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    gss: str | None = None
    dfe: str | None = None
    urn: str | None = None
    type: str | None = None
    region: str | None = None
    start: str | None = None
    end: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the official one first."""
        return (self.name, self.short_name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Match:
    """What a name was found to mean; ``reason`` says in a sentence why there is no council."""

    council: Council | None
    reason: str = ""


class CouncilRegister:
    """Councils by name, slug and code; iterates them by slug."""

    def __init__(self, councils: Iterable[Council]) -> None:
        self._by_slug = {council.slug: council for council in sorted(councils, key=lambda c: c.slug)}
        self._by_code: dict[str, list[Council]] = defaultdict(list)
        self._kinds: dict[str, frozenset[str]] = {}
        self._forms: dict[str, dict[str, list[frozenset[str]]]] = defaultdict(lambda: defaultdict(list))
        for council in self:
            for code in filter(None, (council.gss, council.dfe, council.urn)):
                self._by_code[code].append(council)
            names = [Name.parse(name) for name in council.names]
            self._kinds[council.slug] = frozenset().union(*(name.kinds for name in names))
            for name in names:
                self._forms[name.place][council.slug].append(name.kinds)

    def __iter__(self) -> Iterator[Council]:
        return iter(self._by_slug.values())

    def __len__(self) -> int:
        return len(self._by_slug)

    def lookup(self, name: str, on: str | None = None) -> Council | None:
        """The one council that a printed name means, or None; `match` says why not.

        Args:
            name: as printed, in any case and with or without the words for the kind of body.
            on: the day (ISO 8601, perhaps partial) on which the council existed. Anything else counts as no date:
                then a name that fits only a predecessor ("Somerset County Council") means none.
        """
        return self.match(name, on).council

    def match(self, name: str, on: str | None = None) -> Match:
        """`lookup` with the reason where nothing was found."""
        printed = Name.parse(name)
        if not printed.place:
            return Match(None, f"“{name}” names no place")
        span = _span(on)
        found = [self._by_slug[slug] for slug in self._forms.get(printed.place, ())]
        if not found:
            return Match(None, f"“{name}” is no name in the register")
        alive = [council for council in found if _existed(council, span)]
        if not alive:
            return Match(None, "; ".join(_lifetime(council) for council in found) + f", and the day is {on}")
        fitting = [council for council in alive if self._fits(printed, council, dated=span is not None)]
        if not fitting:
            return Match(None, f"“{name}” is another kind of body than {_either(alive)}")
        if len(fitting) > 1:
            return Match(None, f"“{name}” can mean {_either(fitting)}")
        return Match(fitting[0])

    def near(self, name: str, n: int = 3) -> list[Council]:
        """Up to ``n`` councils with names like this one, the nearest first, to ask "did you mean"."""
        from rapidfuzz import fuzz, process

        places = [(place, slug) for place, forms in self._forms.items() for slug in forms]
        asked = Name.parse(name).place
        hits = process.extract(asked, [place for place, _ in places], scorer=fuzz.WRatio, limit=None)
        best = hits[0][1] if hits else 0
        slugs = dict.fromkeys(
            places[index][1] for _, score, index in hits if score >= max(_NEAR_ENOUGH, best - _NEAR_THE_BEST)
        )
        return [self._by_slug[slug] for slug in list(slugs)[:n]]

    def by_slug(self, slug: str) -> Council | None:
        """The council with this slug."""
        return self._by_slug.get(slug)

    def by_gss(self, code: str) -> Council | None:
        """The council of a statistical area (``E10000028``)."""
        council = self.by_code(code)
        return council if council and council.gss == code.strip().upper() else None

    def by_code(self, code: str) -> Council | None:
        """The council with this GSS code, DfE number or Ofsted URN; None if there is none or more than one."""
        found = self._by_code.get(code.strip().upper(), [])
        return found[0] if len(found) == 1 else None

    def _fits(self, printed: Name, council: Council, *, dated: bool) -> bool:
        """Whether the words for a kind of body are those of one of the council's names, and none of them jars."""
        forms = self._forms[printed.place][council.slug]
        if not any(kinds <= printed.kinds for kinds in forms):
            return False
        own = self._kinds[council.slug]
        allowed = own | KINDS_OF_TYPE.get(council.type or "", frozenset())
        # Leeds is no borough, Gateshead may be called one: "Newcastle Borough Council" is Newcastle-under-Lyme's.
        if council.type == "metropolitan-district" and ("city" not in own or "metropolitan" in printed.kinds):
            allowed |= {"borough"}
        # A unitary that calls itself just "Council" is called whatever its predecessors were called; but where these
        # were other bodies, an undated "County Council" may be one of them.
        if council.type == "unitary" and not Name.parse(council.name).kinds & _TIERS:
            allowed |= {"borough"} if council.start and not dated else {"borough", "county", "district"}
        return printed.kinds <= allowed


def load_register(*files: Path) -> CouncilRegister:
    """The register that ships, with the councils of further RDF files; names for a known council are added to it.

    Raises:
        UsageError: there is no such file.
        InputError: a file is not well-formed.
    """
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for file in (resources.graphs() / "registers" / "councils.ttl", *files):
        for triple in rdf.read_triples(file):
            subject, value = triple.subject, triple.object
            if isinstance(subject, rdf.NamedNode) and isinstance(value, rdf.NamedNode | rdf.Literal):
                facts[subject.value][triple.predicate.value].add(value.value)
    kind, council = RDF.type.value, CG.Council.value
    return CouncilRegister(_council(iri, values) for iri, values in facts.items() if council in values[kind])


@cache
def councils() -> CouncilRegister:
    """The register that ships, loaded once."""
    return load_register()


def _council(iri: str, facts: dict[str, set[str]]) -> Council:
    def one(predicate: rdf.NamedNode) -> str | None:
        return min(facts.get(predicate.value, ()), default=None)

    def key(predicate: rdf.NamedNode) -> str | None:
        concept = one(predicate)
        return concept.rsplit("/", 1)[-1] if concept else None

    slug = iri.removeprefix(COUNCILS)
    name = one(RDFS.label) or slug
    short_name = one(SKOS.prefLabel) or name
    return Council(
        slug=slug,
        iri=iri,
        name=name,
        short_name=short_name,
        aliases=tuple(sorted(facts.get(SKOS.altLabel.value, set()) - {name, short_name})),
        gss=one(CG.gssCode),
        dfe=one(CG.dfeCode),
        urn=one(CG.ofstedUrn),
        type=key(CG.councilType),
        region=key(CG.region),
        start=one(CG.earliestStart),
        end=one(CG.latestEnd),
    )


def _span(on: str | None) -> tuple[str, str] | None:
    """First and last day of an ISO date that may lack its day or month; the last may be a 31st that there is not."""
    found = _ISO_DATE.match(on or "")
    if not found:
        return None
    missing = len(found[0]) - 10
    return (found[0] + "-01-01"[missing:], found[0] + "-12-31"[missing:]) if missing else (found[0], found[0])


def _existed(council: Council, span: tuple[str, str] | None) -> bool:
    """Whether it did all through the span: of a year in which it began, we cannot know."""
    return span is None or ((council.start or "") <= span[0] and span[1] <= (council.end or "9999"))


def _lifetime(council: Council) -> str:
    if council.start and council.end:
        return f"{council.name} lasted from {council.start} to {council.end}"
    return f"{council.name} " + (f"began on {council.start}" if council.start else f"ended on {council.end}")


def _either(councils: Iterable[Council]) -> str:
    return " or ".join(council.name for council in councils)
