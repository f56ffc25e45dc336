"""The verdict on data: findings that a person can act on, grouped and counted.

Only a violation makes data not conform; warnings and infos are counted beside.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from io import StringIO
from typing import Any

from councilgraph.validate.findings import SEVERITIES, Finding, Findings, Group


@dataclass(frozen=True, slots=True)
class Explained:
    """What ran a rule.

    Attributes:
        rule, rule_label: IRI of the shape, and the rule in words.
        engine: ``compiled`` or ``pyshacl``.
        why: the reason why it was pySHACL.
    """

    rule: str
    rule_label: str
    engine: str
    why: str | None = None


@dataclass(slots=True)
class Report:
    """The verdict on data.

    Attributes:
        findings: a sequence, gravest first, then by rule and node. They are put into words when they are read, so the
            data that they are about stay in memory as long as they do.
        rules: how many rules were applied.  triples: how many triples were read.
        idle: labels of rules that found nothing to look at.
        untargeted: shapes that name no target and so can never find anything; a mistake in the shapes.
        explained: what ran each rule.
        known: how many findings were left out, since an earlier report has them; None where there is no such report.
        mended: how many findings of the earlier report are no more.
        shapes: the shapes, an `rdflib.Graph`; none in a report from another process.
    """

    findings: Findings
    rules: int = 0
    triples: int = 0
    idle: list[str] = field(default_factory=list)
    untargeted: list[str] = field(default_factory=list)
    explained: list[Explained] = field(default_factory=list)
    known: int | None = None
    mended: int = 0
    shapes: Any = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, findings: Iterable[Finding], **known: Any) -> "Report":
        """A report of some findings."""
        return cls(Findings(findings), **known)

    @property
    def graph(self) -> Any:
        """The sh:ValidationReport of the specification, an `rdflib.Graph`."""
        from rdflib import Graph

        from councilgraph.validate.formats import write
        from councilgraph.validate.terms import quiet

        out = StringIO()
        write(self, "ttl", out)
        with quiet():
            return Graph().parse(data=out.getvalue(), format="turtle")

    @property
    def results(self) -> Iterator[Any]:
        """What the findings tell of, as `councilgraph.validate.results.Result`; none in a report from another process."""
        from councilgraph.validate.results import of_text

        return map(of_text, self.findings.results())

    @property
    def conforms(self) -> bool:
        """Whether there is no violation."""
        return not self.fails("violation")

    def fails(self, level: str) -> bool:
        """Whether there is a finding of this severity or a graver one."""
        return any(self.severities[grave] for grave in SEVERITIES[: SEVERITIES.index(level) + 1])

    @property
    def severities(self) -> dict[str, int]:
        """Number of findings by severity, gravest first, zeros included."""
        return self.findings.severities

    @property
    def groups(self) -> list[Group]:
        """Findings by rule: gravest first, then most frequent first."""
        return self.findings.groups

    def summary(self) -> dict[str, Any]:
        """Verdict and counts as plain values: ``conforms``, ``severities``, and ``rules`` (findings by label)."""
        counts: dict[str, int] = {}
        for group in self.groups:
            counts[group.first.rule_label] = counts.get(group.first.rule_label, 0) + group.count
        return {"conforms": self.conforms, "severities": self.severities, "rules": counts}

    def head(self) -> dict[str, Any]:
        """All but the findings, as plain values."""
        return {
            **self.summary(),
            "applied": self.rules,
            "triples": self.triples,
            "known": self.known,
            "mended": self.mended,
            "idle": self.idle,
            "untargeted": self.untargeted,
            "explained": [asdict(explained) for explained in self.explained],
        }

    def to_dict(self) -> dict[str, Any]:
        """The whole report as plain values, as ``--format json`` writes it."""
        return {**self.head(), "findings": [finding.to_dict() for finding in self.findings]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Report":
        """The report that `to_dict` wrote, without the results behind it."""
        return cls.of(
            (Finding(**finding) for finding in data["findings"]),
            rules=data["applied"],
            triples=data["triples"],
            idle=data["idle"],
            untargeted=data["untargeted"],
            explained=[Explained(**explained) for explained in data["explained"]],
            known=data["known"],
            mended=data["mended"],
        )

    def text(self, limit: int = 3) -> str:
        """The report for people: by rule, count first, with at most ``limit`` examples each (0: all)."""
        from councilgraph.validate.formats import write

        out = StringIO()
        write(self, "text", out, limit)
        return out.getvalue().rstrip("\n")

    def explanation(self) -> str:
        """Which engine ran which rule, and why, for people."""
        from councilgraph.validate.formats.text import explanation

        return explanation(self.explained)
