"""The register made from lists."""

import csv
from pathlib import Path

import pytest

from councilgraph.errors import InputError, UsageError
from councilgraph.registers import councils
from councilgraph.registers.importer import import_councils

AUTHORITY = {
    "local-authority-code": "NMR",
    "official-name": "Northmere  City Council",
    "nice-name": "Northmere",
    "gss-code": "E06999001",
    "former-gss-codes": "",
    "start-date": "2005-06-20",
    "end-date": "",
    "replaced-by": "",
    "nation": "England",
    "region": "Yorkshire and The Humber",
    "local-authority-type": "UA",
    "current-authority": "True",
    "old-ons-la-code": "991",
}
PROVIDER = {
    "urn": "89991",
    "la_code": "991",
    "la_code_new": "E06999001",
    "local_authority_ons_name": "Northmere, City of",
}


def write(
    folder: Path, authorities: list[dict[str, str]], providers: list[dict[str, str]], names: tuple[str, ...] = ()
) -> Path:
    tables = {
        "local-authorities.csv": authorities,
        "ofsted-providers.csv": providers,
        "local-authority-names.csv": [{"la-name": name, "local-authority-code": "NMR"} for name in names or ("x",)],
    }
    for name, rows in tables.items():
        with (folder / name).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, [*rows[0], "other"])
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_the_facts_of_a_council(tmp_path: Path) -> None:
    made = import_councils(write(tmp_path, [AUTHORITY], [PROVIDER]))
    (council,) = made.councils
    assert (council.slug, council.name, council.short_name) == ("northmere", "Northmere City Council", "Northmere")
    assert (council.gss, council.dfe, council.urn) == ("E06999001", "991", "89991")
    assert (council.type, council.region) == ("unitary", "yorkshire-and-the-humber")
    assert (council.former_gss, council.end, council.sources) == ((), None, ())
    assert (made.changes, made.odd) == ([], [])


def test_codes_that_the_area_had_before_are_kept(tmp_path: Path) -> None:
    recoded = AUTHORITY | {"former-gss-codes": "E06999000,E06998999"}
    folder = write(tmp_path, [recoded], [PROVIDER])
    assert import_councils(folder).councils[0].former_gss == ("E06999000", "E06998999")
    assert import_councils(folder, {"E06998999": "the-mere"}).councils[0].slug == "the-mere"


@pytest.mark.parametrize(
    ("listed", "start"),
    [
        ("2005-06-20", None),
        ("1974-04-01", None),
        ("1996-07-01", None),
        ("", None),
        ("2009-04-01", "2009-04-01"),
        ("2027-04-01", "2027-04-01"),
        ("2009-04-02", None),
    ],
)
def test_only_legal_starts_are_taken(tmp_path: Path, listed: str, start: str | None) -> None:
    made = import_councils(write(tmp_path, [AUTHORITY | {"start-date": listed}], [PROVIDER]))
    assert made.councils[0].start == start


def test_aliases_are_other_names_not_other_spellings(tmp_path: Path) -> None:
    spellings = ("Northmere", "northmere city", "city of northmere", "Northmere UA", "Northmere, City of", "NORTHMERE")
    others = ("eastvale-upon-mere", "Northmere Borough Council", "northmere borough", "The Meres UA")
    made = import_councils(write(tmp_path, [AUTHORITY], [PROVIDER], spellings + others))
    assert made.councils[0].aliases == ("Eastvale-upon-Mere", "Northmere Borough Council", "The Meres")


def test_a_slug_once_assigned_stays(tmp_path: Path) -> None:
    renamed = AUTHORITY | {"nice-name": "Greater Northmere"}
    folder = write(tmp_path, [renamed], [PROVIDER])
    assert import_councils(folder).councils[0].slug == "greater-northmere"
    assert import_councils(folder, {"E06999001": "northmere"}).councils[0].slug == "northmere"


def test_numbers_without_an_area_are_passed_over(tmp_path: Path) -> None:
    gone = PROVIDER | {"la_code_new": "", "local_authority_ons_name": "Eastvale"}
    made = import_councils(write(tmp_path, [AUTHORITY], [PROVIDER, gone]))
    assert len(made.councils) == 1
    assert made.odd == []


@pytest.mark.parametrize(
    ("authority", "provider", "words"),
    [
        ({}, {"la_code_new": "E0699900"}, "impossible la_code_new 'E0699900'"),
        ({}, {"urn": "", "la_code": "9x"}, "impossible la_code '9x', urn ''"),
        ({}, {"la_code_new": "E06999002"}, "no present authority"),
        ({"current-authority": "False"}, {}, "no present authority"),
        ({"nation": "Wales"}, {}, "no present authority"),
        ({"local-authority-type": "NMD"}, {}, "no present authority"),
        ({"region": "Mercia"}, {}, "unknown region 'Mercia'"),
    ],
)
def test_rows_that_cannot_be_used_are_reported(
    tmp_path: Path, authority: dict[str, str], provider: dict[str, str], words: str
) -> None:
    made = import_councils(write(tmp_path, [AUTHORITY | authority], [PROVIDER | provider]))
    assert made.councils == []
    assert words in made.odd[0]


def test_two_rows_for_one_thing_are_reported(tmp_path: Path) -> None:
    twin = AUTHORITY | {"gss-code": "E06999002", "local-authority-code": "TWN"}
    second = PROVIDER | {"la_code_new": "E06999002"}
    made = import_councils(write(tmp_path, [AUTHORITY, twin], [PROVIDER, PROVIDER, second]))
    assert len(made.councils) == 1
    assert [("has the area" in odd, "have the slug" in odd) for odd in made.odd] == [(True, False), (False, True)]


def test_an_authority_without_numbers_is_reported(tmp_path: Path) -> None:
    other = AUTHORITY | {"gss-code": "E06999002", "official-name": "Eastvale Council"}
    made = import_councils(write(tmp_path, [AUTHORITY, other], [PROVIDER]))
    assert made.odd == ["local-authorities.csv: Eastvale Council (E06999002) is not in ofsted-providers.csv"]


@pytest.mark.parametrize("name", ["local-authorities.csv", "local-authority-names.csv", "ofsted-providers.csv"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (write(tmp_path, [AUTHORITY], [PROVIDER]) / name).unlink()
    with pytest.raises(UsageError, match=name):
        import_councils(tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, [AUTHORITY], [{key: value for key, value in PROVIDER.items() if key != "urn"}])
    with pytest.raises(InputError, match="the column urn is missing; there are la_code,") as caught:
        import_councils(folder)
    assert caught.value.where == f"{folder / 'ofsted-providers.csv'}:1"


def test_the_register_that_ships_is_what_the_lists_give(shared: Path) -> None:
    made = import_councils(shared / "registers")
    assert made.councils == list(councils())
    assert tuple(made.changes) == councils().changes
    assert made.odd == []
    assigned = {council.gss: council.slug for council in councils() if council.gss}
    assert import_councils(shared / "registers", assigned).councils == made.councils
