"""The page on projections in the documentation."""

from collections.abc import Iterator

from councilgraph.projection.definition import FILTERS, PARALLEL, Definition, stored

_HEAD = """\
# Projections

Written by docs/make_pages.py from the files of the projections. A projection says which things of the graph are the nodes
of a picture, which statements its edges, and how both look. `councilgraph projections` lists them,
`councilgraph export NAME -o FILE` writes one for a drawing tool: [from a command to a picture](tools.md). In Python:

```python
from councilgraph import projection

leads = projection.project(store, projection.get("lead-inspectors"))
network = leads.to_networkx()
```

All take `--since` and `--until` (only edges that lasted into these days), `--around THING` with `--depth` (only what is
within so many edges of it), `--metrics` and `--parallel`:

| `--parallel` | shows |
| --- | --- |
{parallel}

Every edge has an id that is the same in every run, a day where it is known, and the documents that state it.
"""


def render() -> str:
    """The page, as Markdown."""
    known = stored()
    lines = [_HEAD.format(parallel="\n".join(f"| `{name}` | {words} |" for name, words in PARALLEL.items()))]
    lines += [f"- [{name}](#{name}): {definition.title}" for name, definition in known.items()]
    for definition in known.values():
        lines += _section(definition)
    return "\n".join(lines) + "\n"


def _section(definition: Definition) -> Iterator[str]:
    yield from ("", f"## {definition.name}", "", f"{definition.title}. {definition.about}", "")
    manner = "Edges have a direction" if definition.directed else "Edges have no direction"
    yield f"{manner}; of parallel ones it shows {PARALLEL[definition.parallel]}."
    if definition.filters:
        yield from ("", "| filter | shows |", "| --- | --- |")
        yield from (f"| `--{name}` | {FILTERS[name].about} |" for name in definition.filters)
    yield from ("", "```sh", definition.command, "```")
    for block in definition.edges:
        yield from ("", f"Edges “{block.kind}”:" if block.kind else "Edges, called by their property:")
        yield from ("", "```sparql", block.query.strip(), "```")
    kinds = [f"“{block.kind}”" for block in definition.nodes]
    if kinds:
        yield from ("", f"Nodes: {', '.join(kinds)}.")
