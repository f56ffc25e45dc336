"""Fixtures of this room."""

from pathlib import Path

import pytest

from .graphs import SAMPLES, build_samples


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of all fictional reports. Only to be read or copied."""
    store = tmp_path_factory.mktemp("samples") / "store"
    report = build_samples(store, [SAMPLES])
    assert report.exit_code == 0
    return store
