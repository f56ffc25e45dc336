"""Files on the disk."""

import os
import sys
from pathlib import Path

import pytest

from councilgraph.documents.errors import Unreadable
from councilgraph.documents.files import LARGEST, opened, walk

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX file system")


def closed(path: Path) -> Path:
    """Take all permissions away."""
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("we may read everything, as root may")
    return path


def names(folder: Path) -> list[str]:
    def refused(place: Path, error: OSError) -> None:
        raise AssertionError(place)

    return [path.relative_to(folder).as_posix() for path in walk(folder, refused)]


def refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught, opened(path):
        pass
    return caught.value.problem.code, caught.value.problem.message


def test_a_walk_goes_down_and_passes_over_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b/2.pdf", "b/1.pdf", "a/c/3.pdf", ".hidden/4.pdf", ".5.pdf", "z.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert names(tmp_path) == ["a", "b", "z.pdf", "a/c", "a/c/3.pdf", "b/1.pdf", "b/2.pdf"]


def test_a_walk_passes_over_caches(tmp_path: Path) -> None:
    (tmp_path / "store" / "cache").mkdir(parents=True)
    (tmp_path / "store" / "cache" / "text.txt").touch()
    (tmp_path / "store" / "cache" / "CACHEDIR.TAG").touch()
    assert names(tmp_path) == ["store", "store/cache"]


@needs_posix
def test_links_to_folders_do_not_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to("self")
    assert names(tmp_path) == ["a", "a/self", "a/up"]


@needs_posix
def test_folders_may_be_nested_deeper_than_calls_may(tmp_path: Path) -> None:
    depth = 1200
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    met = names(tmp_path)
    for name in reversed(met):
        (tmp_path / name).rmdir()
    assert len(met) == depth


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    closed(tmp_path / "closed")
    met: list[Path] = []
    list(walk(tmp_path, lambda place, error: met.append(place)))
    assert met == [tmp_path / "closed"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    assert refusal(tmp_path / "x.pdf") == ("unreadable", "this is a folder, not a file")


@needs_posix
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.pdf")
    code, message = refusal(tmp_path / "x.pdf")
    assert code == "unreadable" and "a pipe" in message


@needs_posix
@pytest.mark.parametrize("target", ["nowhere.pdf", "x.pdf"])
def test_a_link_that_leads_nowhere(tmp_path: Path, target: str) -> None:
    (tmp_path / "x.pdf").symlink_to(target)
    assert refusal(tmp_path / "x.pdf") == ("unreadable", "this is a link that leads nowhere")


def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").touch()
    assert refusal(closed(tmp_path / "x.pdf")) == ("unreadable", "the file cannot be opened: Permission denied")


def test_a_large_file_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "x.pdf").open("wb") as file:
        file.truncate(LARGEST + (100 << 20))
    assert refusal(tmp_path / "x.pdf") == ("too-large", "the file has 300 MB; the limit is 200 MB")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.pdf")
    path.touch()
    code, message = refusal(path)
    assert code == "unreadable" and "UTF-8" in message
