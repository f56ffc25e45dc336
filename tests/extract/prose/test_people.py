"""People by the posts beside their names."""

import pytest

from .articles import LEAD, record

COUNCIL = "Westmarch County Council"


@pytest.mark.parametrize(
    ("sentence", "name", "role", "kind"),
    [
        (
            "Ada Vane, the council's director of children's services, resigned.",
            "Ada Vane",
            "director of children's services",
            "director",
        ),
        (
            "Director of Children's Services Ada Vane resigned.",
            "Ada Vane",
            "Director of Children's Services",
            "director",
        ),
        ("Its leader, Bram Tolliver, resigned.", "Bram Tolliver", "leader", "council-leader"),
        ("Council leader Bram Tolliver resigned.", "Bram Tolliver", "Council leader", "council-leader"),
        (
            "Bram Tolliver, who has led the council since May, resigned.",
            "Bram Tolliver",
            "has led the council",
            "council-leader",
        ),
        ("Cllr Cleo Marsh, deputy leader, resigned.", "Cleo Marsh", "deputy leader", "cabinet-member"),
        (
            "Cabinet Member for Children, Families and Skills, Cllr Cleo Marsh, resigned.",
            "Cleo Marsh",
            "Cabinet Member for Children, Families and Skills",
            "cabinet-member",
        ),
        ("Lead member Cleo Marsh resigned.", "Cleo Marsh", "Lead member", "cabinet-member"),
        ("Conservative group leader Dirk Hale resigned.", "Dirk Hale", "Conservative group leader", "other"),
        ("Chief executive Edna Frith resigned.", "Edna Frith", "Chief executive", "other-council-officer"),
        (
            "Edna Frith, chief executive of the Westmarch Children's Trust, resigned.",
            "Edna Frith",
            "chief executive of the Westmarch Children's Trust",
            "other",
        ),
        ("Assistant director Edna Frith resigned.", "Edna Frith", "Assistant director", "other-council-officer"),
        ("Fay Oake, Labour MP for Mid Westmarch, resigned.", "Fay Oake", "Labour MP for Mid Westmarch", "mp"),
        ("Mid Westmarch MP Fay Oake resigned.", "Fay Oake", "Mid Westmarch MP", "mp"),
        ("Shadow education secretary Fay Oake resigned.", "Fay Oake", "Shadow education secretary", "mp"),
        ("Children's minister Gus Pell resigned.", "Gus Pell", "Children's minister", "minister"),
        ("Ofsted's regional director, Hal Quince, resigned.", "Hal Quince", "regional director", "inspector"),
        ("Ministers named Ivy Rusk as commissioner.", "Ivy Rusk", "commissioner", "other"),
        ("Jo Sarn is standing in as interim director.", "Jo Sarn", "interim director", "director"),
        (
            "Councillor Kit Thorne (Lib Dem, Castle Ward) resigned.",
            "Kit Thorne",
            "Councillor (Lib Dem, Castle Ward)",
            "other",
        ),
        ("The elected mayor, Lil Upton, resigned.", "Lil Upton", "elected mayor", "elected-mayor"),
    ],
)
def test_a_post_beside_a_name(sentence: str, name: str, role: str, kind: str) -> None:
    (person,) = record(sentence).people
    assert person.name == name
    assert (person.role or "").casefold() == role.casefold()
    assert person.role_type == kind


def test_whom_they_serve() -> None:
    found = record(
        "Ada Vane, director of children's services, left.",
        "Mid Westmarch MP Fay Oake called it a scandal.",
        "Children's minister Gus Pell was told.",
        "Unison branch secretary Moss Idle said staff were tired.",
    )
    assert [person.organisation for person in found.people] == [
        COUNCIL, "House of Commons", "Department for Education", "Unison",
    ]  # fmt: skip
    assert found.people[1].constituency == "Mid Westmarch"


def test_party_and_interim() -> None:
    found = record("Cllr Kit Thorne (Lab) resigned.", "Jo Sarn, acting chief executive, stayed.")
    assert [(person.party, person.interim) for person in found.people] == [("Lab", False), (None, True)]


def test_a_post_that_is_only_meant_for_somebody_is_proposed() -> None:
    (person,) = record("The minister is minded to appoint Ivy Rusk as commissioner.").people
    assert person.role == "proposed commissioner"


def test_a_role_given_with_the_surname_belongs_to_the_full_name() -> None:
    (person,) = record(
        "Cllr Cleo Marsh said it was a good day.", "Ms Marsh, cabinet member for children, was glad."
    ).people
    assert person.role == "cabinet member for children"
    assert [span.quote for span in person.evidence] == ["Cllr Cleo Marsh", "Ms Marsh, cabinet member for children"]


def test_two_people_with_one_surname_are_two() -> None:
    found = record("Cllr Cleo Marsh and Cllr Dirk Marsh resigned.", "Cllr Cleo Marsh apologised.")
    assert [person.name for person in found.people] == ["Cleo Marsh", "Dirk Marsh"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Westmarch Safeguarding Children Board met on Monday in Long Barrow.",
        "Castle Ward and Mill Lane Primary School are in the county.",
        "The Great Barrow Trust runs homes for the council.",
        "A leader must listen.",
    ],
)
def test_capitals_alone_make_nobody(sentence: str) -> None:
    assert not record(sentence).people


def test_a_title_alone_is_no_name() -> None:
    assert LEAD and not record("Sir said nothing.", "The Lady left.").people
