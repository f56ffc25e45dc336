"""Stored queries: questions with a name, in files that are legal SPARQL as they stand.

A file ``NAME.rq`` begins with comment lines that hold TOML: ``title``, ``question``, and a table
``[parameters.NAME]`` for each parameter with its ``type`` and ``about``, with ``default`` or ``optional = true`` where
it may be left out, and an ``example``. A parameter is the variable of that name, or of another given as ``variable``.
The query has a line ``VALUES ?VARIABLE { UNDEF }`` wherever it is needed: a value takes the place of UNDEF, as a term and never as text;
without one the line goes.
"""

import re
import shlex
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from councilgraph import resources
from councilgraph.errors import InputError, UsageError
from councilgraph.near import unknown
from councilgraph.query.things import KINDS, find, find_all
from councilgraph.rdf import NamedNode, boolean, day, integer, text
from councilgraph.store.protocol import Queryable, Term

_HEAD = re.compile(r"\s*(?:#.*\n)+")
_TITLE = re.compile(r"^# ?title *=", re.MULTILINE)
_TYPES = {
    **{name: kind.name for name, kind in KINDS.items()},
    "thing": "anything in the graph",
    "year": "a year",
    "date": "a day as YYYY-MM-DD",
    "integer": "a whole number",
    "boolean": "yes or no",
    "text": "any text",
}
_PAGE = """\
# Stored queries

Questions with a name, each one SPARQL query over the default graph. `councilgraph queries` lists them,
`councilgraph query NAME key=value` runs one; a value may be a name, a short id from a table or an IRI. With
`--with-sources` each row has the document, page and words that prove it. In Python:

```python
from councilgraph.query import library, run

sparql = library.get("grade-history").bind(store, {"council": "Staffordshire"})
table = run(store, sparql)
```

A project's own queries lie in its folder `queries/`, in files like those of the package.
"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A blank in a stored query.

    Attributes:
        type: a key of `things.KINDS`, or ``thing year date integer boolean text``.
        about: what the value does, in a sentence.
        optional: whether it may be left out.
        default: the value where none is given.
        example: a value that shows the form.
        variable: the variable in the query; empty: that of the same name.
    """

    name: str
    type: str
    about: str
    variable: str = ""
    optional: bool = False
    default: str | None = None
    example: str | None = None

    @property
    def expects(self) -> str:
        """What kind of value it takes, in words."""
        return _TYPES[self.type]

    @property
    def manner(self) -> str:
        """``, optional`` or the default, to be put after `expects`."""
        if self.default is not None:
            return f", else {self.default}"
        return ", optional" if self.optional else ""

    @property
    def blank(self) -> re.Pattern[str]:
        """The line of the query that a value completes; its one group is the indent."""
        return re.compile(rf"^([ ]*)VALUES \?{re.escape(self.variable or self.name)} \{{ UNDEF \}}\n", re.MULTILINE)

    def terms(self, store: Queryable, value: str) -> list[Term]:
        """The RDF terms that a value stands for; several where a name means several grades.

        Raises:
            UsageError: the value is not of the type, or names nothing in the graph.
        """
        match self.type:
            case "text":
                return [text(value)]
            case "year" | "integer":
                if not re.fullmatch(r"\d{4}" if self.type == "year" else r"[+-]?\d{1,18}", value, re.ASCII):
                    raise self._wrong(value)
                return [integer(int(value))]
            case "boolean":
                if value not in ("yes", "no"):
                    raise self._wrong(value)
                return [boolean(value == "yes")]
            case "date":
                try:
                    return [day(date.fromisoformat(value).isoformat())]
                except ValueError:
                    raise self._wrong(value) from None
        kind = None if self.type == "thing" else self.type
        several = kind is not None and KINDS[kind].several
        return [NamedNode(iri) for iri in (find_all(store, value, kind) if several else [find(store, value, kind)])]

    def _wrong(self, value: str) -> UsageError:
        return UsageError(f"{self.name} is {self.expects}, and “{value}” is none")


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """A named question with blanks.

    Attributes:
        title, question: what it is called; what it asks, in a sentence.
        params: its parameters by name.
        text: the SPARQL, without the head.
    """

    name: str
    title: str
    question: str
    params: dict[str, Parameter]
    text: str

    @property
    def example(self) -> dict[str, str]:
        """Values that show how it is called."""
        return {name: parameter.example for name, parameter in self.params.items() if parameter.example}

    @property
    def command(self) -> str:
        """The command line that runs the example."""
        given = (f"{name}={shlex.quote(value)}" for name, value in self.example.items())
        return " ".join(["councilgraph query", self.name, *given])

    def bind(self, store: Queryable, arguments: Mapping[str, str]) -> str:
        """The SPARQL with the blanks filled.

        Args:
            store: where names are looked up.
            arguments: values by the names of parameters.

        Raises:
            UsageError: a parameter is unknown or missing, or a value does not fit.
        """
        if unknown := sorted(arguments.keys() - self.params.keys()):
            raise UsageError(f"{self.name} has no parameter “{unknown[0]}”", hint=self._hint())
        sparql = self.text
        for name, parameter in self.params.items():
            value = arguments.get(name, parameter.default)
            if value is None and not parameter.optional:
                raise UsageError(f"{self.name} needs {name}=…", hint=self._hint())
            terms = " ".join(map(str, parameter.terms(store, value))) if value is not None else ""
            filled = f"VALUES ?{parameter.variable or name} {{ {terms} }}\n" if terms else ""
            sparql = parameter.blank.sub(lambda line, filled=filled: line[1] + filled if filled else "", sparql)  # type: ignore[misc]
        return sparql

    def _hint(self) -> str:
        if not self.params:
            return f"{self.name} takes no parameters."
        listed = "; ".join(f"{name}: {p.expects}{p.manner}" for name, p in self.params.items())
        return f"Its parameters are {listed}."


def stored(*folders: Path) -> dict[str, StoredQuery]:
    """The queries that ship, and those in further folders, which may replace them; by name, sorted.

    Raises:
        InputError: the head of a file is not what it must be.
    """
    return {name: read(file) for name, file in sorted(_files(*folders).items())}


def get(name: str, *folders: Path) -> StoredQuery:
    """The stored query of a name.

    Raises:
        UsageError: there is none; the hint offers near names.
    """
    files = _files(*folders)
    if name in files:
        return read(files[name])
    raise unknown("stored query", name, files, "councilgraph queries")


def _files(*folders: Path) -> dict[str, Path]:
    return {file.stem: file for folder in (resources.queries(), *folders) for file in folder.glob("*.rq")}


def read(file: Path) -> StoredQuery:
    """A query from a file, with or without a head.

    Raises:
        UsageError: there is no such file.
        InputError: the head is not what it must be, or a parameter has no line in the query.
    """
    try:
        content = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8 text", where=str(file)) from error
    head = _HEAD.match(content)
    if head is None or not _TITLE.search(head[0]):
        return unnamed(content, file.stem)
    try:
        facts = tomllib.loads(re.sub(r"(?m)^# ?", "", head[0]))
        params = {name: Parameter(name, **fact) for name, fact in facts.get("parameters", {}).items()}
        return StoredQuery(file.stem, facts["title"], facts["question"], _checked(params, content), content)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"the head of this query is not right: {error}", where=str(file)) from error


def unnamed(sparql: str, name: str = "this query") -> StoredQuery:
    """A query without a head, which takes no parameters."""
    return StoredQuery(name, name, "", {}, sparql)


def without_head(sparql: str) -> str:
    """A query without the comment lines at its beginning."""
    head = _HEAD.match(sparql)
    return sparql[head.end() :].lstrip("\n") if head else sparql


def render() -> str:
    """The page on stored queries in the documentation, as Markdown."""
    queries = stored()
    lines = [_PAGE]
    lines += [f"- [{name}](#{name}): {query.question}" for name, query in queries.items()]
    for name, query in queries.items():
        lines += ["", f"## {name}", "", f"{query.title}. {query.question}"]
        if query.params:
            lines += ["", "| parameter | takes | |", "| --- | --- | --- |"]
            lines += [f"| `{p.name}` | {p.expects}{p.manner} | {p.about} |" for p in query.params.values()]
        lines += ["", "```sh", query.command, "```"]
        lines += ["", "```sparql", without_head(query.text).strip(), "```"]
    return "\n".join(lines) + "\n"


def _checked(params: dict[str, Parameter], content: str) -> dict[str, Parameter]:
    for name, parameter in params.items():
        if parameter.type not in _TYPES:
            raise ValueError(f"{name} has the unknown type “{parameter.type}”")
        if not parameter.blank.search(content):
            raise ValueError(f"there must be a line “VALUES ?{parameter.variable or name} {{ UNDEF }}”")
    return params
