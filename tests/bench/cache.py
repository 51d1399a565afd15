"""An archive checked again in which nothing has changed."""

from collections.abc import Sequence
from dataclasses import replace

from bench.setting import Setting
from bench.targets import TARGET_FILES, Ratio, by_name
from bench.timing import Case, Result

PART = "cache"
_AGAIN = 3
"""How often an archive is checked again, after each time that it was checked first."""

_TIMES_FASTER = 12


def cases(setting: Setting) -> list[Case]:
    """Return the first check with an empty cache and those after it, with one job and two."""
    fitting = [size for size in setting.sizes if size <= TARGET_FILES]
    size = max(fitting, default=min(setting.sizes))
    folder = setting.archive.of_size(size)
    found = []
    for jobs in ("1", "2"):
        case = setting.scorecard(PART, ("validate", "--jobs", jobs, "."), folder, size)
        kept = replace(case, cache=setting.scratch / f"cache-of-{jobs}")
        found.append(replace(kept, name=f"{case.name}, first"))
        found.append(replace(kept, name=f"{case.name}, again", emptied=False, times=_AGAIN))
    return found


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare the first check with the later ones."""
    found = by_name(results)
    size = results[0].case.files
    return [
        Ratio(
            f"validate --jobs {jobs}, first / again, {size:,} files",
            found[f"validate --jobs {jobs}, first", size].seconds
            / found[f"validate --jobs {jobs}, again", size].seconds,
            _TIMES_FASTER if jobs == 1 and size == TARGET_FILES else None,
            "at least",
        )
        for jobs in (1, 2)
    ]
