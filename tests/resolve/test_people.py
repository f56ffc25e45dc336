"""Who is who within a document, and in which scope."""

import pytest

from articles import Article
from councilgraph.model import Record
from councilgraph.resolve import resolve
from councilgraph.resolve.people import Holding, bare_name, is_organisation, is_unnamed
from reports import NORTHMERE, REGISTER

EASTVALE = "Eastvale Metropolitan Borough Council"


def holdings(record: Record) -> list[Holding]:
    (text,) = resolve([record], REGISTER).texts
    return text.holdings


def test_a_person_is_a_name_within_a_council() -> None:
    article = Article().inspection().council(EASTVALE)
    article.person("Ada Fernsby", "leader", "council-leader", NORTHMERE)
    article.person("Ada Fernsby", "director", "director", EASTVALE)
    assert [one.person for one in holdings(article.record())] == ["ada-fernsby-northmere", "ada-fernsby-eastvale"]


def test_titles_are_no_part_of_a_name() -> None:
    article = Article().inspection().person("Cllr Ada Fernsby", "leader", "council-leader", NORTHMERE)
    (one,) = holdings(article.record())
    assert (one.person, one.name) == ("ada-fernsby-northmere", "Ada Fernsby")
    assert bare_name("The Right Honourable Sir Bo Quill") == "Bo Quill"
    assert bare_name("Lord") == "Lord"


def test_an_office_is_attested_for_the_day_of_the_document() -> None:
    article = Article(published="2024-07-02").inspection().person("Ada Fernsby", "leader", "council-leader", NORTHMERE)
    (one,) = holdings(article.record())
    assert (one.bounds.latest_start, one.bounds.earliest_end) == ("2024-07-02", "2024-07-02")
    assert one.bounds.earliest_start is None
    assert one.bounds.latest_end is None


def test_a_month_leaves_the_day_open_and_no_date_leaves_all_open() -> None:
    def bounds(published: str | None) -> tuple[str | None, str | None]:
        article = Article(published=published).inspection().person("Bo Quill", "leader", "council-leader", NORTHMERE)
        (one,) = holdings(article.record())
        return one.bounds.latest_start, one.bounds.earliest_end

    assert bounds("2024-07") == ("2024-07-31", "2024-07-01")
    assert bounds(None) == (None, None)


def test_a_former_office_had_ended() -> None:
    article = Article().inspection().person("Ada Fernsby", "former director", "director", NORTHMERE)
    (one,) = holdings(article.record())
    assert one.bounds.latest_end == "2024-07-02"
    assert one.bounds.earliest_end is None


def test_an_interim_office_says_so_by_flag_or_by_title() -> None:
    article = Article().inspection()
    article.person("Ada Fernsby", "interim director", "director", NORTHMERE)
    article.person("Bo Quill", "director", "director", NORTHMERE, interim=True)
    article.person("Cy Penn", "director", "director", NORTHMERE)
    assert [one.interim for one in holdings(article.record())] == [True, True, False]


def test_a_post_that_was_filled_has_a_holder_without_a_name() -> None:
    article = Article().inspection().intervention("interim-director-appointed", "An interim director is in place.")
    (one,) = holdings(article.record())
    assert one.person is None
    assert one.interim
    assert one.tenure == f"unnamed-northmere-director-{resolve([article.record()], REGISTER).texts[0].short}"


def test_a_post_that_was_filled_with_somebody_named_is_theirs_alone() -> None:
    article = Article().inspection().intervention("interim-director-appointed", "Ada Fernsby is in place.")
    article.person("Ada Fernsby", "interim director", "director", NORTHMERE)
    assert [one.person for one in holdings(article.record())] == ["ada-fernsby-northmere"]


def test_a_member_whom_no_register_knows_is_one_of_their_seat() -> None:
    article = Article().inspection()
    article.person("Ada Fernsby", "MP", "mp", None, constituency="Northmere Central")
    article.person("Ada Fernsby", "MP", "mp", None, constituency="Eastvale North")
    first, second = holdings(article.record())
    assert first.person == "ada-fernsby-parliament-northmere-central"
    assert second.person == "ada-fernsby-parliament-eastvale-north"
    assert first.body
    assert first.body.label == "House of Commons"
    assert first.seat
    assert first.seat.label == "Northmere Central"


def test_an_office_of_nobody_is_no_office() -> None:
    article = Article().inspection().person("Ada Fernsby", "a foster carer", "other", None)
    (one,) = holdings(article.record())
    assert one.tenure is None
    assert one.person
    assert one.person.startswith("ada-fernsby-in-")


def test_bodies_are_known_by_any_of_their_names() -> None:
    article = Article().inspection().person("Bo Quill", "a director", "director", "the DfE")
    article.person(
        "Cy Penn", "inspector", "inspector", "Office for Standards in Education, Children's Services and Skills"
    )
    article.person("Di Marsh", "chair", "other", "Northmere Carers")
    kinds = [(one.body.kind, one.body.label) for one in holdings(article.record()) if one.body]
    assert kinds == [
        ("GovernmentDepartment", "Department for Education"),
        ("Inspectorate", "Ofsted"),
        ("Organization", "Northmere Carers"),
    ]


@pytest.mark.parametrize(
    ("speaker", "unnamed", "organisation"),
    [
        ("council spokesperson", True, True),
        ("a spokesman for the trust", True, True),
        ("Ada Fernsby", False, False),
        ("Northmere Carers' Association", False, True),
    ],
)
def test_words_tell_people_bodies_and_the_unnamed_apart(speaker: str, unnamed: bool, organisation: bool) -> None:
    assert is_unnamed(speaker) == unnamed
    assert is_organisation(speaker) == organisation
