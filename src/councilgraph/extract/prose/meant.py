"""Councils that words other than names stand for: "both", "the former", "the county", "A and B … respectively"."""

import re
from collections.abc import Sequence

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.standing import CouncilName, comes_to_help


def by_words(prose: Prose, councils: Councils, sentence: Sentence, begin: int, offset: int) -> list[str]:
    """The councils that the subject of a clause means, where it names none; empty where its words mean none.

    Args:
        begin, offset: where the clause begins, and where its grade stands.
    """
    plain = prose.plain
    told = _before(prose, councils, sentence)
    if (both := _BOTH.search(plain, begin, offset)) and councils.main is None:
        count = 3 if both["three"] else 2
        return told if len(told) == count else []
    if len(told) == 2 and (either := list(_EITHER.finditer(plain, begin, offset))):
        return told[:1] if either[-1]["first"] else told[1:]
    kinds = list(_KIND.finditer(plain, begin, offset))
    if not kinds:
        return []
    helpers = {n.council for n in councils.inside(0, sentence.start) if comes_to_help(prose, n)}
    known = dict.fromkeys(name.council for name in councils.inside(0, sentence.start))
    fits = [council for council in known if re.search(rf"\b{kinds[-1][1]}\b", council, re.IGNORECASE)]
    if len(known) < 2 or len(fits) != 1:
        return []
    return fits if fits[0] not in helpers or told == fits else []


def is_in_turn(text: str, sentence: Sentence) -> bool:
    """Whether a sentence gives things "respectively"."""
    return _IN_TURN.search(text, sentence.start, sentence.end) is not None


def in_turn(text: str, sentence: Sentence, names: Sequence[CouncilName], places: Sequence[int], at: int) -> str | None:
    """The council of a grade, where a sentence gives as many councils as grades "respectively".

    Args:
        places: offsets of the grades of the sentence.
        at: offset of the grade.
    """
    said = is_in_turn(text, sentence)
    return names[list(places).index(at)].council if said and len(names) == len(places) and at in places else None


def _before(prose: Prose, councils: Councils, sentence: Sentence) -> list[str]:
    """The councils named in the last sentences before one that name any, of its passage or the one before it."""
    at = prose.sentences.index(sentence)
    for one in reversed(prose.sentences[max(0, at - _NEAR) : at]):
        if named := councils.inside(one.start, one.end):
            return list(dict.fromkeys(name.council for name in named))
    return []


_NEAR = 3  # sentences
_PLURAL = r"(?:councils|authorities|boroughs|counties|cities|departments|places|neighbours|services)"
_BOTH = re.compile(
    rf"(?:^|(?<=[\s,;.]))(?:[Bb]oth(?:\s+of\s+them)?|[Tt]hey\s+(?:were\s+|are\s+|have\s+|had\s+)?both|[Tt]he\s+(?:two|pair|duo)|[Ee]ach|[Bb]oth\s+{_PLURAL}|(?P<three>[Aa]ll\s+three|[Tt]he\s+three|[Tt]he\s+trio))"
    rf"(?:\s+{_PLURAL})?(?=\s+(?:\w+ly\s+)?(?:was|were|are|is|has|have|had|got|get|remain\w*|received?|fell|rose|require|requires|required|perform\w*|earned|scored|now|also|came|went|stay\w*))"
)
_EITHER = re.compile(
    r"\b[Tt]he\s+(?:(?P<first>former|first)|latter|second)\b(?!\s+(?:time|year|inspection|report|visit))"
)
_KIND = re.compile(r"\b[Tt]he\s+(county|city|borough)\b(?!\s+(?:of|and)\b)(?!'s\s+(?:MP|mayor))")
_IN_TURN = re.compile(r"\brespectively\b", re.IGNORECASE)
