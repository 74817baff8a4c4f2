"""Publishing a release into an MLflow server: once, whatever happens on the way."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from mlflow.exceptions import MlflowException

from publishing.artifact_root import ArtifactRoot
from publishing.artifacts import model_path, sha256_of_file
from publishing.late_record import add_record
from publishing.layout import CONTENT_TAG, DIGEST_TAG, documents, link_artifacts, tags, write_documents
from publishing.mlflow_server import MlflowServer, fault
from publishing.mlmodel import write_mlmodel
from publishing.refusals import Conflict, ServerFault
from publishing.release import Published, Release
from publishing.strict_json import sha256_of

# Each attempt beyond the second means that somebody else published a version of this model in the same second.
MAX_ATTEMPTS = 5
Say = Callable[[str], None]


def publish_to_mlflow(
    release: Release, server: MlflowServer, experiment: str, aliases: Sequence[str], is_dry: bool, say: Say
) -> Published:
    """
    Finds the version that has this content, or makes it; then sets the aliases.

    :raises Conflict: the card states another number than the server has for it
    :raises ServerFault: and then no version of half a release is left
    """
    published = _find_or_publish(release, server, experiment, is_dry, say)
    for alias in aliases:
        _set_alias(server, release.name, alias, published.version, is_dry, say)
    return published


def _find_or_publish(release: Release, server: MlflowServer, experiment: str, is_dry: bool, say: Say) -> Published:
    number = _existing(release, server)
    if number is not None:
        say(f"version {number} of {release.name} has this content already")
        for record in release.records_as(number):
            add_record(record, server, is_dry, say)
        return Published(release.name, number, release.digest_as(number), False)
    if not is_dry:
        return _publish_new(release, server, experiment, say)
    number = _number_for(release, server)
    say(
        f"would upload {len(release.files)} artifacts and {len(release.records)} calibration records, "
        f"and register version {number} of {release.name}"
    )
    return Published(release.name, number, release.digest_as(number), True)


def _existing(release: Release, server: MlflowServer) -> str | None:
    """The lowest whole version of this content."""
    for version in server.versions(release.name):
        if version.tags.get(CONTENT_TAG) != release.content_digest:
            continue
        # Another digest than its number asks for: somebody's attempt that is being taken back.
        if version.tags.get(DIGEST_TAG) == release.digest_as(version.version):
            if release.stated_version not in (None, version.version):
                raise Conflict(
                    f"the server has this content as version {version.version} of {release.name}, and the card says version "
                    f"{release.stated_version}: a content has one number; give the card that one, or publish with --renumber"
                )
            return str(version.version)
    return None


def _number_for(release: Release, server: MlflowServer, after: int = 0) -> str:
    """
    The number that the server will give next, as far as can be seen.

    :param after: a number that it gave and that is deleted: it will not come again, and is in no list
    """
    known = [int(version.version) for version in server.versions(release.name)]
    following = str(max([after, *known]) + 1)
    if release.stated_version not in (None, following):
        raise Conflict(
            f"the card says version {release.stated_version} of {release.name}, and the server will give {following}: "
            "publish the versions in order, or let the server choose with --renumber (the version's digest is then another)"
        )
    return following


def _publish_new(release: Release, server: MlflowServer, experiment: str, say: Say) -> Published:
    number = _number_for(release, server)
    root = server.new_root(experiment, release.name, {CONTENT_TAG: release.content_digest})
    try:
        with tempfile.TemporaryDirectory(prefix="tessera-publish-") as name:
            _upload(release, number, root, server, Path(name), say)
        return _register(release, number, root, server, say)
    except BaseException as error:
        with suppress(Exception):
            root.give_up()
        if isinstance(error, MlflowException):
            raise fault(error) from error
        raise


def _upload(release: Release, number: str, root: ArtifactRoot, server: MlflowServer, folder: Path, say: Say) -> None:
    link_artifacts(folder, release.files)
    mlmodel = write_mlmodel(folder, model_path(release.card), release.signature, root.where())
    write_documents(folder, documents(release, number))
    size = sum(path.stat().st_size for path in release.files.values())
    say(f"uploading {len(release.files)} artifacts, {size / 1e6:.1f} MB, and {len(release.records)} calibration records")
    root.upload(folder)
    say("reading back what was uploaded")
    for path in (*release.files, *documents(release, number)):
        _expect(server, root, path, sha256_of_file(folder / path))
    root.finish(mlmodel)


def _register(release: Release, number: str, root: ArtifactRoot, server: MlflowServer, say: Say) -> Published:
    server.create_model_if_missing(release.name)
    for _ in range(MAX_ATTEMPTS):
        given = server.create_version(release.name, root, tags(release, number), release.card["identity"]["title"]).version
        # Of two publishers of one content, or one whose answer was lost and who asked again, the lowest number stays.
        whole = _existing(release.renumbered(), server)
        if whole == given:
            say(f"registered version {given} of {release.name}")
            return Published(release.name, str(given), release.digest_as(given), True)
        server.delete_version(release.name, given)
        if whole is not None:
            say(f"version {whole} has this content already; the second one, {given}, was deleted again")
            return Published(release.name, whole, release.digest_as(whole), False)
        say(f"the server gave the number {given} and the card says {number}: that version was deleted again")
        number = _number_for(release, server, after=int(given))
        _replace_documents(release, number, root, server)
    raise ServerFault(
        f"the server gave another number than the next one {MAX_ATTEMPTS} times: somebody publishes {release.name} "
        "at the same time; try again"
    )


def _replace_documents(release: Release, number: str, root: ArtifactRoot, server: MlflowServer) -> None:
    contents = documents(release, number)
    with tempfile.TemporaryDirectory(prefix="tessera-publish-") as name:
        write_documents(Path(name), contents)
        root.upload(Path(name))
    for path, content in contents.items():
        _expect(server, root, path, sha256_of(content))


def _expect(server: MlflowServer, root: ArtifactRoot, path: str, sha256: str) -> None:
    content = server.read(root, path)
    if content is None or sha256_of(content) != sha256:
        raise ServerFault(
            f"{path} was uploaded and reads back {'not at all' if content is None else 'as other bytes'}: nothing was registered"
        )


def _set_alias(server: MlflowServer, name: str, alias: str, number: str, is_dry: bool, say: Say) -> None:
    if is_dry:
        say(f"would set the alias {alias} to version {number}")
    elif server.alias(name, alias) == number:
        say(f"the alias {alias} is on version {number} already")
    else:
        server.set_alias(name, alias, number)
        say(f"the alias {alias} is on version {number}")
