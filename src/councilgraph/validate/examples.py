"""Examples of what the rules that ship ask: a few nodes that conform, and a few that break the rule."""

import re
from dataclasses import dataclass

from councilgraph import resources

_KIND = re.compile(r"\bex:(right|wrong)")
_NODE = re.compile(r"^\S.*(?:\n[ \t].*)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """Turtle without its prefixes, which are those of `rdf.PREFIXES` and the vocabularies.

    Attributes:
        right, wrong: nodes that conform, and that break the rule, with what refers to them.
        around: what both refer to.
    """

    right: str
    wrong: str
    around: str = ""


def example(rule: str) -> Example | None:
    """The example of a rule that ships, by its key; None for any other."""
    file = resources.shapes() / "examples" / f"{rule}.ttl"
    if not file.is_file():
        return None
    parts: dict[str, list[str]] = {"right": [], "wrong": [], "": []}
    for node in _NODE.findall(file.read_text(encoding="utf-8")):
        if not node.startswith(("@prefix", "#")):
            parts[_kind(node)].append(node)
    return Example(*("\n".join(parts[kind]) for kind in ("right", "wrong", "")))


def _kind(node: str) -> str:
    """Which of the two a node is, or else refers to."""
    subject, kinds = _KIND.match(node), set(_KIND.findall(node))
    if subject:
        return subject[1]
    return kinds.pop() if len(kinds) == 1 else ""
