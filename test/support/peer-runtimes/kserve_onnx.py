"""A KServe Python server for ONNX files: `kserve_onnx.py <http port> <grpc port> <name>=<file>...`. Protocol and data types are KServe's own."""

import sys

import numpy as np
import onnxruntime
import uvicorn
from grpc import aio

HTTP_PORT, GRPC_PORT, *MODELS = sys.argv[1:]
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
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
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
            values = self.session.run(names, feed)
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


class LoopbackConfig(uvicorn.Config):
    def __init__(self, app, host=None, **settings):
        super().__init__(app, host="127.0.0.1", **settings)


def stay_on_loopback():
    """KServe listens on all addresses and has no option for it."""
    uvicorn.Config = LoopbackConfig
    add_port = aio.Server.add_insecure_port
    aio.Server.add_insecure_port = lambda server, address: add_port(server, address.replace("[::]", "127.0.0.1"))


if __name__ == "__main__":
    stay_on_loopback()
    models = [Onnx(*model.split("=", 1)) for model in MODELS]
    ModelServer(http_port=int(HTTP_PORT), grpc_port=int(GRPC_PORT), grace_period=2).start(models)
