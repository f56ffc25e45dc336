"""Nothing that a user meets is left untold."""

import ast
import re
from pathlib import Path

import pytest

from councilgraph import errors, resources
from councilgraph.charts import CHARTS
from councilgraph.documents.manifest import COLUMNS
from councilgraph.export import FORMATS
from councilgraph.projection import Definition, project, stored
from councilgraph.query import library
from councilgraph.rdf import read_triples
from councilgraph.store import open_store

from .pages import CHECKOUT, PAGES, anchors, blocks, links

PACKAGE = CHECKOUT / "src" / "councilgraph"


def page(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


def first_cells(section: str) -> set[str]:
    """The first cell of each row of the tables in a text, as code or plain."""
    return set(re.findall(r"^\| `?(\w[\w.-]*)`? \|", section, re.MULTILINE))


def test_every_stored_query_is_told() -> None:
    text = page("docs/queries.md")
    for name, query in library.stored().items():
        assert f"\n## {name}\n" in text
        assert query.command in text
        assert query.question


def test_every_projection_is_told() -> None:
    text = page("docs/projections.md")
    for name, definition in stored().items():
        assert f"\n## {name}\n" in text
        assert definition.command in text
        for filter in definition.filters:
            assert f"| `--{filter}` |" in text


def test_every_suffix_is_told_with_its_tool() -> None:
    table = page("docs/tools.md").partition("| suffix |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(\.[a-z0-9.]+)`", table)) == {
        suffix for kind in FORMATS.values() for suffix in kind.suffixes
    }


def test_every_chart_is_told_with_its_query() -> None:
    table = page("docs/pictures.md").partition("| chart |")[2].partition("\n\n")[0]
    told = re.findall(r"^\| `(\w+)` \|.*\| \[([\w-]+)\]\(queries\.md#\2\) \|$", table, re.MULTILINE)
    assert dict(told) == {name: kind.query for name, kind in CHARTS.items()}


def test_the_projection_that_is_shown_works(example: Path, tmp_path: Path) -> None:
    (shown,) = blocks(page("docs/tools.md"), "toml")
    (tmp_path / "shown.toml").write_text(shown, encoding="utf-8")
    with open_store(example) as store:
        seen = project(store, Definition.read(tmp_path / "shown.toml"), {"council": "Northmere"})
    assert {(edge.source, edge.target) for edge in seen.edges} == {("organisation/ofsted", "council/northmere")}
    assert {edge.colour for edge in seen.edges} == {"#009e73"}


def test_every_problem_code_is_told_and_no_other() -> None:
    vocabulary = resources.ontology() / "vocabulary" / "problem-code.ttl"
    subjects = {str(triple.subject).strip("<>") for triple in read_triples(vocabulary)}
    codes = {iri.rpartition("/vocab/problem-code/")[2] for iri in subjects if "/vocab/problem-code/" in iri}
    section = re.split(r"^## ", page("docs/guide.md"), flags=re.MULTILINE)
    told = next(part for part in section if part.startswith("When a document cannot be read"))
    assert first_cells(told) - {"code"} == codes


def test_every_exit_code_is_told() -> None:
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    codes = {kind.exit_code for kind in classes if issubclass(kind, errors.CouncilgraphError)}
    section = page("docs/cli.md").partition("## Exit codes")[2].partition("\n## ")[0]
    assert first_cells(section) - {"code"} == {str(code) for code in codes | {0, 1, 130}}


def test_every_environment_variable_is_told() -> None:
    constants = {
        node.value
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    variables = {value for value in constants if re.fullmatch(r"COUNCILGRAPH_[A-Z_]+", value)}
    assert "COUNCILGRAPH_STORE" in variables
    for variable in variables:
        assert variable in page("docs/cli.md")
        assert variable in page("docs/guide.md")


def test_every_column_of_a_manifest_is_told() -> None:
    section = page("docs/guide.md").partition("| column | what |")[2].partition("\n\n")[0]
    assert first_cells(section) == set(COLUMNS)


def test_every_room_is_told() -> None:
    text = page("docs/architecture.md").partition("## The rooms")[2].partition("\n## ")[0]
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    for room in rooms - {"__init__", "__main__"}:
        assert re.search(rf"\b{room}\b", text), room


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    for link in links(file.read_text(encoding="utf-8")):
        target, _, anchor = link.partition("#")
        found = (file.parent / target).resolve() if target else file
        assert found.exists(), link
        assert not anchor or anchor in anchors(found.read_text(encoding="utf-8")), link


def test_every_page_is_reached_from_the_first() -> None:
    reached: set[Path] = set()
    coming = [CHECKOUT / "README.md"]
    while coming:
        file = coming.pop()
        if file.suffix == ".md" and file not in reached:
            reached.add(file)
            targets = [link.partition("#")[0] for link in links(file.read_text(encoding="utf-8"))]
            coming += [(file.parent / target).resolve() for target in targets if target]
    assert set(PAGES) <= reached
