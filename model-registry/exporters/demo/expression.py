"""`demo-her2st-expr`: a tile's features to the expression of its spot, at equal depth, with a quality gate per gene."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from scipy import stats
from sklearn.decomposition import PCA
from torch import nn

from demo import statistics as st
from demo.sections import HELD_OUT, OTHER_PATIENT, TRAINING, Spots

DEPTH = 4000
SCALE = 10_000.0
ALPHA = 5000.0
COMPONENTS = 32
MIN_R = 0.2
MAX_Q = 0.05
MIN_SET = 15
RANDOM_SETS = 200
THIN_SEED = 400


@dataclass(frozen=True)
class Profile:
    """Spots of one section at equal depth: y [n, genes] = log1p of counts per 10,000, and which spots were deep enough."""

    spots: Spots
    kept: np.ndarray
    features: np.ndarray
    y: np.ndarray


@dataclass(frozen=True)
class GeneSet:
    name: str
    columns: np.ndarray
    r: float
    random95: float
    held_r: float

    @property
    def passed(self) -> bool:
        return self.r > self.random95


@dataclass(frozen=True)
class ExpressionStudy:
    """Members (four leave-one-section-out, then all four) and what was measured."""

    panel: list[str]
    members: list[nn.Module]
    r: np.ndarray
    p: np.ndarray
    q: np.ndarray
    rmse: np.ndarray
    rmse_mean: np.ndarray
    passed: np.ndarray
    n: int
    held_r: np.ndarray
    held_n: int
    held_better: int
    other_r: np.ndarray
    other_n: int
    shuffled_r: np.ndarray
    means: np.ndarray
    deviations: np.ndarray
    sets: list[GeneSet]
    held_random95: float


def gene_panel(spots: dict[str, Spots]) -> list[str]:
    """Genes of all six tables seen in over half of the spots of every training section; none mitochondrial or ribosomal."""
    common = set.intersection(*(set(s.genes) for s in spots.values()))
    seen = [dict(zip(spots[n].genes, (spots[n].counts > 0).mean(0), strict=True)) for n in TRAINING]
    wanted = (g for g in common if not g.startswith(("MT-", "RPL", "RPS")))
    return sorted(g for g in wanted if all(section[g] > 0.5 for section in seen))


def thin(counts: np.ndarray, depth: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Binomial thinning of every spot to an expected `depth`; spots below it are dropped. Returns counts and the kept."""
    totals = counts.sum(1)
    kept = np.flatnonzero(totals >= depth)
    return rng.binomial(counts[kept], (depth / totals[kept])[:, None]), kept


def log_rate(counts: np.ndarray) -> np.ndarray:
    return np.log1p(counts / counts.sum(1, keepdims=True) * SCALE)


def profile(spots: Spots, panel: list[str], depth: int, seed: int) -> Profile:
    """Thin over all genes of the table, then take the panel."""
    thinned, kept = thin(spots.counts, depth, np.random.default_rng(seed))
    place = {gene: i for i, gene in enumerate(spots.genes)}
    columns = [place[gene] for gene in panel]
    return Profile(spots, kept, spots.features[kept], log_rate(thinned)[:, columns])


class Ridge(nn.Module):
    """features [tile, 1280] -> expression [tile, genes]: two linear layers; standardising and PCA lie in the first."""

    def __init__(self, profiles: list[Profile]) -> None:
        super().__init__()
        x = np.concatenate([p.features for p in profiles]).astype(np.float64)
        y = np.concatenate([p.y for p in profiles])
        mean, scale = x.mean(0), x.std(0) + 1e-6
        pca = PCA(COMPONENTS, svd_solver="full").fit((x - mean) / scale)
        z = pca.transform((x - mean) / scale)
        weights = np.linalg.solve(z.T @ z + ALPHA * np.eye(COMPONENTS), z.T @ (y - y.mean(0)))
        first = pca.components_ / scale
        self.reduce = _linear(first, -(pca.components_ @ pca.mean_) - first @ mean)
        self.predict = _linear(weights.T, y.mean(0))

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return self.predict(self.reduce(features))


def _linear(weight: np.ndarray, bias: np.ndarray) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weight))
        layer.bias.copy_(torch.from_numpy(bias))
    return layer.eval()


@torch.inference_mode()
def predict(members: list[nn.Module], features: np.ndarray) -> np.ndarray:
    """Mean of the members, [n, genes]."""
    return np.mean([m(torch.from_numpy(features)).numpy().astype(np.float64) for m in members], axis=0)


def combined_p(rs: np.ndarray, ns: list[int]) -> np.ndarray:
    """Two-sided p of r over sections: Fisher's z, weighted by n - 3 (Stouffer)."""
    weights = np.array(ns, float)[:, None] - 3
    z = (np.arctanh(np.clip(rs, -0.999999, 0.999999)) * weights).sum(0) / np.sqrt(weights.sum())
    return 2 * stats.norm.sf(np.abs(z))


def study(spots: dict[str, Spots], gene_sets: dict[str, list[str]]) -> ExpressionStudy:
    panel = gene_panel(spots)
    profiles = {n: profile(spots[n], panel, DEPTH, THIN_SEED + i) for i, n in enumerate((*TRAINING, HELD_OUT))}
    train = [profiles[n] for n in TRAINING]
    members = [Ridge([p for p in train if p is not left]) for left in train] + [Ridge(train)]
    guesses = [predict([member], p.features) for member, p in zip(members, train, strict=False)]
    rs = np.array([st.column_correlation(g, p.y) for g, p in zip(guesses, train, strict=True)])
    baseline = [np.concatenate([p.y for p in train if p is not left]).mean(0) for left in train]
    rmse = _rmse(guesses, train)
    rmse_mean = _rmse([np.broadcast_to(b, p.y.shape) for b, p in zip(baseline, train, strict=True)], train)
    pvalues = combined_p(rs, [len(p.y) for p in train])
    q = st.benjamini_hochberg(pvalues)
    r = rs.mean(0)
    held = profiles[HELD_OUT]
    on_held = predict(members, held.features)
    other = profile(spots[OTHER_PATIENT], panel, 400, THIN_SEED + 9)
    pooled = np.concatenate([p.y for p in train])
    means, deviations = pooled.mean(0), pooled.std(0)
    sets, held_random95 = _pathways(panel, gene_sets, guesses, train, on_held, held, means, deviations)
    passed = (q < MAX_Q) & (r >= MIN_R) & (rmse < rmse_mean)
    better = _rmse([on_held], [held]) < _rmse([np.broadcast_to(means, held.y.shape)], [held])
    return ExpressionStudy(
        panel=panel,
        members=members,
        r=r,
        p=pvalues,
        q=q,
        rmse=rmse,
        rmse_mean=rmse_mean,
        passed=passed,
        n=sum(len(p.y) for p in train),
        held_r=st.column_correlation(on_held, held.y),
        held_n=len(held.y),
        held_better=int((better & passed).sum()),
        other_r=st.column_correlation(predict(members, other.features), other.y),
        other_n=len(other.y),
        shuffled_r=_shuffled(train),
        means=means,
        deviations=deviations,
        sets=sets,
        held_random95=held_random95,
    )


def _rmse(guesses: list[np.ndarray], profiles: list[Profile]) -> np.ndarray:
    """Per gene over the spots of all sections."""
    errors = np.concatenate([(g - p.y) ** 2 for g, p in zip(guesses, profiles, strict=True)])
    return np.sqrt(errors.mean(0))


def _shuffled(train: list[Profile]) -> np.ndarray:
    """Control: the same fit with features shuffled against expression within each section."""
    rng = np.random.default_rng(THIN_SEED + 50)
    mixed = [Profile(p.spots, p.kept, p.features[rng.permutation(len(p.features))], p.y) for p in train]
    rs = [
        st.column_correlation(predict([Ridge([m for m, q in zip(mixed, train, strict=True) if q is not p])], p.features), p.y)
        for p in train
    ]
    return np.mean(rs, axis=0)


def _pathways(
    panel: list[str],
    gene_sets: dict[str, list[str]],
    guesses: list[np.ndarray],
    train: list[Profile],
    on_held: np.ndarray,
    held: Profile,
    means: np.ndarray,
    deviations: np.ndarray,
) -> tuple[list[GeneSet], float]:
    """Mean z of the members of each set of enough genes; random sets of the same sizes give the bar to pass."""
    place = {gene: i for i, gene in enumerate(panel)}
    columns = {name: np.array([place[g] for g in genes if g in place], int) for name, genes in gene_sets.items()}
    columns = {name: c for name, c in columns.items() if len(c) >= MIN_SET}

    def z(values: np.ndarray) -> np.ndarray:
        return (values - means) / deviations

    out_of_fold = [(z(g), z(p.y)) for g, p in zip(guesses, train, strict=True)]
    pair_held = (z(on_held), z(held.y))
    rng = np.random.default_rng(THIN_SEED + 60)
    sizes = [len(c) for c in columns.values()]
    random = [rng.choice(len(panel), sizes[i % len(sizes)], replace=False) for i in range(RANDOM_SETS)]
    bar = float(np.percentile([_set_r(c, out_of_fold) for c in random], 95))
    held_bar = float(np.percentile([_set_r(c, [pair_held]) for c in random], 95))
    sets = [GeneSet(n, c, _set_r(c, out_of_fold), bar, _set_r(c, [pair_held])) for n, c in columns.items()]
    return sets, held_bar


def _set_r(columns: np.ndarray, pairs: list[tuple[np.ndarray, np.ndarray]]) -> float:
    return float(np.mean([np.corrcoef(g[:, columns].mean(1), y[:, columns].mean(1))[0, 1] for g, y in pairs]))


def read_gmt(text: str) -> dict[str, list[str]]:
    rows = (line.split("\t") for line in text.splitlines() if line)
    return {row[0]: row[2:] for row in rows}
