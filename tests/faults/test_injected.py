"""Faults that the kernel reports, injected by strace; and a disk that is full."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sampled import sampled

DATA = Path(__file__).parents[2] / "scorecards" / "decision-766"
OLD = b"before\n"
SCRIPT = (
    "import sys; from pathlib import Path; from scorecard.project.write import write_whole;"
    "write_whole(Path(sys.argv[1]), b'after' * 20000)"
)
RENAME = "?rename,?renameat,?renameat2"
CHMOD = "?chmod,?fchmodat"
PLAIN = {
    **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""Without a measurement of coverage, which would write files too."""


def strace(inject: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python with a fault injected; skip the test where that cannot be done here."""
    tool = shutil.which("strace")
    if tool is None:
        pytest.skip("strace is not installed")
    traced = [tool, "-qq", "-o", "/dev/null", "-e", f"inject={inject}"]
    probe = subprocess.run([*traced, "true"], capture_output=True, check=False)
    if probe.returncode != 0:
        pytest.skip("strace may not trace here")
    return subprocess.run(
        [*traced, sys.executable, *words], capture_output=True, check=False, env=PLAIN
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old").write_bytes(OLD)
    (tmp_path / "old").chmod(0o640)
    (tmp_path / "link").symlink_to("old")
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def old_is_intact(folder: Path) -> bool:
    old = folder / "old"
    return old.read_bytes() == OLD and stat.S_IMODE(old.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("inject", "reason"),
    sampled(
        [
            ("write:error=ENOSPC", "No space left on device"),
            ("write:error=EIO:when=1", "Input/output error"),
            ("fsync:error=EIO", "Input/output error"),
            ("fsync:error=ENOSPC", "No space left on device"),
            (f"{CHMOD}:error=EACCES", "Permission denied"),
            (f"{RENAME}:error=EACCES", "Permission denied"),
            (f"{RENAME}:error=EXDEV", "Invalid cross-device link"),
        ]
    ),
)
def test_a_refused_call_of_the_system_harms_no_file(folder: Path, inject: str, reason: str) -> None:
    ran = strace(inject, "-c", SCRIPT, str(folder / "link"))
    assert ran.returncode == 1
    assert reason.encode() in ran.stderr or inject.startswith("write:error=ENOSPC")
    assert names(folder) == ["link", "old"]
    assert old_is_intact(folder)


@pytest.mark.parametrize("inject", sampled(["write", "fsync", CHMOD, RENAME]))
def test_a_kill_harms_no_file_and_leaves_one_part_at_most(folder: Path, inject: str) -> None:
    ran = strace(f"{inject}:signal=KILL", "-c", SCRIPT, str(folder / "link"))
    assert ran.returncode in (137, -9)
    parts = list(folder.glob(".scorecard.*.part"))
    assert len(parts) <= 1
    # The last call may have been done before the end came.
    whole = (folder / "old").read_bytes() == b"after" * 20000
    assert old_is_intact(folder) or (whole and inject == RENAME and parts == [])
    assert len(names(folder)) == 2 + len(parts)


@pytest.mark.parametrize(
    ("inject", "code"),
    sampled(
        [
            ("write:signal=TERM:when=1", 143),
            ("fsync:signal=HUP", 129),
            ("fsync:signal=INT", 130),
            ("fsync:error=EIO", 2),
        ]
    ),
)
def test_an_end_in_the_middle_of_a_write_leaves_no_litter(
    folder: Path, inject: str, code: int
) -> None:
    ran = strace(inject, "-m", "scorecard", "schema", "-o", str(folder / "link"))
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr
    assert names(folder) == ["link", "old"]
    assert old_is_intact(folder)


@pytest.mark.slow
def test_a_full_disk_takes_nothing_and_loses_nothing(folder: Path) -> None:
    disk = folder / "disk"
    disk.mkdir()
    script = f"""
        mount -t tmpfs -o size=64k none {disk} || exit 99
        printf before > {disk}/old && chmod 640 {disk}/old || exit 98
        {sys.executable} -c "{SCRIPT}" {disk}/old 2>&1 | tail -1
        {sys.executable} -m scorecard compare {DATA} -f json -o {disk}/new
        echo $?; ls -A {disk}; stat -c %a {disk}/old; cat {disk}/old
    """
    unshare = shutil.which("unshare") or "/bin/false"
    ran = subprocess.run(
        [unshare, "-rm", "/bin/sh", "-c", script], capture_output=True, check=False, env=PLAIN
    )
    if ran.returncode in (1, 99):
        pytest.skip("no disk may be mounted here")
    assert ran.stdout.decode().splitlines() == [
        "OSError: [Errno 28] No space left on device",
        "2",
        "old",
        "640",
        "before",
    ]
    said = f"scorecard: {disk}/new cannot be written: No space left on device\n"
    assert ran.stderr.decode() == said
