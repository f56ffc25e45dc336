"""Claims held against judgements and figures."""

from typing import Any

import pytest
from rdflib import RDF, Graph

from articles import Article
from councilgraph.model import Record
from reports import LEADERS, NORTHMERE, OVERALL, report

from .graphs import CG, keys, label, merged

GOOD = "Good"
POOR = "Inadequate"


def said(words: str = "We were good.", published: str = "2024-07-02", **claim: Any) -> Article:
    """An article on the inspection of May 2024, with a claim."""
    article = Article(published=published).inspection(start="2024-05-13", end="2024-05-24").judgement("overall", "good")
    article.person("Ada Fernsby", "leader", "council-leader", NORTHMERE)
    return article.claim("Ada Fernsby", words, **{"asserts_grade": "good"} | claim)


def inspected(year: int, *grades: tuple[str, str]) -> Record:
    return report(
        f"northmere-{year}", start=f"{year}-05-13", end=f"{year}-05-24", published=f"{year}-07-01", grades=grades
    )


def outcomes(*records: Record) -> dict[str, tuple[str, str]]:
    """Outcome and rule by label of what a claim was held against."""
    graph = merged(*records)
    return {
        label(graph, graph.value(node, CG.against)): (key(graph, node, CG.outcome), key(graph, node, CG.rule))
        for node in graph.subjects(RDF.type, CG.ClaimAssessment)
    }


def key(graph: Graph, node: Any, link: Any) -> str:
    (found,) = keys(graph.objects(node, link))
    return found


def about(year: int, area: str, grade: str) -> str:
    return f"{NORTHMERE}, ILACS, May {year}: {area}: {grade}"


def test_a_claim_of_a_time_is_held_against_what_was_published_in_it() -> None:
    claim = said(asserts_period="P5Y/2024-07")
    found = outcomes(
        claim.record(),
        inspected(2018, (OVERALL, POOR)),
        inspected(2020, (OVERALL, GOOD), (LEADERS, POOR)),
        inspected(2022, (OVERALL, POOR)),
    )
    assert found == {
        about(2018, OVERALL, POOR): ("outside-period", "published-outside-the-period"),
        about(2020, OVERALL, GOOD): ("supported", "grade-as-claimed"),
        about(2020, LEADERS, POOR): ("partly-supported", "part-not-as-claimed"),
        about(2022, OVERALL, POOR): ("contradicted", "grade-not-as-claimed"),
        about(2024, OVERALL, GOOD): ("outside-period", "claim-answers-this-inspection"),
    }


def test_the_window_ends_before_the_inspection_that_is_answered() -> None:
    graph = merged(said(asserts_period="P5Y/2024-07").record(), inspected(2020, (OVERALL, GOOD)))
    windows = {
        (str(graph.value(node, CG.windowStart)), str(graph.value(node, CG.windowEnd)))
        for node in graph.subjects(RDF.type, CG.ClaimAssessment)
    }
    assert windows == {("2019-07-01", "2024-05-12")}


def test_a_claim_of_its_own_day_is_held_against_the_latest_grade() -> None:
    found = outcomes(said().record(), inspected(2020, (OVERALL, POOR)), inspected(2022, (OVERALL, POOR)))
    assert found == {
        about(2020, OVERALL, POOR): ("outside-period", "replaced-by-a-later-grade"),
        about(2022, OVERALL, POOR): ("outside-period", "replaced-by-a-later-grade"),
        about(2024, OVERALL, GOOD): ("supported", "grade-as-claimed"),
    }


def test_what_was_given_long_before_says_nothing_of_the_day() -> None:
    claim = said(published="2031-07-02")
    found = outcomes(claim.record())
    assert found == {about(2024, OVERALL, GOOD): ("outside-period", "given-long-before")}


def test_what_came_later_says_nothing_of_the_claim() -> None:
    found = outcomes(said().record(), inspected(2025, (OVERALL, POOR)))
    assert found[about(2025, OVERALL, POOR)] == ("outside-period", "published-after-the-claim")


def test_a_scale_without_the_grade_cannot_be_compared() -> None:
    annual = Article("letter", published="2011-11-08", publisher="Ofsted").inspection(
        framework="annual", start="2011", end="2011", published="2011-11-08"
    )
    annual.judgement("overall", "performs poorly")
    claim = said(asserts_period="2011/2024-07")
    assert sorted(outcomes(claim.record(), annual.record()).values()) == [
        ("not-comparable", "scale-lacks-the-grade"),
        ("outside-period", "claim-answers-this-inspection"),
    ]


@pytest.mark.parametrize(
    ("comparator", "grade", "outcome"),
    [
        (">=", "Outstanding", "supported"),
        ("=", "Outstanding", "partly-supported"),
        (">=", "Requires improvement to be good", "contradicted"),
        ("<=", "Inadequate", "supported"),
    ],
)
def test_better_counts_as_the_claim_compares(comparator: str, grade: str, outcome: str) -> None:
    found = outcomes(
        said(asserts_period="2019/2023", comparator=comparator).record(), inspected(2020, (OVERALL, grade))
    )
    assert found[about(2020, OVERALL, grade)][0] == outcome


def services(*counts: tuple[float, str, str], published: str = "2024-06-20") -> Article:
    """An article that counts children's centres by grade."""
    article = Article("counts", published=published, publisher="Ofsted").council()
    for value, comparator, grade in counts:
        words = f"Of the children's centres {value} are {comparator} {grade}."
        article.statistic(
            "childrens-centres", value, words, comparator=comparator, grade_limit=grade, unit_kind="childrens-centres"
        )
    return article


def test_a_claim_on_services_is_held_against_their_grades_and_figures() -> None:
    claim = Article("claim", published="2012-07-02").council()
    claim.person("Ada Fernsby", "leader", "council-leader", NORTHMERE)
    words = "Our fostering and our children's centres are good."
    claim.claim("Ada Fernsby", words, asserts_grade="good", comparator=">=")
    service = Article("service", published="2010-03-01").inspection(visit_type="service-inspection", start="2010-02")
    service.judgement("fostering", "outstanding").inspection("i2", visit_type="service-inspection", start="2010-02")
    service.judgement("adoption", "inadequate", "i2")
    counts = services((3, "=", "good"), (1, "=", "satisfactory"), published="2012-06-20")
    found = outcomes(claim.record(), service.record(), counts.record())
    assert found == {
        f"{NORTHMERE}, Service inspection, February 2010: Fostering services: Outstanding": (
            "supported",
            "grade-as-claimed",
        ),
        f"{NORTHMERE}: Children's centres, Good: 3": ("supported", "units-as-claimed"),
        f"{NORTHMERE}: Children's centres, Satisfactory: 1": ("contradicted", "units-not-as-claimed"),
    }


@pytest.mark.parametrize(
    ("value", "comparator", "grade", "outcome"),
    [
        (0.667, ">=", "good", "partly-supported"),
        (3, "<=", "satisfactory", "contradicted"),
        (3, "<=", "outstanding", "not-assessable"),
    ],
)
def test_figures_count_units_of_one_grade_or_several(value: float, comparator: str, grade: str, outcome: str) -> None:
    claim = said("Our children's centres are good.", comparator=">=")
    ((found, _),) = outcomes(claim.record(), services((value, comparator, grade)).record()).values()
    assert found == outcome


def test_no_units_say_nothing() -> None:
    claim = said("Our children's centres are good.", comparator=">=")
    assert outcomes(claim.record(), services((0, "=", "inadequate")).record()) == {}


def test_what_a_rating_rests_on_is_not_for_grades_to_decide() -> None:
    claim = said("The rating rests on last year.", asserts_grade=None, inspection="i1", asserts_period="2023")
    assert outcomes(claim.record()) == {about(2024, OVERALL, GOOD): ("not-assessable", "about-what-a-rating-rests-on")}


def test_a_claim_without_a_date_is_not_held_against_anything() -> None:
    assert outcomes(said(published=None).record()) == {}  # type: ignore[arg-type]


def test_any_order_gives_the_same_assessments() -> None:
    records = [
        said(asserts_period="P5Y/2024-07").record(),
        inspected(2020, (OVERALL, GOOD)),
        services((3, "=", "good")).record(),
    ]
    assert set(merged(*records)) == set(merged(*reversed(records)))
