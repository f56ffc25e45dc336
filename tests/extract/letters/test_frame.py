"""What stands above a letter's greeting and below its closing."""

import pytest

from councilgraph.extract.letters.correspondents import Correspondent

from .samples import ASSESSMENT, JOINT, MINISTER, MONITORING, OPEN, UNANNOUNCED, frame


def told(people: list[Correspondent]) -> list[tuple[str, str | None, str | None]]:
    return [(one.name, one.post, one.body) for one in people]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (UNANNOUNCED, "2010-02-17"),
        (MINISTER, "2017-03-03"),
        (OPEN, "2024-10-09"),
        (JOINT, "2016-07-20"),
        ("Date: 14/02/2019\n\nDear Ms Hollis\n\nYours sincerely", "2019-02-14"),
        ("14.02.19\n\nDear Ms Hollis\n\nYours sincerely", "2019-02-14"),
        (
            "                 Our ref: AB/12       Thursday 5th of May 2022\n\nDear Ms Hollis\n\nYours sincerely",
            "2022-05-05",
        ),
        ("June 2018\n\nDear Ms Hollis\n\nYours sincerely", "2018-06"),
        ("Dear Ms Hollis\n\nIt rained.\n\nYours sincerely\n\n3 May 2018", "2018-05-03"),
    ],
)
def test_its_date(text: str, day: str) -> None:
    found = frame(text).date
    assert found is not None and found.iso == day


def test_no_date_is_read_out_of_its_prose() -> None:
    assert (
        frame("Dear Ms Hollis\n\nSubject\n\nOn 3 May 2018 it rained, and then some more.\n\nYours sincerely").date
        is None
    )


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (UNANNOUNCED, "Annual unannounced inspection of contact, referral and assessment arrangements within Northmoor Metropolitan Borough Council children's services"),
        (MINISTER, "HARROWBY: DIRECTION"),
        ("Dear Ms Hollis\n\nRE: Fostering\n\nIt rained.\n\nYours sincerely", "Fostering"),
        ("THE FOSTERING SERVICE OF WESTMARCH\n\nDear all\n\nIt rained.\n\nYours sincerely", "THE FOSTERING SERVICE OF WESTMARCH"),
        ("Dear Ms Hollis\n\nIt rained.\n\nYours sincerely", ""),
    ],
)  # fmt: skip
def test_its_subject(text: str, subject: str) -> None:
    found = frame(text)
    assert found.subject_words == subject
    assert bool(subject) == (found.subject is not None)


def test_who_it_is_written_to() -> None:
    assert told(frame(UNANNOUNCED).addressees) == [
        ("Desmond P Arkle", "Director, Children and Young People", "Northmoor Metropolitan Borough Council")
    ]
    assert told(frame(ASSESSMENT).addressees) == [
        ("P J Garth", "Director of Children's Services", "Eastvale County Council")
    ]
    assert told(frame(JOINT).addressees) == [
        ("Marcus Fell", "Corporate Director, Children's Services", "Croydale Council"),
        ("Beatrix Orme", "Chief Constable", "Harbour Police"),
        ("Humaira Quist", "Youth Offending Service Manager", "Croydale Council"),
    ]
    two = "To: Sir Basil Crane, Chief Executive, and Councillor Una Flint, Leader, Saltmere Borough Council\n\nDear both\n\nYours"
    assert told(frame(two).addressees) == [
        ("Basil Crane", "Chief Executive", "Saltmere Borough Council"),
        ("Una Flint", "Leader", "Saltmere Borough Council"),
    ]


def test_who_signs_it() -> None:
    assert told(frame(ASSESSMENT).signatories) == [
        ("Hilary Blunt", "Divisional Manager", "Office for Standards in Education"),
        ("Jo Wimpole", "Business Director", "Commission for Social Care Inspection"),
    ]
    assert told(frame(JOINT).signatories) == [
        ("Eleanor Marchetti", "National Director, Social Care", "Ofsted"),
        ("Ursula Gale-Pym", "Deputy Chief Inspector", "Care Quality Commission"),
    ]
    assert told(frame(OPEN).signatories) == [("Josephine Treloar", "Leader of Westmarch Council", None)]
    assert [one.name for one in frame(MINISTER).senders] == ["Celia Marchbank"]


def test_who_gets_a_copy() -> None:
    assert told(frame(UNANNOUNCED).copies) == [
        ("Osbert Pryde", "Chief Executive", "Northmoor Metropolitan Borough Council"),
        ("Felicity Grange", "Chair of Northmoor Safeguarding Children Board", "Northmoor Safeguarding Children Board"),
        ("Rashid Amin", "Lead Member for Children's Services", "Northmoor Metropolitan Borough Council"),
    ]
    assert [(one.name, one.member) for one in frame(MINISTER).copies] == [("Paul Danvers", True)]


def test_ways_of_contact_and_addresses_are_nobody() -> None:
    people = [one.name for text in (UNANNOUNCED, MONITORING, OPEN) for one in frame(text).people]
    assert not {"Orla Vance", "Freshford House", "Shire Hall", "Civic Offices"} & set(people)


def test_what_is_annexed_is_kept_apart() -> None:
    text = MINISTER + "\n\nANNEX A: DIRECTION\n\n1. To keep a record of what is spent.\n"
    found = frame(text)
    assert [row.text for row in found.annex] == ["ANNEX A: DIRECTION", "1. To keep a record of what is spent."]
    assert told(found.copies) == told(frame(MINISTER).copies)
