"""JSON as digests need it, by the registry's own limits, and its canonical form (RFC 8785)."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import rfc8785

from publishing.refusals import BadInput

MAX_BYTES = 1024 * 1024
MAX_NESTING = 64
MAX_TOKENS = 20_000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]', re.DOTALL)


def read_json(path: Path) -> Any:
    """
    The value in a UTF-8 file of at most 1 MiB, 64 levels and 20,000 names, texts and marks, with no member twice in an object.

    :raises BadInput: with the file's name and the rule that it breaks
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}") from error
    try:
        return parse(content)
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from error


def parse(content: bytes) -> Any:
    """See `read_json`."""
    if len(content) > MAX_BYTES:
        raise BadInput(f"it has {len(content)} bytes, at most {MAX_BYTES} are read")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("it is not UTF-8") from error
    if text.startswith("\ufeff"):
        raise BadInput("it begins with a byte order mark: write it without one")
    _check_size(text)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise BadInput(f"it is not JSON: line {error.lineno}, column {error.colno}") from error


def canonical(value: Any) -> bytes:
    """
    RFC 8785.

    :raises BadInput: for numbers that others would read as another number
    """
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise BadInput("a number is beyond 2^53 or not finite, or a text is not Unicode: it has no canonical form") from error


def digest(value: Any) -> str:
    """SHA-256 of the canonical form, in lower-case hexadecimal: the registry's digest of a card or a record."""
    return sha256_of(canonical(value))


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _check_size(text: str) -> None:
    depth = 0
    for count, match in enumerate(_TOKEN.finditer(text), start=1):
        mark = match.group()
        depth += (mark in ("{", "[")) - (mark in ("}", "]"))
        if depth > MAX_NESTING:
            raise BadInput(f"it is nested more than {MAX_NESTING} levels deep")
        if count > MAX_TOKENS:
            raise BadInput(f"it has more than {MAX_TOKENS} names, texts and marks")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise BadInput("an object has a member twice: readers would differ in which of the two they see")
    return members


def _constant(_: str) -> Any:
    raise BadInput("it holds NaN or Infinity, which JSON has not")
