"""Who is the same person."""

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.registers.members.elections import Win
from councilgraph.registers.members.identity import Names, same_people

ORIGINS = {"n1": ["a", "b"], "n2": ["b", "c"]}
NAMES = Names({"edward": ["ed", "ted"], "joseph": ["jo"], "joanne": ["jo"]})


def win(parliament: int, code: str, name: str, party: str = "Lab") -> Win:
    first, _, surname = name.partition("/") if "/" in name else name.partition(" ")
    return Win(parliament, str(2000 + parliament), code, first, surname, party)


def people(*wins: Win, others: tuple[Win, ...] = ()) -> list[list[tuple[int, str]]]:
    found = same_people(wins, (*wins, *others), ORIGINS, NAMES)
    return [[(w.parliament, w.code) for w in person] for person in found]


def test_the_same_name_in_the_same_seat_is_one_person_for_whatever_party_and_after_whatever_time() -> None:
    assert people(win(55, "a", "Bo Quill"), win(58, "a", "Bo Quill", "LD")) == [[(55, "a"), (58, "a")]]


def test_accents_case_and_hyphens_make_no_other_person() -> None:
    assert len(people(win(55, "a", "Zoë O'Quill-Marsh"), win(56, "a", "Zoe O’quill marsh"))) == 1


def test_a_seat_that_took_people_over_counts_as_the_same() -> None:
    assert people(win(58, "a", "Bo Quill"), win(59, "n1", "Bo Quill")) == [[(58, "a"), (59, "n1")]]
    assert len(people(win(58, "a", "Bo Quill"), win(59, "n2", "Bo Quill", "LD"))) == 2


def test_short_forms_of_a_first_name_are_one_person_in_one_seat_and_party_only() -> None:
    assert len(people(win(55, "a", "Edward Quill"), win(56, "a", "Ed Quill"), win(57, "a", "Ted Quill"))) == 1
    assert len(people(win(55, "a", "Edward Quill"), win(56, "a", "Ed Quill", "LD"))) == 2
    assert len(people(win(55, "a", "Edward Quill"), win(56, "z", "Ed Quill"))) == 2


def test_names_that_share_a_short_form_are_two_people() -> None:
    assert len(people(win(55, "a", "Joseph Quill"), win(56, "a", "Joanne Quill"))) == 2


def test_a_further_first_name_makes_no_other_person_in_one_seat() -> None:
    assert len(people(win(55, "a", "Bo Marie/Quill"), win(56, "a", "Bo Quill"))) == 1


def test_relatives_who_follow_one_another_are_two_people() -> None:
    assert len(people(win(55, "a", "Bo Quill"), win(56, "a", "Ada Quill"))) == 2


def test_another_seat_in_the_next_parliament_is_one_person_where_name_and_party_are_alone() -> None:
    assert len(people(win(55, "a", "Bo Quill"), win(56, "z", "Bo Quill"))) == 1
    assert len(people(win(55, "a", "Bo Quill"), win(56, "z", "Bo Quill", "LD"))) == 2
    assert len(people(win(55, "a", "Bo Quill"), win(57, "z", "Bo Quill"))) == 2
    assert len(people(win(55, "a", "Ed Quill"), win(56, "z", "Edward Quill"))) == 2


def test_a_namesake_anywhere_in_the_kingdom_keeps_seats_apart() -> None:
    for parliament in (55, 56):
        namesake = win(parliament, "scottish", "Bo Quill", "SNP")
        assert len(people(win(55, "a", "Bo Quill"), win(56, "z", "Bo Quill"), others=(namesake,))) == 2


def test_of_two_whose_seats_a_new_one_joins_the_one_who_sat_last_goes_on() -> None:
    found = people(win(55, "a", "Bo Quill"), win(58, "b", "Bo Quill"), win(59, "n1", "Bo Quill"))
    assert found == [[(55, "a")], [(58, "b"), (59, "n1")]]


@given(
    st.lists(
        st.builds(
            win,
            st.integers(55, 59),
            st.sampled_from(["a", "b", "c", "n1", "n2"]),
            st.sampled_from(["Bo Quill", "Ed Quill", "Edward Quill", "Ada Marsh"]),
            st.sampled_from(["Lab", "LD"]),
        ),
        max_size=8,
    )
)
def test_every_win_is_one_persons_and_no_one_has_two_surnames(wins: list[Win]) -> None:
    wins.sort(key=lambda w: w.day)
    found = same_people(wins, wins, ORIGINS, NAMES)
    assert sorted(map(id, (w for person in found for w in person))) == sorted(map(id, wins))
    for person in found:
        assert len({w.surname for w in person}) == 1
        assert [w.day for w in person] == sorted(w.day for w in person)
