"""What a scorecard says to leave out is left out, and what hides nothing is told."""

from made import Made

from scorecard.diagnostic import Finding
from scorecard.i18n.rules import Severity
from scorecard.project.ignoring import heeded

made = Made()

ERROR = Finding(made("SC403", Severity.ERROR, "wrong"), ("figures", "a"))
OTHER = Finding(made("SC404", Severity.NOTE, "odd"), ("figures", "b"))


def test_what_is_named_is_left_out_however_often_it_is_found() -> None:
    assert heeded(("SC403",), [ERROR, OTHER, ERROR]) == (OTHER,)
    assert heeded(("SC403", "SC404"), [ERROR, OTHER]) == ()
    assert heeded((), [ERROR, OTHER]) == (ERROR, OTHER)


def test_a_code_that_hides_nothing_is_told_at_its_key() -> None:
    (kept, idle) = heeded(("SC403", "SC405"), [ERROR, OTHER])
    assert kept == OTHER
    assert (idle.code, idle.path, idle.on_key) == ("SC902", ("ignore", "SC405"), True)
    assert idle.message == "SC405 is ignored here, but nothing in this file gives it"
    assert idle.hint == "delete this line"


def test_a_code_that_no_rule_has_is_told_as_that() -> None:
    found = heeded(("SC799", "sc403"), [])
    assert [(each.message, each.hint) for each in found] == [
        ("there is no rule SC799", "delete this line"),
        ("there is no rule sc403", 'did you mean "SC403"?'),
    ]


def test_what_only_other_files_could_give_is_not_told_for_the_one_file_of_a_hook() -> None:
    assert heeded(("SC710",), [OTHER]) == (OTHER,)
