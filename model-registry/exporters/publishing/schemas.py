"""The published JSON Schemas of card and calibration record, and what a document breaks of them, with JSON pointers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

SCHEMAS = Path(__file__).resolve().parents[2] / "card"
MOST_SHOWN = 20


def card_problems(card: Any) -> list[str]:
    """`/pointer: rule` for each rule of model-card.schema.json that a card breaks; empty for a good one."""
    return _problems("model-card", card)


def record_problems(record: Any) -> list[str]:
    """The same for a calibration record."""
    return _problems("calibration-record", record)


def _problems(name: str, document: Any) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    errors = sorted(Draft202012Validator(schema).iter_errors(document), key=lambda error: [str(p) for p in error.absolute_path])
    found = dict.fromkeys(f"{_pointer(leaf)}: {_rule(leaf)}" for error in errors for leaf in _leaves(error))
    shown = list(found)[:MOST_SHOWN]
    return shown if len(found) == len(shown) else [*shown, f"and {len(found) - len(shown)} more"]


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """Where a value may have one of several forms, the complaints of the form that it comes closest to."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    meant = [branch for branch in branches.values() if not any(_is_other_form(inner) for inner in branch)]
    if not meant:
        yield error
        return
    for inner in min(meant, key=len):
        yield from _leaves(inner)


def _is_other_form(error: ValidationError) -> bool:
    depth = len(error.relative_path)
    return (error.validator == "type" and depth == 0) or (error.validator == "const" and depth <= 1)


def _pointer(error: ValidationError) -> str:
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in error.absolute_path) or "/"


# Rules in words, never the value: a document may name a patient, and the words may end in a log.
def _rule(error: ValidationError) -> str:
    kind, wanted = error.validator, error.validator_value
    if kind == "required":
        return "lacks " + ", ".join(name for name in wanted if name not in error.instance)
    if kind == "additionalProperties":
        known = error.schema.get("properties", {})
        places = [str(i) for i, name in enumerate(error.instance, start=1) if name not in known]
        return f"has members that the format does not know, at position {', '.join(places)}"
    if kind == "enum":
        return "must be one of " + ", ".join(map(str, wanted))
    if kind == "type":
        return f"must be of the type {wanted}"
    if kind in ("anyOf", "oneOf"):
        return "has none of the forms that are allowed here"
    return f"breaks the rule {kind} {wanted}"
