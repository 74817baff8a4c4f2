"""Calls the embedded model server through Python's tritonclient, unchanged, and compares its numbers with NumPy's.

    python tritonclient_calls.py HTTP_ADDRESS GRPC_ADDRESS MODELS_DIR CONFIG_PBTXT

Prints a line of JSON for each case: its name, and what went wrong or null.
"""

import json
import shutil
import sys
import time
from pathlib import Path

import numpy as np
import tritonclient.grpc as tgrpc
import tritonclient.http as thttp
from google.protobuf import json_format, text_format
from tritonclient.grpc import model_config_pb2
from tritonclient.utils import InferenceServerException, np_to_triton_dtype

HTTP, GRPC, MODELS = sys.argv[1], sys.argv[2], Path(sys.argv[3])
EXPECTED = json.loads((Path(__file__).parents[1] / "fixtures/models/expected.json").read_text())["cases"]
RNG = np.random.default_rng(4)
VALUES = {
    "BOOL": RNG.integers(0, 2, 6).astype(bool), "UINT8": RNG.integers(0, 256, 6).astype(np.uint8),
    "UINT16": RNG.integers(0, 2**16, 6).astype(np.uint16), "UINT32": RNG.integers(0, 2**32, 6).astype(np.uint32),
    "UINT64": np.array([0, 1, 2**64 - 1, 2**53 + 1, 7, 8], np.uint64), "INT8": RNG.integers(-128, 128, 6).astype(np.int8),
    "INT16": RNG.integers(-2**15, 2**15, 6).astype(np.int16), "INT32": RNG.integers(-2**31, 2**31, 6).astype(np.int32),
    "INT64": np.array([-2**63, 2**63 - 1, 2**53 + 1, -1, 0, 5], np.int64), "FP16": RNG.standard_normal(6).astype(np.float16),
    "FP32": RNG.standard_normal(6).astype(np.float32), "FP64": RNG.standard_normal(6),
    "BYTES": np.array([b"ascii", "\u00e4\u00f6".encode(), b"", b"x" * 300, b"\n", b"end"], np.object_),
}


class Http:
    name, module = "http", thttp

    def __init__(self):
        self.client = thttp.InferenceServerClient(HTTP)

    def input(self, name, array, binary=True):
        tensor = thttp.InferInput(name, array.shape, np_to_triton_dtype(array.dtype))
        tensor.set_data_from_numpy(array, binary_data=binary)
        return tensor

    def output(self, name, binary=True):
        return thttp.InferRequestedOutput(name, binary_data=binary)


class Grpc:
    name, module = "grpc", tgrpc

    def __init__(self):
        self.client = tgrpc.InferenceServerClient(GRPC)

    def input(self, name, array, binary=True):
        tensor = tgrpc.InferInput(name, array.shape, np_to_triton_dtype(array.dtype))
        tensor.set_data_from_numpy(array)
        return tensor

    def output(self, name, binary=True):
        return tgrpc.InferRequestedOutput(name)


def get(answer, *path):
    """A member of a REST answer or of a message; integers of REST may be text."""
    for step in path:
        answer = answer[step] if isinstance(answer, (dict, list)) or isinstance(step, int) else getattr(answer, step)
    return answer


def refused(act, *words):
    try:
        act()
    except InferenceServerException as error:
        assert any(word in f"{error.status()} {error.message()}" for word in words), str(error)
        return
    raise AssertionError("it was not refused")


def health(peer):
    client = peer.client
    assert client.is_server_live() and client.is_server_ready()
    assert client.is_model_ready("mean") and client.is_model_ready("two-versions", "9")
    assert not client.is_model_ready("two-versions", "1") and not client.is_model_ready("nobody")


def metadata(peer):
    server = peer.client.get_server_metadata()
    assert get(server, "name") == "tessera-model-server"
    assert {"binary_tensor_data", "model_repository", "statistics"} <= set(get(server, "extensions"))
    model = peer.client.get_model_metadata("tiles")
    assert list(get(model, "inputs", 0, "shape")) in ([-1, 8, 8, 3], ["-1", "8", "8", "3"])
    assert get(model, "inputs", 0, "datatype") == "UINT8" and list(get(model, "versions")) == ["1"]


def config(peer):
    answer = peer.client.get_model_config("mean")
    model = answer if peer.name == "http" else answer.config
    assert get(model, "name") == "mean" and get(model, "max_batch_size") == 0
    assert [int(size) for size in get(model, "input", 0, "dims")] == [-1, -1, -1]


def published_numbers(peer, binary=True):
    for case in EXPECTED:
        arrays = [(t["name"], t["datatype"], np.array(t["data"], {"FP32": np.float32, "UINT8": np.uint8, "INT64": np.int64}[t["datatype"]])
                   .reshape(t["shape"])) for t in case["inputs"]]
        inputs = [peer.input(name, array, binary) for name, _, array in arrays]
        outputs = [peer.output(t["name"], binary) for t in case["outputs"]]
        answer = peer.client.infer(case["model"], inputs, model_version=case["version"], outputs=outputs, request_id="r-1")
        response = answer.get_response()
        assert get(response, "id") == "r-1" and get(response, "model_version") == case["version"]
        for t in case["outputs"]:
            np.testing.assert_allclose(answer.as_numpy(t["name"]), np.array(t["data"], np.float32).reshape(t["shape"]), rtol=0, atol=2e-6)


def every_datatype(peer, binary=True):
    # The client itself refuses to write FP16 as JSON.
    inputs = [peer.input(name, array, binary or name == "FP16") for name, array in VALUES.items()]
    outputs = [peer.output(f"{name}_OUT", binary or name == "FP16") for name in VALUES]
    answer = peer.client.infer("every-datatype", inputs, outputs=outputs)
    for name, array in VALUES.items():
        found = answer.as_numpy(f"{name}_OUT")
        if name == "BYTES":
            found = np.array([item if isinstance(item, bytes) else item.encode() for item in found], np.object_)
        assert found.shape == array.shape and (found == array).all(), f"{name}: {found}"


def many_at_once(peer):
    vectors = RNG.standard_normal((24, 64)).astype(np.float32)
    alone = [peer.client.infer("dense", [peer.input("X", row[None])]).as_numpy("Y") for row in vectors]
    if peer.name == "http":
        client = thttp.InferenceServerClient(HTTP, concurrency=12)
        waiting = [client.async_infer("dense", [peer.input("X", row[None])]) for row in vectors]
        answers = [one.get_result().as_numpy("Y") for one in waiting]
    else:
        results = {}
        for i, row in enumerate(vectors):
            peer.client.async_infer("dense", [peer.input("X", row[None])], lambda result, error, i=i: results.__setitem__(i, (result, error)))
        until(lambda: len(results) == len(vectors))
        assert all(error is None for _, error in results.values())
        answers = [results[i][0].as_numpy("Y") for i in range(len(vectors))]
    for one, other in zip(alone, answers):
        assert one.tobytes() == other.tobytes()


def statistics(peer):
    before = counts(peer)
    peer.client.infer("log", [peer.input("X", np.float32([1, 2]))])
    refused(lambda: peer.client.infer("log", [peer.input("X", np.float64([1, 2]))]), "FP64")
    after = counts(peer)
    assert [b - a for a, b in zip(before, after)] == [1, 1, 1], (before, after)


def counts(peer):
    stats = get(peer.client.get_inference_statistics("log"), "model_stats", 0)
    return [int(get(stats, "inference_count")), int(get(stats, "inference_stats", "success", "count")), int(get(stats, "inference_stats", "fail", "count"))]


def index(peer):
    answer = peer.client.get_model_repository_index()
    entries = answer if peer.name == "http" else answer.models
    states = {(get(e, "name"), get(e, "version")): get(e, "state") for e in entries}
    assert states[("two-versions", "9")] == states[("two-versions", "10")] == "READY"


def load_and_unload(peer):
    client, name = peer.client, f"fresh-{peer.name}"
    shutil.copytree(MODELS / "log", MODELS / name)
    assert not client.is_model_ready(name)
    client.load_model(name)
    assert client.is_model_ready(name)
    np.testing.assert_allclose(client.infer(name, [peer.input("X", np.float32([1, np.e]))]).as_numpy("Y"), [0, 1], atol=1e-6)
    client.unload_model(name)
    assert not client.is_model_ready(name)
    refused(lambda: client.infer(name, [peer.input("X", np.float32([1]))]), "not ready")
    client.load_model(name)
    assert client.is_model_ready(name)


def errors(peer):
    client = peer.client
    x = np.float32([1, 2])
    refused(lambda: client.infer("nobody", [peer.input("X", x)]), "404", "NOT_FOUND")
    refused(lambda: client.infer("log", [peer.input("X", x)], model_version="9"), "404", "NOT_FOUND")
    refused(lambda: client.infer("log", [peer.input("Z", x)]), "400", "INVALID_ARGUMENT")
    refused(lambda: client.infer("log", [peer.input("X", x[None])]), "400", "INVALID_ARGUMENT")
    refused(lambda: client.infer("log", [peer.input("X", x)], outputs=[peer.output("Q")]), "400", "INVALID_ARGUMENT")
    classes = peer.module.InferRequestedOutput("Y", class_count=1)
    refused(lambda: client.infer("log", [peer.input("X", x)], outputs=[classes]), "400", "INVALID_ARGUMENT")
    refused(lambda: client.load_model("nobody"), "404", "NOT_FOUND")
    refused(lambda: client.load_model("log", config="{}"), "501", "UNIMPLEMENTED")
    refused(lambda: client.get_model_config("nobody"), "404", "NOT_FOUND")


def timeouts(peer):
    busy = peer.input("X", (RNG.standard_normal((48, 48)) / 8).astype(np.float32)), peer.input("steps", np.int64([30_000]))
    refused(lambda: peer.client.infer("slow", list(busy), timeout=50_000), "504", "DEADLINE_EXCEEDED", "time that the request allowed")


def until(condition):
    ends = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < ends, "it did not come true"
        time.sleep(0.01)


CASES = [health, metadata, config, published_numbers, every_datatype, many_at_once, statistics, index, load_and_unload, errors, timeouts]


def written_config():
    """The text that Tessera writes, read by Google's parser into Triton's own message."""
    message = text_format.Parse(Path(sys.argv[4]).read_text(), model_config_pb2.ModelConfig())
    assert json_format.MessageToDict(message, preserving_proto_field_name=True) == {
        "name": "a \"quoted\" \\ n\u00e4me", "platform": "onnxruntime_onnx", "backend": "onnxruntime", "max_batch_size": 16,
        "input": [{"name": "x", "data_type": "TYPE_FP16", "dims": ["-1", "1536"]}],
        "output": [{"name": "y", "data_type": "TYPE_STRING", "dims": ["1"]}, {"name": "z", "data_type": "TYPE_BOOL", "dims": ["2", "2"]}],
        "version_policy": {"specific": {"versions": ["2", "7"]}}, "instance_group": [{"count": 2, "kind": "KIND_CPU"}],
        "dynamic_batching": {}, "parameters": {"digest": {"string_value": "ab\n"}},
    }


def report(name, act):
    try:
        act()
        problem = None
    except Exception as error:  # noqa: BLE001: every case is reported
        problem = f"{type(error).__name__}: {error}"[:600]
    print(json.dumps({"case": name, "problem": problem}), flush=True)


for peer in (Http(), Grpc()):
    for case in CASES:
        report(f"{peer.name} {case.__name__}", lambda: case(peer))
report("http published_numbers as JSON", lambda: published_numbers(Http(), binary=False))
report("http every_datatype as JSON", lambda: every_datatype(Http(), binary=False))
report("written config.pbtxt", written_config)
