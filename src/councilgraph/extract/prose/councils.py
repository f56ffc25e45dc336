"""The councils that a text is about: names as printed, where they stand, and which council a place in the text speaks of."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from councilgraph.extract.prose.gazetteer import Found, find_names, official, official_then
from councilgraph.extract.prose.passages import HEADLINE, STANDFIRST, Passage, Prose
from councilgraph.extract.words import load
from councilgraph.model import CouncilMention, Document, Record


@dataclass(frozen=True, slots=True)
class CouncilName:
    """A council's name at a place of the text; ``council`` is the name under which the record has it.

    Attributes:
        whole: whether it is named as a council ("Kent County Council") and not by its place alone.
        compared: whether it stands there for comparison or as a place of somebody's past only.
        body: whether a trust or board of the place is named.
    """

    council: str
    start: int
    end: int
    whole: bool = True
    compared: bool = False
    body: bool = False


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

    def __post_init__(self) -> None:
        self._starts = [name.start for name in self._active]
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
            if before and before.start >= self._prose.passage_of(sentence).start:
                return before.council
        return self.main or (before.council if before else after.council if after else None)

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
    if not any(_subject().search(prose.plain, passage.start, passage.end) for passage in prose.passages):
        return Councils()
    found = find_names(prose.plain, [(passage.start, passage.end) for passage in prose.passages])
    found += _abbreviated(prose, found)
    found.sort(key=lambda name: name.start)
    publisher = [name for name in find_names(document.publisher or "") if name.whole]
    labels = _labels(prose, found, document, publisher)
    names = [
        CouncilName(labels[name.key], name.start, name.end, name.whole, _is_compared(prose, name), name.body)
        for name in found
    ]
    told = {name.council for name in names if name.whole and not name.compared}
    main = labels[publisher[0].key] if publisher else _main(prose, document, names)
    listed = _listed(prose, names)
    many = len({name.council for name in names if not name.compared}) >= _MANY
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
            or _is_told(prose, name)
        )
    ]
    active = sorted({*active, *_beside(prose, names, active)}, key=lambda name: name.start)
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
    wanted |= {councils.known(person.organisation) or "" for person in record.people if person.organisation}
    wanted |= {
        n.council for n in councils.names if not n.compared and (_helps(prose, n) or (n.whole and _is_told(prose, n)))
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
        if name.compared:
            continue
        weight[name.council] += 3 if name.whole else 1
        weight[name.council] += 2 * bool(_NEXT_SERVICE.match(prose.plain, name.end))
    for council in weight:
        weight[council] += 4 * any(
            _within(name, heads) for name in names if name.council == council and not name.compared
        )
        weight[council] += 4 * ((official(council) or council) in titled)
    ranked = weight.most_common(2)
    far = 1.4 if len(weight) < _MANY else 3.0  # a text about many councils is about the nation
    if not ranked or (len(ranked) > 1 and ranked[0][1] < far * ranked[1][1]):
        return None
    return ranked[0][0]


def _beside(prose: Prose, names: list[CouncilName], active: list[CouncilName]) -> Iterator[CouncilName]:
    """The names that "and" or a comma joins to an active one."""
    chosen = set(active)
    for one, other in pairwise(names):
        if (one in chosen) != (other in chosen) and _JOINT.fullmatch(prose.plain, one.end, other.start):
            added = other if one in chosen else one
            if not added.compared:
                chosen.add(added)
                yield added


def _listed(prose: Prose, names: list[CouncilName]) -> set[CouncilName]:
    """The names that are joined to others by commas and "and", three or more."""
    listed: set[CouncilName] = set()
    row: list[CouncilName] = []
    for name in [*names, None]:
        if name and row and _JOINT.fullmatch(prose.plain, row[-1].end, name.start):
            row.append(name)
            continue
        if len(row) > 2:
            listed.update(row)
        row = [name] if name else []
    return listed


def _within(name: CouncilName, passages: list[Passage]) -> bool:
    return any(passage.start <= name.start < passage.end for passage in passages)


def _is_compared(prose: Prose, name: Found) -> bool:
    """Whether a name stands for comparison, or for where somebody was before."""
    sentence = prose.sentence_at(name.start)
    start, end = (sentence.start, sentence.end) if sentence else (name.start, name.end)
    before, after = _comparison()
    return bool(
        before.search(prose.plain, max(start, name.start - 80), name.start) or after.match(prose.plain, name.end, end)
    )


def _is_told(prose: Prose, name: CouncilName) -> bool:
    """Whether a bare place is the subject or object of what councils do and undergo."""
    sentence = prose.sentence_at(name.start)
    if sentence is None:
        return False
    before = prose.plain[sentence.start : name.start]
    return bool(
        _service().match(prose.plain, name.end, sentence.end)
        or _SERVED.search(before)
        or (_OPENING.fullmatch(before) and _SUBJECT.match(prose.plain, name.end, sentence.end))
        or _OBJECT.search(before)
        or _GRADED.match(prose.plain, name.end, sentence.end)
        or _INSPECTED.search(prose.plain, sentence.start, sentence.end)
    )


def _helps(prose: Prose, name: CouncilName) -> bool:
    """Whether a sentence says that the council helps another one, or that the like was done to it."""
    sentence = prose.sentence_at(name.start)
    return sentence is not None and _help().search(prose.plain, sentence.start, sentence.end) is not None


_MANY = 6  # councils that make a text one about the nation, where a place is its council
_NEXT_SERVICE = re.compile(
    r"(?:'s?)?\s+(?:children(?:'s)?\s+(?:and\s+[\w']+\s+)*(?:services?|social)|childrens\s+services|child\s+protection|social\s+(?:care|services))",
    re.IGNORECASE,
)
_INSPECTED = re.compile(
    r"\b(?:Ofsted|inspect\w+|rated|graded|judged|outstanding|inadequate|requires? improvement|perform(?:s|ing|ed)? \W?(?:poorly|well|adequately|excellently))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:'s)?,?\s+(?:and\s+|or\s+)?(?:in\s+)?(?:the\s+)?|\s*;\s*(?:and\s+)?")
_OPENING = re.compile(
    r"(?:.*[,;:] )?(?:(?:and|but|while|when|meanwhile|now|today|in|since|although|though)\b,? ?)*['\"]?",
    re.IGNORECASE | re.DOTALL,
)
_SUBJECT = re.compile(
    r"(?:,[^,]{1,80},)?\s+(?:has|had|is|was|were|have|are|received|got|achieved|won|scored|kept|lost|failed|joins|joined|became|must|did|'s)\b"
)
_OBJECT = re.compile(
    r"\b(?:rated|graded|judged|marked|inspected|found|told|gave|given|awarded|called|declared|branded|named|visited|ordered|placed|put|handed|criticised|praised|inspectors (?:were|went|spent[^.]{0,30}))"
    r"(?: (?:the|in|to))?\s+$",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:children's (?:services|social care)|child protection|social care|services|children|safeguarding|care leavers|commissioner|inspection of|report on|visit to|assessment of)"
    r"(?: [\w-]+){0,4} (?:in|at|for|of|to)\s+$",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"(?:,| and)[^.;]{0,160}?\b(?:rated|graded|judged|outstanding|inadequate|adequate|good|requires? improvement)\b",
    re.IGNORECASE,
)


@cache
def _service() -> re.Pattern[str]:
    return re.compile(
        r"(?:'s?)?\s+(?:[\w-]+\s+){0,3}?(?:children(?:'s)?\s+(?:and\s+[\w']+\s+)*(?:services?|social)|childrens\s+services|child\s+protection|social\s+(?:care|services)|safeguarding|services\b)",
        re.IGNORECASE,
    )


@cache
def _subject() -> re.Pattern[str]:
    return _any(load("councils")["subject"]["words"])


@cache
def _help() -> re.Pattern[str]:
    return _any(load("councils")["help"]["words"])


@cache
def _comparison() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = load("councils")["comparison"]
    before = "|".join(re.escape(word) for word in lists["before"])
    after = "|".join(re.escape(word) for word in lists["after"])
    return (
        re.compile(
            rf"(?<!\w)(?:{before})\s+(?:the\s+)?(?:[A-Z][\w&'-]+(?:,| and| or)? (?:in |at )?){{0,4}}$", re.IGNORECASE
        ),
        re.compile(rf"(?:'s)?,?\s*(?:(?:which|who|that|,)\s*)?(?:{after})(?!\w)", re.IGNORECASE),
    )


def _any(words: list[str]) -> re.Pattern[str]:
    found = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{found})", re.IGNORECASE)
