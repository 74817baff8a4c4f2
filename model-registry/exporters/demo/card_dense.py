"""Files, cards and calibration records of `demo-dense-focus` 1 and 2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from demo import cards
from demo.card_dense_records import (
    COHORTS,
    NAME,
    OOF,
    calibration_metrics,
    records,
    verdict,
)
from demo.dense_focus import EVAL_BAGS, STEPS, Section
from demo.dense_study import LIMIT_PERCENTILE, TESTS, Domain, Study
from demo.encoder import DIM
from demo.export import compare, export, save_tensors

LIMITATIONS = [
    "The label is made from pixels: a tile is dense where its nuclear area fraction reaches the 80th percentile of the training "
    "tiles, a bag is positive where a quarter of its tiles are. It says nuclear-dense focus and nothing more.",
    "Two patients, one laboratory, no scanner recorded. C6 is a serial section of the block that was trained on: it shows that "
    "the machinery works, not that a model generalises.",
    "Logits shift between sections (probably stain) and prevalence moves with them: the calibration does not transport. The "
    "evaluation records show the calibration error before and after the map.",
    "Trained on bags of 8 to 48 tiles; a whole slide of hundreds is further than that.",
    "Statistics are over bags, not patients; bags of one section overlap, so every interval is too narrow.",
    "Specimen type of the deposit is taken to be resection.",
]
ARCHITECTURE = {
    1: "standardise (in the graph), Linear 1280-64, ReLU, mean over tiles, Linear 1",
    2: "standardise (in the graph), Linear 1280-128, ReLU, class token, 2 pre-norm layers (4 heads of 32, qkv without bias, "
    "feed-forward 128-128-128 GELU), two LayerNorms, Linear 1; second output: attention rollout",
}


def write_versions(
    models: Path, encoder_digest: str, studies: dict[int, Study], domain: Domain, sections: dict[str, Section], dense: float
) -> float:
    """Returns the largest difference of ONNX Runtime from PyTorch."""
    held, worst = sections["C6"].features, 0.0
    for version, found in studies.items():
        home = models / NAME / str(version)
        worst = max(worst, _export(home, found, held))
        save_domain(home / "domain-reference.safetensors", domain)
        record = calibration_record(found)
        cards.write_json(home / "calibrations" / f"{record['id']}.json", record)
        card = _card(encoder_digest, found, studies, domain, sections, dense)
        cards.write_card(home, card)
    cards.write_json(models / NAME / "aliases.json", {"champion": "1", "challenger": "2"})
    return worst


def _export(home: Path, found: Study, held: np.ndarray) -> float:
    outputs: dict[str, list[str | int]] = {"logit": ["bag", 1]}
    if found.version == 2:
        outputs["attention"] = ["bag", "tile"]
    sample = {"features": torch.from_numpy(np.stack([held[:32], held[32:64]]))}
    worst = export(found.model, home / "model.onnx", sample, outputs, {"features": {0: "bag", 1: "tile"}}, 1e-4)
    for shape in (held[:, None], held[None]):
        worst = max(worst, compare(found.model, home / "model.onnx", {"features": torch.from_numpy(shape)}, 1e-4))
    return worst


def save_domain(path: Path, domain: Domain) -> None:
    save_tensors(
        path,
        {
            "mean": domain.mean,
            "scale": domain.scale,
            "components": domain.components,
            "centre": domain.centre,
            "precision": domain.precision,
            "distance_quantiles": domain.quantiles,
        },
    )


def calibration_record(found: Study) -> dict[str, Any]:
    name = f"{NAME}-{found.version}-platt-resection"
    positives = int(found.oof_labels.sum())
    return cards.clean(
        {
            "recordVersion": 1,
            "id": name,
            "model": NAME,
            "version": str(found.version),
            "target": "dense-focus",
            "statement": "Platt map fitted on out-of-fold bags of sections C2 to C5 of one patient. Technical demonstration: it "
            "holds for no other stain, laboratory or patient that anyone has checked.",
            "map": {"method": "platt", "a": found.a, "b": found.b},
            "stratum": {"specimen": "RESECTION", "scanner": None, "site": None},
            "fallback": [],
            "operatingPoints": [_point(found, "youden", "YOUDEN"), _point(found, "sensitivity-90", "FIXED_SENSITIVITY")],
            "defaultOperatingPoint": "youden",
            "greyZone": None,
            "trainingPrevalence": float(found.oof_labels.mean()),
            "fittedOn": {"name": OOF, "unit": "bag", "n": len(found.oof), "positives": positives, "date": None},
            "validatedOn": [
                {"name": COHORTS[c], "unit": "bag", "n": EVAL_BAGS, "positives": int(found.labels[c].sum()), "date": None}
                for c in TESTS
            ],
            "metrics": calibration_metrics(found),
            "createdAt": cards.CREATED,
            "source": "model-registry/exporters/build_demo_models.py",
        }
    )


def _point(found: Study, point: str, policy: str) -> dict[str, Any]:
    evidence = []
    for cohort in TESTS:
        tp, fn, tn, fp = found.counts(point, cohort)
        evidence.append(
            {
                "cohort": COHORTS[cohort],
                "unit": "bag",
                "truePositives": tp,
                "falseNegatives": fn,
                "trueNegatives": tn,
                "falsePositives": fp,
                "note": cards.OVERLAP,
            }
        )
    return {
        "id": point,
        "threshold": found.thresholds[point],
        "scale": "CALIBRATED_PROBABILITY",
        "comparator": "GE",
        "policy": policy,
        "positiveWeight": None,
        "evidence": evidence,
    }


def _card(
    encoder_digest: str,
    found: Study,
    studies: dict[int, Study],
    domain: Domain,
    sections: dict[str, Section],
    dense: float,
) -> dict[str, Any]:
    second = found.version == 2
    limits = [verdict(studies)[0], *LIMITATIONS] if second else LIMITATIONS
    tensors = [cards.tensor("logit", [-1, 1], ["bag", "logit"])]
    if second:
        tensors.append(cards.tensor("attention", [-1, -1], ["bag", "tile"]))
    words = {1: "Mean of tiles.", 2: f"Transformer over tiles, with attention rollout. {verdict(studies)[0]}"}
    return cards.assemble(
        identity=cards.identity(
            NAME,
            found.version,
            f"Nuclear-dense focus, version {found.version} (demonstration)",
            f"Does a bag of tiles hold a nuclear-dense focus? {words[found.version]}",
        ),
        task={"kind": "BIOMARKER", "level": "SLIDE"},
        intendedUse=cards.intended_use("Shows calls, operating points, calibration and maps on a public section.", limits),
        licence=cards.data_licence(),
        extractor=cards.extractor(encoder_digest),
        input=cards.inputs(
            "TILE_FEATURES",
            [cards.tensor("features", [-1, -1, DIM], ["bag", "tile", "feature"])],
            tiles={"min": 8, "max": 4000},
        ),
        output=cards.outputs(tensors, targets=[_target(dense)]),
        spatial=_spatial(second),
        domain={
            "method": "MAHALANOBIS_PCA",
            "path": "domain-reference.safetensors",
            "limitPercentile": LIMIT_PERCENTILE,
            "reference": "Mean features of 1,600 bags (8 to 48 tiles) of sections C2 to C5: standardised by mean and scale, "
            "projected on 32 principal components, centre taken off, Ledoit-Wolf precision. distance_quantiles holds percentiles "
            "0 to 100 of the Mahalanobis distance itself, not of its square.",
            "size": 4 * EVAL_BAGS,
        },
        provenance=cards.provenance(
            "Sections C2, C3, C4 and C5 of patient C. C6 and B4 were in no training, choice, gate or calibration. "
            + cards.FLATTERY,
            f"{ARCHITECTURE[found.version]}. Input dropout .25. AdamW 5e-4 one-cycle, weight decay 1e-2, {STEPS[found.version]} steps of "
            "16 bags (one section, one size of 8, 16, 32, 48 a step), binary cross entropy. Calibration and thresholds on "
            f"out-of-fold logits of 1,600 bags. Temperature scaling instead would be T = {found.temperature:.3g}.",
            records(found, studies, domain, sections),
        ),
        serving=cards.serving(4000),
    )


def _target(dense: float) -> dict[str, Any]:
    return {
        "name": "dense-focus",
        "title": "Nuclear-dense focus",
        "kind": "BINARY",
        "tensor": "logit",
        "served": "LOGIT",
        "final": "SIGMOID",
        "classes": ["not dense", "dense focus"],
        "positiveClass": "dense focus",
        "unit": None,
        "direction": "HIGHER_IS_MORE",
        "meaning": f"At least a quarter of the tiles have a nuclear area fraction of {dense:.3f} or more.",
    }


def _spatial(second: bool) -> list[dict[str, Any]]:
    tile_class = {
        "mode": "TILE_CLASS",
        "tensor": None,
        "normalisation": "NONE",
        "meaning": "Sigmoid of the model on each tile alone, a bag of one tile; not a probability that sums to the slide's.",
    }
    if not second:
        return [tile_class]
    attention = {
        "mode": "ATTENTION_ROLLOUT",
        "tensor": "attention",
        "normalisation": "PERCENTILE",
        "meaning": "Attention rollout of the class token; sums to one over tiles. It hardly follows nuclear fraction: not an explanation.",
    }
    product = {
        "mode": "PRODUCT",
        "tensor": None,
        "normalisation": "MINMAX",
        "meaning": "Attention times tile score, element by element.",
    }
    return [attention, tile_class, product]
