"""Files as they lie on the disk: what is in a folder, and whether a file is one that can be read."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from councilgraph.documents.errors import Unreadable

LARGEST = 200 << 20
"""Bytes that a file may have."""

_CACHE_TAG = "CACHEDIR.TAG"


def walk(folder: Path, refused: Callable[[Path, OSError], None]) -> Iterator[Path]:
    """All that lies in a folder and below it, files and folders, each folder's sorted.

    What begins with a dot is passed over. Links to folders are not followed, nor are folders searched that are tagged as
    a cache (https://bford.info/cachedir/), such as that of a store.

    Args:
        refused: told of a folder that cannot be listed.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            refused(here, error)
            continue
        if here != folder and any(entry.name == _CACHE_TAG for entry in entries):
            continue
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        waiting += [Path(entry.path) for entry in reversed(shown) if entry.is_dir(follow_symlinks=False)]
        yield from (Path(entry.path) for entry in shown)


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """A file to be read in a ``with`` statement.

    Raises:
        Unreadable: it is no ordinary file, cannot be opened or read, is too large, or its name is not UTF-8.
    """
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise Unreadable("unreadable", "the file's path is not valid UTF-8; rename it") from None
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise Unreadable("unreadable", "this is a folder, not a file")
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable("unreadable", "this is no ordinary file but a pipe, a socket or a device")
        if state.st_size > LARGEST:
            raise Unreadable("too-large", f"the file has {state.st_size >> 20} MB; the limit is {LARGEST >> 20} MB")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ELOOP) and path.is_symlink():
            raise Unreadable("unreadable", "this is a link that leads nowhere") from error
        raise Unreadable("unreadable", f"the file cannot be opened: {error.strerror}") from error
