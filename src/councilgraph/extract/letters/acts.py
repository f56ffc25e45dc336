"""What a letter does or demands point by point: each point of a notice, a direction or a list of measures."""

import re
from collections.abc import Sequence
from functools import cache

from councilgraph.extract.letters.blocks import HEADING, POINT, Block
from councilgraph.extract.letters.sections import ASIDE, Section
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.words import load
from councilgraph.model import Intervention, Record

_STATEMENT = re.compile(
    r"\b(?:(?:should|must|will|shall|needs?\s+to|is\s+required\s+to|are\s+required\s+to|has\s+to)\s+(?:now\s+)?(?:prepare|produce|submit|send|write|provide)\s+(?:\w+\s+){0,4}?(?:written\s+statement|statement|action\s+plan|plan)\b"
    r"|(?:requires?|required|determined)\b[^.;]{0,80}\bwritten\s+statement)",
    re.IGNORECASE,
)


_HELP = re.compile(
    r"\b(?:lend(?:s|ing)?|lent|second(?:s|ed|ing)?|help(?:s|ed|ing)?|support(?:s|ed|ing)?|mentor(?:s|ed|ing)?|advis(?:e|es|ed|ing)|partner(?:s|ed|ing)?|critical\s+friend|peer|review(?:s|ed|ing)?|"
    r"assist(?:s|ed|ing|ance)?|twinn?(?:ed|ing)?|brought\s+in|working\s+(?:with|alongside)|works?\s+(?:with|alongside)|run(?:s|ning)?\s+(?:the|its|your|our)|shar(?:e|es|ed|ing))\b",
    re.IGNORECASE,
)


def add_acts(
    record: Record, prose: Prose, blocks: Sequence[tuple[Block, Section]], named: Councils, *, listed: bool
) -> list[tuple[int, int]]:
    """Write what a letter demands and no rule for prose has read; the offsets of the points that demand something.

    That is each point of a list of demands, a written statement, and help from a council that is named whole.

    Args:
        listed: whether each point of a list behind words of demanding is an act.
    """
    council = named.main
    points: list[tuple[int, int]] = []
    known = [(span.start, span.end) for one in record.interventions for span in one.evidence[:1]]
    demanding = False
    for block, section in blocks:
        if section.type == ASIDE:
            continue
        if block.kind != POINT:
            words = re.split(r"(?<=[.!?])\s+", block.text)[-1]
            demanding = (
                listed and (_demands().search(words) is not None) and (section.leads_in or block.kind == HEADING)
            )
            for sentence in prose.sentences_in(block.start, block.end):
                found = _STATEMENT.search(prose.plain, sentence.start, sentence.end)
                if _is_known(known, sentence.start, sentence.end):
                    continue
                if found:
                    _add(record, prose, council, "improvement-plan", sentence.start, sentence.end)
                elif _is_help(prose, sentence, named):
                    _add(record, prose, council, "support", sentence.start, sentence.end)
        elif demanding:
            points.append((block.start, block.end))
            if not _is_known(known, block.start, block.end):
                for one in record.interventions:
                    one.evidence = [s for s in one.evidence if not (s.start < block.end and block.start < s.end)]
                _add(record, prose, council, "improvement-measures", block.start, block.end)
    return points


def _add(record: Record, prose: Prose, council: str | None, kind: str, start: int, end: int) -> None:
    spans = prose.evidence(start, end)
    if spans:
        main = record.inspections[0].id if record.inspections else None
        record.interventions.append(Intervention(kind, council, stage="announced", inspection=main, evidence=spans))
        prose.fired("letters: a point of a list of demands", start, end)


def _is_help(prose: Prose, sentence: Sentence, named: Councils) -> bool:
    """Whether a sentence says that another council helps, or is asked to."""
    others = [
        name
        for name in named.inside(sentence.start, sentence.end)
        if name.whole and not name.compared and name.council != named.main
    ]
    return bool(others) and _HELP.search(prose.plain, sentence.start, sentence.end) is not None


def _is_known(known: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in known)


@cache
def _demands() -> re.Pattern[str]:
    words = "|".join(phrase.replace(" ", r"\s+") for phrase in load("letters")["demands"]["words"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
