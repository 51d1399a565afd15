"""The one exception: the world is not as a command needs it."""


class CannotRunError(Exception):
    """There is no such file or unit, or units that cannot be compared; the message says which."""
