"""Results in words."""

from councilgraph.validate.shapes import load_shapes

from .small import checked


def test_a_value_of_no_type_does_not_keep_the_rest_from_being_judged() -> None:
    """Nothing can be put in order with it, so what cannot be judged is said of it."""
    data = """<urn:x> a cg:Inspection ; cg:earliestStart "2024-13-45"^^xsd:date ; cg:latestStart "2024-01-01"^^xsd:date .
    <urn:y> a cg:Inspection ; cg:earliestEnd "2024-02-01"^^xsd:date ; cg:latestEnd "2024-01-01"^^xsd:date ."""
    found = {finding.key: finding for finding in checked(data, load_shapes()).findings}
    assert (found["date-is-a-day"].value, found["date-is-a-day"].path_label) == ("2024-13-45", "cg:earliestStart")
    refused = found["start-bounds-in-order"]
    assert (refused.focus, refused.value) == ("urn:x", "2024-13-45")
    assert refused.message.startswith("“2024-13-45” is no xsd:date; until it is, ")
    assert found["end-bounds-in-order"].focus == "urn:y"


def test_why_a_value_conforms_to_no_shape_is_told() -> None:
    turtle = """<urn:s> a sh:NodeShape ; sh:targetClass <urn:Thing> ; sh:message "Not good." ; sh:node <urn:t> .
    <urn:t> a sh:NodeShape ; sh:property [ sh:path <urn:age> ; sh:minCount 1 ; sh:message "No age." ] ,
      [ sh:path <urn:name> ; sh:datatype xsd:string ; sh:message "No name." ] ."""
    for engine in ("compiled", "pyshacl"):
        (finding,) = checked("<urn:x> a <urn:Thing> ; <urn:name> 3 .", turtle, engine).findings
        assert finding.message == "Not good. No age. No name."


def test_what_a_message_names_has_its_label() -> None:
    query = "SELECT $this ?value { $this <http://x/of> ?value }"
    shape = f"<urn:s> a sh:NodeShape ; sh:targetClass <urn:Thing> ; sh:sparql [ sh:message 'Of {{?value}}, so.' ; sh:select '{query}' ] ."
    data = "<urn:a> a <urn:Thing> ; <http://x/of> <http://x/b>, <http://x/c>, 'http' . <http://x/b> rdfs:label 'Ben' ."
    messages = [finding.message for finding in checked(data, shape).findings]
    assert sorted(messages) == ["Of Ben, so.", "Of http, so.", "Of http://x/c, so."]


def test_a_shape_without_words_of_its_own_is_put_in_words() -> None:
    shape = """<urn:s> a sh:NodeShape ; sh:targetNode <urn:x> ; sh:property [ sh:path rdfs:label ; sh:minCount 1 ] ,
      [ sh:path cg:page ; sh:minInclusive 1 ; sh:maxCount 2 ] ."""
    found = checked(
        "<urn:x> cg:page 0, 2, 3 . rdfs:label rdfs:label 'label' . cg:page rdfs:label 'page' .", shape
    ).findings
    assert [
        (finding.message, finding.path_label, finding.value, finding.given, finding.problem) for finding in found
    ] == [
        ("3 where at most 2 is asked.", "page", None, "0; 2; 3", None),
        ("At least 1 is asked.", "page", "0", None, None),
        ("There is no label.", "label", None, None, None),
    ]
