"""Every format, whatever is written with it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from councilgraph.errors import UsageError
from councilgraph.export import FORMATS, format_of, write
from councilgraph.projection import Projection

from .projections import projections


@pytest.mark.parametrize("name", FORMATS)
@given(seen=projections())
def test_what_is_written_is_read_back(name: str, seen: Projection) -> None:
    with TemporaryDirectory() as folder:
        (written,) = write(seen, [Path(folder) / f"graph{FORMATS[name].suffixes[0]}"])
        assert written.format == name
        assert all(file.stat().st_size for file in written.files)
        assert set(Path(folder).rglob("*.*")) >= set(written.files)
        assert not [file for file in Path(folder).rglob("*") if file.name.startswith(".")]
