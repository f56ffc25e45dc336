"""``councilgraph projections``."""

from pathlib import Path

from councilgraph.projection import stored

from .conftest import Run


def test_all_are_listed_with_what_they_show(nowhere: Path, run: Run) -> None:
    lines = run("projections").out.splitlines()
    assert [line.split()[0] for line in lines] == list(stored())
    assert all(line.endswith(".") for line in lines)


def test_one_is_explained_with_its_filters_and_queries(nowhere: Path, run: Run) -> None:
    told = run("projections", "weaknesses").out
    assert "--service-area: only this service area" in told
    assert "--grade" not in told
    assert "councilgraph export weaknesses --since 2018-01-01 -o weaknesses.gexf" in told
    assert "cg:findingType" in told


def test_those_of_a_project_are_listed_too(own: Path, run: Run) -> None:
    (own / "projections").mkdir()
    (own / "projections" / "mine.toml").write_text(
        "title = 'Mine'\nabout = 'My own.'\n[[edges]]\nquery = 'SELECT ?source ?target { ?source cg:council ?target }'\n",
        encoding="utf-8",
    )
    assert "mine " in run("projections").out
    assert run("export", "mine", "-o", "mine.json").code == 0


def test_a_name_that_is_none_is_refused(nowhere: Path, run: Run) -> None:
    outcome = run("projections", "weakness")
    assert outcome.code == 2
    assert "Did you mean weaknesses" in outcome.err
