"""Claims in the graph: who, of what, and the words on the spans."""

from rdflib import RDF, RDFS, Literal

from articles import Article
from reports import NORTHMERE

from .graphs import CG, ID, VOCAB, keys, label, merged


def told() -> Article:
    article = Article().inspection(start="2024-05-13", end="2024-05-24")
    return article.person("Ada Fernsby", "leader", "council-leader", NORTHMERE)


def test_a_claim_has_claimant_capacity_council_and_grade() -> None:
    article = told().claim(
        "Ada Fernsby",
        "We were good for ten years.",
        voice="quoted",
        asserts_grade="good",
        asserts_period="P10Y/2024-07",
    )
    graph = merged(article.record())
    (claim,) = graph.subjects(RDF.type, CG.Claim)
    assert graph.value(claim, CG.claimant) == ID["person/ada-fernsby-northmere"]
    assert graph.value(graph.value(claim, CG.inCapacity), CG.holder) == ID["person/ada-fernsby-northmere"]
    assert graph.value(claim, CG.council) == ID["council/northmere"]
    assert graph.value(claim, CG.assertsGrade) == VOCAB["social-care-scale/good"]
    assert str(graph.value(claim, CG.comparator)) == "="
    assert [str(graph.value(claim, bound)) for bound in (CG.assertsFrom, CG.assertsTo)] == ["2014-07-01", "2024-07-31"]
    (span,) = graph.objects(claim, CG.evidence)
    assert graph.value(span, CG.voice) == VOCAB["voice/quoted"]
    assert label(graph, claim) == "Ada Fernsby, 2 July 2024: claim 1, asserts Good"


def test_the_words_of_a_claim_are_on_its_spans_alone() -> None:
    graph = merged(told().claim("Ada Fernsby", "We are a family of gardeners.").record())
    for subject, predicate, value in graph:
        if "gardeners" in str(value):
            assert predicate == CG.quote
            assert (subject, RDF.type, CG.EvidenceSpan) in graph


def test_somebody_who_is_not_named_speaks_for_the_council() -> None:
    graph = merged(told().claim("council spokesperson", "Children come first.").record())
    (claim,) = graph.subjects(RDF.type, CG.Claim)
    assert graph.value(claim, CG.claimant) == ID["council/northmere"]
    assert graph.value(claim, CG.unnamed) == Literal(True)
    assert graph.value(claim, CG.inCapacity) is None


def test_one_says_two_things_and_two_say_one() -> None:
    article = told().person("Bo Quill", "director", "director", NORTHMERE)
    article.claim("Ada Fernsby", "We are sorry.").claim("Bo Quill", "We are sorry.").claim("Ada Fernsby", "We act.")
    graph = merged(article.record())
    labels = sorted(str(graph.value(claim, RDFS.label)) for claim in graph.subjects(RDF.type, CG.Claim))
    assert [words.split(", ")[0] + words[-8:] for words in labels] == [
        "Ada Fernsby claim 1", "Ada Fernsby claim 2", "Bo Quill claim 1",
    ]  # fmt: skip


def test_a_unit_that_nobody_has_met_is_described() -> None:
    article = told().claim("Ada Fernsby", "Our zones are good.", asserts_grade="good", unit_kind="zones for play")
    graph = merged(article.record())
    unit = VOCAB["unit-kind/zones-for-play"]
    assert keys(graph.objects(None, CG.unitKind)) == ["zones-for-play"]
    assert label(graph, unit) == "Zones for play"
