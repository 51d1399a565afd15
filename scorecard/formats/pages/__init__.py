"""The parts of a page of HTML: elements, tables, drawings, and the sheet of their style."""
