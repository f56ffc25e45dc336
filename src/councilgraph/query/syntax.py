"""What can be told of a SPARQL text without running it: its form, its prefixes, what it must not do.

Only as much is read as that takes: tokens (SPARQL 1.1, section 19.8), so that a word in a string, an IRI or a comment
is not taken for a keyword.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from councilgraph.errors import QueryError
from councilgraph.rdf import PREFIXES

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"},
)
_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n\r]* )
    | (?P<iri>     <[^<>"{}|^`\x00-\x20]*> )
    | (?P<string>  \"\"\"(?:\\.|[^\\])*?\"\"\" | '''(?:\\.|[^\\])*?''' | "(?:\\.|[^"\\\n\r])*" | '(?:\\.|[^'\\\n\r])*' )
    | (?P<variable> [?$]\w+ )
    | (?P<name>    (?P<prefix> (?:[^\W\d_](?:[\w.-]*[\w-])?)? ) : (?:(?:[\w:%]|\\.)(?:[\w:.%-]|\\.)*)? )
    | (?P<blank>   _:[\w.-]+ )
    | (?P<language> @[a-zA-Z-]+ )
    | (?P<word>    [^\W\d]\w* )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: the name of its kind in the grammar above, its text, and how many code points come before it."""

    kind: str
    text: str
    start: int
    prefix: str | None = None


def tokens(sparql: str) -> Iterator[Token]:
    """The tokens that matter here; numbers and punctuation are passed over, comments too."""
    for match in _TOKEN.finditer(sparql):
        kind = match.lastgroup or ""
        if kind != "comment":
            yield Token(kind, match[0], match.start(), match["prefix"] if kind == "name" else None)


def check(sparql: str) -> None:
    """Refuse what is no query or would leave this machine.

    Raises:
        QueryError: it is an update, or it has a SERVICE clause.
    """
    words = [token.text.upper() for token in tokens(sparql) if token.kind == "word"]
    verbs = [word for word in words if word in _FORMS or word in _UPDATES]
    if verbs and verbs[0] in _UPDATES:
        raise QueryError(
            f"this is an update ({verbs[0]}), and queries only read",
            hint="Documents enter the graph by `councilgraph build`, data of your own by `councilgraph load`.",
        )
    if any("SERVICE" in _keywords(token) for token in tokens(sparql)):
        raise QueryError(
            "SERVICE asks another endpoint over the network, which is never done",
            hint="Fetch the data, take them in with `councilgraph load`, and query them here.",
        )


def _keywords(token: Token) -> str:
    """The part of a token in which the engine, which does not heed word borders, may see a keyword."""
    if token.kind in ("iri", "string", "variable"):
        return ""
    return (token.text if token.prefix is None else token.prefix).upper()


def undeclared(sparql: str, known: Mapping[str, str] = PREFIXES) -> Token | None:
    """The first prefixed name whose prefix is neither declared in the query nor known."""
    declared = declared_prefixes(sparql)
    return next(
        (t for t in tokens(sparql) if t.prefix is not None and t.prefix not in declared and t.prefix not in known), None
    )


def declared_prefixes(sparql: str) -> set[str]:
    """The prefixes that a query declares itself."""
    declared = set()
    before = ""
    for token in tokens(sparql):
        if before == "PREFIX" and token.prefix is not None:
            declared.add(token.prefix)
        before = token.text.upper() if token.kind == "word" else ""
    return declared


def with_prefixes(sparql: str) -> str:
    """The query with the declarations of known prefixes that it uses and leaves out, so that it runs anywhere."""
    declared = declared_prefixes(sparql)
    used = {token.prefix for token in tokens(sparql) if token.prefix in PREFIXES}
    lines = [f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in sorted(used & PREFIXES.keys() - declared)]
    return "".join(lines) + sparql


def position(sparql: str, start: int) -> tuple[int, int]:
    """Line and column, from 1, of a place given in code points."""
    before = sparql[:start]
    return before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1
