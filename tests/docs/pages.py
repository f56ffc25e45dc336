"""What pages show: commands with their output, Python with its values, links.

In a ``console`` block a line that begins with ``$`` is a command, ``>`` carries it on, and the rest is what it prints.
``…`` alone on a line stands for any lines, within one for any words. In Python, a comment after an expression that is
itself a literal is its value.
"""

import ast
import io
import re
import tokenize
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))]


@dataclass
class Step:
    """A command as it is typed, and the lines that are shown under it."""

    command: str
    shown: list[str] = field(default_factory=list)

    def fits(self, printed: str) -> bool:
        """Whether the command printed what is shown."""
        lines = [
            r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n" for line in self.shown
        ]
        return re.fullmatch("".join(lines), printed) is not None


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def steps(page: str) -> list[Step]:
    """The commands of a page, in order."""
    found: list[Step] = []
    for block in blocks(page, "console"):
        open_command = False
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append(Step(line.removeprefix("$ ")))
                open_command = True
            elif open_command and line.startswith("> "):
                found[-1].command += "\n" + line.removeprefix("> ")
            else:
                found[-1].shown.append(line)
                open_command = False
    return found


def checked(source: str) -> ast.Module:
    """The module of a snippet, in which ``expression  # literal`` became ``expect(expression, literal, its words)``."""
    values = {}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            try:
                value = token.string.removeprefix("#").strip()
                ast.literal_eval(value)
                values[token.start[0]] = value
            except (ValueError, SyntaxError):
                continue

    class Expecting(ast.NodeTransformer):
        def visit_Expr(self, node: ast.Expr) -> ast.AST:
            if node.end_lineno not in values:
                return node
            shown = ast.parse(values[node.end_lineno], mode="eval").body
            arguments = [node.value, shown, ast.Constant(ast.unparse(node))]
            return ast.Expr(ast.Call(ast.Name("expect", ast.Load()), arguments, []))

    return ast.fix_missing_locations(Expecting().visit(ast.parse(source)))


def links(page: str) -> list[str]:
    """Targets of links, but for those to the web."""
    return [target for target in re.findall(r"\]\(([^)\s]+)\)", page) if "://" not in target]


def anchors(page: str) -> set[str]:
    """What a heading can be linked by."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
