"""What inspectors found, as prose tells it: evaluative clauses, with what they are about."""

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.speech import Speeches
from councilgraph.model import Record


def add_findings(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
