"""Processes that need not import what they run: each is forked from one that has it.

Starting a process as a user's machine does takes most of the time of reading a small file or judging a small graph. Run as
a program this is the process that is forked, see `serve`.
"""

import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

CLIENT = """
import json, os, socket, sys

with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    socket.send_fds(server, [b"."], [0, 1, 2])
    server.sendall(json.dumps(["councilgraph.cli", sys.argv[1:], os.getcwd(), dict(os.environ)]).encode())
    server.shutdown(socket.SHUT_WR)
    pid, code = server.makefile().read().split()
    sys.exit(int(code) % 256)
"""


class Forked:
    """What `processes.start` gives, as far as it is used: a module that talks over its standard input and output."""

    stderr = None

    def __init__(self, address: str, module: str, stderr: int) -> None:
        questions, ours = os.pipe()
        theirs, answers = os.pipe()
        talk = os.open(os.devnull, os.O_WRONLY) if stderr == subprocess.DEVNULL else os.dup(stderr)
        with socket.socket(socket.AF_UNIX) as server:
            server.connect(address)
            socket.send_fds(server, [b"."], [questions, answers, talk])
            server.sendall(json.dumps([module, [], str(Path.cwd()), dict(os.environ)]).encode())
            server.shutdown(socket.SHUT_WR)
            self._told = server.makefile()
        for channel in (questions, answers, talk):
            os.close(channel)
        self.stdin = open(ours, "w", encoding="utf-8", errors="surrogatepass")  # noqa: PTH123, SIM115
        self.stdout = open(theirs, encoding="utf-8", errors="surrogatepass")  # noqa: PTH123, SIM115
        self.pid, self.returncode = int(self._told.readline()), None
        self._lock = Lock()

    def kill(self) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        with self._lock:
            if self.returncode is None:
                self.returncode = int(self._told.readline())
                self._told.close()
            return self.returncode


@contextmanager
def server() -> Iterator[str]:
    """The address of a process that is forked, which ends with the ``with`` statement."""
    with tempfile.TemporaryDirectory() as folder:
        address = f"{folder}/socket"
        with subprocess.Popen([sys.executable, __file__, address], stdout=subprocess.PIPE) as process:
            try:
                assert process.stdout and process.stdout.readline() == b"ready\n"
                yield address
            finally:
                process.kill()


def command(address: str, folder: Path) -> Path:
    """A folder, for the ``PATH``, with a ``councilgraph`` that is forked."""
    client, program = folder / "client.py", folder / "councilgraph"
    client.write_text(CLIENT.format(address=address), encoding="utf-8")
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -ISE "{client}" "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    return folder


def serve(address: str) -> None:
    """Fork whenever it is asked for, until this process is ended."""
    import councilgraph

    for module in pkgutil.walk_packages(councilgraph.__path__, "councilgraph."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    prepare()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(64)
        print("ready", flush=True)
        while True:
            asking, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                answer(asking)
            asking.close()
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass


def prepare() -> None:
    """Have ready what is made when it is first needed, such as the patterns of prose."""
    from councilgraph import resources
    from councilgraph.build.reader import read_record
    from councilgraph.documents import Source

    for folder in ("articles", "documents"):
        for file in sorted((resources.samples() / folder).iterdir()):
            read_record(Source(file, file.name))


def answer(asking: socket.socket) -> None:
    """Run what is asked for in a process of its own; tell its number, and how it ended when it is gone."""
    _, channels, _, _ = socket.recv_fds(asking, 1, 3)
    name, words, folder, environment = json.loads(asking.makefile("rb").read())
    process = os.fork()
    if process:
        for channel in channels:
            os.close(channel)
        with suppress(OSError):  # nobody may want to know any more
            asking.sendall(f"{process}\n".encode())
            _, status = os.waitpid(process, 0)
            asking.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os._exit(0)
    asking.close()
    for number, channel in enumerate(channels):
        os.dup2(channel, number)
        os.close(channel)
    sys.stdin, sys.stdout, sys.stderr = (open(n, "w" if n else "r", closefd=False) for n in range(3))  # noqa: SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [name.removesuffix(".cli"), *words]
    code = 0
    try:
        importlib.import_module(name).main()
    except SystemExit as ended:
        code = int(ended.code or 0)
    except BaseException as error:
        traceback.print_exception(error)
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # what it would tidy up first is all that was imported


if __name__ == "__main__":
    serve(sys.argv[1])
