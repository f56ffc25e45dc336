"""Lists of elections in a country of two fictional counties, as they are published."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from councilgraph.rdf import BASE
from councilgraph.registers import Change, Council, CouncilRegister

CENTRAL, NORTH, VALE = "E14009001", "E14009002", "E14009003"
NEW_CENTRAL, NEW_VALE = "E14009101", "E14009102"
SCOTTISH = "S14009001"
NAMES = {
    CENTRAL: "Northmere Central",
    NORTH: "Northmere, North and Mere",
    VALE: "Eastvale",
    NEW_CENTRAL: "Northmere Central",
    NEW_VALE: "Eastvale and Mere",
    SCOTTISH: "Glen Quillan",
}
COUNCILS = CouncilRegister(
    [
        Council("northmere", BASE + "id/council/northmere", "Northmere County Council", "Northmere", gss="E10009001"),
        Council("westmere", BASE + "id/council/westmere", "Westmere Council", "Westmere", gss="E06009009"),
        Council("oldvale", BASE + "id/council/oldvale", "Oldvale County Council", "Oldvale", end="2019-03-31"),
        Council(
            "eastvale",
            BASE + "id/council/eastvale",
            "Eastvale Council",
            "Eastvale",
            gss="E06009001",
            start="2019-04-01",
        ),
    ],
    [Change("oldvale-2019", "Oldvale to Eastvale", "2019-04-01", ("oldvale",), ("eastvale",), "https://example.org/l")],
)
_GENERAL_HEAD = ["ONS ID", "ONS region ID", "Constituency name", "County name", *["x"] * 14]
_SHIRES = {CENTRAL: "Ceremonialshire", NORTH: "Ceremonialshire"}

Row = tuple[str, str, str, str]  # code, first name, surname, party


def result(code: str, first_name: str, surname: str, party: str) -> list[str]:
    """A row of a list of results."""
    country = "England" if code.startswith("E") else "Scotland"
    return [
        code, "E12000001", NAMES.get(code, "Nowhere").title(), _SHIRES.get(code, ""), "North East", country, "County",
        "07/05/2010 03:05", first_name, surname, "F", f"{party} hold", party, "Lab", "70000", "40000", "50", "900",
        "1", "2",
    ]  # fmt: skip


def write(
    folder: Path,
    general: dict[int, Sequence[Row]],
    by_elections: dict[int, Sequence[tuple[str, str, Row]]] | None = None,
    districts: Iterable[Sequence[object]] = (
        (CENTRAL, "E07009001", 60_000.0),
        (NORTH, "E07009001", 30_000.0),
        (NORTH, "E06009001", 10_000.0),
        (VALE, "E06009001", 50_000.0),
    ),
    successions: Iterable[Sequence[object]] = (
        (CENTRAL, NEW_CENTRAL, 1.0, 0.8),
        (NORTH, NEW_CENTRAL, 0.5, 0.2),
        (NORTH, NEW_VALE, 0.5, 0.25),
        (VALE, NEW_VALE, 1.0, 0.75),
    ),
) -> Path:
    """The lists in a folder; by-elections are day, day of the writ and row."""
    table = folder / "psephology"
    periods = {
        55: ("06/05/2010", "30/03/2015"),
        56: ("07/05/2015", "03/05/2017"),
        57: ("08/06/2017", "05/11/2019"),
        58: ("12/12/2019", "30/05/2024"),
        59: ("04/07/2024", ""),
    }
    for number, rows in general.items():
        head = [_GENERAL_HEAD] if number >= 59 else []
        _csv(table / str(number) / "general-election.csv", [*head, *(result(*row) for row in rows)])
    for number, held in (by_elections or {}).items():
        head = ["By-election date", "Writ date", *_GENERAL_HEAD]
        rows_ = [[day, writ, *result(*row)] for day, writ, row in held]
        _csv(table / str(number) / "by-elections.csv", [head, *rows_], mark=number >= 57)
    _csv(
        table / "parliament_periods.csv",
        [["1", "coopted 01 January 1801", "22/01/1801", "02/02/1801", "29/06/1802"]]
        + [[str(n), first, "x", "x", last, "Q1"] for n, (first, last) in periods.items()],
    )
    old, new = ("13/04/2010 00:00", "30/05/2024 00:00"), ("31/05/2024 00:00", "")
    _csv(
        table / "constituencies-1997-2024.csv",
        [["Name", "ONSCode", "Constituency_Id", "StartDate", "EndDate"]]
        + [["Northmere Central", "E14000001", "1", "09/04/1997 00:00", "12/04/2010 00:00"]]
        + [[NAMES[code], code, "1", *old] for code in (CENTRAL, NORTH, VALE, SCOTTISH)]
        + [[NAMES[code], code, "1", *new] for code in (NEW_CENTRAL, NEW_VALE)],
        mark=True,
    )
    _csv(
        table / "constituency-area-overlaps.csv",
        [[f"{a}{b}", a, NAMES[a], b, NAMES[b], gives, takes, 0, 0, 0, 0] for a, b, gives, takes in successions],  # type: ignore[index]
        mark=True,
    )
    _csv(
        folder / "constituency-2010-district-overlaps.csv",
        [["PARL10", "LAD23", "percentage_overlap_pop", "overlap_pop"]] + [[s, d, "0", n] for s, d, n in districts],
    )
    _csv(
        folder / "local-authorities.csv",
        [
            ["local-authority-code", "gss-code", "county-la", "local-authority-type"],
            ["NMR", "E10009001", "", "CTY"],
            ["MRE", "E07009001", "NMR", "NMD"],
            ["EVL", "E06009001", "", "UA"],
        ],
    )
    return folder


def _csv(path: Path, rows: Iterable[Sequence[object]], mark: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
