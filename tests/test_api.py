"""What a notebook imports."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from councilgraph import api, resources
from councilgraph.build.project import Project
from councilgraph.errors import QueryError, UsageError
from councilgraph.rdf import BASE


@pytest.fixture(scope="module")
def graph(demo: Project) -> Iterator[api.Graph]:
    with api.open_graph(demo.store) as opened:
        yield opened


def column(graph: api.Graph, query: str, name: str, **values: str) -> list[str]:
    table = graph.query(query, **values)
    index = table.columns.index(name)
    return [str(getattr(row[index], "value", "")) for row in table.rows]


def test_the_example_in_its_description_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the reports that ship, and one of their councils."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(resources.samples() / "documents", "reports")
    (example,) = re.findall(r"```python\n(.*?)```", api.__doc__ or "", re.DOTALL)
    exec(example.replace('"Staffordshire"', '"Northmere County Council"'), {})
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 4 and all("2019-03" in row for row in rows)
    assert not (tmp_path / "councilgraph.toml").exists()


def test_what_it_offers_is_listed() -> None:
    assert sorted(api.__all__) == ["Graph", "build", "extract", "fired_rules", "open_graph", "rules", "validate"]
    assert all(getattr(api, name).__doc__ for name in api.__all__)


def test_a_stored_query_takes_values_by_name(graph: api.Graph) -> None:
    history = graph.query("grade-history", council="Northmere")
    assert history.columns[:4] == ["date", "framework", "area", "grade"]
    assert len(history.rows) == 12  # four areas, three times
    assert column(graph, "improvement-points", "council", service_area="care leavers", year="2026") == [
        "Northmere County Council",
        "Northmere County Council",
    ]


def test_rows_come_with_the_words_that_prove_them(graph: api.Graph) -> None:
    table = graph.query("grade-history", council="Port Quillan", with_sources=True)
    assert table.columns[-4:] == ["source", "page", "words", "url"]
    assert all(row[-4] is not None and row[-2] is not None for row in table.rows)


def test_anything_with_a_brace_is_sparql(graph: api.Graph) -> None:
    assert len(graph.query("SELECT ?c { ?c a cg:Council }", limit=3).rows) == 3
    assert graph.query("ASK{?c a cg:Council}").form == "ask"
    with pytest.raises(QueryError):
        graph.query("SELECT nonsense {")


def test_a_query_or_value_that_is_not_there_is_said(graph: api.Graph) -> None:
    with pytest.raises(UsageError) as caught:
        graph.query("grade-histroy")
    assert "grade-history" in (caught.value.hint or "")
    with pytest.raises(UsageError, match="no parameter “counsil”"):
        graph.query("grade-history", counsil="Northmere")


def test_a_project_s_own_queries_are_known_within_it(
    graph: api.Graph, demo: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "councilgraph.toml").touch()
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "mine.rq").write_text("SELECT ?i { ?i a cg:Inspection }")
    monkeypatch.chdir(tmp_path)
    assert len(graph.query("mine").rows) == 5


def test_a_thing_is_found_shown_explained_and_cited(graph: api.Graph) -> None:
    assert graph.find("northmere") == f"{BASE}id/council/northmere"
    assert [visit.start for visit in graph.show("Northmere").visits] == ["2019-03-04", "2022-05-09", "2026-06-08"]
    explanation = graph.explain("northmere-ilacs-2026-06")
    assert len(explanation.parts) == 4
    assert all(place.before is not None and place.quote for place in explanation.places)
    (citation,) = graph.cite("northmere-ilacs-2026-06")
    assert 1 in citation.pages
    assert citation.year == "2026"


def test_a_projection_takes_filters_by_name_and_is_a_networkx_graph(graph: api.Graph) -> None:
    seen = graph.projection("weaknesses", council="Northmere", service_area="care leavers", metrics=["degree"])
    assert {edge.source for edge in seen.edges} == {"council/northmere"}
    assert seen.to_networkx().nodes["council/northmere"]["degree"] == len(seen.edges)
    with pytest.raises(UsageError, match="has no filter “grade”"):
        graph.projection("weaknesses", grade="good")


def test_a_graph_is_validated(graph: api.Graph) -> None:
    assert graph.validate().conforms


def test_a_graph_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COUNCILGRAPH_STORE", raising=False)
    for store in (None, tmp_path / "none"):
        with pytest.raises(UsageError, match="No graph here"):
            api.open_graph(store)
    assert list(tmp_path.iterdir()) == []


def test_the_store_may_be_named_by_the_environment(
    demo: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNCILGRAPH_STORE", str(demo.store))
    with api.open_graph() as graph:
        assert graph.folder == demo.store


def test_a_closed_graph_answers_nothing(demo: Project) -> None:
    with api.open_graph(demo.store) as graph:
        pass
    with pytest.raises(ValueError, match="closed"):
        graph.query("councils")


def test_documents_are_extracted_in_order_with_ids_where_they_are_wanted(demo: Project) -> None:
    folder = demo.documents
    told: list[tuple[str, int, int]] = []
    paths = [folder / "port-quillan-2023.pdf", folder / "northmere-2019.pdf"]
    records = list(api.extract(paths, workers=1, progress=lambda *stage: told.append(stage)))
    assert [record.document.id for record in records] == ["port-quillan-2023", "northmere-2019"]
    assert {j.grade_concept for record in records for j in record.judgements} >= {"requires-improvement"}
    assert told == [("reading", 1, 2), ("reading", 2, 2)]
    (raw,) = api.extract(paths[1:], resolved=False, workers=1)
    assert all(judgement.grade_concept is None for judgement in raw.judgements)


def test_what_cannot_be_read_is_a_record_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_text("<html>an error page</html>")
    (record,) = api.extract([tmp_path], workers=1)
    assert [problem.code for problem in record.problems] == ["not-a-pdf"]
    assert not record.inspections
    with pytest.raises(UsageError):
        list(api.extract([tmp_path / "none.pdf"]))


def test_a_chart_has_its_rows_and_a_picture(graph: api.Graph, tmp_path: Path) -> None:
    drawn = graph.chart("grades", council="Northmere", beside="grades.csv")
    assert len(drawn.table.rows) == len(graph.query("grade-history", council="Northmere").rows)
    assert drawn.save(tmp_path / "grades.svg") == tmp_path / "grades.csv"


def test_a_projection_is_laid_out_on_request(tmp_path: Path, demo: Project) -> None:
    shutil.copytree(demo.store, tmp_path / "store")
    with api.open_graph(tmp_path / "store") as graph:
        assert {node.position for node in graph.projection("inspections").nodes} == {None}
        first, again = (graph.projection("inspections", layout=True).nodes for _ in range(2))
    assert None not in {node.position for node in first}
    assert [node.position for node in first] == [node.position for node in again]
