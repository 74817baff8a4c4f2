"""An MLServer runtime for ONNX files: `parameters.uri` of model-settings.json names the file. Protocol and codecs are MLServer's own."""

import numpy as np
import onnxruntime
from mlserver import MLModel
from mlserver.codecs import NumpyCodec, StringCodec
from mlserver.errors import InferenceError
from mlserver.types import InferenceRequest, InferenceResponse, MetadataTensor, ResponseOutput
from mlserver.utils import get_model_uri

DATATYPES = {
    "float": "FP32", "double": "FP64", "float16": "FP16", "int64": "INT64", "int32": "INT32", "int16": "INT16", "int8": "INT8",
    "uint64": "UINT64", "uint32": "UINT32", "uint16": "UINT16", "uint8": "UINT8", "bool": "BOOL", "string": "BYTES",
}


def metadata_of(tensor):
    shape = [size if isinstance(size, int) else -1 for size in tensor.shape]
    return MetadataTensor(name=tensor.name, datatype=DATATYPES[tensor.type[7:-1]], shape=shape)


def encode(name, value):
    if value.dtype == np.object_:
        output = StringCodec.encode_output(name=name, payload=value.ravel().tolist())
        output.shape = list(value.shape)
        return output
    if value.dtype == np.bool_:
        return ResponseOutput(name=name, datatype="BOOL", shape=list(value.shape), data=value.ravel().tolist())
    output = NumpyCodec.encode_output(name=name, payload=value)
    output.shape = list(value.shape)  # The codec adds a dimension to vectors.
    return output


class Onnx(MLModel):
    async def load(self) -> bool:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        file = await get_model_uri(self._settings, wellknown_filenames=["model.onnx"])
        self._session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
        self.platform = "onnxruntime_onnx"
        self.inputs = [metadata_of(tensor) for tensor in self._session.get_inputs()]
        self.outputs = [metadata_of(tensor) for tensor in self._session.get_outputs()]
        return True

    async def predict(self, payload: InferenceRequest) -> InferenceResponse:
        feed = self._feed(payload)
        known = [tensor.name for tensor in self.outputs]
        names = [output.name for output in payload.outputs or []] or known
        for name in names:
            if name not in known:
                raise InferenceError("unexpected inference output")
        try:
            values = self._session.run(names, feed)
        except Exception as error:  # ONNX Runtime's errors have no common class of their own.
            raise InferenceError(str(error)) from error
        outputs = [encode(name, value) for name, value in zip(names, values)]
        return InferenceResponse(id=payload.id, model_name=self.name, model_version=self.version, outputs=outputs)

    def _feed(self, payload):
        expected = {tensor.name: tensor for tensor in self.inputs}
        feed = {}
        for tensor in payload.inputs:
            if tensor.name not in expected:
                raise InferenceError("unexpected inference input")
            if tensor.datatype != expected[tensor.name].datatype:
                raise InferenceError("another datatype than the model takes")
            if tensor.datatype == "BYTES":
                texts = StringCodec.decode_input(tensor)
                feed[tensor.name] = np.array(texts, dtype=object).reshape(tensor.shape)
            else:
                feed[tensor.name] = NumpyCodec.decode_input(tensor)
        if len(feed) < len(expected):
            raise InferenceError("an input is missing")
        return feed
