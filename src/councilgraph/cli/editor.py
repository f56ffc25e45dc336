"""The user's editor."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from councilgraph.errors import UsageError

_HINT = "Set EDITOR to the command of your editor, or use -o and --from."


def edited(text: str, suffix: str) -> str:
    """A text as the user leaves it in their editor: that of VISUAL or EDITOR, else one that is there.

    Raises:
        UsageError: there is none, it fails, or what it leaves is not UTF-8.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"view{suffix}"
        file.write_text(text, encoding="utf-8")
        command = _editor()
        try:
            subprocess.run([*shlex.split(command), str(file)], check=True)
            return file.read_text(encoding="utf-8-sig")
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise UsageError(f"the editor “{command}” did not work: {error}", hint=_HINT) from error


def _editor() -> str:
    for name in ("VISUAL", "EDITOR"):
        if command := os.environ.get(name):
            return command
    usual = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vi")
    for command in usual:
        if shutil.which(command):
            return command
    raise UsageError("no editor is known", hint=_HINT)
