"""What can be wrong with a file before its figures are looked at."""

from scorecard.diagnostic import Rule, Severity

UNREADABLE = Rule("SC100", Severity.ERROR, "this file cannot be read: {reason}")
ENCODING = Rule(
    "SC101",
    Severity.ERROR,
    "this file is not UTF-8 text{guess}",
    "{hint}",
)
NOT_TEXT = Rule(
    "SC102",
    Severity.ERROR,
    "this is {kind}, not a text file",
    "put the figures into a text file in TOML; renaming a document does not change what it is",
)
SYNTAX = Rule("SC103", Severity.ERROR, "this is not TOML: {reason}", "{hint}")
DUPLICATE = Rule(
    "SC104",
    Severity.ERROR,
    "this key or table was given before",
    "keep one of the two and delete the other",
)
EMPTY = Rule(
    "SC105", Severity.ERROR, "this file is empty", 'begin with format = 1 and framework = "…"'
)
HIDDEN = Rule(
    "SC106",
    Severity.ERROR,
    "here stands {character}, which cannot be seen and can mislead",
    "delete it",
)
TOO_LARGE = Rule(
    "SC107",
    Severity.ERROR,
    "this file has {size} bytes; a scorecard has at most {limit}",
    "one file holds one unit and one period",
)

TOO_MANY = Rule(
    "SC108",
    Severity.ERROR,
    "this file has more than {limit} keys and values",
    "one file holds one unit and one period",
)
TOO_DEEP = Rule(
    "SC109",
    Severity.ERROR,
    "{what}",
    "look for a bracket or a point too many",
)
FURTHER = Rule(
    "SC110",
    Severity.ERROR,
    "here and below are {count}more faults like those above",
    "mend those above first, then check again",
)

UNKNOWN_KEY = Rule("SC201", Severity.ERROR, 'there is no key "{key}" here', "{hint}")
MISSING_KEY = Rule(
    "SC202", Severity.ERROR, 'the key "{key}" is missing here', "add {key} = {example}"
)
WRONG_KIND = Rule("SC203", Severity.ERROR, "here should be {wanted}", "{hint}")
WRONG_CHOICE = Rule(
    "SC204", Severity.ERROR, "{value} is not among the choices", "{hint}write one of {choices}"
)
BAD_QUANTITY = Rule("SC205", Severity.ERROR, "{value}: {reason}", "{hint}")
BAD_PERIOD = Rule("SC206", Severity.ERROR, "{value}: {reason}", "{hint}")
BAD_ID = Rule(
    "SC207",
    Severity.ERROR,
    "{value} is no id",
    "use small letters a-z, digits and {link}, at most 64 of them: {example}",
)
BAD_TEXT = Rule("SC208", Severity.ERROR, "this text {fault}", "{hint}")
BAD_URL = Rule("SC209", Severity.ERROR, "{value} is no web address", "write it in full: https://…")
BAD_FORMAT = Rule("SC210", Severity.ERROR, "format {value} is not known here", "{hint}")
BAD_NUMBER = Rule("SC211", Severity.ERROR, "{value}: {reason}", "{hint}")

RULES = tuple(rule for rule in list(vars().values()) if isinstance(rule, Rule))
