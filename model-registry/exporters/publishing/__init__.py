"""
Publishing of model versions and calibration records.

Loading this package first switches off what its libraries would tell their makers, and gives the MLflow client limits that a
person can wait for: by default it would try for many minutes.
"""

from __future__ import annotations

import os

os.environ.update(
    MLFLOW_DISABLE_TELEMETRY="true",
    DO_NOT_TRACK="true",
    ORT_DISABLE_TELEMETRY="1",
    MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR="false",
    MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT="true",
    GIT_PYTHON_REFRESH="quiet",
)
os.environ.setdefault("MLFLOW_HTTP_REQUEST_TIMEOUT", "60")
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "3")
