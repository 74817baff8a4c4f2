"""Runs model.onnx of its version with ONNX Runtime, for a Triton that has the Python backend only; protocol and checks are Triton's own."""

import os

# ONNX Runtime's official builds report to their maker unless they are told not to.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import numpy as np
import onnxruntime
import triton_python_backend_utils as pb


class TritonPythonModel:
    def initialize(self, args):
        path = os.path.join(args["model_repository"], args["model_version"], "model.onnx")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        if args["model_instance_kind"] == "GPU":
            providers = [("CUDAExecutionProvider", {"device_id": int(args["model_instance_device_id"])})]
        else:
            providers = ["CPUExecutionProvider"]
        self.session = onnxruntime.InferenceSession(path, options, providers=providers)
        if providers != ["CPUExecutionProvider"] and "CUDAExecutionProvider" not in self.session.get_providers():
            raise RuntimeError("this ONNX Runtime has no CUDA: install onnxruntime-gpu, or place the model on the CPU")
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
