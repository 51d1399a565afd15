"""What was measured, and on what: versions and the machine, but neither its name nor its paths."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from bench import broken
from bench.bulk import fewer
from bench.peers import CHECK, TAPLO, Peers, said
from bench.setting import TOOL

_PROCESSORS = Path("/proc/cpuinfo")


def facts(peers: Peers | None, rounds: int) -> dict[str, str]:
    """Return versions of the tools, of Python and the system, and the processor."""
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "rounds": f"{rounds} ({fewer(rounds)} of {CHECK})" if peers else str(rounds),
        "scorecard": said(TOOL, "--version").split()[-1],
        **(_peers(peers) if peers else {}),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": str(os.cpu_count()),
    }


def _peers(peers: Peers) -> dict[str, str]:
    every = len(dict(broken.kinds()))
    schemas = {
        CHECK: f"narrowed schema, refuses {every} of {every} broken files",
        TAPLO: f"published schema, refuses {len(broken.SEEN_BY_SCHEMA)} of {every}",
    }
    return {name: f"{peers.version(name)} ({schema})" for name, schema in schemas.items()}


def _processor() -> str:
    if _PROCESSORS.exists():
        for line in _PROCESSORS.read_text("utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or "unknown"
