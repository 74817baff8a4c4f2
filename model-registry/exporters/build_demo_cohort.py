"""
Builds the demonstration cohort: python model-registry/exporters/build_demo_cohort.py --data DIR

400 regions of C6 with their image-derived labels, demo/cohorts/c6-regions.csv. DIR holds, anywhere below it, the images of the sections C2 to C5
(see README.md), whose tiles say from what on a tile is dense; the regions are drawn on demo/slides/C6.tiff, the slide that ships.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from demo.region_cohort import dense_limit, draw_regions, measure, write_csv

ROOT = Path(__file__).resolve().parents[2]
TRAINING = ("C2", "C3", "C4", "C5")


def main() -> None:
    options = _options()
    training = [measure(_find(options.data, f"{name}.he.jpg")) for name in TRAINING]
    dense = dense_limit(training)
    slide = options.slides / "C6.tiff"
    tissue = measure(slide)
    regions = draw_regions(tissue, dense)
    write_csv(options.out, regions, slide, "C")
    positive = sum(region.is_dense for region in regions)
    print(f"tiles of {', '.join(TRAINING)}: {', '.join(str(len(section.nuclear)) for section in training)}; dense from {dense:.4f}")
    print(f"C6: {len(tissue.nuclear)} tiles, {len(regions)} regions, {positive} with a dense focus")


def _find(data: Path, name: str) -> Path:
    found = sorted(data.rglob(name))
    if not found:
        raise FileNotFoundError(f"{name} is not below the data folder; see the README for where it comes from")
    return found[0]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the images of the sections")
    parser.add_argument("--slides", type=Path, default=ROOT / "demo/slides", help="folder with C6.tiff")
    parser.add_argument("--out", type=Path, default=ROOT / "demo/cohorts/c6-regions.csv", help="the table")
    return parser.parse_args()


if __name__ == "__main__":
    main()
