"""Figures about councils and places."""

from decimal import Decimal

import pytest
from rdflib import RDF, Graph, URIRef

from articles import Article
from councilgraph.model import Record, Statistic
from reports import NORTHMERE, report

from .graphs import CG, VOCAB, keys, label, merged


def counted(measure: str, value: float, council: str | None = NORTHMERE, **more: object) -> Record:
    """A report with a figure."""
    record = report()
    words = record.findings[0].evidence
    more = {"unit_kind": "children"} | more
    record.statistics.append(Statistic(measure, value, council, evidence=words, **more))  # type: ignore[arg-type]
    return record


def only(graph: Graph) -> URIRef:
    (node,) = graph.subjects(RDF.type, CG.Statistic)
    assert isinstance(node, URIRef)
    return node


def test_a_figure_says_what_it_counts_of_whom_and_when() -> None:
    graph = merged(counted("children-in-care", 312, qualifier="approximate", period="2024-03-31"))
    node = only(graph)
    assert label(graph, node) == "Northmere County Council: Children in care: 312, 2024-03-31"
    assert keys(graph.objects(node, CG.council)) == ["northmere"]
    assert list(graph.objects(node, CG.measure)) == [VOCAB["measure/children-in-care"]]
    assert list(graph.objects(node, CG.unitKind)) == [VOCAB["unit-kind/children"]]
    assert list(graph.objects(node, CG.qualifier)) == [VOCAB["qualifier/approximate"]]
    assert [value.toPython() for value in graph.objects(node, CG.value)] == [Decimal(312)]
    assert len(list(graph.objects(node, CG.evidence))) == 1


@pytest.mark.parametrize(
    ("period", "bounds"),
    [
        ("2024-03-31", ("2024-03-31", "2024-03-31", "2024-03-31", "2024-03-31")),
        ("2024-03", ("2024-03-01", "2024-03-31", "2024-03-01", "2024-03-31")),
        ("P12M/2024-05-13", ("2023-05-13", "2023-05-13", "2024-05-13", "2024-05-13")),
        ("P12M/2024-02-29", ("2023-02-28", "2023-02-28", "2024-02-29", "2024-02-29")),
        (None, (None, None, None, None)),
    ],
)
def test_a_period_is_a_day_part_of_one_or_the_year_before_a_day(
    period: str | None, bounds: tuple[str | None, ...]
) -> None:
    graph = merged(counted("children-in-care", 312, period=period))
    found = [graph.value(only(graph), p) for p in (CG.earliestStart, CG.latestStart, CG.earliestEnd, CG.latestEnd)]
    assert tuple(None if day is None else str(day) for day in found) == bounds


def test_a_part_is_tied_to_the_whole_of_its_day() -> None:
    record = counted("children-in-care", 312, period="2024-03-31")
    words = record.findings[0].evidence
    part = Statistic(
        "children-in-care-in-foster-care",
        200,
        NORTHMERE,
        unit_kind="children",
        period="2024-03-31",
        population=312,
        subset_of="children-in-care",
        evidence=words,
    )
    record.statistics.append(part)
    graph = merged(record)
    ((node, whole),) = graph.subject_objects(CG.subsetOf)
    assert list(graph.objects(node, CG.measure)) == [VOCAB["measure/children-in-care-in-foster-care"]]
    assert list(graph.objects(whole, CG.measure)) == [VOCAB["measure/children-in-care"]]
    assert [value.toPython() for value in graph.objects(node, CG.population)] == [Decimal(312)]


def test_a_figure_of_a_place_is_of_no_council() -> None:
    graph = merged(counted("children-in-poverty", 15.5, None, place="England", unit_kind="percent"))
    node = only(graph)
    assert not list(graph.objects(node, CG.council))
    (place,) = graph.objects(node, CG.place)
    assert (label(graph, URIRef(str(place))), keys([place])) == ("England", ["england"])
    assert (place, RDF.type, CG.Place) in graph


def test_a_figure_of_nobody_is_left_out() -> None:
    assert not list(merged(counted("children-in-care", 312, "Westmere")).subjects(RDF.type, CG.Statistic))
    assert not list(merged(counted("children-in-care", 312, None)).subjects(RDF.type, CG.Statistic))


def test_one_figure_that_is_told_twice_is_two() -> None:
    record = counted("children-in-care", 312)
    record.statistics *= 2
    assert len(list(merged(record).subjects(RDF.type, CG.Statistic))) == 2


def test_councils_with_a_grade_are_counted_and_listed() -> None:
    eastvale = "Eastvale Metropolitan Borough Council"
    article = Article(published="2006-11-08").inspection(framework="apa", visit_type="annual-assessment")
    article.statistic(
        "councils-graded", 2, "Two were outstanding.", council=None, place="England", unit_kind="councils",
        population=102, grade_limit="outstanding", members=[NORTHMERE, eastvale], list_complete=True,
    )  # fmt: skip
    graph = merged(article.record())
    (statistic,) = graph.subjects(RDF.type, CG.Statistic)
    assert graph.value(statistic, CG.gradeLimit) == VOCAB["apa-scale/outstanding"]
    assert str(graph.value(statistic, CG.comparator)) == "="
    assert keys(graph.objects(statistic, CG.member)) == ["eastvale", "northmere"]
    assert str(graph.value(statistic, CG.listComplete)) == "true"
    assert keys(graph.objects(statistic, CG.place)) == ["england"]


def test_a_period_that_is_none_leaves_the_days_open() -> None:
    article = Article().inspection().statistic("children-in-care", 955, "There are 955.", period="lately")
    graph = merged(article.record())
    (statistic,) = graph.subjects(RDF.type, CG.Statistic)
    assert graph.value(statistic, CG.latestEnd) is None
