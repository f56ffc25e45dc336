"""Profiles: which level each rule has for some purpose, and which rules are left out."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from councilgraph import resources
from councilgraph.errors import InputError, UsageError
from councilgraph.validate.findings import SEVERITIES
from councilgraph.validate.shapes import Shapes, load_shapes

_LEVELS = (*SEVERITIES, "off")


def shipped() -> dict[str, Path]:
    """The profiles that ship, by name."""
    return {file.stem: file for file in sorted((resources.shapes() / "profiles").glob("*.toml"))}


def with_profile(shapes: Shapes, profile: str | Path) -> Shapes:
    """Shapes with the levels of a profile.

    Args:
        profile: the name of one that ships, or a TOML file.

    Raises:
        UsageError: there is no such profile, or it names a rule that is none; the hint offers near names.
        InputError: it is not well-formed.
    """
    file = shipped().get(str(profile), Path(profile))
    levels = _levels(file)
    found = {}
    for name, level in levels.items():
        if level not in _LEVELS:
            hint = f"Levels are {', '.join(_LEVELS)}."
            raise InputError(f"{name} has the unknown level “{level}”", where=str(file), hint=hint)
        try:
            found[shapes.find(name).iri] = level
        except UsageError as error:
            raise UsageError(error.message, hint=error.hint, where=str(file)) from error
    return shapes.with_levels(found)


def _levels(file: Path) -> dict[str, object]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        names = ", ".join(shipped())
        hint = f"Profiles that ship: {names}; others are TOML files."
        raise UsageError(f"no profile “{file}”: {error.strerror}", hint=hint) from error
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8 text", where=str(file)) from error
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not well-formed TOML: {error}", where=str(file)) from error
    levels = told.get("levels")
    if not isinstance(levels, dict):
        hint = 'Such as: [levels] on a line of its own, then version-has-publisher = "off".'
        raise InputError("a profile has a table [levels]", where=str(file), hint=hint)
    return levels


def chosen(shapes: Sequence[Path] | None, profile: str | Path | None, rules: Sequence[str]) -> Shapes:
    """The shapes that are asked for, as `councilgraph.validate.validate` takes them."""
    asked = load_shapes(shapes)
    if profile is not None:
        asked = with_profile(asked, profile)
    return asked.only([asked.find(name).iri for name in rules]) if rules else asked
