"""
Builds the demonstration models: python model-registry/exporters/build_demo_models.py --data DIR --out model-registry/models

DIR holds, anywhere below it, the files of the six sections and the Hallmark gene sets (see README.md). Also made: the
slide demo/slides/C6.tiff with its region of interest, and the expected values under test/fixtures/reference.
"""

from __future__ import annotations

import argparse
import logging
import warnings
from pathlib import Path

import numpy as np
import torch

from demo import (
    alignment,
    card_alignment,
    card_dense,
    card_encoder,
    card_expression,
    dense_study,
    expression,
    report,
)
from demo.encoder import Lite0
from demo.references import write_references
from demo.sections import (
    HELD_OUT,
    OTHER_PATIENT,
    TRAINING,
    Spots,
    Tiled,
    find,
    load,
    load_section,
)
from demo.slides import read_slide, write_pyramid
from demo.tiles import cut

ROOT = Path(__file__).resolve().parents[2]
HALLMARK = "h.all.v7.0.symbols.gmt"
CMU = "CMU-1-Small-Region.svs"


def main() -> None:
    options = _options()
    warnings.filterwarnings("ignore")
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(options.threads)
    tiff = options.slides / "C6.tiff"
    write_pyramid(find(options.data, "C6.he.jpg"), tiff)
    encoder = Lite0()
    tiled, spots, cmu_path, cmu = _load(options, encoder, tiff)
    sections = {name: t.section for name, t in tiled.items()}
    report.tiling(tiled)

    torch.set_num_threads(1)
    dense = dense_study.dense_limit(sections)
    cases = dense_study.judged(sections, dense)
    domain = dense_study.domain_of(cases)
    studies = {version: dense_study.study(version, cases, dense) for version in (1, 2)}
    report.dense_focus(studies, domain, dense)
    genes = expression.study(spots, expression.read_gmt(find(options.data, HALLMARK).read_text()))
    report.expression(genes)
    aligned = alignment.study(spots, genes.panel)
    report.alignment(aligned)

    held = tiled[HELD_OUT]
    sample = cut(read_slide(tiff), held.section.coords[:40], held.edge)
    encoder_digest, worst = card_encoder.write_encoder(options.out, encoder, sample)
    differences = {
        "encoder": worst,
        "mean": card_encoder.write_mean(options.out, encoder_digest, held.section.features),
        "dense-focus": card_dense.write_versions(options.out, encoder_digest, studies, domain, sections, dense),
        "expression": card_expression.write_ensemble(options.out, encoder_digest, genes, held.section.features),
        "alignment": card_alignment.write_head(options.out, encoder_digest, aligned, held.section.features),
    }
    region = write_references(
        options.references, options.slides, tiff, held, cmu, cmu_path, studies, domain, dense, genes.members, genes.panel
    )
    report.files(differences, region)


def _load(options: argparse.Namespace, encoder: Lite0, tiff: Path) -> tuple[dict[str, Tiled], dict[str, Spots], Path, Tiled]:
    tiled, spots = {}, {}
    for name in (*TRAINING, HELD_OUT, OTHER_PATIENT):
        image = tiff if name == HELD_OUT else find(options.data, f"{name}.he.jpg")
        tiled[name], spots[name] = load_section(options.data, name, image, encoder, options.cache)
    cmu_path = find(options.data, CMU)
    return tiled, spots, cmu_path, load(cmu_path, encoder, options.cache, np.empty((0, 2)))[0]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build the demonstration models.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the public data, see README.md")
    parser.add_argument("--out", type=Path, default=ROOT / "model-registry" / "models")
    parser.add_argument("--slides", type=Path, default=ROOT / "demo" / "slides")
    parser.add_argument("--references", type=Path, default=ROOT / "test" / "fixtures" / "reference")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "demo-models", help="features, by content")
    parser.add_argument("--threads", type=int, default=2, help="for the encoder; everything is trained on one")
    return parser.parse_args()


if __name__ == "__main__":
    main()
