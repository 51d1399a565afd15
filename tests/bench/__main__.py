"""Measures scorecard on made-up archives in four layouts, beside other tools that check TOML."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType

from bench import broken, bulk, nation, prompt, size
from bench.archive import Archive
from bench.facts import facts
from bench.peers import Peers, installed, said
from bench.report import Report, filled, markdown, table
from bench.schema import narrowed
from bench.setting import TOOL, Setting
from bench.targets import TARGET_FILES
from bench.timing import Case, environment, interleaved

PARTS: dict[str, ModuleType] = {"prompt": prompt, "bulk": bulk, "compare": nation, "size": size}

_README = Path(__file__).resolve().parents[2] / "README.md"
_QUICK = 2_000

_AFTER = """Commands are run in turn, round by round, and ratios are between medians of the same
run. Archives and peers are kept in one folder for the next time: 0.4 GB for 10,000 files, 4 GB
with --large. A tool that fails, that refuses a good scorecard or takes a broken one ends the
benchmark."""


def main() -> None:
    """Make what is missing, measure, and write the results."""
    options = _options()
    folder: Path = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=folder))
    try:
        peers = None if options.no_peers else _peers(options.peers or folder / "peers", scratch)
        broken.demand_refusals(scratch / "broken", peers)
        sizes = tuple(sorted({options.files, *([bulk.LARGE] if options.large else [])}))
        archive, rounds, quick = Archive(folder), options.rounds, options.quick
        setting = Setting(archive, scratch, peers, sizes, rounds, quick=quick)
        report = _measured(setting, [options.only] if options.only else list(PARTS))
    finally:
        shutil.rmtree(scratch)
    sys.stdout.write(table(report))
    if path := options.markdown:
        path.write_text(filled(path.read_text("utf-8"), markdown(report)), "utf-8")


def _peers(home: Path, scratch: Path) -> Peers:
    content = said(TOOL, "schema", "scorecard")
    published, strict = scratch / "published.json", scratch / "narrowed.json"
    published.write_text(content, "utf-8")
    strict.write_text(json.dumps(narrowed(json.loads(content))), "utf-8")
    return Peers(installed(home), published, strict)


def _measured(setting: Setting, names: list[str]) -> Report:
    cases = {name: PARTS[name].cases(setting) for name in names}
    setting.archive.settle()
    _look_over(setting, [case for part in cases.values() for case in part if case.files])
    results = {name: interleaved(part) for name, part in cases.items()}
    return Report(
        facts(setting.peers, setting.rounds),
        [result for part in results.values() for result in part],
        [ratio for name, part in results.items() for ratio in PARTS[name].ratios(part)],
    )


def _look_over(setting: Setting, cases: list[Case]) -> None:
    """Check each archive once, without measuring, that nothing is found; what is is kept."""
    for folder in sorted({case.folder for case in cases}):
        sys.stderr.write(f"looking over {folder.parent.name}\n")
        case = Case("", (), folder, 0, cache=setting.cache(folder))
        words = (TOOL, "validate", "--jobs", "1", "--fail-on", "note", ".")
        subprocess.run(words, cwd=folder, env=environment(case), stdout=sys.stderr, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python tests/bench/run.py", description=__doc__, epilog=_AFTER
    )
    add = parser.add_argument
    add("--files", type=_positive, default=TARGET_FILES, help="files of an archive (10,000)")
    add("--rounds", type=_positive, default=3, help="rounds; 5 times as many at the prompt (3)")
    add("--quick", action="store_true", help=f"{_QUICK:,} files, one round")
    add("--large", action="store_true", help="100,000 files as well, without peers")
    add("--only", choices=PARTS, help="one part of it")
    add("--no-peers", action="store_true", help="scorecard alone")
    add("--peers", type=Path, metavar="DIR", help="a virtual environment that has the peers")
    folder = Path(tempfile.gettempdir()) / "scorecard-bench"
    add("--folder", type=Path, default=folder, help="where archives and peers are kept")
    fill = "write the figures into the README, or another file that has a place for them"
    add("--markdown", type=_fillable, metavar="FILE", nargs="?", const=str(_README), help=fill)
    options = parser.parse_args()
    if options.quick:
        options.files, options.rounds = _QUICK, 1
    return options


def _fillable(text: str) -> Path:
    path = Path(text)
    filled(path.read_text("utf-8"), "")
    return path


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


if __name__ == "__main__":
    main()
