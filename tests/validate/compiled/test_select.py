"""Queries by another hand run once for all focus nodes, or not at all."""

import pytest

from councilgraph.validate.compiled.run import NotCompiled
from councilgraph.validate.compiled.select import Select

FOCUS = "{ FOCUS }"


def for_all(query: str) -> str:
    return " ".join(Select(query, {"x": "urn:x:"}).for_all(FOCUS).split())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT $this { $this x:p ?v }", "SELECT $this { { FOCUS } $this <urn:x:p> ?v }"),
        (
            "SELECT * WHERE { $this rdfs:label ?v }",
            "SELECT * WHERE { { FOCUS } $this <http://www.w3.org/2000/01/rdf-schema#label> ?v }",
        ),
        (
            "SELECT $this { { FILTER ($this = x:a) } UNION { $this x:p ?v } }",
            "SELECT $this { { FOCUS } { { FOCUS } FILTER ($this = <urn:x:a>) } UNION { { FOCUS } $this <urn:x:p> ?v } }",
        ),
        (
            "SELECT $this { $this x:p ?v FILTER NOT EXISTS { ?v x:q ?w FILTER (?w = $this) } }",
            "SELECT $this { { FOCUS } $this <urn:x:p> ?v FILTER NOT EXISTS { ?v <urn:x:q> ?w FILTER (?w = $this) } }",
        ),
        (
            "SELECT $this { { SELECT $this (COUNT(?v) AS ?n) { $this x:p ?v } GROUP BY $this } FILTER (?n > 1) }",
            "SELECT $this { { FOCUS } { SELECT $this (COUNT(?v) AS ?n) { { FOCUS } $this <urn:x:p> ?v } GROUP BY $this }"
            " FILTER (?n > 1) }",
        ),
        (
            'SELECT $this { $this x:p "a { $this # not a comment" } # LIMIT 1',
            'SELECT $this { { FOCUS } $this <urn:x:p> "a { $this # not a comment" }',
        ),
        (
            "SELECT ?this { ?this <urn:x:limit> ?values FILTER (?values < 3) }",
            "SELECT ?this { { FOCUS } ?this <urn:x:limit> ?values FILTER (?values < 3) }",
        ),
    ],
)
def test_the_focus_nodes_are_joined_where_they_would_be_seen(query: str, expected: str) -> None:
    assert for_all(query) == expected


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT $this { $this x:p ?v } LIMIT 1", "LIMIT"),
        ("SELECT $this { $this x:p ?v MINUS { ?v x:q $this } }", "MINUS"),
        ("SELECT $this { GRAPH $shapesGraph { $this x:p ?v } }", "GRAPH"),
        ("SELECT $this { $this x:p $currentShape }", "currentShape"),
        ("SELECT ?v { $this x:p ?v }", "does not select"),
        ("SELECT $this { $this x:p ?v { SELECT ?v { ?v x:q $this } } }", "does not select"),
        ("SELECT $this (COUNT(?v) AS ?n) { $this x:p ?v }", "more than one focus node"),
        ("SELECT $this { $this x:p ?v } GROUP BY ?v", "more than one focus node"),
        ("SELECT $this { $this x:p ?v } GROUP BY ?v HAVING ($this = 1)", "more than one focus node"),
        ("SELECT $this { $this x:p ?v FILTER EXISTS { SELECT $this { ?v x:q $this } } }", "test"),
        ("SELECT $this { $this y:p ?v }", "prefix y:"),
    ],
)
def test_what_may_differ_is_not_taken(query: str, reason: str) -> None:
    with pytest.raises(NotCompiled, match=reason):
        for_all(query)


RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE, LISTS = f"<{RDF}type>", {f"<{RDF}first>", f"<{RDF}rest>"}


@pytest.mark.parametrize(
    ("query", "properties"),
    [
        ("SELECT $this ?value ?more { $this x:p ?value ; x:q ?more, ?other . ?more x:r 2 }", "p q r"),
        (
            "SELECT $this (COUNT(*) AS ?n) WHERE { $this x:p/^x:q+ ?v FILTER (!bound(?w) && ?v != 3) } GROUP BY $this",
            "p q",
        ),
        ("SELECT * { $this x:p 1 . ?v x:q .5 . ?a x:r true }", "p q r"),
        ("SELECT $this { $this x:p ?v OPTIONAL { ?v x:q 'x:r ?s ?p ?o' } BIND (?v * 2 - 1 AS ?w) }", "p q"),
    ],
)
def test_the_properties_of_most_queries_are_told_without_a_parser(query: str, properties: str) -> None:
    found = Select(query, {"x": "urn:x:"}).properties
    assert found is not None and found - LISTS == {f"<urn:x:{name}>" for name in properties.split()}


def test_some_properties_have_a_spelling_of_their_own() -> None:
    assert Select("SELECT $this { $this a ?kind }", {}).properties == {TYPE}
    assert Select("SELECT $this { $this <urn:p> (1 ?v) }", {}).properties == {"<urn:p>", *LISTS}


@pytest.mark.parametrize(
    ("path", "may_stay"),
    [("x:p*", True), ("x:p?", True), ("(x:p/x:q)*", True), ("a*", True), ("x:p+", False), ("x:p/^x:q", False)],
)
def test_a_path_may_have_no_step(path: str, may_stay: bool) -> None:
    query = f"SELECT * {{ $this {path} ?v FILTER (2 * ?v > 1) {{ SELECT $this (COUNT(*) AS ?n) {{ $this x:q ?u }} GROUP BY $this }} }}"
    assert Select(query, {"x": "urn:x:"}).may_stay == may_stay


@pytest.mark.parametrize(
    "patterns",
    [
        *(
            "$this ?p ?v",
            "$this ?p 2",
            "$this ?p true",
            "$this ?p .5",
            "$this ?p -1",
            "$this ?p 'a'",
            "$this ?p [ x:p 1 ]",
        ),
        *(
            "<urn:a> ?p <urn:b>",
            "$this x:p ?v ; ?p x:o",
            "[ ?p $this ]",
            "[ x:p 1 ] ?p $this",
            "(1 2) ?p $this",
            "$this ?p ()",
        ),
        *(
            "$this !x:p ?v",
            "$this !(x:p|x:q) ?v",
        ),
        *("$this !^x:p ?v", "$this !a ?v"),
    ],
)
def test_a_parser_has_to_tell_where_there_may_be_others(patterns: str) -> None:
    for query in (f"SELECT $this {{ {patterns} }}", f"SELECT $this {{ {{ SELECT * {{ {patterns} }} }} }}"):
        assert Select(query, {"x": "urn:x:"}).properties is None
