"""Interventions in the graph."""

from rdflib import RDF

from articles import Article

from .graphs import CG, ID, VOCAB, label, merged


def test_an_intervention_has_council_kind_agent_stage_money_and_date() -> None:
    article = Article().inspection(start="2024-05-13", end="2024-05-24")
    article.intervention(
        "investment",
        "Five million are found.",
        by="DfE",
        stage="announced",
        amount=5000000,
        date="2024-08",
        inspection="i1",
    )
    graph = merged(article.record())
    (node,) = graph.subjects(RDF.type, CG.Intervention)
    assert graph.value(node, CG.council) == ID["council/northmere"]
    assert graph.value(node, CG.interventionKind) == VOCAB["intervention-kind/investment"]
    assert graph.value(node, CG.byAgent) == ID["organisation/department-for-education"]
    assert (graph.value(node, CG.byAgent), RDF.type, CG.GovernmentDepartment) in graph
    assert graph.value(node, CG.stage) == VOCAB["stage/announced"]
    assert str(graph.value(node, CG.amount)) in ("5000000", "5000000.0")
    assert str(graph.value(node, CG.latestEnd)) == "2024-08-31"
    assert label(graph, node) == "Northmere County Council: Investment, announced, August 2024"


def test_a_kind_that_the_vocabulary_lacks_has_a_node_of_its_own() -> None:
    graph = merged(Article().inspection().intervention("village-fair", "There will be a fair.").record())
    kind = VOCAB["intervention-kind/village-fair"]
    assert label(graph, kind) == "Village fair"
    assert graph.value(kind, RDF.type)


def test_who_was_appointed_without_a_name_holds_a_post() -> None:
    graph = merged(Article().inspection().intervention("interim-director-appointed", "There is a new one.").record())
    (tenure,) = graph.subjects(RDF.type, CG.Tenure)
    assert graph.value(tenure, CG.holder) is None
    assert label(graph, tenure) == "Not named, Director, Northmere County Council"
    assert graph.value(tenure, CG.inPost) == ID["post/northmere-director"]


def test_an_inspection_of_which_no_more_is_said_is_proved_by_the_name_of_its_council() -> None:
    record = Article().inspection().record()
    record.inspections[0].evidence.clear()
    graph = merged(record)
    (inspection,) = graph.subjects(RDF.type, CG.Inspection)
    (span,) = graph.objects(inspection, CG.evidence)
    assert str(graph.value(span, CG.quote)) == record.councils[0].name
    assert graph.value(span, CG.supports) == CG.council
