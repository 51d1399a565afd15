"""Workbooks and CSV read into figures, by a map that says how a book is read."""
