"""Modules of this package run as processes, for work that may hang, crash or go on beside other work.

They are started as commands and not by multiprocessing, so a script or notebook that calls us needs no
``if __name__ == "__main__"``.
"""

import io
import os
import subprocess
import sys
from contextlib import suppress
from typing import TextIO

from councilgraph.errors import CouncilgraphError


def start(module: str, *, stderr: int = subprocess.DEVNULL) -> "subprocess.Popen[str]":
    """Run a module that talks over its standard input and output, see `channels`.

    It imports from where this process does; the current folder, where anybody's files may lie, is not among that.

    Raises:
        CouncilgraphError: the system does not let us.
    """
    places = os.pathsep.join(path for path in sys.path if path)
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-X", "utf8", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            encoding="utf-8",
            errors="surrogatepass",
            env=os.environ | {"PYTHONPATH": places},
        )
    except OSError as error:
        raise CouncilgraphError(f"no process could be started: {error}") from error


def stop(process: "subprocess.Popen[str]") -> None:
    """End a process, whatever it is doing, and close its pipes."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            with suppress(OSError):  # what was still to be written has no reader any more
                pipe.close()


def channels() -> tuple[TextIO, TextIO]:
    """What such a module reads and where it answers; all that libraries print goes to standard error from now on."""
    answers = io.BufferedWriter(io.FileIO(os.dup(1), "w"))
    os.dup2(2, 1)
    questions = io.BufferedReader(io.FileIO(os.dup(0)))
    return (
        io.TextIOWrapper(questions, encoding="utf-8", errors="surrogatepass"),
        io.TextIOWrapper(answers, encoding="utf-8", errors="surrogatepass", newline="\n"),
    )
