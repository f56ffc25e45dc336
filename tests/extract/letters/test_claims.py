"""What those who sign letters assert."""

import pytest

from .samples import quotes, record

LETTER = """\
3 March 2017

Cllr Tobias Renshaw
Leader of the Council
Harrowby City Council

Dear Councillor Renshaw,

Ofsted's report on children's services in Harrowby was published on 27 January 2017.

{words}

Yours sincerely,

Celia Marchbank MP
Secretary of State for Education
"""


def said(words: str) -> list[str]:
    found = record(LETTER.format(words=words))
    assert all((one.speaker, one.voice) == ("Celia Marchbank", "own-voice") for one in found.claims)
    return quotes(found, "claims")


@pytest.mark.parametrize(
    "words",
    [
        "I am deeply concerned by what I read.",
        "I welcome your openness, and I accept that you have made a start.",
        "We do not want to take the service out of your hands.",
        "To the families whom we kept waiting, I am sorry.",
        "Harrowby has had five years in which to improve and it has not done so.",
        "No-one will be sacked for telling the truth.",
        "This is not good enough.",
    ],
)
def test_views_apologies_and_undertakings(words: str) -> None:
    assert said(words) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for coming to see me on 9 February.",
        "I am copying this letter to your Chief Executive.",
        "I wrote to you about this last summer.",
        "I look forward to hearing from you.",
        "I am today issuing a direction to the council.",
        "If the council does not comply, I may use my powers.",
        "Inspectors found that children waited too long.",
        "In 2013 we were told that services were inadequate.",
        "What will happen next?",
    ],
)
def test_courtesies_acts_and_what_others_found_are_none(words: str) -> None:
    assert not said(words)


def test_what_only_goes_on_belongs_to_the_sentence_before() -> None:
    assert said("I thought that we were doing better. We weren't. I take the blame for that.") == [
        "I thought that we were doing better. We weren't. I take the blame for that."
    ]


def test_in_a_letter_of_inspectors_nobody_speaks() -> None:
    text = LETTER.format(words="We are concerned that plans drift.").replace("Celia Marchbank MP", "Ada Lovell")
    assert not record(text.replace("Secretary of State for Education", "Her Majesty's Inspector")).claims
