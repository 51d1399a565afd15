"""The text of one file, and where in it a finding stands."""

from dataclasses import dataclass
from functools import cached_property

from scorecard.diagnostic import Diagnostic, Finding, Path
from scorecard.files import spans
from scorecard.printable import printable, printable_in_place


@dataclass(frozen=True)
class Document:
    """A file by the name that the user knows it by, and its text."""

    name: str
    text: str

    @cached_property
    def _spans(self) -> spans.SpanIndex:
        return spans.index(self.text)

    def place(self, finding: Finding) -> tuple[int, int]:
        """Return the range of the text, in code points, that the finding is about."""
        if finding.place is not None:
            return finding.place
        if not finding.path:
            return (0, 0)
        path = self._as_written(finding.path)
        span = self._spans.key(path) if finding.on_key else self._spans.place(path)
        return (span.start, span.end)

    def _as_written(self, path: Path) -> Path:
        """Return the path in the text, where a single value may stand for an array of one."""
        written: Path = ()
        for part in path:
            here = (*written, part)
            if isinstance(part, str) or here in self._spans.values or here in self._spans.keys:
                written = here
        return written

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """Return the finding with its place as lines and columns."""
        start, end = self.place(finding)
        line, column = spans.line_and_column(self.text, start)
        end_line, end_column = spans.line_and_column(self.text, end)
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", first)
        source = self.text[first : last if last >= 0 else None].removesuffix("\r")
        return Diagnostic(
            code=finding.rule.code,
            severity=finding.rule.severity,
            message=printable(finding.message),
            hint=printable(finding.hint),
            file=printable(self.name),
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            source=printable_in_place(source.replace("\t", " ")),
        )
