"""Rules made up by tests, with words of their own."""

from scorecard.i18n.rules import Rule, Severity


class Made:
    """The rules that one module of tests makes up, known in its tests beside the others."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}

    def __call__(self, code: str, severity: Severity, message: str, hint: str = "") -> str:
        """Make up a rule, and return its code."""
        self.rules[code] = Rule(code, severity, message, hint, "", "", "", "")
        return code
