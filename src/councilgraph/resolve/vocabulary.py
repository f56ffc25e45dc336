"""Printed labels to concepts of the vocabulary: areas of a framework, grades of its scale, versions by date.

Labels are compared whole, ignoring case, quotation marks and spaces, so "good" never matches inside
"requires improvement to be good".
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from councilgraph import rdf, resources

_CG = rdf.PREFIXES["cg"]
_SKOS = rdf.PREFIXES["skos"]
_VOCAB = rdf.PREFIXES["vocab"]
_LABELS = (_SKOS + "prefLabel", _SKOS + "altLabel")
_LABEL = rdf.PREFIXES["rdfs"] + "label"
_TYPE = rdf.PREFIXES["rdf"] + "type"
_INSPECTORATE = _CG + "Inspectorate"


@dataclass(frozen=True, slots=True)
class Grade:
    """A point on a scale; ``band`` is 1 to 4, 4 best, None on a scale that has none."""

    scale: str
    key: str
    label: str
    band: int | None


@dataclass(slots=True)
class Version:
    """A dated version of a framework with its areas and scale; bounds are ISO days, None where open."""

    key: str
    framework: str
    scale: str | None = None
    areas: set[str] = field(default_factory=set)
    earliest_start: str | None = None
    latest_end: str | None = None

    def distance(self, day: str | None) -> int:
        """How many days a day lies outside the life of the version; 0 within it, and where that is not known."""
        if day and self.earliest_start and day < self.earliest_start:
            return _days(day, self.earliest_start)
        return _days(self.latest_end, day) if day and self.latest_end and self.latest_end < day else 0


@dataclass(slots=True)
class Vocabulary:
    """The concepts that resolving needs, from ontology/vocabulary; ``labels`` are by scheme and key.

    ``covers`` has the service areas of each judgement area, ``broader`` the one above each service area.
    """

    versions: dict[str, Version]
    area_labels: dict[str, str]
    _areas: dict[tuple[str, str], str]
    _grades: dict[tuple[str, str], Grade]
    framework_labels: dict[str, str]
    labels: dict[tuple[str, str], str]
    _inspectorates: dict[str, str]
    _numbers: dict[tuple[str, str], Grade] = field(default_factory=dict)
    covers: dict[str, frozenset[str]] = field(default_factory=dict)
    broader: dict[str, str] = field(default_factory=dict)

    def inspectorate(self, name: str) -> str | None:
        """What the vocabulary calls an inspectorate of this name, long or short; None where it is none."""
        return self._inspectorates.get(fold(name))

    def area(self, framework: str, label: str) -> str | None:
        """The key of a framework's judgement area with a printed label."""
        return self._areas.get((framework, fold(label)))

    def scales(self, framework: str) -> list[str]:
        """The scales that a framework uses."""
        return sorted({v.scale for v in self.versions.values() if v.framework == framework and v.scale})

    def grade(self, framework: str, label: str, number: int | None = None) -> Grade | None:
        """The grade with a printed label on the scale that a framework uses, or with a printed number if that is all."""
        found = (self.grade_on(scale, label, number) for scale in self.scales(framework))
        return next((grade for grade in found if grade), None)

    def grade_on(self, scale: str, label: str, number: int | None = None) -> Grade | None:
        """The grade of a scale with a printed label, or with a printed number where the label says no more."""
        words = fold(label)
        if found := self._grades.get((scale, words)):
            return found
        printed = _NUMBERED.search(words)
        bare = words[: printed.start()].strip() if printed else words
        if bare:
            return self._grades.get((scale, bare))
        return self._numbers.get((scale, str(number) if number is not None else printed[1] if printed else ""))

    @property
    def grade_labels(self) -> set[str]:
        """The labels of grades of all scales, as `fold` has them."""
        return {label for _, label in self._grades}

    def version(self, framework: str, areas: Iterable[str], day: str | None) -> str | None:
        """The version of a framework that grades these areas and was in force on a day.

        The one in force goes first, or that was or will be soonest, then the one with the fewest areas that were not
        graded. None where no version grades all of them.
        """
        wanted = set(areas)
        fitting = [v for v in self.versions.values() if v.framework == framework and wanted <= v.areas]
        if not fitting:
            return None
        return min(fitting, key=lambda v: (v.distance(day), len(v.areas - wanted), v.key)).key


# "Performs poorly (1)", "grade 1", "1".
_NUMBERED = re.compile(r"\(?\b(?:grade )?([1-4])\)?$")


def printed_number(label: str) -> str | None:
    """The number that a printed grade is, where its words say no more; None where they do."""
    found = _NUMBERED.fullmatch(fold(label))
    return found[1] if found else None


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def fold(label: str) -> str:
    """A label for comparison: lower case, no quotation marks or numbering, single spaces."""
    text = re.sub(r"[‘’“”\"'`]", "", label).casefold()
    text = re.sub(r"^[\d.]+\s+", "", text)
    return re.sub(r"\s+", " ", text).strip(" .:")


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabulary, read once."""
    about: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted((resources.ontology() / "vocabulary").glob("*.ttl")):
        for triple in rdf.read_triples(file):
            if isinstance(triple.subject, rdf.NamedNode) and isinstance(triple.object, rdf.NamedNode | rdf.Literal):
                about[triple.subject.value][triple.predicate.value].append(triple.object.value)

    def key(iri: str) -> str:
        return iri.rsplit("/", 1)[-1]

    def first(facts: dict[str, list[str]], predicate: str) -> str | None:
        return min(facts.get(predicate, ()), default=None)

    versions: dict[str, Version] = {}
    for iri, facts in about.items():
        framework = first(facts, _CG + "ofFramework")
        if framework:
            scale = first(facts, _CG + "usesScale")
            versions[key(iri)] = Version(
                key(iri),
                key(framework),
                key(scale) if scale else None,
                earliest_start=first(facts, _CG + "earliestStart"),
                latest_end=first(facts, _CG + "latestEnd"),
            )
    areas: dict[tuple[str, str], str] = {}
    area_labels: dict[str, str] = {}
    grades: dict[tuple[str, str], Grade] = {}
    numbers: dict[tuple[str, str], Grade] = {}
    covers: dict[str, frozenset[str]] = {}
    broader: dict[str, str] = {}
    frameworks: dict[str, str] = {}
    labels: dict[tuple[str, str], str] = {}
    inspectorates: dict[str, str] = {}
    for iri, facts in sorted(about.items()):
        if _INSPECTORATE in facts.get(_TYPE, ()):
            for name in (*facts[_LABEL], *facts.get(_SKOS + "altLabel", ())):
                inspectorates[fold(name)] = facts[_LABEL][0]
        label = first(facts, _SKOS + "prefLabel")
        if label is None:
            continue
        printed = [fold(text) for predicate in _LABELS for text in facts.get(predicate, ())]
        for version in facts.get(_CG + "ofVersion", ()):
            versions[key(version)].areas.add(key(iri))
            area_labels[key(iri)] = label
            covers[key(iri)] = frozenset(map(key, facts.get(_CG + "covers", ())))
            areas |= {(versions[key(version)].framework, text): key(iri) for text in printed}
        if iri.startswith(_VOCAB + "framework/"):
            frameworks[key(iri)] = first(facts, _SKOS + "altLabel") or label
        labels[iri.removeprefix(_VOCAB).split("/")[0], key(iri)] = label
        scheme = iri.removeprefix(_VOCAB).split("/")[0]
        if scheme == "service-area" and (above := first(facts, _SKOS + "broader")):
            broader[key(iri)] = key(above)
        if scheme.endswith("-scale") and "/" in iri.removeprefix(_VOCAB):
            band = first(facts, _CG + "band")
            grade = Grade(scheme, key(iri), label, int(band) if band else None)
            grades |= {(scheme, text): grade for text in printed}
            numbers |= {(scheme, number): grade for number in facts.get(_SKOS + "notation", ())}
    return Vocabulary(versions, area_labels, areas, grades, frameworks, labels, inspectorates, numbers, covers, broader)
