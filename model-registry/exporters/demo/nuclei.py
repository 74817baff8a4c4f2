"""The label of `dense-focus`, made from pixels: how much of a tile is nuclei, and how many dense tiles make a focus."""

from __future__ import annotations

import numpy as np
from skimage.color import rgb2hed
from skimage.filters import threshold_otsu

DENSE_PERCENTILE = 80
"""A tile is dense from this percentile of the training tiles' nuclear area fractions."""

DENSE_SHARE = 0.25
"""A bag is positive from this share of dense tiles."""


def nuclear_fraction(tiles: np.ndarray) -> tuple[np.ndarray, float]:
    """Share of nuclear pixels in each tile (H of Ruifrok-Johnston above Otsu of all tiles), and that threshold."""
    density = np.stack([rgb2hed(tile)[..., 0].astype(np.float32) for tile in tiles])
    clipped = np.minimum(density, np.percentile(density, 99.5))
    threshold = float(threshold_otsu(clipped))
    return (density > threshold).mean(axis=(1, 2)), threshold
