"""Serves ONNX files behind the Open Inference Protocol with KServe's Python server and ONNX Runtime, on the CPU or with CUDA.

    python serve_onnx.py --device cuda demo-lite0=../models/demo-lite0/1/model.onnx

Protocol and data types are KServe's own: it holds one version of a model and takes no version numbers.
"""

import argparse
import asyncio
import os
import sys

# ONNX Runtime's official builds report to their maker unless they are told not to.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import numpy as np
import onnxruntime
import uvicorn
from grpc import aio



def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+", metavar="NAME=FILE", help="a model's name on this server, and its ONNX file")
    parser.add_argument("--host", default="127.0.0.1", help="where it listens (%(default)s); it has no login of its own")
    parser.add_argument("--http-port", type=int, default=8700, help="REST (%(default)s)")
    parser.add_argument("--grpc-port", type=int, default=8701, help="gRPC (%(default)s)")
    parser.add_argument("--device", choices=["cuda", "cpu"], default="cpu", help="cuda needs onnxruntime-gpu (%(default)s)")
    parser.add_argument("--threads", type=int, default=1, help="threads of one run on the CPU (%(default)s)")
    arguments = parser.parse_args()
    wrong = [model for model in arguments.models if "=" not in model]
    if wrong:
        parser.error("each model is NAME=FILE")
    return arguments


ARGUMENTS = read_arguments()
sys.argv = sys.argv[:1]  # KServe reads the command line itself when it is imported.

from kserve import InferOutput, InferRequest, InferResponse, Model, ModelServer  # noqa: E402
from kserve.errors import InvalidInput  # noqa: E402
from kserve.utils.utils import generate_uuid  # noqa: E402

DATATYPES = {
    "float": "FP32", "double": "FP64", "float16": "FP16", "int64": "INT64", "int32": "INT32", "int16": "INT16", "int8": "INT8",
    "uint64": "UINT64", "uint32": "UINT32", "uint16": "UINT16", "uint8": "UINT8", "bool": "BOOL", "string": "BYTES",
}


def metadata_of(tensor):
    shape = [size if isinstance(size, int) else -1 for size in tensor.shape]
    return {"name": tensor.name, "datatype": DATATYPES[tensor.type[7:-1]], "shape": shape}


def to_onnx(tensor):
    """ONNX strings are text; binary BYTES come as bytes, those of JSON as text."""
    array = tensor.as_numpy()
    if tensor.datatype != "BYTES":
        return array
    texts = [element.decode("utf-8") if isinstance(element, bytes) else str(element) for element in array.ravel()]
    return np.array(texts, dtype=object).reshape(array.shape)


class Onnx(Model):
    def __init__(self, name, file):
        super().__init__(name)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = ARGUMENTS.threads
        provider = {"cuda": "CUDAExecutionProvider", "cpu": "CPUExecutionProvider"}[ARGUMENTS.device]
        self.session = onnxruntime.InferenceSession(file, options, providers=[provider])
        if self.session.get_providers()[0] != provider:
            # ONNX Runtime goes on with the CPU by itself: whoever asked for CUDA would wait and not know why.
            sys.exit("serve_onnx.py: this ONNX Runtime has no CUDA here. Install requirements-cuda.txt, or take --device cpu.")
        self.inputs = [metadata_of(tensor) for tensor in self.session.get_inputs()]
        self.outputs = [metadata_of(tensor) for tensor in self.session.get_outputs()]
        self.ready = True

    async def get_input_types(self):
        return self.inputs

    async def get_output_types(self):
        return self.outputs

    async def predict(self, payload: InferRequest, headers=None, response_headers=None) -> InferResponse:
        feed = self.feed(payload)
        known = [tensor["name"] for tensor in self.outputs]
        names = [output.name for output in payload.request_outputs or []] or known
        if not set(names) <= set(known):
            raise InvalidInput("unexpected inference output")
        try:
            values = await asyncio.to_thread(self.session.run, names, feed)
        except Exception as error:  # ONNX Runtime's errors have no common class of their own.
            raise InvalidInput(str(error)) from error
        outputs = [self.encode(name, value, payload) for name, value in zip(names, values)]
        return InferResponse(
            response_id=payload.id or generate_uuid(),
            model_name=self.name,
            infer_outputs=outputs,
            use_binary_outputs=payload.use_binary_outputs,
            requested_outputs=payload.request_outputs,
        )

    def feed(self, payload):
        expected = {tensor["name"]: tensor for tensor in self.inputs}
        for tensor in payload.inputs:
            if tensor.name not in expected:
                raise InvalidInput("unexpected inference input")
            if tensor.datatype != expected[tensor.name]["datatype"]:
                raise InvalidInput("another datatype than the model takes")
        feed = {tensor.name: to_onnx(tensor) for tensor in payload.inputs}
        if len(feed) < len(expected):
            raise InvalidInput("an input is missing")
        return feed

    def encode(self, name, value, payload):
        (metadata,) = [tensor for tensor in self.outputs if tensor["name"] == name]
        output = InferOutput(name=name, shape=list(value.shape), datatype=metadata["datatype"])
        output.set_data_from_numpy(value, binary_data=payload.from_grpc or payload.use_binary_outputs)
        return output


class ConfigOfHost(uvicorn.Config):
    def __init__(self, app, host=None, **settings):
        super().__init__(app, host=ARGUMENTS.host, **settings)


def listen_on_host():
    """KServe listens on all addresses and has no option for it."""
    uvicorn.Config = ConfigOfHost
    add_port = aio.Server.add_insecure_port
    aio.Server.add_insecure_port = lambda server, address: add_port(server, address.replace("[::]", ARGUMENTS.host))


if __name__ == "__main__":
    listen_on_host()
    models = [Onnx(*model.split("=", 1)) for model in ARGUMENTS.models]
    ModelServer(http_port=ARGUMENTS.http_port, grpc_port=ARGUMENTS.grpc_port, grace_period=2).start(models)
