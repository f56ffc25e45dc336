"""What README and guide show is what happens."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import forked
from councilgraph import api, resources
from councilgraph.build.project import init_samples
from councilgraph.build.session import build_project
from councilgraph.cli import app

from .pages import CHECKOUT, PAGES, Step, blocks, checked, steps

END = "\x1e"
ENVIRONMENT = Path(sys.executable).parent

pytestmark = pytest.mark.usefixtures("whole")


@pytest.fixture(scope="module")
def demo(whole: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which ``councilgraph demo`` made its project, with Python's twin of what it did."""
    folder = tmp_path_factory.mktemp("read-along")
    build_project(init_samples(folder / "demo"))
    return folder


@pytest.fixture(scope="module")
def councilgraph(forking: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the command that the pages type."""
    return forked.command(forking, tmp_path_factory.mktemp("bin"))


def typed(commands: list[str], folder: Path, programs: Path = ENVIRONMENT) -> list[tuple[int, str]]:
    """Exit code and output of commands typed one after the other into one shell."""
    ending = f"code=$?; printf '\\n{END}%s\\n' $code; (exit $code)"
    path = os.pathsep.join([str(programs), str(ENVIRONMENT), os.environ["PATH"]])
    environment = {name: value for name, value in os.environ.items() if name != "COUNCILGRAPH_STORE"}
    session = subprocess.run(
        ["sh", "-c", "\n".join(f"{command}\n{ending}" for command in commands)],
        cwd=folder,
        env=environment | {"PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    return [(int(code), output) for output, code in re.findall(rf"(.*?)\n{END}(\d+)\n", session.stdout, re.DOTALL)]


def wrong(page: list[Step], folder: Path, programs: Path = ENVIRONMENT) -> list[str]:
    """The commands that print something else than is shown, or fail where the page does not say so."""
    found = []
    results = typed([step.command for step in page], folder, programs)
    assert len(results) == len(page)
    following = [step.command for step in page[1:]] + [""]
    for step, (code, printed), after in zip(page, results, following, strict=True):
        if not step.fits(printed) or (code and after != "echo $?"):
            found.append(f"$ {step.command}\n{printed}(exit code {code})")
    return found


@pytest.mark.skipif(os.name == "nt", reason="the pages show a POSIX shell")
@pytest.mark.parametrize(
    ("name", "start"), [("README.md", "demo"), pytest.param("docs/guide.md", ".", marks=pytest.mark.heavy)]
)
def test_commands_print_what_is_shown(name: str, start: str, demo: Path, councilgraph: Path, tmp_path: Path) -> None:
    page = steps((CHECKOUT / name).read_text(encoding="utf-8"))
    assert sum("councilgraph" in step.command for step in page) >= 5
    if start != ".":
        shutil.copytree(demo / start, tmp_path / start)
    assert wrong(page, tmp_path / start, councilgraph) == []


FIRST_STEPS = [
    pytest.param(command, id=f"{page.name}-{number}")
    for page in PAGES
    for number, command in enumerate(re.findall(r"^1\. `(councilgraph .+)`$", page.read_text("utf-8"), re.MULTILINE))
]


@pytest.mark.parametrize("command", FIRST_STEPS)
def test_the_first_step_to_a_picture_leads_to_one(
    command: str, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNCILGRAPH_STORE", str(demo / "demo" / ".councilgraph" / "store"))
    _, *arguments = shlex.split(command)
    app([*arguments, "-q"], standalone_mode=False)
    assert list(tmp_path.iterdir())


def test_other_output_than_shown_is_noticed() -> None:
    step = Step("x", ["one", "…", "four … six", ""])
    assert step.fits("one\nfour 5 six\n\n")
    assert step.fits("one\ntwo\nthree\nfour five six\n\n")
    for other in (
        "one\nfour 5 six\n",
        "zero\none\nfour 5 six\n\n",
        "one\nfour 5\n\n",
        "one\ntwo\nfour 5 six\n\nseven\n",
    ):
        assert not step.fits(other)


def test_a_failing_command_is_noticed_unless_the_page_says_so(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("needs a POSIX shell")
    assert wrong([Step("false"), Step("echo $?", ["1"])], tmp_path) == []
    assert len(wrong([Step("false"), Step("true")], tmp_path)) == 1
    assert len(wrong([Step("echo one", ["two"])], tmp_path)) == 1


SNIPPETS = [
    pytest.param(snippet, id=f"{page.name}-{number}")
    for page in PAGES
    for number, snippet in enumerate(blocks(page.read_text(encoding="utf-8"), "python"))
]


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_python_runs_and_has_the_values_shown(
    snippet: str, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(snippet, demo, tmp_path, monkeypatch)


def test_python_of_the_api_runs(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert api.__doc__
    (snippet,) = blocks(api.__doc__, "python")
    (tmp_path / "reports").symlink_to(resources.samples() / "documents", target_is_directory=True)
    run(snippet, demo, tmp_path, monkeypatch)


def run(snippet: str, demo: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a snippet in a folder beside a demo; what opens a graph without naming one finds that of the demo."""

    def expect(value: object, shown: object, expression: str) -> None:
        assert value == shown, expression

    monkeypatch.chdir(folder)
    if "store=" not in snippet:
        monkeypatch.setenv("COUNCILGRAPH_STORE", str(demo / "demo" / ".councilgraph" / "store"))
    (folder / "demo").symlink_to(demo / "demo", target_is_directory=True)
    with api.open_graph(demo / "demo" / ".councilgraph" / "store") as graph:
        exec(compile(checked(snippet), "snippet", "exec"), {"expect": expect, "store": graph.store})


def test_another_value_than_shown_is_noticed() -> None:
    shown: list[tuple[object, ...]] = []
    exec(
        compile(checked('"a".upper()  # "A"\n1 + 1  # two\nx = 3  # 4\n'), "snippet", "exec"),
        {"expect": lambda *a: shown.append(a)},
    )
    assert shown == [("A", "A", "'a'.upper()")]


def test_make_targets_that_are_named_exist_and_run_ends_with_the_demo() -> None:
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    for page in PAGES:
        for block in [
            *blocks(page.read_text(encoding="utf-8"), "sh"),
            *re.findall("`make .+?`", page.read_text("utf-8")),
        ]:
            for target in re.findall(r"(?m)^`?make ([a-z-]+)", block):
                assert re.search(rf"(?m)^{target}:", makefile), (page.name, target)
    assert "$(BIN)/councilgraph demo\n" in re.findall(r"(?ms)^run:.*?(?=^\S)", makefile)[0]
    assert steps((CHECKOUT / "docs" / "guide.md").read_text(encoding="utf-8"))[0].command == "councilgraph demo"
