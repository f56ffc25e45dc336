"""The ontology is complete, tidy and used."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdflib import Graph

from councilgraph import resources
from councilgraph.rdf import BASE, PREFIXES

ROOT = Path(__file__).resolve().parents[2]
FILE = resources.ontology() / "councilgraph.ttl"
FILES = [FILE, *sorted((resources.ontology() / "vocabulary").glob("*.ttl"))]
CG, OWL, RDF, RDFS, SKOS = (PREFIXES[prefix] for prefix in ("cg", "owl", "rdf", "rdfs", "skos"))
KINDS = {OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty")}


class Row(NamedTuple):
    """A triple by its IRIs and words."""

    subject: str
    predicate: str
    value: str


@cache
def rows(file: Path = FILE) -> list[Row]:
    """In the order of the file, which has no blank nodes and no language tags."""
    met = []
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        assert isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal), quad
        assert isinstance(quad.object, NamedNode) or not quad.object.language, quad
        met.append(Row(quad.subject.value, quad.predicate.value, quad.object.value))
    return met


def values(subject: str, predicate: str) -> list[str]:
    return [row.value for row in rows() if row.subject == subject and row.predicate == predicate]


def in_order(subjects: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(subjects))


def terms(kind: str | None = None) -> list[str]:
    """Our own terms, in the order of the file."""
    wanted = {OWL + kind} if kind else KINDS
    return in_order(
        row.subject
        for row in rows()
        if row.predicate == RDF + "type" and row.value in wanted and row.subject.startswith(CG)
    )


def test_header_names_title_version_and_licence() -> None:
    ontology = BASE + "ontology"
    assert rows()[0].subject == ontology
    assert values(ontology, RDF + "type") == [OWL + "Ontology"]
    version = values(ontology, OWL + "versionInfo")[0]
    assert values(ontology, OWL + "versionIRI") == [f"{ontology}/{version}"]
    for term in ("title", "description", "license"):
        assert len(values(ontology, PREFIXES["dcterms"] + term)) == 1


@pytest.mark.parametrize("term", terms())
def test_term_is_labelled_defined_and_shown_by_example(term: str) -> None:
    (label,) = values(term, RDFS + "label")
    (definition,) = values(term, SKOS + "definition")
    assert values(term, SKOS + "example")
    assert re.sub("[ -]", "", label).casefold() == term.removeprefix(CG).casefold()
    assert definition.endswith(".") and len(definition.split()) >= 4
    assert values(term, RDFS + "isDefinedBy") == [BASE + "ontology"]


@pytest.mark.parametrize("term", terms("ObjectProperty") + terms("DatatypeProperty"))
def test_property_has_one_kind_of_value(term: str) -> None:
    assert len(values(term, RDFS + "domain")) <= 1
    # The value of the one is a property, that of the other any assertion.
    open_ended = term in (CG + "supports", CG + "conflictsWith")
    assert len(values(term, RDFS + "range")) == (0 if open_ended else 1)


def test_there_are_no_inverses_and_no_unions() -> None:
    met = {row.predicate for row in rows()}
    assert not met & {
        OWL + term for term in ("inverseOf", "unionOf", "equivalentClass", "equivalentProperty", "sameAs")
    }


@pytest.mark.parametrize("kind", ["Class", "ObjectProperty", "DatatypeProperty"])
def test_terms_of_a_section_are_sorted(kind: str) -> None:
    assert terms(kind) == sorted(terms(kind))


def test_sections_follow_each_other_and_other_vocabularies_come_last() -> None:
    subjects = in_order(row.subject for row in rows())
    ours = [*terms("Class"), *terms("ObjectProperty"), *terms("DatatypeProperty")]
    assert subjects[1 : 1 + len(ours)] == ours
    assert not [subject for subject in subjects[1 + len(ours) :] if subject.startswith(BASE)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_own_prefix_comes_first_and_type_and_label_lead(file: Path) -> None:
    first, *others = re.findall(r"^@prefix (\S+): +<(.+)> \.$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert first[1].startswith(BASE) or file.stem == "legislation"
    assert others == sorted(others)
    if file == FILE:
        assert first[0] == "cg"
    described: dict[str, list[str]] = {}
    for row in rows(file):
        described.setdefault(row.subject, []).append(row.predicate)
    for subject, predicates in described.items():
        assert predicates[0] == RDF + "type", subject
        if subject.startswith(BASE):
            assert next(p for p in predicates if p != RDF + "type") == RDFS + "label", subject


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_both_parsers_read_the_same(file: Path) -> None:
    theirs = Graph().parse(file)
    assert len(theirs) == len(set(rows(file)))


def test_every_term_of_another_vocabulary_is_declared() -> None:
    """So that OWL tools take a property for what it is."""
    declared = {row.subject for row in rows() if row.predicate == RDF + "type"}
    built_in = (OWL, RDF, RDFS, PREFIXES["xsd"])
    used = {row.predicate for file in FILES for row in rows(file)}
    used |= {row.value for file in FILES for row in rows(file) if row.predicate == RDF + "type"}
    used |= {row.value for row in rows() if row.predicate in (RDFS + "subClassOf", RDFS + "subPropertyOf")}
    used |= {row.value for row in rows() if row.predicate in (RDFS + "domain", RDFS + "range")}
    assert not {term for term in used if not term.startswith(built_in)} - declared
    others = {term for term in declared if not term.startswith((BASE, *built_in))}
    code = read((ROOT / "src" / "councilgraph").rglob("*.py"))
    unused = {term for term in others - used if not re.search(rf"\b[A-Z]+\.{re.split('[#/]', term)[-1]}\b", code)}
    assert not unused


def test_no_term_is_unused() -> None:
    """A term is in when the mapping writes it, or the register, the vocabulary, a shape or a stored query needs it."""
    missing = {term.removeprefix(CG) for term in terms()} - used_terms()
    assert not missing


def test_no_other_term_of_ours_is_used() -> None:
    assert not used_terms() - {term.removeprefix(CG) for term in terms()}


def used_terms() -> set[str]:
    package, shapes = ROOT / "src" / "councilgraph", resources.shapes()
    # One rule names all links there are; that makes none of them useful.
    rules = [file for file in shapes.glob("*.ttl") if file.name != "description.ttl"]
    code = read(file for file in package.rglob("*.py") if file.name != "namespaces.py")
    data = read([*rules, *FILES[1:], *package.rglob("*.rq"), *resources.graphs().rglob("*.ttl")])
    data = re.sub(r'"(?:[^"\\\n]|\\.)*"', "", data)
    written = re.findall(r"\bCG\.(\w+)|\b_?CG \+ \"(\w+)\"|\bcg:(\w+)", code)
    return {name for names in written for name in names if name} | set(re.findall(r"\bcg:(\w+)", data))


def read(files: Iterable[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
