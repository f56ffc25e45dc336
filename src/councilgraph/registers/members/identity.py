"""Who of those elected is the same person.

A wrong split can be repaired and a wrong merge cannot, so a name alone joins nobody. A person is the one who sat before
if the name is the same and so is the seat, or it took over people from theirs; or if the very name and the party are the
same, they sat in the Parliament before, and nobody else has the name in either. The column for gender is of no help: that
of 2017 has many wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from councilgraph.registers.members.elections import Win
from councilgraph.registers.names import plain


class Names:
    """Which first names stand for one another.

    Args:
        forms: short forms by the long one: ``{"edward": ["ed", "ted"]}``. A short form of two long ones joins neither.
    """

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        self._longs: dict[str, set[str]] = defaultdict(set)
        for long, shorts in forms.items():
            for name in (long, *shorts):
                self._longs[name].add(long)

    def agree(self, one: str, other: str) -> bool:
        """Whether the first of the first names are the same, or forms of one name."""
        one, other = (plain(name).partition(" ")[0] for name in (one, other))
        return one == other or bool(self._longs.get(one, set()) & self._longs.get(other, set()))


def same_people(
    wins: Sequence[Win], all_wins: Iterable[Win], origins: Mapping[str, Iterable[str]], names: Names
) -> list[list[Win]]:
    """The wins of each person, in the order of time; persons in the order of their first win.

    Args:
        wins: English ones, in the order of time.
        all_wins: those of the whole Kingdom, to tell whether a name is unique.
        origins: codes of the earlier seats whose people a seat took over, by its code.
    """
    bearers: dict[tuple[int, str], set[str]] = defaultdict(set)
    for win in all_wins:
        bearers[win.parliament, plain(win.name)].add(win.code)
    people: list[list[Win]] = []
    by_surname: dict[str, list[list[Win]]] = defaultdict(list)
    for win in wins:
        known = by_surname[plain(win.surname)]
        seated = [person for person in known if _sat_there(win, person, {win.code, *origins.get(win.code, ())}, names)]
        if len(seated) > 1:
            seated = [person for person in seated if win.parliament - person[-1].parliament <= 1]
        moved = [person for person in known if not seated and _has_moved(win, person, bearers)]
        found = seated or moved
        if len(found) == 1:
            found[0].append(win)
        else:
            people.append([win])
            known.append(people[-1])
    return people


def _sat_there(win: Win, person: Sequence[Win], codes: set[str], names: Names) -> bool:
    """Whether a person of the surname sat in one of some seats under the same first name, or a form of it and the party."""
    return any(
        earlier.code in codes
        and (
            plain(earlier.name) == plain(win.name)
            or (earlier.party == win.party and names.agree(earlier.first_name, win.first_name))
        )
        for earlier in person
    )


def _has_moved(win: Win, person: Sequence[Win], bearers: Mapping[tuple[int, str], set[str]]) -> bool:
    last, name = person[-1], plain(win.name)
    return (
        plain(last.name) == name
        and last.party == win.party
        and win.parliament - last.parliament == 1
        and len(bearers[win.parliament, name]) == len(bearers[last.parliament, name]) == 1
    )
