"""Makes graphs/documents/ from a folder of documents: a TriG file a document, and one of what they tell together.

    python graphs/make_documents.py FOLDER

The files hold facts, offsets and hashes and no words of the documents. The same documents always give the same bytes.
"""

import sys
import tempfile
from pathlib import Path

from councilgraph.build.pipeline import build
from councilgraph.mapping.iris import DERIVED_GRAPH
from councilgraph.query.run import values
from councilgraph.registers.names import slug
from councilgraph.store import open_store
from councilgraph.store.dump import dump

_DOCUMENTS = "SELECT ?graph ?title WHERE { GRAPH ?graph { ?version a cg:DocumentVersion ; dcterms:title ?title } }"


def make(documents: Path, folder: Path) -> list[Path]:
    """Write the graphs of some documents.

    Returns:
        The files, sorted.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as store:
        build(Path(store), [documents], registers=[])
        with open_store(Path(store)) as reader:
            named = {slug(str(title)): str(graph) for graph, title in values(reader, _DOCUMENTS)}
            files = []
            for name, graph in {**named, "derived": DERIVED_GRAPH}.items():
                files.append(folder / f"{name}.trig")
                with files[-1].open("wb") as out:
                    dump(reader, out, "trig", graph=graph, quotes="none")
    return sorted(files)


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    for written in make(Path(sys.argv[1]), Path(__file__).parent / "documents"):
        print(written.name)
