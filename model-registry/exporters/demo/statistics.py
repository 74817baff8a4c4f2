"""Figures for the cards: AUC with DeLong, Wilson intervals, calibration maps, Brier score, calibration error, BH."""

from __future__ import annotations

import numpy as np
from scipy import optimize, stats
from scipy.special import expit


def auc(labels: np.ndarray, scores: np.ndarray) -> float:
    """Mann-Whitney with ties at one half."""
    ranks = stats.rankdata(scores)
    positives, negatives = labels.sum(), (~labels).sum()
    return float((ranks[labels].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def delong(labels: np.ndarray, scores: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """AUCs of several scores on the same cases and their covariance (Sun and Xu 2014, midranks)."""
    m, n = int(labels.sum()), int((~labels).sum())
    v10, v01, areas = [], [], []
    for score in scores:
        whole, own, other = stats.rankdata(score), stats.rankdata(score[labels]), stats.rankdata(score[~labels])
        areas.append((whole[labels].sum() - m * (m + 1) / 2) / (m * n))
        v10.append((whole[labels] - own) / n)
        v01.append(1 - (whole[~labels] - other) / m)
    return np.array(areas), np.atleast_2d(np.cov(v10)) / m + np.atleast_2d(np.cov(v01)) / n


def auc_interval(labels: np.ndarray, scores: np.ndarray) -> tuple[float, float]:
    """95 % DeLong interval of one AUC, clipped to [0, 1]."""
    area, covariance = delong(labels, [scores])
    half = 1.959964 * float(covariance[0, 0]) ** 0.5
    return max(0.0, area[0] - half), min(1.0, area[0] + half)


def delong_p(labels: np.ndarray, first: np.ndarray, second: np.ndarray) -> float:
    """Two-sided p of a difference between two AUCs on the same cases."""
    area, cov = delong(labels, [first, second])
    spread = (cov[0, 0] + cov[1, 1] - 2 * cov[0, 1]) ** 0.5
    return float(2 * stats.norm.sf(abs(area[0] - area[1]) / spread))


def wilson(successes: int, total: int) -> tuple[float, float]:
    if total == 0:
        return 0.0, 1.0
    interval = stats.binomtest(successes, total).proportion_ci(method="wilson")
    return float(interval.low), float(interval.high)


def fit_platt(logits: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """a and b of sigmoid(a z + b) by maximum likelihood, without a prior."""
    found = optimize.minimize(lambda p: _log_loss(p[0] * logits + p[1], labels), np.array([1.0, 0.0]), method="BFGS")
    return float(found.x[0]), float(found.x[1])


def fit_temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    found = optimize.minimize_scalar(lambda t: _log_loss(logits / t, labels), bounds=(0.05, 20), method="bounded")
    return float(found.x)


def brier(probabilities: np.ndarray, labels: np.ndarray) -> float:
    return float(((probabilities - labels) ** 2).mean())


def calibration_error(probabilities: np.ndarray, labels: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error over bins of equal mass."""
    order = np.argsort(probabilities, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return float(sum(len(p) * abs(probabilities[p].mean() - labels[p].mean()) for p in parts) / len(labels))


def youden(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """The observed value that maximises sensitivity + specificity - 1 when p >= value is positive."""
    values = np.unique(probabilities)
    return float(max(values, key=lambda t: (probabilities[labels] >= t).mean() - (probabilities[~labels] >= t).mean()))


def threshold_for_sensitivity(probabilities: np.ndarray, labels: np.ndarray, sensitivity: float) -> float:
    """The largest observed value with at least this sensitivity."""
    values = np.unique(probabilities)
    return float(max(t for t in values if (probabilities[labels] >= t).mean() >= sensitivity))


def benjamini_hochberg(p: np.ndarray) -> np.ndarray:
    return stats.false_discovery_control(p, method="bh")


def column_correlation(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Pearson r of each column of [n, g] with its namesake; 0 where a column is constant."""
    a, b = a - a.mean(0), b - b.mean(0)
    norm = np.sqrt((a**2).sum(0) * (b**2).sum(0))
    return np.divide((a * b).sum(0), norm, out=np.zeros(a.shape[1]), where=norm > 1e-12)


def _log_loss(logits: np.ndarray, labels: np.ndarray) -> float:
    return float(np.logaddexp(0, np.where(labels, -logits, logits)).mean())


def sigmoid(logits: np.ndarray | float) -> np.ndarray:
    return expit(logits)
