"""Evaluative clauses."""

import pytest

from councilgraph.extract.prose import evaluation
from councilgraph.extract.words import load

from .inspected import prose_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Social workers know their families well", "strength"),
        ("staff morale is high and leadership is strong", "strength"),
        ("no child was left at risk of harm", "strength"),
        ("fewer social workers were leaving", "strength"),
        ("delays have been reduced", "strength"),
        ("seldom has to move school", "strength"),
        ("plans are read as regularly as they should be", "strength"),
        ("workers catch trouble while it is small", "strength"),
        ("children no longer have to wait", "strength"),
        ("advisers never give up on them", "strength"),
        ("nobody had registered the home", "weakness"),
        ("advisers are spread thin", "weakness"),
        ("members put up with poor answers", "weakness"),
        ("thresholds were not well understood", "weakness"),
        ("too many teenagers waited too long", "weakness"),
        ("managers did not challenge poor practice", "weakness"),
        ("the quality of plans has deteriorated", "weakness"),
        ("Although some plans are good, most are weak", "weakness"),
        ("social workers had more cases than they could manage", "weakness"),
        ("assessments should be finished sooner", "area-for-improvement"),
        ("the council needs to fill its vacancies", "area-for-improvement"),
        ("this was an area for priority action", "priority-action"),
        ("results are in line with the average", "narrative"),
        ("the council has four offices", None),
        ("children at risk of exploitation", None),
    ],
)
def test_types(words: str, kind: str | None) -> None:
    assert evaluation.polarity(words) == kind


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("foster carers are valued", "fostering"),
        ("pathway plans are poor", "care-leavers"),
        ("caseloads are too high", "workforce"),
        ("audits are too kind", "quality-assurance"),
        ("they send letters", None),
        ("SEND services", "send-and-disability"),
    ],
)
def test_services(words: str, key: str | None) -> None:
    assert evaluation.service(words) == key


def test_every_service_is_in_the_vocabulary() -> None:
    from councilgraph import rdf, resources

    known = {
        triple.subject.value.rsplit("/", 1)[-1]
        for triple in rdf.read_triples(resources.ontology() / "vocabulary" / "service-area.ttl")
        if isinstance(triple.subject, rdf.NamedNode)
    }
    assert {entry["key"] for entry in load("evaluation")["services"]} <= known


def test_clauses_of_a_sentence() -> None:
    text = "Visits happen on time, but plans are weak and managers do not notice."
    prose = prose_of(text)
    assert [text[a:b] for a, b in evaluation.clauses(prose, 0, len(text))] == [
        "Visits happen on time",
        "plans are weak",
        "managers do not notice.",
    ]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("nobody goes home without a plan in the bag", 1),
        ("the lapses of last year are now a thing of the past", 1),
        ("where once children were left adrift, they now have a plan", 1),
        ("decisions that took weeks take days", 1),
        ("the door was so slow that calls went dead", -1),
        ("teams no longer talk past each other", 1),
    ],
)
def test_what_turns_a_clause_about(words: str, sign: int) -> None:
    weight = evaluation.weigh(words)
    assert (weight > 0) - (weight < 0) == sign
