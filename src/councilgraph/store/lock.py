"""One writer at a time.

The lock is the operating system's, on the file ``lock``: it ends with the process that holds it, however that ends.
``writer.json`` beside it only tells others who it is; it decides nothing, so a stale one does no harm.
"""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from councilgraph.errors import StoreBusy


@contextmanager
def write_lock(store: Path) -> Iterator[None]:
    """Hold the store's lock, or fail at once.

    Raises:
        StoreBusy: somebody else holds it; the message says who and since when.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(store / "lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise _busy(store) from None
    sidecar = store / "writer.json"
    try:
        holder = {"pid": os.getpid(), "host": platform.node(), "since": datetime.now().isoformat(timespec="seconds")}
        sidecar.write_text(json.dumps(holder), encoding="utf-8")
        yield
    finally:
        sidecar.unlink(missing_ok=True)
        lock.release()


def _busy(store: Path) -> StoreBusy:
    return StoreBusy(
        f"the graph in {store} is being written by {_holder(store)}",
        hint="Wait until that has ended, or end it, and try again. Reading is possible all the while.",
    )


def _holder(store: Path) -> str:
    try:
        holder = json.loads((store / "writer.json").read_text(encoding="utf-8"))
        since = datetime.fromisoformat(holder["since"])
        where = "" if holder["host"] == platform.node() else f" on {holder['host']}"
        when = f"{since:%H:%M}" if since.date() == datetime.now().date() else f"{since:%Y-%m-%d %H:%M}"
        return f"process {int(holder['pid'])}{where} since {when}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
