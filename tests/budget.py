"""How much a property is tried: so many examples, the same each time, however long they take."""

from hypothesis import HealthCheck, settings


def budget(examples: int) -> settings:
    """Return the settings for so many examples."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
