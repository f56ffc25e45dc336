"""Text in XML comes back as it is."""

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given

from councilgraph.errors import InputError
from councilgraph.export.survey import clean
from councilgraph.export.xml import elements, escape

from .projections import text


@given(text)
def test_in_an_element_and_in_an_attribute(words: str) -> None:
    words = clean(words)
    read = fromstring(f'<a b="{escape(words)}">{escape(words)}</a>')
    assert (read.get("b"), read.text or "") == (words, words)


def test_elements_come_whole_and_in_order(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_text("<a><b n='1'><c/></b><d/><b n='2'/></a>", encoding="utf-8")
    found = [(each.tag, each.get("n"), len(each)) for each in elements(file, "b", "d")]
    assert found == [("b", "1", 1), ("d", None, 0), ("b", "2", 0)]


def test_what_is_not_well_formed_is_said_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_text("<a>\n<b></a>", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        list(elements(file, "b"))
    assert raised.value.where == f"{file}:2:6"
