"""Measures scorecard on made-up archives, beside other tools that check TOML files."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType

from bench import broken, bulk, cache, nation, peers, prompt
from bench.archive import Archive
from bench.facts import facts
from bench.report import Report, as_json, markdown, table
from bench.schema import narrowed
from bench.setting import TOOL, Setting
from bench.timing import environment, interleaved

PARTS: dict[str, ModuleType] = {part.PART: part for part in (prompt, bulk, cache, nation)}

_AFTER = """Commands are run in turn, round by round, and ratios are between medians of the same
run. Everything that is made or installed is kept in one folder for the next time: 0.1 GB for
10,000 files, and 1 GB with --large. A tool that fails, that refuses a good scorecard or takes a
broken one ends the benchmark. Most of the time it takes is that of the slow peers."""


def main() -> None:
    """Make what is missing, measure, and write the results."""
    options = _options()
    folder: Path = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    schema = folder / "schema.json"
    strict = narrowed(json.loads(peers.said(TOOL, "schema", "scorecard")))
    schema.write_text(json.dumps(strict), "utf-8")
    others = None if options.no_peers else peers.install(folder, schema)
    scratch = Path(tempfile.mkdtemp(dir=folder))
    try:
        sizes = sorted({*options.sizes, *([bulk.LARGE] if options.large else [])})
        archive = Archive(folder, schema)
        setting = Setting(archive, scratch, others, tuple(sizes), options.runs, options.peer_runs)
        report = _measured(setting, [options.only] if options.only else list(PARTS))
    finally:
        shutil.rmtree(scratch)
    sys.stdout.write(table(report))
    for path, text in ((options.json, as_json(report)), (options.markdown, markdown(report))):
        if path:
            path.write_text(text, "utf-8")


def _measured(setting: Setting, names: list[str]) -> Report:
    broken.demand_refusals(setting)
    cases = {name: PARTS[name].cases(setting) for name in names}
    setting.archive.settle()
    _look_over(setting, {case.folder for part in cases.values() for case in part if case.files})
    results = {name: interleaved(part) for name, part in cases.items()}
    return Report(
        facts(setting.peers),
        [result for part in results.values() for result in part],
        [ratio for name, part in results.items() for ratio in PARTS[name].ratios(part)],
    )


def _look_over(setting: Setting, folders: set[Path]) -> None:
    """Check once, without measuring, that nothing is found; all files are in memory after it."""
    for folder in sorted(folders):
        sys.stderr.write(f"looking over {folder.parent.name}\n")
        words = (TOOL, "validate", "--fail-on", "note", ".")
        subprocess.run(
            words, cwd=folder, env=environment(setting.cache), stdout=sys.stderr, check=True
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python tests/bench/run.py", description=__doc__, epilog=_AFTER
    )
    add = parser.add_argument
    add("--sizes", type=_sizes, default=(100, 1_000, 10_000), help="files: 100,1000,10000")
    add("--large", action="store_true", help="100,000 files as well, without peers")
    add("--runs", type=_positive, default=3, help="rounds; 5 times as many at the prompt (3)")
    slow = "rounds of slow peers on 10,000 files, and of compare on 100,000 (3)"
    add("--peer-runs", type=_positive, default=3, help=slow)
    add("--only", choices=PARTS, help="one part of it")
    add("--no-peers", action="store_true", help="scorecard alone")
    folder = Path(tempfile.gettempdir()) / "scorecard-bench"
    add("--folder", type=Path, default=folder, help="where archives and peers are kept")
    add("--json", type=Path, metavar="FILE", help="write the results for a program")
    add("--markdown", type=Path, metavar="FILE", help="write the chart for the README")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_positive(size) for size in text.split(","))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


if __name__ == "__main__":
    main()
