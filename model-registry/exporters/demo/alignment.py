"""`demo-her2st-align`: a tile and the expression of its spot in one space of 128 dimensions (symmetric InfoNCE)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from demo.dense_focus import Standardise
from demo.encoder import DIM
from demo.expression import DEPTH, THIN_SEED, log_rate, thin
from demo.sections import HELD_OUT, OTHER_PATIENT, TRAINING, Spots

GENES = 256
EMBED = 128
EPOCHS = 40
SEED = 31
FOLD_SEEDS = (31, 32)
HELD_SEEDS = (31, 32, 33, 34, 35)
KS = (1, 5, 10)


class ImageTower(nn.Module):
    """features [n, 1280] -> embedding [n, 128] of length one."""

    def __init__(self, mean: np.ndarray, scale: np.ndarray) -> None:
        super().__init__()
        self.standardise = Standardise(mean, scale)
        self.dropout = nn.Dropout(0.5)
        self.project = nn.Linear(DIM, EMBED)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return unit(self.project(self.dropout(self.standardise(features))))


class GeneTower(nn.Module):
    """expression [n, 256], log1p of counts per 10,000 -> embedding [n, 128] of length one."""

    def __init__(self, mean: np.ndarray, scale: np.ndarray) -> None:
        super().__init__()
        self.standardise = Standardise(mean, scale)
        self.dropout = nn.Dropout(0.3)
        self.hidden = nn.Linear(GENES, GENES)
        self.hidden_dropout = nn.Dropout(0.3)
        self.project = nn.Linear(GENES, EMBED)

    def forward(self, expression: torch.Tensor) -> torch.Tensor:
        hidden = F.gelu(self.hidden(self.dropout(self.standardise(expression))))
        return unit(self.project(self.hidden_dropout(hidden)))


def unit(x: torch.Tensor) -> torch.Tensor:
    return x / torch.sqrt((x * x).sum(dim=-1, keepdim=True) + 1e-12)


@dataclass(frozen=True)
class Head:
    image: ImageTower
    gene: GeneTower
    log_scale: float
    panel: list[str]


@dataclass(frozen=True)
class Ranks:
    """Rank (1 is best) of the true partner for every query, in both directions."""

    image_to_gene: np.ndarray
    gene_to_image: np.ndarray

    def recall(self, direction: str, k: int) -> float:
        return float((self.of(direction) <= k).mean())

    def of(self, direction: str) -> np.ndarray:
        return self.image_to_gene if direction == "I2G" else self.gene_to_image


@dataclass(frozen=True)
class Gallery:
    """Embeddings of both towers for the spots of one section."""

    image: np.ndarray
    gene: np.ndarray
    centres: np.ndarray

    def ranks(self) -> Ranks:
        cosine = self.image @ self.gene.T
        own = np.diag(cosine)
        return Ranks(1 + (cosine > own[:, None]).sum(1), 1 + (cosine.T > own[:, None]).sum(1))


@dataclass(frozen=True)
class AlignmentStudy:
    head: Head
    held: Gallery
    held_ranks: Ranks
    held_ids: list[str]
    held_input: np.ndarray
    held_seeds: list[Ranks]
    folds: list[Ranks]
    other: Gallery
    other_ranks: Ranks
    other_ids: list[str]
    other_input: np.ndarray
    training_ranks: list[Ranks]
    shuffled: dict[str, float]


def variable_panel(train: list[Spots], candidates: list[str]) -> list[str]:
    """The 256 genes whose variance at equal depth is furthest above the trend of variance on mean, training sections only."""
    residuals = []
    for i, spots in enumerate(train):
        thinned, _ = thin(spots.counts, DEPTH, np.random.default_rng(THIN_SEED + 100 + i))
        y = log_rate(thinned)[:, _columns(spots, candidates)]
        x, v = np.log10(y.mean(0)), np.log10(y.var(0))
        residuals.append(v - np.polyval(np.polyfit(x, v, 2), x))
    order = np.argsort(-np.mean(residuals, axis=0), kind="stable")[:GENES]
    return sorted(candidates[i] for i in order)


def fold_rest(spots: Spots, panel: list[str]) -> Spots:
    """
    The panel's counts and one column for all other genes together.

    Binomial thinning of a sum is the sum of thinned terms, so depth and rates keep their distribution.
    """
    own = spots.counts[:, _columns(spots, panel)]
    rest = spots.counts.sum(1, keepdims=True) - own.sum(1, keepdims=True)
    return replace(spots, genes=[*panel, "(rest)"], counts=np.concatenate([own, rest], axis=1))


def train_head(train: list[Spots], panel: list[str], seed: int) -> Head:
    """One section is one batch; every step thins the counts anew; AdamW 1e-3 one-cycle, weight decay 1e-2, 40 epochs."""
    train = [fold_rest(spots, panel) for spots in train]
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    first = [_pairs(spots, panel, DEPTH, rng) for spots in train]
    features = np.concatenate([pair[0] for pair in first])
    expression = np.concatenate([pair[1] for pair in first])
    image = ImageTower(features.mean(0), features.std(0) + 1e-6).train()
    gene = GeneTower(expression.mean(0), expression.std(0) + 1e-6).train()
    log_scale = nn.Parameter(torch.tensor(math.log(1 / 0.1)))
    parameters = [*image.parameters(), *gene.parameters(), log_scale]
    optimiser = torch.optim.AdamW(parameters, lr=1e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=EPOCHS * len(train))
    for _ in range(EPOCHS):
        for i in rng.permutation(len(train)):
            x, y = _pairs(train[i], panel, DEPTH, rng)
            logits = image(torch.from_numpy(x)) @ gene(torch.from_numpy(y)).T * log_scale.exp()
            target = torch.arange(len(x))
            optimiser.zero_grad()
            (F.cross_entropy(logits, target) / 2 + F.cross_entropy(logits.T, target) / 2).backward()
            optimiser.step()
            schedule.step()
    return Head(image.eval(), gene.eval(), float(log_scale.detach()), panel)


@torch.inference_mode()
def gallery(head: Head, spots: Spots, depth: int, seed: int) -> tuple[Gallery, list[str], np.ndarray]:
    """Embeddings of the spots deep enough, their ids and the expression that went in."""
    thinned, kept = thin(spots.counts, depth, np.random.default_rng(seed))
    y = log_rate(thinned)[:, _columns(spots, head.panel)].astype(np.float32)
    image = head.image(torch.from_numpy(spots.features[kept])).numpy()
    embedded = Gallery(image, head.gene(torch.from_numpy(y)).numpy(), spots.centres[kept])
    return embedded, [spots.ids[i] for i in kept], y


def study(spots: dict[str, Spots], candidates: list[str]) -> AlignmentStudy:
    train = [spots[n] for n in TRAINING]
    panel = variable_panel(train, candidates)
    heads = [train_head(train, panel, seed) for seed in HELD_SEEDS]
    head = heads[0]
    seed = THIN_SEED + 200
    held, ids, held_input = gallery(head, spots[HELD_OUT], DEPTH, seed)
    other, other_ids, other_input = gallery(head, spots[OTHER_PATIENT], 400, seed)
    folds = [ranks for left in train for ranks in _left_out([s for s in train if s is not left], left, candidates, seed)]
    return AlignmentStudy(
        head=head,
        held=held,
        held_ranks=held.ranks(),
        held_ids=ids,
        held_input=held_input,
        held_seeds=[gallery(h, spots[HELD_OUT], DEPTH, seed)[0].ranks() for h in heads],
        folds=folds,
        other=other,
        other_ranks=other.ranks(),
        other_ids=other_ids,
        other_input=other_input,
        training_ranks=[gallery(head, s, DEPTH, seed)[0].ranks() for s in train],
        shuffled=_shuffled(held),
    )


def _left_out(others: list[Spots], left: Spots, candidates: list[str], seed: int) -> list[Ranks]:
    """The panel, too, is chosen without the section left out."""
    panel = variable_panel(others, candidates)
    return [gallery(train_head(others, panel, fold), left, DEPTH, seed)[0].ranks() for fold in FOLD_SEEDS]


def _shuffled(held: Gallery) -> dict[str, float]:
    """R@5 with partners drawn at random, mean of 200 draws: what chance looks like with these embeddings."""
    rng = np.random.default_rng(5)
    draws = [Gallery(held.image, held.gene[rng.permutation(len(held.gene))], held.centres).ranks() for _ in range(200)]
    return {way: float(np.mean([d.recall(way, 5) for d in draws])) for way in ("I2G", "G2I")}


def _pairs(spots: Spots, panel: list[str], depth: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    thinned, kept = thin(spots.counts, depth, rng)
    return spots.features[kept], log_rate(thinned)[:, _columns(spots, panel)].astype(np.float32)


def _columns(spots: Spots, panel: list[str]) -> list[int]:
    place = {gene: i for i, gene in enumerate(spots.genes)}
    return [place[gene] for gene in panel]
