"""What a constraint complains of, in words."""

import pytest

from .small import checked


@pytest.mark.parametrize(
    ("constraint", "values", "given", "problem"),
    [
        ("sh:minCount 1", "", None, "none"),
        ("sh:minCount 2", "<urn:p> 1 ;", "1", "1 where at least 2 is asked"),
        ("sh:maxCount 1", '<urn:p> "a", "b" ;', "a; b", "2 where at most 1 is asked"),
        ("sh:datatype xsd:date", '<urn:p> "31/01/2024" ;', None, "not a day such as 2024-01-31"),
        ("sh:datatype <urn:odd>", "<urn:p> 1 ;", None, "not <urn:odd>"),
        ("sh:nodeKind sh:IRI", "<urn:p> 1 ;", None, "not a thing with an IRI, not text"),
        ("sh:class <urn:C>", "<urn:p> 1 ;", None, "not one of the class “A class”"),
        ("sh:minInclusive 3", "<urn:p> 1 ;", None, "at least 3 is asked"),
        ("sh:maxExclusive 1", "<urn:p> 1 ;", None, "less than 1 is asked"),
        ("sh:maxLength 2", '<urn:p> "abc" ;', None, "at most 2 characters are asked"),
        ('sh:pattern "^[0-9]$"', '<urn:p> "abc" ;', None, "not of the form ^[0-9]$"),
        ("sh:in ( 2 3 4 5 6 7 )", "<urn:p> 1 ;", None, "not one of 2, 3, 4, 5, 6 and 1 more"),
        ('sh:languageIn ( "en" "cy" )', '<urn:p> "a"@fr ;', None, "not one of en, cy"),
        ("sh:hasValue 2", "<urn:p> 1 ;", "1", "2 is not among the values"),
        ("sh:uniqueLang true", '<urn:p> "a"@en, "b"@en ;', "a; b", "more than one text in one language"),
        ("sh:lessThan <urn:q>", "<urn:p> 2 ; <urn:q> 1 ;", None, "not before <urn:q>"),
        ("sh:equals <urn:q>", "<urn:p> 2 ;", None, "“<urn:q>” says otherwise"),
        ("sh:equals <urn:q>", "<urn:q> 2 ;", None, "only “<urn:q>” says so"),
        ("sh:disjoint <urn:q>", "<urn:p> 2 ; <urn:q> 2 ;", None, "the same as <urn:q>"),
        ("sh:not [ sh:nodeKind sh:Literal ]", "<urn:p> 2 ;", None, None),
    ],
)
@pytest.mark.parametrize("engine", ["compiled", "pyshacl"])
def test_a_constraint_in_words(
    constraint: str, values: str, given: str | None, problem: str | None, engine: str
) -> None:
    shape = (
        f"<urn:s> a sh:PropertyShape ; sh:targetNode <urn:x> ; sh:path <urn:p> ; sh:message 'Wrong.' ; {constraint} ."
    )
    findings = checked(f'<urn:C> rdfs:label "A class" . <urn:x> {values} rdfs:label "X" .', shape, engine).findings
    assert {(finding.given, finding.problem) for finding in findings} == {(given, problem)}
    assert {finding.path_label for finding in findings} == {"<urn:p>"}
