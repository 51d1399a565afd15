"""Scorecards of what a province, district or commune set out to do, and how far it has come."""

__version__ = "0.2.0"
