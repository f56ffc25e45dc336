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
            "Bram Tolliver, who has led the council for two years, resigned.",
            "Bram Tolliver",
            "has led the council",
            "council-leader",
        ),
        ("Cllr Cleo Marsh, deputy leader, resigned.", "Cleo Marsh", "deputy leader", "cabinet-member"),
        (
            "Cabinet Member for Children, Skills and Play, Cllr Cleo Marsh, resigned.",
            "Cleo Marsh",
            "Cabinet Member for Children, Skills and Play",
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
        ("Jo Sarn stands in as interim director.", "Jo Sarn", "interim director", "director"),
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


@pytest.mark.parametrize(
    ("sentence", "name", "role", "kind"),
    [
        (
            "Cllr Cleo Marsh, who holds the children's brief on the cabinet, resigned.",
            "Cleo Marsh",
            "holds the children's brief on the cabinet",
            "cabinet-member",
        ),
        (
            "Cllr Cleo Marsh, who was given responsibility for children in May, resigned.",
            "Cleo Marsh",
            "was given responsibility for children",
            "cabinet-member",
        ),
        ("Edna Frith, who runs children's services, resigned.", "Edna Frith", "runs children's services", "director"),
        ("Edna Frith, who ran children's services, resigned.", "Edna Frith", "ran children's services", "other"),
        (
            "Dr Edna Frith, who chairs the Westmarch Safeguarding Board, resigned.",
            "Edna Frith",
            "chairs the Westmarch Safeguarding Board",
            "other",
        ),
        (
            "Cllr Dirk Hale, who leads the Independent group, spoke.",
            "Dirk Hale",
            "leads the Independent group",
            "other",
        ),
        (
            "Dirk Hale, who speaks on children's services for the opposition, spoke.",
            "Dirk Hale",
            "speaks on children's services for the opposition",
            "other",
        ),
        (
            "Edna Frith, the county's third director of children's services in two years, spoke.",
            "Edna Frith",
            "director of children's services",
            "director",
        ),
        ("A new board is to be chaired by Sir Ivor Rusk.", "Ivor Rusk", "chaired by", "other"),
        ("The authority, led by Dirk Hale, is in Westmarch.", "Dirk Hale", "led by", "council-leader"),
        ("The council's leader, Conservative Dirk Hale, resigned.", "Dirk Hale", "leader", "council-leader"),
        ("The commissioner sent in by the minister, Ivy Rusk, resigned.", "Ivy Rusk", "commissioner", "other"),
        (
            "The director of children's services has quit. Edna Frith, who came in May, told staff by email.",
            "Edna Frith",
            "director of children's services",
            "director",
        ),
        (
            "Edna Frith, chief executive of Families First and also the county's director of children's services, spoke.",
            "Edna Frith",
            "director of children's services",
            "director",
        ),
        (
            "Children's commissioner for England Dame Ivy Rusk spoke.",
            "Ivy Rusk",
            "Children's commissioner for England",
            "other",
        ),
        (
            "Its cabinet councillor for youngsters, Cleo Marsh, spoke.",
            "Cleo Marsh",
            "cabinet councillor for youngsters",
            "cabinet-member",
        ),
        (
            "Jo Sarn, who is on loan from Harrowby as interim director, spoke.",
            "Jo Sarn",
            "interim director",
            "director",
        ),
    ],
)
def test_a_post_told_by_a_verb_or_apart_from_the_name(sentence: str, name: str, role: str, kind: str) -> None:
    (person,) = record(sentence).people
    assert (person.name, person.role, person.role_type) == (name, role, kind)


@pytest.mark.parametrize(
    ("sentence", "kind", "interim"),
    [
        ("Her deputy, Edna Frith, is filling in.", "director", True),
        ("Her deputy, Edna Frith, was praised.", "other-council-officer", False),
        ("She took over from Edna Frith.", "director", False),
        ("Her predecessor, Edna Frith, left in May.", "director", False),
    ],
)
def test_those_who_stand_to_the_holder_of_a_post(sentence: str, kind: str, interim: bool) -> None:
    director, other = record(f"The director of children's services, Ada Vane, resigned. {sentence}").people
    assert director.role_type == "director"
    assert (other.name, other.role_type, other.interim) == ("Edna Frith", kind, interim)


def test_a_perfect_tells_no_duty() -> None:
    (person,) = record("Ada Vane, a former director, has told ministers that the service is safe.").people
    assert person.role == "former director"
    assert record("Ada Vane has told ministers that the service is safe.").people[0].role is None


def test_a_knight_is_called_by_the_given_name() -> None:
    found = record("Sir Ivor Rusk, a retired judge, will report in May.", 'Sir Ivor said he was "ready".')
    assert [person.name for person in found.people] == ["Ivor Rusk"]
    assert [claim.speaker for claim in found.claims] == ["Ivor Rusk"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Families First, which runs homes, was praised.",
        "Northmere Rovers took over from Castle United.",
        "The director has gone. Castle Street was closed.",
    ],
)
def test_clauses_and_successions_of_what_is_no_person(sentence: str) -> None:
    assert all(person.role_type == "other" and person.role is None for person in record(sentence).people)
