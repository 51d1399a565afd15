"""The schema that peers check by is as strict as our own rules, no more and no less."""

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest
from bench import broken, corpus
from bench.schema import narrowed
from command import run
from jsonschema import Draft7Validator

from scorecard.schema import schema

KINDS = dict(broken.kinds())
PATH, GOOD = next(corpus.scorecards(1))


@cache
def published() -> Draft7Validator:
    return Draft7Validator(schema("scorecard"))


@cache
def strict() -> Draft7Validator:
    return Draft7Validator(narrowed(schema("scorecard")))


def accepted(text: str, by: Draft7Validator) -> bool:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return by.is_valid(json.loads(json.dumps(content, default=str)))


@pytest.mark.slow
def test_the_schema_accepts_the_archive() -> None:
    assert [path for path, text in corpus.scorecards(60) if not accepted(text, strict())] == []


@pytest.mark.parametrize("kind", KINDS)
def test_both_refuse_what_is_broken(tmp_path: Path, kind: str) -> None:
    assert KINDS[kind] != GOOD
    assert not accepted(KINDS[kind], strict())
    assert accepted(KINDS[kind], published()) == (kind not in broken.SEEN_BY_SCHEMA)
    corpus.put(tmp_path / "archive", [(PATH, KINDS[kind])])
    ran = run(
        "validate",
        "--fail-on",
        "warning",
        tmp_path / "archive",
        env={"SCORECARD_CACHE_DIR": str(tmp_path / "cache")},
    )
    assert ran.code == 1
