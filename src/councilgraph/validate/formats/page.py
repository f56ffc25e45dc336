"""A report as a page to look at, to print or to send: one file that needs nothing else."""

import html
from collections.abc import Iterator
from typing import TextIO

from councilgraph.errors import printable
from councilgraph.validate.findings import Finding, Group
from councilgraph.validate.formats.words import (
    LONGEST_NAME,
    applied,
    counts,
    cut,
    headline,
    left_out,
    message,
    place,
    times,
    value,
)
from councilgraph.validate.report import Report

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Validation report</title>
<style>
:root { --ink: #1a1a1a; --quiet: #595959; --rule: #d8d8d8; --paper: #fff; --violation: #a4122b; --warning: #8a5300; --info: #1d5a91; --fine: #1e6b3a; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 2rem 1.25rem 4rem; font: 16px/1.5 Helvetica, Arial, "Liberation Sans", sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1rem; font-weight: normal; color: var(--quiet); margin: 0; }
.verdict { font-size: 1.9rem; line-height: 1.2; font-weight: bold; margin: .1rem 0 .4rem; } .fine { color: var(--fine); } .broken { color: var(--violation); }
.quiet { color: var(--quiet); } p { margin: .3rem 0; }
.level { display: inline-block; min-width: 5.2rem; padding: .1rem .5rem; border-radius: .2rem; font-size: .8rem; font-weight: bold; text-align: center; color: #fff; }
.violation { background: var(--violation); } .warning { background: var(--warning); } .info { background: var(--info); }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; } th, td { text-align: left; vertical-align: top; padding: .45rem .6rem .45rem 0; border-bottom: 1px solid var(--rule); }
th { font-size: .8rem; color: var(--quiet); font-weight: normal; } td.number, th.number { text-align: right; padding-right: 1rem; white-space: nowrap; width: 1%; } td.tag { width: 1%; }
section { margin-top: 2.5rem; border-top: 2px solid var(--ink); padding-top: .8rem; } h2 { font-size: 1.2rem; margin: .2rem 0 .4rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .8rem; margin: .5rem 0; } dt { color: var(--quiet); } dd { margin: 0; }
.examples td:first-child { width: 34%; } .examples td:last-child { width: 24%; } .examples strong { font-weight: 600; } small { display: block; color: var(--quiet); font-size: .78rem; } .meant { color: var(--fine); }
a { color: inherit; } code { font-size: .85em; }
@media (max-width: 40rem) { .examples, .examples tbody, .examples tr, .examples td { display: block; width: auto !important; } .examples thead { display: none; } .examples td { border: 0; padding: .1rem 0; } .examples tr { border-bottom: 1px solid var(--rule); padding: .5rem 0; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } section { break-inside: auto; } h2, dl { break-after: avoid; } tr { break-inside: avoid; } .level { border: 1px solid; color: var(--ink); background: none; } thead { display: table-header-group; } }
@page { margin: 18mm 16mm; }
</style>
</head>
<body>
"""


def write_page(report: Report, out: TextIO, limit: int) -> None:
    """The verdict, a table of the rules, and a section a rule with at most ``limit`` examples (0: all)."""
    out.write(_HEAD)
    groups = report.groups
    out.writelines(f"{line}\n" for line in _top(report, groups))
    for number, group in enumerate(groups, 1):
        out.writelines(f"{line}\n" for line in _section(group, number, limit))
    out.write("</body>\n</html>\n")


def _top(report: Report, groups: list[Group]) -> Iterator[str]:
    yield "<h1>Validation report</h1>"
    yield f'<p class="verdict {"fine" if report.conforms else "broken"}">{headline(report).replace("NOT", "not")}</p>'
    yield f"<p>{counts(report).capitalize()} ({applied(report)}).</p>"
    for line in left_out(report):
        yield f'<p class="quiet">{_text(line)}</p>'
    if report.untargeted:
        idle = _text(", ".join(report.untargeted))
        yield f"<p>Shapes without targets, which can never find anything: {idle}</p>"
    if groups:
        yield '<table>\n<thead><tr><th>level</th><th>rule</th><th class="number">findings</th></tr></thead>\n<tbody>'
        for number, group in enumerate(groups, 1):
            link = f'<a href="#r{number}">{_text(group.first.rule_label)}</a>'
            yield f'<tr><td class="tag">{_level(group)}</td><td>{link}</td><td class="number">{group.count:,}</td></tr>'
        yield "</tbody>\n</table>"
        yield '<p class="quiet">A violation is wrong. A warning is probably wrong or lacks something. An info is worth a look.</p>'


def _section(group: Group, number: int, limit: int) -> Iterator[str]:
    first = group.first
    yield f'<section id="r{number}">\n{_level(group)} <span class="quiet">{times(group.count)}</span>'
    yield f"<h2>{_text(first.rule_label)}</h2>\n<dl>"
    for head, told in (("Why", first.reason), ("To mend", first.mend)):
        if told:
            yield f"<dt>{head}</dt><dd>{_text(told)}</dd>"
    yield f"<dt>Rule</dt><dd><code>{_text(first.key)}</code></dd>\n</dl>"
    yield '<table class="examples">\n<thead><tr><th>what</th><th>what is wrong</th><th>where</th></tr></thead>\n<tbody>'
    for finding in group.examples(limit):
        yield f"<tr><td>{_focus(finding)}</td><td>{_wrong(finding)}</td><td>{_text(place(finding))}</td></tr>"
    yield "</tbody>\n</table>"
    if limit and group.count > limit:
        yield f'<p class="quiet">… and {group.count - limit:,} more.</p>'
    yield "</section>"


def _focus(finding: Finding) -> str:
    iri = f"<small>{_text(finding.focus)}</small>" if finding.focus_label.strip("<>") != finding.focus else ""
    return f"<strong>{_text(cut(finding.focus_label, LONGEST_NAME))}</strong>{iri}"


def _wrong(finding: Finding) -> str:
    parts = [_text(message(finding))]
    if told := value(finding):
        head, _, rest = told.partition(": ")
        parts.append(f"<small>{_text(head)}: <b>{_text(rest)}</b></small>")
    if finding.suggestion:
        parts.append(f'<small class="meant">Did you mean {_text(cut(finding.suggestion, LONGEST_NAME))}?</small>')
    return "".join(parts)


def _level(group: Group) -> str:
    return f'<span class="level {group.first.severity}">{group.first.severity}</span>'


def _text(text: str) -> str:
    return html.escape(printable(" ".join(text.split())))
