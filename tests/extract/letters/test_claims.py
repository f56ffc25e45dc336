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
        "I welcome your candour, and I accept that a start has been made.",
        "We do not wish to take the service from you.",
        "To the families whom we failed, I am sorry.",
        "Harrowby has had long enough to mend its ways.",
        "Nobody will lose a job for telling the truth.",
        "This is not good enough.",
        "It troubles me that nobody noticed.",
        "It is clear to me that the council lacks grip.",
        "In my judgement the pace of change is too slow.",
        "What I saw on my visit gave me hope.",
        "As leader I take full responsibility.",
        "Children in Harrowby have waited long enough.",
        "This has been the hardest week of my career.",
        "No family should have to wait so long.",
        "It would be wrong to see this as the end of the road.",
        "Should she find that it cannot, I shall not shrink from moving it elsewhere.",
        "I had wished to be writing to you of better news.",
        "1. I was struck, on my visit in May, by the frankness of your staff.",
    ],
)
def test_views_apologies_and_undertakings(words: str) -> None:
    assert said(words) == [words.removeprefix("1. ")]


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("She reports that morale is fragile.", "morale is fragile"),
        ('The Commissioner\'s view is that "the city has a plan".', '"the city has a plan"'),
        ("It is her view that a trust is not needed.", "a trust is not needed"),
        ("Ms Vane considers that the council has turned a corner.", "the council has turned a corner"),
        ("Ms Vane has advised me that the service is safe.", "the service is safe"),
    ],
)
def test_what_others_are_reported_as_saying(words: str, claim: str) -> None:
    opening = "I have the latest report of the Commissioner, Ada Vane, on Harrowby City Council."
    found = record(LETTER.format(words=f"{opening} {words}"))
    assert ("Ada Vane", claim) in [(one.speaker, one.evidence[0].quote) for one in found.claims]


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for seeing me in London on 9 February.",
        "I am copying this letter to your Chief Executive.",
        "I wrote to you about this last summer.",
        "I look forward to hearing from you.",
        "I am today issuing a direction to the council.",
        "Should the council not comply, I may use my powers.",
        "Inspectors found that teenagers waited too long.",
        "In 2013 we were told that services were inadequate.",
        "What will happen next?",
        "You may have heard that inspectors came in May.",
        "I should add that they praised your night desk.",
    ],
)
def test_courtesies_acts_and_what_others_found_are_none(words: str) -> None:
    assert not said(words)


def test_what_only_goes_on_belongs_to_the_sentence_before() -> None:
    assert said("I thought that we were doing better. We weren't. I take the blame for that.") == [
        "I thought that we were doing better. We weren't. I take the blame for that."
    ]


def test_a_view_without_an_i_goes_on_from_the_one_before() -> None:
    assert said("I blame no officer of ours. A mayor must keep the house in order.") == [
        "I blame no officer of ours. A mayor must keep the house in order."
    ]


def test_who_signs_by_name_alone_speaks() -> None:
    text = LETTER.format(words="I am ashamed of what I read.").replace(" MP\nSecretary of State for Education", "")
    text = "From the Leader of the Council\n\n" + text
    (claim,) = record(text).claims
    assert (claim.speaker, claim.capacity) == ("Celia Marchbank", "Leader of the Council")


def test_in_a_letter_of_inspectors_nobody_speaks() -> None:
    text = LETTER.format(words="We are concerned that plans drift.").replace("Celia Marchbank MP", "Ada Lovell")
    assert not record(text.replace("Secretary of State for Education", "Her Majesty's Inspector")).claims
