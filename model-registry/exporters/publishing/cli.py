"""The command. Progress goes to standard error, one JSON object with the result to standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from publishing.options import Options, parse_options
from publishing.refusals import BadInput, Refused
from publishing.release import Release, read_record, release_from_directory, release_from_parts
from publishing.strict_json import read_json
from publishing.to_directory import publish_to_directory, write_record

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """:returns: the exit code; see `publish.py --help`"""
    options = parse_options(arguments)
    try:
        result = _COMMANDS[options.command](options)
    except Refused as error:
        say(f"refused: {error}")
        for problem in error.problems:
            say(f"  {problem}")
        return error.exit_code
    except KeyboardInterrupt:
        say("interrupted: what was uploaded and not registered is no version")
        return INTERRUPTED
    print(json.dumps(result))
    return 0


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _version(options: Options) -> dict[str, Any]:
    release = _release(options)
    number = release.stated_version or "of the number that the registry gives"
    say(f"checked: {release.name}, version {number}, {len(release.files)} artifacts, {len(release.records)} calibration records")
    if options.renumber:
        release = release.renumbered()
    if options.to is not None:
        published = publish_to_directory(release, options.to, options.aliases, options.is_dry, say)
    elif (uri := _tracking_uri(options)) is not None:
        from publishing.mlflow_server import MlflowServer
        from publishing.to_mlflow import publish_to_mlflow

        published = publish_to_mlflow(release, MlflowServer(uri), options.experiment, options.aliases, options.is_dry, say)
    else:
        return {"model": release.name, "version": release.stated_version, "content": release.content_digest, "created": False}
    return {
        "model": published.name,
        "version": published.version,
        "digest": published.digest,
        "content": release.content_digest,
        "created": published.is_new and not options.is_dry,
    }


def _calibration(options: Options) -> dict[str, Any]:
    if options.to is not None:
        raw = read_json(options.record)
        named = raw if isinstance(raw, dict) else {}
        folder = options.to / str(named.get("model")) / str(named.get("version"))
        record = read_record(options.record, read_json(folder / "model-card.json"), str(named.get("version")))
        is_new = write_record(record, options.to, options.is_dry, say)
    else:
        from publishing.late_record import publish_record

        record, is_new = publish_record(options.record, _server(options), options.is_dry, say)
    return _of_record(record["model"], record["version"], record["id"], created=is_new and not options.is_dry)


def _retire(options: Options) -> dict[str, Any]:
    from publishing.late_record import retire_record

    since = retire_record(options.model, options.number, options.record_id, _server(options), options.is_dry, say)
    return _of_record(options.model, options.number, options.record_id, retired=since)


def _of_record(model: str, version: str, record_id: str, **more: Any) -> dict[str, Any]:
    return {"model": model, "version": version, "calibration": record_id, **more}


def _release(options: Options) -> Release:
    if options.card is None:
        return release_from_directory(options.folder or Path())
    missing = [str(file) for file in options.artifacts.values() if not file.is_file()]
    if missing:
        raise BadInput(f"there is no file {', '.join(missing)}")
    return release_from_parts(options.card, options.artifacts, options.records)


def _server(options: Options) -> Any:
    from publishing.mlflow_server import MlflowServer

    uri = _tracking_uri(options)
    if uri is None:
        raise BadInput("say where: --tracking-uri URI, or MLFLOW_TRACKING_URI")
    return MlflowServer(uri)


def _tracking_uri(options: Options) -> str | None:
    uri = options.tracking_uri or os.environ.get("MLFLOW_TRACKING_URI")
    if uri is None and not options.is_dry:
        raise BadInput("say where: --to DIRECTORY, --tracking-uri URI, or MLFLOW_TRACKING_URI")
    return uri


_COMMANDS: dict[str, Callable[[Options], dict[str, Any]]] = {"version": _version, "calibration": _calibration, "retire": _retire}
