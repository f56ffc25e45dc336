"""The councils that a text is about: names as printed, where they stand, and which council a place in the text speaks of."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from councilgraph.extract.prose.gazetteer import Found, find_names, is_short, official, official_then
from councilgraph.extract.prose.passages import HEADLINE, STANDFIRST, Prose
from councilgraph.extract.prose.standing import (
    MANY,
    NEXT_SERVICE,
    CouncilName,
    beside,
    comes_to_help,
    helps,
    is_told,
    lends,
    listed_with,
    stands_for_comparison,
    subject,
    within,
)
from councilgraph.extract.words import load
from councilgraph.model import CouncilMention, Document, Record

__all__ = ["CouncilName", "Councils", "add_councils", "read_councils"]


@dataclass(slots=True)
class Councils:
    """The councils named in a document, in order of their places.

    Attributes:
        names: every place where one is named, whole or by its place.
        main: the council that the document is about; None where it is about several or the nation.
    """

    names: list[CouncilName] = field(default_factory=list)
    main: str | None = None
    _prose: Prose | None = None
    _active: list[CouncilName] = field(default_factory=list)
    _starts: list[int] = field(init=False)
    _compared: list[int] = field(init=False)
    _steady: list[CouncilName] = field(init=False)
    """Those that stay in mind: not one that only comes to help."""

    def __post_init__(self) -> None:
        self._starts = [name.start for name in self._active]
        self._steady = [n for n in self._active if not (self._prose and comes_to_help(self._prose, n))]
        self._compared = [name.start for name in self.names if name.compared]

    def at(self, offset: int) -> str | None:
        """The council that the words at an offset speak of.

        That is the one named last before them in their sentence, else first after them in it, else last before them in
        their passage, else the main one; where there is no main one, the one named last before them.
        """
        index = bisect_right(self._starts, offset)
        sentence = self._prose.sentence_at(offset) if self._prose else None
        before = self._active[index - 1] if index else None
        after = self._active[index] if index < len(self._active) else None
        if sentence and self._prose:
            if before and before.start >= sentence.start:
                return before.council
            if after and after.start < sentence.end:
                return after.council
            before = self._in_mind(offset) or before
            if before and before.start >= self._prose.passage_of(sentence).start:
                return before.council
        return self.main or (before.council if before else after.council if after else None)

    def spoken_of(self, offset: int) -> str | None:
        """The council that "it" means where it stands at an offset."""
        sentence = self._prose.sentence_at(offset) if self._prose else None
        before = self._in_mind(sentence.start if sentence else offset)
        if before and sentence and self._prose and before.start >= self._prose.passage_of(sentence).start:
            return before.council
        return self.main or (before.council if before else None)

    def _in_mind(self, offset: int) -> CouncilName | None:
        """The council named last before an offset that stays in mind."""
        return next((name for name in reversed(self._steady) if name.start <= offset), None)

    def inside(self, start: int, end: int) -> list[CouncilName]:
        """The names between two offsets that are not there for comparison only."""
        return self._active[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def is_compared(self, start: int, end: int) -> bool:
        """Whether a council is named between two offsets for comparison only."""
        return bisect_left(self._compared, start) < bisect_left(self._compared, end)

    def known(self, name: str) -> str | None:
        """The name under which the record has the council that is called so; None where the text does not name it."""
        key = official(name)
        for one in self.names:
            if one.council == name or (key and official(one.council) == key):
                return one.council
        return None


def read_councils(prose: Prose, document: Document) -> Councils:
    """The councils named in the content of a document; none where its subject is another."""
    if not any(subject().search(prose.plain, passage.start, passage.end) for passage in prose.passages):
        return Councils()
    found = find_names(prose.plain, [(passage.start, passage.end) for passage in prose.passages])
    found += [*_abbreviated(prose, found), *_isles(prose, found)]
    found.sort(key=lambda name: name.start)
    publisher = [name for name in find_names(document.publisher or "") if name.whole]
    labels = _labels(prose, found, document, publisher)
    names = [
        CouncilName(labels[name.key], name.start, name.end, name.whole, stands_for_comparison(prose, name), name.body)
        for name in found
    ]
    told = {name.council for name in names if name.whole and not name.compared}
    main = labels[publisher[0].key] if publisher else _main(prose, document, names)
    listed = listed_with(prose, names)
    many = len({name.council for name in names if not name.compared}) >= MANY
    active = [
        name
        for name in names
        if not name.compared
        and (
            many
            or name.whole
            or name.body
            or name.council in told
            or name.council == main
            or name in listed
            or is_told(prose, name)
        )
    ]
    known = {name.council for name in active}
    active += [name for name in names if name.council in known and not name.compared and name not in active]
    active = sorted({*active, *beside(prose, names, active)}, key=lambda name: name.start)
    if publisher:
        label = labels[publisher[0].key]
        if all(name.council != label for name in names):
            names += [CouncilName(label, start, end) for start, end in _meant(prose)]
    return Councils(names, main, prose, active)


def add_councils(record: Record, prose: Prose, councils: Councils) -> None:
    """Write the councils that the record says something about, or that are named as part of what it tells."""
    wanted = {councils.main} if councils.main else set()
    wanted |= {
        item.council
        for part in (record.inspections, record.claims, record.statistics, record.interventions)
        for item in part
        if item.council
    }
    wanted |= {councils.known(item.by) or "" for item in record.interventions if item.by}
    spoken = {name.council for name in councils.names if not name.compared}
    wanted |= spoken & {councils.known(person.organisation) for person in record.people if person.organisation}
    wanted |= {
        n.council for n in councils.names if not n.compared and (helps(prose, n) or (n.whole and is_told(prose, n)))
    }
    for name in dict.fromkeys(name.council for name in councils.names):
        if name in wanted:
            places = [one for one in councils.names if one.council == name]
            best = min(places, key=lambda one: (not one.whole, one.body, one.start))
            record.councils.append(CouncilMention(name, prose.evidence(best.start, best.end)))


def _labels(prose: Prose, found: Iterable[Found], document: Document, published: Iterable[Found]) -> dict[str, str]:
    """The name of each council in the record: the fullest printed one of its place, else the official one.

    An abbreviation or a short form of the place ("BCP Council", "Stoke council") is no name for a record.
    """
    labels: dict[str, str] = {}
    best: dict[str, int] = {}
    for text, names in ((prose.plain, found), (document.publisher or "", published)):
        for name in names:
            labels.setdefault(name.key, official_then(name.key, document.published))
            printed = " ".join(text[name.start : name.end].split())
            usual = _folded(name.place) in _folded(name.key) and not name.place.isupper()
            usual = usual and (name.tiered or not is_short(name.place, name.key))
            rank = name.whole + name.tiered
            if usual and printed.casefold().endswith("council") and rank > best.get(name.key, 0):
                best[name.key] = rank
                labels[name.key] = _capitalised(printed)
    return labels


def _capitalised(name: str) -> str:
    """A name as the record has it: no capitals throughout, and "Council" with its own."""
    if name.isupper():
        name = " ".join(
            w.lower() if w in ("AND", "OF", "THE", "UPON", "ON", "WITH") else w.capitalize() for w in name.split()
        )
    return name[: -len("council")] + "Council"


def _folded(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+", name.casefold().replace("&", "and")))


def _abbreviated(prose: Prose, found: list[Found]) -> list[Found]:
    """Places where initials stand for a council whose name has been given ("KCC")."""
    initials: dict[str, Found] = {}
    for name in found:
        if name.whole:
            printed = re.sub(r"[^A-Za-z ]", " ", name.key)
            letters = "".join(word[0] for word in printed.split() if word[0].isupper())
            if len(letters) > 2:
                initials.setdefault(letters, name)
    if not initials:
        return []
    pattern = re.compile(rf"(?<![\w'-])(?:{'|'.join(sorted(initials))})(?![\w-])")
    return [
        Found(name.key, name.place, m.start(), m.end(), True) for m in prose.find(pattern) for name in [initials[m[0]]]
    ]


def _isles(prose: Prose, found: list[Found]) -> Iterator[Found]:
    """Places where "the island" stands for one whose name has been given ("Isle of …")."""
    named = next((name for name in found if name.place.startswith("Isle ")), None)
    if named:
        for word in prose.find(_ISLAND):
            yield Found(named.key, named.place, word.start(), word.end(), False)


def _meant(prose: Prose) -> list[tuple[int, int]]:
    """Where a text that never names its council speaks of it first."""
    found = next(
        prose.find(re.compile(r"\b(?:the|our) (?:council|authority|county|city|borough)\b", re.IGNORECASE)), None
    )
    if found is None and prose.sentences:
        return [(prose.sentences[0].start, prose.sentences[0].end)]
    return [found.span()] if found else []


def _main(prose: Prose, document: Document, names: list[CouncilName]) -> str | None:
    """The council that headline, title and most names speak of, by far."""
    weight: Counter[str] = Counter()
    heads = [passage for passage in prose.passages if passage.kind in (HEADLINE, STANDFIRST)]
    title = document.title or ""
    titled = {official(n.key) or n.key for n in find_names(title)}
    for name in names:
        if name.compared or _lends(prose, name):
            continue
        weight[name.council] += 3 if name.whole else 1
        weight[name.council] += 2 * bool(NEXT_SERVICE.match(prose.plain, name.end))
    lead = next((name for name in names if not name.compared and not _lends(prose, name)), None)
    if lead and lead not in listed_with(prose, names):
        weight[lead.council] += _LEAD
    for council in weight:
        weight[council] += 4 * any(
            within(name, heads) for name in names if name.council == council and not name.compared
        )
        weight[council] += 4 * ((official(council) or council) in titled)
        weight[council] += 3 * (_place(council) in (document.publisher or "").casefold())
    ranked = weight.most_common(2)
    far = 1.4 if len(weight) < MANY else 3.0  # a text about many councils is about the nation
    if not ranked or (len(ranked) > 1 and ranked[0][1] < far * ranked[1][1]):
        return None
    return ranked[0][0]


def _lends(prose: Prose, name: CouncilName) -> bool:
    """Whether a council is named as one that helps, or as whose officer somebody is."""
    sentence = prose.sentence_at(name.start)
    if sentence is None or _HELPED.match(prose.plain, name.end, sentence.end):
        return False
    return lends(prose, name, sentence) or _OWNS.match(prose.plain, name.end) is not None


_HELPED = re.compile(r"[^.;]{0,60}?\b(?:be|been|being|is|was|are|were)\s+(?:\w+ly\s+)?\w+(?:ed|t)\s+(?:\w+\s+)?by\b")
_LEAD = 1  # weight of the council that is named first
_ISLAND = re.compile(
    r"\b(?:(?<=the )|(?<=The )|(?<=^)|(?<=\n))[Ii]sland\b(?!\s+(?:MPs?|nation|life|of)\b)", re.MULTILINE
)
_OWNS = re.compile(r"'s?\s+(?:[\w-]+\s+){0,3}?[A-Z][a-z]+\s+[A-Z][a-z]+")


def _place(council: str) -> str:
    """The place of a council's name, as other names have it ("the Northmere Echo")."""
    kinds = {*(word.casefold() for word in load("councils")["forms"]["kinds"]), "council", "of", "royal", "the"}
    return " ".join(word for word in council.casefold().split() if word not in kinds)
