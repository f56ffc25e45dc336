"""Results of elections to the House of Commons, as UK Parliament publishes them by Parliament.

Lists of general elections have a header from 2024 on and none before; the columns that count are the same. The county
that a list names is the ceremonial one and tells nothing of the council, so it is not read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from councilgraph.errors import InputError, UsageError
from councilgraph.registers.members.register import Parliament, Seat
from councilgraph.registers.names import slug
from councilgraph.registers.tables import read_rows, read_table

GENERAL, BY_ELECTIONS = "general-election.csv", "by-elections.csv"
PERIODS, SEATS = "parliament_periods.csv", "constituencies-1997-2024.csv"
FIRST = 55  # of the Parliaments of which the lists have results: that of 2010
_CODE = re.compile("E14[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Win:
    """A seat won.

    Attributes:
        parliament: its number.
        day: of the election, ``YYYY-MM-DD``.
        code: of the seat's area; one that does not begin with E14 is not English.
        first_name, surname: as in the list.
        party: its code in the list.
        writ: of a by-election, the day of the writ, before which the seat had become vacant; else empty.
        english: whether the seat is in England.
    """

    parliament: int
    day: str
    code: str
    first_name: str
    surname: str
    party: str
    writ: str = ""
    english: bool = True

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first_name} {self.surname}"


class Lists:
    """Files of downloaded lists, in folders or in a folder ``psephology`` of these; the first that has one counts."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._roots = [root for folder in folders for root in (folder, folder / "psephology")]

    def file(self, name: str) -> Path:
        """Where a file is, or where it should be."""
        return next((root / name for root in self._roots if (root / name).is_file()), self._roots[0] / name)

    def parliaments(self) -> list[Parliament]:
        """The Parliaments from 2010 on of which there are results, in order.

        Raises:
            UsageError: there is none.
            InputError: a list is malformed, or does not have one of them.
        """
        numbers = {
            int(folder.name)
            for root in self._roots
            if root.is_dir()
            for folder in root.iterdir()
            if re.fullmatch("[0-9]{2,3}", folder.name) and int(folder.name) >= FIRST
        }
        if not numbers:
            raise UsageError(
                "there is no folder of results, such as 55, in " + ", ".join(map(str, self._roots[::2])),
                hint="`councilgraph register --help` lists the files that it needs.",
            )
        path = self.file(PERIODS)
        known = {}
        for row in read_rows(path, 5):
            if row[0].isdecimal() and int(row[0]) in numbers:
                known[int(row[0])] = Parliament(int(row[0]), day(row[1], path), day(row[4], path) if row[4] else None)
        if missing := sorted(numbers - known.keys()):
            raise InputError(f"Parliament {missing[0]} is missing", where=str(path))
        return [known[number] for number in sorted(known)]

    def seats(self) -> dict[str, Seat]:
        """The English seats of the boundaries in use from 2010 on, by code."""
        path = self.file(SEATS)
        seats = {}
        for row in read_table(path, ["Name", "ONSCode", "StartDate", "EndDate"]):
            start = day(row["StartDate"], path)
            if _CODE.fullmatch(row["ONSCode"]) and start >= "2010":
                seats[row["ONSCode"]] = Seat(
                    key=f"{slug(row['Name'])}-{start[:4]}",
                    name=row["Name"],
                    gss=row["ONSCode"],
                    start=start,
                    end=day(row["EndDate"], path) if row["EndDate"] else None,
                )
        return seats

    def wins(self, parliament: Parliament) -> Iterator[Win]:
        """The seats won in a Parliament in the whole Kingdom, at its general election and then by day."""
        path = self.file(f"{parliament.number}/{GENERAL}")
        for cells in read_rows(path, 18):
            if cells[0] != "ONS ID":
                yield _win(parliament.number, parliament.election, cells)
        path = self.file(f"{parliament.number}/{BY_ELECTIONS}")
        rows = [row for row in read_rows(path, 20) if row[2] != "ONS ID"] if path.is_file() else []
        dated = [(day(row[0], path), day(row[1], path) if row[1] else "", row[2:]) for row in rows]
        for held, writ, cells in sorted(dated):
            yield _win(parliament.number, held, cells, writ)


def unusable(wins: Iterable[Win], seats: Iterable[str], parties: Iterable[str]) -> Iterator[str]:
    """A sentence on each English win that cannot be used."""
    known, named = set(seats), set(parties)
    for win in wins:
        said = f"the winner of {win.code or 'a seat without code'} on {win.day}"
        if win.code not in known:
            yield f"{said} has no English seat of the list of constituencies"
        elif not win.surname:
            yield f"{said} has no name"
        elif win.party not in named:
            yield f"{said} has the unknown party {win.party!r}"


def day(printed: str, where: Path) -> str:
    """``YYYY-MM-DD`` of a day as the lists write it, perhaps with a time.

    Raises:
        InputError: it is no day.
    """
    try:
        return datetime.strptime(printed.split()[0], "%d/%m/%Y").date().isoformat()
    except (ValueError, IndexError):
        raise InputError(f"{printed!r} is no day, such as 06/05/2010", where=str(where)) from None


def _win(parliament: int, held: str, cells: Sequence[str], writ: str = "") -> Win:
    return Win(
        parliament=parliament,
        day=held,
        code=cells[0],
        first_name=" ".join(cells[8].split()),
        surname=" ".join(cells[9].split()),
        party=cells[12],
        writ=writ,
        english=cells[5] == "England",
    )
