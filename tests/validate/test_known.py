"""What is new since an earlier report."""

import json
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph

from councilgraph.errors import InputError, UsageError
from councilgraph.validate import Report
from councilgraph.validate.formats import write
from councilgraph.validate.known import read_known

from . import small

SHAPES = """<urn:s> a sh:NodeShape ; sh:targetClass <urn:Thing> ; rdfs:label "S" ;
  sh:property [ sh:path <urn:age> ; sh:maxInclusive 100 ] ;
  sh:property <urn:named> ; sh:sparql [ sh:select "SELECT $this ?value { $this <urn:of> ?value }" ] .
<urn:named> a sh:PropertyShape ; sh:path ( <urn:p> [ sh:inversePath <urn:q> ] ) ; sh:nodeKind sh:Literal .
"""
OLD = """<urn:a> a <urn:Thing> ; <urn:age> 101, 102 ; <urn:of> <urn:b> . _:x a <urn:Thing> ; <urn:age> 103 .
<urn:b> a <urn:Thing> ; <urn:p> <urn:y> . <urn:z> <urn:q> <urn:y> ."""


def checked(data: str, against: Path | None = None) -> Report:
    return small.checked(data, SHAPES, known=read_known(against) if against else None)


def saved(report: Report, file: Path) -> Path:
    with file.open("w", encoding="utf-8", newline="\n") as out:
        write(report, file.suffix[1:], out)
    return file


@pytest.mark.parametrize("name", ["report.json", "report.ttl"])
def test_only_what_is_new_is_found(name: str, tmp_path: Path) -> None:
    before = checked(OLD)
    assert (len(before.findings), before.known) == (5, None)
    against = saved(before, tmp_path / name)
    same = checked(OLD, against)
    assert (len(same.findings), same.known, same.mended, same.conforms) == (0, 5, 0, True)
    changed = checked(OLD.replace("102", "104").replace("<urn:of> <urn:b>", "<urn:of> <urn:c>"), against)
    assert sorted(finding.value or "" for finding in changed.findings) == ["104", "<urn:c>"]
    assert (changed.known, changed.mended, changed.conforms) == (3, 2, False)


def test_nodes_without_a_name_are_counted(tmp_path: Path) -> None:
    against = saved(checked(OLD), tmp_path / "report.json")
    another = checked(OLD + " _:y a <urn:Thing> ; <urn:age> 103 .", against)
    assert (len(another.findings), another.known, another.mended) == (1, 5, 0)


def test_reports_of_other_validators_are_understood(tmp_path: Path) -> None:
    report = checked(OLD)
    graphs = [Graph().parse(data=small.HEAD + turtle, format="turtle") for turtle in (OLD, SHAPES)]
    _, theirs, _ = pyshacl.validate(graphs[0], shacl_graph=graphs[1])
    assert isinstance(theirs, Graph)
    theirs.serialize(tmp_path / "theirs.ttl", format="turtle")
    assert checked(OLD, tmp_path / "theirs.ttl").known == len(report.findings)


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("report.json", "[]", InputError),
        ("report.json", json.dumps({"findings": [{"rule": "urn:r"}]}), InputError),
        ("report.json", "{", InputError),
        ("report.ttl", "<urn:a> <urn:b> <urn:c> .", InputError),
        ("report.ttl", "<urn:a> <urn:b>", InputError),
    ],
)
def test_what_is_no_report_is_refused(name: str, text: str, error: type[Exception], tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(error):
        checked(OLD, tmp_path / name)


def test_the_kinds_of_report_are_told(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"unknown type of report: report\.csv") as caught:
        read_known(tmp_path / "report.csv")
    assert {".json", ".ttl"} <= set((caught.value.hint or "").replace(",", "").rstrip(".").split())


def test_a_report_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    for name in ("none.json", "none.ttl"):
        with pytest.raises(UsageError, match=name):
            checked(OLD, tmp_path / name)


def test_rules_that_are_not_applied_mend_nothing(tmp_path: Path) -> None:
    against = saved(checked(OLD), tmp_path / "report.json")
    shapes = small.shapes_of(SHAPES).only({"urn:other"})
    report = small.checked(OLD, shapes, known=read_known(against))
    assert (len(report.findings), report.mended) == (0, 0)
