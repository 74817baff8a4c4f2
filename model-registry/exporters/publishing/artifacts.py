"""A card's artifacts and the files that they are: sizes, digests, roles, and the names that belong to others."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from publishing.refusals import BadInput

# As in the card's schema: relative, no step out, no hidden file.
_PATH = re.compile(r"^(?!.*\.\.)(?!.*/(?:/|\.|$))[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$")
# What a version's folder holds beside its artifacts, here or in MLflow.
_TAKEN = {"model-card.json", "mlmodel", "conda.yaml", "python_env.yaml", "requirements.txt", "registered_model_meta"}
_TAKEN_FOLDERS = ("calibrations/", "tessera/")


def files_below(folder: Path) -> dict[str, Path]:
    """The files of a version's directory that can be artifacts, by their paths: not the card, not records, nothing hidden."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name: path
        for name, path in found.items()
        if name != "model-card.json" and not name.startswith("calibrations/") and not re.search(r"(^|/)\.", name)
    }


def complete(card: dict[str, Any], files: Mapping[str, Path]) -> tuple[dict[str, Any], dict[str, Path]]:
    """
    The card with the size and digest of every artifact, and the file of each. Where the card lists no artifacts, all files
    are its artifacts; where it states a size or a digest, the file must have it.

    :raises BadInput: with a line for every artifact that is not as the card says
    """
    stated = card.get("artifacts")
    if stated is None:
        stated = [{"path": path, "role": _role(path, card)} for path in files]
    if not isinstance(stated, list) or not all(isinstance(entry, dict) for entry in stated):
        raise BadInput("the card does not validate", ["/artifacts: must be a list of objects, or absent"])
    problems: list[str] = []
    entries = [_entry(entry, files, f"/artifacts/{i}", problems) for i, entry in enumerate(stated)]
    paths = [str(entry.get("path")).lower() for entry in entries]
    if len(set(paths)) != len(paths):
        problems.append("/artifacts: must list each path once; names that differ in case alone are one")
    if problems:
        raise BadInput("the artifacts are not as the card says", problems)
    return {**card, "artifacts": entries}, {entry["path"]: files[entry["path"]] for entry in entries}


def reference_problems(card: Mapping[str, Any]) -> list[str]:
    """What the card refers to and does not list under that role, or with another digest; for a card that fits the schema."""
    roles = {entry["path"]: entry["role"] for entry in card["artifacts"]}
    digests = {entry["path"]: entry["sha256"] for entry in card["artifacts"]}
    problems = [
        f"{pointer}: must be the path of an artifact with the role {role}"
        for path, (role, pointer) in _references(card).items()
        if roles.get(path) != role
    ]
    vocabulary = card["vocabulary"]
    if vocabulary and digests.get(vocabulary["path"], vocabulary["digest"]) != vocabulary["digest"]:
        problems.append("/vocabulary/digest: must be its artifact's sha256")
    models = sum(role == "MODEL" for role in roles.values())
    may_be_without = card["identity"]["ensemble"] is not None or card["task"]["kind"] == "ALIGNMENT"
    if not (models == 1 or (models == 0 and may_be_without)):
        problems.append(
            "/artifacts: must have exactly one artifact of the role MODEL; only ensembles and alignments may have none"
        )
    return problems


def model_path(card: Mapping[str, Any]) -> str | None:
    """The path of the ONNX file; None for ensembles and alignments, which have none."""
    return next((entry["path"] for entry in card["artifacts"] if entry["role"] == "MODEL"), None)


def sha256_of_file(path: Path) -> str:
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            hashed.update(chunk)
    return hashed.hexdigest()


def _entry(entry: Mapping[str, Any], files: Mapping[str, Path], pointer: str, problems: list[str]) -> dict[str, Any]:
    path = entry.get("path")
    if not isinstance(path, str) or not _PATH.match(path):
        problems.append(f"{pointer}/path: must be a relative path of letters, digits, dots, dashes and underscores")
        return dict(entry)
    if path.lower() in _TAKEN or path.lower().startswith(_TAKEN_FOLDERS):
        problems.append(f"{pointer}/path: is the name of a file that belongs to the registry or to MLflow; rename the artifact")
    if path not in files:
        problems.append(f"{pointer}/path: there is no such file")
        return dict(entry)
    size, sha256 = files[path].stat().st_size, sha256_of_file(files[path])
    if entry.get("sizeBytes", size) != size:
        problems.append(f"{pointer}/sizeBytes: the file has {size} bytes, the card says another number")
    if entry.get("sha256", sha256) != sha256:
        problems.append(f"{pointer}/sha256: the file has {sha256}, the card says another digest")
    return {**entry, "sizeBytes": size, "sha256": sha256}


def _role(path: str, card: Mapping[str, Any]) -> str:
    referred = _references(card).get(path)
    if referred:
        return referred[0]
    if path.endswith(".onnx"):
        return "MODEL"
    return "LICENCE" if re.match(r"(.*/)?(LICENSE|LICENCE)[^/]*$", path) else "OTHER"


def _references(card: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Path to (role, pointer) of every file that the card itself names; lenient, for a card that was not validated yet."""
    vocabulary, domain, alignment = (_object(card.get(group)) for group in ("vocabulary", "domain", "alignment"))
    patients = _object(_object(card.get("provenance")).get("trainingPatients"))
    sets = alignment.get("referenceSets")
    named = [
        (vocabulary.get("path"), "VOCABULARY", "/vocabulary/path"),
        (vocabulary.get("qualityPath"), "QUALITY", "/vocabulary/qualityPath"),
        (domain.get("path"), "DOMAIN_REFERENCE", "/domain/path"),
        (patients.get("path"), "TRAINING_PATIENTS", "/provenance/trainingPatients/path"),
        *(
            (_object(entry).get("path"), "REFERENCE_SET", f"/alignment/referenceSets/{i}/path")
            for i, entry in enumerate(sets if isinstance(sets, list) else [])
        ),
    ]
    return {path: (role, pointer) for path, role, pointer in named if isinstance(path, str)}


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
