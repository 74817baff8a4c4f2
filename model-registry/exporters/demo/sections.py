"""What the models are made from: tiles, spots and counts of each section, computed once and cached by content."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from demo.dense_focus import Section
from demo.encoder import Lite0, encode
from demo.nuclei import nuclear_fraction
from demo.slides import Slide, read_jpeg, read_slide
from demo.tiles import corners_around, cut, grid_of, tissue_of

TRAINING = ("C2", "C3", "C4", "C5")
HELD_OUT = "C6"
OTHER_PATIENT = "B4"
CACHE_FORMAT = 1


@dataclass(frozen=True)
class Tiled:
    """A slide after tissue mask and encoder."""

    section: Section
    edge: int
    stride: int
    mask_threshold: float
    nuclear_threshold: float
    width: int
    height: int
    mpp: float


@dataclass(frozen=True)
class Spots:
    """Spots of a section that have counts: ids "XxY", centres [n, 2] in pixels, features [n, 1280], counts [n, genes]."""

    name: str
    ids: list[str]
    centres: np.ndarray
    features: np.ndarray
    genes: list[str]
    counts: np.ndarray


def find(data: Path, name: str) -> Path:
    """The one file of that name below `data`."""
    found = sorted(data.rglob(name))
    if not found:
        raise FileNotFoundError(f"{name} is not below the data folder; see the README for where it comes from")
    return found[0]


def load(path: Path, encoder: Lite0, cache: Path, centres: np.ndarray) -> tuple[Tiled, np.ndarray]:
    """Tiles of a slide and features of tiles around `centres` [n, 2] (n may be 0)."""
    digest = hashlib.sha256(path.read_bytes() + centres.tobytes()).hexdigest()[:16]
    kept = cache / f"{path.name.split('.')[0]}-{CACHE_FORMAT}-{digest}.npz"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        np.savez(kept, **_compute(read_jpeg(path) if path.suffix == ".jpg" else read_slide(path), encoder, centres))
    with np.load(kept) as z:
        section = Section(path.name.split(".")[0], z["features"], z["coords"], z["nuclear"])
        numbers = z["numbers"]
        spots = z["spots"]
    whole = [int(v) for v in numbers[:4]]
    tiled = Tiled(section, whole[0], whole[1], numbers[4], numbers[5], whole[2], whole[3], numbers[6])
    return tiled, spots


def _compute(slide: Slide, encoder: Lite0, centres: np.ndarray) -> dict[str, np.ndarray]:
    tissue = tissue_of(slide)
    grid = grid_of(slide, tissue)
    tiles = cut(slide, grid.coords, grid.edge)
    nuclear, nuclear_threshold = nuclear_fraction(tiles)
    around = cut(slide, corners_around(slide, centres, grid.edge), grid.edge)
    return {
        "features": encode(encoder, tiles),
        "coords": grid.coords,
        "nuclear": nuclear,
        "spots": encode(encoder, around) if len(around) else np.empty((0, 1280), np.float32),
        "numbers": np.array([grid.edge, grid.stride, slide.width, slide.height, tissue.threshold, nuclear_threshold, slide.mpp]),
    }


def read_spots(data: Path, name: str) -> tuple[list[str], np.ndarray, list[str], np.ndarray]:
    """Ids, centres, gene symbols and counts of the spots that are in both tables, in the order of the spot table."""
    rows = [line.split("\t") for line in find(data, f"{name}.spots.tsv").read_text().splitlines()]
    head = {column: i for i, column in enumerate(rows[0])}
    places = {
        f"{row[head['x']]}x{row[head['y']]}": (float(row[head["pixel_x"]]), float(row[head["pixel_y"]])) for row in rows[1:]
    }
    with gzip.open(find(data, f"{name}.counts.tsv.gz"), "rt") as file:
        genes = file.readline().rstrip("\n").split("\t")[1:]
        table = {line.split("\t", 1)[0]: line.split("\t", 1)[1] for line in file}
    ids = [spot for spot in places if spot in table]
    counts = np.array([np.fromstring(table[spot], sep="\t") for spot in ids]).astype(np.int64)
    if counts.shape[1] != len(genes):
        raise ValueError(f"{name}: the count table's columns do not match its header")
    return ids, np.array([places[spot] for spot in ids]), genes, counts


def load_section(data: Path, name: str, image: Path, encoder: Lite0, cache: Path) -> tuple[Tiled, Spots]:
    ids, centres, genes, counts = read_spots(data, name)
    tiled, features = load(image, encoder, cache, centres)
    return tiled, Spots(name, ids, centres, features, genes, counts)
