"""XML that goes wrong, or that grows beyond measure as it is read."""

from pathlib import Path

import pytest

from councilgraph.errors import InputError
from councilgraph.rdf import read_triples
from councilgraph.wellformed import check_xml

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">'
GROWING = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))


def declaring(entities: str, rest: str = "<x:p>&e;</x:p></rdf:RDF>") -> str:
    return f"<!DOCTYPE r [{entities}]>{RDF}{rest}"


@pytest.mark.parametrize(
    ("xml", "place", "message"),
    [
        (f'{RDF}\n<rdf:Description rdf:about="urn:a">\n</rdf:RDF>', ":3:3", "not well-formed: mismatched tag"),
        (f'{RDF}\n<rdf:Description y:about="urn:a"/>\n</rdf:RDF>', ":2:1", "not well-formed: unbound prefix"),
        ("", ":1:1", "not well-formed: no element found"),
        (declaring(f'<!ENTITY e0 "lol">{GROWING}', "<x:p>&e11;</x:p></rdf:RDF>"), ":1", "other entities"),
        (declaring(f'<!ENTITY e0 "lol">{GROWING}', "</rdf:RDF>"), ":1", "other entities"),
        (declaring(f'<!ENTITY e "{"a" * 2001}">'), ":1", "much text"),
        (declaring('<!ENTITY e "1"><!ENTITY e "2">'), ":1", "an entity is declared twice"),
        (declaring('<!ENTITY e "1"><!-- <!ENTITY e "2"> -->'), ":1", "or in a comment"),
        (declaring('<!ENTITY e "1"><?pi <!ENTITY e "2"> ?>'), ":1", "or in a comment"),
        (declaring('<!ENTITY % e "1">', "</rdf:RDF>"), ":1", "outside the document"),
        (declaring('<!ENTITY e SYSTEM "file:///etc/passwd">'), ":1", "outside the document"),
        (declaring(f'<!ENTITY e "{"a" * 2000}">', "&e;" * 6000 + "</rdf:RDF>"), ":1", "many times as large"),
        (declaring(f'<!ENTITY e "{"a" * 2000}">', '<x:p a="&e;"/>' * 6000 + "</rdf:RDF>"), ":1", "many times as large"),
        (declaring(f'<!ENTITY e "{"a" * 1999}">', '<x:p xmlns:y="u:&e;&e;"/></rdf:RDF>'), ":1", "very long one"),
        (RDF + '<x:p xmlns:y="urn:y"/>' * 1001 + "</rdf:RDF>", ":1", "very many namespaces"),
        (f'{RDF}<x:p xml:base="urn:{"a" * 2000}"/></rdf:RDF>', ":1", "base is very long"),
        (RDF + "<x:p>" * 1001, ":1", "within each other"),
        (f'<?xml version="1.0" encoding="ISO-8859-1"?>{RDF}</rdf:RDF>', ":1", "it is in ISO-8859-1"),
        (f'<?xml version="1.0" encoding="foo-99"?>{RDF}</rdf:RDF>', ":1", "it is in foo-99"),
    ],
)
def test_a_file_that_cannot_be_read_safely_is_refused(tmp_path: Path, xml: str, place: str, message: str) -> None:
    file = tmp_path / "a.rdf"
    file.write_text(xml, encoding="utf-8")
    for content in (None, xml.encode()):
        with pytest.raises(InputError, match=message) as caught:
            check_xml(file, content)
        assert caught.value.where == f"{file}{place}"


def test_entities_that_shorten_names_are_fine(tmp_path: Path) -> None:
    file = tmp_path / "a.rdf"
    xml = f'<!DOCTYPE r [<!ENTITY x "urn:x:">]>{RDF}<rdf:Description rdf:about="&x;a"><x:p>b</x:p></rdf:Description></rdf:RDF>'
    file.write_text(xml, encoding="utf-8")
    assert [str(triple.subject) for triple in read_triples(file)] == ["<urn:x:a>"]
