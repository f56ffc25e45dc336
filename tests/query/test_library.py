"""Stored queries: their heads, their blanks, and what they answer."""

from pathlib import Path

import pytest

from councilgraph.errors import InputError, UsageError
from councilgraph.query import Table, library, run
from councilgraph.query.results import cell
from councilgraph.store import EmbeddedStore

HEAD = """# title = "Labels"
# question = "What is called so?"
# [parameters.{name}]
# type = "{type}"
# about = "the name"
"""
QUERY = "SELECT ?thing WHERE {\n  VALUES ?name { UNDEF }\n  ?thing rdfs:label ?name\n}\n"


def answer(graph: EmbeddedStore, name: str, **values: str) -> list[list[str]]:
    given = {key.replace("_", "-"): value for key, value in values.items()}
    return rows(run(graph, library.get(name).bind(graph, given)))


def rows(table: Table) -> list[list[str]]:
    return [[cell(term) for term in row] for row in table.rows]


def test_grade_history_puts_the_earlier_inspection_and_the_overall_grade_first(graph: EmbeddedStore) -> None:
    history = answer(graph, "grade-history", council="Northmere")
    assert [row[0] for row in history] == ["2019-05-13"] * 4 + ["2023-06-05"] * 5
    assert history[0][2:5] == ["Overall effectiveness", "Good", "3"]
    assert history[4][2:5] == ["Overall effectiveness", "Inadequate", "1"]


def test_a_superseded_grade_is_no_part_of_a_history(graph: EmbeddedStore) -> None:
    everything = rows(run(graph, "SELECT ?j { ?j a cg:Judgement ; cg:council/rdfs:label 'Northmere County Council' }"))
    told = {row[-1] for row in answer(graph, "grade-history", council="Northmere")}
    assert {row[0] for row in everything} - told == {"northmere-ilacs-2019-05-ilacs-overall-requires-improvement"}


def test_a_council_can_have_no_overall_grade(graph: EmbeddedStore) -> None:
    assert [row[-1] for row in answer(graph, "inspections-without-overall")] == [
        "westholme-ilacs-2026-05",
        "eastvale-focused-visit-2024-02",
    ]


def test_changes_are_counted_in_bands(graph: EmbeddedStore) -> None:
    assert [row[:6] for row in answer(graph, "band-changes")] == [
        ["Northmere County Council", "2019-05-13", "Good", "2023-06-05", "Inadequate", "-2"]
    ]


def test_judgements_at_a_day_are_those_of_the_latest_inspection_that_had_ended(graph: EmbeddedStore) -> None:
    before = answer(graph, "judgements-at", date="2023-06-15", area="overall")
    after = answer(graph, "judgements-at", date="2023-06-16", area="overall")
    assert ["Northmere County Council", "2019-05-24", "Good"] in [[row[0], row[1], row[4]] for row in before]
    assert ["Northmere County Council", "2023-06-16", "Inadequate"] in [[row[0], row[1], row[4]] for row in after]


def test_an_optional_parameter_narrows(graph: EmbeddedStore) -> None:
    everywhere = answer(graph, "inspections")
    assert [row for row in everywhere if row[0] == "Eastvale Borough Council"] == answer(
        graph, "inspections", council="Eastvale"
    )
    assert len(everywhere) > 2


@pytest.mark.parametrize("name", library.stored())
def test_every_stored_query_can_be_asked_as_its_example_says(graph: EmbeddedStore, name: str) -> None:
    query = library.get(name)
    local = {"council": "Northmere", "thing": "northmere-ilacs-2019-05"}
    given = {key: local.get(query.params[key].type, value) for key, value in query.example.items()}
    table = run(graph, query.bind(graph, given))
    assert table.form == "select"
    assert query.question.endswith("?")


@pytest.mark.parametrize(
    ("name", "given", "message", "hint"),
    [
        ("grade-history", {}, "needs council", "council: a council"),
        ("grade-history", {"town": "x"}, "no parameter “town”", "council: a council"),
        ("documents", {"town": "x"}, "no parameter “town”", "takes no parameters"),
        ("improvement-points", {"year": "23"}, "year is a year, and “23” is none", None),
        ("judgements-at", {"date": "31.1.2024"}, "“31.1.2024” is none", None),
        ("grade-history", {"council": 'x" } DROP ALL #'}, "no council", None),
    ],
)
def test_a_wrong_value_is_said(
    graph: EmbeddedStore, name: str, given: dict[str, str], message: str, hint: str | None
) -> None:
    with pytest.raises(UsageError) as raised:
        library.get(name).bind(graph, given)
    assert message in raised.value.message
    assert hint is None or hint in (raised.value.hint or "")


def test_a_name_that_is_none_offers_near_ones() -> None:
    with pytest.raises(UsageError) as raised:
        library.get("grade-histry")
    assert "grade-history" in (raised.value.hint or "")


def test_a_query_of_ones_own_takes_terms_and_never_text(graph: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "labels.rq").write_text(HEAD.format(name="name", type="text") + QUERY, encoding="utf-8")
    query = library.get("labels", tmp_path)
    assert rows(run(graph, query.bind(graph, {"name": "Eastvale Borough Council"}))) == [["eastvale"]]
    assert rows(run(graph, query.bind(graph, {"name": '" } UNION { ?thing ?p ?o'}))) == []
    assert "labels" in library.stored(tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (HEAD.format(name="name", type="colour") + QUERY, "unknown type “colour”"),
        (HEAD.format(name="other", type="text") + QUERY, "VALUES ?other { UNDEF }"),
        (HEAD.format(name="name", type="text").replace('"the name"', "the name") + QUERY, "head of this query"),
        ('# title = "Labels"\n' + QUERY, "question"),
    ],
)
def test_a_wrong_head_is_said_with_its_file(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "labels.rq"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        library.read(file)
    assert message in raised.value.message
    assert raised.value.where == str(file)


def test_a_file_without_a_head_is_just_sparql(tmp_path: Path) -> None:
    file = tmp_path / "plain.rq"
    file.write_text("# mine\nASK { ?s ?p ?o }\n", encoding="utf-8")
    assert library.read(file).params == {}
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        library.read(file)
    with pytest.raises(UsageError, match="cannot read"):
        library.read(tmp_path / "none.rq")
