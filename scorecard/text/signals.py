"""Signals that end the program."""

import signal

ENDINGS = tuple(each for each in signal.Signals if each.name in ("SIGINT", "SIGTERM", "SIGHUP"))
"""What ends the program as an interruption does: what is being written is tidied up."""
