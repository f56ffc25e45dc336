"""Findings that led to a grade."""

from rdflib import RDF

from articles import Article
from councilgraph.model import Record

from .graphs import CG, keys, merged


def told(*grades: tuple[str, str], contributes_to: str | None = "i1") -> Record:
    article = Article(published="2019-03-28").inspection(start="2019-02-04", end="2019-02-15")
    for area, grade in grades:
        article.judgement(area, grade)
    article.inspection("i2", start="2018-06", end="2018-06", framework="ilacs", visit_type="focused-visit")
    return article.finding("priority-action", "Act now.", "i2", contributes_to=contributes_to).record()


def contributions(record: Record) -> list[str]:
    graph = merged(record)
    (finding,) = graph.subjects(RDF.type, CG.Finding)
    return keys(graph.objects(finding, CG.contributedTo))


def test_a_finding_contributed_to_the_only_grade_of_the_inspection_named() -> None:
    assert contributions(told(("help and protection", "inadequate"))) == [
        "northmere-ilacs-2019-02-ilacs-help-and-protection-inadequate"
    ]


def test_of_several_grades_the_overall_one_is_meant() -> None:
    assert contributions(told(("overall", "inadequate"), ("help and protection", "good"))) == [
        "northmere-ilacs-2019-02-ilacs-overall-inadequate"
    ]


def test_where_nothing_is_said_or_nothing_was_graded_nothing_follows() -> None:
    assert contributions(told(("overall", "inadequate"), contributes_to=None)) == []
    assert contributions(told()) == []
