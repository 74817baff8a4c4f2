"""Why something was not published. Each kind has the exit code of the command."""

from __future__ import annotations

from collections.abc import Iterable


class Refused(Exception):
    """Base of all refusals; `problems` says where, a line each."""

    exit_code = 1

    def __init__(self, message: str, problems: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class BadInput(Refused):
    """The card, an artifact, the ONNX file or a record breaks a rule. Nothing was sent."""

    exit_code = 3


class Conflict(Refused):
    """The registry already has something else under this version, number or id. What it has is untouched."""

    exit_code = 4


class ServerFault(Refused):
    """The MLflow server cannot be reached, refuses the login, or does not do what it says."""

    exit_code = 5
