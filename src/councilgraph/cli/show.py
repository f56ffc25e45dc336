"""``councilgraph show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from councilgraph.cli.options import StoreOption, VerboseOption

if TYPE_CHECKING:
    from councilgraph.query.profile import Grading, Profile, Visit


def command(
    council: Annotated[str, typer.Argument(help="A council: name, code, short id or IRI.", metavar="COUNCIL")],
    store: StoreOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Show a council and its grades over time.

    Each grade comes with the pages that print it. Near-names are never taken for one another: where none fits whole, near ones are offered.

    \b
    Examples:
      councilgraph show Staffordshire
      councilgraph show "Stoke-on-Trent City Council" -v     with the id of each grade
      councilgraph show E10000028
    In Python: councilgraph.api.open_graph().show("Staffordshire").
    """
    from councilgraph.build.project import store_folder
    from councilgraph.query.profile import profile
    from councilgraph.query.things import find
    from councilgraph.store import open_store

    with open_store(store_folder(store)) as graph:
        about = profile(graph, find(graph, council, "council"))
    typer.echo(as_text(about, verbose))


def as_text(about: "Profile", verbose: bool = False) -> str:
    """A profile as lines for a terminal."""
    facts = {key: ", ".join(values) for key, values in about.facts.items()}
    who = [facts.get("type", ""), facts.get("region", "")]
    named = ("GSS", "former GSS", "DfE", "Ofsted", "since", "until")
    codes = [f"{name} {facts[name]}" for name in named if name in facts]
    lines = [facts.get("name", about.council), " · ".join(filter(None, [", ".join(filter(None, who)), *codes]))]
    lines = [line for line in lines if line]
    for word, kin in (("Before it", about.predecessors), ("After it", about.successors)):
        if kin:
            lines.append(f"{word}: " + ", ".join(f"{name} ({_id(iri)})" for iri, name in kin.items()))
    if not about.visits:
        lines += ["", "No inspection of it is in this graph."]
        lines += [f"Of the council before it: councilgraph show {_id(iri)}" for iri in about.predecessors]
    for visit in about.visits:
        lines += ["", *_visit(visit, verbose)]
    if about.visits:
        lines += ["", f"The words behind them: councilgraph explain {_id(about.visits[-1].inspection)}"]
    return "\n".join(lines)


def _visit(visit: "Visit", verbose: bool) -> list[str]:
    from councilgraph.query.days import span_words

    when = span_words(visit.start, visit.end) or "date not known"
    led = f" · led by {' and '.join(visit.leaders)}" if visit.leaders else ""
    lines = [f"{when} · {visit.kind}{led}", f"  {_id(visit.inspection)}"]
    if not visit.gradings:
        return [*lines, "  no grade"]
    width = max(len(grading.area) for grading in visit.gradings.values())
    grades = max(len(grading.grade) for grading in visit.gradings.values())
    titles = dict.fromkeys(title for grading in visit.gradings.values() for title in grading.pages)
    marks = {title: f"[{number}] " if len(titles) > 1 else "" for number, title in enumerate(titles, 1)}
    for grading in visit.gradings.values():
        line = f"  {grading.area:<{width}}  {grading.grade:<{grades}}  {_pages(grading, marks)}"
        lines.append(line + ("  (superseded)" if grading.superseded else ""))
        if verbose:
            lines.append(f"      {_id(grading.judgement)}")
    return [*lines, *(f"  from: {marks[title]}{title}" for title in titles)]


def _pages(grading: "Grading", marks: dict[str, str]) -> str:
    """The pages, each document's behind its mark."""
    return "; ".join(
        f"{marks[title]}p{'p' if len(pages) > 1 else ''}. {', '.join(map(str, pages))}"
        for title, pages in grading.pages.items()
    )


def _id(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
