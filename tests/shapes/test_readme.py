"""The table of rules says what the shapes say."""

import re
from pathlib import Path

from rdflib import RDFS, SH, SKOS, Graph

from councilgraph import resources

BASE = "https://w3id.org/councilgraph/shape/"


def rows(file: Path) -> list[str]:
    """The rows of a file's rules."""
    graph = Graph().parse(file)
    written = []
    for shape in sorted(graph.subjects(SH.severity), key=str):
        level = str(graph.value(shape, SH.severity)).removeprefix(str(SH)).lower()
        words = [graph.value(shape, predicate) for predicate in (RDFS.label, RDFS.comment, SKOS.note)]
        written.append("| " + " | ".join([f"`{str(shape).removeprefix(BASE)}`", level, *map(str, words)]) + " |")
    return written


def test_every_rule_has_its_row_in_the_section_of_its_file() -> None:
    text = (resources.shapes() / "README.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##)", text, re.MULTILINE | re.DOTALL))
    files = {file.name: rows(file) for file in resources.shapes().glob("*.ttl")}
    assert {name: re.findall(r"^\| `.*$", body, re.MULTILINE) for name, body in sections.items()} == files
