"""Calibration records of a version that is on an MLflow server already: added, retired, never edited."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from mlflow.entities.model_registry import ModelVersion
from mlflow.exceptions import MlflowException

from publishing.artifact_root import ArtifactRoot
from publishing.layout import CARD, CARD_TAG, INDEX, INDEX_TAG, record_path, record_tag, retired_tag, write_documents
from publishing.mlflow_server import MlflowServer, fault
from publishing.refusals import Conflict, ServerFault
from publishing.release import read_record
from publishing.strict_json import canonical, parse, sha256_of

Say = Callable[[str], None]


def publish_record(path: Path, server: MlflowServer, is_dry: bool, say: Say) -> tuple[dict[str, Any], bool]:
    """
    Checks a record against the card that the server has for its version, and adds it.

    :returns: the record, and whether it is new
    :raises BadInput: the record breaks a rule
    :raises Conflict: there is no such version, or another record under this id
    """
    raw = parse(path.read_bytes()) if path.is_file() else None
    named = raw if isinstance(raw, dict) else {}
    version = _version(server, str(named.get("model")), str(named.get("version")))
    card = _document(server, server.root_of(version), CARD, version.tags.get(CARD_TAG))
    record = read_record(path, card, version.version)
    return record, add_record(record, server, is_dry, say)


def add_record(record: Mapping[str, Any], server: MlflowServer, is_dry: bool, say: Say) -> bool:
    """
    Uploads a record into its version's folder, then sets the tag that tells readers of it: without the tag it does not exist.

    :returns: whether it is new
    """
    version = _version(server, record["model"], record["version"])
    root = server.root_of(version)
    content = canonical(record)
    known = _known_digest(server, root, version, record["id"])
    if known == sha256_of(content):
        say(f"the calibration record {record['id']} is there already")
        return False
    if known is not None:
        raise Conflict(
            f"version {version.version} of {version.name} has another calibration record of the id {record['id']} "
            f"(SHA-256 {known}, this one {sha256_of(content)}): a record is never edited; publish this one under a new id and "
            "retire the other"
        )
    if is_dry:
        say(f"would add the calibration record {record['id']}")
        return True
    with tempfile.TemporaryDirectory(prefix="tessera-publish-") as folder:
        write_documents(Path(folder), {record_path(record["id"]): content})
        try:
            root.upload(Path(folder))
        except MlflowException as error:
            raise fault(error) from error
    if server.read(root, record_path(record["id"])) != content:
        raise ServerFault("the record was uploaded and does not read back as it was sent: it was not announced; try again")
    server.set_tag(version.name, version.version, record_tag(record["id"]), sha256_of(content))
    say(f"added the calibration record {record['id']}")
    return True


def retire_record(name: str, number: str, record_id: str, server: MlflowServer, is_dry: bool, say: Say) -> str:
    """
    Marks a record as retired from now on. Its bytes stay, as answers refer to them.

    :returns: the time of its retirement, ISO 8601 in UTC; that of the first time, if it is retired already
    :raises Conflict: the version has no record of this id
    """
    version = _version(server, name, number)
    if _known_digest(server, server.root_of(version), version, record_id) is None:
        raise Conflict(f"version {number} of {name} has no calibration record of the id {record_id}")
    before = version.tags.get(retired_tag(record_id))
    if before is not None:
        say(f"the calibration record {record_id} was retired at {before}")
        return str(before)
    now = datetime.now(timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")
    if is_dry:
        say(f"would retire the calibration record {record_id}")
    else:
        server.set_tag(name, number, retired_tag(record_id), now)
        say(f"retired the calibration record {record_id}")
    return now


def _version(server: MlflowServer, name: str, number: str) -> ModelVersion:
    version = server.version(name, number)
    if version is None:
        raise Conflict(f"the server has no version {number} of {name}: publish the version first")
    if CARD_TAG not in version.tags:
        raise Conflict(f"version {number} of {name} has no model card: it was not published by this command")
    return version


def _known_digest(server: MlflowServer, root: ArtifactRoot, version: ModelVersion, record_id: str) -> str | None:
    """SHA-256 of the record that the version has under this id, published with it or later."""
    later = version.tags.get(record_tag(record_id))
    if later is not None:
        return str(later)
    index = _document(server, root, INDEX, version.tags.get(INDEX_TAG))
    digests = {entry["path"]: entry["sha256"] for entry in index["calibrations"]}
    return digests.get(record_path(record_id))


def _document(server: MlflowServer, root: ArtifactRoot, path: str, sha256: str | None) -> Any:
    content = server.read(root, path)
    if content is None or sha256_of(content) != sha256:
        state = "missing" if content is None else "not what was published"
        raise ServerFault(f"{path} on the server is {state}: the version is damaged; delete it and publish it anew")
    return json.loads(content)
