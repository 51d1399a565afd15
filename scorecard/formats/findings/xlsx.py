"""Diagnostics as a workbook: a row each, to be sorted, shared out and ticked off."""

from scorecard.formats.findings import Report, summary, weight
from scorecard.formats.workbook import Book, write_text
from scorecard.i18n.sayings import say
from scorecard.text.medium import Medium

COLUMNS = ("file", "place", "severity", "code", "wrong", "mend")
"""What each column is headed by, of the words of findings."""

WIDTHS = (36, 10, 10, 9, 60, 60)


def annotate_xlsx(report: Report, medium: Medium) -> bytes:
    """Return a row for each diagnostic below how much was found; the head stays in sight."""
    with Book(right_to_left=medium.right_to_left) as book:
        sheet = book.sheet("scorecard validate")
        write_text(sheet, 0, 0, summary(report), book.look(bold=True))
        for column, (key, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            write_text(sheet, 1, column, say(f"finding.{key}"), book.head())
        for row, item in enumerate(report.diagnostics, start=2):
            place = f"{item.line}:{item.column}"
            told = (item.file, place, weight(item), item.code, item.message, item.hint)
            for column, text in enumerate(told):
                write_text(sheet, row, column, text, book.look(text_wrap=True))
        sheet.freeze_panes(2, 0)
        sheet.autofilter(1, 0, len(report.diagnostics) + 1, len(COLUMNS) - 1)
        sheet.repeat_rows(1)
    return book.data
