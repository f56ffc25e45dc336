"""People in posts, as documents attest them."""

from rdflib import ORG, RDF, Literal

from councilgraph.model import PersonMention, Record
from councilgraph.rdf import XSD
from reports import report

from .graphs import CG, ID, VOCAB, keys, label, merged


def with_team(*mentions: tuple[str, str | None], **parts: object) -> Record:
    """A report whose second line of words names people in roles."""
    record = report(**parts)  # type: ignore[arg-type]
    words = record.inspections[0].evidence[:1]
    record.people = [PersonMention(name, role, "inspector", "Ofsted", evidence=words) for name, role in mentions]
    return record


def test_a_member_of_the_team_holds_a_post_at_the_inspectorate() -> None:
    graph = merged(with_team(("Bo Quill", "Team inspector")))
    (tenure,) = graph.subjects(RDF.type, CG.Tenure)
    assert (tenure, RDF.type, ORG.Membership) in graph
    assert keys(graph.objects(tenure, CG.holder)) == keys(graph.objects(tenure, ORG.member)) == ["bo-quill-ofsted"]
    assert label(graph, tenure) == "Bo Quill, Team inspector, Ofsted"
    (post,) = graph.objects(tenure, CG.inPost)
    assert label(graph, post) == "Inspector, Ofsted"
    assert keys(graph.objects(post, ORG.postIn)) == ["ofsted"]
    assert list(graph.objects(post, CG.postType)) == [VOCAB["post-type/inspector"]]


def test_a_tenure_is_attested_for_the_days_of_the_inspection() -> None:
    graph = merged(with_team(("Bo Quill", "Team inspector")))
    (tenure,) = graph.subjects(RDF.type, CG.Tenure)
    assert list(graph.objects(tenure, CG.inspection)) == [ID["inspection/northmere-ilacs-2024-05"]]
    assert str(graph.value(tenure, CG.latestStart)) == "2024-05-13"
    assert str(graph.value(tenure, CG.earliestEnd)) == "2024-05-24"
    assert graph.value(tenure, CG.earliestStart) is None
    assert graph.value(tenure, CG.latestEnd) is None


def test_the_printed_role_is_on_the_span() -> None:
    graph = merged(with_team(("Bo Quill", "Shadow inspector")))
    (tenure,) = graph.subjects(RDF.type, CG.Tenure)
    (span,) = graph.objects(tenure, CG.evidence)
    assert [str(title) for title in graph.objects(span, CG.printedTitle)] == ["Shadow inspector"]


def test_one_person_in_two_roles_or_inspections_has_a_tenure_for_each() -> None:
    graph = merged(
        with_team(("Bo Quill", "Team inspector"), ("Bo Quill", "Quality assurance manager")),
        with_team(("Bo Quill", "Team inspector"), id="northmere-2021", start="2021-03-01", end="2021-03-05"),
    )
    assert len(list(graph.subjects(RDF.type, CG.Tenure))) == 3
    assert keys(graph.subjects(RDF.type, CG.Post)) == keys(set(graph.objects(None, CG.inPost)))
    assert len(list(graph.subjects(RDF.type, CG.Post))) == 1


def test_two_documents_that_name_a_team_agree_on_it() -> None:
    graph = merged(
        with_team(("Bo Quill", "Team inspector")), with_team(("Bo Quill", "Team inspector"), id="copy", ending="Again.")
    )
    (tenure,) = graph.subjects(RDF.type, CG.Tenure)
    assert len(list(graph.objects(tenure, CG.evidence))) == 2


def test_an_interim_post_says_so() -> None:
    record = with_team(("Bo Quill", "Team inspector"))
    record.people[0].interim = True
    graph = merged(record)
    (tenure,) = graph.subjects(RDF.type, CG.Tenure)
    assert graph.value(tenure, CG.interim) == Literal("true", datatype=XSD + "boolean")


def test_who_works_for_a_council_is_in_a_post_there() -> None:
    record = with_team(("Bo Quill", "Director"))
    record.people[0].organisation, record.people[0].role_type = record.councils[0].name, "director"
    graph = merged(record)
    (tenure,) = graph.subjects(RDF.type, CG.Tenure)
    assert keys([graph.value(tenure, CG.inPost), graph.value(tenure, CG.holder)]) == [
        "bo-quill-northmere",
        "northmere-director",
    ]
    assert str(graph.value(tenure, CG.latestStart)) == str(graph.value(tenure, CG.earliestEnd)) == "2024-07-01"
