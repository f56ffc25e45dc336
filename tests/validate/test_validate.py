"""Checking a graph, and new data in its context."""

import re
from pathlib import Path

import pytest

from councilgraph.errors import InputError, UsageError
from councilgraph.rdf import BASE, PREFIXES
from councilgraph.store import EmbeddedStore
from councilgraph.validate import Report, validate
from councilgraph.validate.shapes import OURS

HEAD = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())
JUDGEMENT = """
<urn:mine> a cg:Judgement ; rdfs:label "Mine" ; cg:statedIn {version} ; cg:evidence {span} ;
  cg:inspection <{base}id/inspection/{inspection}> ; cg:council <{base}id/council/northmere> ;
  cg:area <{base}vocab/judgement-area/ilacs-leaders> ; cg:grade <{base}vocab/social-care-scale/{grade}> ; cg:band {band} .
"""


def written(folder: Path, turtle: str, name: str = "mine.ttl") -> Path:
    file = folder / name
    file.write_text(HEAD + turtle, encoding="utf-8")
    return file


def judgement(
    graph: EmbeddedStore, grade: str = "good", band: int = 3, inspection: str = "northmere-ilacs-2024-05"
) -> str:
    """A judgement on the inspection that is there, its words borrowed from another on it."""
    where = f"?j a cg:Judgement ; cg:inspection <{BASE}id/inspection/northmere-ilacs-2024-05> ; cg:evidence ?span ."
    where += " ?span cg:page 2 ; cg:inVersion ?version ."
    (row,) = graph.query(f"SELECT * {{ {where} }} LIMIT 1")
    return JUDGEMENT.format(
        base=BASE, version=row["version"], span=row["span"], grade=grade, band=band, inspection=inspection
    )


def rules(report: Report) -> list[str]:
    return [finding.rule.rsplit("/", 1)[-1] for finding in report.findings]


def test_the_samples_conform_and_every_rule_that_reports_wake_is_awake(samples: EmbeddedStore) -> None:
    report = validate(samples)
    assert report.conforms and not report.findings
    assert report.rules > 40 and report.triples == len(samples.default_lines())
    assert report.untargeted == []
    elsewhere = "conflict|interim|figure|number|percentage|share|claim|assess|intervention|amount|comparator|limit|list"
    assert all(re.search(elsewhere, label) for label in report.idle)


def test_without_a_graph_what_stands_is_checked() -> None:
    assert validate().conforms


def test_new_data_conform_in_the_context_of_the_graph(graph: EmbeddedStore, tmp_path: Path) -> None:
    file = written(tmp_path, judgement(graph))
    assert rules(validate(graph, [file])) == ["area-judged-once"]
    assert "every-node-is-described" in rules(validate(None, [file]))


def test_only_what_a_file_mentions_is_reported(graph: EmbeddedStore, tmp_path: Path) -> None:
    broken = f"<{BASE}id/council/northmere> rdfs:label 'A second label' ."
    assert rules(validate(graph, [written(tmp_path, broken)])) == ["every-node-has-one-label"]
    other = written(tmp_path, "<urn:other> rdfs:label 'Another' .", "other.ttl")
    assert rules(validate(graph, [other])) == []


def test_a_finding_says_what_where_and_how_to_mend_it(graph: EmbeddedStore, tmp_path: Path) -> None:
    file = written(tmp_path, judgement(graph, band=4))
    (finding,) = (
        f
        for f in validate(graph, [file]).findings
        if (f.rule_label, f.value) == ("A judgement has the band of its grade", "4")
    )
    assert (finding.severity, finding.focus, finding.focus_label) == ("violation", "urn:mine", "Mine")
    assert finding.path and "cg:band" in finding.path
    assert finding.message.endswith(".") and finding.mend and finding.rule_label
    assert finding.document == "Inspection of Northmere"
    assert finding.page == 2


@pytest.mark.parametrize(
    ("grade", "inspection", "meant"),
    [
        ("requires-improvment", "northmere-ilacs-2024-05", "requires-improvement"),
        ("good", "northmere-ilacs-2024-5", "northmere-ilacs-2024-05"),
    ],
)
def test_a_near_miss_is_asked_about(
    graph: EmbeddedStore, tmp_path: Path, grade: str, inspection: str, meant: str
) -> None:
    file = written(tmp_path, judgement(graph, grade, inspection=inspection))
    (finding,) = (f for f in validate(graph, [file]).findings if f.key == "every-node-is-described")
    assert (finding.suggestion or "").endswith(f"/{meant}")


def test_what_is_like_nothing_is_not_asked_about(graph: EmbeddedStore, tmp_path: Path) -> None:
    file = written(tmp_path, judgement(graph, "zzz"))
    assert not [f for f in validate(graph, [file]).findings if f.suggestion]


SHAPES = """
<urn:shape> a sh:NodeShape ; rdfs:label "Councils have a motto" ; sh:targetClass cg:Council ; sh:severity sh:{level} ;
  sh:message "There is no motto." ; rdfs:comment "Why not." ; skos:note "Write one." ;
  sh:property [ sh:path <urn:motto> ; sh:minCount 1 ; sh:severity sh:{level} ] .
"""


@pytest.mark.parametrize(
    ("level", "conforms", "fails"),
    [
        ("Violation", False, ["violation", "warning", "info"]),
        ("Warning", True, ["warning", "info"]),
        ("Info", True, ["info"]),
    ],
)
def test_own_shapes_apply_in_place_of_those_that_ship(
    graph: EmbeddedStore, tmp_path: Path, level: str, conforms: bool, fails: list[str]
) -> None:
    shapes = written(tmp_path, SHAPES.format(level=level), "motto.ttl")
    report = validate(graph, shapes=[shapes])
    councils = len(list(graph.query("SELECT ?c { ?c a cg:Council }")))
    assert report.severities == {"violation": 0, "warning": 0, "info": 0} | {level.lower(): councils}
    assert report.conforms == conforms
    assert [level for level in ("violation", "warning", "info") if report.fails(level)] == fails
    first = report.findings[0]
    assert (first.rule_label, first.message, first.mend) == (
        "Councils have a motto",
        "There is no motto.",
        "Write one.",
    )
    assert first.path == "<urn:motto>" and first.value is None


def test_shapes_in_a_folder_are_joined(graph: EmbeddedStore, tmp_path: Path) -> None:
    written(tmp_path, SHAPES.format(level="Info"), "motto.ttl")
    written(tmp_path, "<urn:other> a sh:NodeShape ; sh:targetNode <urn:x> ; sh:nodeKind sh:Literal .", "other.ttl")
    assert validate(graph, shapes=[tmp_path]).rules == 2


def test_a_shape_that_can_find_nothing_is_told_of(graph: EmbeddedStore, tmp_path: Path) -> None:
    shapes = written(tmp_path, SHAPES.format(level="Info").replace("sh:targetClass cg:Council ;", ""))
    report = validate(graph, shapes=[shapes])
    assert report.untargeted == ["Councils have a motto"]
    idle = written(tmp_path, SHAPES.format(level="Info").replace("cg:Council", "<urn:Unicorn>"), "idle.ttl")
    assert validate(graph, shapes=[idle]).idle == ["Councils have a motto"]


def test_rules_in_sparql_apply(graph: EmbeddedStore, tmp_path: Path) -> None:
    select = f"SELECT $this ?value {{ $this <{PREFIXES['cg']}leadInspector> ?value }}"
    rule = f"sh:sparql [ sh:message 'Led by {{?value}}' ; sh:prefixes <urn:p> ; sh:select '{select}' ]"
    shapes = written(tmp_path, f"<urn:s> a sh:NodeShape ; sh:targetClass cg:Inspection ; {rule} .")
    found = validate(graph, shapes=[shapes]).findings
    assert len(found) == len(list(graph.query("SELECT * { ?inspection cg:leadInspector ?person }"))) == 1
    assert all(finding.message.startswith("Led by ") for finding in found)


def test_blank_nodes_of_two_files_stay_apart(graph: EmbeddedStore, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for name in ("a", "b"):
        written(data, f"_:x a <urn:Thing> ; rdfs:label '{name}' .", f"{name}.ttl")
    once = "sh:property [ sh:path rdfs:label ; sh:maxCount 1 ]"
    shapes = written(tmp_path, f"<urn:s> a sh:NodeShape ; sh:targetClass <urn:Thing> ; {once} .")
    report = validate(graph, [data], shapes=[shapes])
    assert report.conforms and report.idle == []


def test_what_is_not_there_is_said(graph: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        validate(graph, [tmp_path / "none.ttl"])
    with pytest.raises(UsageError, match="no RDF file in folder"):
        validate(graph, shapes=[tmp_path])
    (tmp_path / "x.docx").write_text("")
    with pytest.raises(UsageError, match="unknown RDF file type"):
        validate(graph, [tmp_path / "x.docx"])


def test_a_malformed_file_is_said_with_its_place(graph: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:b>\n  <urn:c> ;;; oops .\n")
    with pytest.raises(InputError) as caught:
        validate(graph, [tmp_path / "bad.ttl"])
    assert (caught.value.where or "").startswith(f"{tmp_path / 'bad.ttl'}:2:")


@pytest.mark.parametrize(
    "shape",
    [
        "<urn:s> a sh:PropertyShape ; sh:targetClass cg:Council ; sh:minCount 1 .",
        "<urn:s> a sh:NodeShape ; sh:targetClass cg:Council ; sh:property [ sh:path rdfs:label ; sh:minCount 'one' ] .",
    ],
)
def test_shapes_that_are_no_shacl_are_said(graph: EmbeddedStore, tmp_path: Path, shape: str) -> None:
    with pytest.raises(InputError, match="shapes"):
        validate(graph, shapes=[written(tmp_path, shape)])


def test_triple_terms_cannot_be_checked(graph: EmbeddedStore, tmp_path: Path) -> None:
    file = tmp_path / "star.nt"
    file.write_text("<urn:a> <urn:b> <<( <urn:s> <urn:p> <urn:o> )>> .\n")
    with pytest.raises(InputError, match="triple terms"):
        validate(graph, [file])


COUNTED = "<urn:s> a sh:NodeShape ; sh:targetClass <urn:Thing> ; sh:sparql [ sh:select '{query}' ] ."
OLD = "SELECT $this ?value { $this <urn:age> ?value FILTER(?value > 2) }"


def test_what_data_alone_decide_is_left_to_pyshacl_when_it_shows(tmp_path: Path) -> None:
    """The engine takes 007 for 7; a query by another hand may ask for the difference."""
    shapes = written(tmp_path, COUNTED.format(query=OLD), "shapes.ttl")
    for number, why in (("7", None), ("007", "the data hold literals in forms")):
        data = written(tmp_path, f"<urn:x> a <urn:Thing> ; <urn:age> '{number}'^^xsd:integer .", "data.ttl")
        report = validate(None, [data], shapes=[shapes])
        assert [finding.value for finding in report.findings] == [number]
        (explained,) = report.explained
        assert explained.why == why or (why and (explained.why or "").startswith(why))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this { $this <urn:age> ?value FILTER( }",
        "SELECT $this { $this foo:age ?value }",
        "SELECT $this (SUM(?v) AS ?value) { $this <urn:name> ?v } GROUP BY $this LIMIT 5",
    ],
)
@pytest.mark.parametrize("engine", ["compiled", "pyshacl"])
def test_a_query_that_cannot_be_run_is_told_of_by_its_rule(tmp_path: Path, query: str, engine: str) -> None:
    shapes = written(tmp_path, COUNTED.format(query=query), "shapes.ttl")
    data = written(tmp_path, "<urn:x> a <urn:Thing> ; <urn:age> 3 ; <urn:name> 'Ann' .", "data.ttl")
    with pytest.raises(InputError, match="the rule “urn:s” cannot be applied: "):
        validate(None, [data], shapes=[shapes], engine=engine)


def test_a_function_that_nobody_knows_fails_as_the_standard_says(tmp_path: Path) -> None:
    query = "SELECT $this ?value { $this <urn:age> ?value FILTER(<urn:odd>(?value)) }"
    shapes = written(tmp_path, COUNTED.format(query=query), "shapes.ttl")
    data = written(tmp_path, "<urn:x> a <urn:Thing> ; <urn:age> 3 .", "data.ttl")
    for engine in ("compiled", "pyshacl"):
        assert validate(None, [data], shapes=[shapes], engine=engine).conforms


def test_prefixes_are_imported(tmp_path: Path) -> None:
    turtle = """<urn:s> a sh:NodeShape ; sh:targetClass <urn:Thing> ;
      sh:sparql [ sh:prefixes <urn:mine> ; sh:select "SELECT $this ?value { $this my:age ?value }" ] .
    <urn:mine> owl:imports <urn:theirs> .
    <urn:theirs> sh:declare [ sh:prefix "my" ; sh:namespace "urn:"^^xsd:anyURI ] ."""
    data = written(tmp_path, "<urn:x> a <urn:Thing> ; <urn:age> 3 .", "data.ttl")
    for engine in ("compiled", "pyshacl"):
        report = validate(None, [data], shapes=[written(tmp_path, turtle, "shapes.ttl")], engine=engine)
        assert [finding.value for finding in report.findings] == ["3"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("", None),
        (
            "sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate <urn:age> ; sh:object 3 ] ;",
            "rules or functions",
        ),
    ],
)
def test_targets_may_be_queries(tmp_path: Path, more: str, why: str | None) -> None:
    target = "[ a sh:SPARQLTarget ; sh:select 'SELECT ?this { ?this <urn:age> ?age FILTER(?age > 2) }' ]"
    turtle = (
        f"<urn:s> a sh:NodeShape ; sh:target {target} ; {more} sh:property [ sh:path <urn:name> ; sh:minCount 1 ] ."
    )
    data = written(tmp_path, "<urn:x> <urn:age> 3 . <urn:y> <urn:age> 1 .", "data.ttl")
    shapes = written(tmp_path, turtle, "shapes.ttl")
    ours, theirs = (validate(None, [data], shapes=[shapes], engine=engine) for engine in ("compiled", "pyshacl"))
    assert [finding.focus for finding in ours.findings] == ["urn:x"]
    assert ours.findings == theirs.findings
    assert [bool(explained.why) for explained in ours.explained] == [why is not None]


def test_rules_are_chosen_by_name(graph: EmbeddedStore, tmp_path: Path) -> None:
    file = written(tmp_path, judgement(graph, band=4))
    report = validate(graph, [file], rules=["judgement-band-is-that-of-grade"])
    assert (report.rules, len(report.explained)) == (1, 1)
    assert set(rules(report)) == {"judgement-band-is-that-of-grade"}
    assert {"judgement-band-is-that-of-grade", "area-judged-once"} <= set(rules(validate(graph, [file])))
    with pytest.raises(UsageError, match="no rule “judgement-has-one-grad”"):
        validate(graph, rules=["judgement-has-one-grad"])


def test_own_shapes_apply_beside_those_that_ship(graph: EmbeddedStore, tmp_path: Path) -> None:
    shapes = written(tmp_path, SHAPES.format(level="Info"), "motto.ttl")
    report = validate(graph, shapes=[OURS, shapes])
    assert report.rules == validate(graph).rules + 1
    assert "Councils have a motto" in report.summary()["rules"]
