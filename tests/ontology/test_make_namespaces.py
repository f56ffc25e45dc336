"""What repeats the ontology agrees with it."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from councilgraph import namespaces, resources
from councilgraph.rdf import BASE, PREFIXES, day, integer, text

SCRIPT = Path(__file__).resolve().parents[2] / "ontology" / "make_namespaces.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_namespaces", SCRIPT)
    assert spec and spec.loader
    module = sys.modules["make_namespaces"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_committed_files_are_what_the_script_writes(script: ModuleType) -> None:
    assert script.main(["--check"]) == 0


def test_a_stale_file_is_noticed_and_mended(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "MODULE", tmp_path / "namespaces.py")
    monkeypatch.setattr(script, "CONTEXT", tmp_path / "context.jsonld")
    assert script.main(["--check"]) == 1
    assert script.main([]) == 0
    assert script.main(["--check"]) == 0
    (tmp_path / "namespaces.py").write_text("", encoding="utf-8")
    assert script.main(["--check"]) == 1


def test_constants_are_iris_of_their_namespace() -> None:
    assert namespaces.CG.leadInspector == NamedNode(BASE + "ontology#leadInspector")
    assert namespaces.CG.Inspection == NamedNode(BASE + "ontology#Inspection")
    assert namespaces.RDF.type == NamedNode(PREFIXES["rdf"] + "type")


def test_context_reads_compact_json_as_our_triples() -> None:
    context = json.loads((resources.ontology() / "context.jsonld").read_text(encoding="utf-8"))
    inspection = {
        "id": "cgid:inspection/northmere-ilacs-2024-05",
        "type": "Inspection",
        "label": "Northmere County Council, ILACS, May 2024",
        "council": "cgid:council/northmere",
        "framework": "vocab:framework-version/ilacs-2023",
        "earliestStart": "2024-05-13",
        "leadInspector": {"id": "cgid:person/mara-quill-ofsted", "name": "Mara Quill"},
        "evidence": [{"id": "cgid:span/1", "startOffset": 14}, {"id": "cgid:span/2", "supports": "cg:council"}],
    }
    read = set(parse(json.dumps(context | inspection).encode(), format=RdfFormat.JSON_LD))
    cg, cgid = PREFIXES["cg"], PREFIXES["cgid"]
    node = NamedNode(cgid + "inspection/northmere-ilacs-2024-05")

    def link(subject: NamedNode, name: str, value: str) -> Quad:
        return Quad(subject, NamedNode(cg + name), NamedNode(value))

    person, first, second = (NamedNode(cgid + key) for key in ("person/mara-quill-ofsted", "span/1", "span/2"))
    assert read == {
        Quad(node, NamedNode(PREFIXES["rdf"] + "type"), NamedNode(cg + "Inspection")),
        Quad(node, NamedNode(PREFIXES["rdfs"] + "label"), text("Northmere County Council, ILACS, May 2024")),
        link(node, "council", cgid + "council/northmere"),
        link(node, "framework", PREFIXES["vocab"] + "framework-version/ilacs-2023"),
        Quad(node, NamedNode(cg + "earliestStart"), day("2024-05-13")),
        link(node, "leadInspector", person.value),
        Quad(person, NamedNode(PREFIXES["foaf"] + "name"), text("Mara Quill")),
        link(node, "evidence", first.value),
        link(node, "evidence", second.value),
        Quad(first, NamedNode(cg + "startOffset"), integer(14)),
        link(second, "supports", cg + "council"),
    }


def test_context_has_a_key_for_every_term_of_ours() -> None:
    entries = json.loads((resources.ontology() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    keyed = {
        entry if isinstance(entry, str) else entry["@id"] for entry in entries.values() if not isinstance(entry, float)
    }
    ours = {f"cg:{name}" for name in vars(namespaces.CG) if not name.startswith("_")}
    assert ours <= keyed
