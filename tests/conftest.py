"""What holds for every test: nothing is kept in the cache of whoever runs them."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCORECARD_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
