"""Rooms import to the left only, and engines stay in the rooms that know them."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "src" / "councilgraph"

# Modules that belong to a room of another name.
WITHIN = {"namespaces": "rdf", "turtle": "rdf"}
# Where an engine may be imported: a room, or a module with the reason why.
ENGINES = {
    "pyoxigraph": {
        "rdf.py",
        "store/",
        "namespaces.py",  # constants of the terms, written from the ontology
    },
    "pyshacl": {"validate/"},
    "rdflib": {
        "validate/",
        "query/run.py",  # its parser says where a malformed query goes wrong; the engine notices some tokens late
    },
    "openpyxl": {"tables/"},
    "pypdfium2": {
        "documents/",
        "drawing/png.py",  # it makes pixels of a page
    },
    "reportlab": {"drawing/pdf.py"},
    "networkx": {"projection/"},
    "selectolax": {"documents/"},
    "rich": {"cli/"},
    "typer": {"cli/"},
}


def order() -> list[set[str]]:
    """The rooms from left to right, those that do not know each other together, as the page on architecture has them."""
    page = (CHECKOUT / "docs" / "architecture.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^errors, .+ < cli.*$", page, re.MULTILINE)
    return [set(group.split(", ")) for group in line.split(" < ")]


def modules() -> list[Path]:
    """The modules of the package, but for those that set the samples, which stand aside."""
    return sorted(file for file in PACKAGE.rglob("*.py") if room(file) != "samples")


def room(file: Path) -> str:
    name = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return WITHIN.get(name, name)


def imported(source: str) -> Iterator[str]:
    """The modules that a module imports anywhere in it, and what it takes from the package itself, in full."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def strays(file: str, source: str) -> list[str]:
    """Rooms that a module imports although they stand beside it or to its right."""
    rank = {name: number for number, group in enumerate(order()) for name in group}
    rank |= {"__init__": -1, "__main__": len(rank)}
    here = room(PACKAGE / file)
    found = []
    for name in imported(source):
        package, _, rest = name.partition(".")
        there = rest.partition(".")[0]
        there = (
            WITHIN.get(there, there)
            if (PACKAGE / there).is_dir() or (PACKAGE / f"{there}.py").is_file()
            else "__init__"
        )
        if package == "councilgraph" and there != here and not rank.get(there, len(rank)) < rank[here]:
            found.append(there)
    return found


def engines_out_of_place(file: str, source: str) -> list[str]:
    """Engines that a module imports although it is in none of their places."""
    tops = {name.partition(".")[0] for name in imported(source)}
    return sorted(
        engine
        for engine, places in ENGINES.items()
        if engine in tops
        and not any(file == place or (place.endswith("/") and file.startswith(place)) for place in places)
    )


def test_every_room_has_its_place() -> None:
    placed = [name for group in order() for name in group]
    assert len(placed) == len(set(placed))
    assert {room(file) for file in modules()} - {"__init__", "__main__"} == set(placed)


@pytest.mark.parametrize("file", modules(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_imports_go_to_the_left_and_engines_stay_in_their_rooms(file: Path) -> None:
    name, source = file.relative_to(PACKAGE).as_posix(), file.read_text(encoding="utf-8")
    assert strays(name, source) == []
    assert engines_out_of_place(name, source) == []


@pytest.mark.parametrize(
    ("file", "source", "found"),
    [
        ("model.py", "from councilgraph.rdf import text", ["rdf"]),
        ("model.py", "def f():\n    from councilgraph import store", ["store"]),
        ("rdf.py", "import councilgraph.records", ["records"]),
        ("validate/report.py", "from councilgraph.query.run import run", ["query"]),
        ("store/dump.py", "from councilgraph.samples import make", ["samples"]),
        ("turtle.py", "from councilgraph.rdf import text\nfrom councilgraph import __version__", []),
        ("query/run.py", "from councilgraph.errors import QueryError\nfrom councilgraph.store import open_store", []),
    ],
)
def test_an_import_to_the_right_is_noticed(file: str, source: str, found: list[str]) -> None:
    assert strays(file, source) == found


def test_an_engine_out_of_place_is_noticed() -> None:
    assert engines_out_of_place(
        "query/things.py", "def f():\n    import rdflib.term\n    from pyoxigraph import Store"
    ) == [
        "pyoxigraph",
        "rdflib",
    ]
    assert engines_out_of_place("query/run.py", "from rdflib.plugins.sparql import parser") == []


def test_no_exception_is_kept_that_is_not_needed() -> None:
    for engine, places in ENGINES.items():
        for place in places:
            files = (PACKAGE / place).rglob("*.py") if place.endswith("/") else [PACKAGE / place]
            tops = {name.partition(".")[0] for file in files for name in imported(file.read_text(encoding="utf-8"))}
            assert engine in tops, (engine, place)


def test_help_loads_no_engine() -> None:
    code = (
        "import sys\nfrom councilgraph.cli import main\nsys.argv = ['councilgraph', '--help']\n"
        "try:\n    main()\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    loaded = set(ran.stderr.split())
    assert "Commands:" in ran.stdout
    assert "councilgraph.cli.query" in loaded
    assert not loaded & {"pyoxigraph", "rdflib", "pyshacl", "pypdfium2", "selectolax", "networkx"}
