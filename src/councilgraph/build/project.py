"""A project: the nearest ancestor folder with ``councilgraph.toml``, and what lies in it.

Reading never makes anything: only `init` and a build write here.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from councilgraph import resources
from councilgraph.build.cache import RecordCache
from councilgraph.errors import UsageError

PROJECT_FILE = "councilgraph.toml"
NO_GRAPH = "No graph here"
BUILD_HINT = "Run `councilgraph build FOLDER` to make one, or name one with --store."

_PROJECT_TEXT = """\
# A councilgraph project: documents in documents/, registers of your own in registers/, what you decided about
# items in decisions.csv, graphs made elsewhere in graphs/, the store and its caches in .councilgraph/ (safe to delete: `councilgraph build` makes them again).
"""
_MANIFEST_TEXT = "path,title,publisher,published,url,licence\n"


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project."""

    folder: Path

    @property
    def documents(self) -> Path:
        """Where `add` puts documents and `build` looks for them."""
        return self.folder / "documents"

    @property
    def registers(self) -> Path:
        """Registers of the user's own, Turtle files that join the shipped ones."""
        return self.folder / "registers"

    def own_registers(self) -> list[Path]:
        """The files in `registers`, sorted; none where there is no such folder."""
        return sorted(self.registers.glob("*.ttl")) if self.registers.is_dir() else []

    @property
    def graphs(self) -> Path:
        """Graphs of documents that were made elsewhere, TriG files that join what is built here."""
        return self.folder / "graphs"

    def own_graphs(self) -> list[Path]:
        """The files in `graphs`, sorted; none where there is no such folder."""
        return sorted(self.graphs.glob("*.trig"))

    @property
    def store(self) -> Path:
        """The store's folder."""
        return self.folder / ".councilgraph" / "store"


def find_project(start: Path | None = None) -> Project | None:
    """The project that holds ``start`` (default: the current folder), or None."""
    folder = (start or Path.cwd()).resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / PROJECT_FILE).is_file():
            return Project(candidate)
    return None


def own_folder(name: str) -> list[Path]:
    """The folder of a name in the project around the current folder, in a list; an empty one outside of a project."""
    project = find_project()
    return [project.folder / name] if project else []


def project_of(store: Path) -> Project | None:
    """The project that a store belongs to, or None."""
    project = Project(store.resolve().parent.parent)
    return project if (project.folder / PROJECT_FILE).is_file() and project.store == store.resolve() else None


def init_project(folder: Path) -> Project:
    """Make a project in ``folder``, which may exist; what is there already is left as it is.

    Raises:
        UsageError: the folder cannot be written.
    """
    project = Project(folder.resolve())
    try:
        project.documents.mkdir(parents=True, exist_ok=True)
        _write_new(project.folder / PROJECT_FILE, _PROJECT_TEXT)
        _write_new(project.documents / "manifest.csv", _MANIFEST_TEXT)
    except OSError as error:
        raise UsageError(f"cannot make a project in {folder}: {error.strerror}") from error
    return project


def init_samples(folder: Path) -> Project:
    """Make a project of the fictional documents and of the graphs of real ones that ship; what is in it of an earlier time is replaced.

    Raises:
        UsageError: the folder has other things in it, or cannot be written.
    """
    if folder.exists() and not (folder / PROJECT_FILE).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            f"{folder} is there already and no project", hint="Name a new folder: `councilgraph demo NEW`."
        )
    project = init_project(folder)
    try:
        for part in (project.documents, project.registers):
            shutil.copytree(resources.samples() / part.name, part, dirs_exist_ok=True)
        shutil.copytree(resources.samples() / "articles", project.documents / "articles", dirs_exist_ok=True)
        shutil.copytree(resources.graphs() / "documents", project.graphs, dirs_exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write the samples into {folder}: {error}") from error
    return project


def store_folder(option: Path | None = None) -> Path:
    """The store to read: the one named, or that of the project named, else ``COUNCILGRAPH_STORE``, else the project's own.

    Raises:
        UsageError: there is none; nothing is made by reading.
    """
    named = option or _named_by_environment()
    if named is None:
        project = find_project()
        named = project.store if project else None
    elif (named / PROJECT_FILE).is_file():
        named = Project(named).store
    if named is None or not (named / "current").is_file():
        raise UsageError(NO_GRAPH if named is None else f"{NO_GRAPH}: {named}", hint=BUILD_HINT)
    return named


def text_of(store: Path, text_sha256: str) -> str | None:
    """The normalised text of a version in a store, by its hash, or None where it is no longer kept."""
    return RecordCache(store).text(text_sha256)


def _named_by_environment() -> Path | None:
    value = os.environ.get("COUNCILGRAPH_STORE")
    return Path(value) if value else None


def _write_new(path: Path, content: str) -> None:
    if not path.exists():
        path.write_text(content, encoding="utf-8")
