"""Other levels for rules."""

from pathlib import Path

import pytest
from rdflib import SH, URIRef

from councilgraph.errors import CouncilgraphError, InputError, UsageError
from councilgraph.validate import Report
from councilgraph.validate.profile import shipped, with_profile
from councilgraph.validate.shapes import load_shapes

from . import small

SHAPES = """<urn:x:outer> a sh:NodeShape ; sh:targetClass <urn:Thing> ; sh:severity sh:Warning ;
  sh:property [ sh:path <urn:age> ; sh:minCount 1 ] ; sh:property <urn:x/named> .
<urn:x/named> a sh:PropertyShape ; sh:path <urn:name> ; sh:minCount 1 .
<urn:x/other> a sh:PropertyShape, rdfs:Class ; sh:path <urn:name> ; sh:minCount 1 .
"""
DATA = "<urn:a> a <urn:Thing>, <urn:x/other> ."


def checked(folder: Path, levels: str, engine: str = "compiled", rules: tuple[str, ...] = ()) -> Report:
    (folder / "profile.toml").write_text(levels, encoding="utf-8")
    shapes = with_profile(small.shapes_of(SHAPES), folder / "profile.toml")
    chosen = shapes.only([shapes.find(name).iri for name in rules]) if rules else shapes
    return small.checked(DATA, chosen, engine)


def found(report: Report) -> set[tuple[str, str]]:
    return {(finding.rule, finding.severity) for finding in report.findings}


@pytest.mark.parametrize("engine", ["compiled", "pyshacl"])
@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("", {"urn:x:outer": "violation", "urn:x/named": "violation", "urn:x/other": "violation"}),
        ('"urn:x:outer" = "info"', {"urn:x:outer": "info", "urn:x/named": "violation", "urn:x/other": "violation"}),
        ('named = "warning"', {"urn:x:outer": "violation", "urn:x/named": "warning", "urn:x/other": "violation"}),
        ('named = "off"', {"urn:x:outer": "violation", "urn:x/other": "violation"}),
        ('other = "off"', {"urn:x:outer": "violation", "urn:x/named": "violation"}),
        ('other = "off"\n"urn:x:outer" = "off"\nnamed = "off"', {}),
    ],
)
def test_rules_have_the_levels_of_the_profile(
    levels: str, expected: dict[str, str], engine: str, tmp_path: Path
) -> None:
    report = checked(tmp_path, f"[levels]\n{levels}", engine)
    assert found(report) == set(expected.items())
    assert {str(r.severity).rsplit("#")[-1].lower() for r in report.results} == set(expected.values())
    assert report.untargeted == []


def test_rules_may_be_chosen_beside(tmp_path: Path) -> None:
    report = checked(tmp_path, '[levels]\nnamed = "info"', rules=("named",))
    assert found(report) == {("urn:x/named", "info")}
    assert (report.rules, report.untargeted) == (1, [])
    assert found(checked(tmp_path, '[levels]\nnamed = "off"', rules=("named",))) == set()


def test_the_shapes_themselves_stay_as_they_are() -> None:
    shapes = small.shapes_of(SHAPES)
    shapes.with_levels({"urn:x/named": "info", "urn:x/other": "off"})
    assert (URIRef("urn:x/named"), SH.severity, None) not in shapes.graph
    assert shapes.has_target(URIRef("urn:x/other"))


@pytest.mark.parametrize("name", shipped())
def test_profiles_that_ship_fit_the_rules_that_ship(name: str) -> None:
    shapes = load_shapes()
    changed = with_profile(shapes, name)
    before, after = ({rule.key: rule.severity for rule in each.rules} for each in (shapes, changed))
    assert before != after and after.keys() <= before.keys()


def test_evidence_may_come_later_in_new_data() -> None:
    assert with_profile(load_shapes(), "new-data").find("assertion-has-evidence").severity == "warning"


@pytest.mark.parametrize(
    ("text", "error", "message", "hint"),
    [
        ('[levels]\nnamd = "off"', UsageError, "no rule “namd”", "Did you mean named?"),
        (
            '[levels]\nnamed = "error"',
            InputError,
            "named has the unknown level “error”",
            "violation, warning, info, off",
        ),
        ("[levels]\nnamed = 3", InputError, "named has the unknown level “3”", "violation, warning, info, off"),
        ("[levels\n", InputError, "not well-formed TOML: ", "line 1"),
        ("levels = 3", InputError, "a profile has a table [levels]", "[levels]"),
        ('title = "x"', InputError, "a profile has a table [levels]", "[levels]"),
    ],
)
def test_a_profile_that_is_none_is_told_of(
    text: str, error: type[CouncilgraphError], message: str, hint: str, tmp_path: Path
) -> None:
    with pytest.raises(error) as caught:
        checked(tmp_path, text)
    assert caught.value.message.startswith(message)
    assert hint in f"{caught.value.hint} {caught.value.message}"
    assert caught.value.where == str(tmp_path / "profile.toml")


def test_a_profile_that_is_not_there_is_told_of() -> None:
    with pytest.raises(UsageError, match="no profile “new-dat”") as caught:
        with_profile(load_shapes(), "new-dat")
    assert "new-data" in (caught.value.hint or "")
