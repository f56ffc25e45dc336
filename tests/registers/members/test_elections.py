"""Lists of results."""

from pathlib import Path

import pytest

from councilgraph.errors import InputError, UsageError
from councilgraph.registers.members.elections import Lists
from councilgraph.registers.members.register import Parliament

from .lists import CENTRAL, NEW_CENTRAL, NORTH, SCOTTISH, VALE, write

ROW = (CENTRAL, "Zoë", "O'Quill-Marsh", "Lab")


def test_parliaments_with_their_days_those_without_results_left_out(tmp_path: Path) -> None:
    lists = Lists([write(tmp_path, {55: [ROW], 59: [(NEW_CENTRAL, "Bo", "Quill", "LD")]})])
    assert lists.parliaments() == [Parliament(55, "2010-05-06", "2015-03-30"), Parliament(59, "2024-07-04", None)]


@pytest.mark.parametrize("number", [55, 59])
def test_results_are_read_with_and_without_a_header(tmp_path: Path, number: int) -> None:
    code = CENTRAL if number == 55 else NEW_CENTRAL
    lists = Lists([write(tmp_path, {number: [(code, *ROW[1:]), (SCOTTISH, "Ada", "Fernsby", "Lab")]})])
    first, second = lists.wins(lists.parliaments()[0])
    assert (first.code, first.name, first.party, first.english, first.writ) == (
        code,
        "Zoë O'Quill-Marsh",
        "Lab",
        True,
        "",
    )
    assert not second.english


def test_by_elections_follow_by_day_with_their_writs_whether_marked_or_not(tmp_path: Path) -> None:
    later = ("06/06/2019", "02/05/2019", (NORTH, "Bo", "Quill", "LD"))
    sooner = ("14/06/2018", "10/05/2018", (CENTRAL, "Ada", "Fernsby", "Con"))
    lists = Lists([write(tmp_path, {57: [ROW]}, {57: [later, sooner]})])
    wins = list(lists.wins(lists.parliaments()[0]))
    assert [(win.day, win.writ) for win in wins] == [
        ("2017-06-08", ""),
        ("2018-06-14", "2018-05-10"),
        ("2019-06-06", "2019-05-02"),
    ]


def test_seats_have_the_name_of_the_list_and_the_year_of_their_boundaries(tmp_path: Path) -> None:
    seats = Lists([write(tmp_path, {55: [ROW]})]).seats()
    assert sorted(seat.key for seat in seats.values()) == [
        "eastvale-2010",
        "eastvale-and-mere-2024",
        "northmere-central-2010",
        "northmere-central-2024",
        "northmere-north-and-mere-2010",
    ]
    assert seats[VALE].end == "2024-05-30" and seats[NEW_CENTRAL].end is None
    assert seats[CENTRAL].label == "Northmere Central (2010-2024)"
    assert seats[NEW_CENTRAL].label == "Northmere Central"


def test_lists_may_lie_in_two_folders(tmp_path: Path) -> None:
    write(tmp_path / "a", {55: [ROW]})
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "psephology" / "parliament_periods.csv").rename(tmp_path / "b" / "parliament_periods.csv")
    assert Lists([tmp_path / "a", tmp_path / "b"]).parliaments()[0].number == 55


def test_a_folder_without_results_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of results"):
        Lists([tmp_path]).parliaments()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("parliament_periods.csv", "55,6 May 2010,x,x,30/03/2015\n", "no day"),
        ("parliament_periods.csv", "54,05/05/2005,x,x,12/04/2010\n", "Parliament 55 is missing"),
        ("55/general-election.csv", "E14009001,Northmere\n", "2 cells"),
        ("55/general-election.csv", b"E14009001,Zo\xeb\n", "not UTF-8"),
        ("55/general-election.csv", '"E14\n', "not CSV"),
        ("constituencies-1997-2024.csv", "Name\nNorthmere\n", "missing"),
    ],
)
def test_a_malformed_list_is_one_clear_error(tmp_path: Path, name: str, text: str | bytes, words: str) -> None:
    file = write(tmp_path, {55: [ROW]}) / "psephology" / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    lists = Lists([tmp_path])
    with pytest.raises(InputError, match=words) as caught:
        lists.seats()
        for parliament in lists.parliaments():
            list(lists.wins(parliament))
    assert file.name in str(caught.value.where)
