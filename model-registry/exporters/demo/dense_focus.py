"""`dense-focus`: a label made from pixels, bags of tiles, and two small aggregators (v1 mean, v2 transformer)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from demo.encoder import DIM
from demo.nuclei import DENSE_SHARE

BAG_SIZES = (8, 16, 32, 48)
EVAL_BAGS = 400
STEPS = {1: 600, 2: 800}
BAGS_A_STEP = 16


@dataclass(frozen=True)
class Section:
    """Tiles of one section: features [n, 1280], corners [n, 2], nuclear area fraction [n]."""

    name: str
    features: np.ndarray
    coords: np.ndarray
    nuclear: np.ndarray


def draw_bag(section: Section, size: int, rng: np.random.Generator) -> np.ndarray:
    """Indices of a bag: `size` of the 2*size tiles nearest to a random one."""
    centre = section.coords[rng.integers(len(section.coords))]
    distance = ((section.coords - centre) ** 2).sum(1)
    near = np.argsort(distance, kind="stable")[: 2 * size]
    return rng.choice(near, size, replace=False)


def fixed_bags(section: Section, seed: int) -> list[np.ndarray]:
    """The bags on which a section is judged: EVAL_BAGS, sizes in turn."""
    rng = np.random.default_rng(seed)
    return [draw_bag(section, BAG_SIZES[i % len(BAG_SIZES)], rng) for i in range(EVAL_BAGS)]


def labels_of(section: Section, bags: list[np.ndarray], dense: float) -> np.ndarray:
    return np.array([(section.nuclear[bag] >= dense).mean() >= DENSE_SHARE for bag in bags])


class Standardise(nn.Module):
    def __init__(self, mean: np.ndarray, scale: np.ndarray) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean, dtype=torch.float32))
        self.register_buffer("factor", torch.tensor(1 / scale, dtype=torch.float32))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return (x - self.mean) * self.factor


class MeanPool(nn.Module):
    """v1. features [bag, tile, 1280] -> logit [bag, 1]."""

    def __init__(self, mean: np.ndarray, scale: np.ndarray) -> None:
        super().__init__()
        self.standardise = Standardise(mean, scale)
        self.dropout = nn.Dropout(0.25)
        self.project = nn.Linear(DIM, 64)
        self.head = nn.Linear(64, 1)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        hidden = torch.relu(self.project(self.dropout(self.standardise(features))))
        return self.head(hidden.mean(dim=1))


class Block(nn.Module):
    """A pre-norm transformer layer that also gives its attention, averaged over heads."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.heads, self.width = heads, dim // heads
        self.norm1, self.norm2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.qkv = nn.Linear(dim, 3 * dim, bias=False)
        self.out = nn.Linear(dim, dim)
        self.feed = nn.Sequential(nn.Linear(dim, dim), nn.GELU(), nn.Dropout(0.1), nn.Linear(dim, dim), nn.Dropout(0.1))

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        q, k, v = (self._split(part) for part in self.qkv(self.norm1(x)).chunk(3, dim=-1))
        weights = torch.softmax(q @ k.transpose(-1, -2) * self.width**-0.5, dim=-1)
        x = x + self.out((weights @ v).transpose(1, 2).flatten(2))
        return x + self.feed(self.norm2(x)), weights.mean(dim=1)

    def _split(self, x: torch.Tensor) -> torch.Tensor:
        return x.unflatten(-1, (self.heads, self.width)).transpose(1, 2)


class Transformer(nn.Module):
    """v2. features [bag, tile, 1280] -> logit [bag, 1], attention rollout [bag, tile] that sums to one."""

    def __init__(self, mean: np.ndarray, scale: np.ndarray) -> None:
        super().__init__()
        self.standardise = Standardise(mean, scale)
        self.dropout = nn.Dropout(0.25)
        self.project = nn.Linear(DIM, 128)
        self.cls = nn.Parameter(torch.randn(1, 1, 128) * 0.02)
        self.blocks = nn.ModuleList([Block(128, 4), Block(128, 4)])
        self.norm = nn.LayerNorm(128)
        self.head = nn.Sequential(nn.LayerNorm(128), nn.Linear(128, 1))

    def forward(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x = torch.relu(self.project(self.dropout(self.standardise(features))))
        x = torch.cat([self.cls.expand(x.shape[0], -1, -1), x], dim=1)
        attention = []
        for block in self.blocks:
            x, weights = block(x)
            attention.append(weights)
        return self.head(self.norm(x[:, 0])), rollout(attention)


def rollout(attention: list[torch.Tensor]) -> torch.Tensor:
    """
    Abnar and Zuidema 2020: (A + I)/2 in each layer, later layers times earlier ones, row of the class token.

    Only that row is carried, from the last layer down, so no product of whole matrices is made.
    """
    row = _halved_row(attention[-1])
    for weights in reversed(attention[:-1]):
        row = 0.5 * (row.unsqueeze(1) @ weights).squeeze(1) + 0.5 * row
    tiles = row[:, 1:]
    return tiles / tiles.sum(dim=1, keepdim=True)


def _halved_row(weights: torch.Tensor) -> torch.Tensor:
    first = weights[:, 0]
    own = torch.cat([torch.ones_like(first[:, :1]), torch.zeros_like(first[:, 1:])], dim=1)
    return 0.5 * first + 0.5 * own


def train(version: int, sections: list[Section], dense: float, seed: int) -> nn.Module:
    """AdamW 5e-4 one-cycle, weight decay 1e-2, 16 bags a step (one section and one size a step), cross entropy."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    pool = np.concatenate([section.features for section in sections])
    model = (MeanPool if version == 1 else Transformer)(pool.mean(0), pool.std(0) + 1e-6).train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=5e-4, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 5e-4, total_steps=STEPS[version])
    loss = nn.BCEWithLogitsLoss()
    for _ in range(STEPS[version]):
        section = sections[rng.integers(len(sections))]
        size = int(rng.choice(BAG_SIZES))
        bags = [draw_bag(section, size, rng) for _ in range(BAGS_A_STEP)]
        target = torch.tensor(labels_of(section, bags, dense), dtype=torch.float32)
        output = model(torch.from_numpy(section.features[np.stack(bags)]))
        logit = output if version == 1 else output[0]
        optimiser.zero_grad()
        loss(logit[:, 0], target).backward()
        optimiser.step()
        schedule.step()
    return model.eval()


@torch.inference_mode()
def logit_of(model: nn.Module, features: np.ndarray) -> tuple[float, np.ndarray | None]:
    """Logit of one bag [n, 1280], and the attention over its tiles where the model has one."""
    output = model(torch.from_numpy(features[None]))
    if isinstance(output, tuple):
        return float(output[0][0, 0]), output[1][0].numpy()
    return float(output[0, 0]), None


@torch.inference_mode()
def tile_logits(model: nn.Module, features: np.ndarray) -> np.ndarray:
    """Logit of every tile alone [n]: a batch of bags of one tile."""
    output = model(torch.from_numpy(features[:, None]))
    return (output[0] if isinstance(output, tuple) else output)[:, 0].numpy()


def bag_logits(model: nn.Module, section: Section, bags: list[np.ndarray]) -> np.ndarray:
    return np.array([logit_of(model, section.features[bag])[0] for bag in bags])
