"""Builds where the user stands: in a project, beside one that is made, or in a store that was named."""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from councilgraph.build.pipeline import Progress, build
from councilgraph.build.project import Project, find_project, init_project
from councilgraph.build.report import BuildReport
from councilgraph.documents.manifest import note
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
        if not path.exists():
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
    registers = sorted(project.registers.glob("*.ttl")) if project.registers.is_dir() else []
    return build(project.store, places, registers=registers, workers=workers, progress=progress)


def add_documents(project: Project, paths: Sequence[Path], row: Mapping[str, str]) -> list[Path]:
    """Copy documents into the project's folder and note in its manifest what is known of them.

    Args:
        row: title, publisher, published, url and licence; empty where unknown.

    Raises:
        UsageError: a path is no file, or a file of that name with other content is there already.
    """
    for path in paths:
        target = project.documents / path.name
        if not path.is_file():
            raise UsageError(f"no such file: {path}", hint="`add` takes files; `build FOLDER` reads a folder in place.")
        if target.exists() and target.read_bytes() != path.read_bytes():
            raise UsageError(f"{target} is there already, with other content", hint="Rename one of the two.")
    project.documents.mkdir(exist_ok=True)
    for path in paths:
        if path.resolve() != (project.documents / path.name).resolve():
            shutil.copyfile(path, project.documents / path.name)
    if any(row.values()):
        note(project.documents, [path.name for path in paths], row)
    return [project.documents / path.name for path in paths]
