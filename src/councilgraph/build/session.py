"""Builds where the user stands: in a project, beside one that is made, or in a store that was named."""

import filecmp
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from councilgraph.build.pipeline import Progress, build
from councilgraph.build.project import Project, find_project, init_project
from councilgraph.build.report import BuildReport
from councilgraph.documents import is_there
from councilgraph.documents.manifest import check_values, note
from councilgraph.errors import UsageError


def build_here(
    paths: Sequence[Path],
    *,
    store: Path | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> tuple[BuildReport, Path]:
    """Build from paths into the named store, else ``COUNCILGRAPH_STORE``, else the project's, made if there is none.

    Returns:
        What was done, and the folder of the store.
    """
    for path in paths:
        if not is_there(path):
            raise UsageError(f"no such file or folder: {path}")
    named = store or (Path(os.environ["COUNCILGRAPH_STORE"]) if os.environ.get("COUNCILGRAPH_STORE") else None)
    if named:
        return build(named, paths, workers=workers, progress=progress), named
    project = find_project()
    if project is None:
        if not paths:
            raise UsageError(
                "no project here and no documents named", hint="Run `councilgraph build FOLDER` or `councilgraph init`."
            )
        project = init_project(Path.cwd())
    return build_project(project, paths, workers=workers, progress=progress), project.store


def build_project(
    project: Project, paths: Sequence[Path] = (), *, workers: int | None = None, progress: Progress | None = None
) -> BuildReport:
    """Build a project from its documents folder and further paths, with its own registers."""
    places = [*([project.documents] if project.documents.is_dir() else []), *paths]
    return build(project.store, places, registers=project.own_registers(), workers=workers, progress=progress)


def add_documents(project: Project, paths: Sequence[Path], row: Mapping[str, str]) -> list[Path]:
    """Copy documents into the project's folder and note in its manifest what is known of them.

    Args:
        row: title, publisher, published, url and licence; empty where unknown.

    Raises:
        UsageError: a path is no file, a file of that name with other content is there already, a value makes no sense,
            or there is no room or permission.
        InputError: the manifest that is there cannot be read.
    """
    check_values(row)
    targets = [project.documents / path.name for path in paths]
    for path, target in zip(paths, targets, strict=True):
        if not path.is_file():
            raise UsageError(f"no such file: {path}", hint="`add` takes files; `build FOLDER` reads a folder in place.")
        if targets.count(target) > 1:
            raise UsageError(f"two files are called {path.name}", hint="Rename one of the two.")
        if target.exists() and not _same(target, path):
            raise UsageError(f"{target} is there already, with other content", hint="Rename one of the two.")
    for path, target in zip(paths, targets, strict=True):
        _copy(path, target)
    if any(row.values()):
        note(project.documents, [path.name for path in paths], row)
    return targets


def _same(one: Path, other: Path) -> bool:
    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError as error:
        raise UsageError(f"cannot open {error.filename}: {error.strerror}") from error


def _copy(path: Path, target: Path) -> None:
    """Copy a file; what is at the target is never half of it."""
    if target.exists():
        return
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, temporary)
        os.replace(temporary, target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise UsageError(f"cannot copy {path} to {target}: {error.strerror}") from error
