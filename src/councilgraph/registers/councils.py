"""The register of councils, past and present, and its index of names and codes.

A name finds a council only if the whole place is the same, the words for the kind of body do not contradict the
council's, and the council existed on the day: when in doubt nothing is found, for a wrong split can be repaired and a
wrong merge cannot. Without a day, what several bodies were called or numbered one after the other means the one that
exists; `Match.others` names the rest to whoever must be sure.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from councilgraph import rdf
from councilgraph.registers.names import KINDS_OF_TYPE, Name, plain

COUNCILS = rdf.BASE + "id/council/"
CHANGES = rdf.BASE + "id/change/"
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
        gss, dfe, urn: codes of the statistical area, in DfE statistics, in Ofsted's list; of a council that is no
            more, the last it had. A successor may go on under the same dfe and urn, never under the same gss.
        former_gss: codes that its area had earlier in its life.
        type, region: keys of the vocabularies council-type and region.
        start, end: first and last day, ``YYYY-MM-DD``; start is None where it began before 2006 and had no
            namesake, end where it has not ended.
        sources: IRIs of what the facts that no list has were taken from.
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
    former_gss: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes, past ones among them."""
        return tuple(filter(None, (self.gss, *self.former_gss, self.dfe, self.urn)))

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the official one first."""
        return (self.name, self.short_name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Change:
    """A reorganisation: councils that ended and those that took their place the day after.

    Attributes:
        key: last segment of its IRI, such as ``bedfordshire-2009``.
        label, note: what it is called; a sentence on it, or nothing.
        day: the first day of the new councils, ``YYYY-MM-DD``.
        originals, results: slugs of the councils before and after.
        order: IRI of the order that made it law.
    """

    key: str
    label: str
    day: str
    originals: tuple[str, ...]
    results: tuple[str, ...]
    order: str
    note: str = ""

    @property
    def iri(self) -> str:
        """The IRI."""
        return CHANGES + self.key


@dataclass(frozen=True, slots=True)
class Match:
    """What a name was found to mean.

    Attributes:
        reason: in a sentence, why there is no council.
        others: councils that are no more and had the name too, where there was no day to tell them apart by.
    """

    council: Council | None
    reason: str = ""
    others: tuple[Council, ...] = ()


class CouncilRegister:
    """Councils by name, slug and code; iterates them by slug.

    Attributes:
        changes: the reorganisations, in the order of time.
    """

    def __init__(self, councils: Iterable[Council], changes: Iterable[Change] = ()) -> None:
        self.changes = tuple(sorted(changes, key=lambda change: (change.day, change.key)))
        self._by_slug = {council.slug: council for council in sorted(councils, key=lambda c: c.slug)}
        self._by_code: dict[str, list[Council]] = defaultdict(list)
        self._kinds: dict[str, frozenset[str]] = {}
        self._forms: dict[str, dict[str, list[frozenset[str]]]] = defaultdict(lambda: defaultdict(list))
        for council in self:
            for code in council.codes:
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
                then a name that only one body ever had means that one ("Somerset County Council"), and a name that
                several had one after the other ("Somerset") the one that exists.
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
        if span is None:
            # "Wiltshire Council" is what only the later of two bodies was called.
            fitting = [council for council in fitting if plain(name) == plain(council.name)] or fitting
        meant = fitting if span else _present(fitting)
        if len(meant) > 1:
            return Match(None, f"“{name}” can mean {_either(meant)}")
        return Match(meant[0], others=tuple(council for council in fitting if council is not meant[0]))

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
        """The council of a statistical area (``E10000028``), also by a code that the area had before."""
        council = self.by_code(code)
        return council if council and code.strip().upper() in (council.gss, *council.former_gss) else None

    def by_code(self, code: str, on: str | None = None) -> Council | None:
        """The council with this GSS code, DfE number or Ofsted URN; None if there is none or more than one.

        Args:
            on: the day on which it had the code, as in `lookup`. Without a day, a number that a successor took over
                means the council that exists.
        """
        span = _span(on)
        found = [council for council in self._by_code.get(code.strip().upper(), ()) if _existed(council, span)]
        meant = found if span else _present(found)
        return meant[0] if len(meant) == 1 else None

    def predecessors(self, council: Council) -> list[Council]:
        """The councils that ended when this one took their place, by slug."""
        return self._named(slug for c in self.changes if council.slug in c.results for slug in c.originals)

    def successors(self, council: Council) -> list[Council]:
        """The councils that took this one's place, by slug."""
        return self._named(slug for c in self.changes if council.slug in c.originals for slug in c.results)

    def _named(self, slugs: Iterable[str]) -> list[Council]:
        return [self._by_slug[slug] for slug in sorted(set(slugs)) if slug in self._by_slug]

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


def _present(councils: list[Council]) -> list[Council]:
    """Those that have not ended, where there are any."""
    return [council for council in councils if council.end is None] or councils
