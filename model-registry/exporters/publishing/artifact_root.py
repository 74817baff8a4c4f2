"""The folder of an artifact store that a version points at: a logged model in MLflow 3, a run's folder in MLflow 2."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from mlflow import MlflowClient
from mlflow.entities import LoggedModelOutput

_FOLDER = "model"


class ArtifactRoot(ABC):
    """`source` is what a version is registered with, `location` the URI that files are read below."""

    run_id: str | None
    model_id: str | None
    source: str
    location: str

    @abstractmethod
    def where(self) -> dict[str, str]:
        """What an MLmodel file in it says of where it is."""

    @abstractmethod
    def upload(self, folder: Path) -> None:
        """Adds a folder's files at their relative paths; a file of the same path is replaced."""

    @abstractmethod
    def finish(self, mlmodel: dict[str, Any]) -> None:
        """Tells the run, and MLflow's UI, that the model is whole."""

    @abstractmethod
    def give_up(self) -> None:
        """Marks run and model as failed. They stay for whoever asks why."""


class LoggedModelRoot(ArtifactRoot):
    def __init__(self, client: MlflowClient, run_id: str, model_id: str, location: str) -> None:
        self._client, self._model = client, model_id
        self.run_id = self._run = run_id
        self.model_id = model_id
        self.source, self.location = f"models:/{model_id}", location.rstrip("/")

    def where(self) -> dict[str, str]:
        return {"artifact_path": self.location, "model_id": self._model, "run_id": self._run}

    def upload(self, folder: Path) -> None:
        self._client.log_model_artifacts(self._model, str(folder))

    def finish(self, mlmodel: dict[str, Any]) -> None:
        self._client.finalize_logged_model(self._model, "READY")
        self._client.log_outputs(self._run, [LoggedModelOutput(self._model, step=0)])
        self._client.set_terminated(self._run, "FINISHED")

    def give_up(self) -> None:
        self._client.finalize_logged_model(self._model, "FAILED")
        self._client.set_terminated(self._run, "FAILED")


class RunRoot(ArtifactRoot):
    model_id = None

    def __init__(self, client: MlflowClient, run_id: str, artifact_uri: str, folder: str = _FOLDER) -> None:
        self._client, self._folder = client, folder
        self.run_id = self._run = run_id
        # Not runs:/...: servers that proxy artifacts cannot serve a version by its number from that.
        self.source = self.location = f"{artifact_uri.rstrip('/')}/{folder}"

    def where(self) -> dict[str, str]:
        return {"artifact_path": self._folder, "run_id": self._run}

    def upload(self, folder: Path) -> None:
        self._client.log_artifacts(self._run, str(folder), self._folder)

    def finish(self, mlmodel: dict[str, Any]) -> None:
        # By this tag MLflow 2 shows a folder of a run as a model.
        keys = ("run_id", "artifact_path", "utc_time_created", "flavors")
        self._client.set_tag(self._run, "mlflow.log-model.history", json.dumps([{key: mlmodel[key] for key in keys}]))
        self._client.set_terminated(self._run, "FINISHED")

    def give_up(self) -> None:
        self._client.set_terminated(self._run, "FAILED")
