"""Tissue mask, tile grid and resampling: the same rules, to the letter, as the gateway's."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from skimage.filters import threshold_otsu

from demo.slides import MASK_MPP, Slide

TILE_PX = 224
TILE_MPP = 1.0
STRIDE_UM = 112.0
MIN_TISSUE = 0.5

TILING = {
    "tileSizePx": TILE_PX,
    "mpp": 1,
    "strideUm": 112,
    "resampling": "EXACT_AREA",
    "minTissueFraction": 0.5,
    "maxTiles": 4000,
    "seed": 0,
    "tissueMask": {"workingMpp": 8, "filters": [{"kind": "OTSU_SATURATION"}]},
}


@dataclass(frozen=True)
class Tissue:
    """A binary mask over the slide, with the saturation above which a pixel is tissue."""

    mask: np.ndarray
    threshold: float


@dataclass(frozen=True)
class Grid:
    """Kept tiles: top left corners [n, 2] as (x, y) in level-0 pixels, in the order of rows, and their edge."""

    coords: np.ndarray
    edge: int
    stride: int


def round_half_up(value: float) -> int:
    return math.floor(value + 0.5)


@lru_cache(maxsize=16)
def _weights(source: int, target: int) -> np.ndarray:
    """Whole-number weights [target, source]: the overlap of output and input pixels in units of 1/(source*target)."""
    common = math.gcd(source, target)
    into, per = target // common, source // common
    starts = np.arange(source) * into
    low = (np.arange(target) * per)[:, None]
    overlap = np.minimum(starts + into, low + per) - np.maximum(starts, low)
    return np.maximum(overlap, 0).astype(np.float64)


def exact_area(pixels: np.ndarray, width: int, height: int) -> np.ndarray:
    """
    Mean of the covered source area with fractional pixel weights, rounded half up once, at the end.

    The weights are whole numbers and every sum stays far below 2^53, so nothing is rounded in between.
    """
    rows, columns = _weights(pixels.shape[0], height), _weights(pixels.shape[1], width)
    area = int(rows[0].sum()) * int(columns[0].sum())
    out = np.empty((height, width, pixels.shape[2]), np.uint8)
    for channel in range(pixels.shape[2]):
        total = (rows @ pixels[..., channel].astype(np.float64)) @ columns.T
        out[..., channel] = (2 * total.astype(np.int64) + area) // (2 * area)
    return out


def tissue_of(slide: Slide) -> Tissue:
    """Saturation (max-min)/max of an overview at 8 um a pixel above Otsu's threshold over 256 equal bins on [0, 1]."""
    width = round_half_up(slide.width * slide.mpp / MASK_MPP)
    height = round_half_up(slide.height * slide.mpp / MASK_MPP)
    overview = exact_area(slide.overview_source, width, height).astype(np.float64)
    top, bottom = overview.max(2), overview.min(2)
    saturation = np.divide(top - bottom, top, out=np.zeros_like(top), where=top > 0)
    threshold = otsu(saturation)
    return Tissue(saturation > threshold, threshold)


def otsu(values: np.ndarray) -> float:
    """Otsu's threshold as scikit-image defines it: the bin centre after which the two classes differ most."""
    counts = np.bincount(np.minimum((values.ravel() * 256).astype(int), 255), minlength=256)
    used = np.flatnonzero(counts)
    centres = (np.arange(256) + 0.5) / 256
    span = slice(used[0], used[-1] + 1)
    return float(threshold_otsu(hist=(counts[span], centres[span])))


def grid_of(slide: Slide, tissue: Tissue) -> Grid:
    """Grid from (0, 0), tiles fully inside, row by row; kept where half of the mask pixels centred in them are tissue."""
    edge = round_half_up(TILE_PX * TILE_MPP / slide.mpp)
    stride = round_half_up(STRIDE_UM / slide.mpp)
    rows, columns = tissue.mask.shape
    centre_x = (np.arange(columns) + 0.5) * slide.width / columns
    centre_y = (np.arange(rows) + 0.5) * slide.height / rows
    kept = []
    for y in range(0, slide.height - edge + 1, stride):
        y0, y1 = np.searchsorted(centre_y, [y, y + edge])
        for x in range(0, slide.width - edge + 1, stride):
            x0, x1 = np.searchsorted(centre_x, [x, x + edge])
            if tissue.mask[y0:y1, x0:x1].mean() >= MIN_TISSUE:
                kept.append((x, y))
    return Grid(np.array(kept, np.int64), edge, stride)


def cut(slide: Slide, corners: np.ndarray, edge: int) -> np.ndarray:
    """Tiles [n, 224, 224, 3] uint8. Every corner must leave the whole tile inside the slide."""
    out = np.empty((len(corners), TILE_PX, TILE_PX, 3), np.uint8)
    for i, (x, y) in enumerate(corners):
        tile = slide.pixels[y : y + edge, x : x + edge]
        if tile.shape[:2] != (edge, edge):
            raise ValueError("a tile reaches over the slide's border")
        out[i] = exact_area(tile, TILE_PX, TILE_PX)
    return out


def corners_around(slide: Slide, centres: np.ndarray, edge: int) -> np.ndarray:
    """Corners of tiles centred on spots; a spot nearer to the border than half a tile gets the nearest tile inside."""
    corners = np.floor(centres - edge / 2 + 0.5).astype(np.int64)
    return np.clip(corners, 0, [slide.width - edge, slide.height - edge])
