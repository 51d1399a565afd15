"""Spark in this process, where it and Java are there."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


@contextmanager
def local_spark() -> Iterator[Any]:
    """Give a session of Spark with two workers; what asks for it is skipped without Spark."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = sql.SparkSession.builder.master("local[2]")
        session = builder.config(map=settings).getOrCreate()
        try:
            yield session
        finally:
            session.stop()
