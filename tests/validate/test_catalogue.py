"""The rules as lists and pages."""

import csv
import json
from io import StringIO

import pytest

from councilgraph.errors import UsageError
from councilgraph.validate.catalogue import as_csv, as_json, as_markdown, as_text, by_subject, render, shown
from councilgraph.validate.examples import example
from councilgraph.validate.shapes import Rule, load_shapes

RULES = by_subject(load_shapes().rules)
OWN = Rule(
    "urn:own/motto", "Councils have a motto", "info", "There is no motto | of {?council}.", "Why not.", "Write one."
)


def test_every_rule_that_ships_has_an_example_of_both_kinds() -> None:
    for rule in RULES:
        found = example(rule.key)
        assert found and "ex:right" in found.right and "ex:wrong" in found.wrong, rule.key
    assert example("motto") is None


def test_an_example_is_all_of_its_file_but_the_prefixes() -> None:
    found = example("judgement-grade-in-scale")
    assert found
    assert found.right.splitlines()[0].endswith("cg:grade social-care-scale:inadequate .")
    assert found.wrong.count("a cg:Judgement") == 2
    assert found.around.count("a cg:Inspection") == 3
    referring = example("one-leader-at-a-time")
    assert referring and "ex:first a cg:Tenure ; cg:inPost ex:wrong" in referring.wrong
    assert "@prefix" not in found.right + found.wrong + found.around


def test_lists_hold_every_rule_once() -> None:
    keys = [rule.key for rule in RULES]
    assert sorted(keys) == sorted(rule.key for rule in load_shapes().rules)
    assert [row["rule"] for row in csv.DictReader(StringIO(as_csv(RULES)))] == keys
    assert [row["rule"] for row in json.loads(as_json(RULES))] == keys
    assert [line.split("`")[1] for line in as_markdown(RULES).splitlines()[2:]] == keys
    listed = [line.split() for line in as_text(RULES).splitlines()]
    assert [words[1] for words in listed if len(words) > 1] == keys
    assert [words[0] for words in listed if len(words) == 1] == sorted({rule.subject for rule in RULES})


def test_values_survive_a_table() -> None:
    assert as_markdown([OWN]).splitlines()[2] == "| `motto` | info |  | Councils have a motto | Why not. | Write one. |"
    (row,) = csv.DictReader(StringIO(as_csv([OWN])))
    assert (row["says"], row["level"], row["iri"]) == ("There is no motto | of ‹council›.", "info", "urn:own/motto")


def test_one_rule_is_told_with_its_example() -> None:
    text = shown(load_shapes().find("span-has-page"))
    assert text.startswith("span-has-page · violation\nA span is on a page\n\nWhy: ")
    for part in ("\nTo mend: ", "\n\nConforms:\n  ex:right a cg:EvidenceSpan", "\n\nBreaks it:\n  ex:wrong a cg:Evid"):
        assert part in text
    assert "Conforms" not in shown(OWN) and "Says: There is no motto | of ‹council›." in shown(OWN)


@pytest.mark.parametrize("name", ["span-has-page", "https://w3id.org/councilgraph/shape/span-has-page"])
def test_a_rule_is_found_by_name_or_iri(name: str) -> None:
    assert load_shapes().find(name).label == "A span is on a page"


def test_near_names_are_offered() -> None:
    with pytest.raises(UsageError, match="no rule “span-has-pge”") as caught:
        load_shapes().find("span-has-pge")
    assert (caught.value.hint or "").startswith("Did you mean span-has-page, ")
    with pytest.raises(UsageError) as caught:
        load_shapes().find("xyz")
    assert caught.value.hint == "`councilgraph rules` lists them all."


def test_the_page_has_a_section_a_rule() -> None:
    page = render()
    assert [line.removeprefix("### ") for line in page.splitlines() if line.startswith("### ")] == [
        r.key for r in RULES
    ]
    assert page.count("\nBreaks it:\n") == len(RULES)
