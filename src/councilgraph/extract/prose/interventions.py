"""Help, directions, notices, commissioners, advisers, boards, plans and money in answer to an inspection."""

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.speech import Speeches
from councilgraph.model import Record


def add_interventions(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
