"""Slides as arrays: a JPEG section, a pyramidal TIFF or an SVS, each with its micrometres per pixel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import openslide
import pyvips
from PIL import Image

SECTION_MPP = 0.688
"""Micrometres per pixel of the Andersson sections: a fit of spot pixels on the 200 um array (README there), +-1 %."""

TIFF_PIXELS_PER_MM = 1453.49
MASK_MPP = 8.0


@dataclass(frozen=True)
class Slide:
    """Level 0 as uint8 RGB [height, width, 3], and the level that the tissue overview is made from."""

    name: str
    pixels: np.ndarray
    overview_source: np.ndarray
    mpp: float

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        return self.pixels.shape[0]


def read_jpeg(path: Path) -> Slide:
    """A section of the deposit. It has one level, so the overview is made from level 0."""
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    return Slide(path.name.split(".")[0], pixels, pixels, SECTION_MPP)


def read_slide(path: Path) -> Slide:
    """A pyramid, read with OpenSlide. The overview's level is the coarsest one not coarser than MASK_MPP."""
    with openslide.OpenSlide(str(path)) as slide:
        mpp = _mpp(slide)
        fine = [i for i, down in enumerate(slide.level_downsamples) if mpp * down <= MASK_MPP]
        pixels = _level(slide, 0)
        level = max(fine)
        source = pixels if level == 0 else _level(slide, level)
    return Slide(path.name.split(".")[0], pixels, source, mpp)


def write_pyramid(jpeg: Path, target: Path) -> None:
    """A tiled pyramidal TIFF (256 px JPEG tiles, Q85, 4:2:0) that states the section's resolution."""
    target.parent.mkdir(parents=True, exist_ok=True)
    image = pyvips.Image.new_from_file(str(jpeg), access="sequential")
    image.tiffsave(
        str(target),
        tile=True,
        tile_width=256,
        tile_height=256,
        pyramid=True,
        compression="jpeg",
        Q=85,
        xres=TIFF_PIXELS_PER_MM,
        yres=TIFF_PIXELS_PER_MM,
        resunit="cm",
        keep="none",
    )


def _mpp(slide: openslide.OpenSlide) -> float:
    x = float(slide.properties[openslide.PROPERTY_NAME_MPP_X])
    y = float(slide.properties[openslide.PROPERTY_NAME_MPP_Y])
    if abs(x - y) > 0.01 * x:
        raise ValueError("pixels are not square")
    return x


def _level(slide: openslide.OpenSlide, level: int) -> np.ndarray:
    width, height = slide.level_dimensions[level]
    down = slide.level_downsamples[level]
    out = np.empty((height, width, 3), np.uint8)
    for y in range(0, height, 1024):
        rows = min(1024, height - y)
        strip = np.asarray(slide.read_region((0, round(y * down)), level, (width, rows)))
        if strip[..., 3].min() < 255:
            raise ValueError("the level has missing pixels")
        out[y : y + rows] = strip[..., :3]
    return out
