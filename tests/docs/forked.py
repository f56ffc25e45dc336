"""Commands as processes of their own that need not import what they run: each is forked from one that has it.

Run as a program this is the server; `programs` begins it and makes a folder, for the ``PATH``, with its client.
"""

import gc
import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CLIENT = """
import json, os, socket, sys

with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    socket.send_fds(server, [b"."], [0, 1, 2])
    server.sendall(json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode())
    server.shutdown(socket.SHUT_WR)
    sys.exit(int(server.recv(9) or 70))
"""


@contextmanager
def programs() -> Iterator[Path]:
    """A folder with ``councilgraph``; what it runs ends with the ``with`` statement."""
    with tempfile.TemporaryDirectory() as name:
        folder, address = Path(name), f"{name}/socket"
        client, program = folder / "client.py", folder / "councilgraph"
        client.write_text(CLIENT.format(address=address), encoding="utf-8")
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -ISE "{client}" "$@"\n', encoding="utf-8")
        program.chmod(0o700)
        with subprocess.Popen([sys.executable, __file__, address], stdout=subprocess.PIPE) as server:
            try:
                assert server.stdout and server.stdout.readline() == b"ready\n"
                yield folder
            finally:
                server.kill()


def serve(address: str) -> None:
    """Run what is asked for until this process is ended."""
    import councilgraph

    for module in pkgutil.walk_packages(councilgraph.__path__, "councilgraph."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(address)
        server.listen()
        print("ready", flush=True)
        while True:
            client, _ = server.accept()
            if os.fork() == 0:
                server.close()
                answer(client)
            client.close()
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass


def answer(client: socket.socket) -> None:
    """Run one command in a process of its own, and tell how that ended when it is gone."""
    _, channels, _, _ = socket.recv_fds(client, 1, 3)
    words, folder, environment = json.loads(client.makefile("rb").read())
    process = os.fork()
    if process:
        _, status = os.waitpid(process, 0)
        client.sendall(str(os.waitstatus_to_exitcode(status) % 256).encode())
        os._exit(0)
    client.close()
    for number, channel in enumerate(channels):
        os.dup2(channel, number)
        os.close(channel)
    sys.stdin, sys.stdout, sys.stderr = (open(n, "w" if n else "r", closefd=False) for n in range(3))  # noqa: PTH123, SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["councilgraph", *words]
    from councilgraph.cli import main

    code = 0
    try:
        main()
    except SystemExit as ended:
        code = int(ended.code or 0)
    sys.stdout.flush()
    os._exit(code)  # what it would tidy up first is all that was imported


if __name__ == "__main__":
    serve(sys.argv[1])
