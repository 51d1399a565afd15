"""Signals that end the program wait where they would do harm."""

import signal

import pytest

from scorecard.text.signals import ENDINGS, held


@pytest.mark.parametrize("number", ENDINGS)
def test_a_signal_that_is_held_comes_afterwards(number: signal.Signals) -> None:
    seen: list[str] = []
    before = signal.signal(number, lambda *_: seen.append("told"))
    try:
        with held():
            signal.raise_signal(number)
            seen.append("done")
    finally:
        signal.signal(number, before)
    assert seen == ["done", "told"]


def test_where_signals_cannot_be_held_what_has_to_be_done_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask")
    with held():
        signal.raise_signal(signal.SIGCHLD)
