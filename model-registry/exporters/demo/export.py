"""PyTorch to ONNX: opset 18, IR 10 at most, one file, symbolic batch, the same bytes every time, checked against PyTorch."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

# The official wheels report models and machines to their maker unless this is set before they are imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnx
import onnxruntime
import torch
from safetensors.numpy import load_file, save_file
from torch import nn

OPSET = 18
IR_VERSION = 10


def export(
    model: nn.Module,
    path: Path,
    inputs: dict[str, torch.Tensor],
    outputs: dict[str, list[str | int]],
    dynamic: dict[str, dict[int, str]],
    tolerance: float,
) -> float:
    """Write `model` to `path`; returns the largest absolute difference from PyTorch, and refuses one above `tolerance`."""
    model = model.eval()
    shapes = {name: {d: torch.export.Dim(axis, min=1, max=1 << 20) for d, axis in dynamic[name].items()} for name in inputs}
    program = torch.onnx.export(
        model,
        tuple(inputs.values()),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_shapes=tuple(shapes.values()),
        opset_version=OPSET,
        dynamo=True,
        external_data=False,
        verbose=False,
    )
    proto = _clean(program.model_proto, path, outputs)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(proto.SerializeToString(deterministic=True))
    return compare(model, path, inputs, tolerance)


def compare(model: nn.Module, path: Path, inputs: dict[str, torch.Tensor], tolerance: float) -> float:
    """Largest absolute difference between onnxruntime and PyTorch over all outputs."""
    with torch.inference_mode():
        expected = model(*inputs.values())
    expected = expected if isinstance(expected, tuple) else (expected,)
    got = run(path, {name: value.numpy() for name, value in inputs.items()})
    worst = 0.0
    for want, have in zip(expected, got, strict=True):
        if tuple(want.shape) != have.shape:
            raise AssertionError(f"{path}: shape {have.shape}, PyTorch has {tuple(want.shape)}")
        worst = max(worst, float(np.abs(want.numpy() - have).max()))
    if not worst <= tolerance:
        raise AssertionError(f"{path}: differs from PyTorch by {worst:.3g}, allowed {tolerance:.3g}")
    return worst


def run(path: Path, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session.run(None, inputs)


def save_tensors(path: Path, tensors: dict[str, np.ndarray]) -> None:
    """A safetensors file. The writer takes an array's memory as it lies, so each is laid out by rows first, and read back."""
    rows = {name: np.ascontiguousarray(value) for name, value in tensors.items()}
    save_file(rows, path)
    again = load_file(path)
    if any(not np.array_equal(again[name], tensors[name]) for name in tensors):
        raise AssertionError(f"{path} does not hold what was written")


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _clean(proto: onnx.ModelProto, path: Path, outputs: dict[str, list[str | int]]) -> onnx.ModelProto:
    """Drop what depends on the machine (stack traces, paths) and state the outputs' symbolic shapes."""
    graph = proto.graph
    proto.ir_version = IR_VERSION
    proto.producer_name, proto.producer_version, proto.doc_string = "tessera-exporters", "1", ""
    graph.name, graph.doc_string = path.parent.parent.name, ""
    del proto.metadata_props[:], graph.metadata_props[:], graph.value_info[:], proto.functions[:]
    for item in (*graph.node, *graph.input, *graph.output, *graph.initializer):
        item.doc_string = ""
        del item.metadata_props[:]
    for value in graph.output:
        dims = outputs[value.name]
        del value.type.tensor_type.shape.dim[:]
        for dim in dims:
            entry = value.type.tensor_type.shape.dim.add()
            if isinstance(dim, str):
                entry.dim_param = dim
            else:
                entry.dim_value = dim
    versions = {entry.domain: entry.version for entry in proto.opset_import}
    if versions.get("", 99) > 20 or set(versions) - {""}:
        del proto.opset_import[:]
        proto.opset_import.add(domain="", version=OPSET)
    onnx.checker.check_model(proto, full_check=True)
    return proto
