"""The names of the places that councils are called by, as the word list with which texts are searched for councils."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from councilgraph.registers.councils import Council
from councilgraph.registers.names import KINDS, NOISE, fold

_HEAD = """\
# Made by `councilgraph register councils lists/ -o council-names.toml`: change the lists or councils.toml, not this file.
# What places are called, with the official names of the councils there, the present one first.

[places]
"""
_JOINTS = ("of", "and", "the")


def to_toml(councils: Iterable[Council]) -> str:
    """The word list."""
    places: dict[str, list[Council]] = defaultdict(list)
    for council in councils:
        for place in sorted(_places(council)):
            places[place].append(council)
    rows = []
    for place, found in sorted(places.items()):
        found.sort(key=lambda council: (council.end or "9", council.slug), reverse=True)
        names = dict.fromkeys(council.name for council in found)
        rows.append(f'"{place}" = {json.dumps(list(names))}')
    rows += ["", "# Bodies of the same places that are no more, with the day of their end.", "[earlier]"]
    for _, found in sorted(places.items()):
        rows += [
            f'"{c.name}" = {{ now = {json.dumps(found[0].name)}, until = {c.end} }}'
            for c in found
            if c.end and c.name != found[0].name
        ]
    return _HEAD + "\n".join(dict.fromkeys(rows)) + "\n"


def _places(council: Council) -> Iterator[str]:
    """Its names without the words that say what kind of body it is, one for each way to fold them."""
    yield council.short_name
    seen = {fold(council.short_name)}
    for name in (council.name, *council.aliases):
        words = name.split()
        while words and (_is_kind(words[0], words[1:2]) or words[0].lower() in _JOINTS):
            del words[0]
        while words and (fold(words[-1]) in KINDS or fold(words[-1]) in NOISE):
            del words[-1]
        place = " ".join(words)
        folded = fold(place.replace(",", " "))
        # "London" is what is left of the City of London, and no name of it.
        part = place != name and f" {folded} " in f" {fold(council.short_name)} "
        if place and folded not in seen and not part:
            seen.add(folded)
            yield place


def _is_kind(word: str, following: list[str]) -> bool:
    folded = fold(word)
    return folded in KINDS or folded in NOISE or (folded == "london" and [fold(w) for w in following] == ["borough"])
