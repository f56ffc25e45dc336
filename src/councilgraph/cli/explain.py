"""``councilgraph explain``."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from councilgraph.cli.options import StoreOption

if TYPE_CHECKING:
    from councilgraph.query.explanation import Explanation, Place

_WIDTH = 100


def command(
    thing: Annotated[
        str, typer.Argument(help="A judgement, finding, inspection …: short id, IRI or label.", metavar="THING")
    ],
    store: StoreOption = None,
) -> None:
    """Print the words that prove something.

    They come with their page and what stands around them. Ids are those of our tables: the last column of most stored queries. Of an inspection, its judgements are explained
    too. The words themselves are marked with “>”.

    \b
    Examples:
      councilgraph explain staffordshire-ilacs-2023-11
      councilgraph explain staffordshire-ilacs-2023-11-ilacs-overall-requires-improvement
    In Python: councilgraph.api.open_graph().explain("staffordshire-ilacs-2023-11").
    """
    from councilgraph.build.project import store_folder, text_of
    from councilgraph.query.explanation import explain
    from councilgraph.query.things import find
    from councilgraph.store import open_store

    folder = store_folder(store)
    with open_store(folder) as graph:
        explanation = explain(graph, find(graph, thing), lambda sha256: text_of(folder, sha256))
    typer.echo(as_text(explanation))


def as_text(explanation: "Explanation") -> str:
    """An explanation as lines for a terminal."""
    lines = [explanation.label, "  " + ", ".join(dict.fromkeys(explanation.kinds))]
    lines += [f"  {name}: {value}" for name, value in explanation.facts]
    lines.append(f"  id: {explanation.iri}")
    if not explanation.places and not explanation.parts:
        lines.append("\nNo words of a document are tied to it; it comes from a register, the vocabulary or a build.")
    for place in explanation.places:
        lines += ["", *_place(place)]
    for part in explanation.parts:
        lines += ["", part.label]
        for place in part.places:
            lines += ["", *_place(place)]
    return "\n".join(lines)


def _place(place: "Place") -> Iterator[str]:
    proves = f" prove {' and '.join(place.proves)}" if place.proves else ""
    source = ", ".join(filter(None, [place.publisher, place.published]))
    yield f"  Words{proves}: page {place.page} of “{place.title}”{f' ({source})' if source else ''}"
    if place.url:
        yield f"  {place.url}"
    yield f"  characters {place.start:,} to {place.end:,} of its text"
    if place.before:
        yield from _wrapped(place.before, "    | ")
    yield from _wrapped(
        place.quote or "(the words did not travel with this graph; `councilgraph quotes FOLDER` puts them back)",
        "    > ",
    )
    if place.after:
        yield from _wrapped(place.after, "    | ")


def _wrapped(words: str, mark: str) -> Iterator[str]:
    for line in textwrap.wrap(" ".join(words.split()), _WIDTH - len(mark), break_on_hyphens=False):
        yield mark + line
