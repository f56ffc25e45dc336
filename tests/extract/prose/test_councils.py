"""The councils of a text, and which one a place in it speaks of."""

import pytest

from .inspected import COUNCIL, LEAD, councils_of, prose_of, record_of

HARROWBY = "Harrowby City Council"


def test_the_council_of_headline_and_most_names_is_the_main_one() -> None:
    found = councils_of(LEAD, f"{COUNCIL} will be helped by {HARROWBY}.")
    assert found.main == COUNCIL


def test_a_text_about_two_councils_has_no_main_one_and_goes_on_from_the_last() -> None:
    paragraphs = [
        f"Ofsted has rated {COUNCIL} good.",
        f"It has rated {HARROWBY} inadequate.",
        "The report speaks of delay.",
    ]
    found = councils_of(*paragraphs)
    text = "\n\n".join(paragraphs)
    assert found.main is None
    assert found.at(text.index("good")) == COUNCIL
    assert found.at(text.index("delay")) == HARROWBY


def test_words_before_a_name_in_their_sentence_may_be_about_it() -> None:
    paragraphs = [LEAD, f"Some 400 children are in care at {HARROWBY}."]
    assert councils_of(*paragraphs).at("\n\n".join(paragraphs).index("400")) == HARROWBY


def test_a_council_that_publishes_is_the_main_one_even_unnamed() -> None:
    found = councils_of("Ofsted has praised the council's social workers.", publisher=f"{HARROWBY} (press release)")
    assert found.main == HARROWBY
    assert [name.council for name in found.names] == [HARROWBY]


def test_the_fullest_printed_name_is_the_records() -> None:
    record = record_of("Kent council was rated good by Ofsted.", "Kent County Council said nothing.", lead=None)
    assert [council.name for council in record.councils] == ["Kent County Council"]


def test_initials_stand_for_a_council_that_has_been_named() -> None:
    paragraphs = ["Ofsted has visited Kent County Council (KCC).", "KCC said nothing."]
    found = councils_of(*paragraphs)
    assert [name.council for name in found.names] == ["Kent County Council"] * 3


def test_neighbours_named_for_comparison_are_not_written() -> None:
    record = record_of(
        "The council was rated good.",
        f"Neighbouring {HARROWBY} has services of its own.",
        "Eastvale Borough Council runs what lies beyond the river.",
        "Ada Vane, who previously worked at Upperton Borough Council, is the new director.",
    )
    assert [council.name for council in record.councils] == [COUNCIL]


def test_a_council_that_helps_is_written() -> None:
    record = record_of("The council was rated inadequate.", f"{HARROWBY} is its improvement partner.")
    assert [council.name for council in record.councils] == [COUNCIL, HARROWBY]


def test_a_text_on_another_subject_has_no_councils() -> None:
    assert councils_of("Kent County Council will mend the road at Dover.").names == []
    assert prose_of("Kent County Council will mend the road.").sentences


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Ann Moor, who used to run children's services in Camden, was named as adviser.", []),
        ("Sir Ray Hale, once the chief executive of Cheshire East, will chair the board.", []),
        ("Essex County Council and Kent County Council, which have their own inspections, aren't covered.", []),
        ("Kent and Essex councils were not inspected.", []),
        ("Its neighbours Kent and Essex have fared better.", []),
        ("The director is on secondment from Lincolnshire County Council.", ["Lincolnshire County Council"]),
        ("She has asked Leeds City Council to look at how referrals are sifted.", ["Leeds City Council"]),
        ("Kent County Council, its larger neighbour, will provide an early help team.", ["Kent County Council"]),
        ("The night team is shared with Wiltshire Council.", ["Wiltshire Council"]),
    ],
)
def test_councils_that_help_are_told_of_and_others_are_not(sentence: str, named: list[str]) -> None:
    record = record_of("Its children's services were rated inadequate.", sentence)
    assert [c.name for c in record.councils if c.name != COUNCIL] == named


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HARROWBY}, an entirely different council, got a good in 2017.",
        f"{HARROWBY}, so often mistaken for it, is a different authority.",
        f"{HARROWBY} has asked us to point out that it has nothing to do with the report.",
        f"We are grateful to {HARROWBY} for its visit.",
        f"He told a conference in {HARROWBY} that all was well.",
        f"Ada Vane, a former director of {HARROWBY}, has been named as commissioner.",
    ],
)
def test_a_council_that_stands_apart_is_none_of_the_records(sentence: str) -> None:
    record = record_of("It was judged good.", sentence)
    assert [one.name for one in record.councils] == [COUNCIL]


def test_a_helper_named_often_is_not_what_the_text_is_about() -> None:
    found = councils_of(
        f"Children in {COUNCIL}'s care are safer, Ofsted says.",
        f"{HARROWBY}'s Ada Vane, who runs both departments, was glad. {HARROWBY} has agreed to lend managers.",
    )
    assert found.main == COUNCIL


def test_an_island_is_its_council_once_that_is_named() -> None:
    found = councils_of("Ofsted has been to the Isle of Wight Council.", "The island has had two inspections.")
    assert [name.council for name in found.names] == ["Isle of Wight Council"] * 2


def test_a_council_told_to_take_over_is_not_what_it_means() -> None:
    record = record_of(
        f"Ofsted called it inadequate in 2013, and ministers told {HARROWBY} to take over the running of its services. "
        "A 'good' verdict followed in 2018.",
        lead=f"{COUNCIL} is on the mend, says Ofsted.",
    )
    councils = {one.id: one.council for one in record.inspections}
    assert [(councils[j.inspection], j.grade) for j in record.judgements] == [
        (COUNCIL, "inadequate"),
        (COUNCIL, "good"),
    ]


def test_the_first_part_of_a_place_is_no_name_for_a_record() -> None:
    record = record_of("It was rated good.", lead="Ofsted has been to Bath council.")
    assert [one.name for one in record.councils] == ["Bath and North East Somerset Council"]
