"""Lines of a letter's frame by what they are."""

import pytest

from councilgraph.extract.letters.names import is_body, is_contact, is_interim, is_post, read_name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mr Desmond P Arkle OBE", "Desmond P Arkle"),
        ("Mrs P A Loxley", "P A Loxley"),
        ("The Rt Hon Celia Marchbank MP", "Celia Marchbank"),
        ("Cllr Rashid Amin", "Rashid Amin"),
        ("HILARY O'BRIEN-BLUNT", "Hilary O'Brien-Blunt"),
        ("JO MCADAM", "Jo McAdam"),
        ("L. Bexley", "L. Bexley"),
        ("Rhona de la Tour", "Rhona de la Tour"),
        ("Dame Hester", "Hester"),
    ],
)
def test_a_name_is_told_without_titles_and_honours(line: str, name: str) -> None:
    found = read_name(line)
    assert found is not None and found.words == name


@pytest.mark.parametrize(
    "line",
    [
        "", "Westmarch", "Civic Centre", "Children's Services", "Director of Finance", "Westmarch County Council", "12 High Street",
        "the two of them", "Ofsted", "Great Smith Street", "A B C", "Fostering and Adoption",
    ],
)  # fmt: skip
def test_what_is_no_name(line: str) -> None:
    assert read_name(line) is None


def test_letters_behind_a_name_may_be_a_post() -> None:
    found = read_name("Fenella Stokes HMI")
    assert found is not None and (found.words, found.style) == ("Fenella Stokes", "HMI")
    member = read_name("Paul Danvers MP")
    assert member is not None and member.member
    constable = read_name("Chief Constable Beatrix Orme")
    assert constable is not None and constable.style == "Chief Constable"


def test_posts_bodies_and_contacts() -> None:
    assert is_post("Strategic Director of Children's Services") and not is_post("Westmarch County Council")
    assert is_body("Commission for Social Care Inspection") and not is_body("Ada Lovell")
    assert all(
        map(is_contact, ["T 0300 123 1231", "Please ask for: Orla Vance", "a.person@example.org", "www.example.org"])
    )
    assert not is_contact("Tamsin Oddie")
    assert is_interim("Interim Director") and not is_interim("Director")
