"""What was probably meant."""

import pytest

from .small import checked

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
