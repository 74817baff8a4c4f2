"""A cohort of regions of one slide with their image-derived labels, as the gateway's `createCohort` takes it. Needs no model and no torch."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from demo.nuclei import DENSE_PERCENTILE, DENSE_SHARE, nuclear_fraction
from demo.slides import Slide, read_jpeg, read_slide
from demo.tiles import Grid, cut, grid_of, tissue_of

REGIONS = 400
SEED = 6
SIDES = (3, 4, 6, 7)
"""Edges of a region in grid steps, in turn: 9, 16, 36 or 49 tiles where all of it is tissue, as the models' bags of 8 to 48."""

FEWEST_TILES = 8
LABELS = {True: "dense focus", False: "not dense"}
COLUMNS = ("item", "slide", "x", "y", "width", "height", "patient", "specimen", "label:dense-focus")


@dataclass(frozen=True)
class Tissue:
    """The kept tiles of a slide and the nuclear area fraction of each [n]."""

    slide: Slide
    grid: Grid
    nuclear: np.ndarray


@dataclass(frozen=True)
class Region:
    """A rectangle in level-0 pixels, half-open, and its label."""

    x: int
    y: int
    width: int
    height: int
    is_dense: bool


def measure(path: Path) -> Tissue:
    slide = read_jpeg(path) if path.suffix == ".jpg" else read_slide(path)
    grid = grid_of(slide, tissue_of(slide))
    nuclear, _threshold = nuclear_fraction(cut(slide, grid.coords, grid.edge))
    return Tissue(slide, grid, nuclear)


def dense_limit(training: list[Tissue]) -> float:
    """Nuclear area fraction from which a tile is dense: a percentile of the training tiles, as for the models."""
    return float(np.percentile(np.concatenate([section.nuclear for section in training]), DENSE_PERCENTILE))


def draw_regions(tissue: Tissue, dense: float) -> list[Region]:
    """
    Squares around random tiles. Two regions with the same tiles would be one question asked twice: each set of tiles is drawn once.

    A tile belongs to a region when its centre lies inside; borders run midway between centres.
    """
    rng = np.random.default_rng(SEED)
    coords, edge, step = tissue.grid.coords, tissue.grid.edge, tissue.grid.stride
    centres = coords + edge / 2
    seen: set[bytes] = set()
    drawn: list[Region] = []
    while len(drawn) < REGIONS:
        side = SIDES[len(drawn) % len(SIDES)]
        corner = coords[rng.integers(len(coords))] + edge // 2 - step // 2 - (side - 1) // 2 * step
        low = np.maximum(corner, 0)
        high = np.minimum(corner + side * step, [tissue.slide.width, tissue.slide.height])
        inside = np.flatnonzero(((centres >= low) & (centres < high)).all(1))
        if len(inside) < FEWEST_TILES or inside.tobytes() in seen:
            continue
        seen.add(inside.tobytes())
        is_dense = bool((tissue.nuclear[inside] >= dense).mean() >= DENSE_SHARE)
        drawn.append(Region(*map(int, low), *map(int, high - low), is_dense))
    return drawn


def write_csv(target: Path, regions: list[Region], slide: Path, patient: str) -> None:
    """The table of the cohort. The slide is named by the digest of its file."""
    digest = hashlib.sha256(slide.read_bytes()).hexdigest()
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS)
        for number, region in enumerate(regions, start=1):
            place = (region.x, region.y, region.width, region.height)
            rows.writerow((f"region-{number:03}", digest, *place, patient, "RESECTION", LABELS[region.is_dense]))
