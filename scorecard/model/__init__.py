"""The shape of frameworks and scorecards, whichever notation they are written in."""
