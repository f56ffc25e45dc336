"""XML that goes wrong, or that grows beyond measure as it is read."""

from pathlib import Path

import pytest

from councilgraph.errors import InputError
from councilgraph.rdf import read_triples
from councilgraph.wellformed import check_xml

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">'
LONG = f'<!DOCTYPE r [<!ENTITY e "{"a" * 9000}">]>'
GROWING = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))


@pytest.mark.parametrize(
    ("xml", "place", "message"),
    [
        (f'{RDF}\n<rdf:Description rdf:about="urn:a">\n</rdf:RDF>', ":3:3", "not well-formed: mismatched tag"),
        (f'{RDF}\n<rdf:Description y:about="urn:a"/>\n</rdf:RDF>', ":2:1", "not well-formed: unbound prefix"),
        ("", ":1:1", "not well-formed: no element found"),
        (f'<!DOCTYPE r [<!ENTITY e0 "lol">{GROWING}]>{RDF}<x:p>&e11;</x:p></rdf:RDF>', "", "many times as large"),
        (LONG + RDF + "&e;" * 1000 + "</rdf:RDF>", "", "many times as large"),
        (LONG + RDF + '<x:p a="&e;"/>' * 1000 + "</rdf:RDF>", "", "many times as large"),
        (RDF + "<x:p>" * 1001, ":1", "within each other"),
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
