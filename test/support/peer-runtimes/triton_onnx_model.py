"""Runs model.onnx beside this file. The Triton of the Python wheel has the Python backend only; protocol and checks are Triton's own."""

import os

import numpy as np
import onnxruntime
import triton_python_backend_utils as pb


class TritonPythonModel:
    def initialize(self, args):
        path = os.path.join(args["model_repository"], args["model_version"], "model.onnx")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.inputs = [tensor.name for tensor in self.session.get_inputs()]

    def execute(self, requests):
        return [self.answer(request) for request in requests]

    def answer(self, request):
        feed = {name: to_onnx(pb.get_input_tensor_by_name(request, name).as_numpy()) for name in self.inputs}
        names = list(request.requested_output_names())
        try:
            values = self.session.run(names, feed)
        except Exception as error:  # ONNX Runtime's errors have no common class of their own.
            return pb.InferenceResponse([], pb.TritonError(str(error)))
        return pb.InferenceResponse([pb.Tensor(name, to_triton(value)) for name, value in zip(names, values)])


def to_onnx(array):
    """ONNX strings are text, BYTES are bytes."""
    if array.dtype != np.object_:
        return array
    texts = [element.decode("utf-8") for element in array.ravel()]
    return np.array(texts, dtype=object).reshape(array.shape)


def to_triton(array):
    if array.dtype != np.object_:
        return array
    elements = [element.encode("utf-8") for element in array.ravel()]
    return np.array(elements, dtype=object).reshape(array.shape)
