"""How much of a seat's people lives in the area of which council, and between which days.

Districts are counted for the county that answers for children's services there. What is counted is the districts of
2023 in the seats of 2010; a council that ended before has what its successors have, but only where it alone went before
them: which part of a merged area was whose is not known. Shares of later seats are worked out from how many of their
residents each earlier seat gave, as if these were spread evenly over it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from councilgraph.errors import InputError
from councilgraph.registers.councils import CouncilRegister
from councilgraph.registers.members.register import Overlap, Seat
from councilgraph.registers.tables import read_rows, read_table

AUTHORITIES, DISTRICTS = "local-authorities.csv", "constituency-2010-district-overlaps.csv"
SUCCESSIONS = "constituency-area-overlaps.csv"
Shares = Mapping[str, Mapping[str, float]]


def origins(path: Path, seats: Iterable[str]) -> dict[str, dict[str, float]]:
    """Of each later seat's residents, the share that lived in each earlier seat, by codes; from the list of successions."""
    known = set(seats)
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_rows(path, 11):
        earlier, later = row[1], row[3]
        if later in known and earlier in known:
            shares[later][earlier] = _number(row[6], path)
    return dict(shares)


def counted(
    districts: Path, authorities: Path, councils: CouncilRegister, odd: list[str]
) -> dict[str, dict[str, float]]:
    """Of each seat's people, the share that each council of 2023 has, by code and slug."""
    listed = read_table(authorities, ["local-authority-code", "gss-code", "county-la", "local-authority-type"])
    codes = {row["local-authority-code"]: row["gss-code"] for row in listed}
    upper = {row["gss-code"]: codes.get(row["county-la"], row["gss-code"]) for row in listed}
    people: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in read_table(districts, ["PARL10", "LAD23", "overlap_pop"]):
        if not row["PARL10"].startswith("E14"):
            continue
        council = councils.by_gss(upper.get(row["LAD23"], row["LAD23"]))
        if council is None:
            odd.append(f"{districts.name}: no council of the register answers for the area {row['LAD23']}")
        else:
            people[row["PARL10"]][council.slug] += _number(row["overlap_pop"], districts)
    return {
        seat: {slug: of / sum(parts.values()) for slug, of in parts.items()}
        for seat, parts in people.items()
        if sum(parts.values())
    }


def estimated(origins: Shares, shares: Shares) -> dict[str, dict[str, float]]:
    """The shares that councils have of later seats, by what these took over from earlier ones."""
    found: dict[str, dict[str, float]] = {}
    for seat, parts in origins.items():
        sums: dict[str, float] = defaultdict(float)
        for earlier, part in parts.items():
            for slug, share in shares.get(earlier, {}).items():
                sums[slug] += part * share
        if whole := sum(sums.values()):
            found[seat] = {slug: part / whole for slug, part in sums.items()}
    return found


def overlaps(seats: Iterable[Seat], shares: Shares, least: float, councils: CouncilRegister) -> Iterator[Overlap]:
    """The overlaps of seats with all councils that existed while the seat did.

    Args:
        shares: of each seat's people, what each council of 2023 has, by code and slug.
        least: a smaller share is left out.
    """
    for seat in seats:
        of = {slug: share for slug, share in shares.get(seat.gss, {}).items() if share >= least}
        for slug, share in {**of, **_before(of, seat, councils)}.items():
            council = councils.by_slug(slug)
            assert council is not None
            start = max(seat.start, council.start or "")
            ends = [end for end in (seat.end, council.end) if end]
            if not ends or start <= min(ends):
                yield Overlap(seat.key, slug, round(share, 3), start, min(ends, default=None))


def _before(of: Mapping[str, float], seat: Seat, councils: CouncilRegister) -> dict[str, float]:
    """What councils had that ended while the seat existed."""
    sums: dict[str, float] = defaultdict(float)
    for change in reversed(councils.changes):
        if change.day > seat.start and len(change.originals) == 1:
            sums[change.originals[0]] += sum(sums.get(slug) or of.get(slug, 0) for slug in change.results)
    return {slug: share for slug, share in sums.items() if share}


def _number(cell: str, path: Path) -> float:
    try:
        return float(cell)
    except ValueError:
        raise InputError(f"{cell!r} is no number", where=str(path)) from None
