"""Modules run as processes."""

import subprocess
import sys

import pytest

from councilgraph import processes
from councilgraph.errors import CouncilgraphError

pytestmark = pytest.mark.usefixtures("real_processes")


def test_a_process_imports_from_where_we_do() -> None:
    process = processes.start("councilgraph.build.reader")
    assert process.stdout and process.stdout.readline() == "ready\n"
    processes.stop(process)
    assert process.returncode is not None


def test_what_a_module_prints_besides_does_not_get_into_its_answers() -> None:
    program = (
        "import os, sys; from councilgraph import processes\n"
        "questions, answers = processes.channels()\n"
        "print('a library talks'); os.write(1, b'so does one in C')\n"
        "answers.write(questions.readline().upper()); answers.flush()"
    )
    talk = subprocess.run(
        [sys.executable, "-c", program], input="märz\n", capture_output=True, encoding="utf-8", check=True
    )
    assert talk.stdout == "MÄRZ\n"
    assert "a library talks" in talk.stderr and "so does one in C" in talk.stderr


def test_a_system_that_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", sys.executable + "-not")
    with pytest.raises(CouncilgraphError, match="no process could be started"):
        processes.start("councilgraph.build.reader")
