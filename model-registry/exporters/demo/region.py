"""The region of interest of C6: a rectangle that both versions call negative while the slide is positive."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.dense_focus import Section, logit_of
from demo.dense_study import Domain, Study
from demo.nuclei import DENSE_SHARE
from demo.sections import Tiled

CELLS = range(5, 9)
MARGIN = 0.15


@dataclass(frozen=True)
class Region:
    """A rectangle in level-0 pixels, half-open; tiles belong by their centre."""

    x: int
    y: int
    width: int
    height: int

    def tiles(self, section: Section, edge: int) -> np.ndarray:
        centre = section.coords + edge / 2
        low, high = np.array([self.x, self.y]), np.array([self.x + self.width, self.y + self.height])
        return np.flatnonzero(((centre >= low) & (centre < high)).all(1))


def find_region(tiled: Tiled, studies: dict[int, Study], domain: Domain, dense: float) -> Region:
    """
    The rectangle that both versions call negative with the widest margin.

    Its own label must be negative, it must hold 20 to 60 tiles, and its distance must be inside the domain's limit.
    """
    section, best, widest = tiled.section, None, -1.0
    half = tiled.edge // 2 + tiled.stride // 2
    for region in _rectangles(tiled, half):
        chosen = region.tiles(section, tiled.edge)
        if not 20 <= len(chosen) <= 60 or (section.nuclear[chosen] >= dense).mean() >= DENSE_SHARE / 2:
            continue
        features = section.features[chosen]
        margin = _margin(studies[1], features)
        if margin <= widest or domain.distance(features.mean(0, dtype=np.float64)) > 0.8 * domain.limit:
            continue
        margin = min(margin, _margin(studies[2], features))
        if margin > widest:
            best, widest = region, margin
    if best is None or widest < MARGIN:
        raise AssertionError("no region of C6 is negative by a clear margin")
    return best


def _rectangles(tiled: Tiled, half: int) -> list[Region]:
    """Rectangles whose borders run midway between tile centres."""
    step = tiled.stride
    columns, rows = tiled.width // step, tiled.height // step
    return [
        Region(i * step + half - step, j * step + half - step, w * step, h * step)
        for w in CELLS
        for h in CELLS
        for j in range(1, rows - h)
        for i in range(1, columns - w)
    ]


def _margin(study: Study, features: np.ndarray) -> float:
    return study.thresholds["youden"] - float(study.probability(logit_of(study.model, features)[0]))
