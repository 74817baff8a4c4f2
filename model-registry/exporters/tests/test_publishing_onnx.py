"""What publish.py refuses of an ONNX file; run like test_publishing.py."""

from __future__ import annotations

import sys
import unittest
from pathlib import Path
from typing import Any

import onnx

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from broken_version import Broken, edit

from publishing.refusals import BadInput


class OnnxFile(Broken):
    def rewrite(self, change: Any) -> BadInput:
        model = onnx.load(self.folder / "model.onnx")
        change(model)
        (self.folder / "model.onnx").write_bytes(model.SerializeToString())
        edit(self.folder, lambda card: [entry.pop("sha256") and entry.pop("sizeBytes") for entry in card["artifacts"]])
        return self.refusal()

    def test_weights_in_other_files_are_refused(self) -> None:
        def outside(model: onnx.ModelProto) -> None:
            model.graph.initializer[0].data_location = onnx.TensorProto.EXTERNAL

        self.assertIn("external_data=False", str(self.rewrite(outside)))

    def test_a_newer_ir_is_refused(self) -> None:
        self.assertIn("IR version 11", str(self.rewrite(lambda model: setattr(model, "ir_version", 11))))

    def test_a_graph_that_does_not_check_is_refused(self) -> None:
        self.assertIn("checker", str(self.rewrite(lambda model: setattr(model.graph.node[0], "op_type", "NoSuchOperator"))))

    def test_other_tensors_than_the_cards_are_refused(self) -> None:
        edit(self.folder, lambda card: card["input"]["tensors"][0].update(datatype="FP16", shape=[-1, -1, 1536]))
        edit(self.folder, lambda card: card["output"]["tensors"][0].update(shape=[-1, 1, 1]))
        self.assertEqual(
            self.refusal().problems,
            (
                "/input/tensors/0/datatype: the file has FP32, the card FP16",
                "/input/tensors/0/shape: the file has [-1, -1, 1280], the card [-1, -1, 1536]",
                "/output/tensors/0/shape: the file has [-1, 1], the card [-1, 1, 1]",
            ),
        )

    def test_what_is_no_onnx_is_refused(self) -> None:
        (self.folder / "model.onnx").write_bytes(b"not a model")
        edit(self.folder, lambda card: [entry.pop("sha256") and entry.pop("sizeBytes") for entry in card["artifacts"]])
        self.assertIn("not an ONNX file", str(self.refusal()))


if __name__ == "__main__":
    unittest.main()
