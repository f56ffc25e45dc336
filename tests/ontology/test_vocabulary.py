"""The concept schemes keep their promises."""

import ast
import re
from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from councilgraph import resources
from councilgraph.extract.words import load
from councilgraph.rdf import BASE
from councilgraph.resolve.vocabulary import fold

VOCAB = BASE + "vocab/"
CG = Namespace(BASE + "ontology#")
FOLDER = resources.ontology() / "vocabulary"
SOURCE = Path(__file__).resolve().parents[2] / "src" / "councilgraph"
SCHEMES = sorted(file.stem for file in FOLDER.glob("*.ttl") if file.stem not in ("legislation", "organisations"))
BANDED = {"apa-scale", "annual-scale", "safeguarding-scale", "social-care-scale"}
SCALES = sorted(scheme for scheme in SCHEMES if scheme.endswith("-scale"))


@cache
def graph() -> Graph:
    whole = Graph()
    for file in FOLDER.glob("*.ttl"):
        whole.parse(file)
    return whole


def keys(scheme: str) -> set[str]:
    return {str(concept).rsplit("/", 1)[-1] for concept in graph().subjects(SKOS.inScheme, URIRef(VOCAB + scheme))}


def concepts() -> list[Node]:
    return sorted(set(graph().subjects(SKOS.inScheme)), key=str)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_file_holds_one_scheme_with_concepts_of_its_own_sorted(scheme: str) -> None:
    own = Graph().parse(FOLDER / f"{scheme}.ttl")
    assert list(own.subjects(RDF.type, SKOS.ConceptScheme)) == [URIRef(VOCAB + scheme)]
    assert set(own.subjects(RDF.type, SKOS.Concept)) == set(own.subjects()) - {URIRef(VOCAB + scheme)}
    assert all(str(concept).startswith(f"{VOCAB}{scheme}/") for concept in own.subjects(SKOS.inScheme))
    written = re.findall(rf"^{scheme}:(\S+)$", (FOLDER / f"{scheme}.ttl").read_text(encoding="utf-8"), re.MULTILINE)
    assert written == sorted(keys(scheme))


def test_each_concept_is_labelled_once_and_defined() -> None:
    for concept in concepts():
        (label,) = graph().objects(concept, SKOS.prefLabel)
        assert list(graph().objects(concept, RDFS.label)) == [label], concept
        assert label not in set(graph().objects(concept, SKOS.altLabel)), concept
        (definition,) = graph().objects(concept, SKOS.definition)
        assert str(definition).endswith("."), concept
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(concept).rsplit("/", 1)[-1]), concept


def test_preferred_labels_of_a_scheme_differ() -> None:
    for scheme in set(SCHEMES) - {"judgement-area"}:
        labels = Counter(
            graph().value(c, SKOS.prefLabel) for c in graph().subjects(SKOS.inScheme, URIRef(VOCAB + scheme))
        )
        assert not [label for label, count in labels.items() if count > 1], scheme


def test_broader_leads_to_the_top_without_circles() -> None:
    for concept in concepts():
        scheme = graph().value(concept, SKOS.inScheme)
        broader = list(graph().objects(concept, SKOS.broader))
        assert len(broader) + len(list(graph().objects(concept, SKOS.topConceptOf))) == 1, concept
        assert all(graph().value(wider, SKOS.inScheme) == scheme for wider in broader), concept
        assert concept not in {above for wider in broader for above in graph().transitive_objects(wider, SKOS.broader)}


def test_links_lead_to_what_is_described() -> None:
    named = {node for node in graph().objects() if isinstance(node, URIRef) and str(node).startswith(BASE)}
    assert not [node for node in named if not str(node).startswith(CG) and (node, RDFS.label, None) not in graph()]
    for law in graph().objects(None, CG.legalBasis):
        assert (law, RDFS.label, None) in graph()


def test_grades_match_across_scales_both_ways_and_never_exactly() -> None:
    assert not list(graph().subject_objects(SKOS.exactMatch))
    for kind in (SKOS.closeMatch, SKOS.relatedMatch):
        for one, other in graph().subject_objects(kind):
            assert (other, kind, one) in graph()
            assert graph().value(one, SKOS.inScheme) != graph().value(other, SKOS.inScheme)
            assert graph().value(one, CG.band) == graph().value(other, CG.band) is not None
    adequate, improving = (
        URIRef(VOCAB + "safeguarding-scale/adequate"),
        URIRef(VOCAB + "social-care-scale/requires-improvement"),
    )
    assert set(graph().objects(improving, SKOS.relatedMatch)) == {adequate}
    assert not list(graph().objects(improving, SKOS.closeMatch))


@pytest.mark.parametrize("scale", SCALES)
def test_bands_run_from_one_to_four_on_comparable_scales_only(scale: str) -> None:
    grades = list(graph().subjects(SKOS.inScheme, URIRef(VOCAB + scale)))
    assert all((grade, RDF.type, CG.Grade) in graph() for grade in grades)
    bands = sorted(int(str(band)) for grade in grades for band in graph().objects(grade, CG.band))
    assert bands == ([1, 2, 3, 4] if scale in BANDED else [])


def test_printed_numbers_run_both_ways() -> None:
    """4 is best on the scales of annual assessments, 1 on that of safeguarding inspections."""
    for scale, best in (("apa-scale", 4), ("annual-scale", 4), ("safeguarding-scale", 1)):
        for grade in graph().subjects(SKOS.inScheme, URIRef(VOCAB + scale)):
            band, number = (int(str(graph().value(grade, predicate))) for predicate in (CG.band, SKOS.notation))
            assert number == (band if best == 4 else 5 - band)
    assert not list(graph().objects(URIRef(VOCAB + "social-care-scale/good"), SKOS.notation))


@pytest.mark.parametrize("scale", SCALES)
def test_a_printed_label_means_one_grade_of_a_scale(scale: str) -> None:
    assert not ambiguous(set(graph().subjects(SKOS.inScheme, URIRef(VOCAB + scale))))


def test_a_printed_label_means_one_area_of_a_framework() -> None:
    for framework in graph().subjects(SKOS.inScheme, URIRef(VOCAB + "framework")):
        versions = set(graph().subjects(CG.ofFramework, framework))
        assert not ambiguous({area for version in versions for area in graph().subjects(CG.ofVersion, version)})


def ambiguous(nodes: set[Node]) -> list[str]:
    printed = {
        (fold(str(label)), n) for n in nodes for p in (SKOS.prefLabel, SKOS.altLabel) for label in graph().objects(n, p)
    }
    return [label for label, count in Counter(label for label, _ in printed).items() if count > 1]


def test_areas_of_ilacs_by_version() -> None:
    shared = {"ilacs-leaders", "ilacs-help-and-protection"}
    apart = {"ilacs-children-in-care", "ilacs-care-leavers"}
    expected = {
        "ilacs-2018": shared | {"ilacs-children-in-care-and-care-leavers", "ilacs-overall"},
        "ilacs-2023": shared | apart | {"ilacs-overall"},
        "ilacs-2026": shared | apart,
    }
    for version, areas in expected.items():
        met = graph().subjects(CG.ofVersion, URIRef(f"{VOCAB}framework-version/{version}"))
        assert {str(area).rsplit("/", 1)[-1] for area in met} == areas


def test_overall_areas_cover_all_services() -> None:
    everything = URIRef(VOCAB + "service-area/children-services")
    for area in graph().subjects(RDF.type, CG.JudgementArea):
        overall = graph().value(area, CG.isOverall)
        assert (overall == Literal(True)) == (everything in set(graph().objects(area, CG.covers))), area


def test_versions_of_a_framework_follow_each_other() -> None:
    for framework in graph().subjects(SKOS.inScheme, URIRef(VOCAB + "framework")):
        lives = sorted(life(version) for version in graph().subjects(CG.ofFramework, framework))
        for (_, earliest_end), (next_start, _) in pairwise(lives):
            assert earliest_end <= next_start, framework


def life(version: Node) -> tuple[date, date]:
    """Earliest start and earliest end."""

    def day(predicate: URIRef) -> date:
        return date.fromisoformat(str(graph().value(version, predicate) or "9999-12-31"))

    assert day(CG.earliestStart) <= day(CG.latestStart) <= day(CG.earliestEnd) <= day(CG.latestEnd), version
    return day(CG.earliestStart), day(CG.earliestEnd)


def test_kinds_of_inspection_are_frameworks_and_visits_of_their_own() -> None:
    visits = {"focused-visit", "monitoring-visit", "lscb-review", "reinspection"}
    assert visits <= keys("visit-type")
    assert keys("inspection-kind") == keys("framework") | visits | {"inspection"}


def test_keys_are_those_of_the_record(shared: Path) -> None:
    """The closed lists of the extraction record, where its definition stands beside the checkout."""
    text = (shared / "design" / "records.md").read_text(encoding="utf-8")
    lists = {name: set(words.split()) for name, words in re.findall(r"`([a-z_.]+)`: `([a-z0-9 -]+)`", text)}
    for name, scheme in (
        ("basis", "basis"),
        ("date_basis", "date-basis"),
        ("findings.type", "finding-type"),
        ("framework", "framework"),
        ("qualifier", "qualifier"),
        ("role_type", "post-type"),
        ("stage", "stage"),
        ("visit_type", "visit-type"),
        ("voice", "voice"),
    ):
        assert keys(scheme) == lists[name], name


def test_figures_that_are_read_have_a_measure_and_a_unit() -> None:
    rows = load("figures")
    for row in rows["figures"]:
        assert row["measure"] in keys("measure")
        assert row["unit"] in keys("unit-kind")
        assert "rate" not in row or f"{row['measure']}-rate" in keys("measure")
    assert "per-10000-children" in keys("unit-kind")
    assert set(rows["qualifiers"]) <= keys("qualifier")


def test_figures_of_prose_are_of_measures_in_units_that_there_are() -> None:
    lists = load("statistics")
    assert {row["key"] for row in lists["measures"]} <= keys("measure")
    assert {unit for row in lists["measures"] for unit in row["unit"]} <= keys("unit-kind")
    assert set(lists["qualifiers"]) <= keys("qualifier")


def test_interventions_of_prose_are_of_kinds_that_there_are() -> None:
    assert {row["kind"] for row in load("interventions")["interventions"]} <= keys("intervention-kind")


def test_problems_that_the_code_reports_have_a_code() -> None:
    reported = {
        call.args[0].value
        for file in SOURCE.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and (getattr(call.func, "id", None) == "Problem" or getattr(call.func, "attr", None) == "Problem")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    assert not reported - keys("problem-code")
