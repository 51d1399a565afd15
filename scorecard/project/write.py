"""Files written whole or not at all."""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

# Names that stand for what is open already.
_STREAM = re.compile(r"/dev/(?:stdout|stderr|fd/[0-9]+)|/proc/[^/]+/fd/[0-9]+")


def write_whole(path: Path, data: bytes) -> None:
    """Put the data in the place of a file in one step; raise OSError where that cannot be done.

    The file is complete or as it was before, and keeps its permissions. A link is followed. What
    is no ordinary file (a terminal, a pipe) is written to as it is. Only what nobody can catch
    (SIGKILL, a power cut) leaves something behind: one file `.scorecard.*.part`.
    """
    mode = _mode(path)
    if _STREAM.fullmatch(path.absolute().as_posix()) or not (mode is None or stat.S_ISREG(mode)):
        # What stands behind it is open already, and may hold what was written there before.
        with path.open("ab") as stream:
            stream.write(data)
        return
    target = Path(os.path.realpath(path))
    # Its name is known before it is there: an interruption at any point finds what to delete.
    part = target.with_name(f".scorecard.{os.urandom(8).hex()}.part")
    try:
        part.touch(0o666 if mode is None else 0o600, exist_ok=False)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            part.chmod(stat.S_IMODE(mode))
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
