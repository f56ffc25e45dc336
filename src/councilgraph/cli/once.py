"""Options that count once: given twice, the last would take the place of the first without a word."""

from typing import Any

from typer.core import TyperCommand, TyperOption


class Command(TyperCommand):
    """A command that takes each option once, but for those that say that they take several."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments that are left when options are read."""
        _, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for option in given:
            is_single = isinstance(option, TyperOption) and not option.multiple and not option.is_flag
            if is_single and given.count(option) > 1:
                ctx.fail(f"{max(option.opts, key=len)} is given more than once, and one would be lost")
        return super().parse_args(ctx, args)
