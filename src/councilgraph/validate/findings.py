"""Findings by the hundred thousand: in order, each once, and not in memory.

They lie in a database of SQLite's that has no name and that nobody else sees: in memory while it is small, in a temporary
file as it grows, gone when it is closed. What orders findings is their key: gravest first, then by rule and node.

Most of a finding is words for people, who read few of many. So a result is put in order by its `Head`, and told in words
whenever it is read.
"""

import json
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from itertools import chain, islice
from operator import attrgetter
from typing import Any, NamedTuple, overload

SEVERITIES = ("violation", "warning", "info")
"""From the gravest down."""
_CACHED = 16_000  # kilobytes of the database that stay in memory
_BATCH = 1_000
_END = b"\x00"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of one rule for one node.

    Attributes:
        rule, rule_label: IRI of the shape, and the rule in words.
        severity: one of `SEVERITIES`.
        focus, focus_label: IRI of the node at fault, and what people call it.
        path, path_label: the property concerned, as ``cg:grade`` and in words; None where the node as a whole is concerned.
        value: the offending value: a literal as written, or the label of a node.  value_iri: the node.
        given: all that the property holds, where it is no single value that offends.
        message: what is wrong by the rule.  problem: what of it, where a rule asks for several things.  reason: why it is asked.  mend: what to do about it.
        suggestion: what was probably meant, where something known is written much like it.
        document, page: title of a document that states the node, and the page of its words.
        where: ``file:line`` where a file of the user's own describes the node.
    """

    rule: str
    rule_label: str
    severity: str
    focus: str
    focus_label: str
    path: str | None = None
    value: str | None = None
    message: str = ""
    mend: str | None = None
    document: str | None = None
    page: int | None = None
    where: str | None = None
    path_label: str | None = None
    value_iri: str | None = None
    given: str | None = None
    reason: str | None = None
    problem: str | None = None
    suggestion: str | None = None

    @property
    def key(self) -> str:
        """The last part of the rule's IRI."""
        return local_name(self.rule)

    def to_dict(self) -> dict[str, Any]:
        """The attributes by their names."""
        return dict(zip(_NAMES, _values(self), strict=True))


class Head(NamedTuple):
    """What puts a finding in order; see `Finding`."""

    severity: str
    rule_label: str
    rule: str
    focus_label: str
    focus: str
    path: str | None
    value: str | None


Tell = Callable[[Sequence[tuple[str, int]]], Iterable[Finding]]
"""Puts texts of results into words, each with how many come before it of its rule."""


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one rule and severity.

    Attributes:
        first: the first of them, which says what they have in common: rule, severity, reason, how to mend.
        count: how many there are.
    """

    first: Finding
    count: int
    _all: "Findings" = field(repr=False, compare=False)

    def __iter__(self) -> Iterator[Finding]:
        return self._all.of(self.first)

    def __len__(self) -> int:
        return self.count

    def examples(self, limit: int) -> list[Finding]:
        """The first so many; 0: all."""
        return list(self._all.of(self.first, limit))


class Findings(Sequence[Finding]):
    """Distinct findings, in order.

    Args:
        tell: the findings that texts of results stand for.
    """

    def __init__(self, findings: Iterable[Finding] = (), tell: Tell = lambda texts: ()) -> None:
        self._tell = tell
        # A report may be read in another thread than it was made in, though never in both at once.
        self._database = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._closed = weakref.finalize(self, self._database.close)
        for setting in (f"cache_size = -{_CACHED}", "journal_mode = OFF", "synchronous = OFF"):
            self._database.execute(f"PRAGMA {setting}")
        self._database.execute("CREATE TABLE finding (key BLOB PRIMARY KEY, told TEXT, result INTEGER)")
        self._database.execute("CREATE TABLE result (number INTEGER PRIMARY KEY, told TEXT)")
        self._database.execute("BEGIN")
        self._counts: dict[bytes, int] = {}
        self._stored, self._results = 0, list[tuple[str]]()
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding, result: str | None = None) -> None:
        """Take in a finding, which may be there already, and the text of the result that it tells of."""
        told = json.dumps(_values(finding))
        self._put(finding, (finding.message, told), told, None)
        if result is not None:
            self._keep(result)

    def add_result(self, head: Head, result: str) -> None:
        """Take in the text of a result, which is told of when it is read."""
        self._put(head, ("", result), None, self._keep(result))

    def _put(self, head: Finding | Head, own: tuple[str, str], told: str | None, number: int | None) -> None:
        """Take in a finding, or the number of a result.

        Args:
            own: what puts it in order among those of the same head, and what makes it another one.
        """
        group, (more, distinct) = _group(head), own
        key = group + _key(head.focus_label, head.focus, head.path or "", head.value or "", more)
        key += blake2b(distinct.encode(), digest_size=16).digest()
        added = self._database.execute("INSERT OR IGNORE INTO finding VALUES (?, ?, ?)", (key, told, number)).rowcount
        self._counts[group] = self._counts.get(group, 0) + added

    def _keep(self, result: str) -> int:
        """The number of a result."""
        self._results.append((result,))
        number = self._stored + len(self._results)
        if len(self._results) == _BATCH:
            self._store_results()
        return number

    def _store_results(self) -> None:
        self._database.executemany("INSERT INTO result (told) VALUES (?)", self._results)
        self._stored += len(self._results)
        self._results.clear()

    @property
    def groups(self) -> list[Group]:
        """By rule: gravest first, then most frequent first, then by label."""
        ordered = sorted(self._counts.items(), key=lambda item: (item[0][:1], -item[1], item[0]))
        return [Group(next(self._from(group, 1)), count, self) for group, count in ordered]

    def of(self, finding: Finding, limit: int = 0) -> Iterator[Finding]:
        """The findings of the rule and severity of one, at most so many; 0: all."""
        return self._from(_group(finding), limit)

    def results(self) -> Iterator[str]:
        """The texts of the results, sorted."""
        self._store_results()
        for (told,) in self._database.execute("SELECT told FROM result ORDER BY told"):
            yield told

    @property
    def severities(self) -> dict[str, int]:
        """Number of findings by severity, gravest first, zeros included."""
        counts = dict.fromkeys(SEVERITIES, 0)
        for group, count in self._counts.items():
            counts[SEVERITIES[int(group[:1])]] += count
        return counts

    def _from(self, group: bytes, limit: int) -> Iterator[Finding]:
        return self._read(
            "WHERE key > ? AND key < ? ORDER BY key LIMIT ?",
            (group, group + b"\xff", limit or -1),
            range(self._counts.get(group, 0)),
        )

    @property
    def _ranks(self) -> Iterator[int]:
        """The place of each finding among those of its group."""
        return chain.from_iterable(range(self._counts[group]) for group in sorted(self._counts))

    def __len__(self) -> int:
        return sum(self._counts.values())

    def __iter__(self) -> Iterator[Finding]:
        return self._read("ORDER BY key", (), self._ranks)

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...

    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        return next(self._read("ORDER BY key LIMIT 1 OFFSET ?", (at,), islice(self._ranks, at, None)))

    def _read(self, which: str, values: tuple[object, ...], ranks: Iterable[int]) -> Iterator[Finding]:
        """The findings that a query chooses, whose places among those of their groups are known."""
        self._store_results()
        columns = "finding.told, result.told FROM finding LEFT JOIN result ON number = finding.result"
        rows = self._database.execute(f"SELECT {columns} {which}", values)
        place = iter(ranks)
        while batch := [(told, result, next(place)) for told, result in rows.fetchmany(_BATCH)]:
            late = iter(self._tell([(result, rank) for told, result, rank in batch if told is None]))
            yield from (next(late) if told is None else Finding(*json.loads(told)) for told, _, _ in batch)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} findings>"


def local_name(iri: str) -> str:
    """What follows the last ``#`` or ``/`` of an IRI."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1] or iri


def _group(head: Finding | Head) -> bytes:
    return _key(str(SEVERITIES.index(head.severity)), head.rule_label, head.rule)


def _key(*parts: str) -> bytes:
    """Bytes that sort as the parts do, none of which is the beginning of another."""
    return b"".join(part.encode("utf-8", "surrogatepass").replace(_END, b"\x00\x01") + b"\x00\x00" for part in parts)


_NAMES = [each.name for each in fields(Finding)]
_values = attrgetter(*_NAMES)
