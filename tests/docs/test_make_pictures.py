"""The pictures of the pages are those that the script makes, and small."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from .pages import CHECKOUT, PAGES, links

PICTURES = CHECKOUT / "docs" / "pictures"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_pictures", CHECKOUT / "docs" / "make_pictures.py")
    assert spec and spec.loader
    module = sys.modules["make_pictures"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_picture_is_shown_on_a_page_and_can_be_made_again(script: ModuleType) -> None:
    shown = {Path(link).name for page in PAGES for link in links(page.read_text("utf-8")) if link.endswith(".png")}
    assert {f"{name}.png" for name in script.PICTURES} == shown == {file.name for file in PICTURES.glob("*.png")}


def test_a_picture_of_many_colours_is_kept_small(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all(file.stat().st_size <= script.MOST for file in PICTURES.glob("*.png"))
    (tmp_path / "pictures").mkdir()
    monkeypatch.setattr(script, "DOCS", tmp_path)
    Image.effect_noise((400, 400), 90).convert("RGB").save(tmp_path / "noise.png")
    monkeypatch.setattr(script, "MOST", 120_000)
    script.keep("noise", (tmp_path / "noise.png").read_bytes())
    assert (tmp_path / "pictures" / "noise.png").stat().st_size <= 120_000 < (tmp_path / "noise.png").stat().st_size


def test_a_tool_that_is_missing_leaves_the_picture_as_it_is(script: ModuleType) -> None:
    with pytest.raises(script.Missing):
        script.run("no-such-program")
