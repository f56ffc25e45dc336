"""Names of inspectors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.people import read_inspectors


def names(text: str) -> list[str]:
    return [person.name for person in read_inspectors(text).named]


@pytest.mark.parametrize(
    "field",
    [
        "Isolde Fennimarch",
        "Isolde Fennimarch HMI",
        "Isolde Fennimarch, H M I",
        "Isolde Fennimarch (H.M.I.)",
        "Isolde Fennimarch, His Majesty’s Inspector",
        "Isolde Fennimarch, Her Majesty's Inspector",
        "Isolde Fennimarch, Her Majesty ’s Inspector",
        "Isolde Fennimarch Her Majestys Inspector",
        "Isolde Fennimarch, His Majesty’s Inspector1",
        "Isolde Fennimarch\nHer Majesty’s Inspector",
        "Isolde Fennimarch, His Majesty’s\nInspector (HMI)",
        "Isolde\nFennimarch,His Majesty’s Inspector",
        "Isolde Fennimarch, Senior His Majesty’s Inspector",
        "Isolde Fennimarch, SHMI",
        "Isolde Fennimarch, Ofsted Inspector, Social Care",
        "Dr Isolde Fennimarch HMI",
        "Mrs. Isolde Fennimarch HMI",
    ],
)
def test_an_office_is_no_part_of_a_name(field: str) -> None:
    found = read_inspectors(field)
    assert [person.name for person in found.named] == ["Isolde Fennimarch"]
    assert found.unread == ()


@pytest.mark.parametrize(
    "field",
    [
        "Isolde Fennimarch, His Majesty’s Inspector, and Bram Tolliver, His\nMajesty’s Inspector",
        "Isolde Fennimarch, His Majesty’s Inspector\nBram Tolliver, His Majesty’s Inspector",
        "Isolde Fennimarch\nBram Tolliver\nHer Majesty’s Inspectors",
        "Isolde Fennimarch and Bram Tolliver, Her Majesty’s Inspectors",
        "Isolde\nFennimarch HMI and Bram\nTolliver HMI",
        "Isolde Fennimarch HMI, Bram Tolliver HMI",
        "Isolde Fennimarch & Bram Tolliver",
        "Isolde Fennimarch/Bram Tolliver HMI",
    ],
)
def test_two_inspectors_however_they_are_parted(field: str) -> None:
    found = read_inspectors(field)
    assert [person.name for person in found.named] == ["Isolde Fennimarch", "Bram Tolliver"]
    assert found.unread == ()


@pytest.mark.parametrize(
    "name",
    [
        "Máire O’Fennimarch",
        "Isolde Fenni-March",
        "Isolde McFennimarch",
        "Isolde van der March",
        "Isolde M. Fennimarch",
        "I Fennimarch",
        "Jo-Anne d'Arblay",
    ],
)
def test_a_name_is_as_printed(name: str) -> None:
    assert names(f"{name}, HMI") == [name]


def test_a_name_that_breaks_at_its_hyphen_is_put_together() -> None:
    text = "Isolde Fenni-\nMarch, HMI"
    (person,) = read_inspectors(text).named
    assert person.name == "Isolde Fenni-March"
    assert text[person.start : person.end] == "Isolde Fenni-\nMarch"


@pytest.mark.parametrize(
    ("field", "unread"),
    [
        ("Isolde, HMI", ("Isolde",)),
        ("Isolde fennimarch, HMI", ("Isolde fennimarch",)),
        ("the team of the North", ("the team of the North",)),
        ("Social Care, Regional Director", ()),
        ("HMI", ()),
        ("", ()),
    ],
)
def test_what_is_no_name_is_told_and_not_guessed(field: str, unread: tuple[str, ...]) -> None:
    found = read_inspectors(field)
    assert found.named == ()
    assert found.unread == unread


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "Bram Tolliver, Isolde Fennimarch HMI, Ottoline Quayle"
    start = text.index("Isolde")
    (person,) = read_inspectors(text, start, text.index(", Otto")).named
    assert (person.name, person.start) == ("Isolde Fennimarch", start)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["Isolde", "Fennimarch", "HMI", "\n", ",", "and", "Her Majesty’s", "Inspector", "-\n", "Dr"]
            ),
            st.text(max_size=5),
        )
    )
)
def test_names_stand_in_the_field(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for person in read_inspectors(text).named:
        assert last <= person.start < person.end <= len(text)
        assert "".join(person.name.split()) == "".join(text[person.start : person.end].split())
        last = person.end
