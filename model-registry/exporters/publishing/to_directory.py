"""Publishing a release into a registry directory, `<name>/<version>`: whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from publishing.artifacts import sha256_of_file
from publishing.refusals import BadInput, Conflict
from publishing.release import Published, Release, content_digest
from publishing.strict_json import digest, read_json

Say = Callable[[str], None]


def publish_to_directory(release: Release, registry: Path, aliases: Sequence[str], is_dry: bool, say: Say) -> Published:
    """
    Writes the version beside its place and then moves it there, so that a registry never sees half of it.

    :raises Conflict: the version is there with another digest
    """
    model = registry / release.name
    number, is_new = _place(release, model)
    target = model / number
    if is_new:
        say(f"{'would write' if is_dry else 'writing'} {target}")
        if not is_dry:
            _write_version(release, number, target)
    else:
        say(f"{target} has this content already")
        for record in release.records_as(number):
            write_record(record, registry, is_dry, say)
    if aliases:
        say(f"{'would set' if is_dry else 'setting'} {', '.join(aliases)} to version {number}")
    if aliases and not is_dry:
        path = model / "aliases.json"
        known = read_json(path) if path.exists() else {}
        _write_json(path, {**known, **dict.fromkeys(aliases, number)})
    return Published(release.name, number, release.digest_as(number), is_new)


def write_record(record: Mapping[str, Any], registry: Path, is_dry: bool, say: Say) -> bool:
    """
    Adds a calibration record to a version's directory, whatever the names of the files there.

    :returns: whether it is new
    :raises Conflict: no such version, or another record under this id
    """
    folder = registry / record["model"] / record["version"] / "calibrations"
    if not (folder.parent / "model-card.json").is_file():
        raise Conflict(f"{folder.parent} is no version: publish the version first")
    for path in sorted(folder.glob("*.json")):
        known = read_json(path)
        if isinstance(known, dict) and known.get("id") == record["id"]:
            if digest(known) == digest(dict(record)):
                say(f"the calibration record {record['id']} is there already")
                return False
            raise Conflict(
                f"{path} is another record of the id {record['id']}: a record is never edited; "
                "give this one a new id and remove the other"
            )
    say(f"{'would add' if is_dry else 'adding'} the calibration record {record['id']}")
    if not is_dry:
        folder.mkdir(exist_ok=True)
        _write_json(folder / f"{record['id']}.json", record)
    return True


def _place(release: Release, model: Path) -> tuple[str, bool]:
    """The number, and whether it is free."""
    known = _known(model)
    same = [number for number, card in known.items() if content_digest(card) == release.content_digest]
    stated = release.stated_version
    if stated is None:
        return (str(min(same)), False) if same else (str(max(known, default=0) + 1), True)
    card = known.get(int(stated))
    if card is None:
        return stated, True
    if digest(card) != release.digest_as(stated):
        raise Conflict(
            f"{model / stated} has the digest {digest(card)}, this release {release.digest_as(stated)}: a version never changes "
            "under its number; give the card the next one, or publish with --renumber"
        )
    return stated, False


def _known(model: Path) -> dict[int, Any]:
    if not model.is_dir():
        return {}
    numbers = [int(entry.name) for entry in model.iterdir() if entry.is_dir() and entry.name.isdecimal()]
    return {number: _card(model / str(number) / "model-card.json") for number in numbers}


def _card(path: Path) -> Any:
    card = read_json(path)
    if not isinstance(card, dict) or not isinstance(card.get("identity"), dict):
        raise BadInput(f"{path} is not a model card: what is published beside it cannot be told apart")
    return card


def _write_version(release: Release, number: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # The registry skips names that begin with a dot.
    draft = Path(tempfile.mkdtemp(prefix=f".publishing-{number}-", dir=target.parent))
    digests = {entry["path"]: entry["sha256"] for entry in release.card["artifacts"]}
    try:
        for path, file in release.files.items():
            (draft / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, draft / path)
            _expect(draft / path, digests[path])
        for record in release.records_as(number):
            (draft / "calibrations").mkdir(exist_ok=True)
            _write_json(draft / "calibrations" / f"{record['id']}.json", record)
        _write_json(draft / "model-card.json", release.card_as(number))
        draft.chmod(0o755)
        try:
            os.rename(draft, target)
        except OSError as error:
            raise Conflict(f"{target} was written by somebody else at the same time: look at it, and try again") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _expect(copy: Path, sha256: str) -> None:
    if sha256_of_file(copy) != sha256:
        raise BadInput("an artifact changed while it was published: nothing was written; try again")


def _write_json(path: Path, value: Any) -> None:
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
