"""What a validation found: findings that a person can act on, grouped and counted.

Only a violation makes data not conform; warnings and infos are counted beside.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

SEVERITIES = ("violation", "warning", "info")
"""From the gravest down."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of one rule for one node.

    Attributes:
        rule, rule_label: IRI of the shape, and the rule in words.
        severity: one of `SEVERITIES`.
        focus, focus_label: IRI of the node at fault, and what people call it.
        path: the property concerned, as ``cg:grade``; None where the node as a whole is concerned.
        value: the offending value: a literal as written, or the label of a node.
        message: what is wrong.  mend: what to do about it.
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
        findings: gravest first, then by rule and node.
        rules: how many rules were applied.  triples: how many triples were read.
        idle: labels of rules that found nothing to look at.
        untargeted: shapes that name no target and so can never find anything; a mistake in the shapes.
        explained: what ran each rule.
        results: what the findings were read from, as SHACL has it.  shapes: the shapes, an `rdflib.Graph`; there is
            neither in a report from another process.
    """

    findings: list[Finding]
    rules: int = 0
    triples: int = 0
    idle: list[str] = field(default_factory=list)
    untargeted: list[str] = field(default_factory=list)
    explained: list[Explained] = field(default_factory=list)
    results: list[Any] = field(default_factory=list, repr=False, compare=False)
    shapes: Any = field(default=None, repr=False, compare=False)

    @property
    def graph(self) -> Any:
        """The sh:ValidationReport of the specification, an `rdflib.Graph`."""
        from councilgraph.validate.results import report_graph

        return report_graph(self.results, self.shapes, conforms=self.conforms)

    @property
    def conforms(self) -> bool:
        """Whether there is no violation."""
        return not self.fails("violation")

    def fails(self, level: str) -> bool:
        """Whether there is a finding of this severity or a graver one."""
        grave = SEVERITIES[: SEVERITIES.index(level) + 1]
        return any(finding.severity in grave for finding in self.findings)

    @property
    def severities(self) -> dict[str, int]:
        """Number of findings by severity, gravest first, zeros included."""
        counts = Counter(finding.severity for finding in self.findings)
        return {severity: counts[severity] for severity in SEVERITIES}

    @property
    def by_rule(self) -> dict[str, list[Finding]]:
        """Findings by label of their rule: gravest first, then most frequent first."""
        groups: dict[tuple[str, str], list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault((finding.rule_label, finding.severity), []).append(finding)
        ordered = sorted(groups.items(), key=lambda item: (SEVERITIES.index(item[0][1]), -len(item[1]), item[0]))
        merged: dict[str, list[Finding]] = {}
        for (label, _), findings in ordered:
            merged.setdefault(label, []).extend(findings)
        return merged

    def summary(self) -> dict[str, Any]:
        """Verdict and counts as plain values: ``conforms``, ``severities``, and ``rules`` (findings by label)."""
        counts = {label: len(findings) for label, findings in self.by_rule.items()}
        return {"conforms": self.conforms, "severities": self.severities, "rules": counts}

    def to_dict(self) -> dict[str, Any]:
        """The whole report as plain values, as ``--format json`` writes it."""
        return {
            **self.summary(),
            "applied": self.rules,
            "triples": self.triples,
            "idle": self.idle,
            "untargeted": self.untargeted,
            "explained": [asdict(explained) for explained in self.explained],
            "findings": [asdict(finding) for finding in self.findings],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Report":
        """The report that `to_dict` wrote, without its graph."""
        findings = [Finding(**finding) for finding in data["findings"]]
        explained = [Explained(**explained) for explained in data["explained"]]
        return cls(findings, data["applied"], data["triples"], data["idle"], data["untargeted"], explained)

    def text(self, limit: int = 3) -> str:
        """The report for people: by rule, count first, with at most ``limit`` examples each (0: all)."""
        from councilgraph.validate.formats import as_text

        return as_text(self, limit)

    def explanation(self) -> str:
        """Which engine ran which rule, and why, for people."""
        from councilgraph.validate.formats import explanation

        return explanation(self)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Distinct findings, gravest first, then by rule and node."""
    return sorted(
        set(findings),
        key=lambda f: (
            SEVERITIES.index(f.severity),
            f.rule_label,
            f.focus_label,
            f.focus,
            f.path or "",
            f.value or "",
            repr(f),
        ),
    )
