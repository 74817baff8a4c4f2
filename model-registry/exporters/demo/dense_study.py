"""Everything that is measured about `dense-focus`: out-of-fold logits, calibration, operating points, tests, domain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import stats
from sklearn.covariance import LedoitWolf
from torch import nn

from demo import statistics as st
from demo.dense_focus import (
    Section,
    bag_logits,
    fixed_bags,
    labels_of,
    logit_of,
    tile_logits,
    train,
)
from demo.nuclei import DENSE_PERCENTILE
from demo.sections import HELD_OUT, OTHER_PATIENT, TRAINING

SEED = 20240
BAG_SEED = 7000
DRAWS = (1, 2, 3, 4, 5)
EXTRA_SEEDS = {1: (1, 2, 3, 4), 2: (1, 2, 3)}
COMPONENTS = 32
LIMIT_PERCENTILE = 99
TESTS = (HELD_OUT, OTHER_PATIENT)


@dataclass(frozen=True)
class Judged:
    """Bags of one section with their labels."""

    section: Section
    bags: list[np.ndarray]
    labels: np.ndarray


@dataclass(frozen=True)
class Domain:
    """The reference of the domain guard: z = components @ ((x - mean) / scale) - centre, distance = sqrt(z' P z)."""

    mean: np.ndarray
    scale: np.ndarray
    components: np.ndarray
    centre: np.ndarray
    precision: np.ndarray
    quantiles: np.ndarray

    def distance(self, embedding: np.ndarray) -> np.ndarray:
        """Mahalanobis distance (not squared) of mean embeddings [..., 1280]."""
        z = ((embedding - self.mean) / self.scale) @ self.components.T - self.centre
        return np.sqrt(np.einsum("...i,ij,...j->...", z, self.precision, z))

    def percentile(self, distance: float) -> float:
        """Place of a distance among the reference's quantiles, linear between them, 0 to 100."""
        return float(np.interp(distance, self.quantiles, np.arange(101)))

    @property
    def limit(self) -> float:
        return float(self.quantiles[LIMIT_PERCENTILE])


@dataclass(frozen=True)
class Study:
    """One version of the model and what was measured on it."""

    version: int
    model: nn.Module
    a: float
    b: float
    temperature: float
    thresholds: dict[str, float]
    oof: np.ndarray
    oof_labels: np.ndarray
    logits: dict[str, np.ndarray]
    labels: dict[str, np.ndarray]
    seed_auc: tuple[float, ...]
    draw_auc: dict[str, tuple[float, ...]]
    tile_spearman: float
    attention_spearman: float | None

    def probability(self, logits: np.ndarray | float) -> np.ndarray:
        return st.sigmoid(self.a * np.asarray(logits) + self.b)

    def counts(self, point: str, cohort: str) -> tuple[int, int, int, int]:
        """True positives, false negatives, true negatives, false positives."""
        called = self.probability(self.logits[cohort]) >= self.thresholds[point]
        truth = self.labels[cohort]
        return tuple(int(v.sum()) for v in (called & truth, ~called & truth, ~called & ~truth, called & ~truth))


def dense_limit(sections: dict[str, Section]) -> float:
    """Nuclear area fraction from which a tile is dense: the 80th percentile of the training tiles."""
    return float(np.percentile(np.concatenate([sections[n].nuclear for n in TRAINING]), DENSE_PERCENTILE))


def judged(sections: dict[str, Section], dense: float) -> dict[str, Judged]:
    names = (*TRAINING, *TESTS)
    bags = {name: fixed_bags(sections[name], BAG_SEED + i) for i, name in enumerate(names)}
    return {n: Judged(sections[n], bags[n], labels_of(sections[n], bags[n], dense)) for n in names}


def domain_of(cases: dict[str, Judged]) -> Domain:
    """Fit on the 1,600 judged bags of the training sections: standardised by its tiles, PCA, Ledoit-Wolf."""
    tiles = np.concatenate([cases[n].section.features for n in TRAINING]).astype(np.float64)
    mean, scale = tiles.mean(0), tiles.std(0) + 1e-6
    bags = np.concatenate([bag_means(cases[n]) for n in TRAINING])
    standard = (bags - mean) / scale
    _, _, axes = np.linalg.svd(standard - standard.mean(0), full_matrices=False)
    components = axes[:COMPONENTS]
    components = components * np.sign(components[np.arange(COMPONENTS), np.abs(components).argmax(1)])[:, None]
    scores = standard @ components.T
    fit = LedoitWolf().fit(scores)
    domain = Domain(mean, scale, components, fit.location_, fit.precision_, np.zeros(101))
    quantiles = np.percentile(domain.distance(bags), np.arange(101))
    return Domain(mean, scale, components, fit.location_, fit.precision_, quantiles)


def bag_means(case: Judged) -> np.ndarray:
    return np.stack([case.section.features[bag].mean(0, dtype=np.float64) for bag in case.bags])


def study(version: int, cases: dict[str, Judged], dense: float) -> Study:
    oof = np.concatenate([_left_out(version, cases, name, dense) for name in TRAINING])
    oof_labels = np.concatenate([cases[n].labels for n in TRAINING])
    a, b = (round(v, 5) for v in st.fit_platt(oof, oof_labels))
    probability = st.sigmoid(a * oof + b)
    thresholds = {
        "youden": st.youden(probability, oof_labels),
        "sensitivity-90": st.threshold_for_sensitivity(probability, oof_labels, 0.9),
    }
    sections = [cases[n].section for n in TRAINING]
    model = train(version, sections, dense, SEED)
    logits = {n: bag_logits(model, cases[n].section, cases[n].bags) for n in TESTS}
    others = [train(version, sections, dense, SEED + seed) for seed in EXTRA_SEEDS[version]]
    held = cases[HELD_OUT]
    seeds = [st.auc(held.labels, bag_logits(other, held.section, held.bags)) for other in others]
    attention = logit_of(model, held.section.features)[1]
    return Study(
        version=version,
        model=model,
        a=a,
        b=b,
        temperature=st.fit_temperature(oof, oof_labels),
        thresholds={k: float(np.floor(t * 1e4) / 1e4) for k, t in thresholds.items()},
        oof=oof,
        oof_labels=oof_labels,
        logits=logits,
        labels={n: cases[n].labels for n in TESTS},
        seed_auc=(st.auc(held.labels, logits[HELD_OUT]), *seeds),
        draw_auc={n: _over_draws(model, cases[n].section, dense) for n in TESTS},
        tile_spearman=_rank(tile_logits(model, held.section.features), held.section.nuclear),
        attention_spearman=None if attention is None else _rank(attention, held.section.nuclear),
    )


def _left_out(version: int, cases: dict[str, Judged], name: str, dense: float) -> np.ndarray:
    model = train(version, [cases[n].section for n in TRAINING if n != name], dense, SEED)
    return bag_logits(model, cases[name].section, cases[name].bags)


def _over_draws(model: nn.Module, section: Section, dense: float) -> tuple[float, ...]:
    """AUC on other draws of bags from the same section: how much of a figure is the draw."""
    values = []
    for seed in DRAWS:
        bags = fixed_bags(section, seed)
        values.append(st.auc(labels_of(section, bags, dense), bag_logits(model, section, bags)))
    return tuple(values)


def _rank(a: np.ndarray, b: np.ndarray) -> float:
    return float(stats.spearmanr(a, b).statistic)
