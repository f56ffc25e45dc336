"""Figures and interventions of which documents tell otherwise."""

from rdflib import RDF, Graph

from articles import Article
from councilgraph.model import Record

from .graphs import CG, VOCAB, keys, label, merged


def counted(
    id: str, comparator: str, value: float = 0.667, published: str = "2011-11-08", **fields: str | None
) -> Record:
    publisher = "Ofsted" if id == "letter" else "Northmere Post"
    article = Article(id, published=published, publisher=publisher).council()
    words = f"Of the primary schools {value} are {comparator} satisfactory."
    article.statistic(
        "primary-schools", value, words, comparator=comparator, grade_limit="satisfactory", unit_kind="share", **fields
    )
    return article.record()


def conflicts(graph: Graph) -> dict[str, list[str]]:
    """Labels of what gives way, by what it gives way to."""
    found: dict[str, list[str]] = {}
    for node in graph.subjects(CG.status, VOCAB["status/superseded"]):
        (other,) = graph.objects(node, CG.conflictsWith)
        assert (other, CG.conflictsWith, node) in graph
        assert keys(graph.objects(other, CG.status)) == ["preferred"]
        found.setdefault(label(graph, other), []).append(label(graph, node))
    return {preferred: sorted(others) for preferred, others in found.items()}


def test_one_number_for_two_limits_is_a_disagreement_and_the_inspectorates_word_goes_first() -> None:
    assert conflicts(merged(counted("news", "<="), counted("letter", "="))) == {
        "Northmere County Council: Primary schools, Satisfactory: 0.667": [
            "Northmere County Council: Primary schools, Satisfactory or worse: 0.667"
        ]
    }


def test_two_numbers_for_one_limit_are_a_disagreement() -> None:
    assert len(conflicts(merged(counted("news", "=", 0.5), counted("letter", "=")))) == 1


def test_what_agrees_is_of_another_time_or_about_is_none() -> None:
    assert not conflicts(merged(counted("news", "="), counted("letter", "=")))
    assert not conflicts(merged(counted("news", "<=", published="2013-11-08"), counted("letter", "=")))
    assert not conflicts(merged(counted("news", "=", 0.5, period="2010"), counted("letter", "=")))
    assert not conflicts(merged(counted("news", "=", 0.5, qualifier="approximate"), counted("letter", "=")))


def appointed(id: str, kind: str, stage: str, published: str) -> Record:
    return Article(id, published=published).council().intervention(kind, f"A {kind}.", stage=stage).record()


def test_a_step_that_goes_by_two_names_is_one_and_the_surer_word_goes_first() -> None:
    graph = merged(
        appointed("first", "minister-appointed", "reported", "2019-03-28"),
        appointed("second", "commissioner-appointed", "announced", "2019-05-16"),
        appointed("third", "commissioner-appointed", "begun", "2019-06-01"),
    )
    assert conflicts(graph) == {
        "Northmere County Council: Commissioner appointed, begun": [
            "Northmere County Council: Minister appointed, reported"
        ]
    }
    assert len(list(graph.subjects(RDF.type, CG.Intervention))) == 3


def test_steps_of_other_years_are_two() -> None:
    assert not conflicts(
        merged(
            appointed("first", "minister-appointed", "reported", "2015-03-28"),
            appointed("second", "commissioner-appointed", "announced", "2019-05-16"),
        )
    )
