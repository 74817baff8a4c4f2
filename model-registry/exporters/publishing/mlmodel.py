"""
The files that make a folder an MLflow model: MLmodel with the flavours onnx and python_function and a signature, and the three
files on its environment. Written here and not by mlflow.onnx, which would serialise the graph again: its bytes must stay those of
the card.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import mlflow
import onnx
import yaml

from publishing.onnx_model import Signature, Tensor

# What MLflow needs to run the model; the gateway's model server is another program and reads none of this.
PYTHON = "3.11"
ONNXRUNTIME = "1.23.2"
_DTYPES = {
    "BOOL": "bool",
    "FP16": "float16",
    "FP32": "float32",
    "FP64": "float64",
    "BYTES": "str",
    **{f"{sign}INT{bits}": f"{sign.lower()}int{bits}" for sign in ("", "U") for bits in (8, 16, 32, 64)},
}


def write_mlmodel(folder: Path, model: str | None, signature: Signature | None, where: dict[str, str]) -> dict[str, Any]:
    """
    Writes the files into a version's folder.

    :param model: path of the ONNX file; None for a version without one, which MLflow then cannot run
    :param where: `run_id` and `artifact_path`, or `model_id`, of the place that it is uploaded to
    :returns: what the MLmodel file says
    """
    requirements = [f"mlflow=={mlflow.__version__}", f"onnx=={onnx.__version__}", f"onnxruntime=={ONNXRUNTIME}"]
    # MLmodel must not be empty of flavours: that the folder is a version of Tessera's is one, whether or not it can be run.
    flavours: dict[str, Any] = {"tessera": {"card": "tessera/model-card.json", "index": "tessera/index.json"}}
    if model is not None:
        flavours["onnx"] = {
            "data": model,
            "onnx_version": onnx.__version__,
            "providers": ["CPUExecutionProvider"],
            "onnx_session_options": None,
            "code": None,
        }
        flavours["python_function"] = {
            "loader_module": "mlflow.onnx",
            "data": model,
            "python_version": PYTHON,
            "env": {"conda": "conda.yaml", "virtualenv": "python_env.yaml"},
        }
    content: dict[str, Any] = {
        **where,
        "flavors": flavours,
        "mlflow_version": mlflow.__version__,
        "utc_time_created": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M:%S.%f"),
    }
    if signature is not None and (described := _signature(signature)):
        content["signature"] = described
    environment = {"python": PYTHON, "build_dependencies": ["pip"], "dependencies": ["-r requirements.txt"]}
    conda = {
        "name": "mlflow-env",
        "channels": ["conda-forge"],
        "dependencies": [f"python={PYTHON}", "pip", {"pip": requirements}],
    }
    _write(folder / "MLmodel", content)
    _write(folder / "python_env.yaml", environment)
    _write(folder / "conda.yaml", conda)
    (folder / "requirements.txt").write_text("".join(f"{line}\n" for line in requirements), encoding="utf-8")
    return content


def _signature(signature: Signature) -> dict[str, Any] | None:
    # NumPy has no bfloat16: a signature that lacks a tensor would be worse than none.
    if any(tensor.datatype not in _DTYPES for tensor in (*signature.inputs, *signature.outputs)):
        return None
    return {"inputs": _tensors(signature.inputs), "outputs": _tensors(signature.outputs), "params": None}


def _tensors(tensors: Sequence[Tensor]) -> str:
    return json.dumps(
        [
            {"type": "tensor", "tensor-spec": {"dtype": _DTYPES[t.datatype or ""], "shape": list(t.shape)}, "name": t.name}
            for t in tensors
        ]
    )


def _write(path: Path, content: Any) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
