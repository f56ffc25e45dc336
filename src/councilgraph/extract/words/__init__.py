"""The word lists of the extractors, one TOML file a subject, beside this file."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(subject: str) -> dict[str, Any]:
    """The word list of a subject, such as ``grades``; read once."""
    return tomllib.loads(Path(__file__).with_name(f"{subject}.toml").read_text(encoding="utf-8"))
