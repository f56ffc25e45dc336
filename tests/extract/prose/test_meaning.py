"""Whom a speaker means: by pronoun, by office, by trade, by what they put out."""

import pytest

from .articles import said

FLINT = "Cllr Una Flint, leader of the council, resigned."


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Ada Vane (Lab), leader of the council, said the money was there.", ("Ada Vane", "the money was there")),
        ("The Labour councillor for Eastgate told the Echo the money was there.", ("Una Flint", "the money was there")),
        ("The mother of three then denied that it was late.", ("Una Flint", "denied that it was late")),
        ("Town hall bosses said the money was there.", ("Westmarch County Council", "the money was there")),
        (
            "It was an idea of the Department for Education, which said that help was late.",
            ("Department for Education", "help was late"),
        ),
        (
            "Help was late, according to the Institute of Family Law.",
            ("Institute of Family Law", "Help was late"),
        ),
    ],
)
def test_who_is_meant(sentence: str, claim: tuple[str, str]) -> None:
    assert claim in said(FLINT, sentence)


def test_a_trade_beside_a_name_is_no_speaker() -> None:
    found = said(FLINT, "Cllr Una Flint, a retired teacher, said the money was there.")
    assert found == [("Una Flint", "the money was there")]


def test_a_spokesman_alone_is_of_the_body_that_spoke() -> None:
    found = said('The Department for Education said it would act. "Children deserve better," a spokesman said.')
    assert found[-1] == ("Department for Education", '"Children deserve better,"')


def test_a_statement_is_of_all_who_put_it_out() -> None:
    found = said(
        "The chief executive, Ada Vane, and the director of children's services, Tom Oake, put out a statement.",
        "Ada Vane, the chief executive, and Tom Oake, the director of children's services, issued a statement. "
        '"We are sorry," it began.',
    )
    assert {speaker for speaker, words in found if words.startswith('"We are sorry')} == {"Ada Vane", "Tom Oake"}


def test_what_a_paper_was_asked_to_make_clear_is_no_claim() -> None:
    assert not said("Westmarch County Council has asked us to point out that this is not about its schools.")
