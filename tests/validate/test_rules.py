"""Shapes as rules: what they say of themselves."""

from pathlib import Path

import pytest
from rdflib import SH, URIRef

from councilgraph.errors import UsageError
from councilgraph.rdf import PREFIXES
from councilgraph.validate.shapes import load_shapes, local_name, rdf_files

HEAD = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())


def loaded(folder: Path, turtle: str):
    (folder / "shapes.ttl").write_text(HEAD + turtle)
    return load_shapes([folder])


def test_every_rule_that_ships_speaks_for_itself() -> None:
    rules = load_shapes().rules
    assert len(rules) > 40
    assert [rule.label for rule in rules] == sorted(rule.label for rule in rules)
    assert all(rule.message and rule.reason and rule.mend for rule in rules)


def test_a_part_without_a_name_belongs_to_the_shape_around_it(tmp_path: Path) -> None:
    shapes = loaded(
        tmp_path,
        """<urn:s> a sh:NodeShape ; sh:name "Outer" ; sh:targetNode <urn:x> ;
          sh:property [ sh:path cg:grade ; sh:severity sh:Warning ; sh:node [ sh:property [ sh:path cg:band ] ] ] .""",
    )
    parts = list(shapes.graph.subjects(SH.path))
    assert len(parts) == 2
    assert {shapes.rule(part).label for part in parts} == {"Outer"}
    assert shapes.rule(URIRef("urn:s")).severity == "warning"


def test_a_shape_without_words_goes_by_its_name(tmp_path: Path) -> None:
    (rule,) = loaded(tmp_path, "<urn:rules/lonely> a sh:NodeShape ; sh:targetNode <urn:x> .").rules
    assert (rule.label, rule.key, rule.severity, rule.message) == ("lonely", "lonely", "violation", None)


def test_a_shape_that_another_uses_needs_no_target(tmp_path: Path) -> None:
    shapes = loaded(
        tmp_path,
        """<urn:a> a sh:NodeShape ; sh:targetNode <urn:x> ; sh:node <urn:b> .
        <urn:b> a sh:NodeShape ; sh:nodeKind sh:IRI .
        <urn:c> a sh:NodeShape ; sh:nodeKind sh:IRI .""",
    )
    assert [rule.iri for rule in shapes.untargeted] == ["urn:c"]


def test_features_beyond_the_core_are_noticed(tmp_path: Path) -> None:
    assert not load_shapes().advanced
    assert loaded(tmp_path, "<urn:s> a sh:NodeShape ; sh:target [ sh:select 'SELECT ?this {}' ] .").advanced


def test_files_of_a_folder_come_in_order_and_whatever_lies_beside_them_is_left(tmp_path: Path) -> None:
    for name in ("b.ttl", "a.nt", "notes.txt", "sub/c.TRIG"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [file.name for file in rdf_files([tmp_path])] == ["a.nt", "b.ttl", "c.TRIG"]
    with pytest.raises(UsageError):
        rdf_files([tmp_path / "none"])


@pytest.mark.parametrize(
    ("iri", "name"), [("http://x/a#b", "b"), ("http://x/a/b", "b"), ("urn:x", "urn:x"), ("http://x/", "http://x/")]
)
def test_the_local_name_is_what_comes_last(iri: str, name: str) -> None:
    assert local_name(iri) == name


def test_a_file_without_shapes_is_no_set_of_rules(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no SHACL shapes in"):
        loaded(tmp_path, "<urn:x> a <urn:Thing> .")
