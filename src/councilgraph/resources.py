"""Finds the data that travel with the package.

In a checkout the folders ``ontology/``, ``shapes/`` and ``graphs/`` beside ``src/`` are used as they stand; a wheel
carries them under ``councilgraph/_data/``. Queries, projections and samples lie inside the package in both.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def data_root() -> Path:
    """The folder that holds ``ontology``, ``shapes`` and ``graphs``."""
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "ontology").is_dir():
        return _CHECKOUT
    return _PACKAGE / "_data"


def ontology() -> Path:
    """Folder of the ontology, its vocabularies and the JSON-LD context."""
    return data_root() / "ontology"


def shapes() -> Path:
    """Folder of the SHACL shapes."""
    return data_root() / "shapes"


def graphs() -> Path:
    """Folder of the knowledge graph that ships: registers and documents."""
    return data_root() / "graphs"


def queries() -> Path:
    """Folder of the stored queries."""
    return _PACKAGE / "query" / "library"


def projections() -> Path:
    """Folder of the projections."""
    return _PACKAGE / "projection" / "library"


def samples() -> Path:
    """Folder of our own fictional documents."""
    return _PACKAGE / "samples"


def data_files() -> list[str]:
    """Names of all data files, relative to `data_root`, sorted: the same list in a checkout and in a wheel."""
    root = data_root()
    return sorted(
        path.relative_to(root).as_posix()
        for folder in ("ontology", "shapes", "graphs")
        for path in (root / folder).rglob("*")
        if path.is_file() and path.suffix in {".ttl", ".trig", ".jsonld", ".md", ".toml"}
    )
