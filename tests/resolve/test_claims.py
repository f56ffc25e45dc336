"""Who claims what, of which council, days and services; and what figures count."""

from articles import Article
from councilgraph.model import Record
from councilgraph.resolve import ResolvedRecord, resolve
from reports import NORTHMERE, REGISTER

EASTVALE = "Eastvale Metropolitan Borough Council"


def text_of(record: Record) -> ResolvedRecord:
    (text,) = resolve([record], REGISTER).texts
    return text


def told() -> Article:
    article = Article().inspection("i1", start="2024-05-13", end="2024-05-24")
    article.judgement("overall", "inadequate")
    return article.person("Ada Fernsby", "leader of the council", "council-leader", NORTHMERE)


def test_a_speaker_is_the_person_whom_the_document_names() -> None:
    article = told().claim("Ada Fernsby", "We shall do better.").claim("Cllr Fernsby", "We are sorry.")
    for claim in text_of(article.record()).claims:
        assert claim.person == ("ada-fernsby-northmere", "Ada Fernsby")
        assert claim.tenure
        assert claim.tenure.startswith("ada-fernsby-northmere-leader-of-the-council-")
        assert claim.council
        assert claim.council.key == "northmere"


def test_a_surname_of_two_is_nobodys() -> None:
    article = told().person("Bo Fernsby", "director", "director", NORTHMERE).claim("Fernsby", "We are sorry.")
    (claim,) = text_of(article.record()).claims
    assert claim.tenure is None
    assert claim.person
    assert claim.person[0].startswith("fernsby-in-")


def test_a_spokesperson_is_the_council_and_nobody_named() -> None:
    article = told().claim("council spokesperson", "Children come first.")
    article.claim("A spokesperson for the Department for Education", "We act.")
    first, second = text_of(article.record()).claims
    assert first.body
    assert (first.body.council, first.unnamed, first.person) == ("northmere", True, None)
    assert second.body
    assert (second.body.label, second.unnamed) == ("Department for Education", True)


def test_a_council_that_speaks_is_not_unnamed() -> None:
    (claim,) = text_of(told().claim(NORTHMERE, "The council said that it would act.").record()).claims
    assert claim.body
    assert (claim.body.council, claim.unnamed) == ("northmere", False)


def test_a_claim_is_about_the_speakers_council_unless_it_says_otherwise() -> None:
    article = told().council(EASTVALE).person("Bo Quill", "director", "director", EASTVALE)
    article.claim("Bo Quill", "We have done well.").claim("Bo Quill", "They have not.", council=NORTHMERE)
    assert [claim.council.key for claim in text_of(article.record()).claims if claim.council] == [
        "eastvale",
        "northmere",
    ]


def test_a_grade_is_on_the_scale_of_the_inspection_and_the_days_are_counted() -> None:
    article = told().claim(
        "Ada Fernsby", "We were good for ten years.", asserts_grade="good", asserts_period="P10Y/2024-07"
    )
    (claim,) = text_of(article.record()).claims
    assert claim.grade
    assert claim.grade.scale == "social-care-scale"
    assert (claim.asserts.earliest_start, claim.asserts.latest_end) == ("2014-07-01", "2024-07-31")


def test_services_are_named_by_the_words_of_a_claim_of_a_grade() -> None:
    words = "Our fostering, our special schools and our children’s centres are good."
    article = told().claim("Ada Fernsby", words, asserts_grade="good", comparator=">=")
    article.claim("Ada Fernsby", "Our fostering service matters to us.")
    first, second = text_of(article.record()).claims
    assert first.services == ("fostering", "special-schools", "childrens-centres")
    assert second.services == ()


def test_figures_of_councils_are_on_the_scale_of_the_assessment_and_others_on_that_of_services() -> None:
    article = Article(published="2006-11-08").inspection(framework="apa", visit_type="annual-assessment")
    article.statistic(
        "councils-by-grade", 86, "86 were good or better.", council=None, place="England", unit_kind="councils",
        grade_limit="good", comparator=">=", members=[NORTHMERE, "Nowhere Town Hall"],
    )  # fmt: skip
    article.statistic("schools", 2, "Two are satisfactory.", unit_kind="schools", grade_limit="satisfactory")
    article.statistic("schools", 9, "There are nine.", unit_kind="schools")
    councils, schools, bare = text_of(article.record()).statistics
    assert councils.grade
    assert councils.grade.scale == "apa-scale"
    assert [member.key for member in councils.members] == ["northmere"]
    assert schools.grade
    assert (schools.grade.scale, schools.services) == ("service-scale", ("schools",))
    assert (bare.grade, bare.services) == (None, ())


def test_interventions_have_their_council_and_whoever_acts() -> None:
    article = told().intervention("advisers-sent", "Advisers are sent.", by="DfE", inspection="i1")
    article.intervention("investment", "There is money.", by="Ada Fernsby", council=None, inspection="i1")
    article.intervention("investment", "There is money elsewhere.", council=None)
    first, second = text_of(article.record()).interventions
    assert first.body
    assert first.body.label == "Department for Education"
    assert second.person == ("ada-fernsby-northmere", "Ada Fernsby")
    assert second.council.key == "northmere"


def test_somebody_without_a_name_is_nobody_in_particular() -> None:
    article = told().claim("council leaders", "We act.").claim("a former teacher", "They do not.")
    leaders, teacher = text_of(article.record()).claims
    assert leaders.body
    assert (leaders.body.council, leaders.unnamed) == ("northmere", True)
    assert teacher.body
    assert (teacher.body.kind, teacher.body.label, teacher.unnamed) == ("Agent", "a former teacher", True)
