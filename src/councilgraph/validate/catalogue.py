"""The rules as lists and pages: what each asks, how grave it is to break it, why, and how to mend what does."""

import csv
import json
import re
from collections.abc import Callable, Sequence
from io import StringIO

from councilgraph.validate.examples import example
from councilgraph.validate.findings import SEVERITIES
from councilgraph.validate.shapes import Rule, load_shapes

_COLUMNS = ("rule", "level", "subject", "asks", "why", "mend", "says", "iri")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|]")
_BLANK = re.compile(r"\{[?$](\w+)\}")
_PAGE = """\
# The rules

Written by docs/make_pages.py from the [shapes](../shapes/README.md). `councilgraph rules` lists them in a terminal,
`councilgraph rules NAME` shows one, `--format csv` makes a table of them.

A **violation** is wrong; it makes `councilgraph validate` end with exit code 1. A **warning** is probably wrong or lacks
something that matters. An **info** is worth a look. A [profile](cli.md#validate) gives rules other levels.

The examples are Turtle with the prefixes of the ontology and the vocabularies, about councils that do not exist. Nothing
but the rule in question is shown, so an example that conforms may break other rules.
"""


def shown(rule: Rule) -> str:
    """All about one rule, for people."""
    parts = [f"{rule.key} · {rule.severity}\n{rule.label}"]
    told = (("Why", rule.reason), ("Says", _said(rule)), ("To mend", rule.mend), ("IRI", rule.iri))
    parts += ["\n".join(f"{head}: {text}" for head, text in told if text)]
    if found := example(rule.key):
        blocks = (("Conforms:", found.right), ("Breaks it:", found.wrong), ("Around them:", found.around))
        parts += [f"{head}\n{_indented(text)}" for head, text in blocks if text]
    return "\n\n".join(parts)


def as_text(rules: Sequence[Rule]) -> str:
    """A line a rule, under the name of the file that it is in."""
    width = max((len(rule.key) for rule in rules), default=0)
    lines: list[str] = []
    for subject in dict.fromkeys(rule.subject for rule in rules):
        lines += ["", subject] if subject else []
        lines += [
            f"  {rule.severity:<9}  {rule.key:<{width}}  {rule.label}" for rule in rules if rule.subject == subject
        ]
    return "\n".join(lines).lstrip("\n")


def as_json(rules: Sequence[Rule]) -> str:
    """A list of objects."""
    return json.dumps(list(map(_row, rules)), ensure_ascii=False, indent=2)


def as_csv(rules: Sequence[Rule]) -> str:
    """A row a rule."""
    out = StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(_row, rules))
    return out.getvalue().rstrip("\n")


def as_markdown(rules: Sequence[Rule]) -> str:
    """A table."""
    columns = _COLUMNS[:6]
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    for rule in rules:
        row = _row(rule) | {"rule": f"`{rule.key}`"}
        cells = [row[column] if column == "rule" else _escaped(row[column]) for column in columns]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


FORMATS: dict[str, Callable[[Sequence[Rule]], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
    "markdown": as_markdown,
}
SUFFIXES = {".txt": "text", ".json": "json", ".csv": "csv", ".md": "markdown"}


def by_subject(rules: Sequence[Rule]) -> list[Rule]:
    """The rules by the file that they are in, gravest first."""
    return sorted(rules, key=lambda rule: (rule.subject, SEVERITIES.index(rule.severity), rule.key))


def render() -> str:
    """The page on rules in the documentation, as Markdown."""
    rules = by_subject(load_shapes().rules)
    lines = [_PAGE]
    for subject in dict.fromkeys(rule.subject for rule in rules):
        listed = [rule for rule in rules if rule.subject == subject]
        lines += [f"- {subject}: " + ", ".join(f"[{rule.key}](#{rule.key})" for rule in listed)]
    for subject in dict.fromkeys(rule.subject for rule in rules):
        lines += ["", f"## {subject.capitalize()}"]
        for rule in (rule for rule in rules if rule.subject == subject):
            lines += _section(rule)
    return "\n".join(lines) + "\n"


def _section(rule: Rule) -> list[str]:
    lines = ["", f"### {rule.key}", "", f"**{rule.label}** ({rule.severity}). {rule.reason}", ""]
    lines += [f"- It says: {_said(rule)}", f"- To mend: {rule.mend}"]
    if found := example(rule.key):
        blocks = (("Conforms", found.right), ("Breaks it", found.wrong), ("Around them", found.around))
        for head, text in blocks:
            lines += ["", f"{head}:", "", "```turtle", text, "```"] if text else []
    return lines


def _row(rule: Rule) -> dict[str, str]:
    told = (rule.key, rule.severity, rule.subject, rule.label, rule.reason, rule.mend, _said(rule), rule.iri)
    return {column: text or "" for column, text in zip(_COLUMNS, told, strict=True)}


def _said(rule: Rule) -> str:
    """The message of a rule, with the names of what is filled in."""
    return _BLANK.sub(r"‹\1›", rule.message or "")


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
