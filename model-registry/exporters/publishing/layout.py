"""What lies below a version's artifact root in MLflow, and the tags that say so: the gateway's source reads exactly this."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from publishing.release import Release
from publishing.strict_json import canonical, sha256_of

CARD = "tessera/model-card.json"
INDEX = "tessera/index.json"
CARD_TAG = "tessera.card.sha256"
DIGEST_TAG = "tessera.digest"
INDEX_TAG = "tessera.index.sha256"
CONTENT_TAG = "tessera.content.sha256"


def record_path(record_id: str) -> str:
    return f"tessera/calibrations/{record_id}.json"


def record_tag(record_id: str) -> str:
    """Of a record that was published after its version: its value is the SHA-256 of the record's bytes."""
    return f"tessera.calibration.{record_id}"


def retired_tag(record_id: str) -> str:
    """Its value is the time of the retirement, ISO 8601 in UTC."""
    return f"{record_tag(record_id)}.retired"


def link_artifacts(folder: Path, files: Mapping[str, Path]) -> None:
    """Puts the artifacts at the card's paths, by links where the system has them: weights are large."""
    for path, file in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.symlink(file.resolve(), target)
        except OSError:
            shutil.copyfile(file, target)


def documents(release: Release, version: str) -> dict[str, bytes]:
    """Path to bytes of the card, its calibration records and the index of them, all canonical JSON."""
    card = canonical(release.card_as(version))
    records = {record_path(record["id"]): canonical(record) for record in release.records_as(version)}
    index = canonical(
        {
            "card": {"path": CARD, "sha256": sha256_of(card)},
            "calibrations": [{"path": path, "sha256": sha256_of(content)} for path, content in records.items()],
        }
    )
    return {CARD: card, **records, INDEX: index}


def tags(release: Release, version: str) -> dict[str, str]:
    """Of the MLflow version. Card and digest are equal where the card is stored canonically, as it is here."""
    published = documents(release, version)
    return {
        CARD_TAG: sha256_of(published[CARD]),
        INDEX_TAG: sha256_of(published[INDEX]),
        DIGEST_TAG: release.digest_as(version),
        CONTENT_TAG: release.content_digest,
    }


def write_documents(folder: Path, contents: Mapping[str, bytes]) -> None:
    for path, content in contents.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
