"""Frames a second of the page of a projection with 2,000 nodes, moved and zoomed without pause in headless Chromium.

Run: python benchmarks/page.py [NODES]. Needs chromium or google-chrome.
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from councilgraph.export import write
from councilgraph.projection import Edge, Node, Projection
from councilgraph.projection.layout import arrange

FRAMES = 240
# What a reader's hand does, a step a frame; the time between frames is the browser's own.
HAND = """<script>
setTimeout(() => {
  const times = [];
  const step = (now) => {
    times.push(now);
    if (times.length > FRAMES) {
      const gaps = times.slice(1).map((time, index) => time - times[index]).sort((a, b) => a - b);
      const slow = gaps[Math.floor(gaps.length * 0.95)];
      console.log(`frames ${1000 * gaps.length / (times.at(-1) - times[0])} ${slow}`);
      return;
    }
    zoom(times.length % 80 < 40 ? 1.04 : 1 / 1.04, 500, 350);
    view.x += 6 * Math.sin(times.length / 9);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}, 500);
</script></body>"""


def network(count: int) -> Projection:
    """A network of hubs as ours are: most nodes have one tie, some have many."""
    chance = random.Random(0)
    shades = ["#0072b2", "#e69f00", "#009e73", "#d55e00"]
    nodes = [
        Node(f"thing/{n:05}", f"Thing number {n}", "thing", colour=shades[n % 4], size=8 + 30 / (1 + n // 40))
        for n in range(count)
    ]
    ends = [(n, int(n * chance.random() ** 2)) for n in range(1, count)]
    ends += [(chance.randrange(count), chance.randrange(count)) for _ in range(count // 2)]
    edges = [Edge(f"e{i}", nodes[a].id, nodes[b].id, "tie", "tie") for i, (a, b) in enumerate(ends)]
    return Projection("benchmark", "A benchmark", nodes=nodes, edges=edges)


def frames(page: Path, browser: str) -> tuple[float, float]:
    """Frames a second, and the milliseconds that one frame in twenty exceeds."""
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", HAND.replace("FRAMES", str(FRAMES))), "utf-8")
    command = [browser, "--headless", "--no-sandbox", "--window-size=1400,900", "--enable-logging=stderr"]
    command += ["--remote-debugging-port=0", f"--user-data-dir={page.parent / 'browser'}", page.as_uri()]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        try:
            for line in running.stderr or ():
                if found := re.search(r"frames ([\d.]+) ([\d.]+)", line):
                    return float(found[1]), float(found[2])
        finally:
            running.terminate()
    sys.exit("the browser ended before the page was measured")


def main() -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        sys.exit("needs chromium or google-chrome")
    seen = network(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
    began = perf_counter()
    arrange(seen)
    laid = perf_counter()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder) / "page.html"
        write(seen, [page])
        done = perf_counter()
        size = page.stat().st_size
        rate, slow = frames(page, browser)
    print(f"{len(seen.nodes):,} nodes, {len(seen.edges):,} edges: laid out in {laid - began:.1f} s")
    print(f"page of {size / 1e6:.1f} MB written and read back in {done - laid:.2f} s")
    print(f"{rate:.0f} frames a second; 19 of 20 frames within {slow:.0f} ms")


if __name__ == "__main__":
    main()
