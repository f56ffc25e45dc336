"""What was probably meant."""

import pytest

from councilgraph.rdf import PREFIXES

from .small import checked

VOCAB = PREFIXES["vocab"]

GRADES = """
<urn:scale/good> a cg:Grade ; rdfs:label "Good" ; skos:altLabel "good enough" .
<urn:scale/excellent> a cg:Grade ; rdfs:label "Excellent" .
<urn:other/good> a cg:Grade ; rdfs:label "Good" .
cg:grade rdfs:range cg:Grade ; a rdf:Property .
cg:Grade rdfs:label "Grade" .
"""
SHAPES = """
<urn:grade> a sh:PropertyShape ; sh:targetClass <urn:Thing> ; sh:path cg:grade ; sh:minCount 1 ; sh:class cg:Grade .
<urn:in> a sh:PropertyShape ; sh:targetClass <urn:Thing> ; sh:path <urn:colour> ; sh:in ( "red" "green" <urn:blue> ) .
<urn:range> a sh:PropertyShape ; sh:targetClass <urn:Other> ; sh:path cg:grade ; sh:nodeKind sh:IRI .
<urn:described> a sh:PropertyShape ; sh:targetObjectsOf cg:grade ; sh:path rdf:type ; sh:minCount 1 .
"""


@pytest.mark.parametrize(
    ("said", "rule", "suggestion"),
    [
        ('a <urn:Thing> ; cg:grade "EXCELENT"', "grade", "<urn:scale/excellent>"),
        ('a <urn:Thing> ; cg:grade "god"', "grade", "<urn:other/good> or <urn:scale/good>"),
        ('a <urn:Thing> ; cg:grade "good enugh"', "grade", "<urn:scale/good>"),
        ('a <urn:Thing> ; cg:grade "dreadful"', "grade", None),
        ('a <urn:Other> ; cg:grade "Excellent!"', "range", "<urn:scale/excellent>"),
        ('a <urn:Thing> ; cg:grade <urn:scale/good> ; <urn:colour> "greeen"', "in", "green"),
        ('a <urn:Thing> ; cg:grade <urn:scale/good> ; <urn:colour> "purple"', "in", None),
        ("a <urn:Thing> ; cg:grade <urn:scale/excelent>", "described", "<urn:scale/excellent>"),
        ("a <urn:Thing> ; cg:garde <urn:scale/good>", "grade", "cg:grade, where it says cg:garde"),
        ("a <urn:Thing> ; cg:band 3", "grade", None),
    ],
)
def test_what_is_written_alike_is_offered(said: str, rule: str, suggestion: str | None) -> None:
    found = checked(f"{GRADES} <urn:x> {said} .", SHAPES).findings
    assert [finding.suggestion for finding in found if finding.rule == f"urn:{rule}"] == [suggestion]


@pytest.mark.parametrize(
    ("known", "said", "is_offered"),
    [
        ("west-sussex", "east-sussex", False),
        ("west-sussex", "wets-sussex", True),
        ("west-sussex", "westsussex", True),
        ("bradford", "bedford", False),
        ("bradford", "bradfrod", True),
        ("cambridgeshire", "cambridge", False),
        ("north-lincolnshire", "north-east-lincolnshire", False),
        ("leeds-sif-2015-01", "leeds-sif-2015-02", True),
        ("leeds-sif-2015-01", "leeds-apa-2015-01", False),
        ("hull", "hul", True),
        ("bury", "bath", False),
    ],
)
def test_two_things_with_names_much_alike_are_not_taken_for_each_other(known: str, said: str, is_offered: bool) -> None:
    data = f"<urn:p/{known}> a <urn:Place> . <urn:x> a cg:Grade ; cg:grade <urn:p/{said}> ."
    (found,) = (one for one in checked(data, SHAPES).findings if one.focus == f"urn:p/{said}")
    assert found.suggestion == (f"<urn:p/{known}>" if is_offered else None)


TAKEN = f"""
<{VOCAB}measure/places> a skos:Concept ; rdfs:label "Places" .
<{VOCAB}service-area/place> a skos:Concept ; rdfs:label "Place" .
<urn:council/leeds> a <urn:Council> ; rdfs:label "City of Leeds" . <urn:other/leads> a <urn:Other> ; rdfs:label "Leads" .
"""
TAKES = """
<urn:measure> a sh:PropertyShape ; sh:targetClass <urn:Thing> ; sh:path cg:measure ; sh:class skos:Concept .
<urn:of> a sh:PropertyShape ; sh:targetClass <urn:Thing> ; sh:path <urn:of> ; sh:class <urn:Council> .
"""


@pytest.mark.parametrize(
    ("said", "suggestion"),
    [
        ('cg:measure "place"', "vocab:measure/places"),
        (f"cg:measure <{VOCAB}service-area/places>", "vocab:measure/places"),
        ("<urn:of> <urn:council/leds>", "<urn:council/leeds>"),
        ("<urn:of> <urn:other/leds>", "<urn:council/leeds>"),
        ("<urn:of> <urn:other/leadss>", None),
        ('<urn:of> "Leeds"', "<urn:council/leeds>"),
    ],
)
def test_what_the_property_does_not_take_is_not_offered(said: str, suggestion: str | None) -> None:
    (found,) = checked(f"{TAKEN} <urn:x> a <urn:Thing> ; {said} .", TAKES).findings
    assert found.suggestion == suggestion
