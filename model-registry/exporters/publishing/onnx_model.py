"""What the ONNX file must be before it is sent, and its tensors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
from google.protobuf.message import DecodeError

from publishing.refusals import BadInput

MAX_IR_VERSION = 10
MAX_BYTES = 2**31 - 1

# Names of the Open Inference Protocol, as cards use them.
_DATATYPES: dict[int, str] = {
    onnx.TensorProto.BOOL: "BOOL",
    onnx.TensorProto.UINT8: "UINT8",
    onnx.TensorProto.UINT16: "UINT16",
    onnx.TensorProto.UINT32: "UINT32",
    onnx.TensorProto.UINT64: "UINT64",
    onnx.TensorProto.INT8: "INT8",
    onnx.TensorProto.INT16: "INT16",
    onnx.TensorProto.INT32: "INT32",
    onnx.TensorProto.INT64: "INT64",
    onnx.TensorProto.FLOAT16: "FP16",
    onnx.TensorProto.BFLOAT16: "BF16",
    onnx.TensorProto.FLOAT: "FP32",
    onnx.TensorProto.DOUBLE: "FP64",
    onnx.TensorProto.STRING: "BYTES",
}


@dataclass(frozen=True)
class Tensor:
    """`shape` has -1 for a dimension that varies; `datatype` is None for a type that a card cannot name."""

    name: str
    datatype: str | None
    shape: tuple[int, ...]


@dataclass(frozen=True)
class Signature:
    inputs: tuple[Tensor, ...]
    outputs: tuple[Tensor, ...]


def check_onnx(path: Path, card: Mapping[str, Any]) -> Signature:
    """
    Refuses a file that the model server could not load alone, and one whose tensors are not those of the card.

    :raises BadInput: not ONNX, IR above 10, data in other files, a graph that does not check, other tensors than the card's
    """
    if path.stat().st_size > MAX_BYTES:
        raise BadInput(f"{path} has more than {MAX_BYTES} bytes: ONNX allows no more in one file")
    try:
        model = onnx.load(path, load_external_data=False)
    except DecodeError as error:
        raise BadInput(f"{path} is not an ONNX file") from error
    if model.ir_version > MAX_IR_VERSION:
        raise BadInput(
            f"{path} has the IR version {model.ir_version}, the model server reads up to {MAX_IR_VERSION}: "
            "export it for an older version of ONNX"
        )
    if any(tensor.data_location == onnx.TensorProto.EXTERNAL for tensor in _tensors(model)):
        raise BadInput(f"{path} keeps weights in another file: export it with external_data=False")
    try:
        onnx.checker.check_model(model, full_check=True)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise BadInput(f"{path} does not pass the ONNX checker: {str(error).strip().splitlines()[0]}") from error
    signature = _signature(model)
    problems = [
        *_differences(card["input"]["tensors"], signature.inputs, "/input/tensors", complete=True),
        *_differences(card["output"]["tensors"], signature.outputs, "/output/tensors", complete=False),
    ]
    if problems:
        raise BadInput(f"the tensors of {path} are not those of the card", problems)
    return signature


def _signature(model: onnx.ModelProto) -> Signature:
    given = {initializer.name for initializer in model.graph.initializer}
    inputs = (_tensor(value) for value in model.graph.input if value.name not in given)
    return Signature(tuple(inputs), tuple(_tensor(value) for value in model.graph.output))


def _tensor(value: onnx.ValueInfoProto) -> Tensor:
    kind = value.type.tensor_type
    shape = tuple(d.dim_value if d.HasField("dim_value") else -1 for d in kind.shape.dim)
    return Tensor(value.name, _DATATYPES.get(kind.elem_type), shape)


def _differences(stated: Sequence[Mapping[str, Any]], found: Sequence[Tensor], pointer: str, complete: bool) -> Iterator[str]:
    """`complete`: the card must have every tensor of the file; outputs that nobody asks for do no harm."""
    by_name = {tensor.name: tensor for tensor in found}
    for i, entry in enumerate(stated):
        tensor = by_name.pop(entry["name"], None)
        if tensor is None:
            yield f"{pointer}/{i}/name: the file has no tensor of this name; it has {', '.join(t.name for t in found)}"
            continue
        if tensor.datatype != entry["datatype"]:
            yield f"{pointer}/{i}/datatype: the file has {tensor.datatype}, the card {entry['datatype']}"
        if not _fits(entry["shape"], tensor.shape):
            yield f"{pointer}/{i}/shape: the file has {list(tensor.shape)}, the card {entry['shape']}"
    if complete and by_name:
        yield f"{pointer}: lacks tensors that the file must be given: {', '.join(by_name)}"


def _fits(stated: Sequence[int], found: Sequence[int]) -> bool:
    # A file may leave open what the card fixes, not the other way round.
    return len(stated) == len(found) and all(there in (-1, here) for here, there in zip(stated, found, strict=True))


def _tensors(model: onnx.ModelProto) -> Iterator[onnx.TensorProto]:
    yield from _of_graph(model.graph)
    for function in model.functions:
        for node in function.node:
            yield from _of_node(node)


def _of_graph(graph: onnx.GraphProto) -> Iterator[onnx.TensorProto]:
    yield from graph.initializer
    for sparse in graph.sparse_initializer:
        yield from (sparse.values, sparse.indices)
    for node in graph.node:
        yield from _of_node(node)


def _of_node(node: onnx.NodeProto) -> Iterator[onnx.TensorProto]:
    for attribute in node.attribute:
        yield from (attribute.t, *attribute.tensors)
        for graph in (attribute.g, *attribute.graphs):
            yield from _of_graph(graph)
