"""`scorecard diff`: what two states of a folder say differently."""

from pathlib import Path

from scorecard.cli.groups import Writing
from scorecard.cli.output import Exit, leave
from scorecard.cli.present import tell, write_view
from scorecard.cli.progress import progress
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.measure.difference import difference
from scorecard.project.states import open_place, open_state
from scorecard.report.diff import diff_view


def diff(then: str, now: str | None, folder: Path, writing: Writing, *, exit_code: bool) -> None:
    """Tell what two states of a folder say differently, and what moved because of it."""
    with progress(quiet=writing.quiet) as step:
        old = open_state(then, folder, step)
        new = open_state(now, folder, step) if now else open_place(folder, step)
    found = difference(old.state, new.state)
    unread = [len({item.file for item in each.unread}) for each in (old, new)]
    view = diff_view(found, (old.name, new.name), unread, Words(spoken()))
    files = [*old.files, *new.files]
    write_view(view, [file.path for file in files], writing)
    tell([*old.unread, *new.unread], sum(unread), writing)
    leave(Exit.FINDINGS if exit_code and any(found) else Exit.FINE)
