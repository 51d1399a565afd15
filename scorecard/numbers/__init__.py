"""Exact numbers: intervals, quantities as reports state them, periods, and all of them as text."""
