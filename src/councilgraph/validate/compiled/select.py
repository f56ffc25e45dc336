"""A SELECT query by another hand, taken apart so that it runs once for all focus nodes instead of once for each.

SHACL, section 5.3, puts the focus node in the place of ``$this`` before a query runs. Here the focus nodes are joined to
the patterns in its stead: at the start of the query, of every sub-query, and of every group that names ``$this`` anywhere
in it, which is all the places where a value put in beforehand would be seen and one that is only joined later would not.
What sees more than one solution at a time (a limit, an aggregate over more than ``$this``) would see those of all focus
nodes; a query with any of these is not taken.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from rdflib import RDF

from councilgraph.rdf import PREFIXES
from councilgraph.validate.compiled.run import NotCompiled
from councilgraph.validate.terms import text_of

_TOKEN = re.compile(
    r'''(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')'''
    r"|(?P<iri><[^<>\"{}|^`\\\s]*>)|(?P<comment>\#[^\n]*)|(?P<variable>[?$]\w+)|(?P<language>@[A-Za-z0-9-]+)"
    r"|(?P<name>(?:[A-Za-z_][\w.-]*)?:(?:[\w:%-](?:[\w:%.-]*[\w:%-])?)?)|(?P<word>[A-Za-z_]\w*)|(?P<number>\.?\d+)"
    r"|(?P<other>\s+|.)",
    re.DOTALL,
)
_NEVER = {
    "limit", "offset", "values", "minus", "service", "graph", "from", "reduced", "describe", "construct", "ask", "base", "prefix",
    "group_concat",  # of anything but words the engine makes nothing
}  # fmt: skip
_AGGREGATES = {"count", "sum", "min", "max", "avg", "sample"}
_TYPE = text_of(RDF.type)
_OF_LISTS = {text_of(RDF.first), text_of(RDF.rest)}
_GIVEN = {"currentShape", "shapesGraph", "PATH"}
"""Variables that get a value before a query runs, other than ``$this``."""


@dataclass(slots=True)
class _Part:
    kind: str
    text: str

    @property
    def word(self) -> str:
        return self.text.lower() if self.kind == "word" else ""

    @property
    def is_term(self) -> bool:
        return self.kind in ("variable", "iri", "string", "number") or self.word in ("true", "false")

    @property
    def is_this(self) -> bool:
        return self.kind == "variable" and self.text[1:] == "this"


@dataclass(slots=True)
class _Group:
    """What stands between braces.

    Attributes:
        start: position of its first part.
        is_test: whether it belongs to an EXISTS, which sees the solution that it tests.
        expects: whether it names ``$this``, or a group in it does that is no query.
        is_query: whether it holds a query and nothing else.
        select: position of the SELECT of the query whose pattern it is.
    """

    start: int
    is_test: bool
    expects: bool = False
    is_query: bool = False
    select: int | None = None


@dataclass(slots=True)
class Select:
    """The query, its prefixed names written out.

    Raises:
        NotCompiled: it names a prefix that is not known.
    """

    source: str
    prefixes: Mapping[str, str]
    _parts: list[_Part] = field(init=False)

    def __post_init__(self) -> None:
        parts = (_Part(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(self.source))
        self._parts = [self._spelled(part) for part in parts if part.kind != "comment"]

    @property
    def text(self) -> str:
        """The query as it can stand within another."""
        return "".join(part.text for part in self._parts)

    @property
    def names_this(self) -> bool:
        """Whether ``$this`` is anywhere in it."""
        return any(part.is_this for part in self._parts)

    @property
    def properties(self) -> set[str] | None:
        """IRIs among which are all properties that it looks at; None where a parser has to tell.

        A variable stands for a property where a term ends before it and another begins after it; a path leads along others
        than it names where it leads along all but these.
        """
        parts = [part for part in _patterns(self._parts) if not part.text.isspace()]
        for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
            ends, begins = before.is_term or before.text in ")];[", after.is_term or after.text in "([+-<"
            if part.kind == "variable" and ends and begins:
                return None
            if part.text == "!" and (after.kind == "iri" or after.text in ("(", "^", "a")):
                return None
            if part.text == "\\":
                return None
        named = {_TYPE if part.text == "a" else part.text for part in parts if part.kind == "iri" or part.text == "a"}
        return named | _OF_LISTS if any(part.text == "(" for part in parts) else named

    @property
    def may_stay(self) -> bool:
        """Whether a path of it may have no step, and so lead from any node of the graph to itself."""
        parts = [part for part in self._parts if not part.text.isspace()]
        return any(
            part.text in ("*", "?") and (before.kind == "iri" or before.text in (")", "a"))
            for before, part in pairwise(parts)
        )

    def for_all(self, focus_nodes: str) -> str:
        """The query for all focus nodes at once.

        Args:
            focus_nodes: a pattern that binds ``?this`` to each of them once.

        Raises:
            NotCompiled: it may give something else than the same query for one focus node after the other.
        """
        used = [part.text.upper() for part in self._parts if part.word in _NEVER]
        used += [part.text for part in self._parts if part.kind == "variable" and part.text[1:] in _GIVEN]
        if used:
            raise NotCompiled(f"its query uses {used[0]}")
        text = list(self._parts)
        for group in sorted(self._groups(), key=lambda one: -one.start):
            text.insert(group.start, _Part("other", f" {focus_nodes} "))
        return "".join(part.text for part in text)

    def _spelled(self, part: _Part) -> _Part:
        if part.kind != "name":
            return part
        prefix, _, local = part.text.partition(":")
        namespace = self.prefixes.get(prefix, PREFIXES.get(prefix))
        if namespace is None:
            raise NotCompiled(f"its query uses the prefix {prefix}:, which is not declared")
        return _Part("iri", f"<{namespace}{local}>")

    def _groups(self) -> Iterator[_Group]:
        """The groups that the focus nodes have to be joined to; whether each query within is one that can be."""
        open_groups: list[_Group] = []
        select: int | None = 0
        before = ""
        for position, part in enumerate(self._parts):
            if part.text == "{":
                is_exists = before == "exists"
                within_test = bool(open_groups) and open_groups[-1].is_test
                open_groups.append(_Group(position + 1, within_test or is_exists, select=None if is_exists else select))
                select = select if is_exists else None
            elif part.text == "}":
                group = open_groups.pop()
                if group.select is not None:
                    self._check(group.select, group.start, position)
                elif group.expects and not group.is_query and open_groups:
                    open_groups[-1].expects = True
                if not group.is_test and not group.is_query and (group.expects or group.select is not None):
                    yield group
            elif part.word == "select" and open_groups:
                if open_groups[-1].is_test:
                    raise NotCompiled("a test in its query is a query")
                open_groups[-1].is_query = True
                select = position
            elif part.is_this and open_groups:
                open_groups[-1].expects = True
            before = part.word or (before if part.text.isspace() else "")

    def _check(self, select: int, start: int, end: int) -> None:
        """Whether a query gives every solution its ``$this``, and looks at one at a time."""
        head = list(_outermost(self._parts[select : start - 1]))
        closing = _matching(self._parts, end)
        tail = self._parts[end + 1 : closing]
        if not any(part.is_this or part.text == "*" for part in head):
            raise NotCompiled("a query in it does not select $this")
        words = [part.word for part in tail]
        if "group" in words:
            keys = _outermost(tail[words.index("group") :])
            if not any(part.is_this for part in _until(keys, lambda part: part.word in ("having", "order"))):
                raise NotCompiled("its query counts over more than one focus node")
        elif any(part.word in _AGGREGATES for part in self._parts[select : start - 1]) or "having" in words:
            raise NotCompiled("its query counts over more than one focus node")


def _outermost(parts: list[_Part]) -> Iterator[_Part]:
    """Parts that stand in no brackets."""
    depth = 0
    for part in parts:
        depth -= part.text == ")"
        if not depth:
            yield part
        depth += part.text == "("


def _patterns(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Parts that do not stand between a SELECT and its pattern."""
    is_head = False
    for part in parts:
        is_head = (is_head or part.word == "select") and part.text != "{"
        if not is_head:
            yield part


def _until(parts: Iterator[_Part], ends: Callable[[_Part], bool]) -> Iterator[_Part]:
    for part in parts:
        if ends(part):
            return
        yield part


def _matching(parts: list[_Part], end: int) -> int:
    """Where the query whose pattern ends here ends itself: at the brace around it, or with the text."""
    depth = 0
    for position in range(end + 1, len(parts)):
        depth += (parts[position].text == "{") - (parts[position].text == "}")
        if depth < 0:
            return position
    return len(parts)
