"""A version as it is about to be published: checked whole before anything leaves this machine."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publishing import artifacts
from publishing.onnx_model import Signature, check_onnx
from publishing.refusals import BadInput
from publishing.schemas import card_problems, record_problems
from publishing.strict_json import digest, read_json

# Stands in for the number that the registry has yet to give; both schemas want one.
_ANY_VERSION = "1"
# `tessera.calibration.<id>.retired` is the tag of a retirement.
_RETIRED = ".retired"


@dataclass(frozen=True)
class Release:
    """Card and records are without a version if `stated_version` is None; `files` maps the card's paths to files."""

    name: str
    stated_version: str | None
    card: Mapping[str, Any]
    records: tuple[Mapping[str, Any], ...]
    files: Mapping[str, Path]
    signature: Signature | None

    def card_as(self, version: str) -> dict[str, Any]:
        """The card of this version number."""
        return {**self.card, "identity": {**self.card["identity"], "version": version}}

    def records_as(self, version: str) -> list[dict[str, Any]]:
        return [{**record, "version": version} for record in self.records]

    def digest_as(self, version: str) -> str:
        """The registry's digest of the version under this number."""
        return digest(self.card_as(version))

    @property
    def content_digest(self) -> str:
        """The same whatever the number, and whatever records come with it: by this a version is found again."""
        return content_digest(self.card)

    def renumbered(self) -> Release:
        """The same release, for whatever number the registry gives."""
        return Release(self.name, None, self.card, self.records, self.files, self.signature)


@dataclass(frozen=True)
class Published:
    """`is_new` is False where the registry had this content already."""

    name: str
    version: str
    digest: str
    is_new: bool


def content_digest(card: Mapping[str, Any]) -> str:
    """Digest of a card without its version. The card lists its artifacts with their digests, so it covers them."""
    identity = {name: value for name, value in card["identity"].items() if name != "version"}
    return digest({**card, "identity": identity})


def release_from_directory(folder: Path) -> Release:
    """
    Reads and checks a version's directory: `model-card.json`, its artifacts, `calibrations/*.json`.

    :raises BadInput: with JSON pointers of what is wrong
    """
    if not folder.is_dir():
        raise BadInput(f"{folder} is no directory: name a version's directory, <name>/<version>")
    records = sorted((folder / "calibrations").glob("*.json"))
    return release_from_parts(folder / "model-card.json", artifacts.files_below(folder), records)


def release_from_parts(card_path: Path, files: Mapping[str, Path], record_paths: Iterable[Path]) -> Release:
    """
    The same from parts that lie anywhere; `files` maps the path of each artifact in the version to its file.

    :raises BadInput: with JSON pointers of what is wrong
    """
    card = read_json(card_path)
    if not isinstance(card, dict) or not isinstance(card.get("identity"), dict):
        raise BadInput(f"{card_path} is not a model card", ["/identity: must be an object"])
    stated = card["identity"].get("version")
    completed, chosen = artifacts.complete(card, files)
    numbered = copy.deepcopy(completed)
    numbered["identity"].setdefault("version", _ANY_VERSION)
    problems = card_problems(numbered) or artifacts.reference_problems(numbered)
    if problems:
        raise BadInput(f"{card_path} does not validate", problems)
    model = artifacts.model_path(numbered)
    signature = check_onnx(chosen[model], numbered) if model else None
    records = [read_record(path, numbered, stated) for path in record_paths]
    ids = [record["id"] for record in records]
    if len(set(ids)) != len(ids):
        raise BadInput("two calibration records have the same id: a record is one file with an id of its own")
    return Release(completed["identity"]["name"], stated, completed, tuple(records), chosen, signature)


def read_record(path: Path, card: Mapping[str, Any], version: str | None) -> dict[str, Any]:
    """
    A calibration record that belongs to this card.

    :param version: that the record must be for; None if the registry has yet to give one
    :raises BadInput: with JSON pointers of what is wrong
    """
    record = read_json(path)
    if not isinstance(record, dict):
        raise BadInput(f"{path} is not a calibration record", ["/: must be an object"])
    problems = record_problems({"version": _ANY_VERSION, **record})
    if not problems:
        problems = list(_misfits(record, card, version))
    if problems:
        raise BadInput(f"{path} does not validate", problems)
    return record


def _misfits(record: Mapping[str, Any], card: Mapping[str, Any], version: str | None) -> Iterable[str]:
    name = card["identity"]["name"]
    if record["model"] != name:
        yield f"/model: must be {name}, the card's name"
    if record.get("version", version) != version:
        yield f"/version: must be {version}, the card's version" if version else "/version: must be absent, as in the card"
    targets = [target["name"] for target in card["output"]["targets"]]
    if record["target"] not in targets:
        yield f"/target: must be a target of the card; it has {', '.join(targets) or 'none'}"
    if record["id"].endswith(_RETIRED):
        yield f"/id: must not end in {_RETIRED}, which marks a record that was retired"
