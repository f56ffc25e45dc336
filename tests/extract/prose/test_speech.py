"""Who says what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .articles import record, said

VANE = "Ada Vane, director of children's services, resigned."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ('Ms Vane said: "We are ready."', '"We are ready."'),
        ('"We are ready," said Ms Vane.', '"We are ready,"'),
        ('"We are ready," Ms Vane told the meeting.', '"We are ready,"'),
        ('"If we are ready," she said, "we will begin."', '"If we are ready," she said, "we will begin."'),
        ('Ms Vane said that the council was "ready".', 'the council was "ready"'),
        ("The council was ready, Ms Vane said.", "The council was ready"),
        ("When all is done, she added, the council will be ready.", "the council will be ready"),
        ("According to Ms Vane, the council was ready.", "the council was ready"),
        ("The council was ready, according to Ms Vane.", "The council was ready"),
        ("She promised a plan for every child.", "a plan for every child"),
        ('She called the report "a turning point".', 'the report "a turning point"'),
        ("She denied that children had been hurt.", "denied that children had been hurt"),
        ("She told members that the money had been found.", "the money had been found"),
        ("Ms Vane, speaking on Monday, insisted that the council was ready.", "the council was ready"),
        ("Vane wrote to ministers saying the council was ready.", "the council was ready"),
        ("The director urged the leader to stay.", "urged the leader to stay"),
    ],
)
def test_one_sentence_of_hers(sentence: str, words: str) -> None:
    assert said(VANE, sentence) == [("Ada Vane", words)]


def test_a_quotation_over_paragraphs() -> None:
    assert said(VANE, 'She said: "We are ready.', '"We will begin in May."', "The meeting ended.") == [
        ("Ada Vane", '"We are ready.'),
        ("Ada Vane", '"We will begin in May."'),
    ]


def test_a_quotation_behind_a_colon_in_the_paragraph_before() -> None:
    assert said("Ada Vane, director of children's services, said:", '"We are ready."') == [
        ("Ada Vane", '"We are ready."')
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ms Vane was adamant that children were safe.", "adamant that children were safe"),
        ("Ms Vane is confident of a better grade next time.", "confident of a better grade next time"),
        ("Ms Vane blamed the loss of grants.", "blamed the loss of grants"),
        ("Ms Vane let it be known that she would stay.", "she would stay"),
        ("Ms Vane took to Twitter to say she was moved.", "she was moved"),
        ("Ms Vane considers that the council has turned a corner.", "the council has turned a corner"),
        ("Ms Vane advised ministers that the service was safe.", "the service was safe"),
        ('Ms Vane\'s view is that "the county has a plan".', '"the county has a plan"'),
        ("It is her view that a trust is not needed.", "a trust is not needed"),
        ("In Ms Vane's view, the council is ready.", "the council is ready"),
        ('Ms Vane did not mince her words. "It is a scandal."', '"It is a scandal."'),
        ('Ms Vane pulled no punches: "It is a scandal."', '"It is a scandal."'),
        ("It was, Ms Vane said, a bad day.", "It was, Ms Vane said, a bad day"),
        ("The grade was a beginning, Ms Vane thought.", "The grade was a beginning"),
        ("Ms Vane has written to ministers demanding more money.", "demanding more money"),
        ("Ms Vane, who leads the Westmarch Alliance, said she would stay.", "she would stay"),
        ("Members were told by Ms Vane that money was tight.", "money was tight"),
        ("Ms Vane was quoted as saying that it hurts.", "it hurts"),
        ("Ms Vane hailed the result, describing staff as heroes.", "heroes"),
    ],
)
def test_other_ways_in_which_she_says_it(sentence: str, words: str) -> None:
    assert said(VANE, sentence) == [("Ada Vane", words)]


def test_two_things_said_around_one_verb() -> None:
    assert said(VANE, "Staff were tired, Ms Vane told the Post, and a new company would help nobody.") == [
        ("Ada Vane", "Staff were tired"),
        ("Ada Vane", "a new company would help nobody"),
    ]


def test_a_quotation_alone_below_a_sentence_about_somebody() -> None:
    assert said("Ada Vane, the director, praised those before her.", '"It would be wrong to say we did it."') == [
        ("Ada Vane", '"It would be wrong to say we did it."')
    ]


def test_a_name_with_a_colon() -> None:
    found = record('Ada Vane: "We began to listen." Picture: Bram Tolliver')
    assert [(claim.speaker, claim.evidence[0].quote) for claim in found.claims] == [
        ("Ada Vane", '"We began to listen."')
    ]


def test_they_are_the_two_who_were_named_together() -> None:
    both = "The leader, Bram Tolliver, and the chief executive, Edna Frith, issued an apology."
    assert said(both, "They said they were sorry that it had come to this.") == [
        ("Edna Frith", "they were sorry that it had come to this"),
        ("Bram Tolliver", "they were sorry that it had come to this"),
    ]


def test_a_letter_has_several_who_sign() -> None:
    signing = "Mid Westmarch MP Fay Oake, North Westmarch MP Gus Pell and two others have signed a letter"
    assert said(f"{signing} asking ministers to step in.") == [
        ("Fay Oake", "asking ministers to step in"),
        ("Gus Pell", "asking ministers to step in"),
    ]


def test_the_owner_of_a_post_does_not_speak() -> None:
    assert said('"We lost half our nurses," said Westmarch\'s director, Ada Vane. "Now they stay."') == [
        ("Ada Vane", '"We lost half our nurses,"'),
        ("Ada Vane", '"Now they stay."'),
    ]


def test_they_are_the_inspectors_whose_praise_was_told() -> None:
    assert said('Fostering drew praise from inspectors. But there was a "culture of blame", they said.') == []


def test_two_who_speak_together() -> None:
    assert [speaker for speaker, _ in said("Cllr Cleo Marsh and Cllr Dirk Hale said the report was sound.")] == [
        "Dirk Hale",
        "Cleo Marsh",
    ]


def test_another_takes_the_word_within_a_sentence() -> None:
    words = 'The council said it was sorry about the delays and Mid Westmarch MP Fay Oake called them "a scandal".'
    assert said(words) == [
        ("Westmarch County Council", "it was sorry about the delays"),
        ("Fay Oake", '"a scandal"'),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The council said staff were ready.", "Westmarch County Council"),
        ("A council spokeswoman said staff were ready.", "council spokesperson"),
        ('A spokesman for the authority said: "We are ready."', "council spokesperson"),
        ("A Department for Education spokesperson said officials were ready.", "Department for Education"),
        ("The department said officials were ready.", "Department for Education"),
        ("A former chief inspector said staff were ready.", "former chief inspector"),
        (
            "In a statement, the county council, Westmarch Health Trust and Westmarch Police said staff were ready.",
            "Westmarch County Council",
        ),
    ],
)
def test_speakers_without_a_name(sentence: str, speaker: str) -> None:
    assert [who for who, _ in said(sentence)] == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors said children waited too long.",
        "The report warned that plans were late.",
        "Ofsted found that managers were slow. It added that records were poor.",
        "Ms Vane told her staff to go home.",
        "The council apologised.",
        "The council said sorry.",
        "Ms Vane declined to comment.",
        "Ms Vane has been in post since May.",
    ],
)
def test_what_is_no_claim(sentence: str) -> None:
    assert not said(VANE, sentence)


def test_he_is_who_spoke_last_and_not_who_was_named_last() -> None:
    found = said(
        "Chief executive Edna Frith told the meeting that a board chaired by Hal Quince, a former director, had met.",
        "She said it would meet again.",
    )
    assert found[1] == ("Edna Frith", "it would meet again")


def test_what_a_claim_asserts_of_ratings() -> None:
    (claim,) = record(
        'For the past decade services were rated as "good", Cllr Cleo Marsh said.', published="2024-01"
    ).claims
    assert (claim.asserts_grade, claim.comparator, claim.asserts_period) == ("good", "=", "P10Y/2024-01")
    assert (claim.capacity, claim.voice, claim.council) == ("councillor", "reported-speech", "Westmarch County Council")


@pytest.mark.parametrize("words", ["We will be good next year", "We are no longer inadequate", "It went for good"])
def test_hopes_and_negations_assert_no_rating(words: str) -> None:
    (claim,) = record(VANE, f"{words}, Ms Vane said.").claims
    assert claim.asserts_grade is None


def test_the_same_words_twice_are_one_claim_with_two_spans() -> None:
    words = "Cllr Cleo Marsh said the new board would start in May."
    (claim,) = record(words, "The board has seven members.", words).claims
    assert len(claim.evidence) == 2


pieces = st.lists(
    st.sampled_from(
        [
            VANE,
            "Ms Vane said ",
            '"',
            "'",
            "“We are ready,” ",
            "she added",
            ", ",
            ". ",
            "\n\n",
            "\n",
            "Cllr ",
            "and ",
            "told ",
            "according to ",
            "the council ",
            "that ",
            "Start Quote\n\n",
            "End Quote Ada Vane Director\n\n",
            "• ",
            "(Lab) ",
            ": ",
        ]
    ),
    max_size=30,
)


@given(st.one_of(pieces.map("".join), st.text(max_size=80)))
def test_no_text_raises(text: str) -> None:
    record(text)
