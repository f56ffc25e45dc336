"""JSON by its rules."""

import json
from pathlib import Path

import pytest

from councilgraph.errors import InputError
from councilgraph.export.json import array, encoded, load


def test_an_array_of_any_length() -> None:
    for length in (0, 1, 3):
        items = [{"n": number} for number in range(length)]
        assert json.loads("".join(array(map(encoded, items)))) == items


@pytest.mark.parametrize("text", ["{", '{"a": NaN}', '{"a": -Infinity}'])
def test_what_is_no_json_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load(file)
    assert raised.value.where == str(file)
