"""`python -m scorecard` is the `scorecard` command."""

from scorecard.cli.app import main

main()
