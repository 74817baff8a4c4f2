"""One MLflow server, through MLflow's own client: its versions, and where their artifacts lie."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import mlflow.artifacts
from mlflow import MlflowClient
from mlflow.entities.model_registry import ModelVersion
from mlflow.exceptions import MlflowException
from mlflow.store.entities import PagedList

from publishing.artifact_root import ArtifactRoot, LoggedModelRoot, RunRoot
from publishing.refusals import BadInput, ServerFault

T = TypeVar("T")
_PAGE = 200
_HINTS = {
    401: "give MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, that the server knows",
    403: "the user lacks the permission, or the server does not accept the host name in the tracking URI",
}


class MlflowServer:
    """
    Every method throws ServerFault for what the server or the network does. Credentials come from MLflow's own environment
    variables.
    """

    def __init__(self, tracking_uri: str) -> None:
        address = urlsplit(tracking_uri)
        if address.scheme not in ("http", "https"):
            raise BadInput("the tracking URI must begin with http:// or https://; a directory is published into with --to")
        if address.username is not None or address.password is not None:
            raise BadInput("the tracking URI holds a login: give it in MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD")
        self.uri = tracking_uri
        # Set as well as given: a registry in somebody's environment would otherwise take the version to another server.
        mlflow.set_tracking_uri(tracking_uri)
        mlflow.set_registry_uri(tracking_uri)
        self.client = MlflowClient(tracking_uri=tracking_uri, registry_uri=tracking_uri)

    def versions(self, name: str) -> list[ModelVersion]:
        """All versions of a model, the lowest number first; none if there is no such model."""
        found: dict[str, ModelVersion] = {}
        filter_string, token = f"name = '{name}'", None
        while True:
            page = self._page(filter_string, token)
            found.update({version.version: version for version in page})
            if not page.token or page.token == token:
                return sorted(found.values(), key=lambda version: int(version.version))
            token = page.token

    def _page(self, filter_string: str, token: str | None) -> PagedList[ModelVersion]:
        return self.ask(lambda: self.client.search_model_versions(filter_string, _PAGE, page_token=token))

    def version(self, name: str, number: str) -> ModelVersion | None:
        try:
            return self.client.get_model_version(name, number)
        except MlflowException as error:
            if error.error_code == "RESOURCE_DOES_NOT_EXIST":
                return None
            raise fault(error) from error

    def create_model_if_missing(self, name: str) -> None:
        try:
            self.client.create_registered_model(name)
        except MlflowException as error:
            if error.error_code != "RESOURCE_ALREADY_EXISTS":
                raise fault(error) from error

    def create_version(self, name: str, root: ArtifactRoot, tags: dict[str, str], description: str) -> ModelVersion:
        """Registers what lies in the root. The server chooses the number; version and tags come into being together."""
        return self.ask(
            lambda: self.client.create_model_version(
                name, root.source, root.run_id, tags=tags, description=description, model_id=root.model_id, await_creation_for=0
            )
        )

    def delete_version(self, name: str, number: str) -> None:
        self.ask(lambda: self.client.delete_model_version(name, number))

    def set_tag(self, name: str, number: str, key: str, value: str) -> None:
        self.ask(lambda: self.client.set_model_version_tag(name, number, key, value))

    def set_alias(self, name: str, alias: str, number: str) -> None:
        self.ask(lambda: self.client.set_registered_model_alias(name, alias, number))

    def alias(self, name: str, alias: str) -> str | None:
        """The version that an alias names, from the model itself: listings of versions leave aliases out."""
        aliases = self.ask(lambda: self.client.get_registered_model(name)).aliases
        return None if aliases.get(alias) is None else str(aliases[alias])

    def new_root(self, experiment: str, name: str, tags: dict[str, str]) -> ArtifactRoot:
        """A place for a version's artifacts: a logged model where the server has them (MLflow 3), else a run's folder."""
        found = self.ask(lambda: self.client.get_experiment_by_name(experiment))
        number = found.experiment_id if found else self.ask(lambda: self.client.create_experiment(experiment))
        run = self.ask(lambda: self.client.create_run(number, tags=tags, run_name=f"publish {name}"))
        try:
            # Logged models have narrower names than registered ones.
            model = self.client.create_logged_model(number, name.replace(".", "-"), run.info.run_id, tags)
        except MlflowException as error:
            if _status(error) == 404 or error.error_code == "ENDPOINT_NOT_FOUND":
                return RunRoot(self.client, run.info.run_id, run.info.artifact_uri)
            raise fault(error) from error
        return LoggedModelRoot(self.client, run.info.run_id, model.model_id, model.artifact_location)

    def root_of(self, version: ModelVersion) -> ArtifactRoot:
        """Where the artifacts of an existing version lie, to read from and to add to."""
        source = version.source or ""
        if source.startswith("models:/m-"):
            model = self.ask(lambda: self.client.get_logged_model(source.removeprefix("models:/")))
            return LoggedModelRoot(self.client, version.run_id or "", model.model_id, model.artifact_location)
        run_id = source.split("/")[1] if source.startswith("runs:/") else version.run_id
        base = self.ask(lambda: self.client.get_run(run_id)).info.artifact_uri.rstrip("/") if run_id else ""
        folder = source.removeprefix(f"runs:/{run_id}/").removeprefix(f"{base}/")
        if not run_id or ":" in folder:
            raise ServerFault(
                f"the artifacts of version {version.version} of {version.name} are not those of a run: they cannot be added to "
                "through MLflow; publish the version with this command"
            )
        return RunRoot(self.client, run_id, base, folder)

    def read(self, root: ArtifactRoot, path: str) -> bytes | None:
        """A file of a root; None if there is none."""
        with tempfile.TemporaryDirectory() as folder:
            try:
                uri = f"{root.location}/{path}"
                return Path(mlflow.artifacts.download_artifacts(uri, dst_path=folder, tracking_uri=self.uri)).read_bytes()
            except MlflowException as error:
                if _status(error) == 404 or "404 Client Error" in str(error):
                    return None
                raise fault(error) from error
            except OSError as error:
                raise ServerFault(f"{path} could not be read back: {error}") from error

    def ask(self, question: Callable[[], T]) -> T:
        """Runs a call of the client. :raises ServerFault:"""
        try:
            return question()
        except MlflowException as error:
            raise fault(error) from error


def _status(error: MlflowException) -> int:
    return int(error.get_http_status_code())  # type: ignore[no-untyped-call]


def fault(error: MlflowException) -> ServerFault:
    """What the server said, in a line, and what to do where that is known."""
    status = _status(error)
    if "Max retries exceeded" in str(error):
        return ServerFault("the MLflow server does not answer: check the tracking URI, and that the server runs")
    for code, hint in _HINTS.items():
        if status == code or f"error code {code}" in str(error):
            return ServerFault(f"the MLflow server answered {code}: {hint}")
    return ServerFault(f"the MLflow server: {' '.join(str(error).split())[:300]}")
