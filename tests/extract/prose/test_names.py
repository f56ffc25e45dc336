"""Capitalised words that may be names."""

import pytest

from councilgraph.extract.prose.names import read_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a board led by Ivor Rusk met", ["Ivor Rusk"]),
        ("a board led by Ivor     Rusk met", ["Ivor Rusk"]),
        ("a board led by Ivor.  Rusk met", []),
        ("Sir Ivor P. Rusk and Dame Edna Frith-Hale", ["Ivor P. Rusk", "Edna Frith-Hale"]),
        ("the Westmarch Alliance and Mother of two Edna Frith", ["Edna Frith"]),
        ("Mayor Bram Tolliver", ["Bram Tolliver"]),
    ],
)
def test_full_names(text: str, names: list[str]) -> None:
    assert [name.text for name in read_names(text, 0, len(text)) if name.full] == names
