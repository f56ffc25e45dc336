"""Councils that are no more: the list's and those kept by hand."""

import csv
from pathlib import Path

import pytest

from councilgraph.registers.former import former_kept
from councilgraph.registers.importer import Imported, import_councils

ROW = {
    "former-gss-codes": "",
    "start-date": "2023-04-01",
    "end-date": "",
    "replaced-by": "",
    "nation": "England",
    "region": "North West",
    "local-authority-type": "UA",
    "current-authority": "True",
    "old-ons-la-code": "",
}
GONE = {
    "end-date": "2023-04-01",
    "replaced-by": "CBD,WAF",
    "local-authority-type": "CTY",
    "current-authority": "False",
    "old-ons-la-code": "909",
}


def row(code: str, name: str, short: str, gss: str, **facts: str) -> dict[str, str]:
    named = {"local-authority-code": code, "official-name": name, "nice-name": short, "gss-code": gss}
    return ROW | named | {key.replace("_", "-"): fact for key, fact in facts.items()}


CUMBERLAND = row("CBD", "Cumberland Council", "Cumberland", "E06000063")
WESTMORLAND = row("WAF", "Westmorland and Furness Council", "Westmorland and Furness", "E06000064")
CUMBRIA = row("CMA", "Cumbria County Council", "Cumbria", "E10000006") | GONE
BEDFORDS = [
    row("BDF", "Bedford Borough Council", "Bedford", "E06000055"),
    row("CBF", "Central Bedfordshire Council", "Central Bedfordshire", "E06000056"),
]


def made(folder: Path, *rows: dict[str, str]) -> Imported:
    """The register of a list with these rows and numbers for the present ones."""
    numbers = [
        {
            "urn": f"8999{n}",
            "la_code": f"99{n}",
            "la_code_new": r["gss-code"],
            "local_authority_ons_name": r["nice-name"],
        }
        for n, r in enumerate(rows)
        if r["current-authority"] == "True"
    ]
    tables = {
        "local-authorities.csv": rows,
        "ofsted-providers.csv": numbers,
        "local-authority-names.csv": [{"la-name": "Cumbria", "local-authority-code": "CMA"}],
    }
    for name, table in tables.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table[0])
            writer.writeheader()
            writer.writerows(table)
    return import_councils(folder)


def test_a_council_of_the_list_ends_on_the_eve_of_its_reorganisation(tmp_path: Path) -> None:
    result = made(tmp_path, CUMBERLAND, WESTMORLAND, CUMBRIA)
    assert result.odd == []
    (cumbria,) = (council for council in result.councils if council.end)
    assert (cumbria.slug, cumbria.name, cumbria.gss, cumbria.dfe) == (
        "cumbria",
        "Cumbria County Council",
        "E10000006",
        "909",
    )
    assert (cumbria.start, cumbria.end, cumbria.type, cumbria.region) == (
        "1974-04-01",
        "2023-03-31",
        "county",
        "north-west",
    )
    assert cumbria.sources == ("http://www.legislation.gov.uk/id/ukpga/1972/70",)
    assert [(change.key, change.originals, change.results) for change in result.changes] == [
        ("cumbria-2023", ("cumbria",), ("cumberland", "westmorland-and-furness"))
    ]


def test_a_council_that_no_list_has_comes_with_those_that_followed_it(tmp_path: Path) -> None:
    result = made(tmp_path, *BEDFORDS)
    assert [(council.slug, council.gss, council.end) for council in result.councils] == [
        ("bedford", "E06000055", None),
        ("bedfordshire", "E10000001", "2009-03-31"),
        ("central-bedfordshire", "E06000056", None),
    ]
    assert result.odd == []


def test_a_namesake_gets_its_start_year(tmp_path: Path) -> None:
    after = row("SMT", "Somerset Council", "Somerset", "E06000066", region="South West")
    before = row("SOM", "Somerset County Council", "Somerset", "E10000027", region="South West") | GONE
    result = made(tmp_path, after, before | {"replaced-by": "SMT"})
    assert [council.slug for council in result.councils] == ["somerset", "somerset-1974"]
    assert result.odd == []


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([CUMBERLAND, CUMBRIA], "there is no council westmorland-and-furness"),
        ([CUMBERLAND, WESTMORLAND], "there is no former council cumbria"),
        (
            [CUMBERLAND, WESTMORLAND, CUMBRIA | {"replaced-by": "CBD"}],
            "was replaced by CBD, and not by CBD,WAF",
        ),
        (
            [CUMBERLAND, WESTMORLAND, CUMBRIA | {"end-date": "2024-04-01"}],
            "ended on 2024-04-01, and the reorganisation was on 2023-04-01",
        ),
        ([CUMBERLAND, WESTMORLAND, CUMBRIA | {"region": "Mercia"}], "unknown region 'Mercia'"),
        ([CUMBERLAND, WESTMORLAND, CUMBRIA, CUMBRIA], "which is there already"),
        (
            [CUMBERLAND, WESTMORLAND, CUMBRIA, row("NMR", "Northmere County Council", "Northmere", "E10999001") | GONE],
            "Northmere County Council (E10999001) is no more, and what followed it is not known",
        ),
    ],
)
def test_what_does_not_fit_is_reported(tmp_path: Path, rows: list[dict[str, str]], words: str) -> None:
    result = made(tmp_path, *rows)
    assert any(words in sentence for sentence in result.odd), result.odd
    known = {council.slug for council in result.councils}
    assert all({*change.originals, *change.results} <= known for change in result.changes)


def test_every_hand_kept_fact_has_its_source() -> None:
    kept = former_kept()
    used = {change["order"] for change in kept["changes"]}
    for fact in (*kept["listed"].values(), *kept["unlisted"]):
        assert fact["from"].keys() == fact.keys() - {"from", "short"}
        used |= set(fact["from"].values())
    assert used == kept["sources"].keys()
