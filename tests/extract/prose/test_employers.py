"""Posts at other bodies than councils, and posts told by what somebody does."""

import pytest

from .articles import LEAD, record


def kind_of(sentence: str) -> tuple[str, str | None]:
    """The type of the only person's post and whom it serves."""
    (person,) = record(LEAD, sentence).people
    return person.role_type, person.organisation


@pytest.mark.parametrize(
    ("sentence", "kind", "body"),
    [
        ("Ada Vane, the company's chief executive, resigned.", "other", None),
        (
            "The bill is put at £3m by the Institute for Quiet Streets, whose director, Ada Vane, is a critic.",
            "other",
            "Institute for Quiet Streets",
        ),
        (
            "The work passes to Bright Lanes for Children, which has just named Ada Vane as managing director.",
            "other",
            "Bright Lanes for Children",
        ),
        (
            "Ada Vane, Chief Executive, Mere Valley Hospitals Trust, said it was time.",
            "other",
            "Mere Valley Hospitals Trust",
        ),
        ("Ada Vane, the inspectorate's director of social care, said it was time.", "inspector", "Ofsted"),
        ("Ada Vane of Ofsted said it was time.", "inspector", "Ofsted"),
        ("Ada Vane, who led the inspection, said it was time.", "inspector", "Ofsted"),
        ("Ada Vane, who represents Mid Westmarch in Parliament, wants a debate.", "mp", "House of Commons"),
        ("The man who ran the department, Bram Oake, has gone.", "director", "Westmarch County Council"),
        ("Bram Oake is running the department for now.", "director", "Westmarch County Council"),
        (
            "Councillor Bram Oake, who took the children's portfolio in May, resigned.",
            "cabinet-member",
            "Westmarch County Council",
        ),
        ("Bram Oake, whose cabinet brief includes children, resigned.", "cabinet-member", "Westmarch County Council"),
        (
            "Independent councillor Bram Oake, who holds the portfolio for children, resigned.",
            "cabinet-member",
            "Westmarch County Council",
        ),
        ("Cllr Bram Oake (Con), leader of Westmarch, said no.", "council-leader", "Westmarch County Council"),
        ("Bram Oake, the Liberal Democrat leader of Westmarch, said no.", "council-leader", "Westmarch County Council"),
    ],
)
def test_whose_post_it_is(sentence: str, kind: str, body: str | None) -> None:
    assert kind_of(sentence) == (kind, body)


def test_titles_of_several_are_each_ones() -> None:
    people = record(LEAD, "Inspectors Ada Vane and Bram Oake came in May.").people
    assert [(p.name, p.role_type, p.role) for p in people] == [
        ("Ada Vane", "inspector", "Inspector"),
        ("Bram Oake", "inspector", "Inspector"),
    ]


def test_councillors_who_do_something_are_no_title() -> None:
    assert record(LEAD, "There was a row at Mere Wharf as councillors read the letter.").people == []


def test_an_office_whose_words_are_told_is_the_councillors_before() -> None:
    (person,) = record(
        LEAD, "Cllr Bram Oake was there.", '"I\'ll take it," said the executive member for children.'
    ).people
    assert person.role_type == "cabinet-member"


def test_a_second_post_that_the_next_sentence_tells() -> None:
    (person,) = record(
        LEAD, "Ministers sent Ada Vane as commissioner. She is also the chief executive of Harrowby City Council."
    ).people
    assert (person.role_type, person.organisation) == ("other-council-officer", "Harrowby City Council")


def test_a_former_office_elsewhere_gives_way_to_what_somebody_does_now() -> None:
    people = record(
        LEAD, "A board will be set up. It will be run by Ada Vane, a former chief executive of Harrowby City Council."
    ).people
    assert [p.role_type for p in people] == ["other"]


def test_a_members_colleague_is_one_too() -> None:
    people = record(
        LEAD, "North Westmarch MP Ada Vane is angry. Her Mereside colleague Bram Oake would rather wait."
    ).people
    assert [p.role_type for p in people] == ["mp", "mp"]
